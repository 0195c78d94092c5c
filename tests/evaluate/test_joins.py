"""Which reports of one event come together, counted on invented reports."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kg.evaluate import event_gold
from kg.evaluate.event_gold import Line
from kg.evaluate.joins import score
from kg.model import Reading
from kg.resolve import resolution
from tests.resolve.factory import OCCURRED, Story, killed, when


def report(name: str, *told: tuple[str, str]) -> Reading:
    """A report of killings: who died, and when."""
    story = Story(name, "2020-02-01")
    for victim, day in told:
        event = story.event("Killing")
        story.says(event, OCCURRED, killed(story.person(victim)), when(day))
    return story.reading()


def line(reading: Reading, number: int, key: str) -> Line:
    """The annotation of one event: its evidence are the trigger and what stands around it."""
    (span,) = reading.events[number].triggers
    evidence = reading.document.text[max(span.begin - 12, 0) : span.end + 2]
    row: dict[str, Any] = {
           "id": key, "doc": reading.document.id, "same_event_as": key, "event_type": "killing", "agents": [],
           "victims": [], "date": None, "places": [], "attribution": [], "polarity": "asserted",
           "evidence": evidence, "optional": False}  # fmt: skip
    return event_gold._line(row)


def figures(*told: tuple[Reading, list[str]]) -> dict[str, dict[str, float | int | None]]:
    """What is counted for reports with the keys of their events."""
    chosen = {r.document.id: [line(r, n, key) for n, key in enumerate(keys)] for r, keys in told}
    texts = {reading.document.id: reading.document.text for reading, _ in told}
    found: dict[str, dict[str, float | int | None]] = score(
        chosen, texts, resolution(reading for reading, _ in told)
    ).figures["joins"]
    return found


ONE = report("one", ("Samir Qandil", "2020-01-02"), ("Pavel Ruzek", "2020-01-09"))
TWO = report("two", ("Sameer Qandeel", "2020-01-02"))


def test_joined_rightly() -> None:
    found = figures((ONE, ["qandil", "ruzek"]), (TWO, ["qandil"]))["all"]
    assert (found["P"], found["R"], found["predicted"], found["expected"]) == (1.0, 1.0, 1, 1)


def test_joined_wrongly_and_left_apart() -> None:
    found = figures((ONE, ["qandil", "ruzek"]), (TWO, ["ruzek"]))["all"]
    assert (found["P"], found["R"], found["right"], found["found"]) == (0.0, 0.0, 0, 0)


def test_what_was_not_read_counts_among_all_only() -> None:
    empty = Story("two", "2020-02-01").reading()
    told = line(ONE, 0, "qandil")
    chosen = {"one": [told], "two": [replace(told, document="two")]}
    texts = {"one": ONE.document.text, "two": empty.document.text}
    found = score(chosen, texts, resolution([ONE, empty])).figures["joins"]
    assert (found["all"]["expected"], found["both read"]["expected"]) == (1, 0)
