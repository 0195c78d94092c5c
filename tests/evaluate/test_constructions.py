"""Single sentences: what is found, what is wrong, what must not come out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate.accounts import accounts
from kg.evaluate.constructions import Item, Outcome, compare, load, report
from kg.model import Certainty, ClaimKind, Stage
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Story, by, hit, killed, when, where

_EXPECTED: dict[str, Any] = {
    "type": "shooting",
    "victim": "Rosa Diaz",
    "count": 1,
    "effect": "killed",
    "perpetrator": "Gunmen",
    "date": "2019-05-14",
    "place": "San Lino",
    "weapon": None,
    "polarity": "asserted",
    "claimant": None,
}


def _item(not_killed: tuple[str, ...] = (), **change: Any) -> Item:
    return Item("x-01", "x", "Gunmen killed Rosa Diaz.", None, (_EXPECTED | change,), not_killed)


def _outcome(item: Item, stage: Stage = Stage.ACCOMPLISHED, **more: Any) -> Outcome:
    story = Story("x")
    gunmen, mayor, town = story.people("Gunmen"), story.person("Rosa Diaz"), story.place("San Lino")
    event = story.event("Killing", stage=stage)
    victim = killed(mayor) if stage is Stage.ACCOMPLISHED else hit(mayor)
    story.says(event, OCCURRED, by(gunmen), victim, when("2019-05-14"), where(town), **more)
    return compare(item, accounts(resolve([story.reading()])))


def test_all_right() -> None:
    outcome = _outcome(_item())
    assert outcome.clean
    assert report([outcome]).figures["all"]["full"] == {"share": 1.0, "right": 1, "of": 1}
    assert report([outcome]).misses == ()


@pytest.mark.parametrize(
    ("change", "slot"),
    [
        ({"perpetrator": "soldiers"}, "perpetrator"),
        ({"perpetrator": None}, "perpetrator"),
        ({"date": None}, "date"),
        ({"date": "2019-05-15"}, "date"),
        ({"place": "Lima"}, "place"),
        ({"weapon": "rifle"}, "weapon"),
        ({"claimant": "police"}, "claimant"),
        ({"polarity": "alleged"}, "stance"),
    ],
)
def test_one_slot_wrong(change: dict[str, Any], slot: str) -> None:
    outcome = _outcome(_item(**change))
    slots = outcome.found[0][1]
    assert slots is not None
    assert [name for name, right in slots.items() if not right] == [slot]
    assert any(f"wrong {slot}" in miss for miss in report([outcome]).misses)


def test_another_victim_is_missed_and_surplus() -> None:
    outcome = _outcome(_item(victim="Ana Reyes"))
    assert outcome.found[0][1] is None
    assert outcome.surplus == ["Rosa Diaz"]


def test_killed_although_the_text_says_otherwise() -> None:
    outcome = _outcome(_item(("Rosa Diaz",), polarity="denied"))
    assert outcome.wrongly_killed == ["Rosa Diaz"]
    assert report([outcome]).figures["all"]["not killed"]["right"] == 0


@pytest.mark.parametrize(
    ("polarity", "stage", "more"),
    [
        ("denied", Stage.ACCOMPLISHED, {"kind": ClaimKind.DENIAL}),
        ("doubted", Stage.ACCOMPLISHED, {"kind": ClaimKind.DOUBT}),
        ("planned", Stage.PLANNED, {}),
        ("failed", Stage.ATTEMPTED, {}),
    ],
)
def test_what_never_came_to_pass(polarity: str, stage: Stage, more: dict[str, Any]) -> None:
    outcome = _outcome(_item(("Rosa Diaz",), polarity=polarity), stage, **more)
    figures = report([outcome]).figures["all"]
    assert outcome.wrongly_killed == []
    assert (figures["unrealised"]["right"], figures["full"]["of"]) == (1, 0)


def test_hedges_are_alleged() -> None:
    assert _outcome(_item(polarity="alleged"), certainty=Certainty.POSSIBLE).clean


def test_our_own_gold_is_readable() -> None:
    path = Path(__file__).resolve().parents[1] / "gold" / "constructions.jsonl"
    items = load(path)
    assert len({item.id for item in items}) == len(items) > 200


def test_gold_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tests/gold"):
        load(tmp_path / "missing.jsonl")
    (tmp_path / "bad.jsonl").write_text(json.dumps({"id": "x"}) + "\n")
    with pytest.raises(InputError, match="no gold of constructions"):
        load(tmp_path / "bad.jsonl")
