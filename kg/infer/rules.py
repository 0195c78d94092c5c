"""The rules of OWL 2 RL that the ontology needs, as SPARQL updates, repeated until nothing new comes.

Named after the tables of the OWL 2 Profiles recommendation, section 4.3. A test checks that the ontology uses no
construct beyond them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

ONTOLOGY = NamedNode("https://w3id.org/kg-conflict/graph#ontology")
"""Named graph that holds the ontology while rules run; the data are in the default graph."""

_FOUND, _LATEST, _NEXT = (NamedNode(f"urn:kg:infer:{name}") for name in ("found", "latest", "next"))

_PREFIXES = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
"""

_ONT = f"GRAPH <{ONTOLOGY.value}>"


@dataclass(frozen=True, slots=True)
class Rule:
    """What follows, from what the ontology says and what the data say; ``resource`` must be no literal."""

    conclusion: str
    ontology: str
    premises: tuple[str, ...]
    resource: str = ""

    def updates(self, latest: bool) -> Iterator[str]:
        """The updates that add what follows; with ``latest`` only what rests on the last round's conclusions."""
        for among in range(len(self.premises)) if latest else (None,):
            premises = " . ".join(
                f"GRAPH <{_LATEST.value}> {{ {premise} }}" if number == among else premise
                for number, premise in enumerate(self.premises)
            )
            kept = f" FILTER(!isLiteral({self.resource}))" if self.resource else ""
            found = f"SELECT DISTINCT {self._variables} {{ {_ONT} {{ {self.ontology} }} {premises}{kept} }}"
            yield (
                f"{_PREFIXES} INSERT {{ GRAPH <{_NEXT.value}> {{ {self.conclusion} }} }} "
                f"WHERE {{ {{ {found} }} FILTER NOT EXISTS {{ {self.conclusion} }} }}"
            )

    @property
    def _variables(self) -> str:
        return " ".join(dict.fromkeys(word for word in self.conclusion.split() if word.startswith("?")))


RULES = {
    "cax-sco": Rule("?x a ?d", "?c rdfs:subClassOf ?d", ("?x a ?c",)),
    "prp-spo1": Rule("?x ?q ?y", "?p rdfs:subPropertyOf ?q", ("?x ?p ?y",)),
    "prp-dom": Rule("?x a ?c", "?p rdfs:domain ?c", ("?x ?p ?y",)),
    "prp-rng": Rule("?y a ?c", "?p rdfs:range ?c", ("?x ?p ?y",), "?y"),
    "prp-inv1": Rule("?y ?q ?x", "?p owl:inverseOf ?q", ("?x ?p ?y",), "?y"),
    "prp-inv2": Rule("?y ?p ?x", "?p owl:inverseOf ?q", ("?x ?q ?y",), "?y"),
    "prp-trp": Rule("?x ?p ?z", "?p a owl:TransitiveProperty", ("?x ?p ?y", "?y ?p ?z")),
    "prp-symp": Rule("?y ?p ?x", "?p a owl:SymmetricProperty", ("?x ?p ?y",), "?y"),
    "prp-spo2": Rule(
        "?x ?p ?z",
        "?p owl:propertyChainAxiom ?l . ?l rdf:first ?a ; rdf:rest ?m . ?m rdf:first ?b ; rdf:rest rdf:nil",
        ("?x ?a ?y", "?y ?b ?z"),
    ),
}


def close(store: Store) -> set[Triple]:
    """Add to the default graph everything that follows, and give it.

    After the first round only what has just been found is looked at anew, together with everything.
    """
    latest = False
    while True:
        for rule in RULES.values():
            for update in rule.updates(latest):
                store.update(update)
        if next(store.quads_for_pattern(None, None, None, _NEXT), None) is None:
            break
        store.update(f"ADD <{_NEXT.value}> TO DEFAULT; ADD <{_NEXT.value}> TO <{_FOUND.value}>")
        store.update(f"MOVE <{_NEXT.value}> TO <{_LATEST.value}>")
        latest = True
    found = {quad.triple for quad in store.quads_for_pattern(None, None, None, _FOUND)}
    for graph in (_FOUND, _LATEST, _NEXT):
        store.remove_graph(graph)
    return found


def flatten(store: Store) -> None:
    """Put the triples of all named graphs into the default graph."""
    for graph in list(store.named_graphs()):
        inside = list(store.quads_for_pattern(None, None, None, graph))
        store.bulk_extend(Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in inside)
        store.remove_graph(graph)
