"""The statement, claim and text layers: who says what, how surely, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rdflib import RDF, Literal, URIRef

from kg import model
from kg.rdf import literals
from kg.rdf.naming import Names
from kg.rdf.statements import Proposition, Statements
from kg.rdf.world import Triple, time_span
from kg.vocab import KGC, KGV, NIF

# rdflib looks up a term of its own namespaces anew each time.
_TYPE = RDF.type
_SUBJECT = RDF.subject
_PREDICATE = RDF.predicate
_OBJECT = RDF.object


def statements(propositions: Iterable[Proposition], names: Names) -> Iterator[Triple]:
    """Propositions that somebody takes a stance on, with the verdict on each and the claims that do."""
    for found in propositions:
        yield found.iri, _TYPE, KGC.Statement
        yield found.iri, _SUBJECT, names.thing(found.subject)
        yield found.iri, _PREDICATE, KGC[found.predicate]
        yield found.iri, _OBJECT, found.object
        yield found.iri, KGC.status, KGV["status-" + found.status]
        if found.predicate is model.Predicate.TIME:
            yield from _time(found)
        for claim in found.claims:
            yield names.claim(claim.key), KGC.content, found.iri


def _time(found: Proposition) -> Iterator[Triple]:
    """How a time was read: in which words, and from what else."""
    if found.inferred:
        yield found.iri, KGC.inferred, literals.truth(True)
    for basis in found.bases:
        yield found.iri, KGC.basis, literals.text(basis)
    for words in sorted({span.text for span in found.times if span.text}):
        yield found.iri, KGC.expression, literals.text(words)


def claims(graph: model.Graph, collected: Statements, names: Names) -> Iterator[Triple]:
    """Every stance, with the words it was read from."""
    texts = {document.id: document.text for document in graph.documents}
    for claim in graph.claims:
        if not collected.says_something(claim):
            continue
        node, words = names.claim(claim.key), names.mention(claim.document, claim.span)
        yield node, _TYPE, KGC[claim.kind]
        yield node, KGC.claimant, names.thing(claim.claimant)
        yield node, KGC.certainty, KGV[claim.certainty]
        yield node, KGC.reportedIn, names.document(claim.document)
        yield node, KGC.evidence, words
        if claim.confidence is not None:
            yield node, KGC.confidence, literals.decimal(claim.confidence, 3)
        if claim.on_behalf_of is not None:
            yield node, KGC.onBehalfOf, names.thing(claim.on_behalf_of)
        if claim.cue:
            yield node, KGC.cue, literals.text(claim.cue)
        if claim.rule:
            yield node, KGC.rule, literals.text(claim.rule)
        if claim.said_at is not None and claim.said_at.label:
            yield node, KGC.saidAt, names.time(claim.said_at)
            yield from time_span(claim.said_at, names)
        quote = _quote(claim, texts.get(claim.document, ""), graph.quotes.get(claim.key))
        yield from _mention(words, claim.document, claim.span, quote, names)
        for trigger in claim.triggers:
            telling = names.mention(claim.document, trigger)
            anchor = quote[trigger.begin - claim.span.begin : trigger.end - claim.span.begin]
            yield from _mention(telling, claim.document, trigger, anchor, names)
            for event in dict.fromkeys(statement.subject for statement in claim.statements):
                yield telling, KGC.denotes, names.thing(event)


def attestations(graph: model.Graph, names: Names) -> Iterator[Triple]:
    """Who somebody is said to be in passing: the role, as of which day, in which sentence."""
    documents = {document.id: document for document in graph.documents}
    for attested in graph.attestations:
        node = names.claim(attested.key)
        document = documents.get(attested.document)
        yield node, RDF.type, KGC.Attestation
        yield node, KGC.bearer, names.thing(attested.statements[0].subject)
        for statement in attested.statements:
            if isinstance(statement.object, model.Ref):
                yield node, KGC.relation, KGC[statement.predicate.value]
                yield node, KGC.counterpart, names.thing(statement.object.key)
            elif isinstance(statement.object, str):
                yield node, KGC.wording, literals.text(statement.object)
        yield node, KGC.standing, KGV["standing-" + attested.standing.value]
        yield from _when(node, attested, document.issued if document is not None else None)
        if attested.certainty is not model.Certainty.CERTAIN:
            yield node, KGC.certainty, KGV[attested.certainty.value]
        if attested.claimant is not None:
            yield node, KGC.claimant, names.thing(attested.claimant)
        words = names.mention(attested.document, attested.span)
        yield node, KGC.evidence, words
        text = document.text if document is not None else ""
        quote = _quote(attested, text, graph.quotes.get(attested.key))
        yield from _mention(words, attested.document, attested.span, quote, names)


def _when(node: URIRef, attested: model.Attestation, issued: date | None) -> Iterator[Triple]:
    """When a role is attested, and the times that the words give it; one held "then" is not of the report's day."""
    as_of = literals.calendar_date(attested.at) if attested.at is not None else None
    if as_of is None and issued is not None and attested.standing is not model.Standing.THEN:
        as_of = literals.day(issued)
    known = (KGC.asOf, as_of), (KGC.since, _calendar(attested.since)), (KGC.until, _calendar(attested.until))
    yield from ((node, term, value) for term, value in known if value is not None)


def _calendar(span: model.TimeSpan | None) -> Literal | None:
    return None if span is None else literals.calendar_date(span)


def _quote(claim: model.Claim | model.Attestation, text: str, quote: str | None) -> str:
    """The words that a claim or attestation was read from.

    Raises:
        ValueError: neither text nor quote holds words as long as the claim's span.
    """
    span = claim.span
    anchor = span.of(text) or quote or ""
    if len(anchor) != span.end - span.begin:
        raise ValueError(f"{claim.key}: no words of {span.end - span.begin} characters at {span}")
    return anchor


def _mention(node: URIRef, document: str, span: model.Span, anchor: str, names: Names) -> Iterator[Triple]:
    yield node, _TYPE, KGC.Mention
    yield node, NIF.referenceContext, names.document(document)
    yield node, NIF.beginIndex, literals.number(span.begin)
    yield node, NIF.endIndex, literals.number(span.end)
    yield node, NIF.anchorOf, literals.text(anchor)
