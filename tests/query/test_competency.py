"""The bundled questions, asked of a small world whose answers are known, on two engines."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef

from kg.model import ClaimKind, Predicate, Status
from kg.query import catalogue, load, run
from kg.query.catalogue import ALL
from kg.query.parameters import NAMESPACE, bind
from kg.rdf import serialize_turtle
from kg.rdf.reading import BACKGROUND
from kg.resources import bundled
from tests.rdf import factory


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


def answers(
    name: str, graph: Path, columns: str, params: Mapping[str, str] | None = None, everything: bool = False
) -> list[str]:
    """Rows as lines, some columns of them."""
    wanted = columns.split()
    result = run(load(name), [graph], params or {}, everything)
    assert set(wanted) <= set(result.columns)
    return [" | ".join(row.get(column, "") for column in wanted) for row in result.rows()]


def test_who_was_killed_holds_accepted_facts_only(graph_file: Path) -> None:
    assert answers("who-was-killed", graph_file, "victim killer date place country weapon status certainty") == [
        "Ana Lind | People's Front | 2017 | Oldtown | Northland |  | corroborated | certain",
        "Per Moss |  | 2018-03 | Oldtown | Northland |  | single source | probable",
        "nine mushroom pickers | People's Front; a cell of three | 2019 | Oldtown; Red Valley | Northland |  "
        "| single source | certain",
        "Ivo Varga | Northern Coalition | 2019-05-05 | Red Valley | Northland | drone | admitted | certain",
    ]


def test_who_was_killed_says_who_says_so_and_in_which_words(graph_file: Path) -> None:
    assert answers("who-was-killed", graph_file, "victim source quote date_note")[-1] == (
        "Ivo Varga | Col. Eva Berg for Northern Coalition; the report agency | "
        "Ivo Varga was killed in a coalition air strike in Red Valley on Sunday. | inferred"
    )


def test_who_was_killed_with_all_marks_what_is_not_accepted(graph_file: Path) -> None:
    rows = answers("who-was-killed", graph_file, "victim killer status certainty source", everything=True)
    assert rows == [
        "Ana Lind | Ivo Varga (open); People's Front | corroborated | certain "
        "| Col. Eva Berg for Northern Coalition; the report agency; the report daily",
        "Per Moss | Tor Dahl (alleged) | single source | probable | the report daily",
        "nine mushroom pickers | People's Front; a cell of three | single source | certain | the report daily",
        "Ivo Varga | Northern Coalition | admitted | certain | Col. Eva Berg for Northern Coalition; the report agency",
        "several guards | Northern Coalition (disputed) | disputed | certain | Northland Watch",
        "Tor Dahl |  | attempted | certain | the report daily",
        "Tor Dahl | People's Front | planned | certain | the report daily",
    ]


def test_a_killing_that_somebody_denies_shows_the_denial_with_all(tmp_path: Path) -> None:
    story = factory.world()
    death = (factory.said("shelling", Predicate.FATAL_VICTIM, "guards"), Status.DISPUTED)
    story.claim("daily", "army", "The army said it had lost nobody.", death, kind=ClaimKind.DENIAL)
    path = tmp_path / "g.ttl"
    path.write_bytes(serialize_turtle(story.graph()))
    rows = answers("who-was-killed", path, "victim source", everything=True)
    assert "several guards | Northland Watch; Northland army (denies it)" in rows


def test_who_killed_whom(graph_file: Path) -> None:
    assert answers("who-killed-whom", graph_file, "killer victim date status") == [
        "Northern Coalition | Ivo Varga | 2019-05-05 | admitted",
        "People's Front | Ana Lind | 2017 | single source",
        "People's Front | nine mushroom pickers | 2019 | single source",
        "a cell of three | nine mushroom pickers | 2019 | single source",
    ]


@pytest.mark.parametrize(
    ("params", "victims"),
    [
        ({"place": "NORTHLAND"}, ["Ana Lind", "Per Moss", "nine mushroom pickers", "Ivo Varga"]),
        ({"place": "old town"}, ["Ana Lind", "Per Moss", "nine mushroom pickers"]),
        ({"place": "valley", "from": "2019"}, ["nine mushroom pickers", "Ivo Varga"]),
        ({"from": "2019-05-02", "to": "2019-05"}, ["Ivo Varga"]),
        # "2017" is not known to lie before July of that year.
        ({"to": "2017-06-30"}, []),
        ({"to": "2017"}, ["Ana Lind"]),
        ({"place": "nowhere"}, []),
    ],
)
def test_killed_in_place_and_period(graph_file: Path, params: dict[str, str], victims: list[str]) -> None:
    assert answers("killed-in-place-and-period", graph_file, "victim", params) == victims


def test_killed_in_place_and_period_with_all(graph_file: Path) -> None:
    params = {"place": "oldtown", "from": "2019-05-03"}
    assert answers("killed-in-place-and-period", graph_file, "victim status", params) == []
    assert answers("killed-in-place-and-period", graph_file, "victim status", params, True) == [
        "several guards | disputed"
    ]


def test_the_timeline_shows_every_event_and_marks_denials(graph_file: Path) -> None:
    rows = answers("strikes-timeline", graph_file, "date what actor target status denied_by source")
    assert rows == [
        "2018-03 | Killing of Per Moss | Tor Dahl (alleged) | Per Moss | single source |  | the report daily",
        "2019 | Raid on the mushroom pickers | People's Front; a cell of three | nine mushroom pickers "
        "| single source |  | the report daily",
        "2019-05-02 | Downing of a drone | Northland army (disputed) | an unarmed drone (disputed) "
        "| disputed | Northland army | Northland Watch",
        "2019-05-05 | Air strike on Ivo Varga | Northern Coalition | Ivo Varga | admitted |  "
        "| Col. Eva Berg; the report agency",
        "2019-05-05 | Shelling of the Northland army | Northern Coalition (disputed) "
        "| Northland army; several guards (disputed) | disputed | Col. Eva Berg "
        "| Northland Watch; State News Bureau",
        " | Attempt on Tor Dahl |  | Tor Dahl | attempted |  | the report daily",
        " | Clash in Oldtown |  |  | single source |  | Northland Watch",
    ]


@pytest.mark.parametrize(
    ("params", "events"),
    [
        ({"from": "2019-05-03"}, ["Air strike on Ivo Varga", "Shelling of the Northland army"]),
        ({"to": "2018"}, ["Killing of Per Moss"]),
        ({"place": "red valley", "from": "2019-05-01", "to": "2019-05-31"},
         ["Air strike on Ivo Varga", "Shelling of the Northland army"]),
    ],
)  # fmt: skip
def test_the_timeline_of_a_place_and_period(graph_file: Path, params: dict[str, str], events: list[str]) -> None:
    assert answers("strikes-timeline", graph_file, "what", params) == events


def test_acts_of_a_group_are_those_of_its_members_and_parts_too(graph_file: Path) -> None:
    asked = {"group": "PF"}
    assert answers("acts-of-a-group", graph_file, "actor act victim status", asked) == [
        "People's Front | Abduction of Ana Lind |  | single source",
        "People's Front | Beheading of Ana Lind | Ana Lind | single source",
        "People's Front | Raid on the mushroom pickers | nine mushroom pickers | single source",
        "a cell of three | Raid on the mushroom pickers | nine mushroom pickers | single source",
    ]
    more = answers("acts-of-a-group", graph_file, "actor act status certainty", asked, True)
    assert "Ivo Varga | Beheading of Ana Lind | open | possible" in more
    assert "People's Front | Plot to kill Tor Dahl | planned | certain" in more


def test_according_to_whom(graph_file: Path) -> None:
    rows = answers(
        "according-to-whom",
        graph_file,
        "source on_behalf_of stance certainty says value status",
        {"event": "shelling", "source": "coalition"},
    )
    assert rows == [
        "Col. Eva Berg | Northern Coalition | denial | certain | occurred | true | disputed",
        "Col. Eva Berg | Northern Coalition | denial | certain | perpetrator | Northern Coalition | disputed",
    ]
    assert len(answers("according-to-whom", graph_file, "source")) == 58


def test_who_denied_what(graph_file: Path) -> None:
    assert answers("who-denied-what", graph_file, "denier on_behalf_of event denied value against quote") == [
        "Col. Eva Berg | Northern Coalition | Shelling of the Northland army | occurred | true "
        "| Northland Watch; State News Bureau | Berg denied any attack on the army.",
        "Col. Eva Berg | Northern Coalition | Shelling of the Northland army | perpetrator | Northern Coalition "
        "| State News Bureau | Berg denied any attack on the army.",
        "Northland army |  | Downing of a drone | material loss | an unarmed drone | Northland Watch "
        "| The army denied that it had touched any drone.",
        "Northland army |  | Downing of a drone | perpetrator | Northland army | Northland Watch "
        "| The army denied that it had touched any drone.",
    ]


def test_who_accused_whom(graph_file: Path) -> None:
    assert answers("who-accused-whom", graph_file, "accuser accused event status certainty denied_by") == [
        "State News Bureau | Northern Coalition | Shelling of the Northland army | disputed | certain | Col. Eva Berg",
        "Northland Watch | Northland army | Downing of a drone | disputed | certain | Northland army",
        "Col. Eva Berg | Ivo Varga | Beheading of Ana Lind | open | possible | ",
        "the report daily | Tor Dahl | Killing of Per Moss | single source | possible | ",
        "the report daily | People's Front | Plot to kill Tor Dahl | single source | certain | ",
    ]


def test_opposed_claims(graph_file: Path) -> None:
    assert answers("opposed-claims", graph_file, "event says asserted_by denied_by doubted_by") == [
        "Downing of a drone | material loss | Northland Watch | Northland army | ",
        "Downing of a drone | perpetrator | Northland Watch | Northland army | ",
        "Shelling of the Northland army | occurred | Northland Watch; State News Bureau | Col. Eva Berg | ",
        "Shelling of the Northland army | perpetrator | State News Bureau | Col. Eva Berg | the report daily",
    ]


def test_rival_dates(graph_file: Path) -> None:
    columns = "event earlier earlier_words earlier_source earlier_status later later_words later_source later_status"
    assert answers("rival-dates", graph_file, columns) == [
        "Beheading of Ana Lind | 2009-11 | November 2009 | the report agency | discounted "
        "| 2017 | two years ago | the report daily | single source"
    ]


def test_conflicts(graph_file: Path) -> None:
    assert answers("conflicts", graph_file, "event about one one_source other other_source status") == [
        "Shelling of the Northland army | occurred | true | Northland Watch; State News Bureau | not so "
        "| Col. Eva Berg | disputed",
        "Shelling of the Northland army | perpetrator | Northern Coalition | State News Bureau | not so "
        "| Col. Eva Berg; the report daily (leaves it open) | disputed",
        "Downing of a drone | perpetrator | Northland army | Northland Watch | not so | Northland army | disputed",
        "Beheading of Ana Lind | time | 2009-11 | the report agency | 2017 | the report daily | discounted",
        "Downing of a drone | material loss | an unarmed drone | Northland Watch | not so | Northland army | disputed",
    ]


def test_hostages_and_their_fate(graph_file: Path) -> None:
    assert answers("hostages-and-their-fate", graph_file, "hostage taken captor fate status") == [
        "Ana Lind | 2016 | People's Front | beheaded (2017) | corroborated",
        "Kim Holt | before 2012-04-30 |  |  | single source",
    ]


@pytest.mark.parametrize(
    ("params", "everything", "rows"),
    [
        ({}, False, ["drone | Air strike on Ivo Varga | Northern Coalition | Ivo Varga"]),
        ({"weapon": "UAV"}, False, ["drone | Air strike on Ivo Varga | Northern Coalition | Ivo Varga"]),
        ({"weapon": "artillery"}, False, []),
        ({"weapon": "artillery"}, True,
         ["artillery | Shelling of the Northland army | Northern Coalition (disputed) | several guards (disputed)"]),
    ],
)  # fmt: skip
def test_weapons_used(graph_file: Path, params: dict[str, str], everything: bool, rows: list[str]) -> None:
    assert answers("weapons-used", graph_file, "weapon what actor victim", params, everything) == rows


@pytest.mark.parametrize(
    ("params", "rows"),
    [
        (
            {},
            [
                "Raid on the mushroom pickers | killed | civilians | 9 | 9 | 9 | 2019 | Oldtown; Red Valley",
                "Clash in Oldtown | injured | people | 20 | 20 |  |  | ",
                "Clash in Oldtown | killed | civilians | 0 | 0 | 0 |  | ",
            ],
        ),
        ({"outcome": "Injured"}, ["Clash in Oldtown | injured | people | 20 | 20 |  |  | "]),
    ],
)
def test_casualty_figures(graph_file: Path, params: dict[str, str], rows: list[str]) -> None:
    columns = "what outcome people low best high date place"
    assert answers("casualty-figures", graph_file, columns, params) == rows


def test_evidence(graph_file: Path) -> None:
    rows = answers("evidence", graph_file, "statement stance source document begin end", {"about": "per moss"})
    assert rows[0] == "Killing of Per Moss: fatal victim Per Moss | assertion | the report daily | daily | 255 | 314"
    assert len(rows) == 4


ROLES = "who as_of role relation group standing certainty since source"
VARGA = "Ivo Varga | 2019-05-08 | regional commander | member of | People's Front | held |  | 2012 | Northern Coalition"
HOLT = "Kim Holt | 2019-05-08 | former spokesman | speaks for | Northland army | former |  |  | the report daily"
THEN = "Tor Dahl |  |  | member of | Northland army | then |  |  | the report agency"
SUSPECTED = "Tor Dahl | 2019-05-08 |  | leader of | a cell of three | held | possible |  | the report daily"
MOSS = "Per Moss | 2017-05 |  | member of | Northland army | held |  |  | the report daily"


@pytest.mark.parametrize(
    ("params", "rows"),
    [
        ({"who": "varga"}, [VARGA]),
        ({"group": "northland army"}, [HOLT, MOSS, THEN]),
        ({"who": "dahl"}, [SUSPECTED, THEN]),
        ({"from": "2018"}, [VARGA, HOLT, SUSPECTED]),
        ({"from": "2017-05-20", "to": "2017"}, [MOSS]),
        ({"to": "2017-04"}, []),
    ],
)
def test_roles_over_time(graph_file: Path, params: dict[str, str], rows: list[str]) -> None:
    assert sorted(answers("roles-over-time", graph_file, ROLES, params)) == sorted(rows)


def test_roles_come_with_their_sentence(graph_file: Path) -> None:
    assert answers("roles-over-time", graph_file, "document quote", {"who": "holt"}) == [
        "daily | Kim Holt, former spokesman of the army"
    ]


PARAMETERS = {
    "acts-of-a-group": {"group": "front"},
    "evidence": {"about": "varga"},
    "killed-in-place-and-period": {"place": "northland", "from": "2015", "to": "2020"},
    "strikes-timeline": {"place": "oldtown", "from": "2018"},
    "weapons-used": {"weapon": "drone"},
}


CASES = [(info.name, False) for info in catalogue()] + [
    (info.name, True) for info in catalogue() if any(p.name == ALL for p in info.parameters)
]


@pytest.mark.parametrize(("name", "everything"), CASES)
def test_two_engines_give_the_same_rows(graph_file: Path, name: str, everything: bool) -> None:
    info = load(name)
    given = PARAMETERS.get(name, {})
    result = run(info, [graph_file], given, everything)
    expected = sorted(tuple(row.get(column, "") for column in result.columns) for row in result.rows())

    graph = Graph().parse(graph_file)
    for file in BACKGROUND:
        graph.parse(bundled("ontology") / file)
    for key, term in bind(info, given, everything).items():
        assert isinstance(term, ox.Literal)
        literal = Literal(term.value, datatype=URIRef(term.datatype.value))
        graph.add((URIRef(NAMESPACE + "this"), URIRef(NAMESPACE + key), literal))
    found = sorted(tuple("" if v is None else str(v) for v in row) for row in graph.query(info.sparql))  # type: ignore[union-attr]
    assert found == expected
    assert expected
