"""Who killed whom: right answers count, and the figures are those of the independent scorer."""

from __future__ import annotations

import importlib
import json
import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.evaluate.figures import Tally
from kg.evaluate.muc_keys import Dead, Fill, When, load
from kg.evaluate.muc_score import FIGURES, add

_EVENT: dict[str, Any] = {
    "type": "attack",
    "date": "1989-06-05",
    "place": ["San Lino, Ayacucho, Peru"],
    "perp_individual": [],
    "perp_org": [{"name": "People's Front"}],
    "victim": [{"name": "Rosa Diaz", "effect": "death", "kind": "name"}],
}


def _key() -> Dead:
    return Dead(
        ["ROSA DIAZ"],
        ["MAYOR"],
        False,
        [Fill(["PEOPLE'S FRONT", "PF"])],
        [[When(date(1989, 6, 5), date(1989, 6, 5))]],
        [[[frozenset({"peru"}), frozenset({"ayacucho"}), frozenset({"san lino"})]]],
    )


def _tallies() -> dict[str, Tally]:
    return {slot: Tally() for slot in FIGURES}


def test_a_full_fact() -> None:
    tallies = _tallies()
    assert add([_key()], [_EVENT], tallies) == []
    assert all((t.right, t.predicted, t.expected) == (1, 1, 1) for t in tallies.values())


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"date": "1989-06-06"}, "date"),
        ({"place": ["Lima, Peru"]}, "place"),
        ({"perp_org": [{"name": "army"}]}, "perpetrator"),
    ],
)
def test_one_thing_wrong(change: dict[str, Any], wrong: str) -> None:
    tallies = _tallies()
    misses = add([_key()], [_EVENT | change], tallies)
    assert [slot for slot, tally in tallies.items() if not tally.right] == [wrong, "full"]
    assert wrong in misses[0]


def test_the_wounded_are_no_dead() -> None:
    tallies = _tallies()
    hurt = _EVENT | {"victim": [{"name": "Rosa Diaz", "effect": "injury", "kind": "name"}]}
    assert add([_key()], [hurt], tallies) == ["missed ROSA DIAZ"]
    assert tallies["victim"].predicted == 0


@pytest.fixture
def scorer(shared: Path) -> Iterator[ModuleType]:
    if not (shared / "score" / "muc4.py").is_file():
        pytest.skip("no scorer beside the checkout")
    sys.path.insert(0, str(shared / "score"))
    try:
        yield importlib.import_module("muc4")
    finally:
        sys.path.remove(str(shared / "score"))


@pytest.mark.parametrize("folder", ["tst1", "tst2", "tst4-odd"])
def test_figures_of_the_independent_scorer(shared: Path, scorer: ModuleType, folder: str, tmp_path: Path) -> None:
    """Predictions made of the key by leaving out and changing things must get the same figures from both."""
    keys = sorted((shared / "corpora" / "muc" / folder).glob("key-*"))
    if not keys:
        pytest.skip("no answer keys beside the checkout")
    gold = scorer.load_keys([str(path) for path in keys])
    documents = [_damaged(row, random.Random(row["docid"])) for row in scorer.gold_to_pred(gold)]
    path = tmp_path / "predictions.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in documents))
    theirs = scorer.wkw(gold, scorer.load_pred(str(path)), "head")
    tallies = _tallies()
    events = {row["docid"]: row["events"] for row in documents}
    for identifier, dead in load(keys).items():
        add(dead, events.get(identifier, []), tallies)
    names = {
        "perpetrator": "victim+perp(any)",
        "date": "victim+date",
        "place": "victim+place",
        "full": "full fact",
    }
    for slot, tally in tallies.items():
        row = theirs[names.get(slot, slot)]
        assert (tally.right, tally.predicted, tally.expected) == (row["tp"], row["pred"], row["gold"]), slot
    assert tallies["victim"].right < tallies["victim"].expected


def _damaged(row: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    events = []
    for event in row["events"]:
        if chance.random() < 0.2:
            continue
        event["place"] = [event["place"]] if event["place"] and chance.random() < 0.8 else []
        event["date"] = event["date"] if chance.random() < 0.8 else "1989-01-01"
        for slot in ("perp_individual", "perp_org", "victim"):
            event[slot] = [fill for fill in event[slot] if chance.random() < 0.8]
        for victim in event["victim"]:
            if chance.random() < 0.2:
                victim["name"] = victim["name"].split()[-1]
        events.append(event)
    return row | {"events": events}
