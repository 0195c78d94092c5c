"""Turtle as kg writes it: grouped by layer, sorted, one property a line, the same bytes for the same graph.

Registered with rdflib as the format ``kg-turtle``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any
from urllib.parse import quote

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
    ("Attestations", frozenset({KGC.Attestation})),
    ("Mentions", frozenset({KGC.Mention})),
    ("How this graph came about", frozenset({KGC.Build})),
)
_REST = len(_GROUPS)
# Plain strings as keys here and below: rdflib's terms compare and hash in Python, several times slower.
_GROUP_OF = {str(term): number for number, (_, terms) in enumerate(_GROUPS) for term in terms}
_TYPE = str(RDF.type)

_LEADING = (
    RDF.type,
    SKOS.prefLabel,
    SKOS.altLabel,
    RDF.subject,
    RDF.predicate,
    RDF.object,
    KGC.bearer,
    KGC.wording,
    KGC.relation,
    KGC.counterpart,
    KGC.standing,
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
_RANK = {str(term): number for number, term in enumerate(_LEADING)}
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f-\x9f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_INTEGER_TYPE, _BOOLEAN_TYPE, _STRING_TYPE = str(XSD.integer), str(XSD.boolean), str(XSD.string)
_INTEGER = re.compile(r"[+-]?[0-9]+")
# What no IRI may have (RFC 3987): controls, brackets, private use, code points that are no characters.
_ENDS_OF_PLANES = "".join(chr(plane * 0x10000 + last) for plane in range(1, 15) for last in (0xFFFE, 0xFFFF))
_PLAIN_IRI = re.compile(r"[!#-;=?-\[\]_a-z~]*")
_NOT_IN_IRI = re.compile(
    r'[\x00-\x20<>"{}|\\^`\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff'
    rf"\U000e0000-\U000e0fff\U000f0000-\U0010ffff{_ENDS_OF_PLANES}]"
)


Triple = tuple[Node, Node, Node]
_Said = list[tuple[int, str]]
"""What is known of one subject: predicates by their numbers, objects as they are written; doubles may be among them."""


class GroupedTurtleSerializer(Serializer):
    """rdflib serializer of graphs without blank nodes, in the order in which one reads them."""

    def serialize(self, stream: IO[bytes], base: str | None = None, encoding: str | None = None, **_: Any) -> None:
        """Write the store's triples as UTF-8."""
        prefixes = {str(prefix): str(iri) for prefix, iri in self.store.namespaces() if prefix}
        for piece in pieces(self.store, prefixes):
            stream.write(piece.encode("utf-8"))


def pieces(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The Turtle of triples without blank nodes, whatever order they come in; doubles count once.

    Raises:
        ValueError: there is a blank node.
    """
    terms = _Terms(prefixes)
    numbers: dict[Node, int] = {RDF.type: 0}
    subjects: dict[str, _Said] = {}
    groups: dict[str, int] = {}
    latest: Node | None = None
    about = ""
    said: _Said = []
    for subject, predicate, value in triples:
        if subject is not latest:
            latest, about = subject, str(subject)
            known = subjects.get(about)
            if known is None:
                terms.check(subject)
                known = subjects[about] = []
                groups[about] = _REST
            said = known
        number = numbers.setdefault(predicate, len(numbers))
        written = terms.names.get(str(value)) if type(value) is URIRef else None  # most are written again
        said.append((number, written or terms.shown(value)))
        if number == 0:
            groups[about] = min(groups[about], _GROUP_OF.get(str(value), _REST))
    for prefix, namespace in sorted(prefixes.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"
    order = _Order(map(str, numbers), terms)
    current = None
    for about in sorted(subjects, key=lambda iri: (groups[iri], iri)):
        if groups[about] != current:
            current = groups[about]
            title = _GROUPS[current][0] if current < _REST else "Others"
            yield f"\n# {title}\n"
        yield "\n" + _block(terms.name(about), subjects[about], order)


class _Order:
    """The predicates in the order in which one reads them: the rank of each number, the name of each rank."""

    def __init__(self, predicates: Iterable[str], terms: _Terms) -> None:
        numbered = sorted(enumerate(predicates), key=lambda item: (_RANK.get(item[1], len(_RANK)), item[1]))
        self.ranks = {number: rank for rank, (number, _) in enumerate(numbered)}
        self.names = ["a" if iri == _TYPE else terms.name(iri) for _, iri in numbered]


def _block(subject: str, said: _Said, order: _Order) -> str:
    ranks = order.ranks
    lines: list[str] = []
    latest = -1
    for rank, value in sorted({(ranks[number], value) for number, value in said}):
        if rank == latest:
            lines[-1] += f", {value}"
        else:
            lines.append(f"{order.names[rank]} {value}")
            latest = rank
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


class _Terms:
    """How terms are written under given prefixes; ``names`` are the IRIs that have been."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = sorted((iri, prefix) for prefix, iri in prefixes.items())
        self.names: dict[str, str] = {}

    @staticmethod
    def check(term: Node) -> None:
        """Make sure that it is an IRI."""
        if not isinstance(term, URIRef):
            raise ValueError(f"kg writes no blank nodes, but {term!r} is one")

    def shown(self, term: Node) -> str:
        """Any term."""
        if type(term) is URIRef:  # the most frequent; to ask what it is an instance of takes rdflib longer
            return self.name(str(term))
        if isinstance(term, Literal):
            return self._literal(term)
        self.check(term)
        return self.name(str(term))

    def name(self, iri: str) -> str:
        """An IRI, shortened where a prefix allows it."""
        found = self.names.get(iri)
        if found is None:
            found = self.names[iri] = self._shorten(iri)
        return found

    def _shorten(self, iri: str) -> str:
        for namespace, prefix in self._prefixes:
            if iri.startswith(namespace) and _LOCAL_NAME.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return f"<{iri_text(iri)}>"

    def _literal(self, literal: Literal) -> str:
        lexical, iri = str(literal), literal.datatype
        if iri is None:
            quoted, language = f'"{escaped(lexical)}"', literal.language
            return f"{quoted}@{language}" if language else quoted
        datatype = str(iri)
        if datatype == _INTEGER_TYPE and _INTEGER.fullmatch(lexical):
            return lexical
        if datatype == _BOOLEAN_TYPE and lexical in ("true", "false"):
            return lexical
        quoted = f'"{escaped(lexical)}"'
        return quoted if datatype == _STRING_TYPE else f"{quoted}^^{self.name(datatype)}"


def escaped(lexical: str) -> str:
    """The characters of a literal between its quotation marks, in Turtle as in N-Triples."""
    # Nearly all are plain, and to see that takes a fifth of the time.
    if lexical.isprintable() and '"' not in lexical and "\\" not in lexical:
        return lexical
    return _ESCAPED.sub(_escape, lexical)


def iri_text(iri: str) -> str:
    """An IRI between its brackets; characters that none may have are percent-encoded."""
    # Nearly all are plain, and to see that takes a tenth of the time.
    if _PLAIN_IRI.fullmatch(iri):
        return iri
    return _NOT_IN_IRI.sub(lambda match: quote(match[0], safe="", errors="replace"), iri)


def _escape(match: re.Match[str]) -> str:
    return _SHORT.get(match[0]) or f"\\u{ord(match[0]):04X}"


def serialize(graph: Graph) -> bytes:
    """A graph in kg's Turtle."""
    return graph.serialize(format=FORMAT, encoding="utf-8")


plugin.register(FORMAT, Serializer, __name__, GroupedTurtleSerializer.__name__)
