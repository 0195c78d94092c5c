"""Whole reports: who was killed, by whom, when and where, and who says so, against annotated claims.

An event node is looked at document by document, through the claims of that document. Units of one document
and annotated victims are paired one to one, best total first; what an optional line expects counts neither
way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.build import Reader, build, turtle
from kg.documents import Settings, find, read
from kg.errors import InputError
from kg.evaluate.accounts import OUTCOMES, Account, accounts
from kg.evaluate.assignment import assign
from kg.evaluate.event_claims import Claims
from kg.evaluate.event_gold import Line, Wanted
from kg.evaluate.event_pairing import Pairing
from kg.evaluate.event_units import Facts, Unit, likeness
from kg.evaluate.figures import Report, Share, Table, Tally, percent
from kg.evaluate.wording import any_name
from kg.export import export
from kg.model import Document, Graph

_FIGURES = {
    "named killed": "killed, with a name",
    "killed": "killed, all",
    "perpetrator": "killed + perpetrator",
    "date": "killed + date",
    "place": "killed + place",
    "full": "killed, by whom, when, where: full fact",
    "full named": "full fact, with a name",
    "harmed": "wounded, captured, kidnapped",
}


def graph(identifiers: Iterable[str], texts: Path, dates: dict[str, Any], reader: Reader) -> Graph:
    """One graph of the texts of some documents, each with the date that the index gives it.

    Raises:
        InputError: a text is missing or cannot be read.
    """
    return build(documents(identifiers, [texts], dates), reader)


def documents(identifiers: Iterable[str], folders: Sequence[Path], dates: Mapping[str, Any]) -> list[Document]:
    """The texts of some documents, each from the first folder that has it, with the date that the index gives it.

    Raises:
        InputError: a text is missing or cannot be read.
    """
    found: list[Document] = []
    for identifier in identifiers:
        paths = [folder / f"{identifier}.txt" for folder in folders]
        path = next((path for path in paths if path.is_file()), None)
        if path is None:
            raise InputError(str(paths[0]), "no such text; --texts names the folder of the annotated reports")
        for document in read(find([str(path)]), Settings(issued=dates.get(identifier))):
            if isinstance(document, InputError):
                raise document
            found.append(document)
    return found


def exported(found: Graph) -> list[bytes]:
    """The lines that ``kg export --to events.jsonl`` writes for a graph, for other scorers."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        path.write_bytes(turtle(found))
        return list(export(path, "events.jsonl"))


