"""re3d: people, groups, places and their relations in reports on Syria and Iraq, annotated by a crowd."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.evaluate.assignment import assign
from kg.evaluate.figures import Report, Table, Tally
from kg.evaluate.re3d_mentions import mentions
from kg.evaluate.re3d_phrases import Relation
from kg.evaluate.re3d_predictions import record, relations
from kg.evaluate.re3d_things import Mention
from kg.evaluate.reading import document
from kg.language.corpora import Report as Annotated
from kg.language.corpora import read_re3d
from kg.language.scoring import TYPES, counts, tally

if TYPE_CHECKING:
    from spacy.language import Language

RELATIONS = ("IsSynonymOf", "BelongsTo", "InChargeOf", "FightingAgainst")
_UNDIRECTED = frozenset({"IsSynonymOf", "FightingAgainst"})
_ENOUGH = 0.5

Found = dict[str, tuple[list[Mention], list[Relation]]]


def load(root: Path) -> list[Annotated]:
    """The annotated reports of all sources.

    Raises:
        InputError: the folder does not hold re3d.
    """
    try:
        reports = list(read_re3d(root))
    except (OSError, ValueError, KeyError) as error:
        raise InputError(str(root), f"cannot be read as re3d: {error}") from None
    if not reports:
        raise InputError(str(root), "holds no source of re3d; get it from https://github.com/dstl/re3d")
    return reports


def predictions(reports: list[Annotated], nlp: Language) -> Found:
    """Mentions and relations of every report, read on its own."""
    from kg.extract.reader import Reader

    reader = Reader(nlp)
    found: Found = {}
    for report in reports:
        doc = nlp(report.text)
        reading = reader.interpret(doc, document(report.id, report.text, None))
        marked = mentions(doc, reading)
        found[report.id] = (marked, relations(reading, marked))
    return found


def lines(found: Found) -> Iterator[bytes]:
    """Predictions as a file that other scorers read, a document a line."""
    for identifier, (entities, related) in found.items():
        row = record(identifier, entities, related)
        yield json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"


def score(root: Path, reports: list[Annotated], found: Found) -> Report:
    """Mentions with capitalised heads, and relations between names."""
    total: Counter[str] = Counter()
    misses: list[str] = []
    for report in reports:
        total += tally(report, found[report.id][0])
        misses += _missed(report, found[report.id][0])
    figures: dict[str, Any] = {"documents": len(reports), "entities": {}, "relations": {}}
    rows = []
    for kind in (*TYPES, "all"):
        one = Tally()
        for name in TYPES if kind == "all" else (kind,):
            one.add(total[f"{name} right"], total[f"{name} predicted"], total[f"{name} asked"])
        figures["entities"][kind] = one.figures()
        rows.append((kind, *one.cells()))
    related, wrong = _relations(root, reports, found)
    for kind, one in related.items():
        figures["relations"][kind] = one.figures()
    columns = ("", "P", "R", "F1", "right/found by kg", "found/in the gold")
    between = tuple((kind, *one.cells()) for kind, one in related.items())
    tables = (
        Table("Mentions (proper, head)", columns, tuple(rows)),
        Table("Relations between names", columns, between),
    )
    return Report("re3d", tables, figures, (*misses, *wrong))


def _missed(report: Annotated, found: list[Mention]) -> Iterator[str]:
    for begin, end, kind in report.mentions:
        if kind not in TYPES or not counts(report.text, (begin, end, kind)):
            continue
        here = [m for m in found if m[0] < end and begin < m[1]]
        if not any(m[2] == kind for m in here):
            got = [f"{report.text[b:e]}/{k}" for b, e, k in here]
            yield f"{report.id[:8]}: {kind} {report.text[begin:end]!r}, got {got}"


def _relations(root: Path, reports: list[Annotated], found: Found) -> tuple[dict[str, Tally], list[str]]:
    gold = _gold(root)
    tallies = {kind: Tally() for kind in RELATIONS}
    misses: list[str] = []
    for report in reports:
        for kind, one in tallies.items():
            proper = _pairs(report.text, gold.get(report.id, []), kind, True)
            every = _pairs(report.text, gold.get(report.id, []), kind, False)
            mine = [((a.begin, a.end), (b.begin, b.end), k) for a, b, k in found[report.id][1]]
            ours = _pairs(report.text, mine, kind, False)
            pairs = assign([[float(_same(p, g, kind)) for p in ours] for g in proper])
            ignored = sum(j not in pairs.values() and any(_same(p, g, kind) for g in every) for j, p in enumerate(ours))
            one.add(len(pairs), len(ours) - ignored, len(proper))
            misses += [f"{report.id[:8]}: missed {kind} {g}" for i, g in enumerate(proper) if i not in pairs]
            misses += [f"{report.id[:8]}: wrong {kind} {p}" for j, p in enumerate(ours) if j not in pairs.values()]
    whole = Tally()
    for one in tallies.values():
        whole.add(one.right, one.predicted, one.expected)
    return tallies | {"all": whole}, misses


Ends = tuple[tuple[int, int], tuple[int, int], str]


def _gold(root: Path) -> dict[str, list[Ends]]:
    found: dict[str, list[Ends]] = {}
    for path in sorted(root.glob("*/relations.json")):
        rows = [json.loads(text) for text in path.read_text("utf-8-sig").splitlines() if text.strip()]
        for row in rows:
            if row["confidence"] >= _ENOUGH:
                source, target = ((row[f"{end}Begin"], row[f"{end}End"]) for end in ("source", "target"))
                found.setdefault(row["documentId"], []).append((source, target, row["type"]))
    return found


def _pairs(text: str, related: list[Ends], kind: str, proper: bool) -> list[tuple[str, str]]:
    """Distinct pairs of names."""
    found: list[tuple[str, str]] = []
    for source, target, name in related:
        if name != kind or (proper and not all(counts(text, (*end, "Person")) for end in (source, target))):
            continue
        left, right = _name(text[slice(*source)]), _name(text[slice(*target)])
        pair = (right, left) if kind in _UNDIRECTED and right < left else (left, right)
        if left != right and pair not in found:
            found.append(pair)
    return found


def _name(text: str) -> str:
    plain = re.sub(r"['’]s\b", "", text.lower())
    dropped = {"the", "a", "an", "mr", "mrs", "ms", "dr"}
    return " ".join(word for word in re.findall(r"[^\W_]+", plain) if word not in dropped)


def _same(found: tuple[str, str], gold: tuple[str, str], kind: str) -> bool:
    straight = _fits(found[0], gold[0]) and _fits(found[1], gold[1])
    return straight or (kind in _UNDIRECTED and _fits(found[0], gold[1]) and _fits(found[1], gold[0]))


def _fits(left: str, right: str) -> bool:
    short, long = sorted((left.split(), right.split()), key=len)
    rest = iter(long)
    return bool(short) and short[-1] == long[-1] and all(word in rest for word in short)
