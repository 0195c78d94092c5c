"""Calls each event by a phrase that people can read, made from what is accepted of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Claim, Entity, Event, PlacePrecision, Predicate, Ref, Stage, Statement, Status, TimeSpan
from kg.resolve.parties import Parties
from kg.resolve.times import days, known

_ON = (
    Predicate.FATAL_VICTIM,
    Predicate.CAPTIVE,
    Predicate.INJURED_VICTIM,
    Predicate.VICTIM,
    Predicate.TARGET,
    Predicate.MATERIAL_LOSS,
    Predicate.PARTICIPANT,
)
_OF = frozenset(
    {
        "Killing", "TargetedKilling", "Execution", "Beheading", "Abduction", "Arrest", "Captivity",
        "Injuring", "Harassment", "Release", "ShootDown", "Crash", "Destruction", "Founding",
    }
)  # fmt: skip
_DOUBT = {Status.OPEN: "Alleged ", Status.DISPUTED: "Disputed ", Status.DISCOUNTED: "Denied "}
_STAGE = {Stage.ATTEMPTED: "Attempted ", Stage.PLANNED: "Planned ", Stage.THREATENED: "Threatened "}
_MOST = 3
_COUNTED = re.compile(r"(?P<number>(?:[a-z]+ ){0,3}\d[\d,.]*) (?P<whom>\D+)", re.IGNORECASE)
_WIDTH = tuple(PlacePrecision)


def _words(kind: str) -> str:
    """The name of a class as words: ``drone strike``."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in kind).strip()


def _rivals(names: Sequence[str]) -> list[str]:
    """The names with different counts of the same people in one: they are rivals and not to be added up."""
    counts: dict[str, list[str]] = {}
    for name in names:
        found = _COUNTED.fullmatch(name)
        counts.setdefault(found["whom"] if found else name, []).append(found["number"] if found else "")
    merged = []
    for whom, numbers in counts.items():
        told = sorted((number for number in numbers if number), key=_number)
        merged.append(f"{' or '.join(told)} {whom}" if told else whom)
    return merged


def _number(words: str) -> float:
    return float("".join(filter(str.isdigit, words)))


class Labels:
    """Phrases for events, from the statements on them and the labels of those involved."""

    def __init__(
        self,
        claims: Iterable[Claim],
        entities: Mapping[str, Entity],
        verdicts: Mapping[Statement, Status],
        parties: Parties,
    ) -> None:
        self._entities = entities
        self._parties = parties
        self._verdicts = verdicts
        # each as often as it is claimed: the list of a few takes less than half of what they take counted
        self._roles: defaultdict[tuple[str, Predicate], list[Statement]] = defaultdict(list)
        for claim in claims:
            for statement in claim.statements:
                self._roles[statement.subject, statement.predicate].append(statement)

    def of(self, event: Event, status: Status) -> str:
        """``Drone strike on X in P, 2023-07-07``; ``Alleged killing of X by Y`` where it is not accepted."""
        kind = event.types[0] if event.types else "Event"
        means = ""
        dead = self._names(event.key, Predicate.FATAL_VICTIM)
        if dead and kind not in _OF:
            kind, means = "Killing", _words(kind)
        phrase = _words(kind)
        patient = next((names for role in _ON if (names := self._names(event.key, role))), "")
        agent = self._names(event.key, Predicate.PERPETRATOR)
        place = self._names(event.key, Predicate.LOCATION, most=1)
        if patient:
            phrase += f" {'of' if kind in _OF else 'on'} {patient}"
        if agent:
            phrase += f" by {agent}"
        if means:
            phrase += f" in {'an' if means[0] in 'aeiou' else 'a'} {means}"
        if place:
            phrase += f", {place}" if means else f" in {place}"
        when = self._when(event.key)
        if when:
            phrase += f", {when}"
        phrase = _STAGE.get(event.stage, "" if status.accepted else _DOUBT.get(status, "")) + phrase
        return phrase[:1].upper() + phrase[1:]

    def _best(self, event: str, role: Predicate) -> list[Statement]:
        """The statements on a role, the accepted ones if there are any, the most frequent first."""
        claimed = self._roles.get((event, role))
        if not claimed:
            return []
        if len(claimed) == 1:
            return [st for st in claimed if self._verdicts[st] is not Status.DISCOUNTED]
        told = Counter(claimed)
        accepted = {st: n for st, n in told.items() if self._verdicts[st].accepted}
        if len(accepted) == 1:
            return list(accepted)
        chosen = accepted or {st: n for st, n in told.items() if self._verdicts[st] is not Status.DISCOUNTED}
        return sorted(chosen, key=lambda st: (-chosen[st], str(st.object)))

    def _names(self, event: str, role: Predicate, most: int = _MOST) -> str:
        names: list[str] = []
        for key in self._fine([st.object.key for st in self._best(event, role) if isinstance(st.object, Ref)]):
            entity = self._entities.get(key)
            if entity is not None and entity.label not in names:
                names.append(entity.label)
        if role is Predicate.LOCATION:
            return "".join(names[:most])
        names = _rivals(names)
        more, names = len(names) - most, sorted(names[:most])
        if more > 0:
            return f"{', '.join(names)} and {more} more"
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def _fine(self, keys: list[str]) -> list[str]:
        """The keys without groups that another of them is part of, and small places before wide ones."""
        above = {upper for key in keys for upper in self._parties.circle(key) - {key}}
        return sorted((key for key in keys if key not in above), key=self._width)

    def _width(self, key: str) -> int:
        place = self._entities[key].place if key in self._entities else None
        return _WIDTH.index(place.precision) if place is not None else 0

    def _when(self, event: str) -> str:
        spans = [
            st.object
            for st in self._best(event, Predicate.TIME)
            if isinstance(st.object, TimeSpan) and known(st.object) and self._verdicts[st].accepted
        ]
        return min(spans, key=lambda span: (days(span), span.label)).label if spans else ""
