"""Whole reports against annotated claims: a perfect account, and what each fault costs."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate import event_gold
from kg.evaluate.event_gold import Line
from kg.evaluate.events import score
from kg.model import Casualties, Category, Certainty, ClaimKind, Count, Outcome, Predicate
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Story, by, killed, when, where

_LINE: dict[str, Any] = {
    "id": "a.1",
    "doc": "a",
    "event_type": "shooting",
    "agents": [["Kidal Front", "KF"]],
    "victims": [{"names": ["Rosa Diaz"], "description": "mayor", "count": 1, "effect": "killed"}],
    "date": "2019-05-14",
    "places": ["San Lino", "Peru"],
    "weapons": [],
    "attribution": ["police"],
    "polarity": "asserted",
    "same_event_as": "a/1",
    "evidence": "gunmen of the Kidal Front killed Rosa Diaz",
    "optional": False,
}
_WORDS = "Police said that gunmen of the Kidal Front killed Rosa Diaz in San Lino on 14 May 2019."


def _gold(tmp_path: Path, *changes: dict[str, Any]) -> dict[str, list[Line]]:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(_LINE | change) + "\n" for change in changes or ({},)))
    return event_gold.by_document(event_gold.load(path))


def _story(**more: Any) -> Story:
    story = Story("a", "2019-05-16")
    front, mayor = story.group("Kidal Front"), story.person("Rosa Diaz")
    town, police = story.place("San Lino"), story.group("police")
    event = story.event("GunAttack", "Killing")
    roles = (by(front), killed(mayor), when("2019-05-14"), where(town))
    story.says(event, OCCURRED, *roles, **({"by": police, "words": _WORDS} | more))
    return story


def _figures(gold: dict[str, list[Line]], story: Story) -> dict[str, Any]:
    return score(gold, resolve([story.reading()])).figures


def test_a_perfect_account(tmp_path: Path) -> None:
    figures = _figures(_gold(tmp_path), _story())
    for slot in ("named killed", "killed", "perpetrator", "date", "place", "full", "full named"):
        assert figures[slot]["F1"] == 1.0, slot
    for slot in ("lines", "stance", "claimant"):
        assert figures[slot]["share"] == 1.0, slot
    assert figures["false alarms"] == 0


@pytest.mark.parametrize(
    ("change", "slot"),
    [
        ({"date": "2019-05-15"}, "date"),
        ({"places": ["Lima"]}, "place"),
        ({"agents": [["army"]]}, "perpetrator"),
    ],
)
def test_one_thing_wrong_costs_the_full_fact(tmp_path: Path, change: dict[str, Any], slot: str) -> None:
    figures = _figures(_gold(tmp_path, change), _story())
    assert figures["killed"]["F1"] == 1.0
    assert figures[slot]["F1"] == figures["full"]["F1"] == 0.0


def test_somebody_else_is_missed_and_wrong(tmp_path: Path) -> None:
    victim = {"names": ["Ana Reyes"], "description": "judge", "count": 1, "effect": "killed"}
    report = score(_gold(tmp_path, {"victims": [victim]}), resolve([_story().reading()]))
    assert report.figures["named killed"]["F1"] == 0.0
    assert {miss.partition(": ")[2][:12] for miss in report.misses} >= {"missed name ", "wrong name R"}


def test_stance_and_claimant_are_judged_on_their_own(tmp_path: Path) -> None:
    hedged = _figures(_gold(tmp_path), _story(certainty=Certainty.POSSIBLE))
    assert (hedged["killed"]["R"], hedged["stance"]["share"], hedged["claimant"]["share"]) == (1.0, 0.0, 1.0)
    narrated = _figures(_gold(tmp_path), _story(by="narrator"))
    assert (narrated["stance"]["share"], narrated["claimant"]["share"]) == (1.0, 0.0)


def test_optional_lines_count_neither_way(tmp_path: Path) -> None:
    figures = _figures(_gold(tmp_path, {"optional": True}), _story())
    assert (figures["killed"]["predicted"], figures["killed"]["expected"]) == (0, 0)


def test_a_denial_is_found_and_a_denied_death_is_none(tmp_path: Path) -> None:
    gold = _gold(tmp_path, {"polarity": "denied", "attribution": ["Kidal Front"]})
    denied = _story(kind=ClaimKind.DENIAL)
    assert _figures(gold, denied)["denials"]["share"] == 1.0
    assert _figures(gold, denied)["killed"]["predicted"] == 0
    asserted = _figures(gold, _story())
    assert asserted["denials"]["share"] == 0.0
    assert (asserted["killed"]["P"], asserted["false alarms"]) == (0.0, 1)


def test_a_count_that_repeats_the_dead_is_not_a_second_group(tmp_path: Path) -> None:
    victim = {"names": None, "description": "soldiers", "count": 9, "effect": "killed"}
    story = Story("a", "2019-05-16")
    soldiers, event = story.people("nine soldiers", 9), story.event("Ambush", "Killing")
    nine = Casualties(Outcome.KILLED, Category.COMBATANTS, Count(9, 9, 9))
    story.says(event, OCCURRED, killed(soldiers), (Predicate.CASUALTIES, nine))
    killed_ = _figures(_gold(tmp_path, {"victims": [victim]}), story)["killed"]
    assert (killed_["right"], killed_["predicted"], killed_["found"]) == (1, 1, 1)


def test_gold_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        event_gold.load(tmp_path / "missing.jsonl")
    (tmp_path / "bad.jsonl").write_text('{"id": 1}\n')
    with pytest.raises(InputError, match="no gold of events"):
        event_gold.load(tmp_path / "bad.jsonl")


@pytest.mark.model
def test_figures_like_those_of_the_independent_scorer(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both judge the original reports alike; they differ in what counts as one group and as near enough."""
    from kg.build import reader
    from kg.evaluate import events as suite

    if not (shared / "score" / "events_score.py").is_file():
        pytest.skip("no scorer beside the checkout")
    monkeypatch.syspath_prepend(str(shared / "score"))
    scorer = importlib.import_module("events_score")
    lines = event_gold.load(shared / "gold" / "seeds.jsonl")
    known = event_gold.index(shared / "gold" / "seeds-index.jsonl")
    dates = {identifier: row["date"] for identifier, row in known.items()}
    graph = suite.graph(known, shared / "seeds", dates, reader())
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"".join(suite.exported(graph)))
    theirs = scorer.score(scorer.read_jsonl(shared / "gold" / "seeds.jsonl"), scorer.read_jsonl(path))
    ours = suite.score(event_gold.by_document(lines), graph).figures
    pairs = {"named killed": "a_named_killed", "killed": "b_killed", "full": "d_tuple", "date": "c_date"}
    for mine, other in pairs.items():
        assert ours[mine]["F1"] == pytest.approx(theirs["figures"][other]["f1"], abs=0.15), mine
    assert sys.modules["events_score"] is scorer
