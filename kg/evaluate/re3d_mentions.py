"""Mentions in the scheme of re3d: what its annotators call one mention, and of which type.

The scheme differs from kg's: a title and the name behind it are one person, an office is a person with all that it
is for, inhabitants are an organisation and only an adjective is a nationality, the number of weapons is no part of
their mention, nor is the preposition of a time; documents, operations and days are none of its types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from kg.evaluate.re3d_things import BEFORE_TIMES, Mention, ships, things, times
from kg.extract.entities import lexicon
from kg.language.scoring import head_of
from kg.language.words import is_people
from kg.model import EntityKind, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MODEL = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
}
_KINDS = {EntityKind.PERSON: "Person", EntityKind.GROUP: "Organisation", EntityKind.PLACE: "Location"}
_BEFORE_TEXT = (
    "the a an this that these those such its their his her our my your whose all both each every any some many several "
    "few more less most other another near outside at least about around nearly almost approximately roughly up to "
    "over only just primarily mostly mainly especially notably including and half two three four five six seven eight "
    "nine ten eleven twelve twenty thirty hundred thousand million"
)
_BEFORE = frozenset(_BEFORE_TEXT.split())
_PRONOUNS_TEXT = "he she it they we i you him her them us me himself themselves itself who one"
_PRONOUNS = frozenset(_PRONOUNS_TEXT.split())
#: What names an undertaking, a document or a day, and no one of the scheme's kinds.
_UNDERTAKINGS_TEXT = (
    "operation exercise resolution resolutions agreement agreements accord accords treaty constitution convention "
    "communique communiqué declaration charter protocol summit conference law act order cessation day eve armistice "
    "ceasefire olympics ramadan eid christmas easter thanksgiving dialogue offensive battle siege war campaign "
    "massacre uprising revolution conflict crisis talks"
)
_PREFIXED = re.compile(r"(?:al|el|ar|as|ad|an|at|az)-[A-Z]")
_OF_PLACE = re.compile(r"\bof\s(?:the\s)?((?:(?:al|el|ar|as|ad|an|at|az)-)?[A-Z][\w’'-]*(?:\s[\w’'-]+)*)$")
_NUMBERED = frozenset({"operation", "exercise", "resolution"})
_UNDERTAKINGS = frozenset(_UNDERTAKINGS_TEXT.split())
_NAME_WORD = r"[A-Z][\w’'&-]+(?!\.)"
#: What an office is for: "Minister" + "for the Middle East", "Secretary" + "of State".
_OFFICE = re.compile(rf"\s(?:of|for|to)(?:\s(?:the|a))?\s{_NAME_WORD}(?:(?:\s(?:and|of|for|the))*\s{_NAME_WORD})*")
_TITLE_WORD = re.compile(r"[A-Z][\w’'&-]*(?=[ \xa0\u200e]+$)")
_LONGEST_WORD = 24
_HELD = re.compile(r"\b([A-Z][\w’'&-]+)\s(?:of|for)\s(?:the\s)?[A-Z][\w’'&-]+(?:\s[A-Z][\w’'&-]+)?[ \xa0\u200e]+$")
_LONGEST_TITLE = 60
_GAP = re.compile(r"[ \xa0\u200e]+|(?<=\b[A-Z]\w\w)\.[ \xa0]+|(?<=\b[A-Z]\w)\.[ \xa0]+|(?<=\b[A-Z]\w\w\w)\.[ \xa0]+")
_SHORT = 4


def mentions(doc: Doc, reading: Reading) -> list[Mention]:
    """All mentions with their types, in the order of the text, none inside another.

    Of people, groups and places only those are given whose head has a capital.
    """
    text = reading.document.text
    when = list(times(text))
    named = [n for m in _candidates(doc, reading) if not _timed(m, when) and (n := _narrowed(text, m)) is not None]
    named = [_widened(text, m, named) for m in map(partial(_named_part, text), named) if m is not None]
    found = _flat([*_joined(text, sorted({*named, *ships(text)}))])
    found = [m for m in found if not _undertaking(text, m)]
    found += [m for m in things(doc) if not any(b <= m[0] and m[1] <= e for b, e, _ in found)]
    return sorted({*found, *_peoples(doc, found), *when})


def _candidates(doc: Doc, reading: Reading) -> Iterator[Mention]:
    """What reading made of the text, and the language model's mentions where reading has none."""
    text = reading.document.text
    said = {(m.begin, m.end, _KINDS[e.kind]) for e in reading.entities if e.kind in _KINDS for m in e.mentions}
    known = sorted(m for m in said if m[2] != "Location" or not is_people(text[m[0] : m[1]]))
    yield from known
    for span in doc.spans.get("mentions") or doc.ents:
        begin, end = span.start_char, span.end_char
        if span.label_ in _MODEL and not any(b < end and begin < e for b, e, _ in known):
            yield begin, end, _MODEL[span.label_]


