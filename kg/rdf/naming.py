"""Names things in the graph: slash-free local names under one base, the same for the same content."""

from __future__ import annotations

import re
from urllib.parse import quote

from rdflib import URIRef
from rdflib.term import Node

from kg import ids, model
from kg.errors import UsageError
from kg.vocab import KGV

DEFAULT_BASE = "https://kg.example/id/"
"""Where instances live unless the user has a place of their own; the host name is reserved."""

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x1f]+[/#]")


_PLAIN = re.compile(r"[A-Za-z0-9._~-]*")


class Names:
    """The IRIs of one graph.

    Raises:
        UsageError: the base is no absolute IRI that ends in ``/`` or ``#``.
    """

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        if not _BASE.fullmatch(base):
            raise UsageError(f"--base must be an absolute IRI that ends in / or #, not {base!r}")
        self.base = base
        # A name is asked for wherever its thing is spoken of.
        self._things: dict[str, URIRef] = {}
        self._documents: dict[str, URIRef] = {}

    def thing(self, key: str) -> URIRef:
        """Entity or event by its key."""
        found = self._things.get(key)
        if found is None:
            found = self._things[key] = self._named(key)
        return found

    def claim(self, key: str) -> URIRef:
        """Claim by its key. There are as many as sentences, and few are spoken of again: none is remembered."""
        return self._named(key)

    def _named(self, name: str) -> URIRef:
        return _iri(self.base + (name if _PLAIN.fullmatch(name) else quote(name, safe="-._")))

    def document(self, identifier: str) -> URIRef:
        """Document by its identifier."""
        found = self._documents.get(identifier)
        if found is None:
            found = self._documents[identifier] = self.thing(ids.local_name("document", identifier, identifier))
        return found

    def mention(self, identifier: str, span: model.Span) -> URIRef:
        """Piece of a document's text."""
        return _iri(f"{self.document(identifier)}_{span.begin}_{span.end}")

    def time(self, span: model.TimeSpan) -> URIRef:
        """Time span: equal days of equal precision are one node, however a text words them."""
        label = span.label
        if span.instant is not None:
            clock = span.instant.isoformat().replace("+", "-plus-").replace(":", "")
            return self.thing("time-" + clock)
        name = "time-" + label.replace("/", "--").replace(" ", "-")
        if span.precision is not _expected_precision(label):
            name += "-" + span.precision.value.removeprefix("time-")
        return self.thing(name)

    def casualties(self, subject: str, value: model.Casualties, label: str) -> URIRef:
        """Count of people affected in one event."""
        count = value.count
        numbers = ",".join("" if n is None else str(n) for n in (count.low, count.best, count.high))
        name = ids.local_name("casualties", label, subject, value.outcome.value, value.category.value, numbers)
        return self._named(name)

    def statement(self, subject: URIRef, predicate: URIRef, value: Node) -> URIRef:
        """Proposition, named after its three parts so that equal ones of different documents are one node."""
        content = value.removeprefix(self.base) if isinstance(value, URIRef) else value.n3()
        return _iri(f"{self.base}statement-" + ids.digest(subject.removeprefix(self.base), predicate, content))


def _iri(text: str) -> URIRef:
    """An IRI of characters that are known to be fit for one; rdflib would look at each of them again."""
    return str.__new__(URIRef, text)


def concept(name: str) -> URIRef:
    """Concept of an open-ended list, a weapon say, which a user's own data may have extended."""
    return URIRef(f"{KGV._NS}{quote(name, safe='-._')}")


def _expected_precision(label: str) -> model.TimePrecision:
    """What the shape of a time's label says of its precision, so that most names need not spell it out."""
    if " " in label:
        return model.TimePrecision.BOUND
    if "/" in label:
        return model.TimePrecision.DAYS
    lengths = {4: model.TimePrecision.YEAR, 7: model.TimePrecision.MONTH}
    return lengths.get(len(label), model.TimePrecision.DAY)
