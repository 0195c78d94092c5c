"""Who killed whom, when and where in the messages of MUC-4: the dead of a message against its key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from kg.evaluate.assignment import assign
from kg.evaluate.figures import Tally
from kg.evaluate.muc_keys import Dead, Fill, When, place_name
from kg.evaluate.muc_strings import normal, same

FIGURES = {
    "victim": "dead victims",
    "perpetrator": "dead victims + any perpetrator",
    "date": "dead victims + date",
    "place": "dead victims + place",
    "full": "full fact",
}
_DEFAULT_REACH = timedelta(days=30)


@dataclass(slots=True)
class Killed:
    """A victim that kg says died, with the circumstances of all incidents in which it does."""

    names: list[str]
    kind: str
    perpetrators: list[list[str]] = field(default_factory=list)
    dates: list[When] = field(default_factory=list)
    places: list[list[str]] = field(default_factory=list)


def add(key: list[Dead], events: list[dict[str, Any]], tallies: dict[str, Tally]) -> list[str]:
    """Count one document in; hands back what was missed or is not in the key."""
    expected, found = _merged_dead(key), killed(events)
    weights = [[_weight(dead, one) for one in found] for dead in expected]
    pairs = assign(weights)
    hits = {j: expected[i] for i, j in pairs.items() if not expected[i].optional}
    ignored = {j for i, j in pairs.items() if expected[i].optional}
    live = [j for j in range(len(found)) if j not in ignored]
    must = [dead for dead in expected if not dead.optional]
    tallies["victim"].add(len(hits), len(live), len(must))
    right = {slot: sum(_right(slot, dead, found[j]) for j, dead in hits.items()) for slot in ("date", "place")}
    tallies["date"].add(right["date"], sum(len(found[j].dates) for j in live), sum(len(d.dates) for d in must))
    tallies["place"].add(right["place"], sum(len(found[j].places) for j in live), sum(len(d.places) for d in must))
    # where the key has optional perpetrators only, naming one of them is neither right nor wrong
    free = {j for j, dead in hits.items() if not _sure(dead) and _perpetrator(dead.perpetrators, found[j])}
    accused = [j for j in live if found[j].perpetrators and j not in free]
    good = {j for j, dead in hits.items() if _sure(dead) and _perpetrator(_sure(dead), found[j])}
    tallies["perpetrator"].add(len(good), len(accused), sum(bool(_sure(dead)) for dead in must))
    full = [j for j in good if _right("date", hits[j], found[j]) and _right("place", hits[j], found[j])]
    whole = sum(bool(_sure(d) and d.dates and d.places) for d in must)
    tallies["full"].add(len(full), sum(bool(found[j].dates and found[j].places) for j in accused), whole)
    missed = [f"missed {d.aliases[0]}" for i, d in enumerate(expected) if not d.optional and i not in pairs]
    surplus = [f"not in the key: {found[j].names[0]}" for j in live if j not in hits]
    return missed + surplus + [miss for j, dead in hits.items() for miss in _wrong(dead, found[j])]


def _wrong(dead: Dead, one: Killed) -> Iterable[str]:
    who = dead.aliases[0]
    if _sure(dead) and not _perpetrator(_sure(dead), one):
        wanted, got = [fill.names[0] for fill in _sure(dead)], [names[0] for names in one.perpetrators]
        yield f"{who}: perpetrator {wanted}, got {got}"
    if dead.dates and not _right("date", dead, one):
        yield f"{who}: date {[str(when) for when in dead.dates[0]]}, got {[str(when) for when in one.dates]}"
    if dead.places and not _right("place", dead, one):
        gold = [": ".join(min(level) for level in levels) for levels in dead.places[0]]
        yield f"{who}: place {gold}, got {one.places}"


def _merged_dead(key: list[Dead]) -> list[Dead]:
    """The dead of a message, each once however many templates name them."""
    found: list[Dead] = []
    for dead in key:
        mine = {normal(n) for n in dead.names or dead.aliases} - {""}
        twins = [
            other
            for other in found
            if bool(other.names) == bool(dead.names) and mine & {normal(n) for n in other.names or other.aliases}
        ]
        one = Dead(
            [n for d in [*twins, dead] for n in d.names],
            [n for d in [*twins, dead] for n in d.descriptions],
            all(d.optional for d in [*twins, dead]),
            _merged_fills([f for d in [*twins, dead] for f in d.perpetrators]),
            _distinct([w for d in [*twins, dead] for w in d.dates]),
            _distinct([p for d in [*twins, dead] for p in d.places]),
        )
        found = [other for other in found if not any(other is twin for twin in twins)]
        found.append(one)
    return found


def _distinct(values: list[Any]) -> list[Any]:
    return [value for i, value in enumerate(values) if value not in values[:i]]


def _merged_fills(fills: list[Fill]) -> list[Fill]:
    found: list[Fill] = []
    for fill in fills:
        twin = next((f for f in found if {*map(normal, f.names)} & {*map(normal, fill.names)}), None)
        if twin is None:
            found.append(Fill(list(fill.names), fill.optional))
        else:
            twin.names += fill.names
            twin.optional = twin.optional and fill.optional
    return found


def killed(events: list[dict[str, Any]]) -> list[Killed]:
    """The dead of the predicted incidents of one document, each once."""
    found: list[Killed] = []
    for event in events:
        perpetrators = [names(fill) for slot in ("perp_individual", "perp_org") for fill in event.get(slot) or []]
        when = [w for text in [event.get("date")] if text and (w := read_date(text))]
        where = [parts(text) for text in event.get("place") or []]
        for victim in event.get("victim") or []:
            if victim.get("effect") != "death":
                continue
            mine, kind = names(victim), victim.get("kind") or ""
            twin = next((k for k in found if k.kind == kind and {*map(normal, k.names)} & {*map(normal, mine)}), None)
            if twin is None:
                twin = Killed([], kind)
                found.append(twin)
            twin.names += [n for n in mine if n not in twin.names]
            twin.perpetrators += [p for p in perpetrators if p not in twin.perpetrators]
            twin.dates += [w for w in when if w not in twin.dates]
            twin.places += [p for p in where if p not in twin.places]
    return found


def names(fill: dict[str, Any]) -> list[str]:
    """All names of a predicted filler."""
    return [fill["name"], *fill.get("aliases", ())]


def read_date(text: str) -> When | None:
    """A predicted day, range (``1989-08-16/1989-08-20``) or latest day (``../1989-08-20``)."""
    first, _, last = text.partition("/")
    try:
        end = date.fromisoformat(last or first)
        return When(None if first == ".." else date.fromisoformat(first), end)
    except ValueError:
        return None


def parts(text: str) -> list[str]:
    """A predicted place and what it lies in, most specific first."""
    return [name for part in re.sub(r"\(([^()]*)\)", r", \1", text).split(",") if (name := place_name(part))]


def _weight(dead: Dead, one: Killed) -> float:
    gold = dead.names or dead.aliases
    if not any(same(a, b, bool(dead.names)) for a in one.names for b in gold):
        return 0.0
    exact = any(normal(a) == normal(b) for a in one.names for b in dead.aliases)
    extra = 100 * bool(_perpetrator(_sure(dead), one)) + 10 * _right("date", dead, one) + _right("place", dead, one)
    return (5000 if dead.optional else 10000) + extra + 0.5 * exact


def _sure(dead: Dead) -> list[Fill]:
    return [fill for fill in dead.perpetrators if not fill.optional]


def _perpetrator(fills: list[Fill], one: Killed) -> bool:
    return any(same(a, b) for fill in fills for b in fill.names for mine in one.perpetrators for a in mine)


def _right(slot: str, dead: Dead, one: Killed) -> int:
    """How many of the dates (or places) of a victim kg has; a victim of two templates can have two."""
    if slot == "date":
        weights = [[float(any(_same_time(w, g) for g in gold)) for w in one.dates] for gold in dead.dates]
    else:
        weights = [[float(any(_same_place(p, g) for g in gold)) for p in one.places] for gold in dead.places]
    return len(assign(weights))


def _same_time(found: When, gold: When) -> bool:
    if gold.first is None:
        if found.first is None:
            return found.last == gold.last
        return found.first == found.last and gold.last - _DEFAULT_REACH <= found.first <= gold.last
    return found.first is not None and gold.first <= found.first and found.last <= gold.last


def _same_place(found: list[str], levels: list[frozenset[str]]) -> bool:
    if not found or not levels:
        return False
    inner = levels[1:] or levels[:1]
    return any(found[0] in level for level in inner)
