"""Stretches of text that may be names: capitalised or recognised words with what holds a name together.

The language model finds about seven names in ten; what it misses still shows in capitals, parts of speech and the
ways that names are written the world over (particles, hyphens, nicknames in quotation marks).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.entities.page import Page
from kg.extract.entities.words import words

# Small words inside the names of people and places (Arabic, Romance, Germanic, Filipino, Hebrew and others).
PARTICLES = words(
    "al el ul ad ar as ash at az an ed er es et bin ibn ben bint abu abd de del della di da dos das do du "
    "des la las los le van von der den ter ten y e af zu zur bar st ul-"
)
_HYPHENS = frozenset("-‐‑–")
_OPEN = frozenset("“\"«'‘`")
_CLOSE = frozenset("”\"»'’`")
_APOSTROPHES = frozenset("‘’'`ʿʾ")
_MAX_NICKNAME = 3
# Capitalised in English without being names of anyone or anything in the world.
_CALENDAR = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december mon. tue. wed. thu. thurs. fri. sat. sun. jan jan. feb "
    "feb. mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. gmt utc"
)

LABELS = {
    "PERSON": "person", "PER": "person",
    "ORG": "group", "ORGANISATION": "group", "ORGANIZATION": "group",
    "GPE": "place", "LOC": "place", "LOCATION": "place", "FAC": "facility",
    "NORP": "people",
    "WEAPON": "thing", "VEHICLE": "thing", "PRODUCT": "thing",
    "EVENT": "event", "WORK_OF_ART": "other", "LAW": "other", "LANGUAGE": "other", "MISC": "other",
}  # fmt: skip


def labels(page: Page) -> tuple[list[str], list[int]]:
    """For each token what sort of name the language model takes it for (or ""), and the number of that name."""
    sort, number = [""] * len(page), [-1] * len(page)
    for n, ent in enumerate(page.doc.ents):
        found = LABELS.get(ent.label_, "")
        if not found:
            continue
        for i in range(ent.start, ent.end):
            sort[i], number[i] = found, n
    return sort, number


def runs(page: Page, sort: list[str], number: list[int]) -> Iterator[list[int]]:
    """Maximal stretches of name words, as token indices without white space, in text order."""
    solid, n = page.solid, len(page.solid)
    k = 0
    while k < n:
        if not _namey(page, sort, solid[k]):
            k += 1
            continue
        run = [solid[k]]
        k += 1
        while k < n:
            step = _step(page, sort, number, k)
            if not step or page.sentence[solid[k]] != page.sentence[run[0]]:
                break
            run.extend(solid[k : k + step])
            k += step
        while run and not _namey(page, sort, run[-1]):
            run.pop()
        if run:
            yield run


def _step(page: Page, sort: list[str], number: list[int], k: int) -> int:
    """How many tokens from the k-th solid one on continue the name before it, zero if none."""
    solid = page.solid
    i, before = solid[k], solid[k - 1]
    if i - before > 1 and page.paragraph[i] != page.paragraph[before]:
        return 0
    if number[i] >= 0 and number[i] == number[before]:
        return 1
    text, lower = page.text[i], page.lower[i]
    if _namey(page, sort, i):
        return 1
    following = [solid[k + d] if k + d < len(solid) else -1 for d in (1, 2, 3)]
    if text in _HYPHENS and i - before == 1 and page.glued(before) and page.glued(i) and following[0] >= 0:
        after = following[0]
        return 2 if (page.upper[after] and _wordlike(page, after)) or page.lower[after] in PARTICLES else 0
    if lower in PARTICLES and not page.shouted[i]:
        return _after_particle(page, sort, i, following)
    if text in _OPEN:
        return _nickname(page, sort, k)
    return 0


def _after_particle(page: Page, sort: list[str], i: int, following: list[int]) -> int:
    for d, after in enumerate(following):
        if after < 0:
            return 0
        if _namey(page, sort, after):
            return d + 2
        if page.lower[after] not in PARTICLES and page.text[after] not in _HYPHENS:
            return 0
    return 0


def _nickname(page: Page, sort: list[str], k: int) -> int:
    solid = page.solid
    i = solid[k]
    if page.text[i] in _APOSTROPHES and k + 1 < len(solid) and page.glued(i):
        # the letter ayn or hamza before a word, with no closing mark: ‘Aydd
        after = solid[k + 1]
        closing = k + 2 < len(solid) and page.text[solid[k + 2]] in _CLOSE
        if _namey(page, sort, after) and not closing and page.upper[after]:
            return 2
    for length in range(1, _MAX_NICKNAME + 1):
        end = k + length + 1
        if end + 1 >= len(solid):
            return 0
        inside = solid[k + 1 : end]
        if not all(page.upper[j] or page.lower[j] in PARTICLES or page.text[j] in _HYPHENS for j in inside):
            return 0
        if page.text[solid[end]] in _CLOSE:
            return length + 2 if _namey(page, sort, solid[end + 1]) else 0
    return 0


def _wordlike(page: Page, i: int) -> bool:
    return any(c.isalpha() for c in page.text[i])


def _namey(page: Page, sort: list[str], i: int) -> bool:
    if not _wordlike(page, i):
        return bool(sort[i]) and page.text[i][0].isdigit()
    if sort[i] and sort[i] not in ("event", "other"):
        return page.upper[i] or page.lower[i] in PARTICLES or page.text[i][0].isdigit()
    if page.lower[i] in _CALENDAR:
        return False
    if not page.upper[i]:
        return page.pos[i] == "PROPN" and page.lower[i] in PARTICLES
    return page.pos[i] == "PROPN"
