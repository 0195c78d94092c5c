"""What the endpoint says of itself (SPARQL 1.1 Service Description)."""

from __future__ import annotations

import io

from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, RdfFormat, Triple, serialize

from kg import __version__
from kg.serve.negotiation import ROWS, TRIPLES

_SD = "http://www.w3.org/ns/sparql-service-description#"
_RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def describe(address: str, media_type: str) -> bytes:
    """The description in a media type; ``address`` is where the endpoint was asked."""
    service, dataset, graph = BlankNode("service"), BlankNode("dataset"), BlankNode("graph")
    forms = [RdfFormat.from_media_type(name) for name in TRIPLES]
    results = [QueryResultsFormat.from_media_type(name) for name in ROWS]
    triples = [
        Triple(service, _RDF_TYPE, NamedNode(_SD + "Service")),
        Triple(service, NamedNode(_SD + "endpoint"), NamedNode(address)),
        Triple(service, NamedNode(_SD + "supportedLanguage"), NamedNode(_SD + "SPARQL11Query")),
        Triple(service, NamedNode(_SD + "feature"), NamedNode(_SD + "UnionDefaultGraph")),
        Triple(service, NamedNode(_SD + "defaultDataset"), dataset),
        Triple(dataset, _RDF_TYPE, NamedNode(_SD + "Dataset")),
        Triple(dataset, NamedNode(_SD + "defaultGraph"), graph),
        Triple(graph, _RDF_TYPE, NamedNode(_SD + "Graph")),
        Triple(service, NamedNode("http://purl.org/dc/terms/title"), Literal(f"kg {__version__}, read-only")),
    ]
    for form in (*forms, *results):
        if form is not None:
            triples.append(Triple(service, NamedNode(_SD + "resultFormat"), NamedNode(form.iri)))
    target = io.BytesIO()
    prefixes = {"sd": _SD, "dcterms": "http://purl.org/dc/terms/"}
    serialize(dict.fromkeys(triples), target, RdfFormat.from_media_type(media_type), prefixes=prefixes)
    return target.getvalue()
