"""The graph as a Python object: tables, lookups, questions, drawings; and building one by calling ``kg.build``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.api import Graph, read_graph
from kg.api.drawings import MarkedText
from kg.errors import GraphError, QueryError, UsageError
from kg.rdf import serialize_turtle
from kg.report.texts import Texts
from kg.view import open_view
from tests.web import worlds


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("api") / "graph.ttl"
    path.write_bytes(serialize_turtle(worlds.world()))
    return path


@pytest.fixture(scope="module")
def g(graph_file: Path) -> Graph:
    return Graph(open_view([graph_file]), Texts(worlds.world().documents))


def test_tables_are_sequences_of_records(g: Graph) -> None:
    deaths = g.who_was_killed()
    assert [d.victim.label for d in deaths] == ["Ana Lind", "Per Moss", "nine mushroom pickers", "Ivo Varga"]
    assert len(deaths) == 4
    assert deaths[-1].victim.label == "Ivo Varga"
    assert [d.victim.label for d in deaths[:1]] == ["Ana Lind"]
    assert len(deaths.where(lambda d: d.certainty == "certain")) == 3
    assert len(g.who_was_killed(everything=True)) > 4


def test_words_narrow_every_list(g: Graph) -> None:
    assert {e.key for e in g.events(place="Oldtown", first="2019")} == {"raid", "shelling"}
    assert [d.victim.label for d in g.who_was_killed(person="Varga", last="2018")] == ["Ana Lind"]
    assert [c.event.key for c in g.conflicts(kind="shelling")] == ["shelling"]
    with pytest.raises(UsageError, match="there are: place, person"):
        g.events(town="Oldtown")
    with pytest.raises(UsageError, match="a day, month or year"):
        g.events(first="yesterday")


def test_counts_of_the_dead_are_numbers(g: Graph) -> None:
    counts = {row["key"]: (row["killed_low"], row["killed_high"]) for row in g.events().to_dicts()}
    assert (counts["raid"], counts["clash"], counts["strike"]) == ((9, 9), (0, 0), (None, None))


def test_rows_as_dictionaries_and_html(g: Graph) -> None:
    row = g.who_was_killed().to_dicts()[1]
    assert row["who"] == "Per Moss"
    assert row["by"] is None
    shown = g.who_was_killed()._repr_html_()
    assert "<bdi>Ivo Varga</bdi>" in shown
    assert "4 rows" in shown
    assert "Ivo Varga" in repr(g.who_was_killed())


def test_data_frames(g: Graph) -> None:
    pytest.importorskip("pandas", reason="needs pandas")
    frame = g.places().to_pandas()
    assert list(frame.columns) == ["name", "latitude", "longitude", "precision", "within", "key"]
    assert len(frame) == 3


def test_without_pandas_it_says_what_to_install(g: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="pip install pandas"):
        g.events().to_pandas()


def test_claims_of_an_event_and_around_a_person(g: Graph) -> None:
    assert {c.stance for c in g.claims("shelling")} == {"supports", "denies", "doubts"}
    assert {c.claimant.label for c in g.claims("Eva Berg")} == {"Col. Eva Berg"}
    assert len(g.claims()) == 19
    assert any(c.claimant.label == "the report agency" for c in g.claims("Ivo Varga"))


def test_questions_and_sparql(g: Graph) -> None:
    asked = g.ask("killed-in-place-and-period", place="Oldtown", from_="2019")
    assert [row["victim"] for row in asked] == ["nine mushroom pickers"]
    assert g.ask("who-was-killed", everything=True)[0].keys() >= {"victim", "status"}
    with pytest.raises(QueryError, match="no query named"):
        g.ask("who-is-it")
    names = g.sparql("SELECT ?name { ?event kgc:fatalVictim/skos:prefLabel ?name }")
    assert {row["name"] for row in names} == {d.victim.label for d in g.who_was_killed()}
    # What a question was given does not stay in the graph.
    assert not g.sparql("SELECT ?p { <https://w3id.org/kg-conflict/param#this> ?p ?x }")


def test_marked_documents(g: Graph) -> None:
    found = g.document("agency")
    assert isinstance(found, MarkedText)
    assert found.unread == ["The market reopened.", "Nobody was surprised."]
    assert str(found) == next(d.text for d in worlds.world().documents if d.id == "agency")
    assert "background:" in found._repr_html_()
    with pytest.raises(UsageError, match="no document"):
        g.document("Ivo Varga")


def test_markup_in_texts_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "hostile.ttl"
    path.write_bytes(serialize_turtle(worlds.hostile()))
    g = Graph(open_view([path]), Texts(worlds.hostile().documents))
    for shown in (g._repr_html_(), g.events()._repr_html_(), g.document("doc")._repr_html_(), g.map()._repr_html_()):
        assert "<script" not in shown
        assert "<img" not in shown


def test_drawings_and_reports_as_files(g: Graph, tmp_path: Path) -> None:
    g.map(place="Oldtown").save(tmp_path / "map.svg")
    g.timeline().save(tmp_path / "timeline.svg")
    g.report(tmp_path / "report.html", title="Case", person="Lind")
    assert (tmp_path / "map.svg").read_text(encoding="utf-8").startswith("<svg")
    assert "Beheading of Ana Lind" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_graph_file_is_read(graph_file: Path, tmp_path: Path) -> None:
    g = kg.read_graph(graph_file)
    assert repr(g) == "<kg graph: 2 documents, 11 events, 6 people, 19 claims>"
    assert "Air strike on Ivo Varga" in g.show("Ivo Varga")
    assert read_graph(str(graph_file)).stats == g.stats
    with pytest.raises(GraphError):
        kg.read_graph(tmp_path / "missing.ttl")


def test_calling_the_build_module_reads_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.cli.conftest import FakeReader

    monkeypatch.setattr("kg.build.reader", lambda model=None, threads=1: FakeReader())
    (tmp_path / "one.txt").write_text("On Sunday John Doe was killed in the town, the army said.\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    g = kg.build([tmp_path])
    assert [d.victim.label for d in g.who_was_killed()] == ["John Doe"]
    assert len(g.left_out) == 1
    assert "empty" in g.left_out[0]
    assert "John Doe was killed" in str(g.document("one"))


def test_the_build_module_stays_a_module() -> None:
    from kg.build import build, reader, turtle

    assert kg.build.__name__ == "kg.build"
    assert all(callable(found) for found in (build, reader, turtle))


def test_importing_kg_loads_nothing_heavy() -> None:
    code = "import sys, kg; print([m for m in ('spacy', 'rdflib', 'pyoxigraph', 'jinja2') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = kg.nothing
