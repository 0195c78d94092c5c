"""What scripts of the pages get as JSON: events in columns, networks, the ontology's terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from datetime import date
from typing import Any, Generic, TypeVar

from pyoxigraph import Store

from kg.drawing.map import RADIUS_KM
from kg.drawing.outline import country_at
from kg.report import wording
from kg.view import Death, Event, Place, Thing, View
from kg.view.graph import is_victim
from kg.view.sparql import PREFIXES, rows
from kg.view.stats import by_type

_TERMS = """SELECT DISTINCT ?term ?label ?kind ?text {
  ?term a ?type ; rdfs:label ?label .
  VALUES (?type ?kind) {
    (<http://www.w3.org/2002/07/owl#Class> "class")
    (<http://www.w3.org/2002/07/owl#ObjectProperty> "property")
    (<http://www.w3.org/2002/07/owl#DatatypeProperty> "property")
  }
  OPTIONAL { ?term skos:definition ?text }
} ORDER BY ?term"""

MOST_NEIGHBOURS = 40
"""Events shown around a party at once; the page says how many there are."""

T = TypeVar("T", bound=Hashable)


class _Table(Generic[T]):
    """Numbers values in the order in which they come."""

    def __init__(self) -> None:
        self.rows: list[T] = []
        self._at: dict[T, int] = {}

    def number(self, value: T) -> int:
        if value not in self._at:
            self._at[value] = len(self.rows)
            self.rows.append(value)
        return self._at[value]


def overview(view: View) -> dict[str, Any]:
    """Events and deaths, each a row; places, parties and kinds by their number in a table of their own."""
    places: _Table[Place] = _Table()
    parties: _Table[Thing] = _Table()
    kinds: _Table[str] = _Table()
    for name, _ in by_type(view.events):
        kinds.number(name)
    numbers = {event.id: n for n, event in enumerate(view.events)}
    events = [_event(event, places, parties, kinds) for event in view.events]
    killed = view.deaths(everything=True)
    facts = {(d.event.id, d.victim.id): d for d in view.deaths()}
    deaths = [_death(facts.get((d.event.id, d.victim.id), d), numbers) for d in killed]
    return {
        "events": events,
        "deaths": deaths,
        "places": [_place(place) for place in places.rows],
        "parties": [[party.key, party.label, party.kind.lower()] for party in parties.rows],
        "kinds": kinds.rows,
    }


def _event(event: Event, places: _Table[Place], parties: _Table[Thing], kinds: _Table[str]) -> list[object]:
    when = event.when
    people = [s.value for s in event.statements if isinstance(s.value, Thing) and s.value.kind in ("Person", "Group")]
    return [
        event.key,
        event.label,
        [kinds.number(name) for name in event.types],
        event.status,
        event.verdict,
        _days(when.earliest) if when else None,
        _days(when.latest) if when else None,
        when.label if when else "",
        int(event.dated),
        [places.number(place) for place in event.places],
        sorted({parties.number(party) for party in people}),
        event.documents,
        event.opposed,
        int(bool(event.facts("location"))),
    ]


def _days(day: date | None) -> int | None:
    """Days since the start of 1970, as scripts count them."""
    return None if day is None else day.toordinal() - date(1970, 1, 1).toordinal()


def _death(death: Death, numbers: dict[str, int]) -> list[object]:
    when = death.when
    return [
        numbers[death.event.id],
        int(death.fact),
        death.victim.key,
        death.victim.label,
        wording.joined(death.killers),
        f"{when.label}{' (inferred)' if when.inferred else ''}" if when else "",
        wording.joined(death.places),
        wording.joined(death.weapons),
        death.verdict,
        death.certainty,
        "; ".join(death.sources),
        death.quote.words if death.quote else "",
        death.quote.document.key if death.quote else "",
        death.quote.begin if death.quote else 0,
    ]


def _place(place: Place) -> list[object]:
    shape = None
    if place.precision == "country" and place.latitude is not None and place.longitude is not None:
        country = country_at(place.longitude, place.latitude)
        shape = country.name if country else None
    around = [outer.label for outer in place.within]
    reach = RADIUS_KM.get(place.precision, 0)
    return [place.key, place.label, place.latitude, place.longitude, place.precision, around, shape, reach]


def network(view: View, thing: Thing) -> dict[str, Any]:
    """A party or event with what it is tied to directly: nodes, and ties with their role and whether they are facts."""
    nodes: dict[str, Thing] = {thing.id: thing}
    ties: list[dict[str, Any]] = []
    total = 0

    def tie(event: Event, other: Thing, role: str, fact: bool, victim: bool) -> None:
        nodes[event.id] = event
        nodes[other.id] = other
        ties.append({"event": event.key, "party": other.key, "role": role, "fact": fact, "victim": victim})

    if isinstance(thing, Event):
        chosen = [(thing, s) for s in thing.statements]
    else:
        involved = view.involving(thing.id)
        total = len({event.id for event, _ in involved})
        chosen = involved[:MOST_NEIGHBOURS]
    for event, statement in chosen:
        other = statement.value
        if isinstance(other, Thing) and other.kind in ("Person", "Group"):
            role = wording.ROLE_WORDS.get(statement.role, statement.role_label)
            tie(event, other, role, statement.fact, is_victim(statement))
    belongs = []
    if thing.kind in ("Person", "Group"):
        for trait in view.traits(thing):
            if isinstance(trait.value, Thing) and trait.value.kind == "Group":
                nodes[trait.value.id] = trait.value
                belongs.append({"from": thing.key, "to": trait.value.key, "role": trait.label})
        for trait in view.belonging(thing)[:MOST_NEIGHBOURS]:
            if isinstance(trait.value, Thing):
                nodes[trait.value.id] = trait.value
                belongs.append({"from": trait.value.key, "to": thing.key, "role": trait.label})
    shown = [{"key": n.key, "label": n.label, "kind": n.kind.lower(), "note": _note(n)} for n in nodes.values()]
    return {"of": thing.key, "nodes": shown, "ties": ties, "belongs": belongs, "total": total}


def _note(thing: Thing) -> str:
    if isinstance(thing, Event):
        return f"{thing.when or 'no date'}, {thing.verdict}"
    return ""


def terms(store: Store) -> dict[str, Any]:
    """Prefixes, and the classes and properties of the ontology with their meaning."""
    found: dict[str, list[str]] = defaultdict(list)
    for term, label, kind, text in rows(store, _TERMS):
        short = next((f"{p}:{term.removeprefix(ns)}" for p, ns in PREFIXES.items() if term.startswith(ns)), "")
        if short:
            found[short] = [short, kind, label, text]
    more = ("rdf:type", "rdf:subject", "rdf:predicate", "rdf:object", "skos:prefLabel", "skos:altLabel", "rdfs:label")
    for short in (*more, "nif:anchorOf", "nif:beginIndex", "nif:endIndex", "dcterms:identifier", "dcterms:issued"):
        found.setdefault(short, [short, "property", "", ""])
    return {"prefixes": PREFIXES, "terms": sorted(found.values())}
