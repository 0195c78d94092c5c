"""What a graph costs, from reports to answers: building, checking, reasoning, loading, asking; each in its own process.

    python -m benchmarks.stores --documents 2000
    python -m benchmarks.stores --graph graph.ttl

Prints a table of CPU seconds, wall seconds and memory at most, beside rdflib, pySHACL and owlrl on their own. A way
that takes more CPU seconds than ``--limit`` is ended, and the table says how far it came.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
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


def _infer_owlrl(graph: Path, folder: Path) -> str:
    from owlrl import DeductiveClosure, OWLRL_Semantics
    from rdflib import Graph

    from kg.resources import bundled

    data = Graph().parse(graph).parse(bundled("ontology") / "ontology.ttl")
    before = len(data)
    DeductiveClosure(OWLRL_Semantics).expand(data)
    return f"{len(data) - before:,} triples, junk included"


def _infer(graph: Path, folder: Path) -> str:
    from kg.infer import infer

    return f"{len(infer([graph], 'oxigraph').triples):,} triples"


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
    for number, (name, given) in enumerate(QUESTIONS.items()):
        print(f"{number} of {len(QUESTIONS)} questions answered", flush=True)
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


def _build(graph: Path, folder: Path) -> str:
    from kg.cli import application

    application()(["build", str(folder / "reports"), "-o", str(graph)], standalone_mode=False)
    return f"{graph.stat().st_size / 1e6:,.0f} MB of Turtle"


WAYS: dict[str, Callable[[Path, Path], str]] = {
    "build": _build,
    "read, Oxigraph": _read_oxigraph,
    "validate, kg": _validate,
    "infer, kg": _infer,
    "load into a folder, kg": _load,
    "load again, unchanged": _load_again,
    "12 questions, kg, file": _ask(lambda graph, folder: graph),
    "12 questions, kg, store folder": _ask(lambda graph, folder: folder / "store"),
    "read, rdflib alone": _read_rdflib,
    "validate, pySHACL alone": _validate_pyshacl,
    "infer, owlrl alone": _infer_owlrl,
    "12 questions, rdflib alone": _ask_rdflib,
}
"""Ways by name."""


def measured(way: str, graph: Path, folder: Path, limit: int) -> str:
    """A row of the table: one way in a process of its own, ended after ``limit`` seconds of CPU."""
    command = [sys.executable, "-m", "benchmarks.stores", "--one", way, "--graph", str(graph), "--folder", str(folder)]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.monotonic()

        def limited() -> None:
            if way != "build":
                resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))

        child = subprocess.Popen(command, stdout=out, stderr=err, preexec_fn=limited)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - started
        out.seek(0)
        err.seek(0)
        said, trouble = out.read().decode().split("\n"), err.read().decode().strip().split("\n")
    result = next((line for line in reversed(said) if line), "")
    cpu = used.ru_utime + used.ru_stime
    if child.returncode == -signal.SIGXCPU:
        return f"| {way} | over {limit} | {wall:.0f} | {used.ru_maxrss / 1024:.0f} | ended; {result or 'no answer'} |"
    if child.returncode:
        result = f"failed: {trouble[-1]}"
    return f"| {way} | {cpu:.1f} | {wall:.1f} | {used.ru_maxrss / 1024:.0f} | {result} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000, help="generated reports to build a graph from")
    parser.add_argument("--graph", type=Path, help="a graph instead")
    parser.add_argument("--limit", type=int, default=300, help="CPU seconds after which a way is ended")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(WAYS[options.one](options.graph, options.folder))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.graph is None:
            (folder / "reports").mkdir()
            reports.write(folder / "reports", options.documents)
        graph = options.graph or folder / "graph.ttl"
        print("| way | CPU s | wall s | memory MB | result |\n|---|---|---|---|---|", flush=True)
        for way in WAYS:
            if way != "build" or options.graph is None:
                print(measured(way, graph, folder, options.limit), flush=True)


if __name__ == "__main__":
    main()
