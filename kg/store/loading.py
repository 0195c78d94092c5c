"""Brings graphs into a store: whole, in parts that are known, and so that one can go on where it broke off."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import GraphError, StoreError, UsageError
from kg.files import is_folder
from kg.rdf.reading import BACKGROUND, INFERRED, open_store, quads
from kg.resources import bundled
from kg.store import support
from kg.store.base import LOADING, WORLD, Store, digest, line
from kg.store.partition import DOCUMENT, TYPE, Owners, Parts, divide, spooled
from kg.store.spool import Spooled

_BATCH = 50_000
"""Triples that are written before anything is said of progress."""
_IDENTIFIER = "http://purl.org/dc/terms/identifier"

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Loaded:
    """What became of a load: named graphs written, left as they were, removed; triples that the store now has of it."""

    written: int = 0
    same: int = 0
    removed: int = 0
    triples: int = 0
    clashes: int = 0
    resumed: bool = False
    wrong: list[str] = field(default_factory=list)


def read(paths: Iterable[Path]) -> Parts:
    """The graph files as named graphs, which lie on disk meanwhile: the files may be larger than memory.

    Only a graph with blank nodes, which kg writes none of, is held in memory, where these can be told apart.

    Raises:
        GraphError: a file cannot be read.
    """
    files = list(paths)
    owners = Owners(_quads(files))
    if owners.blank:
        return divide(_canonical(open_store(files, background=False)))
    return spooled(owners, _quads(files))


def _quads(files: list[Path]) -> Iterator[Quad]:
    if len(files) > 1:
        for folder in filter(is_folder, files):
            raise GraphError(f"{folder}: a store is read on its own, without other graphs")
    return (quad for file in files for quad in quads(file))


def _canonical(quads: Iterable[Quad]) -> list[Quad]:
    """The quads in a fixed order, with labels of blank nodes that follow from what is said of them."""
    found = Dataset(quads)
    if any(isinstance(t, BlankNode) for q in found for t in (q.subject, q.object)):
        found.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(found, key=str)


def background() -> dict[str, list[Triple]]:
    """Ontology and value lists, each as a named graph."""
    graphs = {}
    for name in BACKGROUND:
        data = (bundled("ontology") / name).read_bytes()
        triples = [quad.triple for quad in _canonical(parse(data, RdfFormat.TURTLE))]
        graphs["https://w3id.org/kg-conflict/graph#" + name.removesuffix(".ttl")] = triples
    return graphs


def load(
    parts: Parts,
    store: Store,
    remove: Iterable[str] = (),
    prune: bool = False,
    ontology: bool = True,
    progress: Progress = lambda done, total: None,
) -> Loaded:
    """Bring the named graphs into the store, replace those that changed, remove documents.

    What other documents of the store say stays, unless ``prune`` is set. ``remove`` names documents by identifier or
    IRI.

    Raises:
        StoreError: the store cannot be read or changed; what was written until then stays, and the same call goes on
            where it broke off.
        UsageError: a document to be removed is not there.
    """
    digests = store.digests()
    sizes = store.sizes()
    done = Loaded(resumed=LOADING in sizes)
    others = {
        name
        for name in digests
        if name not in parts.documents and name != WORLD and not name.startswith(LOADING.rpartition("#")[0])
    }
    gone = _named(store, remove, others | (parts.documents & digests.keys()))
    if overlap := sorted(gone & parts.documents):
        raise UsageError(f"is to be loaded and to be removed at once: {', '.join(overlap)}")
    held = {name: store.triples(name) for name in sorted(others - gone)}
    documents = {name for name, triples in held.items() if _is_document(name, triples)}
    if prune:
        gone |= documents
    graphs = dict(parts.graphs)
    if gone or documents:
        kept = {name: held[name] for name in documents - gone}
        changing = gone | {name for name in parts.documents if name in digests}
        lost = None if done.resumed else [t for name in sorted(changing) for t in store.triples(name)]
        graphs[WORLD], done.clashes = _world(store, parts, kept, lost)
    if ontology:
        lists = background()
        # A graph carries the concepts that it uses; here they are in the lists already.
        graphs[WORLD] = _without(graphs.get(WORLD, ()), [t for triples in lists.values() for t in triples])
        graphs |= lists
    wanted = {name: digest(triples) for name, triples in graphs.items()}
    # A graph that has no digest was left half-written; so was the world if that of its documents changes.
    if done.resumed:
        # Of the world a part may have been written while its old digest still stood there.
        digests.pop(WORLD, None)
    # A graph that has no digest was left half-written.
    todo = [name for name in sorted(graphs, key=_world_last) if digests.get(name) != wanted[name]]
    done.same = len(graphs) - len(todo)
    if (todo or gone) and INFERRED in digests and INFERRED not in graphs:
        # What followed from other triples: nobody knows whether it still does.
        gone.add(INFERRED)
    if todo or gone or done.resumed:
        store.mark(True)
        for batch in _batches(todo, graphs):
            progress(done.written, len(todo))
            store.put({name: graphs[name] for name in batch})
            done.written += len(batch)
        for name in sorted(gone):
            store.drop(name)
            done.removed += 1
        store.mark(False)
    _count(store, graphs, gone, done)
    return done


def _without(triples: Collection[Triple], known: list[Triple]) -> Collection[Triple]:
    if isinstance(triples, Spooled):
        return triples.without(frozenset(map(line, known)))
    found = set(known)
    return [triple for triple in triples if triple not in found]


def _world(
    store: Store, parts: Parts, kept: dict[str, list[Triple]], lost: list[Triple] | None
) -> tuple[Collection[Triple], int]:
    """The world of the new documents and of those that stay."""
    new = parts.graphs.get(WORLD, ())
    return support.joined(support.left_over(store.triples(WORLD), kept, lost), new) if kept else (new, 0)


def _is_document(name: str, triples: list[Triple]) -> bool:
    node = NamedNode(name)
    return any(t.subject == node and t.predicate == TYPE and t.object == DOCUMENT for t in triples)


def _named(store: Store, wanted: Iterable[str], known: set[str]) -> set[str]:
    """The documents that are meant by identifiers or IRIs."""
    names = list(dict.fromkeys(wanted))
    if not names:
        return set()
    found = {name for name in names if name in known}
    rest = [name for name in names if name not in known]
    if rest:
        by_identifier = {
            t.object.value: name
            for name in sorted(known)
            for t in store.triples(name)
            if t.predicate.value == _IDENTIFIER and isinstance(t.object, Literal)
        }
        for name in rest:
            if name not in by_identifier:
                raise UsageError(f"no document {name!r} in {store.name}")
            found.add(by_identifier[name])
    return found


def _batches(names: Iterable[str], graphs: dict[str, Collection[Triple]]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for name in names:
        batch.append(name)
        size += len(graphs[name])
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _world_last(name: str) -> tuple[bool, str]:
    """The order in which graphs are written: facts come last, when all that vouches for them is there."""
    return name == WORLD, name


def _count(store: Store, graphs: dict[str, Collection[Triple]], gone: set[str], done: Loaded) -> None:
    """Make sure that the store has what was sent.

    Raises:
        StoreError: it has not.
    """
    sizes = store.sizes()
    for name, triples in sorted(graphs.items()):
        expected = len(triples) if isinstance(triples, Spooled) else len(set(triples))
        # One more: the digest.
        found = sizes.get(name, 1) - 1
        done.triples += found
        if found != expected:
            done.wrong.append(f"{name}: {found:,} triples instead of {expected:,}")
    done.wrong += [f"{name}: was not removed" for name in sorted(gone) if name in sizes]
    if done.wrong:
        shown = "; ".join(done.wrong[:5]) + (" …" if len(done.wrong) > 5 else "")
        raise StoreError(f"{store.name} does not hold what was sent: {shown}")
