"""Where the time and the memory of a build go: python -m benchmarks.profile_build [--documents 1000]

Writes so many short, varied reports into a temporary folder, builds one graph from them in this process as
``kg build`` does, and prints the share of time that the language model takes and the memory along the way. Times are
processor times: what else runs on the machine does not count.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import kg.build as stages
from benchmarks import reports
from kg.documents import find, read
from kg.extract.reader import Reader
from kg.model import Document, Reading


class Stopwatch:
    """Adds up the time that iterators take to give their items; one inside the other counts once."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._running = False

    def time(self, items: Iterable[Any]) -> Iterator[Any]:
        """The same items."""
        iterator = iter(items)
        while True:
            inner, self._running = self._running, True
            started = time.process_time()
            try:
                item = next(iterator)
            except StopIteration:
                return
            finally:
                self._running = inner
                self.seconds += 0.0 if inner else time.process_time() - started
            yield item


def resident() -> float:
    """Memory of this process now, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def watched(documents: Iterable[Document], every: int) -> Iterator[Document]:
    """The same documents, with a line on memory now and then."""
    started = time.process_time()
    for number, document in enumerate(documents):
        if number % every == 0:
            seconds = time.process_time() - started
            print(f"{number:>8} documents {seconds:8.1f} s {resident():7.0f} MB", flush=True)
        yield document


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--join", type=int, default=1, help="reports in each document, to see long ones")
    parser.add_argument("--folder", type=Path, help="reports of your own instead of generated ones")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    if options.folder:
        profile(options.folder, options.threads, 10)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports.write(folder, options.documents, options.join)
        profile(folder, options.threads, max(1, options.documents // 10))


def profile(folder: Path, threads: int, every: int) -> None:
    """Build a graph of a folder and print where the time went."""
    extraction = stages.reader(threads=threads)  # with word lists and gazetteer, once for any number of documents
    assert isinstance(extraction, Reader)
    nlp = extraction.nlp
    print(f"all loaded, {resident():.0f} MB")
    model, reading, documents = Stopwatch(), Stopwatch(), Stopwatch()
    # What the model computes on the documents that it is handed, without the time it takes to fetch them.
    pipe = nlp.pipe

    def timed_pipe(texts: Iterable[Any], *args: Any, **kwargs: Any) -> Iterator[Any]:
        return model.time(pipe(texts, *args, **kwargs))

    nlp.pipe = timed_pipe  # type: ignore[method-assign]

    class TimedReader:
        def read(self, document: Document) -> Reading:
            return extraction.read(document)

        def pipe(self, items: Iterable[Document]) -> Iterator[Reading]:
            return reading.time(extraction.pipe(items))

    started = time.process_time()
    found = (item for item in read(find([str(folder)])) if isinstance(item, Document))
    graph = stages.build(documents.time(watched(found, every)), TimedReader())
    built = time.process_time()
    size = len(stages.turtle(graph))
    ended = time.process_time()
    total = ended - started
    rows = {
        "documents": documents.seconds,
        "language model": model.seconds - documents.seconds,
        "extraction": reading.seconds - model.seconds,
        "resolution": built - started - reading.seconds,
        "Turtle": ended - built,
        "all": total,
    }
    for stage, seconds in rows.items():
        print(f"{stage:<16}{seconds:8.1f} s {seconds / total:7.1%}")
    print(f"{len(graph.documents)} documents, {len(graph.events)} events, {len(graph.claims)} claims")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{size:,} bytes of Turtle; {resident():.0f} MB at the end, {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
