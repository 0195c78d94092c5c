"""Turtle as kg writes it: grouped by layer, sorted, one property a line, the same bytes for the same graph.

Registered with rdflib as the format ``kg-turtle``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import IO, Any

from rdflib import RDF, SKOS, XSD, Graph, Literal, URIRef, plugin
from rdflib.serializer import Serializer
from rdflib.term import Node

from kg.vocab import EVENT_CLASSES, KGC

FORMAT = "kg-turtle"

_GROUPS: tuple[tuple[str, frozenset[URIRef]], ...] = (
    ("Documents", frozenset({KGC.Document})),
    ("Events", frozenset(KGC[name] for name in EVENT_CLASSES)),
    ("People", frozenset({KGC.Person})),
    ("Groups", frozenset({KGC.Group})),
    ("Places", frozenset({KGC.Place})),
    ("Materiel", frozenset({KGC.Materiel})),
    ("Weapons", frozenset({SKOS.Concept})),
    ("Times", frozenset({KGC.TimeSpan})),
    ("Casualty estimates", frozenset({KGC.CasualtyEstimate})),
    ("Narrators", frozenset({KGC.Narrator})),
    ("Statements", frozenset({KGC.Statement})),
    (
        "Claims",
        frozenset({KGC.Assertion, KGC.Accusation, KGC.ResponsibilityClaim, KGC.Denial, KGC.Doubt}),
    ),
    ("Mentions", frozenset({KGC.Mention})),
)
_REST = len(_GROUPS)
_GROUP_OF = {term: number for number, (_, terms) in enumerate(_GROUPS) for term in terms}

_LEADING = (
    RDF.type,
    SKOS.prefLabel,
    SKOS.altLabel,
    RDF.subject,
    RDF.predicate,
    RDF.object,
    KGC.status,
    KGC.occurred,
    KGC.date,
    KGC.time,
    KGC.location,
    KGC.perpetrator,
    KGC.fatalVictim,
    KGC.injuredVictim,
    KGC.captive,
    KGC.target,
    KGC.weapon,
)
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f-\x9f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_INTEGER = re.compile(r"[+-]?[0-9]+")
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')


class GroupedTurtleSerializer(Serializer):
    """rdflib serializer of graphs without blank nodes, in the order in which one reads them."""

    def serialize(self, stream: IO[bytes], base: str | None = None, encoding: str | None = None, **_: Any) -> None:
        """Write the store's triples as UTF-8."""
        for piece in self._pieces():
            stream.write(piece.encode("utf-8"))

    def _pieces(self) -> Iterator[str]:
        self._prefixes = sorted((str(iri), str(prefix)) for prefix, iri in self.store.namespaces() if prefix)
        self._names: dict[str, str] = {}
        subjects: dict[Node, dict[Node, list[Node]]] = {}
        for subject, predicate, value in self.store:
            subjects.setdefault(subject, {}).setdefault(predicate, []).append(value)
        body = list(self._body(subjects))
        for namespace, prefix in sorted(self._prefixes, key=itemgetter(1)):
            yield f"@prefix {prefix}: <{namespace}> .\n"
        yield from body

    def _body(self, subjects: dict[Node, dict[Node, list[Node]]]) -> Iterator[str]:
        current = None
        order = sorted((_group(found), str(subject), subject) for subject, found in subjects.items())
        for group, _, subject in order:
            if group != current:
                current = group
                title = _GROUPS[group][0] if group < _REST else "Others"
                yield f"\n# {title}\n"
            yield "\n" + self._block(subject, subjects[subject])

    def _block(self, subject: Node, properties: dict[Node, list[Node]]) -> str:
        lines = []
        for predicate in sorted(properties, key=_property_order):
            terms = sorted(self._term(value) for value in properties[predicate])
            shown = "a" if predicate == RDF.type else self._term(predicate)
            lines.append(f"{shown} {', '.join(terms)}")
        return f"{self._term(subject)} " + " ;\n    ".join(lines) + " .\n"

    def _term(self, term: Node) -> str:
        if isinstance(term, Literal):
            return self._literal(term)
        if not isinstance(term, URIRef):
            raise ValueError(f"kg writes no blank nodes, but {term!r} is one")
        shown = self._names.get(term)
        if shown is None:
            shown = self._names[term] = self._shorten(str(term))
        return shown

    def _shorten(self, iri: str) -> str:
        for namespace, prefix in self._prefixes:
            if iri.startswith(namespace) and _LOCAL_NAME.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return "<" + _NOT_IN_IRI.sub(lambda m: f"%{ord(m[0]):02X}", iri) + ">"

    def _literal(self, literal: Literal) -> str:
        lexical = str(literal)
        if literal.datatype == XSD.integer and _INTEGER.fullmatch(lexical):
            return lexical
        if literal.datatype == XSD.boolean and lexical in ("true", "false"):
            return lexical
        quoted = '"' + _ESCAPED.sub(_escape, lexical) + '"'
        if literal.language:
            return f"{quoted}@{literal.language}"
        if literal.datatype is None or literal.datatype == XSD.string:
            return quoted
        return f"{quoted}^^{self._term(literal.datatype)}"


def _escape(match: re.Match[str]) -> str:
    return _SHORT.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _group(properties: dict[Node, list[Node]]) -> int:
    return min((_GROUP_OF.get(kind, _REST) for kind in properties.get(RDF.type, ())), default=_REST)  # type: ignore[call-overload]


def _property_order(predicate: Node) -> tuple[int, str]:
    return (_LEADING.index(predicate) if predicate in _LEADING else len(_LEADING), str(predicate))


def serialize(graph: Graph) -> bytes:
    """A graph in kg's Turtle."""
    return graph.serialize(format=FORMAT, encoding="utf-8")


plugin.register(FORMAT, Serializer, __name__, GroupedTurtleSerializer.__name__)
