"""From a shapes graph to queries, one for each constraint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import SH, Graph
from rdflib.term import Node

from kg.rdf.shacl.components import PASSIVE, Classes, Components, unknown
from kg.rdf.shacl.terms import ShapeError, path

__all__ = ["Check", "ShapeError", "checks"]

_NO_MORE = PASSIVE | {SH.property, SH.sparql}


@dataclass(frozen=True, slots=True, order=True)
class Check:
    """One constraint: the query that selects the nodes ``?this`` (and perhaps the ``?value``) that break it.

    ``message`` may name variables of the query in braces.
    """

    message: str
    severity: str
    query: str


def checks(shapes: Graph, classes: Classes) -> list[Check]:
    """The queries of all shapes that have targets, in a fixed order.

    Raises:
        ShapeError: a shape has no message, or uses a constraint or a target that is not known here.
    """
    found: set[Check] = set()
    for shape in sorted(set(shapes.subjects(SH.targetClass)), key=str):
        found.update(_Compiler(shapes, classes, shape).of_shape())
    return sorted(found)


class _Compiler:
    """The constraints of one node shape."""

    def __init__(self, shapes: Graph, classes: Classes, shape: Node) -> None:
        self._shapes = shapes
        self._shape = shape
        self._components = Components(shapes, classes)
        targets = list(shapes.objects(shape, SH.targetClass))
        self._targets = self._components.instance("?this", targets)

    def of_shape(self) -> Iterator[Check]:
        """All of them."""
        for kind, demand in self._shapes.predicate_objects(self._shape):
            if kind == SH.property:
                yield from self._of_property(demand)
            elif kind == SH.sparql:
                yield self._of_select(demand)
            elif kind not in _NO_MORE:
                test = self._components.of_value(kind, demand, "?this", "?this")
                if test is None:
                    raise unknown(kind)
                yield self._check(self._shape, f"{self._targets} FILTER(!({test})) BIND(?this AS ?value)")

    def _of_property(self, shape: Node) -> Iterator[Check]:
        way = path(self._shapes, self._shapes.value(shape, SH.path) or shape)
        for kind, demand in self._shapes.predicate_objects(shape):
            if kind in PASSIVE:
                continue
            test = self._components.of_value(kind, demand, "?value", "?this")
            if test is not None:
                yield self._check(shape, f"{self._targets} ?this {way} ?value . FILTER(!({test}))")
                continue
            together = self._components.of_values(shape, kind, demand, "?this")
            if together is None:
                raise unknown(kind)
            yield self._check(shape, f"{self._targets} FILTER(!({together}))")

    def _of_select(self, node: Node) -> Check:
        """A constraint that is SPARQL already, written so that it selects all nodes when ``$this`` is not bound."""
        prefixes = sorted(
            f"PREFIX {self._shapes.value(declared, SH.prefix)}: <{self._shapes.value(declared, SH.namespace)}>"
            for source in self._shapes.objects(node, SH.prefixes)
            for declared in self._shapes.objects(source, SH.declare)
        )
        select = str(self._shapes.value(node, SH.select))
        # What a constraint does not say of the value is said of the node itself.
        value = "" if "?value" in select.partition("{")[0] else "BIND(?this AS ?value)"
        where = f"{{ {select} }} FILTER EXISTS {{ {self._targets} }} {value}"
        return self._check(node, where, "\n".join(prefixes) + "\n", "*")

    def _check(self, source: Node, where: str, prefixes: str = "", columns: str = "?this ?value") -> Check:
        message = self._shapes.value(source, SH.message)
        if message is None:
            raise ShapeError(f"a constraint without a message: {where}")
        severity = self._shapes.value(source, SH.severity) or SH.Violation
        query = f"{prefixes}SELECT DISTINCT {columns} WHERE {{ {where} }}"
        return Check(str(message), str(severity).rpartition("#")[2], query)
