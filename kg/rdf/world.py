"""The world layer: documents, people, places, things, times and events, with plain triples for facts only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rdflib import DCTERMS, RDF, SDO, SKOS, Literal, URIRef
from rdflib.term import Node

from kg import model
from kg.knowledge.weapons import Weapons
from kg.model import EntityKind, Stage, Status
from kg.rdf import literals, wording
from kg.rdf.naming import Names, concept
from kg.rdf.statements import Proposition, Statements
from kg.vocab import EVENT_CLASSES, KGC, KGV

# rdflib looks up a term of its own namespaces anew each time.
_TYPE = RDF.type
_LABEL = SKOS.prefLabel

Triple = tuple[Node, URIRef, Node]


def documents(graph: model.Graph, names: Names) -> Iterator[Triple]:
    """What was read, when it was issued, and how that is known."""
    for document in graph.documents:
        node = names.document(document.id)
        yield node, _TYPE, KGC.Document
        yield node, DCTERMS.identifier, literals.text(document.id)
        yield node, DCTERMS.language, literals.text(document.language)
        if document.digest:
            yield node, KGC.sha256, literals.text(document.digest)
        if document.issued is not None:
            yield node, DCTERMS.issued, literals.day(document.issued)
            if document.issued_basis:
                yield node, KGC.issuedBasis, literals.text(document.issued_basis)
        if document.source:
            yield node, DCTERMS.source, literals.text(document.source)
        if document.title:
            yield node, DCTERMS.title, literals.text(document.title)
        if document.author:
            yield node, KGC.byline, literals.text(document.author)
        if document.url:
            yield node, SDO.url, literals.text(document.url)
        if document.id in graph.copy_of:
            yield node, KGC.copyOf, names.document(graph.copy_of[document.id])
        if document.extractor:
            yield node, KGC.extractor, literals.text(document.extractor)


def entities(graph: model.Graph, names: Names) -> Iterator[Triple]:
    """Everybody and everything the texts speak of."""
    voices: dict[str, set[str]] = {}
    for claim in graph.claims:
        voices.setdefault(claim.claimant, set()).add(claim.document)
    known = {entity.key for entity in graph.entities}
    for entity in graph.entities:
        node = names.thing(entity.key)
        yield node, _TYPE, KGC[entity.kind]
        yield node, _LABEL, literals.text(entity.label)
        for alias in entity.aliases:
            if alias != entity.label:
                yield node, SKOS.altLabel, literals.text(alias)
        if entity.name is None and entity.kind is not EntityKind.NARRATOR:
            yield node, KGC.unnamed, literals.truth(True)
        if entity.description and entity.description != entity.label:
            yield node, DCTERMS.description, literals.text(entity.description)
        if entity.actor:
            yield node, DCTERMS.identifier, literals.text(entity.actor)
        if entity.actor_type:
            yield node, KGC.actorType, KGV[entity.actor_type]
        for other in entity.same_as:
            yield node, SDO.sameAs, URIRef(other)
        if entity.count is not None:
            yield from _count(node, entity.count, (KGC.sizeLow, KGC.sizeBest, KGC.sizeHigh))
        if entity.kind is EntityKind.NARRATOR:
            for identifier in voices.get(entity.key, ()):
                yield node, KGC.voiceOf, names.document(identifier)
        if entity.place is not None:
            yield from _place(node, entity, names, known)


def replaced(graph: model.Graph, names: Names) -> Iterator[Triple]:
    """Where IRIs of earlier graphs lead that are no longer in use."""
    for old, new in graph.replaced.items():
        yield names.thing(old), DCTERMS.isReplacedBy, names.thing(new)


def _place(node: URIRef, entity: model.Entity, names: Names, known: set[str]) -> Iterator[Triple]:
    place = entity.place
    assert place is not None
    yield node, KGC.precision, KGV[place.precision]
    if place.coordinates is not None:
        yield node, KGC.latitude, literals.decimal(place.coordinates.latitude, 6)
        yield node, KGC.longitude, literals.decimal(place.coordinates.longitude, 6)
    elif place.reason:
        yield node, KGC.noCoordinates, literals.text(place.reason)
    if place.gazetteer_id:
        yield node, KGC.gazetteerId, literals.text(place.gazetteer_id)
    if place.country:
        yield node, KGC.countryCode, literals.text(place.country)
    chain = [entity.key, *(key for key in place.within if key in known and key != entity.key)]
    for inner, outer in pairwise(chain):
        yield names.thing(inner), KGC.within, names.thing(outer)


def _count(node: Node, count: model.Count, properties: tuple[URIRef, URIRef, URIRef]) -> Iterator[Triple]:
    """Low, best and high, without contradicting each other."""
    for value, term in zip((count.low, count.best, count.high), properties, strict=True):
        if value is not None:
            yield node, term, literals.number(value)


def values(propositions: Iterable[Proposition], names: Names) -> Iterator[Triple]:
    """The times and counts that statements point to."""
    for found in propositions:
        value = found.values[0]
        if isinstance(value, model.TimeSpan):
            yield from time_span(value, names)
        elif isinstance(value, model.Casualties):
            yield found.object, _TYPE, KGC.CasualtyEstimate
            yield found.object, _LABEL, literals.text(wording.casualties(value))
            yield found.object, KGC.outcome, KGV[value.outcome]
            yield found.object, KGC.category, KGV[value.category]
            yield from _count(found.object, value.count, (KGC.low, KGC.best, KGC.high))


def time_span(span: model.TimeSpan, names: Names) -> Iterator[Triple]:
    """A time: its first and last day, how finely it is known, and its date if a calendar unit holds it."""
    node = names.time(span)
    yield node, _TYPE, KGC.TimeSpan
    yield node, _LABEL, literals.text(span.label)
    yield node, KGC.precision, KGV[span.precision]
    if span.earliest is not None:
        yield node, KGC.earliest, literals.day(span.earliest)
    if span.latest is not None:
        yield node, KGC.latest, literals.day(span.latest)
    if span.instant is not None:
        yield node, KGC.instant, literals.instant(span.instant)
    date = literals.calendar_date(span)
    if date is not None:
        yield node, KGC.date, date


def events(graph: model.Graph, names: Names) -> Iterator[Triple]:
    """Event nodes with types, label and verdict; what happened in them are facts and come apart."""
    for event in graph.events:
        node = names.thing(event.key)
        for name in event.types or ("Event",):
            if name not in EVENT_CLASSES:
                raise ValueError(f"event {event.key}: {name} is no class of events")
            yield node, _TYPE, KGC[name]
        yield node, _LABEL, literals.text(event.label or event.key)
        yield node, KGC.status, KGV["status-" + graph.event_status.get(event.key, Status.OPEN).value]
        if event.stage is not Stage.ACCOMPLISHED:
            yield node, KGC.stage, KGV[event.stage]


def facts(statements: Statements, propositions: Iterable[Proposition], names: Names) -> Iterator[Triple]:
    """The plain triples on one thing, and for a dated event its date as a literal that a spreadsheet can read."""
    for found in statements.facts(propositions):
        subject = names.thing(found.subject)
        yield subject, KGC[found.predicate], found.object
        if found.predicate is not model.Predicate.TIME:
            continue
        date = literals.calendar_date(found.times[0])
        if date is not None:
            yield subject, KGC.date, date
        if found.inferred:
            yield subject, KGC.dateInferred, literals.truth(True)
            for basis in found.bases:
                yield subject, KGC.dateBasis, literals.text(basis)


def attributes(graph: model.Graph, statements: Statements, names: Names) -> Iterator[Triple]:
    """What texts give in passing about people and groups, unless a verdict speaks against it.

    A membership or leadership that they give only as past, to come or suspected does not stand; their words do.
    """
    given = {(st, one.plain) for one in graph.attestations for st in one.statements if isinstance(st.object, model.Ref)}
    for statement in graph.attributes:
        if (statement, False) in given and (statement, True) not in given:
            continue
        if not graph.verdicts.get(statement, Status.SINGLE_SOURCE).accepted:
            continue
        value = statements.node(statement.subject, statement.object)
        if value is not None:
            yield names.thing(statement.subject), KGC[statement.predicate], value


def weapons(graph: model.Graph, known: Weapons) -> Iterator[Triple]:
    """The weapon concepts in use and the kinds they belong to, so that a graph file says what they are."""
    said = (statement.object for claim in graph.claims for statement in claim.statements)
    names = {value.name for value in said if isinstance(value, model.Concept)}
    for name in sorted(names):
        weapon = known.get(name)
        family = (weapon, *known.broader(weapon)) if weapon is not None else ()
        if weapon is None:
            yield from _concept(name, name.replace("-", " "))
        for member in family:
            yield from _concept(member.id, member.label)
        for narrow, broad in pairwise(family):
            yield concept(narrow.id), SKOS.broader, concept(broad.id)


def _concept(name: str, label: str) -> Iterator[Triple]:
    node = concept(name)
    yield node, _TYPE, SKOS.Concept
    yield node, SKOS.inScheme, KGV.Weapon
    yield node, _LABEL, Literal(label, lang="en")
