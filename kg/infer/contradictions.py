"""What cannot be, by the ontology, and why the graph says it all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.infer.rules import ONTOLOGY

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
_SHORT = {"https://w3id.org/kg-conflict/ont#": "", "https://w3id.org/kg-conflict/voc#": ""}
_PREFIXES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
"""
_ONT = f"GRAPH <{ONTOLOGY.value}>"

_DISJOINT = f"""{_PREFIXES}
SELECT DISTINCT ?x ?c ?d WHERE {{ {_ONT} {{ ?c owl:disjointWith ?d }} ?x a ?c, ?d }} ORDER BY ?x ?c ?d"""
_IRREFLEXIVE = f"""{_PREFIXES}
SELECT DISTINCT ?x ?p WHERE {{ {_ONT} {{ ?p a owl:IrreflexiveProperty }} ?x ?p ?x }} ORDER BY ?x ?p"""


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """A node of which the graph says what cannot be true at once, in words, with the reasons for each half."""

    node: str
    message: str
    reasons: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.node}: {self.message}" + "".join(f"\n    {reason}" for reason in self.reasons)


def contradictions(store: Store, stated: Callable[[], Store]) -> list[Contradiction]:
    """What the closed graph holds against the ontology; ``stated`` gives the graph as it was, if that is needed.

    A node that is of two disjoint kinds is named once for the most specific pair of them that is stated or follows
    directly.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for row in _rows(store, _DISJOINT):
        found.setdefault(row["x"], []).append((row["c"], row["d"]))
    result = []
    asserted = stated() if found else store
    for node, pairs in found.items():
        one, other = pairs[0]
        message = f"{_label(store, node)} is both {_name(one)} and {_name(other)}, which nothing can be"
        reasons = (_why(store, asserted, node, one), _why(store, asserted, node, other))
        result.append(Contradiction(node, message, reasons))
    for row in _rows(store, _IRREFLEXIVE):
        message = f"{_label(store, row['x'])} stands in the relation {_name(row['p'])} to itself, which nothing can"
        result.append(Contradiction(row["x"], message))
    return sorted(result)


def _why(store: Store, asserted: Store, node: str, kind: str) -> str:
    """Why a node is of a kind: the shortest way back to what is stated."""
    seen = {kind}
    waiting = [(kind, [kind])]
    while waiting:
        current, chain = waiting.pop(0)
        for reason in _grounds(asserted, store, node, current):
            steps = "".join(
                f", and each {_name(a)} is {_name(b)}" for a, b in zip(chain[::-1], chain[-2::-1], strict=False)
            )
            return f"{_name(kind)}: {reason}{steps}"
        for sub in _values(store, f"SELECT ?v WHERE {{ {_ONT} {{ ?v rdfs:subClassOf <{current}> }} }} ORDER BY ?v"):
            if sub not in seen:
                seen.add(sub)
                waiting.append((sub, [*chain, sub]))
    return f"{_name(kind)}: follows"


def _grounds(asserted: Store, closed: Store, node: str, kind: str) -> Iterator[str]:
    me = NamedNode(node)
    if next(asserted.quads_for_pattern(me, NamedNode(_TYPE), NamedNode(kind)), None) is not None:
        yield f"it is stated to be {_name(kind)}"
    for store, how in ((asserted, ""), (closed, " (which follows)")):
        for prop in _values(closed, f"SELECT ?v WHERE {{ {_ONT} {{ ?v rdfs:range <{kind}> }} }} ORDER BY ?v"):
            for quad in sorted(store.quads_for_pattern(None, NamedNode(prop), me), key=str):
                subject = getattr(quad.subject, "value", str(quad.subject))
                yield f"it is {_name(prop)} of {_label(closed, subject)}{how}"
        for prop in _values(closed, f"SELECT ?v WHERE {{ {_ONT} {{ ?v rdfs:domain <{kind}> }} }} ORDER BY ?v"):
            for quad in sorted(store.quads_for_pattern(me, NamedNode(prop), None), key=str):
                value = getattr(quad.object, "value", str(quad.object))
                yield f"it has {_name(prop)} {_label(closed, value)}{how}"


def _rows(store: Store, sparql: str) -> Iterator[dict[str, str]]:
    found = store.query(sparql)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    for solution in found:
        yield {name: getattr(solution[name], "value", str(solution[name])) for name in names}


def _values(store: Store, sparql: str) -> list[str]:
    return [row["v"] for row in _rows(store, _PREFIXES + sparql)]


def _label(store: Store, iri: str) -> str:
    try:
        quads = store.quads_for_pattern(NamedNode(iri), _LABEL, None)
    except ValueError:
        return iri
    labels = sorted(q.object.value for q in quads if isinstance(q.object, Literal))
    return f"“{labels[0]}”" if labels else _name(iri)


def _name(iri: str) -> str:
    for namespace, short in _SHORT.items():
        if iri.startswith(namespace):
            return short + iri.removeprefix(namespace)
    return iri
