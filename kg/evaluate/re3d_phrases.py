"""Relations that the annotators of re3d see in a phrase between two mentions, whether or not an event is told.

Their scheme marks that a coalition fights a group wherever it is said to, in "the Coalition's strategy to defeat X",
too, and that an office and its holder are one. kg keeps neither as a fact of its own: the first is no event, the second
a role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.evaluate.re3d_things import Mention
from kg.extract.entities import lexicon
from kg.language.scoring import head_of
from kg.model import EntityKind, Span

Relation = tuple[Span, Span, str]

_OF_NAMES = frozenset({"Person", "Organisation", "Location"})
_ALSO = re.compile(
    r"[\s’'\"”]*[,(]?\s*(?:also|better|otherwise|formerly|commonly)?\s*"
    r"(?:known|called|named|dubbed|nicknamed|abbreviated|acronym|aka|a\.k\.a\.)(?:\s[\w ]{0,40}?)?\s?(?:as|by)?\s*"
    r"(?:the\s+)?[\"“'‘]?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:the\s+)?")
_FIGHTING = (
    r"fight|fights|fighting|fought|battling|battle|battled|combat|combating|combatting|defeat|defeats|defeated|defeating|"
    r"destroy|destroying|degrade|degrading|counter|countering|confront|confronts|confronted|confronting|attacked|"
    r"attacking|eliminate|eliminating|oppose|opposes|opposed|opposing|resist|resisting|resisted|clashed with|"
    r"clashing with|clashes with|ousted|expelled|besieged|bombed|bombing|shelled|shelling"
)
_AGAINST = (
    r"(?:fight|fights|fighting|fought|war|wars|campaign|campaigns|operation|operations|offensive|offensives|strike|strikes|"
    r"airstrike|airstrikes|battle|struggle|efforts|mission|missions|assault|attack|attacks|raid|raids|action|advance|"
    r"uniting|unite|united|defend|defended|defending|positions)\b[^.;\n]{0,40}?\bagainst"
)
_FREED = r"(?:liberat\w*|recaptur\w*|retak\w*|retook|freed|wrest\w*|captur\w*|seiz\w*)\b[^.;\n]{0,60}?\bfrom"
#: What says that those before it fight the group behind it.
_FIGHTS = re.compile(rf"\b(?:(?:{_FIGHTING})|{_AGAINST}|{_FREED})\s+(?:the\s+|both\s+|all\s+)*$")
_BETWEEN = re.compile(r"\s*(?:,|and|,\s*and|or|as well as)?\s*(?:the\s+|its\s+|our\s+)?")
_SENTENCE = re.compile(r"[.!?][\"”’')]?\s+(?=[A-Z“\"‘])|\n")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]\.)+$|\b(?:Gen|Lt|Col|Maj|Capt|Brig|Sgt|Mr|Dr|Mrs|Ms|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$"
)
_FAR = 200


def phrases(text: str, found: Sequence[Mention]) -> Iterator[Relation]:
    """All relations that the words between two mentions say."""
    named = sorted(m for m in found if m[2] in _OF_NAMES)
    yield from _synonyms(text, named)
    yield from _fights(text, named)


def _synonyms(text: str, named: Sequence[Mention]) -> Iterator[Relation]:
    for left, right in pairwise(named):
        between = text[left[1] : right[0]]
        aside = left[2] == "Person" and _ASIDE.fullmatch(between)
        holder = aside and _is_office(text, left) is not _is_office(text, right)
        if left[2] == right[2] and (holder or _ALSO.fullmatch(between)):
            yield Span(*left[:2]), Span(*right[:2]), "IsSynonymOf"


def _is_office(text: str, mention: Mention) -> bool:
    """Whether a mention names an office and not who holds it."""
    noun = lexicon.noun(text[slice(*head_of(text, *mention[:2]))].lower())
    return noun is not None and noun.kind is EntityKind.PERSON


def _fights(text: str, named: Sequence[Mention]) -> Iterator[Relation]:
    for number, target in enumerate(named):
        if target[2] != "Organisation":
            continue
        begin = max(_begin(text, target[0]), target[0] - _FAR)
        fight = _FIGHTS.search(text, begin, target[0])
        if fight is None:
            continue
        before = [m for m in named[:number] if m[0] >= begin and m[1] <= fight.start() + 1]
        for side in _side(text, before):
            if text[slice(*side[:2])].lower() != text[slice(*target[:2])].lower():
                yield Span(*side[:2]), Span(*target[:2]), "FightingAgainst"


def _begin(text: str, at: int) -> int:
    """Where the sentence of a place in the text begins."""
    begin = 0
    for end in _SENTENCE.finditer(text, 0, at):
        if not _ABBREVIATION.search(text, max(0, end.start() - 8), end.start() + 1):
            begin = end.end()
    return begin


def _side(text: str, before: Sequence[Mention]) -> list[Mention]:
    """The groups nearest before a fight, those that "and" puts beside each other together."""
    groups = [m for m in before if m[2] == "Organisation"]
    side = groups[-1:]
    for earlier in reversed(groups[:-1]):
        if not _BETWEEN.fullmatch(text[earlier[1] : side[0][0]]):
            break
        side.insert(0, earlier)
    return side
