"""Graphs for the pages: the hand-made world with its texts, a hostile one, and one of many events."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from kg.model import (
    Claim,
    Coordinates,
    Document,
    EntityKind,
    Graph,
    PlaceInfo,
    PlacePrecision,
    Predicate,
    Span,
    Status,
)
from tests.rdf import factory
from tests.rdf.factory import Story, said

HOSTILE = (
    """<script>document.title="run"</script><img src=x onerror="document.title='run'">"""
    """<a href="javascript:alert(1)">'"&"""
)
ARABIC = "محمد عبد الله"


def texts(graph: Graph) -> list[Document]:
    """The documents of a graph with digests that are true."""
    return [replace(d, digest=hashlib.sha256(d.text.encode()).hexdigest()) for d in graph.documents]


def world() -> Graph:
    """The story of the RDF tests, every document with a sentence from which nothing is taken."""
    graph = factory.world().graph()
    documents = [replace(d, text=d.text + "The market reopened. Nobody was surprised.\n") for d in graph.documents]
    by_id = {document.id: document.text for document in documents}
    claims = tuple(_told(claim, by_id[claim.document]) for claim in graph.claims)
    return replace(graph, documents=tuple(texts(replace(graph, documents=tuple(documents)))), claims=claims)


def _told(claim: Claim, text: str) -> Claim:
    """The claim with the word that told of its event, where that is this one."""
    begin = text.find("killed", claim.span.begin, claim.span.end)
    return claim if begin < 0 else replace(claim, triggers=(Span(begin, begin + len("killed")),))


def hostile() -> Graph:
    """Names, titles and quotes that are markup, and names that run from right to left."""
    story = Story()
    narrator = story.document("doc", "2019-05-05", title=HOSTILE, source=HOSTILE)
    story.entity("victim", EntityKind.PERSON, HOSTILE, aliases=(ARABIC,))
    story.entity("killer", EntityKind.PERSON, ARABIC)
    where = PlaceInfo(PlacePrecision.EXACT, Coordinates(33.5, 36.3))
    story.entity("place", EntityKind.PLACE, HOSTILE, place=where)
    story.event("e", "Killing", label=HOSTILE, status=Status.SINGLE_SOURCE)
    accepted = [
        said("e", Predicate.FATAL_VICTIM, "victim"),
        said("e", Predicate.PERPETRATOR, "killer"),
        said("e", Predicate.LOCATION, "place"),
    ]
    quote = f"{HOSTILE} was killed by {ARABIC}."
    story.claim("doc", narrator, quote, *((s, Status.SINGLE_SOURCE) for s in accepted), cue="<b>killed</b>")
    graph = story.graph()
    return replace(graph, documents=tuple(texts(graph)))
