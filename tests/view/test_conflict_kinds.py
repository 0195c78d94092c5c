"""Every kind of disagreement between two reports, seen by the view and by the query alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import (
    Casualties,
    Category,
    ClaimKind,
    Coordinates,
    Count,
    EntityKind,
    Outcome,
    PlaceInfo,
    PlacePrecision,
    Predicate,
    Status,
    Value,
)
from kg.query import load, run
from kg.rdf import serialize_turtle
from kg.view import open_view
from tests.rdf.factory import Story, day, said

P = Predicate
CIVIL, ARMED = Category.CIVILIANS, Category.COMBATANTS
Tell = Callable[[Story], None]


def story() -> Story:
    """A clash, two reports, and whoever may have part in it."""
    made = Story()
    for document in ("one", "two"):
        made.document(document)
    made.event("clash", "ArmedClash", label="Clash", status=Status.CORROBORATED)
    for key, more in {"army": {}, "brigade": {}, "front": {}, "cell": {"name": None, "description": "a cell"}}.items():
        made.entity(key, EntityKind.GROUP, **{"name": key.title(), **more})
    made.attributes.append(said("brigade", P.PART_OF_GROUP, "army"))
    spots = {"north": (41.0, "land"), "south": (40.0, "land"), "quarter": (41.0, "north"), "land": (40.5, None)}
    for key, (latitude, around) in spots.items():
        precision = PlacePrecision.EXACT if around else PlacePrecision.COUNTRY
        info = PlaceInfo(precision, Coordinates(latitude, 3.0), (around,) if around else ())
        made.entity(key, EntityKind.PLACE, key.title(), place=info)
    return made


def tell(document: str, predicate: Predicate, value: Value | str, kind: ClaimKind = ClaimKind.ASSERTION) -> Tell:
    """Lets the narrator of a report say something of the clash."""

    def told(made: Story) -> None:
        statement = said("clash", predicate, value)
        status = Status.DISPUTED if kind is ClaimKind.DENIAL else Status.SINGLE_SOURCE
        words = f"{document} on {predicate.value} {len(made.claims)}."
        made.claim(document, f"narrator-{document}", words, (statement, status), kind=kind)

    return told


def dead(number: int, category: Category = Category.ALL_PEOPLE, at_least: bool = False) -> Casualties:
    """So many killed."""
    return Casualties(Outcome.KILLED, category, Count(number, number, None if at_least else number))


CASES: dict[str, tuple[list[Tell], set[str]]] = {
    "two tolls": ([tell("one", P.CASUALTIES, dead(27)), tell("two", P.CASUALTIES, dead(135))], {"casualties"}),
    "a part and the whole, in one account": (
        [tell("one", P.CASUALTIES, dead(27)), tell("one", P.CASUALTIES, dead(12))], set()),
    "a bound that the other keeps": (
        [tell("one", P.CASUALTIES, dead(27, at_least=True)), tell("two", P.CASUALTIES, dead(135))], set()),
    "nobody, and some of them": (
        [tell("one", P.CASUALTIES, dead(0)), tell("two", P.CASUALTIES, dead(9, CIVIL))], {"casualties"}),
    "fewer in all than of some": (
        [tell("one", P.CASUALTIES, dead(9, CIVIL)), tell("two", P.CASUALTIES, dead(4))], {"casualties"}),
    "more in all than of some": (
        [tell("one", P.CASUALTIES, dead(9, CIVIL)), tell("two", P.CASUALTIES, dead(12))], set()),
    "no children among civilians": (
        [tell("one", P.CASUALTIES, dead(0, Category.CHILDREN)), tell("two", P.CASUALTIES, dead(9, CIVIL))], set()),
    "civilians or fighters": (
        [tell("one", P.CASUALTIES, dead(9, CIVIL)), tell("two", P.CASUALTIES, dead(9, ARMED))],
        {"category"}),
    "some of both": (
        [tell("one", P.CASUALTIES, dead(9, CIVIL)), tell("one", P.CASUALTIES, dead(4, ARMED)),
         tell("two", P.CASUALTIES, dead(4, ARMED))],
        set()),
    "fighters and no civilians": (
        [tell("one", P.CASUALTIES, dead(0, CIVIL)), tell("two", P.CASUALTIES, dead(4, ARMED))],
        set()),
    "two perpetrators": ([tell("one", P.PERPETRATOR, "army"), tell("two", P.PERPETRATOR, "front")], {"perpetrator"}),
    "a part of the other": ([tell("one", P.PERPETRATOR, "army"), tell("two", P.PERPETRATOR, "brigade")], set()),
    "somebody without a name": ([tell("one", P.PERPETRATOR, "army"), tell("two", P.PERPETRATOR, "cell")], set()),
    "two together": (
        [tell("one", P.PERPETRATOR, "army"), tell("one", P.PERPETRATOR, "front"), tell("two", P.PERPETRATOR, "front")],
        set()),
    "two days": ([tell("one", P.TIME, day("2019-05-05")), tell("two", P.TIME, day("2019-05-06"))], {"time"}),
    "two places": ([tell("one", P.LOCATION, "north"), tell("two", P.LOCATION, "south")], {"location"}),
    "a place in the other": ([tell("one", P.LOCATION, "quarter"), tell("two", P.LOCATION, "north")], set()),
    "a place and its country": ([tell("one", P.LOCATION, "quarter"), tell("two", P.LOCATION, "land")], set()),
    "whether it happened": (
        [tell("one", P.OCCURRED, True), tell("two", P.OCCURRED, True, ClaimKind.DENIAL)], {"occurred"}),
    "left open": ([tell("one", P.OCCURRED, True), tell("two", P.OCCURRED, True, ClaimKind.DOUBT)], {"occurred"}),
    "in two minds": ([tell("one", P.OCCURRED, True), tell("one", P.OCCURRED, True, ClaimKind.DOUBT)], set()),
    "denied and never said": ([tell("two", P.OCCURRED, True, ClaimKind.DENIAL)], set()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_view_and_query_see_the_same(case: str, tmp_path: Path) -> None:
    tells, expected = CASES[case]
    made = story()
    for told in tells:
        told(made)
    path = tmp_path / "graph.ttl"
    path.write_bytes(serialize_turtle(made.graph()))
    seen = {point.role for found in open_view([path]).conflicts() for point in found.points}
    assert seen == expected
    words = {"civilian or fighter": "category"}
    asked = {words.get(row["about"], row["about"]) for row in run_query(path)}
    assert asked == expected


def run_query(path: Path) -> list[dict[str, str]]:
    """The rows of the bundled query."""
    return list(run(load("conflicts"), [path], {}).rows())


def test_both_sides_stand_with_those_who_say_so(tmp_path: Path) -> None:
    made = story()
    for told in CASES["two tolls"][0]:
        told(made)
    path = tmp_path / "graph.ttl"
    path.write_bytes(serialize_turtle(made.graph()))
    (row,) = run_query(path)
    assert (row["one_source"], row["other_source"]) == ("the report one", "the report two")
    assert "27" in row["one"]
    assert "135" in row["other"]
