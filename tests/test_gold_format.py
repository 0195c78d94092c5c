"""The gold is what it says: strings stand in their texts, dates exist, values are those of the format."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
Row = dict[str, Any]

EVENT_TYPES = {
    "air strike", "ambush", "attack", "airspace violation", "assassination", "bombing", "capture", "clash",
    "collision", "crash", "drone strike", "execution", "harassment", "intercept", "kidnapping", "killing",
    "missile strike", "raid", "rescue", "rocket attack", "shelling", "shoot-down", "shooting", "strike",
    "suicide bombing",
}  # fmt: skip
EFFECTS = {"killed", "wounded", "captured", "kidnapped", "none"}
STANCES = {"asserted", "alleged", "denied", "negated"}
FINE_STANCES = STANCES | {
    "doubted", "planned", "threatened", "attempted", "failed", "conditional", "hypothetical", "asked",
}  # fmt: skip
HAPPENED = {"asserted", "alleged"}
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def rows(name: str) -> list[Row]:
    with (GOLD / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_time(value: str) -> bool:
    """A year, month or day that exists, or two of them in order."""
    parts = value.split("/")
    if len(parts) > 2 or not all(ISO.fullmatch(part) for part in parts):
        return False
    days = [date.fromisoformat(part + "-01-01"[len(part) - 4 :]) for part in parts]
    return days == sorted(days)


CONSTRUCTIONS = rows("constructions.jsonl")


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ("1961", True),
        ("2015-11", True),
        ("2001-10-03/2001-10-06", True),
        ("2015-02-30", False),
        ("2015-11/", False),
        ("2001-10-06/2001-10-03", False),
    ],
)
def test_the_check_of_dates_can_fail(value: str, valid: bool) -> None:
    try:
        assert is_time(value) is valid
    except ValueError:
        assert not valid


def test_constructions_are_many_and_of_many_kinds() -> None:
    kinds = Counter(case["class"] for case in CONSTRUCTIONS)
    assert len(CONSTRUCTIONS) >= 150
    assert len(kinds) >= 50
    assert {"peers", "not-violent", "denied", "negated", "planned", "retraction"} <= kinds.keys()


def test_construction_ids_are_unique() -> None:
    assert max(Counter(case["id"] for case in CONSTRUCTIONS).values()) == 1


@pytest.mark.parametrize("case", CONSTRUCTIONS, ids=lambda case: case["id"])
def test_construction_expects_what_its_text_says(case: Row) -> None:
    text = case["text"]
    assert case["date"] is None or is_time(case["date"])
    for event in case["expect"]:
        assert event["type"] in EVENT_TYPES
        assert {event["effect"], *event.get("effect_alt", [])} <= EFFECTS
        assert {event["polarity"], *event.get("polarity_alt", [])} <= FINE_STANCES
        assert event["date"] is None or is_time(event["date"])
        assert event["count"] is None or event["count"] > 0
        for role in ("victim", "perpetrator", "place", "weapon", "claimant"):
            assert event[role] is None or event[role] in text, f"{role}: {event[role]!r}"
    for name in case["not_killed"]:
        assert name in text


@pytest.mark.parametrize("case", CONSTRUCTIONS, ids=lambda case: case["id"])
def test_construction_does_not_contradict_itself(case: Row) -> None:
    """Nobody is expected among the killed and among those who must not be there."""
    killed = {
        event["victim"]
        for event in case["expect"]
        if event["effect"] == "killed" and event["polarity"] in HAPPENED and event["victim"]
    }
    assert not killed & set(case["not_killed"])
