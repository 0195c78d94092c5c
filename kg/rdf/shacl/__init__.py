"""SHACL as SPARQL: every constraint of the shapes becomes one query that finds all nodes that break it.

A SHACL processor goes from node to node; for graphs of thousands of reports that takes hours. The shapes of kg are
standard SHACL, and a test holds what is found here against a processor. Of SHACL Core this knows what those shapes use;
anything else is an error when the shapes are read, never a constraint that is silently skipped.
"""

from __future__ import annotations

from kg.rdf.shacl.compiling import Check, ShapeError, checks
from kg.rdf.shacl.evaluating import broken

__all__ = ["Check", "ShapeError", "broken", "checks"]
