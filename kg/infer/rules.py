"""The rules of OWL 2 RL that the ontology needs, as SPARQL updates, repeated until nothing new comes.

Named after the tables of the OWL 2 Profiles recommendation, section 4.3. A test checks that the ontology uses no
construct beyond them.
"""

from __future__ import annotations

from pyoxigraph import NamedNode, Store

ONTOLOGY = NamedNode("https://w3id.org/kg-conflict/graph#ontology")
"""Named graph that holds the ontology while rules run; the data are in the default graph."""

_PREFIXES = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
"""

_ONT = f"GRAPH <{ONTOLOGY.value}>"

RULES = {
    "cax-sco": ("?x a ?d", f"{_ONT} {{ ?c rdfs:subClassOf ?d }} ?x a ?c"),
    "prp-spo1": ("?x ?q ?y", f"{_ONT} {{ ?p rdfs:subPropertyOf ?q }} ?x ?p ?y"),
    "prp-dom": ("?x a ?c", f"{_ONT} {{ ?p rdfs:domain ?c }} ?x ?p ?y"),
    "prp-rng": ("?y a ?c", f"{_ONT} {{ ?p rdfs:range ?c }} ?x ?p ?y FILTER(!isLiteral(?y))"),
    "prp-inv1": ("?y ?q ?x", f"{_ONT} {{ ?p owl:inverseOf ?q }} ?x ?p ?y FILTER(!isLiteral(?y))"),
    "prp-inv2": ("?y ?p ?x", f"{_ONT} {{ ?p owl:inverseOf ?q }} ?x ?q ?y FILTER(!isLiteral(?y))"),
    "prp-trp": ("?x ?p ?z", f"{_ONT} {{ ?p a owl:TransitiveProperty }} ?x ?p ?y . ?y ?p ?z"),
    "prp-symp": ("?y ?p ?x", f"{_ONT} {{ ?p a owl:SymmetricProperty }} ?x ?p ?y FILTER(!isLiteral(?y))"),
    "prp-spo2": (
        "?x ?p ?z",
        f"{_ONT} {{ ?p owl:propertyChainAxiom ?l . ?l rdf:first ?a ; rdf:rest ?m . "
        "?m rdf:first ?b ; rdf:rest rdf:nil } ?x ?a ?y . ?y ?b ?z",
    ),
}
"""What follows, and from what."""


def close(store: Store) -> None:
    """Add to the default graph everything that follows."""
    size = -1
    while size != len(store):
        size = len(store)
        for conclusion, condition in RULES.values():
            store.update(f"{_PREFIXES} INSERT {{ {conclusion} }} WHERE {{ {condition} }}")
