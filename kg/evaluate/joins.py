"""Whether reports that tell of one event come together in the graph, and no others.

The unit is an event as one document tells it. What kg read in a document is laid to the annotated event in whose
evidence most of its trigger words stand; if they stand in none, to the only one that the document has, if there is but
one. Two documents are judged on each pair of their events.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

from kg.build import Reader, resolved
from kg.evaluate.event_gold import Line
from kg.evaluate.events import documents
from kg.evaluate.figures import Report, Table, Tally
from kg.model import Event
from kg.resolve import Resolution

Unit = tuple[str, str]
"""A document and the key of an annotated event."""


def evaluate(
    chosen: Mapping[str, list[Line]], folders: Sequence[Path], dates: Mapping[str, date | None], reading: Reader
) -> Report:
    """Builds one graph of all reports and compares which of their events are one."""
    texts = documents(chosen, folders, dates)
    return score(chosen, {document.id: document.text for document in texts}, resolved(texts, reading))


def score(chosen: Mapping[str, list[Line]], texts: Mapping[str, str], found: Resolution) -> Report:
    """Pairs of events in different documents: how many that are one came together, and how many others did."""
    nodes = _nodes(chosen, texts, found)
    every = sorted({(line.document, line.event) for lines in chosen.values() for line in lines if not line.optional})
    read, all_pairs = Tally(), Tally()
    misses: list[str] = []
    for one, other in combinations(every, 2):
        if one[0] == other[0]:
            continue
        same, joined = one[1] == other[1], bool(nodes[one] & nodes[other])
        both = bool(nodes[one] and nodes[other])
        if joined:
            all_pairs.predict(same)
            read.predict(same)
        if same:
            all_pairs.expect(joined)
            if both:
                read.expect(joined)
        if same != joined:
            why = "apart" if both else "not read in both"
            misses.append(f"{'joined' if joined else why}: {_label(one, nodes)} and {_label(other, nodes)}")
    columns = ("pairs of reports", "P", "R", "F1", "joined rightly", "one event")
    rows = (("all", *all_pairs.cells()), ("both read", *read.cells()))
    figures = {"joins": {"all": all_pairs.figures(), "both read": read.figures()}}
    return Report("joins", (Table("One event, several reports", columns, rows),), figures, tuple(misses))


def _label(unit: Unit, nodes: Mapping[Unit, set[str]]) -> str:
    return f"{unit[0]} {unit[1]} ({', '.join(sorted(nodes[unit])) or 'nothing'})"


def _nodes(chosen: Mapping[str, list[Line]], texts: Mapping[str, str], found: Resolution) -> dict[Unit, set[str]]:
    """The events of the graph that stand for each annotated event of each document."""
    nodes: defaultdict[Unit, set[str]] = defaultdict(set)
    for source in found.sources:
        document = source.reading.document.id
        text = texts.get(document, "")
        for event in source.reading.events:
            for key in _told(event, chosen.get(document, ()), text):
                nodes[document, key].add(found.names[source.node(event.key)])
    return nodes


def _told(event: Event, lines: Iterable[Line], text: str) -> list[str]:
    """The annotated events in whose evidence most of an event's triggers stand, else the only one there is."""
    hits: Counter[str] = Counter()
    for line in lines:
        begin = text.find(line.evidence)
        end = begin + len(line.evidence)
        if begin >= 0:
            hits[line.event] += sum(begin <= span.begin and span.end <= end for span in event.triggers)
    most = max(hits.values(), default=0)
    return [key for key, number in hits.items() if number == most and (most > 0 or len(hits) == 1)]
