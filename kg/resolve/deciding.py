"""Turns what people answer about doubtful pairs into corrections."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from kg.errors import KnowledgeError
from kg.resolve.corrections import Action, Correction
from kg.resolve.judgement import Verdict
from kg.resolve.keys import core
from kg.resolve.ledger import Pair
from kg.resolve.witness import Side

COLUMNS = (
    "decision", "why", "left", "right", "left_name", "right_name", "score", "reasons",
    "left_document", "left_says", "right_document", "right_says", "left_claims", "right_claims",
)  # fmt: skip
_TOGETHER = frozenset({Action.MERGE, Action.APART})


def undecided(pairs: Iterable[Pair], corrections: Iterable[Correction], merged: bool = False) -> list[Pair]:
    """The pairs that nobody has decided yet, each once, the likeliest first; or those that were joined in doubt."""
    decided: set[frozenset[tuple[str, str]]] = set()
    gone: set[tuple[str, str]] = set()
    for correction in corrections:
        cores = [core(key) for key in correction.things]
        if correction.action in _TOGETHER:
            decided.update(frozenset((a, b)) for a in cores for b in cores)
        elif correction.action in (Action.DELETE, Action.NOT_EVENT):
            gone.update(cores)
    wanted = Verdict.SAME if merged else Verdict.UNSURE
    found: dict[tuple[str, ...], Pair] = {}
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)):
        cores = [core(pair.left.thing), core(pair.right.thing)]
        if pair.verdict is not wanted or frozenset(cores) in decided or gone & set(cores):
            continue
        of_one = pair.left.thing == pair.right.thing
        mark = (pair.left.thing, pair.left.document, pair.right.document) if of_one else _things(pair)
        found.setdefault(mark, pair)
    return sorted(found.values(), key=lambda pair: (pair.score if merged else -pair.score, _things(pair)))


def _things(pair: Pair) -> tuple[str, ...]:
    return tuple(sorted((pair.left.thing, pair.right.thing)))


def decided(pair: Pair, answer: Verdict, why: str = "", by: str = "") -> Correction | None:
    """The correction that an answer asks for, None where it changes nothing.

    What was joined is split again: what the right-hand document tells of is another thing; where both sides are of one
    report, what its claims on the right-hand side say.

    Raises:
        KnowledgeError: both sides are of one report, and no claim speaks of the right-hand side alone.
    """
    left, right = pair.left.thing, pair.right.thing
    if answer is Verdict.UNSURE or (left == right and answer is Verdict.SAME):
        return None
    if answer is Verdict.SAME:
        return Correction(Action.MERGE, (left, right), why=why, by=by)
    if left == right:
        if pair.left.document == pair.right.document:
            claims = tuple(key for key in pair.right.claims if key not in pair.left.claims)
            if not claims:
                raise KnowledgeError(f"{left}: no claim of {pair.left.document} speaks of one of the two alone")
            return Correction(Action.SPLIT, (left,), claims=claims, why=why, by=by)
        return Correction(Action.SPLIT, (left,), documents=(pair.right.document,), why=why, by=by)
    return Correction(Action.APART, (left, right), why=why, by=by)


def table(pairs: Iterable[Pair]) -> str:
    """The pairs as CSV with an empty first column for the decision: same, different or unsure."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for pair in pairs:
        left, right = pair.left, pair.right
        row = ["", "", left.thing, right.thing, left.label, right.label, pair.score, "; ".join(pair.reasons)]
        claims = (" ".join(side.claims) for side in (left, right))
        writer.writerow([*row, left.document, _says(left), right.document, _says(right), *claims])
    return text.getvalue()


def _says(side: Side) -> str:
    return " | ".join((*side.facts, *side.words))


def answers(text: str, name: str, by: str = "") -> tuple[Correction, ...]:
    """The corrections that a filled-in table asks for; rows without a decision are passed over.

    Raises:
        KnowledgeError: a column is missing, or a decision is another word; says where.
    """
    rows = csv.DictReader(io.StringIO(text))
    needed = ("decision", "left", "right")
    missing = [column for column in needed if column not in (rows.fieldnames or ())]
    if missing:
        raise KnowledgeError(f"{name}: no column {missing[0]!r}; a table has at least {', '.join(needed)}")
    return tuple(_answered(rows, name, by))


def _answered(rows: csv.DictReader[str], name: str, by: str) -> Iterator[Correction]:
    for row in rows:
        word = (row["decision"] or "").strip().casefold()
        if not word:
            continue
        try:
            answer = Verdict(word)
        except ValueError:
            choices = ", ".join(Verdict)
            raise KnowledgeError(f"{name}:{rows.line_num}: {word!r} is no decision; there are: {choices}") from None
        left, right = (
            Side(
                row[side] or "",
                "",
                (row.get(f"{side}_document") or "").strip(),
                claims=tuple((row.get(f"{side}_claims") or "").split()),
            )
            for side in ("left", "right")
        )
        if not left.thing or not right.thing:
            raise KnowledgeError(f"{name}:{rows.line_num}: a decision needs both 'left' and 'right'")
        if left.thing == right.thing and answer is Verdict.DIFFERENT and not right.document:
            raise KnowledgeError(
                f"{name}:{rows.line_num}: to split a thing, 'right_document' must say what to take out"
            )
        found = decided(Pair(left, right, Verdict.UNSURE, 0.0, ()), answer, (row.get("why") or "").strip(), by)
        if found is not None:
            yield found


def new(found: Sequence[Correction], known: Sequence[Correction]) -> list[Correction]:
    """The corrections that are not in the file yet."""

    def content(correction: Correction) -> tuple[object, ...]:
        parts = correction.documents, correction.claims, correction.mentions
        return correction.action, frozenset(correction.things), *parts

    there = set(map(content, known))
    return [correction for correction in found if content(correction) not in there]
