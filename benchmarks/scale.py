"""How a build grows: python -m benchmarks.scale [--sizes 1000 10000] [--days 6000] [--reports 400]

Two measurements. **Reading**: generated reports are read by the language model alone, by the whole reading stage in
one process and in two, and again from a working directory, all in one run (documents a second of one processor; those
of several processes have loaded the model once each). **The rest**: resolution and N-Quads of generated readings, so
that many thousand are affordable; each size in a process of its own, with its peak memory and the exponents of growth
between sizes (1 is proportional; seconds of processor). A larger archive of them is a longer one, of so many reports a
day; with --days it is a denser one of so many days.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import kg.build as stages
from benchmarks import readings as generated
from benchmarks import reports
from kg.archive import Recipe, WorkDirectory, collect, engine, stream
from kg.documents import Settings, find, read
from kg.model import Document, Reading
from kg.records import decode_reading, encode

_PATTERNS = 200


class Silent:
    """A build that nobody watches; notes how much memory the process holds after every hundred documents read anew."""

    def __init__(self) -> None:
        self._documents = 0
        self.memory: list[tuple[int, int]] = []

    def opened(self) -> None:
        """Nothing to show."""

    def read(self, documents: int, kept: int = 0) -> None:
        """Notes the memory."""
        before, self._documents = self._documents, self._documents + documents - kept
        if self._documents // 100 > before // 100:
            self.memory.append((self._documents, memory("VmRSS")))

    def refused(self, name: str, reason: str) -> None:
        """Generated reports can all be read."""
        raise AssertionError(f"{name}: {reason}")

    def fault(self, document: str, error: str, trace: str) -> None:
        """Generated reports can all be read."""
        raise AssertionError(f"{document}: {error}")


def memory(what: str = "VmHWM") -> int:
    """The most memory that this process has had, or what it has now (VmRSS), in megabytes."""
    found = re.search(rf"{what}:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) // 1000 if found else 0


def timed(job: Callable[[], object]) -> tuple[float, float]:
    """Seconds of a job on the wall, and of processors, those of its child processes included."""
    started, used = time.perf_counter(), _processors()
    job()
    return time.perf_counter() - started, _processors() - used


def _processors() -> float:
    found = os.times()
    return found.user + found.system + found.children_user + found.children_system


def measure_reading(count: int) -> None:
    """Documents a second of each way to read the same reports."""
    from kg.language import load

    with tempfile.TemporaryDirectory() as name:
        folder, work = Path(name, "reports"), Path(name, "work")
        folder.mkdir()
        reports.write(folder, count)
        found = find([str(folder)])
        documents = [item for item in read(found) if isinstance(item, Document)]
        nlp = load()
        list(nlp.pipe(document.text for document in documents[:20]))

        watch = Silent()

        def kept() -> None:
            with WorkDirectory.opened(work) as directory:
                collect(found, Settings(), engine(), Recipe(fingerprint=""), directory, watch)

        rows = {
            "files to documents": timed(lambda: list(read(found))),
            "language model alone": timed(lambda: list(nlp.pipe(document.text for document in documents))),
            "reading, 1 process": timed(lambda: list(stream(found, Settings(), engine(), Recipe(), Silent()))),
            "reading, 2 processes": timed(lambda: list(stream(found, Settings(), engine(None, 2), Recipe(), Silent()))),
            "reading into a working directory": timed(kept),
            "the same again, unchanged": timed(kept),
        }
        for what, (wall, seconds) in rows.items():
            print(
                f"{what:<34}{wall:8.1f} s on the wall{seconds:8.1f} s of processors {count / seconds:9.1f} documents/s"
            )
        held = ", ".join(f"{size} MB after {number:,}" for number, size in watch.memory)
        print(f"memory while reading into a working directory: {held}")


def patterns() -> list[Reading]:
    """Real readings of generated reports."""
    reader = stages.reader()
    return list(reader.pipe(map(_pattern, range(_PATTERNS))))


def _pattern(number: int) -> Document:
    _, _, day, text = reports.report(number).split(" ", 3)
    return Document(f"pattern-{number}", text, "", date.fromisoformat(day), "given")


def measure_rest(file: Path, count: int, days: int | None) -> None:
    """Resolution and writing of so many readings, as one line of JSON; what ``kg build`` holds meanwhile is held."""
    from kg.resolve import resolve

    known = [decode_reading(line) for line in file.read_bytes().splitlines()]
    started = time.process_time()
    making = 0.0

    def given() -> Iterator[Reading]:
        nonlocal making
        source = generated.readings(count, known, days)
        while True:
            before = time.process_time()
            reading = next(source, None)
            making += time.process_time() - before
            if reading is None:
                return
            yield reading

    graph = resolve(given())
    resolved, held = time.process_time(), memory()
    size = sum(map(len, stages.serialized(graph, "nquads")))
    written = time.process_time()
    figures = {
        "documents": count,
        "events": len(graph.events),
        "resolution": resolved - started - making,
        "writing": written - resolved,
        "MB resolved": held,
        "MB": memory(),
        "bytes": size,
    }
    print(json.dumps(figures))


def measure_growth(sizes: list[int], days: int | None) -> None:
    """Each size in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "patterns.jsonl")
        file.write_bytes(b"\n".join(map(encode, patterns())))
        before: dict[str, float] | None = None
        for size in sizes:
            command = [sys.executable, "-m", "benchmarks.scale", "--one", str(file), str(size)]
            command += ["--days", str(days)] if days else []
            ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            found: dict[str, float] = json.loads(ran.stdout)
            print(
                f"{size:>8} documents {found['events']:>8} events"
                f"  resolution {found['resolution']:8.1f} s  N-Quads {found['writing']:8.1f} s"
                f"  {found['MB resolved']:6.0f} MB resolved {found['MB']:6.0f} MB at most",
                flush=True,
            )
            if before is not None:
                exponents = {
                    what: math.log(found[what] / before[what]) / math.log(size / before["documents"])
                    for what in ("resolution", "writing", "MB")
                }
                print("         exponents: " + ", ".join(f"{what} {value:.2f}" for what, value in exponents.items()))
            before = found


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--days", type=int, help="over which the readings come out, however many; as a rule 20 a day")
    parser.add_argument("--reports", type=int, default=400, help="to be read by the language model; 0 for none")
    parser.add_argument("--one", nargs=2, metavar=("FILE", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        measure_rest(Path(options.one[0]), int(options.one[1]), options.days)
        return
    if options.reports:
        measure_reading(options.reports)
    measure_growth(options.sizes, options.days)


if __name__ == "__main__":
    main()
