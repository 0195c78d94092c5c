"""Items of a roundup or timeline: paragraphs that each stand under a place or day of their own.

"BAQUBA - Gunmen killed five. … MOSUL - Police found three bodies", "March 20 - … March 25 - …": what one item tells is
no part of what another tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.syntax.tokens import Span, Token
from kg.extract.times.words import MONTHS, SHORT_MONTHS, WEEKDAYS
from kg.knowledge.nouns import things

_MARKS = frozenset({"-", "--", "—", "–", "―", ":"})
_LONGEST = 8  # words of a head
_FEWEST = 2  # heads of a roundup
_SITES = frozenset({"building", "facility", "infrastructure"})
_BESIDE = frozenset({",", "/", "(", ")", "."})
_DATED = frozenset({*MONTHS, *SHORT_MONTHS, *WEEKDAYS})


def items(sentences: Sequence[Span]) -> list[int]:
    """For each sentence the number of its item, from 1; 0 above the first, and throughout where there are none."""
    heads = [_head(sentences, at) if _begins_line(sentences, at) else "" for at in range(len(sentences))]
    if len({head for head in heads if head}) < _FEWEST:
        return [0] * len(sentences)
    found: list[int] = []
    for head in heads:
        found.append((found[-1] if found else 0) + bool(head))
    return found


def _begins_line(sentences: Sequence[Span], at: int) -> bool:
    sentence = sentences[at]
    if not at or not len(sentence):
        return not at
    before, first = sentence.doc.tokens[sentence.start - 1 : sentence.start + 1]
    return first.is_space or (before.is_space and "\n" in before.text)


def _head(sentences: Sequence[Span], at: int) -> str:
    """The place or day with a dash or colon that a sentence begins with, or that it is; empty where it has none."""
    words = [t for t in sentences[at][: _LONGEST + 2] if not t.is_space]
    end = next((k for k, t in enumerate(words) if k and t.text in _MARKS and _apart(words[k - 1], t)), None)
    if end is None:
        return ""
    behind = words[end + 1 :] or [t for t in sentences[min(at + 1, len(sentences) - 1)] if not t.is_space]
    head = words[:end]
    if words[end].text == ":" and not _of_days(head):
        named = _names_a_site(head) or all(t.ent_type_ == "LOC" for t in head)
        return " ".join(t.lower_ for t in head) if named else ""
    if not (_of_days(head) or (_in_capitals(head) and not all(t.is_upper for t in behind if t.is_alpha))):
        return ""
    return " ".join(t.lower_ for t in head)


def _apart(before: Token, mark: Token) -> bool:
    """Whether it is no hyphen within a word, as in "NATO-led"."""
    return mark.text == ":" or bool(before.whitespace_) or before.text == ")"


def _of_days(head: list[Token]) -> bool:
    """ "March 20", "Sept. 28, 1993", "Monday"."""
    solid = [t for t in head if t.text not in _BESIDE]
    dated = [t for t in solid if t.lower_.rstrip(".") in _DATED]
    return bool(dated) and all(t in dated or t.is_digit or t.lower_ in ("the", "of") for t in solid)


def _names_a_site(head: list[Token]) -> bool:
    """ "Leopold Cafe", "Central Station": not "Bello", who speaks."""
    thing = things().find(head[-1].lower_)
    return len(head) > 1 and head[0].text[:1].isupper() and thing is not None and thing.kind in _SITES


def _in_capitals(head: list[Token]) -> bool:
    """ "BAQUBA", "NEAR HADITHA", "KIRKUK, Oct 17", "MOSUL (Reuters)"."""
    first = next((t for t in head if t.text not in _BESIDE), head[0])
    return first.is_upper and first.is_alpha and len(first.text) > 2 and first.lower_ not in _DATED
