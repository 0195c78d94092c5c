"""What every store keeps, whatever it is: the folder, our own endpoint, Virtuoso."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import QueryError, StoreError, UsageError
from kg.model import EntityKind, Predicate, Status
from kg.rdf import Provenance, serialize_turtle
from kg.rdf.checking import check
from kg.rdf.reading import INFERRED
from kg.store import loading
from kg.store.answers import Question
from kg.store.base import LOADING, WORLD, Store
from tests.rdf import factory

Opener = Callable[[], Store]


def same(triples: list[Triple] | set[Triple]) -> set[str]:
    """Triples without what a store may spell in its own way: Virtuoso reads 0.950 as 0.95 and true as 1."""
    shown = set()
    for triple in triples:
        value = triple.object
        if isinstance(value, Literal) and value.datatype.value.rpartition("#")[2] in ("boolean", "decimal", "integer"):
            number = {"true": 1.0, "false": 0.0}.get(value.value)
            value = Literal(float(value.value) if number is None else number)
        shown.add(
            f"{triple.subject} {triple.predicate} {value}".replace('"^^<http://www.w3.org/2001/XMLSchema#string>', '"')
        )
    return shown


def everything(store: Store) -> set[str]:
    """All triples of a kg graph in a store, and the concepts of weapons."""
    lists = ("ontology", "vocab")
    names = [name for name in store.digests() if name.rpartition("graph#")[2] not in lists]
    return same({triple for name in names for triple in store.triples(name)})


def from_file(path: Path) -> set[str]:
    weapons = loading.background()["https://w3id.org/kg-conflict/graph#weapons"]
    return same({*(quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE)), *weapons})


def number(store: Store, sparql: str) -> int:
    answer = store.ask(Question(sparql))
    return int(json.loads(answer.data)["results"]["bindings"][0]["n"]["value"])


def documents(store: Store) -> int:
    return number(
        store, "PREFIX kgc: <https://w3id.org/kg-conflict/ont#> SELECT (COUNT(?d) AS ?n) { ?d a kgc:Document }"
    )


def test_a_round_trip(opened: Opener, graph_file: Path) -> None:
    store = opened()
    done = loading.load(loading.read([graph_file]), store)
    assert (done.same, done.removed, done.resumed) == (0, 0, False)
    assert everything(opened()) == from_file(graph_file)
    assert documents(opened()) == 2


def test_every_triple_is_in_one_graph_only(opened: Opener, graph_file: Path) -> None:
    store = opened()
    loading.load(loading.read([graph_file]), store)
    held = [str(t) for name in store.digests() for t in store.triples(name)]
    assert len(held) == len(set(held))


def test_without_the_ontology_nothing_else_is_there(opened: Opener, graph_file: Path) -> None:
    store = opened()
    loading.load(loading.read([graph_file]), store, ontology=False)
    held = same([t for name in store.digests() for t in store.triples(name)])
    assert held == same([quad.triple for quad in parse(path=str(graph_file), format=RdfFormat.TURTLE)])


def test_loading_again_changes_nothing(opened: Opener, graph_file: Path) -> None:
    loading.load(loading.read([graph_file]), opened())
    before = opened().sizes()
    done = loading.load(loading.read([graph_file]), opened())
    assert (done.written, done.same) == (0, 6)
    assert opened().sizes() == before


def test_a_document_that_changed_is_replaced(opened: Opener, graph_file: Path, tmp_path: Path) -> None:
    loading.load(loading.read([graph_file]), opened())
    changed = tmp_path / "changed.ttl"
    text = graph_file.read_text().replace("Per Moss was reportedly shot", "Per Moss was, it is said, shot")
    changed.write_text(text.replace("kgv:status-disputed", "kgv:status-open"))
    done = loading.load(loading.read([changed]), opened())
    assert (done.written, done.same) == (2, 4)
    assert everything(opened()) == from_file(changed)


def test_a_document_is_removed_with_all_that_only_it_told(opened: Opener, graph_file: Path, tmp_path: Path) -> None:
    loading.load(loading.read([graph_file]), opened())
    done = loading.load(loading.read([]), opened(), remove=["daily"], ontology=False)
    assert done.removed == 1
    assert documents(opened()) == 1
    left = tmp_path / "left.nt"
    store = opened()
    names = [name for name in store.digests() if "graph#" not in name]
    triples = [t for name in [*names, WORLD] for t in store.triples(name)]
    shown = {str(t) for t in triples}
    assert not [line for line in shown if "Per Moss" in line or "narrator-daily" in line]
    assert [line for line in shown if "Ana Lind" in line]
    # Two reports told of her death: one is left, and that of the place is gone.
    event = "<https://kg.example/id/beheading>"
    assert (
        f"{event} <https://w3id.org/kg-conflict/ont#status> <https://w3id.org/kg-conflict/voc#status-single-source>"
        in shown
    )
    assert not [line for line in shown if line.startswith(event) and "#location" in line]
    if "virtuoso" not in store.name and "http" not in store.name:
        left.write_text("".join(f"{t} .\n" for t in triples))
        assert check(left).findings == ()


def test_a_build_was_of_the_documents_that_are_left(opened: Opener, graph_file: Path, tmp_path: Path) -> None:
    made = serialize_turtle(factory.world().graph(), made=Provenance("1.2.3", "m" * 64, "a" * 64))
    path = tmp_path / "made.ttl"
    path.write_bytes(made)
    loading.load(loading.read([path]), opened())
    asked = "PREFIX kgc: <https://w3id.org/kg-conflict/ont#> SELECT (COUNT(?d) AS ?n) { ?b kgc:builtFrom ?d }"
    assert number(opened(), asked) == 2
    loading.load(loading.read([]), opened(), remove=["daily"], ontology=False)
    assert number(opened(), asked) == 1
    loading.load(loading.read([]), opened(), remove=["agency"], ontology=False)
    builds = "PREFIX kgc: <https://w3id.org/kg-conflict/ont#> SELECT (COUNT(?b) AS ?n) { ?b kgc:softwareVersion ?v }"
    assert number(opened(), builds) == 0


def test_a_removed_document_comes_back(opened: Opener, graph_file: Path) -> None:
    loading.load(loading.read([graph_file]), opened())
    loading.load(loading.read([]), opened(), remove=["agency"], ontology=False)
    loading.load(loading.read([graph_file]), opened())
    assert everything(opened()) == from_file(graph_file)


def test_documents_that_are_not_there_any_more_are_pruned(opened: Opener, graph_file: Path, tmp_path: Path) -> None:
    loading.load(loading.read([graph_file]), opened())
    story = factory.Story()
    narrator = story.document("other", "2020-01-01", "given")
    story.entity("somebody", EntityKind.PERSON, "Some Body")
    story.event("death", "Killing", label="Killing of Some Body", status=Status.SINGLE_SOURCE)
    dead = (factory.said("death", Predicate.FATAL_VICTIM, "somebody"), Status.SINGLE_SOURCE)
    story.claim("other", narrator, "Some Body was killed.", dead)
    path = tmp_path / "other.ttl"
    path.write_bytes(serialize_turtle(story.graph()))
    done = loading.load(loading.read([path]), opened())
    assert done.removed == 0
    assert documents(opened()) == 3
    assert everything(opened()) == from_file(graph_file) | from_file(path)
    done = loading.load(loading.read([path]), opened(), prune=True)
    assert done.removed == 2
    assert everything(opened()) == from_file(path)


def test_a_load_that_broke_off_goes_on(opened: Opener, graph_file: Path) -> None:
    parts = loading.read([graph_file])
    store = opened()
    put, written = store.put, list[str]()

    def breaking(graphs: Mapping[str, Collection[Triple]]) -> None:
        if len(written) == 2:
            raise StoreError("the lights went out")
        put(graphs)
        written.extend(graphs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "_BATCH", 1)
        patch.setattr(store, "put", breaking)
        with pytest.raises(StoreError, match="the lights"):
            loading.load(parts, store)
    assert LOADING in opened().sizes()
    done = loading.load(parts, opened())
    assert (done.resumed, done.same, done.written) == (True, 2, 4)
    assert LOADING not in opened().sizes()
    assert everything(opened()) == from_file(graph_file)


def test_odd_literals_come_back_as_they_went(opened: Opener) -> None:
    words = [
        "",
        " ",
        "a\nb\r\nc\td",
        "he said \"no\" \\ 'yes'",
        "\u202eright to left",
        "قاسم سليماني",
        "🏳️",
        "a" * 40_000,
    ]
    triples = [
        Triple(NamedNode(f"https://kg.example/id/x{n}"), NamedNode("x:p"), Literal(w)) for n, w in enumerate(words)
    ]
    triples.append(Triple(NamedNode("https://kg.example/id/y"), NamedNode("x:p"), Literal("né", language="fr")))
    store = opened()
    store.put({"https://kg.example/odd": triples})
    assert same(opened().triples("https://kg.example/odd")) == same(triples)
    opened().drop("https://kg.example/odd")
    assert opened().triples("https://kg.example/odd") == []


def test_more_triples_than_go_into_one_request(opened: Opener) -> None:
    def triples(count: int, word: str) -> list[Triple]:
        return [
            Triple(
                NamedNode(f"https://kg.example/id/n{n}"),
                NamedNode("x:p"),
                Literal(f"{word if n % 7 == 0 else 'same'} {n}"),
            )
            for n in range(count)
        ]

    store = opened()
    store.put({"https://kg.example/many": triples(11_000, "old")})
    assert store.sizes()["https://kg.example/many"] == 11_001
    store.put({"https://kg.example/many": triples(10_500, "new")})
    assert same(opened().triples("https://kg.example/many")) == same(triples(10_500, "new"))
    store = opened()
    store.drop("https://kg.example/many")


def test_blank_nodes_stay_together(opened: Opener) -> None:
    node = BlankNode("list")
    triples = [
        Triple(NamedNode("https://kg.example/id/z"), NamedNode("x:list"), node),
        Triple(node, NamedNode("x:first"), Literal("one")),
        Triple(node, NamedNode("x:rest"), NamedNode("x:nil")),
    ]
    store = opened()
    store.put({"https://kg.example/blank": triples})
    asked = "SELECT (COUNT(*) AS ?n) { ?z <x:list> ?l . ?l <x:first> ?one ; <x:rest> <x:nil> }"
    assert number(store, asked) == 1
    store.drop("https://kg.example/blank")


def test_bad_questions(opened: Opener) -> None:
    store = opened()
    for sparql in ("SELECT WHERE {", "INSERT DATA { <x:a> <x:b> <x:c> }", ""):
        with pytest.raises(QueryError):
            store.ask(Question(sparql))


def test_a_document_that_is_not_there(opened: Opener, graph_file: Path) -> None:
    loading.load(loading.read([graph_file]), opened())
    with pytest.raises(UsageError, match="no document 'dayli'"):
        loading.load(loading.read([]), opened(), remove=["dayli"])
    with pytest.raises(UsageError, match="at once"):
        loading.load(loading.read([graph_file]), opened(), remove=["daily"])


def test_rows_truth_and_triples(opened: Opener, graph_file: Path) -> None:
    store = opened()
    loading.load(loading.read([graph_file]), store)
    assert store.ask(Question("ASK { ?s ?p ?o }")).kind == "truth"
    about = "<https://kg.example/id/varga>"
    answer = store.ask(Question(f"CONSTRUCT {{ {about} ?p ?o }} WHERE {{ {about} ?p ?o }}", triples="text/turtle"))
    assert answer.kind == "triples"
    assert "Ivo Varga" in {getattr(q.object, "value", "") for q in parse(answer.data, RdfFormat.TURTLE)}


def test_what_followed_goes_with_what_it_followed_from(opened: Opener, graph_file: Path, tmp_path: Path) -> None:
    inferred = tmp_path / "g.trig"
    inferred.write_text(f"<{INFERRED}> {{ <https://kg.example/id/lind> <x:killedBy> <https://kg.example/id/front> }}")
    loading.load(loading.read([graph_file, inferred]), opened())
    assert INFERRED in opened().digests()
    loading.load(loading.read([graph_file]), opened())
    assert INFERRED in opened().digests()
    loading.load(loading.read([]), opened(), remove=["daily"], ontology=False)
    assert INFERRED not in opened().digests()
