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


# ---- the reports

GOLD_LINES = rows("gold.jsonl")
INDEX = {row["id"]: row for row in rows("index.jsonl")}
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((GOLD / "texts").glob("*.txt"))}


def alternatives(line: Row, name: str) -> list[Any]:
    return [line[name], *line.get(f"{name}_alt", [])]


def test_index_lists_the_texts_and_both_parts_of_the_split_are_large_enough() -> None:
    assert INDEX.keys() == TEXTS.keys()
    parts = Counter(row["split"] for row in INDEX.values())
    assert set(parts) == {"dev", "held-out"}
    assert parts["dev"] >= 25
    assert parts["held-out"] >= 15


@pytest.mark.parametrize("row", INDEX.values(), ids=lambda row: row["id"])
def test_report_date_is_a_day_and_says_where_it_comes_from(row: Row) -> None:
    assert row["date_basis"]
    assert (row["date"] is None) == (row["date_basis"] == "none")
    if row["date"]:
        date.fromisoformat(row["date"])
    leading = re.match(r"\s* date (\S+)\s", TEXTS[row["id"]])
    assert (row["date_basis"] == "leading date") == bool(leading)
    if leading:
        assert leading[1] == row["date"]


def test_every_report_is_annotated_and_quiet_ones_are_marked() -> None:
    assert {line["doc"] for line in GOLD_LINES} == TEXTS.keys()
    killing = {
        line["doc"]
        for line in GOLD_LINES
        if line["polarity"] in HAPPENED and any(victim["effect"] == "killed" for victim in line["victims"])
    }
    assert {name for name, row in INDEX.items() if row["no_killing"]} == TEXTS.keys() - killing
    assert len(TEXTS.keys() - killing) >= 5


def test_gold_ids_are_unique() -> None:
    assert max(Counter(line["id"] for line in GOLD_LINES).values()) == 1


@pytest.mark.parametrize("line", GOLD_LINES, ids=lambda line: line["id"])
def test_gold_line_is_of_the_format(line: Row) -> None:
    assert set(alternatives(line, "event_type")) <= EVENT_TYPES
    assert set(alternatives(line, "polarity")) <= STANCES
    assert line.get("stance", "planned") in FINE_STANCES - STANCES
    assert isinstance(line["optional"], bool)
    assert line["same_event_as"].startswith(line["doc"] + "/")
    for value in alternatives(line, "date"):
        assert value is None or is_time(value)
    for victim in line["victims"]:
        assert {victim["effect"], *victim.get("effect_alt", [])} <= EFFECTS
        assert victim["names"] or victim["description"]
        assert victim["count"] is None or victim["count"] > 0


@pytest.mark.parametrize("line", GOLD_LINES, ids=lambda line: line["id"])
def test_gold_strings_stand_in_the_text(line: Row) -> None:
    text = TEXTS[line["doc"]]
    assert line["evidence"] in text
    strings = [*line["places"], *line["weapons"], *line["attribution"]]
    strings += [alias for agent in line["agents"] for alias in agent]
    strings += [name for victim in line["victims"] for name in victim["names"] or []]
    assert [string for string in strings if string not in text] == []


def test_what_never_happened_is_never_expected() -> None:
    """Plans, threats and failures need not be found."""
    assert [line["id"] for line in GOLD_LINES if "stance" in line and not line["optional"]] == []
