"""Work and memory grow with the number of reports, not with the number of their pairs."""

from __future__ import annotations

import gc
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from kg.model import EntityKind, Reading, Status
from kg.resolve import bystanders, incidents, people, resolution, resolve, rivals, shortnames
from kg.resolve.census import Census
from kg.resolve.clusters import Clusters
from kg.resolve.judgement import Judgement, Node
from tests.resolve.factory import Story, by, killed, when, where
from tests.resolve.synthetic import reports

SMALL, LARGE = 500, 2000
PARTS = ["barov", "kotin", "zandi", "melku", "fishan", "gordu", "pelle", "wisto", "rukam", "dasti"]


def work(number: int, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many comparisons of each sort so many reports take."""
    done: Counter[str] = Counter()

    def counted(module: object, name: str) -> None:
        original: Callable[..., object] = getattr(module, name)

        def counting(*arguments: object) -> object:
            done[name] += 1
            return original(*arguments)

        monkeypatch.setattr(module, name, counting)

    counted(incidents, "match")
    counted(people, "compare")
    counted(bystanders, "_fits")
    resolve(reports(number, famous=0.1))
    monkeypatch.undo()
    return done


def test_comparisons_grow_with_the_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = work(SMALL, monkeypatch), work(LARGE, monkeypatch)
    assert set(small) == {"match", "compare", "_fits"}
    for name, number in small.items():
        assert large[name] / LARGE < 2 * max(number / SMALL, 0.1), name


def calls_of(module: object, name: str, monkeypatch: pytest.MonkeyPatch, given: Iterable[Reading]) -> int:
    """How often a function of a module is called while readings are resolved."""
    done = 0
    original: Callable[..., object] = getattr(module, name)

    def counting(*arguments: object) -> object:
        nonlocal done
        done += 1
        return original(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(module, name, counting)
        resolve(given)
    return done


def a_war(months: int) -> Iterator[Reading]:
    """A raid of one group on one town each month."""
    for month in range(months):
        day = f"{2000 + month // 12}-{month % 12 + 1:02}-03"
        story = Story(f"d{month}", day)
        event = story.event("Raid")
        story.says(
            event, by(story.group("Red Front", actor="north")), when(day), where(story.place("Talwin", country="SL"))
        )
        yield story.reading()


def test_days_that_lie_apart_are_not_compared_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(resolve(a_war(30)).events) == 30
    assert calls_of(incidents, "match", monkeypatch, a_war(30)) == 0


def disputed(number: int) -> Iterator[Reading]:
    """So many raids, each on a day that one report gives otherwise than two others."""
    for place in range(number):
        for report, day in enumerate(("2001-02-03", "2001-02-03", "2001-02-05")):
            story = Story(f"d{place}-{report}", "2001-02-09")
            victim = story.person(f"Anton {PARTS[place % len(PARTS)].title()}{PARTS[place // len(PARTS)]}")
            story.says(story.event("Raid"), killed(victim), when(day))
            yield story.reading()


class Asked(set[str]):
    """Documents that count how often it is asked whether one of them is there."""

    times = 0

    def __contains__(self, document: object) -> bool:
        Asked.times += 1
        return super().__contains__(document)


class Watched(rivals.Candidate):
    """A time whose documents count."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.documents = Asked()


def test_times_that_rest_on_a_wrong_one_are_looked_for_in_its_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(number: int) -> int:
        before = Asked.times
        graph = resolve(disputed(number))
        assert len(graph.events) == number
        assert sum(status is Status.DISCOUNTED for status in graph.verdicts.values()) == number
        return Asked.times - before

    monkeypatch.setattr(rivals, "Candidate", Watched)
    assert asked(40) <= 5 * asked(10) + 40


def handed_out(number: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many nodes are gone through to look at sets of nodes, when half the reports tell of three events."""
    found = 0
    original = Clusters.members

    def counting(self: Clusters, node: Node, most: int | None = None) -> tuple[Node, ...]:
        nonlocal found
        members = original(self, node, most)
        found += len(members)
        return members

    monkeypatch.setattr(Clusters, "members", counting)
    resolve(reports(number, famous=0.5))
    monkeypatch.undo()
    return found


def test_what_everybody_writes_about_is_not_gone_through_for_every_report(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = handed_out(400, monkeypatch), handed_out(1600, monkeypatch)
    assert large / 1600 < 1.5 * small / 400


def test_a_report_takes_little_memory() -> None:
    """It took 38 kB at most for each of these reports when every telling had its own empty sets."""

    def peak(number: int, explained: bool) -> int:
        gc.collect()
        tracemalloc.start()
        try:
            resolution(reports(number), explained=explained)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    resolution(reports(900))  # fills what is kept of names, whichever tests ran before
    explained, bare = ((peak(900, how) - peak(300, how)) / 600 for how in (True, False))
    assert explained < 20_000
    assert bare < 0.85 * explained


def roots_looked_up(number: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often sets are looked up to join long and short names, when so many reports tell one deed of a coalition."""
    found = 0
    original, joining = Clusters.root, shortnames._join

    def counting(self: Clusters, node: Node) -> Node:
        nonlocal found
        found += 1
        return original(self, node)

    def watched(entities: Clusters, known: Census, actors: shortnames._Actors, groups: list[Node]) -> list[Judgement]:
        with monkeypatch.context() as patch:
            patch.setattr(Clusters, "root", counting)
            return joining(entities, known, actors, groups)

    monkeypatch.setattr(shortnames, "_join", watched)
    told = []
    for place in range(number):
        story = Story(f"d{place}", "2020-01-02")
        event = story.event("AirStrike")
        group = story.group("coalition forces" if place % 2 else "international coalition forces")
        story.says(event, by(group), when("2020-01-01"), killed(story.person("Anton Delacroix")))
        told.append(story.reading())
    graph = resolve(told)
    monkeypatch.undo()
    assert len(graph.events) == 1
    assert len([entity for entity in graph.entities if entity.kind is EntityKind.GROUP]) == 1
    return found


def test_short_names_of_one_deed_cost_what_the_reports_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert roots_looked_up(160, monkeypatch) < 6 * roots_looked_up(40, monkeypatch)


def test_readings_that_have_been_taken_in_are_not_gone_through_for_cycles_again_and_again() -> None:
    seen: list[tuple[int, int, int]] = []

    def given() -> Iterator[Reading]:
        for reading in reports(20):
            seen.append(gc.get_threshold())
            yield reading

    before = gc.get_threshold()
    resolve(given())
    assert len(seen) == 20
    assert all(objects >= 50_000 and least >= 20 and most >= 20 for objects, least, most in seen)
    assert gc.get_threshold() == before
    assert gc.isenabled()


def test_what_resolution_has_made_is_not_gone_through_for_cycles_when_it_ends() -> None:
    graph = resolve(reports(100))
    young = {id(thing) for generation in (0, 1) for thing in gc.get_objects(generation)}
    assert gc.isenabled()
    assert not any(id(claim) in young for claim in graph.claims)
