"""Who was harmed according to kg, in the events of one document, and how well that fits an annotation.

A *unit* is one person or group that one event harmed. Counts of people are units, too, unless they only
repeat or sum up those that the event lists anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluate.accounts import Account, Harm
from kg.evaluate.days import days, same_days
from kg.evaluate.event_gold import Line, Wanted
from kg.evaluate.wording import (
    any_name,
    compatible,
    contains,
    generic,
    head,
    same_description,
    same_name,
    same_place,
    words,
)
from kg.model import EntityKind

_ACRONYM_DOTS = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\b)|(?<=\b[A-Z])\.(?=\s|$)")


@dataclass(slots=True, eq=False)
class Unit:
    """One harmed party of one event as the document tells it."""

    account: Account
    harm: Harm

    @property
    def personal(self) -> bool:
        """Whether it is one person with a name."""
        party = self.harm.party
        return bool(party.names) and party.kind is EntityKind.PERSON and party.number in (None, 1)

    @property
    def label(self) -> str:
        """What to call it."""
        number = self.harm.party.number
        return self.harm.party.label + (f" [{number}]" if number and not self.personal else "")


def units(account: Account) -> list[Unit]:
    """The units of one event."""
    told = [harm for harm in account.harms if harm.told and harm.effect != "none" and harm.party.number != 0]
    listed = [Unit(account, harm) for harm in told if not harm.counted]
    found = list(_distinct(listed))
    for harm in told:
        if not harm.counted:
            continue
        same = [u for u in found if u.harm.effect == harm.effect]
        sizes = [1 if u.personal else u.harm.party.number or 0 for u in same]
        if harm.party.number not in {*sizes, sum(sizes)}:
            found.append(Unit(account, harm))
    return found


def _distinct(listed: list[Unit]) -> Iterator[Unit]:
    """The units without second mentions of a group of the same size and noun."""
    seen: set[tuple[str, int, str]] = set()
    for unit in listed:
        party = unit.harm.party
        if not unit.personal and party.number and party.number > 1:
            key = (unit.harm.effect, party.number, head(party.description or party.label))
            if key in seen:
                continue
            seen.add(key)
        yield unit


def likeness(unit: Unit, wanted: Wanted) -> float:
    """How surely a unit is the wanted victim, from 0 to 1; below 0.5 the name is missing."""
    party = unit.harm.party
    if wanted.names:
        if any_name(wanted.names, party.names):
            return 1.0
        described = any(same_description(party.label, d) for d in wanted.descriptions)
        return 0.3 if described and not unit.personal and party.number in (None, 1) else 0.0
    if unit.personal:
        return 0.0
    texts = party.wordings
    fits = any(compatible(a, b) for a in texts for b in wanted.descriptions) or not wanted.descriptions
    alike = any(same_description(a, b) for a in texts for b in wanted.descriptions if not (generic(a) and generic(b)))
    if party.number is not None and wanted.numbers:
        if not {party.number, party.number - 1} & wanted.numbers:
            return 0.0
        vague = wanted.numbers == {1} and not alike
        return 0.0 if not fits or vague else 1.0 if alike else 0.8
    return 0.65 if alike else 0.5 if fits and not wanted.numbers else 0.0


def same_party(names: tuple[str, ...], gold: tuple[str, ...]) -> bool:
    """Whether an agent or claimant is the annotated one; a part of its name will do ("US military")."""
    return any(
        same_name(a, b) or contains(a, b) or contains(b, a)
        for a in map(undotted, names)
        for b in map(undotted, gold)
        if a and b
    )


def undotted(name: str) -> str:
    """Acronyms without their full stops."""
    return _ACRONYM_DOTS.sub("", name)


# -- circumstances of a unit ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Facts:
    """What the lines on a victim and its event accept."""

    agents: tuple[tuple[str, ...], ...]
    dates: tuple[str, ...]
    dated: bool
    places: tuple[str, ...]

    @classmethod
    def of(cls, wanted: Wanted, lines: list[Line]) -> Facts:
        """The facts of a wanted victim among all lines of its document."""
        must = [line for line in wanted.positive if not line.optional] or wanted.positive
        around = [line for line in lines if line.event == wanted.event] + wanted.lines
        own = {d for line in wanted.lines for d in line.dates if d}
        every = own | {d for line in around for d in line.dates if d}
        return cls(
            agents=tuple(dict.fromkeys(agent for line in must for agent in line.agents)),
            dates=tuple(sorted(every)) if own else (),
            dated=any(None not in line.dates for line in must),
            places=tuple(dict.fromkeys(place for line in must for place in line.places)),
        )

    def perpetrator(self, account: Account) -> bool:
        """Whether the event has one of the right agents; right where none is expected."""
        told = [part.party.wordings for part in account.perpetrators if part.told]
        return not self.agents or any(same_party(names, agent) for names in told for agent in self.agents)

    def date(self, account: Account) -> bool:
        """Whether the event's time is right."""
        spans = [(s.earliest, s.latest) for s in account.spans() if s.earliest and s.latest]
        if not self.dates:
            return True
        if not spans:
            return not self.dated
        return any(same_days(span, gold) for span in spans for text in self.dates if (gold := days(text)))

    def place(self, account: Account) -> bool:
        """Whether the event's place is one of those named, however wide."""
        told = [part.party.wordings for part in account.places if part.told]
        return not self.places or any(same_place(a, b) for names in told for a in names for b in self.places)


def shared_words(quote: str, evidence: str) -> float:
    """Longest run of words that two texts share, as a part of the shorter one."""
    a, b = words(quote), words(evidence)
    if len(a) > len(b):
        a, b = b, a
    best = 0
    for start in range(len(a)):
        if best >= len(a) - start:
            break
        for other in range(len(b)):
            run = 0
            while start + run < len(a) and other + run < len(b) and a[start + run] == b[other + run]:
                run += 1
            best = max(best, run)
    return best / len(a) if best >= min(3, len(a)) and len(a) > 1 else 0.0
