"""The whole view of a graph: what to list, look up and follow."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pyoxigraph import RdfFormat, Store

from kg.errors import GraphError
from kg.view.claims import Claim, Claims
from kg.view.conflicts import Conflict, conflict
from kg.view.deaths import Death, deaths, voice
from kg.view.lookup import Lookup
from kg.view.profiles import Profiles
from kg.view.records import VICTIM_ROLES, Event, Place, Report, Statement, Thing
from kg.view.roles import Role, roles
from kg.view.selection import Selection, plain
from kg.view.stats import Stats, by_status, by_type, period

T = TypeVar("T", bound=Thing)


def open_view(paths: Iterable[Path]) -> View:
    """The view of graph files, in any RDF syntax, or of folders that hold a store, which are copied into memory.

    Raises:
        GraphError: a file is missing or no valid RDF, or a folder holds no store.
    """
    from kg.rdf.reading import open_store

    given = list(paths)
    store = open_store([path for path in given if not path.is_dir()])
    for folder in (path for path in given if path.is_dir()):
        try:
            # Through a file: a third of the time of handing quad after quad from the one to the other.
            with tempfile.TemporaryFile() as quads:
                Store.read_only(str(folder)).dump(quads, RdfFormat.N_QUADS)
                quads.seek(0)
                store.bulk_load(quads, RdfFormat.N_QUADS, lenient=True)
        except (OSError, ValueError) as error:
            raise GraphError(f"{folder}: cannot be opened as a store: {error}") from error
    return View(store)


class View(Profiles):
    """Looks at the graph in a store, which is read once and must not change meanwhile."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.claims = Claims(store, self.index)

    @cached_property
    def events(self) -> list[Event]:
        """All events, the earliest first, those without a time last."""
        return sorted(self.index.events.values(), key=_chronological)

    def select(self, selection: Selection) -> list[Event]:
        """The events of a case, the earliest first."""
        return self.events if selection.empty else [event for event in self.events if selection.keeps(event)]

    @cached_property
    def people(self) -> list[Thing]:
        """All people, by name."""
        return self._of_kind("Person")

    @cached_property
    def groups(self) -> list[Thing]:
        """All groups, by name."""
        return self._of_kind("Group")

    @cached_property
    def places(self) -> list[Place]:
        """All places, by name."""
        return [thing for thing in self._of_kind("Place") if isinstance(thing, Place)]

    @cached_property
    def documents(self) -> list[Report]:
        """All reports, by their identifier."""
        return [thing for thing in self._of_kind("Document") if isinstance(thing, Report)]

    def _of_kind(self, kind: str) -> list[Thing]:
        found = [thing for thing in self.index.things.values() if thing.kind == kind]
        return sorted(found, key=lambda thing: (plain(thing.label), thing.id))

    @cached_property
    def _by_key(self) -> dict[str, Thing]:
        found: dict[str, Thing] = {}
        for iri, thing in self.index.things.items():
            found[iri] = found[thing.key] = self.index.events.get(iri, thing)
        for statement in self.index.statements.values():
            value = statement.value
            if isinstance(value, Thing) and value.kind == "Weapon":
                found[value.id] = found[value.key] = value
        return found

    def find(self, key: str) -> Thing | None:
        """The thing with this IRI or key; an event comes with all it has."""
        return self._by_key.get(key)

    @cached_property
    def _lookup(self) -> Lookup:
        things = [self._by_key[iri] for iri in self.index.things]
        return Lookup(self.store, things, lambda thing: len(self.involving(thing.id)))

    def named(self, name: str, *kinds: str) -> list[Thing]:
        """Things of these kinds by a name, an alias or a part of one; exact names first, then the best known."""
        return self._lookup.named(name, *kinds)

    def one(self, name: str, *kinds: str) -> Thing:
        """The one thing meant by a key, an IRI or a name: see ``Lookup.one``.

        Raises:
            UsageError: there is none, or several of that name; lists them.
        """
        known = self.find(name)
        return known if known is not None and known.kind in kinds else self._lookup.one(name, *kinds)

    @cached_property
    def _involved(self) -> dict[str, list[tuple[Event, Statement]]]:
        found: dict[str, list[tuple[Event, Statement]]] = defaultdict(list)
        for event in self.events:
            for statement in event.statements:
                if isinstance(statement.value, Thing):
                    found[statement.value.id].append((event, statement))
        return found

    def involving(self, iri: str) -> list[tuple[Event, Statement]]:
        """The events in which somebody or something has a part, and what is said of that part."""
        return self._involved.get(iri, [])

    def related(self, event: Event, most: int = 8) -> list[tuple[Event, list[Thing]]]:
        """Events that share people, groups or the exact place with this one, those that share most first."""
        shared: dict[str, list[Thing]] = defaultdict(list)
        for statement in event.statements:
            value = statement.value
            if not isinstance(value, Thing) or (isinstance(value, Place) and value.precision not in ("exact", "near")):
                continue
            for other, _ in self.involving(value.id):
                if other.id != event.id and value not in shared[other.id]:
                    shared[other.id].append(value)
        ranked = sorted(shared.items(), key=lambda pair: (-len(pair[1]), _chronological(self.index.events[pair[0]])))
        return [(self.index.events[iri], things) for iri, things in ranked[:most]]

    def roles(self, thing: Thing) -> list[Role]:
        """What a party is said to be over time, and who is said to be what in a group; the earliest first."""
        return roles(self.store, self.index, thing)

    def fate(self, thing: Thing) -> list[Event]:
        """The events in which it is a fact that somebody was killed."""
        return [event for event, said in self.involving(thing.id) if said.role == "fatalVictim" and said.fact]

    def conflicts(self, events: Iterable[Event] | None = None) -> list[Conflict]:
        """The events on which sources disagree, the worst first."""
        if events is None:
            return self._conflicts
        wanted = {event.id for event in events}
        return [found for found in self._conflicts if found.event.id in wanted]

    @cached_property
    def _conflicts(self) -> list[Conflict]:
        of_event = self._claims_by_event
        found = [c for e in self.events if (c := conflict(e, of_event.get(e.id, ()), self.above)) is not None]
        return sorted(found, key=lambda c: (-c.weight, _chronological(c.event)))

    @cached_property
    def all_claims(self) -> list[Claim]:
        """Every claim, by document and place in its text."""
        return self.claims.all()

    @cached_property
    def _claims_by_event(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.all_claims:
            for subject in sorted({statement.subject for statement in claim.statements}):
                found[subject].append(claim)
        return found

    def voices(self, event: Event, statement: Statement) -> list[str]:
        """Who says something of an event, and who denies it or leaves it open."""
        on_it = (claim for claim in self._claims_by_event.get(event.id, ()) if statement in claim.statements)
        return sorted({voice(claim) for claim in on_it})

    def deaths(self, events: Iterable[Event] | None = None, everything: bool = False) -> list[Death]:
        """Who was killed, in the order of events; ``everything`` adds what is no fact."""
        of_event = self._deaths_by_event[everything]
        wanted = self.events if events is None else events
        return [death for event in wanted for death in of_event[event.id]]

    @cached_property
    def _deaths_by_event(self) -> dict[bool, dict[str, list[Death]]]:
        of_event = self._claims_by_event
        return {
            everything: {e.id: list(deaths(e, of_event.get(e.id, ()), everything)) for e in self.events}
            for everything in (False, True)
        }

    def reports(self, events: Iterable[Event]) -> list[Report]:
        """The documents that tell of these events, by their identifier."""
        of_event = self._claims_by_event
        found = {c.quote.document.id: c.quote.document for e in events for c in of_event.get(e.id, ())}
        return sorted(found.values(), key=lambda report: (report.label, report.id))

    def claims_of(self, event: Event) -> list[Claim]:
        """All claims on an event."""
        return self.claims.about(event.id)

    @cached_property
    def stats(self) -> Stats:
        """The shape of the graph."""
        claims = self.all_claims
        stances = Counter(claim.kind_label for claim in claims)
        first, last = period(self.events)
        return Stats(
            events=len(self.events),
            people=len(self.people),
            groups=len(self.groups),
            places=len(self.places),
            documents=len(self.documents),
            claims=len(claims),
            statements=len(self.index.statements),
            facts=sum(statement.fact for statement in self.index.statements.values()),
            by_status=by_status(self.events),
            by_type=by_type(self.events),
            by_stance=tuple(sorted(stances.items(), key=lambda pair: (-pair[1], pair[0]))),
            dated=sum(event.dated for event in self.events),
            located=sum(bool(event.facts("location")) for event in self.events),
            first=first,
            last=last,
        )


def is_victim(statement: Statement) -> bool:
    """Whether a part in an event is that of somebody harmed."""
    return statement.role in VICTIM_ROLES


def _chronological(event: Event) -> tuple[str, str, str]:
    when = event.when
    day = when.first if when is not None else None
    return (day.isoformat() if day else "9999"), event.label, event.id
