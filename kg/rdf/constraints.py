"""Evaluates the SPARQL constraints of the shapes for all nodes at once.

A SHACL processor binds ``$this`` to one node after the other and parses the query anew for each: seconds for
a graph of a few reports. The constraints of kg are written so that, asked without a binding, they select all
nodes that break them; Oxigraph then needs one query a constraint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, RdfFormat, Store
from rdflib import SH, Graph
from rdflib.term import Node

from kg.rdf.findings import Finding

_VARIABLE = re.compile(r"\{[?$](\w+)\}")


@dataclass(frozen=True, slots=True)
class Constraint:
    """One ``sh:sparql`` constraint and the classes whose instances it is about."""

    prefixes: str
    select: str
    message: str
    severity: str
    targets: tuple[str, ...]

    @property
    def query(self) -> str:
        """The query that finds all nodes that break it."""
        classes = ", ".join(f"<{target}>" for target in self.targets)
        return f"""{self.prefixes}
            SELECT DISTINCT * WHERE {{
              {{ {self.select} }}
              FILTER EXISTS {{
                ?this a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* ?target_class .
                FILTER(?target_class IN ({classes}))
              }}
            }}"""


def take(shapes: Graph) -> tuple[Graph, list[Constraint]]:
    """The shapes without their SPARQL constraints, and these."""
    rest = Graph()
    found: list[Constraint] = []
    for triple in shapes:
        if triple[1] == SH.sparql:
            found.append(_constraint(shapes, triple[0], triple[2]))
        else:
            rest.add(triple)
    return rest, sorted(found, key=lambda c: c.message)


def _constraint(shapes: Graph, shape: Node, node: Node) -> Constraint:
    prefixes = [
        f"PREFIX {shapes.value(declared, SH.prefix)}: <{shapes.value(declared, SH.namespace)}>"
        for source in shapes.objects(node, SH.prefixes)
        for declared in shapes.objects(source, SH.declare)
    ]
    severity = shapes.value(node, SH.severity) or shapes.value(shape, SH.severity) or SH.Violation
    return Constraint(
        "\n".join(sorted(prefixes)),
        str(shapes.value(node, SH.select)),
        str(shapes.value(node, SH.message)),
        str(severity).rpartition("#")[2],
        tuple(sorted(str(target) for target in shapes.objects(shape, SH.targetClass))),
    )


def broken(constraints: list[Constraint], *graphs: Graph) -> Iterator[Finding]:
    """Where the graphs, taken together, break constraints."""
    store = Store()
    for graph in graphs:
        store.bulk_load(graph.serialize(format="nt", encoding="utf-8"), RdfFormat.N_TRIPLES)
    for constraint in constraints:
        solutions = store.query(constraint.query)
        assert isinstance(solutions, QuerySolutions)
        columns = [variable.value for variable in solutions.variables]
        for solution in solutions:
            yield _finding(constraint, solution, columns)


def _finding(constraint: Constraint, solution: QuerySolution, columns: list[str]) -> Finding:
    def shown(match: re.Match[str]) -> str:
        term = solution[match[1]] if match[1] in columns else None
        return term.value if isinstance(term, NamedNode | Literal) else "?"

    node = solution["this"]
    value = solution["value"] if "value" in columns else node
    return Finding(
        constraint.severity,
        getattr(node, "value", str(node)),
        _VARIABLE.sub(shown, constraint.message),
        getattr(value, "value", str(value)),
    )
