"""Each format is opened by a tool of its field, and holds what the graph holds."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, RDFS, Dataset, Graph, Namespace

from kg.export import FORMATS, export
from kg.export.events_csv import COLUMNS
from kg.model import EntityKind, Predicate, Status
from kg.rdf import serialize_turtle
from kg.store import loading
from kg.store.base import WORLD
from kg.store.embedded import Embedded
from tests.cli.conftest import invoke
from tests.rdf import factory

SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


def text(path: Path, form: str) -> str:
    return b"".join(export(path, form)).decode("utf-8")


def events(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text(path, "events.jsonl").splitlines()]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_graph_gives_the_same_bytes(graph_file: Path, tmp_path: Path, form: str) -> None:
    quads = sorted({str(q.triple) for q in parse(path=str(graph_file), format=RdfFormat.TURTLE)}, reverse=True)
    (tmp_path / "other.nt").write_text("".join(f"{line} .\n" for line in quads))
    assert text(tmp_path / "other.nt", form) == text(graph_file, form)
    assert text(graph_file, form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_store_folder_gives_the_same_bytes(graph_file: Path, tmp_path: Path, form: str) -> None:
    store = Embedded(tmp_path / "store")
    loading.load(loading.read([graph_file]), store, ontology=form not in ("jsonld", "trig", "nquads"))
    store.close()
    assert text(tmp_path / "store", form) == text(graph_file, form)


def rows(path: Path) -> dict[str, dict[str, str]]:
    return {row["label"]: row for row in csv.DictReader(io.StringIO(text(path, "events.csv")))}


def test_the_table_has_a_row_for_every_event(graph_file: Path) -> None:
    found = rows(graph_file)
    assert len(found) == len(events(graph_file))
    assert list(next(iter(found.values()))) == list(COLUMNS)


def test_a_row_of_the_table(graph_file: Path) -> None:
    row = rows(graph_file)["Air strike on Ivo Varga"]
    wanted = {
        "event_type": "AirStrike",
        "status": "admitted",
        "accepted": "1",
        "date_start": "2019-05-05",
        "date_end": "2019-05-05",
        "date_prec": "1",
        "date_inferred": "1",
        "actor1": "Northern Coalition",
        "actor2": "Ivo Varga",
        "killed": "Ivo Varga",
        "location": "Red Valley",
        "admin": "Northland",
        "latitude": "",
        "where_prec": "5",
        "deaths_best": "",
        "weapons": "drone",
        "documents": "agency",
    }
    assert {name: row[name] for name in wanted} == wanted


def test_what_is_disputed_or_unknown_is_empty_in_the_table(graph_file: Path) -> None:
    row = rows(graph_file)["Shelling of the Northland army"]
    assert (row["accepted"], row["status"], row["actor1"], row["killed"]) == ("0", "disputed", "", "")
    row = rows(graph_file)["Abduction of Kim Holt"]
    assert (row["date_start"], row["date_end"], row["date_prec"]) == ("", "2012-04-30", "5")
    clash = rows(graph_file)["Clash in Oldtown"]
    assert (clash["deaths_civilians"], clash["injured_best"], clash["deaths_best"]) == ("0", "20", "")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    story = factory.Story()
    narrator = story.document("d", "2020-01-01", "given")
    story.entity("who", EntityKind.PERSON, "=HYPERLINK(1)")
    story.event("e", "Killing", label="+cmd", status=Status.SINGLE_SOURCE)
    story.claim(
        "d",
        narrator,
        "=HYPERLINK(1) was killed.",
        (factory.said("e", Predicate.FATAL_VICTIM, "who"), Status.SINGLE_SOURCE),
    )
    path = tmp_path / "g.ttl"
    path.write_bytes(serialize_turtle(story.graph()))
    row = next(csv.DictReader(io.StringIO(text(path, "events.csv"))))
    assert (row["label"], row["killed"]) == ("'+cmd", "'=HYPERLINK(1)")


def test_the_map_is_valid_geojson(graph_file: Path) -> None:
    geojson = pytest.importorskip("geojson")
    found = geojson.loads(text(graph_file, "geojson"))
    assert found.is_valid, found.errors()
    assert len(found.features) == len(events(graph_file))
    by_label = {feature.properties["label"]: feature for feature in found.features}
    assert by_label["Killing of Per Moss"].geometry.coordinates == [-3.125, 41.25]
    assert by_label["Killing of Per Moss"].properties["place_precision"] == ["exact"]
    assert by_label["Abduction of Kim Holt"].geometry is None
    assert by_label["Shelling of the Northland army"].properties["perpetrators"] == []


# What FollowTheMoney 4.11 knows of the schemata that are used; followthemoney itself needs a C++ compiler to install.
_INTERVAL = {"startDate", "endDate", "date"}
_THING = {
    "name",
    "alias",
    "country",
    "description",
    "notes",
    "keywords",
    "wikidataId",
    "addressEntity",
    "proof",
    "publisher",
}
SCHEMATA = {
    "Person": _THING | {"position"},
    "Organization": _THING,
    "PublicBody": _THING,
    "Address": _THING | {"full", "latitude", "longitude"},
    "Article": _THING | {"title", "publishedAt", "language"},
    "Event": _THING | _INTERVAL | {"location", "involved"},
    "UnknownLink": _INTERVAL | {"subject", "object", "role"},
    "Membership": _INTERVAL | {"member", "organization", "role", "summary", "proof"},
}


def entities(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text(path, "ftm").splitlines()]


def test_follow_the_money(graph_file: Path) -> None:
    found = entities(graph_file)
    known = {entity["id"] for entity in found}
    assert len(known) == len(found)
    for entity in found:
        assert entity["properties"].keys() <= SCHEMATA[entity["schema"]], entity
        assert "/" not in entity["id"]
        for name in ("subject", "object", "member", "organization", "involved", "addressEntity", "proof"):
            assert set(entity["properties"].get(name, ())) <= known, entity
    accepted = [e for e in events(graph_file) if e["status"] in ("admitted", "corroborated", "single-source")]
    assert sum(e["schema"] == "Event" for e in found) == len(accepted) > 3


def test_follow_the_money_takes_nobody_for_a_killer_who_is_only_accused(graph_file: Path) -> None:
    found = entities(graph_file)
    names = {e["id"]: e["properties"].get("name", [""])[0] for e in found}
    killers = {
        names[e["properties"]["subject"][0]]
        for e in found
        if e["schema"] == "UnknownLink" and e["properties"]["role"] == ["perpetrator"]
    }
    assert killers == {"Northern Coalition", "People's Front", "a cell of three"}


def test_follow_the_money_gets_memberships_with_day_and_sentence_and_no_former_ones(graph_file: Path) -> None:
    found = [e["properties"] for e in entities(graph_file) if e["schema"] == "Membership"]
    names = {e["id"]: e["properties"]["name"][0] for e in entities(graph_file) if e["schema"] == "Person"}
    told = {names[e["member"][0]]: e for e in found}
    assert set(told) == {"Ivo Varga", "Col. Eva Berg"}
    varga = told["Ivo Varga"]
    assert (varga["date"], varga["startDate"]) == (["2019-05-08"], ["2012"])
    assert varga["summary"][0].startswith("Varga, a regional commander")


def test_follow_the_money_reads_it(graph_file: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    for entity in entities(graph_file):
        proxy = model.get_proxy(entity)
        assert proxy.schema.validate(entity) is None
        assert {name: proxy.get(name) for name in entity["properties"]} == entity["properties"]


def test_the_simple_event_model(graph_file: Path) -> None:
    found = Graph().parse(data=text(graph_file, "sem"), format="turtle")
    accepted = [e for e in events(graph_file) if e["status"] in ("admitted", "corroborated", "single-source")]
    assert len(set(found.subjects(RDF.type, SEM.Event))) == len(accepted)
    asked = """
        PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
        PREFIX kgc: <https://w3id.org/kg-conflict/ont#>
        SELECT ?who ?when ?place WHERE {
          ?event a sem:Event ; sem:hasTimeStamp ?when ; sem:hasPlace/rdfs:label ?place ; sem:hasActor ?role .
          ?role a sem:Role ; sem:roleType kgc:perpetrator ; rdf:value/rdfs:label ?who }"""
    rows = found.query(asked, initNs={"rdfs": RDFS, "rdf": RDF})
    answers = [tuple(str(term) for term in row) for row in rows if not isinstance(row, bool)]
    assert answers == [("Northern Coalition", "2019-05-05", "Red Valley")]


@pytest.mark.parametrize(("form", "syntax"), [("trig", "trig"), ("nquads", "nquads")])
def test_named_graphs(graph_file: Path, form: str, syntax: str) -> None:
    found = Dataset()
    found.parse(data=text(graph_file, form), format=syntax)
    triples = {str(q.triple) for q in parse(path=str(graph_file), format=RdfFormat.TURTLE)}
    names = {str(graph.identifier) for graph in found.graphs() if len(graph)}
    assert WORLD in names
    assert len(names) == 3
    assert sum(len(graph) for graph in found.graphs()) == len(triples)


@pytest.mark.parametrize("form", ["events.csv", "events.jsonl"])
def test_tables_are_read_by_pandas(graph_file: Path, form: str) -> None:
    pandas = pytest.importorskip("pandas", reason="needs the extra 'notebook'")
    written = io.StringIO(text(graph_file, form))
    if form == "events.csv":
        found = pandas.read_csv(written, parse_dates=["date_start", "date_end"], dtype={"deaths_civilians": "Int64"})
        assert list(found.columns) == list(COLUMNS)
        assert found["accepted"].sum() == sum(row["accepted"] == "1" for row in rows(graph_file).values())
        assert found["deaths_civilians"].sum() == 9
        assert found["date_start"].max() == pandas.Timestamp("2019-05-05")
    else:
        found = pandas.read_json(written, lines=True)
        assert list(found["id"]) == [event["id"] for event in events(graph_file)]
    assert len(found) == len(events(graph_file)) > 5


def test_json_ld(graph_file: Path) -> None:
    found = Graph().parse(data=text(graph_file, "jsonld"), format="json-ld")
    assert len(found) == len({q.triple for q in parse(path=str(graph_file), format=RdfFormat.TURTLE)})


@pytest.mark.parametrize("form", FORMATS)
def test_the_command(graph_file: Path, tmp_path: Path, form: str) -> None:
    ran = invoke("export", graph_file, "--to", form, "-o", tmp_path / "out")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "out").read_bytes().decode("utf-8") == text(graph_file, form)


def test_an_empty_graph(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("")
    assert json.loads(text(tmp_path / "g.ttl", "geojson"))["features"] == []
    assert text(tmp_path / "g.ttl", "events.csv").count("\n") == 1
    assert text(tmp_path / "g.ttl", "ftm") == ""
