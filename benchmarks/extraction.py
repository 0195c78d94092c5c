"""What extraction costs alone: python -m benchmarks.extraction [--documents 200] [--folder FOLDER] [--rounds 5]

Parses generated reports, or those of a folder, once and reads them several times over. Prints the least processor time
of all rounds, document by document added up: what else runs on the machine slows single documents down, hardly ever the
same one each time. Compare two versions of kg only in one run after the other on the same machine.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks import reports
from kg.documents import find, read
from kg.extract.reader import Reader
from kg.language import load
from kg.model import Document


def main() -> None:
    """Parse, read, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="reports of your own instead of generated ones")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name)
        if not options.folder:
            reports.write(folder, options.documents)
        documents = [item for item in read(find([str(folder)])) if isinstance(item, Document)]
    nlp = load(threads=1)
    reader = Reader(nlp)
    parsed = [nlp(document.text) for document in documents]
    tokens = sum(map(len, parsed))
    least = [float("inf")] * len(documents)
    for _ in range(options.rounds):
        for number, (doc, document) in enumerate(zip(parsed, documents, strict=True)):
            fresh = doc.copy()  # what the parser got wrong is mended in place
            started = time.process_time()
            reader.interpret(fresh, document)
            least[number] = min(least[number], time.process_time() - started)
    print(
        f"{len(documents)} documents, {tokens:,} tokens: {sum(least):.2f} s, {sum(least) / tokens * 1e6:.1f} µs a token"
    )


if __name__ == "__main__":
    main()
