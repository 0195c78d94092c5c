"""Parts of a number of people: "27 people including nine children", "14 people, seven of them soldiers".

What is told as a part is never added to the whole; "most of them civilians" is more than half of a whole that is told.
Read from the order of the words: parsers hang these phrases on many different ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.numbers import parse_count
from kg.extract.syntax import sentence_of
from kg.extract.syntax.tokens import Token
from kg.model import Count

_NAMED_AFTER = frozenset({"including", "included", "includes"})
_THEM = frozenset({"them", "whom"})
_WHOLE = frozenset({"all", "both"})
_MOST = frozenset({"most", "mostly", "mainly", "largely", "chiefly", "majority"})
_FRACTIONS = frozenset({"third", "thirds", "quarter", "quarters", "half", "fifth", "tenth", "%", "percent", "cent"})
_OPENERS = frozenset({",", "(", "-", "–", "—", "--"})
_JOINING = frozenset({",", "and", "or", "as", "well"})
_BEING = frozenset({"were", "was", "are", "is", "being"})
_INSIDE = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "ADV", "SYM"})
_WITHIN = frozenset({"in", "at", "near", "outside", "of", "around"})
_INSIDE_PLACE = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_PART_OPENERS = _NAMED_AFTER | {",", "and", ":", "among", "them", "with", "(", "-", "–", "—", "--"}
_BOUNDS = frozenset({"at", "least", "than", "more", "about", "some", "up", "to"})
_REACH = 14  # words between those counted and the phrase that tells of a part of them


@dataclass(frozen=True, slots=True)
class Share:
    """A part of people who are counted: the nouns for those in it and how many; no number where they are all."""

    nouns: tuple[Token, ...]
    count: Count | None


def shares_of(people: Token, total: Count | None) -> list[Share]:
    """The parts told behind a noun for people, at the latest before the next verb."""
    words = list(people.doc[people.i + 1 : sentence_of(people).end])
    for at, word in enumerate(words[:_REACH]):
        rest = words[at + 1 :]
        if word.lower_ in _NAMED_AFTER or (word.lower_ in ("among", "amongst") and rest and rest[0].lower_ in _THEM):
            return _listed([t for t in rest if t.lower_ not in _THEM | _BEING])
        if word.text in _OPENERS and (share := _set_apart(rest, total)) is not None:
            return [share]
        if word.pos_ in ("VERB", "AUX") or word.text == ";":
            break
    return []


def part_of_others(number: Token) -> bool:
    """ "80, 20 of them seriously": a number of those who were counted before it."""
    after = [t.lower_ for t in number.doc[number.i + 1 : number.i + 3]]
    return number.pos_ == "NUM" and after[:1] == ["of"] and after[-1] in _THEM


def of_a_part(place: Token) -> bool:
    """ "Nine people, including three in X and two in Y", "seven of them in X": where some were harmed, and not all.

    So it is with a number right before the place, or "of them", that stands behind those counted; with "two policemen
    in X" only in a row of such.
    """
    words, at = place.doc.tokens, place.left_edge.i - 1
    start = place.sent.start
    while at > start and (words[at].pos_ in _INSIDE_PLACE or words[at].lower_ in _WITHIN):
        at -= 1
    if at <= start:
        return False
    before = words[at]
    if before.lower_ in _BEING:
        before, at = words[at - 1], at - 1
    if before.lower_ in _THEM:
        return words[at - 1].lower_ == "of" and words[at - 2].lower_ not in _MOST
    if before.pos_ != "NUM":
        return False
    begin = at
    while begin - 1 > start and words[begin - 1].lower_ in _BOUNDS:
        begin -= 1
    opener = words[begin - 1].lower_
    if words[at + 1].lower_ in _WITHIN:
        return opener in _PART_OPENERS and not _nobody_counted(words[start:begin])
    behind = [t for t in words[place.right_edge.i + 1 : place.right_edge.i + 4] if t.lower_ not in _JOINING]
    return opener in _NAMED_AFTER and bool(behind) and behind[0].pos_ == "NUM"


def _nobody_counted(words: list[Token]) -> bool:
    """Whether nobody was told of in number before: then a number counts no part of them."""
    return not any(t.pos_ == "NUM" or t.tag_ in ("NNS", "NNPS") for t in words)


def _listed(words: list[Token]) -> list[Share]:
    """ "nine children, two women and a priest": counted nouns one after the other."""
    found: list[Share] = []
    while words:
        noun, size = _phrase(words)
        count = parse_count([t.text for t in words[:size]]) if noun is not None else None
        if noun is None or count is None:
            break
        found.append(Share((noun,), count))
        words = words[size + 1 :]
        joined = 0
        while joined < len(words) and words[joined].lower_ in _JOINING:
            joined += 1
        if not joined:
            break
        words = words[joined:]
    return found


def _set_apart(words: list[Token], total: Count | None) -> Share | None:
    """ "seven of them soldiers", "of whom six were soldiers", "all civilians", "mostly women and children"."""
    texts = [t.lower_ for t in words[:12]]
    them = next((n for n, text in enumerate(texts) if text in _THEM and n and texts[n - 1] == "of"), None)
    if them is None:
        if texts[:1] and texts[0] in _MOST | _WHOLE:
            return _some(texts[:1], _kinds(words[1:]), total)
        return None
    how_many, rest = texts[: them - 1], words[them + 1 :]
    if not how_many:  # "of whom six were soldiers"
        being = next((n for n, t in enumerate(rest[:5]) if t.lower_ in _BEING), None)
        if being is None:
            return None
        how_many, rest = [t.lower_ for t in rest[:being]], rest[being:]
    return _some(how_many, _kinds([t for t in rest[:1] if t.lower_ not in _BEING] + rest[1:]), total)


def _some(how_many: list[str], kinds: tuple[Token, ...], total: Count | None) -> Share | None:
    if not kinds or len(how_many) > 5 or set(how_many) & _FRACTIONS:
        return None
    if set(how_many) & _WHOLE:
        return Share(kinds, None)
    if set(how_many) & _MOST:
        whole = (total.best or total.low) if total is not None else None
        return Share(kinds, Count(whole // 2 + 1, None, total.high)) if whole and total is not None else None
    count = parse_count(how_many)
    return Share(kinds, count) if count is not None else None


def _kinds(words: list[Token]) -> tuple[Token, ...]:
    """ "women and children": the nouns for those in a part."""
    noun, size = _phrase(words)
    if noun is None:
        return ()
    rest = words[size + 1 :]
    second = _phrase(rest[1:])[0] if rest and rest[0].lower_ in ("and", "or") else None
    return (noun, second) if second is not None and second.tag_ == "NNS" else (noun,)


def _phrase(words: list[Token]) -> tuple[Token | None, int]:
    """The noun that the words begin with a phrase for, and how many words stand before it."""
    end = 0
    while end < len(words) and (words[end].pos_ in _INSIDE or words[end].lower_ in _BOUNDS):
        end += 1
    at = next((n for n in range(end - 1, -1, -1) if words[n].pos_ in ("NOUN", "PROPN")), None)
    return (words[at], at) if at is not None else (None, 0)
