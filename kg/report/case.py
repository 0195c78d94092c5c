"""What goes into a report: the events of a case with everything that belongs to them, ready to be laid out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.drawing import Bar, Marker, Tally
from kg.errors import UsageError
from kg.report import wording
from kg.view import Claim, Conflict, Death, Event, Place, Report, Role, Selection, Thing, Toll, View, When
from kg.view.stats import by_status, by_type, period

MOST_TOLD = 300
"""So many events are told one by one; of a larger case, tables and drawings hold all and these are told in full."""


MOST_PARTIES, MOST_ROLES = 12, 40
"""Of so many people and groups a report tells who they are said to be, and so many roles of each."""


@dataclass(frozen=True, slots=True)
class Case:
    """A report before its layout. ``told`` are the events told one by one, each with its claims."""

    title: str
    scope: str
    events: list[Event]
    deaths: list[Death]
    alleged: list[Death]
    conflicts: list[Conflict]
    documents: list[Report]
    told: list[tuple[Event, list[Claim]]]
    markers: list[Marker]
    bars: list[Bar]
    unplaced: int
    undated: int
    by_status: tuple[tuple[str, int], ...]
    by_type: tuple[tuple[str, int], ...]
    parties: list[Thing] = field(default_factory=list)
    roles: list[tuple[Thing, list[Role]]] = field(default_factory=list)

    @property
    def period(self) -> str:
        """First and last day of the events whose time is a fact."""
        first, last = period(self.events)
        return "" if first is None else f"{first} to {last}" if first != last else str(first)


def gather(view: View, selection: Selection, events: Sequence[str] = (), title: str = "") -> Case:
    """The case: the events that a selection keeps, or just those that are named.

    Raises:
        UsageError: there is no such event, or nothing fits the selection.
    """
    chosen = [_event(view, name) for name in events] if events else view.select(selection)
    if events:
        chosen = [event for event in chosen if selection.keeps(event)]
    if not chosen and not (selection.empty and not events):
        raise UsageError(f"no event fits: {selection.words or 'the events named'}")
    facts = view.deaths(chosen)
    known = {(death.event.id, death.victim.id) for death in facts}
    alleged = [d for d in view.deaths(chosen, everything=True) if (d.event.id, d.victim.id) not in known]
    told = [(event, view.claims_of(event)) for event in chosen[:MOST_TOLD]]
    scope = "; ".join(part for part in (selection.words, ", ".join(e.label for e in chosen) if events else "") if part)
    return Case(
        title=title or (chosen[0].label if len(events) == 1 else "What the reports say"),
        scope=scope or "everything in the graph",
        events=chosen,
        deaths=facts,
        alleged=alleged,
        conflicts=view.conflicts(chosen),
        documents=view.reports(chosen),
        told=told,
        markers=markers(chosen),
        bars=bars(chosen),
        unplaced=sum(not _points(event) for event in chosen),
        undated=sum(event.when is None for event in chosen),
        by_status=by_status(chosen),
        by_type=by_type(chosen),
        parties=_parties(chosen),
        roles=_roles(view, selection, chosen),
    )


def _event(view: View, name: str) -> Event:
    found = view.one(name, "Event")
    assert isinstance(found, Event)
    return found


def _points(event: Event) -> list[Place]:
    return [place for place in event.places if place.latitude is not None and place.longitude is not None]


def markers(events: Iterable[Event], link: str = "#{key}") -> list[Marker]:
    """A mark for every place, as large as the number of its events; it leads to the first of them."""
    at: dict[str, list[Event]] = defaultdict(list)
    places: dict[str, Place] = {}
    for event in events:
        for place in _points(event):
            at[place.id].append(event)
            places[place.id] = place
    found: list[Marker] = []
    for iri, here in at.items():
        place = places[iri]
        assert place.latitude is not None
        assert place.longitude is not None
        listed = "\n".join(f"{event.when or 'no date'}  {event.label}" for event in here[:8])
        more = f"\nand {len(here) - 8} more" if len(here) > 8 else ""
        label = f"{place.label} ({place.precision}): {len(here)} event{'s' * (len(here) > 1)}\n{listed}{more}"
        muted = not any(s.value == place for event in here for s in event.facts("location"))
        href = link.format(key=here[0].key)
        found.append(Marker(label, place.latitude, place.longitude, place.precision, len(here), href=href, muted=muted))
    return sorted(found, key=lambda m: (-m.weight, m.label))


def bars(events: Iterable[Event], link: str = "#{key}") -> list[Bar]:
    """A bar for every event that has a time, accepted or said."""
    return [
        Bar(
            f"{when}  {event.label}",
            when.earliest,
            when.latest,
            href=link.format(key=event.key),
            muted=not event.dated,
        )
        for event in events
        if (when := event.when) is not None
    ]


def of_one(event: Event) -> tuple[list[Marker], list[Bar], list[Tally]]:
    """What is said of the place, the time and the number of people of one event, accepted or not, each to draw."""
    places, times, tallies = list[Marker](), list[Bar](), list[tuple[str, bool, Tally]]()
    for s in event.said("location", "time", "casualties", "casualtyPart"):
        label, muted, value = wording.value(s), not s.fact, s.value
        if isinstance(value, Place) and value.latitude is not None and value.longitude is not None:
            label = f"{label}: {value.precision}"
            places.append(Marker(label, value.latitude, value.longitude, value.precision, muted=muted))
        elif isinstance(value, When):
            times.append(Bar(label, value.earliest, value.latest, muted=muted))
        elif isinstance(value, Toll):
            part, mark = s.role == "casualtyPart", f" ({wording.verdict(s)})" if muted else ""
            who = value.category.replace("all-people", "people").replace("-", " ")
            name = f"{'of these' if part else f'{value.outcome}:'} {who}{mark}"
            tally = Tally(name, value.low, value.best, value.high, part=part, muted=muted)
            tallies.append((value.outcome, part, tally))
    return places, times, [tally for *_, tally in sorted(tallies, key=lambda t: (t[0], t[1], t[2].muted))]


def _parties(events: Iterable[Event]) -> list[Thing]:
    """People and groups with a part in the events, those with most events first."""
    counts: dict[Thing, int] = defaultdict(int)
    for event in events:
        values = {statement.value for statement in event.statements if isinstance(statement.value, Thing)}
        for party in values:
            counts[party] += party.kind in ("Person", "Group") and not party.unnamed
    ranked = sorted(((-count, party.label, party.id, party) for party, count in counts.items() if count))
    return [party for *_, party in ranked]


def _roles(view: View, selection: Selection, events: Iterable[Event]) -> list[tuple[Thing, list[Role]]]:
    """Who the people and groups that the case is asked for are said to be over time; else those with most events."""
    asked = [
        *(view.named(selection.person, "Person") if selection.person else ()),
        *(view.named(selection.group, "Group") if selection.group else ()),
    ]
    shown = asked[:MOST_PARTIES] or _parties(events)[:MOST_PARTIES]
    return [(party, found[:MOST_ROLES]) for party in shown if (found := view.roles(party))]


def lines(event: Event) -> list[tuple[str, str]]:
    """The parts of an event as pairs of a word and what is said, facts or marked."""
    return [(word, wording.joined(said)) for role, word in wording.ROLES if (said := event.said(role))]
