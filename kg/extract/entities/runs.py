"""Stretches of text that may be names: capitalised or recognised words with what holds a name together.

The language model finds about seven names in ten; what it misses still shows in capitals, parts of speech and
the ways that names are written the world over (particles, hyphens, nicknames in quotation marks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.entities import lexicon
from kg.extract.entities.acronyms import expansions
from kg.extract.entities.page import Page
from kg.extract.entities.words import words
from kg.model import EntityKind

# Small words inside the names of people and places (Arabic, Romance, Germanic, Filipino, Hebrew and others).
PARTICLES = words(
    "al el ul ad ar as ash at az an ed er es et bin ibn ben bint abu abd de del della di da dos das do du "
    "dela dello des la las los le van von der den ter ten y e af zu zur bar st"
)
HYPHENS = frozenset("-‐‑–")
_OPEN = frozenset("“\"«'‘`")
_CLOSE = frozenset("”\"»'’`")
_APOSTROPHES = frozenset("‘’'`ʿʾ")
_ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th|d)")
_MAX_NICKNAME = 3
_LONGEST_NUMBER = 4
# Units, roads and parts of towns that have a number behind their name.
_NUMBERED = words(
    "force unit brigade battalion company squadron division regiment group team flotilla sector squad highway route "
    "block mile kilometre kilometer zone phase ward camp junction"
)
# Capitalised in English without being names of anyone or anything in the world.
CALENDAR = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december mon tue wed thu thurs fri sat sun jan feb mar apr jun jul "
    "aug sep sept oct nov dec gmt utc am pm a.d a.d. b.c b.c. ad bc"
)
# Parts of speech that a capital turns into part of a name in the middle of a sentence.
_CAPITALISED = frozenset(("ADJ", "NOUN", "VERB", "X", "INTJ"))

LABELS = {
    "PERSON": "person", "PER": "person",
    "ORG": "group", "ORGANISATION": "group", "ORGANIZATION": "group",
    "GPE": "place", "LOC": "place", "LOCATION": "place", "FAC": "facility",
    "NORP": "people",
    "WEAPON": "thing", "VEHICLE": "thing", "PRODUCT": "thing",
    "EVENT": "event", "WORK_OF_ART": "other", "LAW": "other", "LANGUAGE": "other", "MISC": "other",
}  # fmt: skip


@dataclass(slots=True)
class Traces:
    """For each token the traces of a name in it: the language model's view, and the names of known actors.

    ``sort`` is the sort of name (or ""), ``number`` the number of the model's entity, ``known`` maps the
    first token of a known actor's name to the token after its last.
    """

    sort: list[str]
    number: list[int]
    known: dict[int, int] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)


def traces(page: Page) -> Traces:
    """Collects the traces of names over a text."""
    found = Traces([""] * len(page), [-1] * len(page))
    for n, ent in enumerate(page.doc.ents):
        sort = LABELS.get(ent.label_, "")
        if sort:
            for i in range(ent.start, ent.end):
                found.sort[i], found.number[i] = sort, n
    for begin, end in expansions(page):
        found.known[begin] = end
        found.inside.update(range(begin, end))
        for i in range(begin, end):
            found.sort[i], found.number[i] = "group", -2 - begin
    _find_known(page, found)
    return found


def _find_known(page: Page, found: Traces) -> None:
    """Names of several words in the actor file, wherever they stand: "Islamic State of Iraq and the
    Levant".
    """
    solid = page.solid
    done = 0
    for k in [k for k, i in enumerate(solid) if page.upper[i]]:
        if k < done:
            continue
        i = solid[k]
        longest = lexicon.names_starting(page.lower[i])
        for length in range(min(longest, len(solid) - k), 1, -1):
            last = solid[k + length - 1]
            if found.inside and not found.inside.isdisjoint(range(i, last + 1)):
                continue  # an acronym beside it tells how far the name goes
            if not (page.upper[last] or page.shouted[last]) or page.sentence[last] != page.sentence[i]:
                continue
            if lexicon.actor(page.words(i, last + 1), page.shouted[i]) is not None:
                found.known[i] = last + 1
                found.inside.update(range(i, last + 1))
                done = k + length
                break


def runs(page: Page, found: Traces) -> Iterator[list[int]]:
    """Maximal stretches of name words, as token indices without white space, in text order."""
    solid, n = page.solid, len(page.solid)
    text, pos, sort, inside = page.text, page.pos, found.sort, found.inside
    k = 0
    while k < n:
        i = solid[k]
        if text[i][0].islower() and not sort[i] and pos[i] != "PROPN" and i not in inside:
            k += 1  # most words of a text, told here without a call each
            continue
        if not _namey(page, found, i):
            k += 1
            continue
        run = [i]
        k += 1
        while k < n:
            step = _step(page, found, k)
            if not step or page.sentence[solid[k]] != page.sentence[run[-1]]:
                break
            run.extend(solid[k : k + step])
            k += step
        while run and not _namey(page, found, run[-1]) and not _ends(page, found, run):
            run.pop()
        if run:
            yield run


def _ends(page: Page, found: Traces, run: list[int]) -> bool:
    """Whether the last word, though without a capital, is part of a name ("Ruritanian army", "Task Force 12")."""
    last = run[-1]
    if page.text[last].isdigit():
        return True
    if len(run) > 2 and page.text[run[-2]] in HYPHENS and page.glued(run[-2]):
        return found.number[last] >= 0 and found.number[last] == found.number[run[-3]]  # "Chen Shui-bian"
    if len(run) < 2 or found.sort[last] != "group" or found.number[last] != found.number[run[-2]]:
        return False
    noun = lexicon.noun(page.lower[last])
    return noun is not None and noun.kind is EntityKind.GROUP and noun.number != "plural"


def _step(page: Page, found: Traces, k: int) -> int:
    """How many tokens from the k-th solid one on continue the name before it, zero if none."""
    solid = page.solid
    i, before = solid[k], solid[k - 1]
    if i - before > 1 and (
        page.paragraph[i] != page.paragraph[before] or page.text[i].isupper() != page.text[before].isupper()
    ):
        return 0  # a byline and a dateline below each other
    if found.number[i] >= 0 and found.number[i] == found.number[before]:
        return 1
    text, lower = page.text[i], page.lower[i]
    if _namey(page, found, i):
        return 1
    if (
        page.shouted[i]
        and found.sort[before] == "group"
        and page.pos[i] in ("ADJ", "NOUN", "VERB")
        and k + 1 < len(solid)
    ):
        after = solid[k + 1]  # "LIBERATION | NATIONAL | FRONT": one word that the model let fall out of a name
        if found.sort[after] == "group" and after - before <= 3:
            return 2
    if text.isdigit() and len(text) <= _LONGEST_NUMBER and _is_numbered(page, found, before, k):
        return 1
    following = [solid[k + d] if k + d < len(solid) else -1 for d in (1, 2, 3)]
    if text in HYPHENS and i - before == 1 and page.glued(before) and page.glued(i) and following[0] >= 0:
        after = following[0]
        end = following[1]
        if len(page.text[after]) <= 3 and end >= 0 and page.text[end] in HYPHENS and page.glued(after):
            return 2  # Tehrik-i-Taliban
        goes_on = (page.upper[after] and wordlike(page, after)) or page.lower[after] in PARTICLES
        return 2 if goes_on or (found.sort[before] == "person" and page.pos[after] == "PROPN") else 0
    if text == "." and page.glued(before) and lexicon.is_title(page.lower[before]):
        after = following[0]
        return 2 if after >= 0 and _namey(page, found, after) else 0
    if lower in ("of", "for"):
        return _of(page, found, before, following)
    if lower in ("as", "at", "an") and page.pos[i] in ("ADP", "SCONJ", "DET") and found.sort[before] != "person":
        return 0  # "identified by the Army as Derek Howes": no "as-Sadr"
    if lower in PARTICLES and not page.shouted[i]:
        return _after_particle(page, found, following)
    if text in _OPEN:
        return _nickname(page, found, k)
    return 0


def _is_numbered(page: Page, found: Traces, before: int, k: int) -> bool:
    """Whether a number ends the name of a unit: "Task Force 12", but not "the army 12 miles away"."""
    after = page.solid[k + 1] if k + 1 < len(page.solid) else -1
    if after >= 0 and (page.pos[after] in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") or page.text[after] in HYPHENS):
        return False
    known = page.text[before].isupper() and len(page.text[before]) > 1 and found.sort[before] in ("group", "thing")
    return page.upper[before] and (page.lower[before] in _NUMBERED or (known and not _acronym(page.text[before])))


def _of(page: Page, found: Traces, before: int, following: list[int]) -> int:
    """ "Ministry of Defence", "Front for the Liberation": an institution's name goes on, but not with a
    place.
    """
    noun = lexicon.noun(page.lower[before])
    if noun is None or noun.kind is not EntityKind.GROUP or page.shouted[before]:
        return 0
    step = 3 if following[0] >= 0 and page.lower[following[0]] == "the" else 2
    after = following[step - 2]
    if after < 0 or not page.upper[after] or found.sort[after] in ("place", "person", "people"):
        return 0
    if lexicon.country(page.text[after]) is not None:
        return 0
    if page.pos[after] not in ("NOUN", "PROPN", "ADJ", "ADV", "VERB"):
        return 0
    found.inside.add(after)
    return step


def _after_particle(page: Page, found: Traces, following: list[int]) -> int:
    for d, after in enumerate(following):
        if after < 0:
            return 0
        if _namey(page, found, after):
            return d + 2
        if page.lower[after] not in PARTICLES and page.text[after] not in HYPHENS:
            return 0
    return 0


def _nickname(page: Page, found: Traces, k: int) -> int:
    solid = page.solid
    i = solid[k]
    if page.text[i] in _APOSTROPHES and k + 1 < len(solid) and page.glued(i):
        # the letter ayn or hamza before a word, with no closing mark: ‘Aydd
        after = solid[k + 1]
        closing = k + 2 < len(solid) and page.text[solid[k + 2]] in _CLOSE
        if _namey(page, found, after) and not closing and page.upper[after]:
            return 2
    for length in range(1, _MAX_NICKNAME + 1):
        end = k + length + 1
        if end + 1 >= len(solid):
            return 0
        inside = solid[k + 1 : end]
        if not all(page.upper[j] or page.lower[j] in PARTICLES or page.text[j] in HYPHENS for j in inside):
            return 0
        if page.text[solid[end]] in _CLOSE:
            person = found.sort[solid[k - 1]] == "person" or found.sort[solid[end + 1]] == "person"
            return length + 2 if person and _namey(page, found, solid[end + 1]) else 0
    return 0


def wordlike(page: Page, i: int) -> bool:
    """Whether a token has a letter."""
    text = page.text[i]
    return text.isalpha() or (len(text) > 1 and any(c.isalpha() for c in text))


def _last_capital(page: Page, i: int) -> int:
    """The last of the capitalised words that begin at a token."""
    while i + 1 < len(page) and page.upper[i + 1] and page.sentence[i + 1] == page.sentence[i]:
        i += 1
    return i


def _acronym(text: str) -> bool:
    """Whether capitals show a known actor that the tagger may take for a word ("IS")."""
    return lexicon.actor(text) is not None


def _namey(page: Page, found: Traces, i: int) -> bool:
    if i in found.inside:
        return True
    if page.text[i][0].islower() and not found.sort[i] and page.pos[i] != "PROPN":
        return False  # most words of a text
    if not (page.text[i].isalpha() or wordlike(page, i)):
        return bool(found.sort[i]) and page.text[i][0].isdigit()
    if _ORDINAL.fullmatch(page.lower[i]):
        # "the 3rd Brigade", not "the 3rd attack" or "May 3rd"
        after = i + 1
        return after < len(page) and page.upper[after] and lexicon.ends_group(page.lower[_last_capital(page, after)])
    if page.text[i].isupper() and len(page.text[i]) > 1 and not page.shouted[i] and _acronym(page.text[i]):
        return True
    if page.lower[i].rstrip(".") in CALENDAR and found.sort[i] != "person":
        return False
    if found.sort[i] and found.sort[i] not in ("event", "other"):
        return page.upper[i] or page.lower[i] in PARTICLES or page.text[i][0].isdigit()
    if page.opens[i] and page.upper[i] and i + 1 < len(page) and found.sort[i + 1] == "person":
        return page.pos[i] == "PROPN" or lexicon.is_given(page.text[i])  # "Said Benali"
    if page.pos[i] == "PROPN":
        return page.upper[i] or page.lower[i] in PARTICLES
    return (
        page.upper[i]
        and page.pos[i] in _CAPITALISED
        and not page.titled[i]
        and not page.shouted[i]
        and not page.opens[i]
        and (len(page.text[i]) > 1)
    )
