"""Draws the conclusions that the ontology allows (OWL 2 RL), and tells what contradicts it.

::

    found = infer([Path("graph.ttl")])
    found.triples         # what follows and is not in the graph
    found.contradictions  # what cannot be, each with its reasons

Two reasoners give the same: owlrl, the reference, and the same rules as SPARQL updates in Oxigraph, a hundred times
faster. Only plain triples are reasoned from, that is, facts: nothing follows from what is merely claimed.
"""

from __future__ import annotations

from kg.infer.inference import REASONERS, Inferred, infer, serialize

__all__ = ["REASONERS", "Inferred", "infer", "serialize"]
