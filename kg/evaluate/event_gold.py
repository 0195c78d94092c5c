"""Annotated claims about events in whole reports, and who is expected to be found in each document."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluate.wording import any_name, generic, head

_EFFECTS = {
    "wounded": "wounded", "injured": "wounded", "killed": "killed", "captured": "captured",
    "kidnapped": "captured", "missing": "captured", "none": "none",
}  # fmt: skip
POSITIVE = frozenset({"asserted", "alleged"})


@dataclass(frozen=True, slots=True)
class Victim:
    """Somebody harmed, or a target without harm, on one line."""

    names: tuple[str, ...]
    description: str
    number: int | None
    effect: str
    effects: frozenset[str]
    part: bool
    event: str


@dataclass(frozen=True, slots=True)
class Line:
    """One claim about an event in one document. ``stances`` are all right ones, ``rejected`` for denials."""

    id: str
    document: str
    event: str
    kind: str
    agents: tuple[tuple[str, ...], ...]
    victims: tuple[Victim, ...]
    dates: tuple[str | None, ...]
    places: tuple[str, ...]
    attribution: tuple[str, ...]
    polarity: str
    stances: frozenset[str]
    optional: bool
    evidence: str

    @property
    def positive(self) -> bool:
        """Whether it says that it happened or may have."""
        return self.polarity in POSITIVE


@dataclass(slots=True)
class Wanted:
    """A person or group that a document says was harmed in one event, with all lines that say so."""

    event: str
    effect: str
    names: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    lines: list[Line] = field(default_factory=list)
    effects: set[str] = field(default_factory=set)
    parts: list[bool] = field(default_factory=list)

    @property
    def positive(self) -> list[Line]:
        """The lines that say so."""
        return [line for line in self.lines if line.positive]

    @property
    def required(self) -> bool:
        """Whether missing it counts: parts of another number need not be told apart."""
        if all(line.optional for line in self.positive):
            return False
        return bool(self.names) or not all(self.parts)

    @property
    def label(self) -> str:
        """What to call it."""
        number = f" [{'/'.join(map(str, sorted(self.numbers)))}]" if self.numbers and not self.names else ""
        return (self.names or self.descriptions or ["?"])[0] + number


def load(path: Path) -> list[Line]:
    """The lines of a gold file.

    Raises:
        InputError: it cannot be read.
    """
    try:
        rows = [json.loads(text) for text in path.read_text("utf-8").splitlines() if text.strip()]
        return [_line(row) for row in rows]
    except FileNotFoundError:
        raise InputError(str(path), "no such file; kg's own gold is tests/gold/gold.jsonl") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), f"is no gold of events: {type(error).__name__}: {error}") from None


def index(path: Path) -> dict[str, dict[str, Any]]:
    """What is known of each document: its date (None: the reader gets none) and its split, by identifier.

    Raises:
        InputError: it cannot be read.
    """
    try:
        rows = [json.loads(text) for text in path.read_text("utf-8").splitlines() if text.strip()]
        return {row["id"]: row | {"date": date.fromisoformat(row["date"]) if row["date"] else None} for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), f"is no index of documents: {error}") from None


def _line(row: dict[str, Any]) -> Line:
    polarities = {row["polarity"], *row.get("polarity_alt", ())}
    by_name = row.get("victim_keys") or {}
    victims = []
    for victim in row["victims"]:
        names = tuple(victim.get("names") or ())
        effect = _EFFECTS[victim.get("effect") or "none"]
        others = {_EFFECTS[e] for e in victim.get("effect_alt", ())}
        event = next((by_name[name] for name in names if name in by_name), row["same_event_as"])
        text, part = victim.get("description") or "", bool(victim.get("subset"))
        victims.append(Victim(names, text, victim.get("count"), effect, frozenset(others | {effect}), part, event))
    return Line(
        row["id"],
        row["doc"],
        row["same_event_as"],
        row["event_type"],
        tuple(tuple(aliases) for aliases in row["agents"]),
        tuple(victims),
        (row["date"], *row.get("date_alt", ())),
        tuple(row["places"]),
        tuple(row["attribution"]),
        row["polarity"],
        frozenset(p if p in POSITIVE else "rejected" for p in polarities),
        bool(row.get("optional")),
        row["evidence"],
    )


def wanted(lines: Iterable[Line]) -> list[Wanted]:
    """Who is harmed in the events of one document; lines on the same victim of the same event are one."""
    found: list[Wanted] = []
    for line in lines:
        for victim in line.victims:
            if victim.effect == "none":
                continue
            home = next((w for w in found if _same(w, victim, line)), None)
            if home is None:
                home = Wanted(victim.event, victim.effect)
                found.append(home)
            _add(home, victim, line)
    return [w for w in found if w.positive and not _stands_for_another(w, found)]


def _same(known: Wanted, victim: Victim, line: Line) -> bool:
    if known.event != victim.event or known.effect != victim.effect or bool(known.names) != bool(victim.names):
        return False
    if victim.names:
        return any_name(victim.names, known.names)
    if any(line is other for other in known.lines):
        return False
    number = {victim.number} - {None}
    if head(victim.description) in {head(d) for d in known.descriptions}:
        return not number or not known.numbers or bool(number & known.numbers)
    return bool(number & known.numbers) and max(known.numbers) > 9


def _add(known: Wanted, victim: Victim, line: Line) -> None:
    known.names += [name for name in victim.names if name not in known.names]
    if victim.description and victim.description not in known.descriptions:
        known.descriptions.append(victim.description)
    if victim.number is not None:
        known.numbers.add(victim.number)
    known.lines.append(line)
    known.effects |= victim.effects
    if line.positive:
        known.parts.append(victim.part)


def _stands_for_another(one: Wanted, found: list[Wanted]) -> bool:
    """Whether "one person killed" in another account of the event may be the victim that a line names."""
    if one.names or one.numbers != {1} or not all(generic(d) for d in one.descriptions):
        return False
    return any(
        other.names and other.event == one.event and other.effect == one.effect and other.positive
        for other in found
        if not any(line is mine for line in other.lines for mine in one.lines)
    )


def by_document(lines: Iterable[Line], pattern: re.Pattern[str] | None = None) -> dict[str, list[Line]]:
    """The lines of each document whose identifier matches, in order."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if pattern is None or pattern.search(line.document):
            found[line.document].append(line)
    return dict(sorted(found.items()))
