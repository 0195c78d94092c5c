"""Explanations of a hand-made graph: words, voices, verdicts, and what stands as fact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.model import Claim, ClaimKind, Predicate, Span, Statement, Status
from kg.rdf import DEFAULT_BASE, serialize_turtle
from kg.rdf.reading import open_store
from kg.why import Explainer, Explanation, StatementReason, as_json, as_text, explain
from tests.rdf import factory


@pytest.fixture(scope="module")
def explainer(tmp_path_factory: pytest.TempPathFactory) -> Explainer:
    path = tmp_path_factory.mktemp("why") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return Explainer(open_store([path]))


def _one(explainer: Explainer, asked: str) -> Explanation:
    found = explain(explainer, asked)
    assert len(found) == 1
    return found[0]


def _statement(explanation: Explanation, predicate: str, value: str) -> StatementReason:
    return next(s for s in explanation.statements if (s.predicate, s.value) == (predicate, value))


def test_an_event_with_all_that_is_said_of_it(explainer: Explainer) -> None:
    strike = _one(explainer, DEFAULT_BASE + "strike")
    assert (strike.label, strike.types[0], strike.status) == ("Air strike on Ivo Varga", "AirStrike", "admitted")
    assert {s.predicate for s in strike.statements} >= {"occurred", "perpetrator", "fatalVictim", "time", "location"}
    killed = _statement(strike, "fatalVictim", "Ivo Varga")
    assert killed.fact
    assert [c.claimant for c in killed.claims] == ["the report agency", "Col. Eva Berg"]
    own = killed.claims[1]
    assert (own.kind, own.on_behalf_of, own.said_at, own.narrator) == (
        "ResponsibilityClaim",
        "Northern Coalition",
        "2019-05-06",
        False,
    )
    assert killed.claims[0].rule == "frame:kill"
    assert killed.claims[0].confidence == 0.925
    assert killed.steps == (
        "stated as its own deed by Col. Eva Berg (for Northern Coalition)",
        "stated by the report agency",
        "admitted: whoever did it, or somebody who speaks for the same side, says so",
        "stands as a plain fact: accepted, and asserted as certain or probable",
    )


def test_how_a_date_was_derived_is_a_step(explainer: Explainer) -> None:
    time = _statement(_one(explainer, "strike"), "time", "2019-05-05")
    assert "derived: weekday before the issue date" in time.steps


def test_the_words_are_marked(explainer: Explainer) -> None:
    killed = _statement(_one(explainer, "strike"), "fatalVictim", "Ivo Varga")
    words = killed.claims[0].words
    assert words.document == "agency"
    marked = {mark.role: words.quote[mark.begin : mark.end] for mark in words.marks}
    assert marked["fatalVictim"] == "Ivo Varga"
    assert marked["time"] == "on Sunday"
    assert marked["location"] == "Red Valley"


def test_a_disputed_statement_names_both_sides_and_is_no_fact(explainer: Explainer) -> None:
    shelling = _one(explainer, "shelling")
    by = _statement(shelling, "perpetrator", "Northern Coalition")
    assert not by.fact
    assert by.steps[-1] == "no plain fact: the verdict does not accept it"
    assert any(step.startswith("disputed: ") and " against " in step for step in by.steps)


def test_an_accusation_alone_is_said_to_be_one(explainer: Explainer) -> None:
    accused = _statement(_one(explainer, "beheading"), "perpetrator", "Ivo Varga")
    assert "open: it is an accusation, which alone never counts as fact" in accused.steps


def test_a_statement_is_explained_alone(explainer: Explainer) -> None:
    whole = _one(explainer, "strike")
    location = _statement(whole, "location", "Red Valley")
    alone = _one(explainer, location.iri)
    assert [s.iri for s in alone.statements] == [location.iri]
    assert alone.label == whole.label
    assert _one(explainer, location.iri.removeprefix(DEFAULT_BASE)) == alone


def test_somebody_is_explained_by_the_parts_played(explainer: Explainer) -> None:
    found = {e.iri.removeprefix(DEFAULT_BASE): e for e in explain(explainer, DEFAULT_BASE + "varga")}
    assert {"strike", "beheading"} <= set(found)
    assert {s.value for s in found["beheading"].statements} == {"Ivo Varga"}


def test_a_claim_is_explained_by_its_content(explainer: Explainer) -> None:
    claim = _statement(_one(explainer, "strike"), "fatalVictim", "Ivo Varga").claims[1]
    explained = _one(explainer, claim.iri)
    assert {s.predicate for s in explained.statements} == {"fatalVictim", "perpetrator"}


def test_part_of_a_name_finds_events_before_people(explainer: Explainer) -> None:
    assert [e.label for e in explain(explainer, "ivo varga")] == ["Air strike on Ivo Varga"]


def test_an_unknown_name_is_refused_with_what_to_give(explainer: Explainer) -> None:
    with pytest.raises(QueryError, match=r"nothing in the graph is called 'Nobody'.*IRI, or part of a name"):
        explain(explainer, "Nobody")


def test_as_text_numbers_the_claims(explainer: Explainer) -> None:
    text = as_text([_one(explainer, "strike")])
    assert "fatal victim: Ivo Varga  [1] [2]" in text
    assert "[2] Col. Eva Berg for Northern Coalition; says so of its own deed; certain" in text
    assert "[Ivo Varga = fatalVictim] was killed in a coalition air strike" in text


def test_as_json_holds_every_field(explainer: Explainer) -> None:
    strike = _one(explainer, "strike")
    (record,) = json.loads(as_json([strike]))
    assert record["label"] == strike.label
    assert record["statements"][0]["claims"][0]["words"]["quote"]


def test_the_event_words_are_kept_in_the_graph(tmp_path: Path) -> None:
    story = factory.Story()
    narrator = story.document("note", "2020-01-02")
    story.event("e", "Attack", label="Attack", status=Status.SINGLE_SOURCE)
    quote = "Shells fell on Oldtown in the attack."
    begin = quote.index("attack")
    story.claim(
        "note",
        narrator,
        quote,
        (Statement("e", Predicate.OCCURRED, True), Status.SINGLE_SOURCE),
        triggers=(Span(begin, begin + 6),),
    )
    assert isinstance(story.claims[0], Claim)
    assert story.claims[0].kind is ClaimKind.ASSERTION
    path = tmp_path / "g.ttl"
    path.write_bytes(serialize_turtle(story.graph()))
    (occurred,) = _one(Explainer(open_store([path])), "e").statements
    (mark,) = occurred.claims[0].words.marks
    assert (mark.role, quote[mark.begin : mark.end]) == ("event", "attack")
