"""Readers of the corpora that the model is trained and measured on."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: The entity types of Universal NER; its "OTH" is left out.
UNIVERSAL_NER = ("PER", "ORG", "LOC")


@dataclass(slots=True)
class Sentence:
    """A tokenised sentence; a label list that is None is unknown for this corpus and not trained on."""

    doc: str
    words: list[str]
    corpus: str
    xpos: list[str] | None = None
    upos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    deps: list[str] | None = None
    names: list[str] | None = None
    mentions: list[str] | None = None
    space_after: list[bool] = field(default_factory=list)
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    text: str = ""


def read_conllu(path: Path, corpus: str) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file; heads are word indices, a root is its own head."""
    opener = gzip.open if path.suffix == ".gz" else open
    doc, text = "", ""
    rows: list[list[str]] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                doc = line.split("=", 1)[-1].strip()
            elif line.startswith("# text ="):
                text = line.split("=", 1)[1].strip()
            elif not line:
                if rows:
                    yield _sentence(doc, rows, corpus, text)
                rows = []
            elif not line.startswith("#"):
                rows.append(line.split("\t"))
    if rows:
        yield _sentence(doc, rows, corpus, text)


def _sentence(doc: str, rows: list[list[str]], corpus: str, text: str) -> Sentence:
    # A multi-word token ("don't" over "do" "n't") carries the spacing of its last word.
    glued: set[int] = set()
    for row in rows:
        if "-" in row[0]:
            start, end = map(int, row[0].split("-"))
            glued.update(range(start, end))
            if "SpaceAfter=No" in row[9]:
                glued.add(end)
    words = [row for row in rows if row[0].isdigit()]
    heads = [int(row[6]) - 1 for row in words]
    return Sentence(
        doc,
        [row[1] for row in words],
        corpus,
        xpos=[row[4] for row in words],
        upos=[row[3] for row in words],
        feats=[row[5] for row in words],
        lemmas=[row[2] for row in words],
        heads=[i if head < 0 else head for i, head in enumerate(heads)],
        deps=[row[7] for row in words],
        space_after=["SpaceAfter=No" not in row[9] and i + 1 not in glued for i, row in enumerate(words)],
        text=text,
        spans=[],
    )


def read_universal_ner(path: Path) -> Iterator[Sentence]:
    """Sentences of a Universal NER file, with its own tokens (its treebank is an older release than ours)."""
    doc = ""
    words: list[str] = []
    names: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            doc = line.split("=", 1)[-1].strip()
        elif not line.strip():
            if words:
                yield Sentence(doc, words, "ewt", names=names)
            words, names = [], []
        elif line.split("\t")[0].isdigit():
            cells = line.split("\t")
            words.append(cells[1])
            names.append(cells[2] if cells[2][2:] in UNIVERSAL_NER else "O")


@dataclass(slots=True)
class Report:
    """A document of re3d: its accepted mentions, and spans that the annotators saw and did not accept."""

    id: str
    source: str
    text: str
    mentions: list[tuple[int, int, str]]
    rejected: set[tuple[int, int]]


_RE3D_NAMES = {
    "Organization": "Organisation",
    "Military Platform": "MilitaryPlatform",
    "Date": "Temporal",
    "DateTime": "Temporal",
}


def read_re3d(root: Path, at_least: float = 0.5) -> Iterator[Report]:
    """re3d, one folder for each source; a mention counts from a confidence of `at_least`."""
    for folder in sorted(path for path in root.iterdir() if (path / "documents.json").is_file()):
        rows: dict[str, dict[tuple[int, int], list[tuple[float, str]]]] = defaultdict(lambda: defaultdict(list))
        for row in _json_lines(folder / "entities.json"):
            kind = _RE3D_NAMES.get(row["type"], row["type"])
            rows[row["documentId"]][row["begin"], row["end"]].append((row["confidence"], kind))
        for document in _json_lines(folder / "documents.json"):
            mentions: list[tuple[int, int, str]] = []
            rejected: set[tuple[int, int]] = set()
            for (begin, end), votes in sorted(rows[document["_id"]].items()):
                confidence, kind = max(votes)
                if confidence >= at_least:
                    mentions.append((begin, end, kind))
                else:
                    rejected.add((begin, end))
            yield Report(document["_id"], folder.name, document["text"], mentions, rejected)


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8-sig") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
