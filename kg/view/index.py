"""Loads what a graph tells of in a few passes: names, places, times, counts, then events with their statements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from pyoxigraph import Store

from kg.view.records import Event, Place, Report, Statement, Thing, Toll, Value, When
from kg.view.sparql import Row, local, rows
from kg.vocab import EVENT_CLASSES, KGC, KGV

_KINDS = ("Person", "Group", "Place", "Materiel", "Narrator", "Document")
_KGC, _KGV = str(KGC._NS), str(KGV._NS)

_TYPED = """SELECT ?node ?type { VALUES ?type { %s } ?node a ?type }"""
_LABELS = """SELECT ?node ?label { ?node skos:prefLabel ?label }"""
_TERMS = """SELECT ?term ?label { ?term rdfs:label ?label . FILTER(STRSTARTS(STR(?term), STR(kgc:))) }"""
_UNNAMED = """SELECT ?node { ?node kgc:unnamed true }"""
_PLACES = """SELECT ?place ?precision ?latitude ?longitude ?country ?reason {
  ?place a kgc:Place .
  OPTIONAL { ?place kgc:precision ?precision }
  OPTIONAL { ?place kgc:latitude ?latitude ; kgc:longitude ?longitude }
  OPTIONAL { ?place kgc:countryCode ?country }
  OPTIONAL { ?place kgc:noCoordinates ?reason }
}"""
_WITHIN = """SELECT ?inner ?outer { ?inner kgc:within ?outer } ORDER BY ?inner ?outer"""
_TIMES = """SELECT ?time ?label ?precision ?earliest ?latest {
  ?time a kgc:TimeSpan ; skos:prefLabel ?label ; kgc:precision ?precision .
  OPTIONAL { ?time kgc:earliest ?earliest }
  OPTIONAL { ?time kgc:latest ?latest }
}"""
_TOLLS = """SELECT ?toll ?label ?outcome ?category ?low ?best ?high {
  ?toll a kgc:CasualtyEstimate ; kgc:outcome ?outcome ; kgc:category ?category .
  OPTIONAL { ?toll skos:prefLabel ?label }
  OPTIONAL { ?toll kgc:low ?low }
  OPTIONAL { ?toll kgc:best ?best }
  OPTIONAL { ?toll kgc:high ?high }
}"""
_DOCUMENTS = """SELECT ?document ?id ?title ?source ?issued ?basis ?digest {
  ?document a kgc:Document ; dcterms:identifier ?id .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:source ?source }
  OPTIONAL { ?document dcterms:issued ?issued }
  OPTIONAL { ?document kgc:issuedBasis ?basis }
  OPTIONAL { ?document kgc:sha256 ?digest }
}"""
_STATEMENTS = """SELECT ?statement ?subject ?predicate ?object ?status {
  ?statement a kgc:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; kgc:status ?status
}"""
_PLAIN = """SELECT ?subject ?object { ?subject <%s> ?object }"""
_INFERRED = """SELECT ?statement { ?statement kgc:inferred true }"""
_EVENTS = """SELECT DISTINCT ?event ?status ?stage {
  VALUES ?type { %s } ?event a ?type ; kgc:status ?status . OPTIONAL { ?event kgc:stage ?stage }
}"""
_CONTENT = """SELECT ?claim ?statement { ?claim kgc:content ?statement }"""
_REPORTED = """SELECT ?claim ?document { ?claim kgc:reportedIn ?document }"""
_OPPOSING = """SELECT DISTINCT ?claim { VALUES ?stance { kgc:Denial kgc:Doubt } ?claim a ?stance }"""
_EVENT_TYPES = " ".join(f"kgc:{name}" for name in EVENT_CLASSES)
_TYPES = " ".join((_EVENT_TYPES, *(f"kgc:{kind}" for kind in _KINDS)))


class Index:
    """Everything with a name, by IRI. ``terms`` are the ontology's names of classes and properties."""

    def __init__(self, store: Store) -> None:
        self._store = store
        labels = {row[0]: row[1] for row in sorted(rows(store, _LABELS), reverse=True)}
        types: dict[str, list[str]] = defaultdict(list)
        for iri, name in rows(store, _TYPED % _TYPES):
            types[iri].append(name.removeprefix(_KGC))
        self.terms = {iri.removeprefix(_KGC): label for iri, label in rows(store, _TERMS)}
        self._concepts = {iri: label for iri, label in labels.items() if iri.startswith(_KGV)}
        self._labels = labels
        self.things = self._things(types)
        self._values: dict[str, Value] = dict(self.things)
        self._values |= self._times() | self._tolls()
        self.statements = self._statements()
        self.events = self._events(types)

    def concept(self, iri: str) -> str:
        """A concept's name in words."""
        return self._concepts.get(iri) or iri.removeprefix(_KGV).replace("-", " ")

    def _things(self, types: dict[str, list[str]]) -> dict[str, Thing]:
        unnamed = {iri for (iri,) in rows(self._store, _UNNAMED)}
        found: dict[str, Thing] = {}
        for iri, names in types.items():
            kind = next((kind for kind in _KINDS if kind in names), None)
            if kind is None and any(name in EVENT_CLASSES for name in names):
                kind = "Event"
            if kind is not None:
                found[iri] = Thing(iri, local(iri), self._labels.get(iri, local(iri)), kind, iri in unnamed)
        found |= self._places(found)
        found |= self._documents()
        return found

    def _places(self, things: dict[str, Thing]) -> dict[str, Thing]:
        around: dict[str, list[str]] = defaultdict(list)
        for inner, outer in rows(self._store, _WITHIN):
            around[inner].append(outer)
        alone: dict[str, Place] = {}
        for iri, precision, latitude, longitude, country, reason in rows(self._store, _PLACES):
            thing = things[iri]
            alone[iri] = Place(
                *(iri, thing.key, thing.label, "Place", thing.unnamed),
                precision=precision.removeprefix(_KGV + "place-"),
                latitude=float(latitude) if latitude else None,
                longitude=float(longitude) if longitude else None,
                country=country or None,
                reason=reason,
            )
        return {
            iri: replace(place, within=tuple(alone[outer] for outer in _outwards(iri, around) if outer in alone))
            for iri, place in alone.items()
        }

    def _documents(self) -> dict[str, Thing]:
        return {
            iri: Report(
                *(iri, local(iri), identifier, "Document"),
                title=title or None,
                source=source or None,
                issued=_day(issued),
                issued_basis=basis,
                digest=digest,
            )
            for iri, identifier, title, source, issued, basis, digest in rows(self._store, _DOCUMENTS)
        }

    def _times(self) -> dict[str, Value]:
        return {
            iri: When(iri, label, _day(earliest), _day(latest), precision.removeprefix(_KGV + "time-"))
            for iri, label, precision, earliest, latest in rows(self._store, _TIMES)
        }

    def _tolls(self) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for iri, label, outcome, category, *numbers in rows(self._store, _TOLLS):
            low, best, high = (int(n) if n else None for n in numbers)
            kinds = outcome.removeprefix(_KGV), category.removeprefix(_KGV)
            found[iri] = Toll(iri, label or " ".join(reversed(kinds)), *kinds, low, best, high)
        return found

    def value(self, term: str) -> Value:
        """What the object of a statement stands for."""
        known = self._values.get(term)
        if known is None and term.startswith(_KGV):
            known = Thing(term, f"weapon-{local(term)}", self.concept(term), "Weapon")
        return known or term

    def _statements(self) -> dict[str, Statement]:
        inferred = {iri for (iri,) in rows(self._store, _INFERRED)}
        found: dict[str, Statement] = {}
        plain: dict[str, set[Row]] = {}
        for iri, subject, predicate, term, status in rows(self._store, _STATEMENTS):
            if predicate not in plain:
                # All triples of a property at once: to look for each statement's takes four times as long.
                plain[predicate] = set(rows(self._store, _PLAIN % predicate))
            role = predicate.removeprefix(_KGC)
            value = self.value(term)
            if isinstance(value, When) and iri in inferred:
                value = When(value.id, value.label, value.earliest, value.latest, value.precision, True)
            verdict = status.removeprefix(_KGV + "status-")
            found[iri] = Statement(
                iri, subject, role, self.terms.get(role, role), value, verdict, (subject, term) in plain[predicate]
            )
        return found

    def _counts(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """The documents that tell of each thing, and the claims that deny or doubt something of it."""
        reported = {row[0]: row[1] for row in rows(self._store, _REPORTED)}
        opposing = {claim for (claim,) in rows(self._store, _OPPOSING)}
        told: dict[str, set[str]] = defaultdict(set)
        opposed: dict[str, set[str]] = defaultdict(set)
        for claim, statement in rows(self._store, _CONTENT):
            known = self.statements.get(statement)
            if known is None:
                continue
            if claim in reported:
                told[known.subject].add(reported[claim])
            if claim in opposing:
                opposed[known.subject].add(claim)
        return told, opposed

    def _events(self, types: dict[str, list[str]]) -> dict[str, Event]:
        said: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            said[statement.subject].append(statement)
        told, opposed = self._counts()
        found: dict[str, Event] = {}
        for iri, status, stage in rows(self._store, _EVENTS % _EVENT_TYPES):
            thing = self.things.get(iri)
            if thing is None or thing.kind != "Event":
                continue
            classes = [name for name in types[iri] if name in EVENT_CLASSES]
            classes.sort(key=lambda name: (-EVENT_CLASSES[name], name))
            found[iri] = Event(
                *(iri, thing.key, thing.label, "Event"),
                types=tuple(self.terms.get(name, name) for name in classes),
                classes=tuple(classes),
                status=status.removeprefix(_KGV + "status-"),
                stage=stage.removeprefix(_KGV) or "accomplished",
                statements=tuple(sorted(said[iri], key=lambda s: (s.role, str(s.value), s.id))),
                documents=len(told[iri]) if iri in told else 0,
                opposed=len(opposed[iri]) if iri in opposed else 0,
            )
        return found


def _outwards(start: str, around: dict[str, list[str]]) -> list[str]:
    """The places around a place, nearest first."""
    found: list[str] = []
    waiting = list(around.get(start, ()))
    while waiting:
        outer = waiting.pop(0)
        if outer != start and outer not in found:
            found.append(outer)
            waiting += around.get(outer, ())
    return found


def _day(text: str) -> date | None:
    """A day of the calendar; None for what is none, as a graph of other making may have it."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
