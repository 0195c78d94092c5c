"""What a graph costs after it is built: reading, checking, reasoning, loading, asking; each way in its own process.

    python -m benchmarks.stores --documents 2000
    python -m benchmarks.stores --graph graph.ttl

Prints a table of CPU seconds and of memory at most. The slow ways (owlrl, pySHACL and rdflib alone) are left out of
graphs with more triples than ``--most``.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import reports

QUESTIONS: dict[str, dict[str, str]] = {
    "who-was-killed": {},
    "who-killed-whom": {},
    "killed-in-place-and-period": {"from": "2010", "to": "2015"},
    "acts-of-a-group": {"group": "front"},
    "according-to-whom": {},
    "opposed-claims": {},
    "rival-dates": {},
    "who-denied-what": {},
    "who-accused-whom": {},
    "hostages-and-their-fate": {},
    "weapons-used": {"weapon": "bomb"},
    "evidence": {"about": "killing"},
}
"""The twelve questions that are asked."""


def _read_rdflib(graph: Path, folder: Path) -> str:
    from rdflib import Graph

    return f"{len(Graph().parse(graph)):,} triples"


def _read_oxigraph(graph: Path, folder: Path) -> str:
    from kg.rdf.reading import open_store

    return f"{len(open_store([graph], background=False)):,} triples"


def _validate(graph: Path, folder: Path) -> str:
    from kg.rdf.checking import check

    return f"{len(check(graph).findings):,} findings"


def _validate_pyshacl(graph: Path, folder: Path) -> str:
    from pyshacl import validate
    from rdflib import Graph

    from kg.resources import bundled

    data, shapes = Graph().parse(graph), Graph().parse(bundled("ontology") / "shapes.ttl")
    for name in ("vocab.ttl", "weapons.ttl"):
        data.parse(bundled("ontology") / name)
    ontology = Graph().parse(bundled("ontology") / "ontology.ttl")
    conforms, _, _ = validate(data, shacl_graph=shapes, ont_graph=ontology, inference="none", advanced=True)
    return f"conforms: {conforms}"


def _infer(reasoner: str) -> Callable[[Path, Path], str]:
    def run(graph: Path, folder: Path) -> str:
        from kg.infer import infer

        return f"{len(infer([graph], reasoner).triples):,} triples"

    return run


def _load(graph: Path, folder: Path) -> str:
    from kg.store import loading
    from kg.store.embedded import Embedded

    store = Embedded(folder / "store")
    done = loading.load(loading.read([graph]), store)
    store.close()
    return f"{done.written:,} named graphs, {done.triples:,} triples"


def _load_again(graph: Path, folder: Path) -> str:
    return _load(graph, folder)


def _ask(place: Callable[[Path, Path], Path]) -> Callable[[Path, Path], str]:
    def run(graph: Path, folder: Path) -> str:
        from kg.query import load
        from kg.query.engine import run as ask

        rows = sum(
            len(list(ask(load(name), [place(graph, folder)], given).rows())) for name, given in QUESTIONS.items()
        )
        return f"{rows:,} rows"

    return run


def _ask_rdflib(graph: Path, folder: Path) -> str:
    from pyoxigraph import Literal as Term
    from rdflib import Graph, Literal, URIRef

    from kg.query import load
    from kg.query.parameters import NAMESPACE, bind
    from kg.rdf.reading import BACKGROUND
    from kg.resources import bundled

    found = Graph().parse(graph)
    for name in BACKGROUND:
        found.parse(bundled("ontology") / name)
    rows = 0
    for name, given in QUESTIONS.items():
        info = load(name)
        triples = [
            (
                URIRef(NAMESPACE + "this"),
                URIRef(NAMESPACE + key),
                Literal(term.value, datatype=URIRef(term.datatype.value)),
            )
            for key, term in bind(info, given, False).items()
            if isinstance(term, Term)
        ]
        for triple in triples:
            found.add(triple)
        rows += len(list(found.query(info.sparql)))
        for triple in triples:
            found.remove(triple)
    return f"{rows:,} rows"


WAYS: dict[str, tuple[Callable[[Path, Path], str], bool]] = {
    "read, rdflib": (_read_rdflib, False),
    "read, Oxigraph": (_read_oxigraph, False),
    "validate, pySHACL alone": (_validate_pyshacl, True),
    "validate, kg": (_validate, False),
    "infer, owlrl": (_infer("owlrl"), True),
    "infer, Oxigraph": (_infer("oxigraph"), False),
    "load into a folder": (_load, False),
    "load again, unchanged": (_load_again, False),
    "12 questions, rdflib": (_ask_rdflib, True),
    "12 questions, file": (_ask(lambda graph, folder: graph), False),
    "12 questions, store folder": (_ask(lambda graph, folder: folder / "store"), False),
}
"""Ways by name, and whether they are slow on large graphs."""


def one(way: str, graph: Path, folder: Path) -> None:
    """Run one way and print what it cost as JSON."""
    work, _ = WAYS[way]
    started, begun = time.process_time(), time.monotonic()
    result = work(graph, folder)
    cost = {
        "cpu": time.process_time() - started,
        "wall": time.monotonic() - begun,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "result": result,
    }
    print(json.dumps(cost))


def table(graph: Path, most: int, patience: float) -> None:
    """Run all ways on a graph and print the table."""
    from kg.rdf.reading import open_store

    size = len(open_store([graph], background=False))
    print(f"\n{size:,} triples\n\n| way | CPU s | wall s | memory MB | result |\n|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for way, (_, slow) in WAYS.items():
            if slow and size > most:
                print(f"| {way} | – | – | – | left out |", flush=True)
                continue
            command = [
                sys.executable,
                "-m",
                "benchmarks.stores",
                "--one",
                way,
                "--graph",
                str(graph),
                "--folder",
                folder,
            ]
            try:
                done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=patience)
            except subprocess.TimeoutExpired:
                print(f"| {way} | – | over {patience:.0f} | – | given up |", flush=True)
                continue
            if done.returncode:
                print(f"| {way} | – | – | – | failed: {done.stderr.strip().splitlines()[-1]} |", flush=True)
                continue
            cost = json.loads(done.stdout)
            print(
                f"| {way} | {cost['cpu']:.1f} | {cost['wall']:.1f} | {cost['memory']:.0f} | {cost['result']} |",
                flush=True,
            )


def build(documents: int, folder: Path) -> Path:
    """A graph of generated reports."""
    from kg.cli import application

    (folder / "reports").mkdir()
    reports.write(folder / "reports", documents)
    application()(["build", str(folder / "reports"), "-o", str(folder / "graph.ttl")], standalone_mode=False)
    return folder / "graph.ttl"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000, help="reports to build a graph from")
    parser.add_argument("--graph", type=Path, help="a graph instead")
    parser.add_argument("--most", type=int, default=60_000, help="triples up to which the slow ways run")
    parser.add_argument("--patience", type=float, default=300, help="seconds after which a way is given up")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(options.one, options.graph, options.folder)
    elif options.graph:
        table(options.graph, options.most, options.patience)
    else:
        with tempfile.TemporaryDirectory() as folder:
            table(build(options.documents, Path(folder)), options.most, options.patience)


if __name__ == "__main__":
    main()
