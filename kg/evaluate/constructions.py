"""One or two sentences for each construction: what comes out of them, and what must not.

Only ``asserted`` and ``alleged`` events are expected in full; of what is denied, doubted, planned or imagined
the figures say how often kg knows of it with that stance, and it must never come out as a killing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kg.build import Reader
from kg.errors import InputError
from kg.evaluate.accounts import Account, Party, accounts
from kg.evaluate.assignment import assign
from kg.evaluate.construction_slots import (
    COMPARED,
    SLOTS,
    Expected,
    bare,
    explains,
    happened,
    is_same,
    judge,
    weight,
)
from kg.evaluate.figures import Report, Share, Table
from kg.evaluate.reading import document
from kg.evaluate.showing import labelled, shown
from kg.resolve import resolve


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the gold."""

    id: str
    group: str
    text: str
    issued: date | None
    expected: tuple[Expected, ...]
    not_killed: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """What became of one item."""

    item: Item
    found: list[tuple[Expected, dict[str, bool] | None]] = field(default_factory=list)
    wrongly_killed: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing is to be said of it."""
        told = [slots for expected, slots in self.found if happened(expected)]
        return not self.wrongly_killed and not self.surplus and all(s and all(s.values()) for s in told)


def load(path: Path) -> list[Item]:
    """The items of a gold file.

    Raises:
        InputError: it cannot be read.
    """
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        return [
            Item(
                row["id"],
                row["class"],
                row["text"],
                date.fromisoformat(row["date"]) if row["date"] else None,
                tuple(row["expect"]),
                tuple(row["not_killed"]),
            )
            for row in rows
        ]
    except FileNotFoundError:
        raise InputError(str(path), "no such file; the repository has tests/gold/constructions.jsonl") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), f"is no gold of constructions: {error}") from None


def evaluate(items: Iterable[Item], reader: Reader) -> Report:
    """Read every item on its own and compare."""
    items = list(items)
    documents = [document(item.id, item.text, item.issued) for item in items]
    outcomes = [
        compare(item, accounts(resolve([reading]))) for item, reading in zip(items, reader.pipe(documents), strict=True)
    ]
    return report(outcomes)


def compare(item: Item, told: list[Account]) -> Outcome:
    """Lay what came out beside what was expected."""
    outcome = Outcome(item, shown=[shown(account) for account in told])
    facts = [(account, harm) for account in told for harm in account.harms]
    facts += [(account, bare(account)) for account in told if not account.harms]
    weights = [[weight(expected, *fact) for fact in facts] for expected in item.expected]
    pairs = assign(weights)
    for number_, expected in enumerate(item.expected):
        fact = facts[pairs[number_]] if number_ in pairs else None
        outcome.found.append((expected, judge(expected, *fact) if fact else None))
    for account in told:
        for harm in account.harms:
            if harm.effect != "killed" or not harm.accepted:
                continue
            if not harm.counted and any(is_same(name, harm.party) for name in item.not_killed):
                outcome.wrongly_killed.append(harm.party.label)
            elif not any(explains(expected, harm) for expected in item.expected):
                outcome.surplus.append(labelled(harm.party))
    return outcome


def report(outcomes: list[Outcome]) -> Report:
    """Figures by class, and the failures grouped by class."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.item.group].append(outcome)
    rows: list[tuple[str, ...]] = []
    figures: dict[str, Any] = {"classes": {}}
    for group, members in sorted(groups.items()):
        cells, numbers = _figures(members)
        rows.append((group, *cells))
        figures["classes"][group] = numbers
    cells, numbers = _figures(outcomes)
    rows.append(("all", *cells))
    figures["all"] = numbers
    columns = ("class", "expected", *SLOTS, "full", "unrealised", "not killed", "surplus")
    misses = [line for group in sorted(groups) for outcome in groups[group] for line in _miss(outcome)]
    return Report("constructions", (Table("Constructions", columns, tuple(rows)),), figures, tuple(misses))


def _figures(outcomes: list[Outcome]) -> tuple[tuple[str, ...], dict[str, Any]]:
    slots = {slot: Share() for slot in SLOTS}
    full, unrealised, spared = Share(), Share(), Share()
    for outcome in outcomes:
        for expected, found in outcome.found:
            if not happened(expected):
                unrealised.add(found is not None and found["stance"])
                continue
            for slot in SLOTS:
                slots[slot].add(found is not None and found[slot])
            full.add(found is not None and all(found[slot] for slot in ("victim", *COMPARED)))
        for name in outcome.item.not_killed:
            spared.add(not any(is_same(name, Party("", (w,), w)) for w in outcome.wrongly_killed))
    surplus = sum(len(outcome.surplus) for outcome in outcomes)
    cells = [str(full.of or ""), *(slots[slot].cell() for slot in SLOTS), full.cell(), unrealised.cell()]
    numbers = {slot: share.figures() for slot, share in slots.items()}
    numbers |= {"full": full.figures(), "unrealised": unrealised.figures(), "not killed": spared.figures()}
    return (*cells, spared.cell(), str(surplus or "")), numbers | {"surplus killings": surplus}


def _miss(outcome: Outcome) -> Iterator[str]:
    if outcome.clean:
        return
    item = outcome.item
    yield f"[{item.id}] {item.text}" + (f"  (issued {item.issued})" if item.issued else "")
    for expected, found in outcome.found:
        wrong = [] if found is None else [slot for slot, right in found.items() if not right]
        if found is None or wrong:
            state = "MISSED" if found is None else f"wrong {', '.join(wrong)}"
            yield f"    - {state}{'' if happened(expected) else ' (unrealised)'}: {_wanted(expected)}"
    for name in outcome.wrongly_killed:
        yield f"    - KILLED BUT IS NOT: {name}"
    for name in outcome.surplus:
        yield f"    - surplus killing: {name}"
    for line in outcome.shown:
        yield f"      > {line}"


def _wanted(expected: Expected) -> str:
    effect = expected.get("effect")
    parts = [f"{expected.get('victim')} [{expected.get('count')}] {effect} {expected['polarity']}"]
    parts += [
        f"{slot}={expected[slot]}"
        for slot in ("perpetrator", "date", "place", "weapon", "claimant")
        if expected.get(slot)
    ]
    return ", ".join(parts)
