"""What one report confuses can be taken apart: by the claims, or the words, that speak of the other thing."""

from __future__ import annotations

import random

from kg.model import Claim, EntityKind, Graph, Predicate, Reading, Ref
from kg.resolve import Action, Correction, Memory, Resolution, resolution, resolve
from kg.resolve.corrections import parse, render
from kg.resolve.ledger import lines
from kg.resolve.ledger import parse as remembered
from tests.resolve.factory import OCCURRED, Story, by, killed, seized, when, where
from tests.resolve.test_properties import check


def confused() -> Reading:
    """A report that takes a driver who was killed and a farmer of his name who was seized for one man."""
    story = Story("confused", "2022-03-05")
    man = story.person("Samir Qandil")
    army = story.group("Freedonian army", actor="freedonian-army")
    strike, arrest = story.event("AirStrike"), story.event("Arrest")
    story.says(strike, OCCURRED, by(army), killed(man), when("2022-03-04"), words="The strike killed the driver.")
    story.says(arrest, OCCURRED, by(army), seized(man), when("2022-03-04"), words="They also took Qandil along.")
    return story.reading()


def other() -> Reading:
    story = Story("other", "2022-03-06")
    man = story.person("Samir Qandil")
    event = story.event("AirStrike")
    roles = [OCCURRED, killed(man), when("2022-03-04"), where(story.place("Talwin", country="SL"))]
    story.says(event, *roles, by(story.group("Freedonian army", actor="freedonian-army")))
    return story.reading()


def men(graph: Graph) -> list[str]:
    return [entity.key for entity in graph.entities if entity.kind is EntityKind.PERSON]


def claim_of(graph: Graph, predicate: Predicate, document: str = "confused") -> Claim:
    (found,) = [
        claim
        for claim in graph.claims
        if claim.document == document and predicate in {statement.predicate for statement in claim.statements}
    ]
    return found


def whom(graph: Graph, predicate: Predicate) -> str:
    (value,) = {s.object for c in graph.claims for s in c.statements if s.predicate is predicate}
    assert isinstance(value, Ref)
    return value.key


def split(readings: list[Reading], *corrections: Correction, memory: Memory = Memory()) -> Resolution:  # noqa: B008
    found = resolution(readings, corrections, memory)
    assert found.unmet == ()
    check(found.graph)
    return found


def test_two_people_of_one_report_are_parted_by_a_claim() -> None:
    before = resolve([confused(), other()])
    (man,) = men(before)
    seized_claim = claim_of(before, Predicate.CAPTIVE)
    after = split([confused(), other()], Correction(Action.SPLIT, (man,), claims=(seized_claim.key,))).graph
    assert len(men(after)) == 2
    assert whom(after, Predicate.FATAL_VICTIM) == man
    assert whom(after, Predicate.CAPTIVE) != man
    # what people have cited stays: the claims keep their keys
    assert {claim.key for claim in after.claims} == {claim.key for claim in before.claims}


def test_the_words_may_be_named_instead_of_the_claim() -> None:
    before = resolve([confused(), other()])
    (man,) = men(before)
    claim = claim_of(before, Predicate.CAPTIVE)
    (document,) = {document.id for document in before.documents if document.id == "confused"}
    by_claim = Correction(Action.SPLIT, (man,), claims=(claim.key,))
    by_words = Correction(Action.SPLIT, (man,), mentions=(f"{document}_{claim.span.begin}_{claim.span.end}",))
    after = split([confused(), other()], by_words).graph
    assert after == split([confused(), other()], by_claim).graph


def test_an_event_of_two_is_parted_by_a_claim() -> None:
    story = Story("both", "2022-03-05")
    event = story.event("AirStrike")
    story.says(event, OCCURRED, killed(story.person("Samir Qandil")), when("2022-03-04"))
    story.says(event, OCCURRED, killed(story.person("Pavel Ruzek")), when("2022-03-01"))
    before = resolve([story.reading()])
    wrong = next(c for c in before.claims if any("2022, 3, 1" in repr(s.object) for s in c.statements))
    after = split([story.reading()], Correction(Action.SPLIT, (before.events[0].key,), claims=(wrong.key,))).graph
    assert len(after.events) == 2
    assert before.events[0].key in {found.key for found in after.events}


def test_what_was_split_off_can_be_renamed_and_keeps_its_key_in_later_builds() -> None:
    readings = [confused(), other()]
    before = resolve(readings)
    (man,) = men(before)
    apart = Correction(Action.SPLIT, (man,), claims=(claim_of(before, Predicate.CAPTIVE).key,))
    first = split(readings, apart)
    farmer = whom(first.graph, Predicate.CAPTIVE)
    named = Correction(Action.RENAME, (farmer,), name="Samir Qandil the farmer")
    second = split(readings, apart, named)
    assert {e.name for e in second.graph.entities if e.key == farmer} == {"Samir Qandil the farmer"}
    memory = remembered((line.decode() for line in lines(second, Memory())), "x").memory
    later = split([*readings, other_day()], apart, named, memory=memory).graph
    assert whom_in(later, Predicate.CAPTIVE) == {farmer}
    assert man in men(later)


def other_day() -> Reading:
    story = Story("earlier", "2022-03-02")
    man = story.person("Samir Qandil")
    story.says(story.event("Injuring"), OCCURRED, (Predicate.INJURED_VICTIM, man), when("2022-03-01"))
    return story.reading()


def whom_in(graph: Graph, predicate: Predicate) -> set[str]:
    values = {s.object for c in graph.claims for s in c.statements if s.predicate is predicate}
    return {value.key for value in values if isinstance(value, Ref)}


def test_the_order_of_the_reports_does_not_matter_to_it() -> None:
    readings = [confused(), other(), other_day()]
    before = resolve(readings)
    man = whom(before, Predicate.CAPTIVE)
    apart = Correction(Action.SPLIT, (man,), claims=(claim_of(before, Predicate.CAPTIVE).key,))
    graph = split(readings, apart).graph
    for seed in range(4):
        random.Random(seed).shuffle(readings)
        assert split(readings, apart).graph == graph


def test_a_claim_that_does_not_speak_of_it_is_told() -> None:
    before = resolve([confused(), other()])
    (man,) = men(before)
    for key in ("claim-0123456789", claim_of(before, Predicate.FATAL_VICTIM, "other").key):
        found = resolution([confused()], [Correction(Action.SPLIT, (man,), claims=(key,))])
        assert [why for _, why in found.unmet] == [f"nothing of it is told by {key}"]
        assert found.graph == resolve([confused()])


def test_the_file_takes_documents_claims_or_mentions() -> None:
    written = (
        Correction(Action.SPLIT, ("person-a-0123456789",), claims=("claim-0123456789", "claim-9876543210")),
        Correction(Action.SPLIT, ("person-a-0123456789",), mentions=("document-a-0123456789_3_17",)),
        Correction(Action.SPLIT, ("person-a-0123456789",), documents=("a",)),
    )
    assert parse(render(written), "x.toml") == written
    iri = 'claims = ["https://kg.example/id/claim-0123456789"]'
    (found,) = parse(f'[[correction]]\ndo = "split"\nthing = "person-a-1"\n{iri}\n', "x.toml")
    assert found.claims == ("claim-0123456789",)