def _timed(mention: Mention, when: list[Mention]) -> bool:
    return any(b <= mention[0] and mention[1] <= e for b, e, _ in when)


def _narrowed(text: str, mention: Mention) -> Mention | None:
    """Without articles and numbers; None for a pronoun."""
    begin, end, kind = mention
    words = list(re.finditer(r"\S+", text[begin:end]))
    while len(words) > 1 and (words[0].group().lower() in _BEFORE or re.fullmatch(r"[\d.,]+", words[0].group())):
        words.pop(0)
    if not words or words[0].group().lower() in _BEFORE | _PRONOUNS:
        return None
    return begin + words[0].start(), end, kind


def _head(text: str, mention: Mention) -> str:
    return text[slice(*head_of(text, *mention[:2]))]


def _named_part(text: str, mention: Mention) -> Mention | None:
    """A mention with a capital at its head, or the name in it: "Lima" of "the city of Lima", "Lima offensive"."""
    begin, end, kind = mention
    head = _head(text, mention)
    if kind == "Location" and head.lower() in _UNDERTAKINGS:
        end = begin + len(text[begin:end].rpartition(" ")[0])
        return _named_part(text, (begin, end, kind)) if end > begin else None
    if head[:1].isupper() or _PREFIXED.match(head):
        return mention
    name = _OF_PLACE.search(text, begin, end) if kind == "Location" else None
    return (name.start(1), name.end(1), kind) if name else None


def _widened(text: str, mention: Mention, others: list[Mention]) -> Mention:
    """An office with what it is for, a name with the titles before it."""
    begin, end, kind = mention
    low, high = head_of(text, begin, end)
    noun = lexicon.noun(text[low:high].lower())
    if noun is not None and noun.kind is EntityKind.PERSON:
        kind = "Person"
        match = _OFFICE.match(text, high)
        end = max(end, match.end()) if match else end
    return (_lead(text, begin, others), end, kind) if kind == "Person" else (begin, end, kind)


def _lead(text: str, begin: int, others: list[Mention]) -> int:
    """Where the titles right before a name begin, with the body that they are held in."""
    low, titled = begin, False
    while match := _TITLE_WORD.search(text, max(0, low - _LONGEST_WORD), low):
        if (held := _HELD.search(text, max(0, low - _LONGEST_TITLE), low)) and _is_title(held[1].lower()):
            low, titled = held.start(), True
            continue
        word, at = match.group(), match.start()
        place = any(k == "Location" and b <= at < e for b, e, k in others)
        cut = at and text[at - 1].isalnum()
        if cut or word.lower() in _BEFORE | BEFORE_TIMES or (place and not (word.isupper() and len(word) <= _SHORT)):
            break
        low, titled = at, titled or _is_title(word.lower())
    return low if titled else begin


def _is_title(word: str) -> bool:
    noun = lexicon.noun(word)
    return lexicon.is_title(word) or (noun is not None and noun.kind is EntityKind.PERSON)


def _joined(text: str, found: list[Mention]) -> Iterator[Mention]:
    """People whose title and name are two mentions, as one."""
    last: Mention | None = None
    for mention in found:
        beside = last is not None and (mention[0] < last[1] or _GAP.fullmatch(text, last[1], mention[0]))
        if last is not None and beside and last[2] == mention[2] == "Person":
            last = (last[0], max(last[1], mention[1]), "Person")
            continue
        if last is not None:
            yield last
        last = mention
    if last is not None:
        yield last


def _flat(found: list[Mention]) -> list[Mention]:
    """Mentions without those inside others."""
    return [m for m in found if not any(_inside(m, other) for other in found)]


def _inside(part: Mention, whole: Mention) -> bool:
    within = whole[0] <= part[0] and part[1] <= whole[1]
    return within and (part[:2] != whole[:2] or (part[2] != whole[2] and whole[2] == "MilitaryPlatform"))


def _undertaking(text: str, mention: Mention) -> bool:
    first = text[mention[0] : mention[1]].split()[0]
    return first.lower() in _NUMBERED or _head(text, mention).lower() in _UNDERTAKINGS


def _peoples(doc: Doc, found: list[Mention]) -> Iterator[Mention]:
    """Words for peoples outside other mentions: inhabitants, or adjectives of what is no group of people."""
    for token in doc:
        if not token.text[:1].isupper() or not is_people(token.text):
            continue
        begin, end = token.idx, token.idx + len(token)
        if any(b <= begin and end <= e for b, e, _ in found):
            continue
        if token.dep_ not in ("amod", "compound") or token.head.i < token.i:
            yield begin, end, "Organisation"
        else:
            noun = lexicon.noun(token.head.lower_)
            if noun is None or noun.kind not in (EntityKind.PERSON, EntityKind.GROUP):
                yield begin, end, "Nationality"
