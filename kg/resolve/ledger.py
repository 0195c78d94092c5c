"""Judgements in a plain file: one JSON record a line, the same for the same resolution.

First stands what the file is, then the documents, the things with where they are told (by which a later build
knows them again), keys that others have replaced, and every judgement with its reasons. A pair that was hard to
judge also has what the documents say of both sides, so that it can be decided without the reports.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from kg.errors import KnowledgeError
from kg.resolve.judgement import Judgement, Node, Verdict
from kg.resolve.memory import Anchor, Memory, anchors, pointers
from kg.resolve.resolution import Resolution
from kg.resolve.witness import Side, Witness

_FORMAT = "kg judgements"
_VERSION = 1
_CLEAR = 0.9

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things of the graph that were hard to judge, how they were judged and why, and what is said of each."""

    left: Side
    right: Side
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


def lines(found: Resolution, memory: Memory) -> Iterator[bytes]:
    """The file for a resolution, line by line; ``memory`` is what was remembered before."""
    for record in _records(found, memory):
        yield json.dumps(record, ensure_ascii=False, separators=(", ", ": ")).encode("utf-8", "replace") + b"\n"


def _records(found: Resolution, memory: Memory) -> Iterator[Record]:
    yield {"file": _FORMAT, "version": _VERSION}
    marks = {source.mark: source.reading.document.id for source in found.sources}
    for mark, name in sorted(marks.items(), key=lambda item: item[::-1]):
        yield {"document": name, "mark": mark}
    labels = {entity.key: entity.label for entity in found.graph.entities}
    labels.update((event.key, event.label) for event in found.graph.events)
    yield from _things(found, marks, labels)
    for old, new in pointers(found.names, found.past, memory.replaced).items():
        yield {"was": old, "is": new}
    yield from _judgements(found, marks, labels)


def _things(found: Resolution, marks: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[Record]:
    told: dict[str, list[list[str]]] = {}
    for source in found.sources:
        for node, anchor in anchors(source).items():
            key = found.names[node]
            former = [old for old in found.past.get(node, ()) if old != key]
            told.setdefault(key, []).append([marks[node.document], node.key, anchor.kind, anchor.place, *former])
    for key in sorted(told):
        yield {"thing": key, "label": labels.get(key, ""), "told": sorted(told[key])}


def _judgements(found: Resolution, marks: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[Record]:
    sources = {source.mark: source for source in found.sources}
    witnesses: dict[str, Witness] = {}
    for judged in found.judgements:
        record: dict[str, object] = {
            "one": [marks[judged.left.document], judged.left.key],
            "other": [marks[judged.right.document], judged.right.key],
            "verdict": judged.verdict.value,
            "score": judged.score,
            "reasons": list(judged.reasons),
        }
        if judged.verdict is Verdict.UNSURE or (judged.verdict is Verdict.SAME and judged.score < _CLEAR):
            sides = []
            for node in (judged.left, judged.right):
                if node.document not in witnesses:
                    witnesses[node.document] = Witness(sources[node.document])
                key = found.names[node]
                sides.append(asdict(witnesses[node.document].side(node, key, labels.get(key, ""))))
            record["sides"] = sides
        yield record


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a file of judgements holds."""

    memory: Memory
    pairs: tuple[Pair, ...]
    judgements: tuple[Judgement, ...]


def parse(text: Iterable[str], name: str) -> Ledger:
    """Reads a file of judgements, which may be empty; ``name`` is what it is called in messages.

    Raises:
        KnowledgeError: it is none, or a line of it is not as it was written.
    """
    marks: dict[str, str] = {}
    names: dict[Anchor, tuple[str, ...]] = {}
    replaced: dict[str, str] = {}
    pairs: list[Pair] = []
    judgements: list[Judgement] = []
    number, known = 0, False
    try:
        for number, line in enumerate(text, start=1):  # noqa: B007 - the message below names the line
            if not line:
                continue
            record = json.loads(line)
            if not known:
                _check_format(record, name)
                known = True
            elif "document" in record:
                marks[record["document"]] = record["mark"]
            elif "thing" in record:
                for document, _, kind, place, *former in record["told"]:
                    names[Anchor(marks[document], kind, place)] = (record["thing"], *former)
            elif "was" in record:
                replaced[record["was"]] = record["is"]
            else:
                left, right = (Node(marks[record[side][0]], record[side][1]) for side in ("one", "other"))
                verdict, reasons = Verdict(record["verdict"]), tuple(record["reasons"])
                judgements.append(Judgement(left, right, verdict, record["score"], reasons))
                if "sides" in record:
                    one, other = (_side(side) for side in record["sides"])
                    pairs.append(Pair(one, other, verdict, record["score"], reasons))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(f"{name}:{number}: not a line of a file of judgements ({error})") from error
    return Ledger(Memory(names, replaced), tuple(pairs), tuple(judgements))


def _check_format(record: Record, name: str) -> None:
    if not isinstance(record, dict) or record.get("file") != _FORMAT:
        raise KnowledgeError(f"{name}: no file of judgements that kg build wrote")
    if record.get("version") != _VERSION:
        raise KnowledgeError(f"{name}: written by another version of kg (format {record.get('version')})")


def _side(record: Mapping[str, object]) -> Side:
    facts, words, claims = record["facts"], record["words"], record.get("claims", [])
    assert isinstance(facts, list)
    assert isinstance(words, list)
    assert isinstance(claims, list)
    return Side(
        str(record["thing"]),
        str(record["label"]),
        str(record["document"]),
        str(record["issued"]),
        tuple(facts),
        tuple(words),
        tuple(claims),
    )
