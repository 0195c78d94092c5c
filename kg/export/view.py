"""Looks into a graph node by node, as an exporter needs it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.vocab import EVENT_CLASSES, KGC, KGV

Term = NamedNode | BlankNode | Literal | Triple

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
_KGC, _KGV = str(KGC._NS), str(KGV._NS)


class View:
    """All triples of a graph by subject and predicate, whatever named graph they are in."""

    def __init__(self, store: Store) -> None:
        self._of: dict[str, dict[str, list[Term]]] = {}
        for quad in store:
            if isinstance(quad.subject, NamedNode):
                properties = self._of.setdefault(quad.subject.value, defaultdict(list))
                properties[quad.predicate.value].append(quad.object)

    def all(self, node: str, predicate: str) -> list[str]:
        """The values of a property as texts, sorted."""
        found = self._of.get(node, {}).get(predicate, ())
        return sorted({term.value for term in found if not isinstance(term, Triple)})

    def one(self, node: str, predicate: str) -> str | None:
        """The value of a property, the first if there are several."""
        return next(iter(self.all(node, predicate)), None)

    def number(self, node: str, predicate: str) -> int | None:
        """A whole number."""
        value = self.one(node, predicate)
        return None if value is None else int(value)

    def decimal(self, node: str, predicate: str) -> float | None:
        """A decimal number."""
        value = self.one(node, predicate)
        return None if value is None else float(value)

    def label(self, node: str) -> str | None:
        """What a node is called."""
        return self.one(node, SKOS + "prefLabel")

    def concept(self, node: str, predicate: str, prefix: str = "") -> str | None:
        """Local name of a concept of the value lists, without a prefix that its list gives to all."""
        value = self.one(node, predicate)
        return None if value is None else value.removeprefix(_KGV).removeprefix(prefix)

    def classes(self, node: str) -> list[str]:
        """Local names of a node's classes of the ontology."""
        found = self.all(node, RDF + "type")
        return [value.removeprefix(_KGC) for value in found if value.startswith(_KGC)]

    @cached_property
    def nodes(self) -> list[str]:
        """IRIs of all that anything is said of."""
        return sorted(self._of)

    def is_node(self, value: str) -> bool:
        """Whether anything is known of it."""
        return value in self._of

    def pairs(self, predicate: str) -> list[tuple[str, str]]:
        """Subject and value of every triple with a property, sorted."""
        found = ((node, term) for node, properties in self._of.items() for term in properties.get(predicate, ()))
        return sorted((node, term.value) for node, term in found if not isinstance(term, Triple))

    @cached_property
    def events(self) -> list[str]:
        """IRIs of all events."""
        return sorted(self._of_class(EVENT_CLASSES))

    @cached_property
    def statements(self) -> dict[str, list[str]]:
        """Statements by their subject."""
        found: dict[str, list[str]] = defaultdict(list)
        for node in sorted(self._of_class({"Statement"})):
            for subject in self.all(node, RDF + "subject"):
                found[subject].append(node)
        return found

    @cached_property
    def claims(self) -> dict[str, list[str]]:
        """Claims by the statements they take a stance on."""
        found: dict[str, list[str]] = defaultdict(list)
        for node, properties in sorted(self._of.items()):
            for statement in properties.get(str(KGC.content), ()):
                if isinstance(statement, NamedNode):
                    found[statement.value].append(node)
        return found

    def _of_class(self, names: set[str] | dict[str, int]) -> Iterator[str]:
        wanted = {_KGC + name for name in names}
        for node, properties in self._of.items():
            types = properties.get(RDF + "type", ())
            if any(isinstance(t, NamedNode) and t.value in wanted for t in types):
                yield node