@dataclass(slots=True)
class Scores:
    """Running figures over documents."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in _FIGURES})
    claims: Claims = field(default_factory=Claims)
    false_alarms: int = 0
    duplicates: int = 0
    parts: Share = field(default_factory=Share)
    confidences: dict[float, Share] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)


def score(gold: dict[str, list[Line]], found: Graph) -> Report:
    """All figures over some documents."""
    scores = Scores()
    for identifier, lines in gold.items():
        pairing = Pairing(lines, accounts(found, identifier))
        before = len(scores.misses)
        _named(pairing, scores)
        _killed(pairing, scores)
        _harmed(pairing, scores)
        _parts(pairing, scores)
        scores.claims.add(pairing.lines, pairing.told, pairing.wanted, pairing.unit_of, pairing.sure)
        scores.misses += scores.claims.take_misses()
        scores.misses[before:] = [f"{identifier}: {miss}" for miss in scores.misses[before:]]
    return _report(scores, len(gold))


def _named(pairing: Pairing, scores: Scores) -> None:
    """Named persons killed, each once a document however many events kill them."""
    expected: list[tuple[list[str], bool]] = []
    for w in pairing.wanted:
        if w.effect != "killed" or not w.names:
            continue
        twin = next((i for i, (names, _) in enumerate(expected) if any_name(names, w.names)), None)
        if twin is None:
            expected.append((list(w.names), w.required))
        else:
            expected[twin] = (expected[twin][0] + w.names, expected[twin][1] or w.required)
    found: list[list[str]] = []
    for unit in pairing.units:
        if unit.harm.effect != "killed" or not unit.personal or id(unit) in pairing.neutral:
            continue
        names = list(unit.harm.party.names)
        if not any(any_name(names, known) for known in found):
            found.append(names)
    weights = [[(2.0 + required) if any_name(names, other) else 0.0 for other in found] for names, required in expected]
    pairs = assign(weights)
    required = {i for i, (_, needed) in enumerate(expected) if needed}
    hits = len(required & pairs.keys())
    neutral = len(pairs.keys() - required)
    scores.tallies["named killed"].add(hits, len(found) - neutral, len(required))
    scores.misses += [f"missed name {expected[i][0][0]}" for i in sorted(required - pairs.keys())]
    scores.misses += [f"wrong name {names[0]}" for j, names in enumerate(found) if j not in pairs.values()]


def _killed(pairing: Pairing, scores: Scores) -> None:
    for w in pairing.wanted:
        if w.effect == "killed" and w.required:
            _expected(pairing, w, scores)
    killing = any(w.effect == "killed" for w in pairing.wanted)
    for unit in pairing.units:
        paired = pairing.wanted_of.get(id(unit))
        unjudged = id(unit) in pairing.neutral if paired is None else not paired.required
        if unit.harm.effect != "killed" or unjudged:
            continue
        _predicted(pairing, unit, paired, scores)
        sure = [s.confidence for s in unit.harm.sayings if s.confidence is not None]
        if sure:
            scores.confidences.setdefault(max(sure), Share()).add(paired is not None)
        if paired is None:
            twin = any(likeness(unit, other) >= 0.6 for other in pairing.wanted if other.effect == "killed")
            scores.duplicates += twin
            scores.false_alarms += not killing
            state = "told twice" if twin else "wrong"
            scores.misses.append(f"{state}: killed {unit.label} in {unit.account.event.key}")


def _expected(pairing: Pairing, w: Wanted, scores: Scores) -> None:
    """A victim of the gold, for recall."""
    tallies, facts, unit = scores.tallies, pairing.facts[id(w)], pairing.unit_of.get(id(w))
    tallies["killed"].expect(unit is not None)
    good = _good(facts, unit.account) if unit is not None and id(w) in pairing.sure else {}
    dated = facts.dated or (good.get("date") and unit is not None and unit.account.spans())
    given = {
        "perpetrator": bool(facts.agents),
        "date": bool(facts.dates and dated),
        "place": bool(facts.places),
    }
    for slot, wanted_ in given.items():
        if wanted_:
            tallies[slot].expect(good.get(slot, False))
    full = bool(good) and all(good.values())
    tallies["full"].expect(full)
    if w.names:
        tallies["full named"].expect(full)
    if unit is None:
        scores.misses.append(f"missed {w.label}: {w.positive[0].evidence[:90]}")
    elif not full:
        wrong = [slot for slot, fine in good.items() if not fine] or [f"only as {unit.label}"]
        got = [part.party.label for part in unit.account.perpetrators + unit.account.places]
        got += [span.label for span in unit.account.spans()]
        wants = [*(agent[0] for agent in facts.agents), *facts.places[:2], *facts.dates]
        scores.misses.append(f"incomplete {w.label}: {', '.join(wrong)}; wanted {wants}, got {got}")


def _predicted(pairing: Pairing, unit: Unit, w: Wanted | None, scores: Scores) -> None:
    """A victim that kg found, for precision."""
    tallies, account = scores.tallies, unit.account
    facts = pairing.facts[id(w)] if w is not None and id(w) in pairing.sure else None
    good = _good(facts, account) if facts is not None else {}
    tallies["killed"].predict(w is not None)
    given = {
        "perpetrator": any(part.told for part in account.perpetrators),
        "date": bool(account.spans()),
        "place": any(part.told for part in account.places),
    }
    for slot, told in given.items():
        judged = facts is None or {"perpetrator": facts.agents, "date": facts.dates, "place": facts.places}[slot]
        if told and judged:
            tallies[slot].predict(good.get(slot, False))
    full = bool(good) and all(good.values())
    tallies["full"].predict(full)
    if unit.personal or (w is not None and w.names):
        tallies["full named"].predict(full)


def _good(facts: Facts, account: Account) -> dict[str, bool]:
    return {
        "perpetrator": facts.perpetrator(account),
        "date": facts.date(account),
        "place": facts.place(account),
    }


def _harmed(pairing: Pairing, scores: Scores) -> None:
    tally = scores.tallies["harmed"]
    for w in pairing.wanted:
        if w.effect != "killed" and w.required:
            tally.expect(id(w) in pairing.sure)
            if id(w) not in pairing.sure:
                scores.misses.append(f"missed {w.effect} {w.label}: {w.positive[0].evidence[:90]}")
    for unit in pairing.units:
        expected = pairing.wanted_of.get(id(unit))
        unjudged = id(unit) in pairing.neutral if expected is None else not expected.required
        if unit.harm.effect == "killed" or unjudged:
            continue
        tally.predict(expected is not None)
        if expected is None:
            scores.misses.append(f"wrong: {unit.harm.effect} {unit.label}")


def _parts(pairing: Pairing, scores: Scores) -> None:
    """Counted people without a name who are annotated as a part of a total, told as a part or by themselves."""
    for line in pairing.lines:
        for victim in line.victims:
            if not victim.part or line.optional or victim.names or (victim.number or 1) < 2:
                continue
            shares = [s.value for a in pairing.told for s in a.shares if s.told and s.value is not None]
            told = {(OUTCOMES[v.outcome], n) for v in shares for n in (v.count.low, v.count.best)}
            told |= {(h.effect, h.party.number) for a in pairing.told for h in a.harms if h.told}
            found = (victim.effect, victim.number) in told
            scores.parts.add(found)
            if not found:
                scores.misses.append(f"missed part {victim.number} {victim.description}: {line.evidence[:90]}")


def _report(scores: Scores, documents: int) -> Report:
    rows = [(title, *scores.tallies[name].cells()) for name, title in _FIGURES.items()]
    columns = ("", "P", "R", "F1", "right/found by kg", "found/in the gold")
    victims = Table("Who, by whom, when, where", columns, tuple(rows))
    figures: dict[str, Any] = {
        "documents": documents,
        **{name: tally.figures() for name, tally in scores.tallies.items()},
        **scores.claims.figures(),
        "false alarms": scores.false_alarms,
        "told twice": scores.duplicates,
        "parts": scores.parts.figures(),
        "confidence": {f"{level:.2f}": share.figures() for level, share in sorted(scores.confidences.items())},
    }
    shares = ("counted parts found", scores.parts.cell(), percent(scores.parts.value))
    parts = Table("Parts of a total", ("", "found", "%"), (shares,))
    levels = sorted(scores.confidences.items())
    sure = Table(
        "Killings by confidence of the reading",
        ("confidence", "right", "%"),
        tuple((f"{level:.2f}", share.cell(), percent(share.value)) for level, share in levels),
    )
    return Report("events", (victims, scores.claims.table(), parts, sure), figures, tuple(scores.misses))
