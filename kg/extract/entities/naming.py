"""Names: stretches of name words cut into the names of single things, each with its kind."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.entities import lexicon
from kg.extract.entities.consistency import agree
from kg.extract.entities.kinds import Evidence, decide
from kg.extract.entities.mention import Mention
from kg.extract.entities.page import Page
from kg.extract.entities.runs import labels, runs
from kg.extract.entities.sorts import with_sort
from kg.model import EntityKind

_MARKS = frozenset("-‐‑–“”\"«»'‘’`.,;:()[]")


def find_names(page: Page) -> list[Mention]:
    """All names of a text, in order, none overlapping another."""
    sort, number = labels(page)
    found: list[Mention] = []
    for run in runs(page, sort, number):
        for words, titles in _cut(page, run, sort, number):
            mention = _mention(page, words, titles, sort)
            if mention is not None:
                found.append(mention)
    agree(found)
    for mention in found:
        if mention.kind is EntityKind.PLACE:
            with_sort(page, mention)
    return found


def _cut(
    page: Page, run: list[int], sort: list[str], number: list[int]
) -> Iterator[tuple[list[int], tuple[str, ...]]]:
    """Single names of a stretch, each with the titles that stand directly before it."""
    for piece in _between_known(page, run, sort, number):
        start = 0
        titles: list[str] = []
        last = _last_title(page, piece)
        if last >= 0:
            first = last
            while first > 0 and lexicon.is_title(page.lower[piece[first - 1]]):
                first -= 1
            if first > 0:
                yield piece[:first], ()
            titles = [page.text[i] for i in piece[first : last + 1]]
            start = last + 1
        if start < len(piece):
            yield piece[start:], tuple(titles)


def _last_title(page: Page, piece: list[int]) -> int:
    """Position of the last title that a name follows, or -1."""
    last = lexicon.noun(page.lower[piece[-1]])
    if last is not None and last.kind is not EntityKind.PERSON:
        return -1  # "General Staff", "King Khalid Airport"
    for k in range(len(piece) - 2, -1, -1):
        if lexicon.is_title(page.lower[piece[k]]) and page.text[piece[k + 1]] not in _MARKS:
            return k
    return -1


def _between_known(page: Page, run: list[int], sort: list[str], number: list[int]) -> Iterator[list[int]]:
    """Cuts a stretch where a known actor begins or ends, and where the language model sees two different names."""
    cuts = {0, len(run)}
    k = 0
    while k < len(run):
        length = _known(page, run, k, sort, number)
        if length:
            cuts |= {k, k + length}
            k += length
        else:
            k += 1
    known = sorted(cuts)
    for begin, end in zip(known, known[1:], strict=False):
        piece = run[begin:end]
        at = 0
        for k in range(1, len(piece)):
            if _two_names(page, piece[k - 1], piece[k], sort, number):
                yield piece[at:k]
                at = k
        yield piece[at:]


def _two_names(page: Page, before: int, after: int, sort: list[str], number: list[int]) -> bool:
    if number[before] == number[after] or page.text[before] in _MARKS or page.text[after] in _MARKS:
        return False
    if sort[before] and sort[after] and sort[before] != sort[after]:
        return True
    # "US Reaper", "American Peter X": an origin stands before another name
    origin = lexicon.country(page.text[before], page.shouted[before]) or lexicon.demonym(page.text[before])
    return bool(origin) and number[before] != number[after]


def _known(page: Page, run: list[int], k: int, sort: list[str], number: list[int]) -> int:
    """How many tokens of the longest actor name at this place, zero if none."""
    for length in range(min(len(run) - k, lexicon.LONGEST), 0, -1):
        words = run[k : k + length]
        inside = number[words[0]]
        if sort[words[0]] == "person" and inside >= 0 and _reaches_further(run, k, length, number):
            continue
        if lexicon.actor(_text(page, words), page.shouted[words[0]]):
            return length
    return 0


def _reaches_further(run: list[int], k: int, length: int, number: list[int]) -> bool:
    before = k > 0 and number[run[k - 1]] == number[run[k]]
    after = k + length < len(run) and number[run[k + length]] == number[run[k + length - 1]]
    return before or after


def _text(page: Page, words: list[int]) -> str:
    return page.words(words[0], words[-1] + 1)


def _mention(page: Page, words: list[int], titles: tuple[str, ...], sort: list[str]) -> Mention | None:
    while words and page.text[words[0]] in _MARKS and not page.glued(words[0]):
        words = words[1:]
    while words and page.text[words[-1]] in _MARKS:
        words = words[:-1]
    if not words:
        return None
    begin, end = words[0], words[-1] + 1
    head = head_of(page, begin, end)
    text = _text(page, words)
    evidence = Evidence(page, begin, end, head, text, titles, sort[head] or sort[begin])
    return decide(evidence)


def head_of(page: Page, begin: int, end: int) -> int:
    """The word of a token range that the others hang on."""
    for i in range(begin, end):
        above = page.tokens[i].head.i
        if (above == i or not begin <= above < end) and page.pos[i] not in ("PUNCT", "ADP", "DET"):
            return i
    return end - 1
