"""The reference reasoner: owlrl, without what it adds that is no knowledge, or not even RDF."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterable, Iterator

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdflib import Graph, URIRef
from rdflib import Literal as Value
from rdflib.plugins.serializers.nt import _quoteLiteral
from rdflib.term import Node

_ERROR = "http://www.daml.org/2002/03/agents/agent-ont#"
_OWN_WORDS = (
    "http://www.w3.org/2002/07/owl#",
    "http://www.w3.org/2000/01/rdf-schema#",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2001/XMLSchema#",
)
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_BLANK = "urn:kg:blank:"
_SAME = "http://www.w3.org/2002/07/owl#sameAs"


def close(asserted: Iterable[Triple], ontology: Iterable[Triple]) -> tuple[set[Triple], list[str]]:
    """What follows from the triples by the ontology, and what owlrl calls an error.

    Left out are literals as subjects (which no RDF syntax can hold), everything that is the same as itself, the kinds
    that every node has, and what is said of the ontology's own terms.
    """
    import owlrl

    given = [_named(triple) for triple in asserted]
    schema = [_named(triple) for triple in ontology]
    graph = Graph()
    with warnings.catch_warnings(), _spelling_kept():
        warnings.simplefilter("ignore")
        graph.parse(data="".join(f"{triple} .\n" for triple in [*given, *schema]), format="nt")
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    errors = sorted(str(o) for _, p, o in graph if str(p) == _ERROR + "error")
    terms = {triple.subject for triple in schema}
    lines = "".join(
        f"{s.n3()} {p.n3()} {_nt(o)} .\n" for s, p, o in graph if not isinstance(s, Value) and isinstance(p, URIRef)
    )
    found = {quad.triple for quad in parse(lines, RdfFormat.N_TRIPLES)} - set(given)
    return {_unnamed(t) for t in found if t.subject not in terms and _says_something(t)}, errors


@contextlib.contextmanager
def _spelling_kept() -> Iterator[None]:
    """Keeps rdflib from respelling literals, ``Z`` as ``+00:00`` for one, which would look like something new."""
    before = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


def _named(triple: Triple) -> Triple:
    """The triple with names for blank nodes, which rdflib would otherwise give other labels."""
    subject, value = triple.subject, triple.object
    return Triple(
        NamedNode(_BLANK + subject.value) if isinstance(subject, BlankNode) else subject,
        triple.predicate,
        NamedNode(_BLANK + value.value) if isinstance(value, BlankNode) else value,
    )


def _unnamed(triple: Triple) -> Triple:
    def back(term: NamedNode) -> NamedNode | BlankNode:
        return BlankNode(term.value.removeprefix(_BLANK)) if term.value.startswith(_BLANK) else term

    subject, value = triple.subject, triple.object
    return Triple(
        back(subject) if isinstance(subject, NamedNode) else subject,
        triple.predicate,
        back(value) if isinstance(value, NamedNode) else value,
    )


def _nt(term: Node) -> str:
    # rdflib's n3() uses long quotation marks for text of several lines, which N-Triples does not have.
    return _quoteLiteral(term) if isinstance(term, Value) else term.n3()


def _says_something(triple: Triple) -> bool:
    subject, predicate, value = triple.subject, triple.predicate.value, triple.object
    if isinstance(subject, NamedNode) and subject.value.startswith(_OWN_WORDS):
        return False
    if predicate.startswith(_ERROR) or (predicate == _SAME and subject == value):
        return False
    if predicate == _TYPE and isinstance(value, NamedNode):
        return not value.value.startswith((*_OWN_WORDS, _ERROR))
    return isinstance(value, Literal | NamedNode | BlankNode)
