"""Checks a graph file against the shapes, and says which documents the findings are in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import DCTERMS, RDF, SKOS
from rdflib.term import URIRef

from kg.files import is_file, is_folder, temporary
from kg.rdf.findings import Finding
from kg.rdf.reading import INFERRED, quads
from kg.rdf.shapes import conforms
from kg.rdf.writer import FORMATS
from kg.vocab import KGC, NIF

_IN_MEMORY = 100_000_000
"""Bytes of a graph file that is checked in memory; a larger one, and a store folder, is laid out on disk meanwhile."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check: the documents that were checked, by identifier, and what speaks against the graph."""

    documents: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def broken(self) -> list[Finding]:
        """The violations, without mere warnings."""
        return [finding for finding in self.findings if finding.breaks]

    @property
    def at_fault(self) -> list[str]:
        """The documents that a violation is in."""
        return sorted({document for finding in self.broken for document in finding.documents})


def check(path: Path, form: str | None = None) -> Checked:
    """What speaks against the graph in a file or a store folder, all its named graphs taken together.

    What follows from it, in the named graph of a reasoner, is left aside. ``form`` is one of the formats that
    kg writes, if the file's name does not tell.

    Raises:
        GraphError: it cannot be read.
        OutputError: there is no room for temporary files.
    """
    with _scratch(path) as store:
        inferred = NamedNode(INFERRED)
        own = (quad for quad in quads(path, FORMATS[form][0] if form else None) if quad.graph_name != inferred)
        # One graph of all: a triple that lies in two named graphs counts once.
        store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in own)
        found = conforms(store)
        identifiers = _identifiers(store)
        placed = tuple(_placed(finding, store, identifiers) for finding in found)
        return Checked(tuple(sorted(identifiers.values())), placed)


@contextmanager
def _scratch(path: Path) -> Iterator[Store]:
    if not is_folder(path) and not (is_file(path) and path.stat().st_size > _IN_MEMORY):
        yield Store()
        return
    with temporary(), tempfile.TemporaryDirectory(prefix="kg-check-") as folder:
        store = Store(folder)
        yield store
        del store


def _identifiers(store: Store) -> dict[str, str]:
    """Identifiers of the documents by their IRIs."""
    found: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, _term(RDF.type), _term(KGC.Document)):
        if isinstance(quad.subject, NamedNode):
            names = sorted(
                q.object.value
                for q in store.quads_for_pattern(quad.subject, _term(DCTERMS.identifier), None)
                if isinstance(q.object, Literal)
            )
            found[quad.subject.value] = names[0] if names else quad.subject.value
    return found


def _placed(finding: Finding, store: Store, identifiers: dict[str, str]) -> Finding:
    """The finding with what its node is called and which documents speak of it."""
    if not finding.node or finding.node.startswith("_:"):
        return finding
    try:
        node = NamedNode(finding.node)
    except ValueError:
        return finding
    labels = sorted(
        q.object.value
        for q in store.quads_for_pattern(node, _term(SKOS.prefLabel), None)
        if isinstance(q.object, Literal)
    )
    documents = {identifiers[name] for name in _documents(node, store) if name in identifiers}
    return replace(finding, label=labels[0] if labels else "", documents=tuple(sorted(documents)))


def _documents(node: NamedNode, store: Store) -> set[str]:
    """IRIs of the documents that speak of a node: it is one, lies in one, or is spoken of by the claims of one."""
    found = {node.value}
    claims = {node, *_subjects(store, KGC.claimant, [node])}
    statements = [node, *_subjects(store, RDF.subject, [node]), *_subjects(store, RDF.object, [node])]
    claims |= set(_subjects(store, KGC.content, statements))
    for claim in claims:
        for owned in (KGC.reportedIn, NIF.referenceContext):
            for quad in store.quads_for_pattern(claim, _term(owned), None):
                if isinstance(quad.object, NamedNode):
                    found.add(quad.object.value)
    return found


def _subjects(store: Store, predicate: URIRef, objects: Iterable[NamedNode]) -> list[NamedNode]:
    return [
        quad.subject
        for value in objects
        for quad in store.quads_for_pattern(None, _term(predicate), value)
        if isinstance(quad.subject, NamedNode)
    ]


def _term(term: URIRef) -> NamedNode:
    return NamedNode(str(term))
