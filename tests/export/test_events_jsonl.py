"""Events as JSON lines, read back from the graph."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.errors import GraphError, UsageError
from kg.export import FORMATS, export
from kg.rdf import DEFAULT_BASE, serialize_turtle
from tests.rdf import factory

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
HAND_MADE = SHARED / "design" / "ontology" / "seed-000-by-hand.ttl"


def events(path: Path) -> dict[str, Any]:
    lines = b"".join(export(path, "events.jsonl")).decode("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [event["id"] for event in found] == sorted(event["id"] for event in found)
    return {event["id"].removeprefix(DEFAULT_BASE): event for event in found}


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


@pytest.fixture(scope="module")
def world(graph_file: Path) -> dict[str, Any]:
    return events(graph_file)


def test_one_line_an_event_with_every_field(world: dict[str, Any]) -> None:
    fields = [
        "id", "types", "label", "status", "date", "places", "perpetrators", "victims", "targets", "weapons",
        "casualties", "casualty_parts", "claims", "documents",
    ]  # fmt: skip
    assert len(world) == len(factory.world().events)
    assert all(list(event) == fields for event in world.values())


def test_an_accepted_event(world: dict[str, Any]) -> None:
    strike = world["strike"]
    assert strike["types"] == ["AirStrike", "TargetedKilling"]
    assert strike["status"] == "admitted"
    assert strike["date"] == {
        "earliest": "2019-05-05", "latest": "2019-05-05", "precision": "day", "text": "on Sunday", "inferred": True
    }  # fmt: skip
    (place,) = strike["places"]
    assert (place["name"], place["precision"], place["lat"], place["within"]) == (
        "Red Valley", "area", None, ["Northland"]
    )  # fmt: skip
    assert [(p["name"], p["kind"]) for p in strike["perpetrators"]] == [("Northern Coalition", "Group")]
    assert strike["perpetrators"][0]["aliases"] == ["NC", "the coalition"]
    assert [(v["name"], v["effect"]) for v in strike["victims"]] == [("Ivo Varga", "killed")]
    assert strike["weapons"] == ["drone"]
    assert strike["documents"] == ["agency"]


def test_places_carry_coordinates_and_what_contains_them(world: dict[str, Any]) -> None:
    (place,) = world["shooting"]["places"]
    assert (place["lat"], place["lon"], place["within"]) == (41.25, -3.125, ["Red Valley", "Northland"])


def test_a_claim_in_full(world: dict[str, Any]) -> None:
    claim = world["strike"]["claims"][1]
    assert claim == {
        "id": DEFAULT_BASE + "claim-02",
        "document": "agency",
        "kind": "responsibility",
        "claimant": "Col. Eva Berg",
        "certainty": "certain",
        "statements": [
            {"predicate": "fatalVictim", "object": DEFAULT_BASE + "varga", "value": "Ivo Varga"},
            {"predicate": "perpetrator", "object": DEFAULT_BASE + "coalition", "value": "Northern Coalition"},
        ],
        "begin": 72,
        "end": 128,
        "quote": "“We killed him,” Col. Eva Berg told reporters on Monday.",
    }


def test_what_nobody_is_credited_with_the_article_says(world: dict[str, Any]) -> None:
    assert world["strike"]["claims"][0]["claimant"] == "the article (agency)"


def test_kinds_of_claims(world: dict[str, Any]) -> None:
    kinds = [claim["kind"] for claim in world["shelling"]["claims"]]
    assert kinds == ["accusation", "assertion", "denial", "doubt"]


def test_what_is_disputed_alleged_or_planned_is_in_the_claims_only(world: dict[str, Any]) -> None:
    assert world["shelling"]["perpetrators"] == []
    assert world["shelling"]["victims"] == []
    assert world["shooting"]["perpetrators"] == []
    stated = {s["value"] for c in world["shelling"]["claims"] for s in c["statements"]}
    assert {"Northern Coalition", "several guards", "artillery", "2019-05-05", "true"} <= stated


def test_a_nameless_victim_has_a_description_and_a_count(world: dict[str, Any]) -> None:
    (victim,) = world["raid"]["victims"]
    assert (victim["name"], victim["description"], victim["count"]) == (None, "nine mushroom pickers", 9)


@pytest.mark.parametrize(
    ("event", "label"),
    [("abduction", "before 2012-04-30"), ("raid", "2019-04-28/2019-05-01"), ("capture", "2016")],
)
def test_times_are_iso_at_their_own_precision(world: dict[str, Any], event: str, label: str) -> None:
    values = [s["value"] for c in world[event]["claims"] for s in c["statements"] if s["predicate"] == "time"]
    assert values == [label]


def test_rival_times_keep_the_accepted_one_and_both_claims(world: dict[str, Any]) -> None:
    assert world["beheading"]["date"]["earliest"] == "2017-01-01"
    claims = world["beheading"]["claims"]
    values = {s["value"] for c in claims for s in c["statements"] if s["predicate"] == "time"}
    assert values == {"2009-11", "2017"}


def test_counts_of_people(world: dict[str, Any]) -> None:
    assert world["clash"]["casualties"] == [
        {"outcome": "killed", "category": "civilians", "low": 0, "best": 0, "high": 0},
        {"outcome": "injured", "category": "all-people", "low": 20, "best": 20, "high": None},
    ]
    shown = {s["value"] for c in world["clash"]["claims"] for s in c["statements"] if s["predicate"] == "casualties"}
    assert shown == {"0 civilians killed", "at least 20 people injured"}


def test_an_unknown_format_is_an_error_with_what_there_is(graph_file: Path) -> None:
    with pytest.raises(UsageError, match=r"events\.jsonl"):
        export(graph_file, "excel")
    assert next(iter(FORMATS)) == "events.jsonl"


def test_a_missing_graph_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such file"):
        export(tmp_path / "none.ttl", "events.jsonl")


@pytest.mark.skipif(not HAND_MADE.exists(), reason="the hand-made graph lies beside the repository only")
def test_the_hand_made_graph_gives_the_hand_made_events() -> None:
    given = HAND_MADE.with_name("seed-000-events.jsonl").read_text(encoding="utf-8").splitlines()
    expected = {e["id"].removeprefix(DEFAULT_BASE): e for e in map(json.loads, given)}
    found = events(HAND_MADE)
    assert set(found) == set(expected)
    for key, event in found.items():
        wanted = expected[key]
        for field in ("types", "label", "status", "documents", "casualties", "weapons"):
            assert event[field] == wanted[field], key
        for field in ("places", "perpetrators", "victims", "targets"):
            assert {x["id"] for x in event[field]} == {x["id"] for x in wanted[field]}, key
        assert {c["id"]: c["quote"] for c in event["claims"]} == {c["id"]: c["quote"] for c in wanted["claims"]}


@pytest.mark.skipif(not HAND_MADE.exists(), reason="the scorer lies beside the repository only")
def test_the_hand_made_graph_scores_in_full(tmp_path: Path) -> None:
    target = tmp_path / "events.jsonl"
    target.write_bytes(b"".join(export(HAND_MADE, "events.jsonl")))
    scorer, gold = SHARED / "score" / "events_score.py", SHARED / "gold" / "seeds.jsonl"
    command = [sys.executable, str(scorer), str(gold), str(target), "--docs", "000"]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "HEADLINE (full tuple F1)            100.0" in report
