"""The constraint components of SHACL Core that the shapes use, as SPARQL conditions.

A component speaks either of each value by itself (its class, its datatype …) or of all values together (how many,
in how many languages). Both become a boolean expression: of a variable that holds the value, or of one that holds
the node whose values they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations, count

from rdflib import RDF, SH, XSD, Graph, Literal
from rdflib.term import Node

from kg.rdf.shacl.terms import ShapeError, items, path, term, terms

Classes = Callable[[Node], Iterable[Node]]
"""A class with all its subclasses."""

PASSIVE = frozenset({RDF.type, SH.path, SH.message, SH.severity, SH.targetClass, SH.qualifiedValueShape})
"""What a shape says that constrains nothing by itself."""

_KINDS = {
    SH.IRI: "isIRI({0})",
    SH.Literal: "isLiteral({0})",
    SH.BlankNode: "isBlank({0})",
    SH.BlankNodeOrIRI: "!isLiteral({0})",
    SH.IRIOrLiteral: "!isBlank({0})",
    SH.BlankNodeOrLiteral: "!isIRI({0})",
}
_BOUNDS = {SH.minInclusive: ">=", SH.maxInclusive: "<=", SH.minExclusive: ">", SH.maxExclusive: "<"}
_PAIRS = {SH.lessThan: "<", SH.lessThanOrEquals: "<="}
# Datatypes whose lexical forms Oxigraph can tell right from wrong by a cast.
_CASTS = frozenset(
    {XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.date, XSD.dateTime, XSD.gYear, XSD.gYearMonth}
)


@dataclass
class Components:
    """Turns what shapes demand into conditions; ``classes`` knows the subclasses of a class."""

    shapes: Graph
    classes: Classes
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def new(self) -> str:
        """A variable that is used nowhere else."""
        return f"?v{next(self._numbers)}"

    def of_value(self, kind: Node, demand: Node, value: str, node: str) -> str | None:
        """The condition that one value of a node has to meet; None if it is about all values together."""
        if kind == SH.nodeKind and demand in _KINDS:
            return _KINDS[demand].format(value)  # type: ignore[index]
        if kind == SH["class"]:
            return f"EXISTS {{ {self.instance(value, [demand])} }}"
        if kind == SH.datatype:
            return _datatype(demand, value)
        if kind == SH["in"]:
            # Not IN, which compares values, and fails where these are of kinds that cannot be compared.
            return "(" + " || ".join(f"sameTerm({value}, {term(one)})" for one in items(self.shapes, demand)) + ")"
        if kind in _BOUNDS:
            return f"COALESCE({value} {_BOUNDS[kind]} {term(demand)}, false)"  # type: ignore[index]
        if kind in _PAIRS:
            other = self.new()
            sound = f"COALESCE({value} {_PAIRS[kind]} {other}, false)"  # type: ignore[index]
            return f"NOT EXISTS {{ {node} {term(demand)} {other} . FILTER(!({sound})) }}"
        if kind == SH.pattern:
            return f"(!isBlank({value}) && REGEX(STR({value}), {Literal(str(demand)).n3()}))"
        if kind == SH["or"]:
            return "(" + " || ".join(self.conforms(shape, value) for shape in items(self.shapes, demand)) + ")"
        if kind == SH.node:
            return self.conforms(demand, value)
        return None

    def of_values(self, shape: Node, kind: Node, demand: Node, node: str) -> str | None:
        """The condition that all values of a node by the shape's path have to meet; None if this is no component."""
        way = path(self.shapes, self.shapes.value(shape, SH.path) or RDF.nil)
        if kind == SH.minCount:
            return f"EXISTS {{ {self.several(int(str(demand)), node, way)} }}" if int(str(demand)) else "true"
        if kind == SH.maxCount:
            return f"NOT EXISTS {{ {self.several(int(str(demand)) + 1, node, way)} }}"
        if kind == SH.hasValue:
            return f"EXISTS {{ {node} {way} {term(demand)} }}"
        if kind == SH.uniqueLang:
            one, other = self.new(), self.new()
            return (
                f"NOT EXISTS {{ {node} {way} {one}, {other} . "
                f'FILTER(!sameTerm({one}, {other}) && LANG({one}) != "" && LANG({one}) = LANG({other})) }}'
            )
        if kind == SH.qualifiedMinCount:
            wanted = self.shapes.value(shape, SH.qualifiedValueShape)
            if wanted is None:
                raise ShapeError("sh:qualifiedMinCount without sh:qualifiedValueShape")
            return f"EXISTS {{ {self.several(int(str(demand)), node, way, wanted)} }}"
        return None

    def several(self, number: int, node: str, way: str, shape: Node | None = None) -> str:
        """The pattern of that many different values, each of which conforms to a shape."""
        values = [self.new() for _ in range(number)]
        pattern = " ".join(f"{node} {way} {value} ." for value in values)
        tests = [f"!sameTerm({one}, {other})" for one, other in combinations(values, 2)]
        if shape is not None:
            tests += [self.conforms(shape, value) for value in values]
        return pattern + (f" FILTER({' && '.join(tests)})" if tests else "")

    def instance(self, node: str, classes: Iterable[Node]) -> str:
        """The pattern of a node that is an instance of one of the classes or of a subclass."""
        known = {each for named in classes for each in self.classes(named)}
        if len(known) == 1:
            return f"{node} a {terms(known)} ."
        kind = self.new()
        return f"VALUES {kind} {{ {terms(known).replace(', ', ' ')} }} {node} a {kind} ."

    def conforms(self, shape: Node, node: str) -> str:
        """The condition that a node conforms to a shape that others refer to."""
        tests = []
        for kind, demand in sorted(self.shapes.predicate_objects(shape)):
            if kind in PASSIVE:
                continue
            if kind == SH.property:
                tests.append(self.conforms(demand, node))
            elif (shape, SH.path, None) in self.shapes:
                tests.append(self._of_property(shape, kind, demand, node))
            else:
                test = self.of_value(kind, demand, node, node)
                if test is None:
                    raise unknown(kind)
                tests.append(test)
        return f"({' && '.join(tests) or 'true'})"

    def _of_property(self, shape: Node, kind: Node, demand: Node, node: str) -> str:
        value = self.new()
        test = self.of_value(kind, demand, value, node)
        if test is not None:
            way = path(self.shapes, self.shapes.value(shape, SH.path) or RDF.nil)
            return f"NOT EXISTS {{ {node} {way} {value} . FILTER(!({test})) }}"
        together = self.of_values(shape, kind, demand, node)
        if together is None:
            raise unknown(kind)
        return together


def unknown(kind: Node) -> ShapeError:
    """What is said of a constraint that is not known here."""
    return ShapeError(f"a constraint that is not known here: {kind}")


def _datatype(demand: Node, value: str) -> str:
    name = term(demand)
    if demand in _CASTS:
        return f"(isLiteral({value}) && DATATYPE({value}) = {name} && COALESCE(isLiteral({name}(STR({value}))), false))"
    if demand == XSD.string:
        return f"(isLiteral({value}) && DATATYPE({value}) = {name})"
    raise ShapeError(f"a datatype that is not known here: {demand}")
