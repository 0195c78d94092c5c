"""Who somebody is said to be, and when, as records."""

from __future__ import annotations

from pathlib import Path

from kg.model import Certainty, EntityKind, Predicate, Standing
from kg.rdf import serialize_turtle
from kg.view import Role, View, open_view
from tests.rdf import factory
from tests.rdf.factory import said


def _of(view: View, name: str) -> list[Role]:
    return view.roles(view.one(name, "Person", "Group", "Document"))


def test_a_person_has_roles_with_their_day_and_who_says_so(view: View) -> None:
    (role,) = _of(view, "Ivo Varga")
    assert (role.wording, role.relation, role.standing) == ("regional commander", "member of", "held")
    assert [other.label for other in role.counterparts] == ["People's Front"]
    assert (role.when, role.period, role.held, role.lasts) == ("2019-05-08", "since 2012", "", True)
    assert [one.who for one in role.attested] == ["Northern Coalition"]
    assert role.attested[0].quote.words.startswith("Varga, a regional commander")


def test_past_and_suspected_roles_are_marked(view: View) -> None:
    assert [(role.held, role.lasts) for role in _of(view, "Kim Holt")] == [("former", False)]
    assert {role.held: role.lasts for role in _of(view, "Tor Dahl")} == {"possibly": False, "then": False}


def test_a_group_has_those_who_are_said_to_be_something_in_it(view: View) -> None:
    assert [(role.when, role.bearer.label) for role in _of(view, "Northland army")] == [
        ("2017-05", "Per Moss"),
        ("", "Tor Dahl"),
        ("2019-05-08", "Kim Holt"),
    ]


def test_a_document_has_what_it_says_of_anybody_in_the_order_of_its_text(view: View) -> None:
    assert [role.bearer.label for role in _of(view, "daily")] == ["Ivo Varga", "Kim Holt", "Tor Dahl", "Per Moss"]


def test_of_a_group_those_without_a_name_are_left_out(tmp_path: Path) -> None:
    story = factory.Story()
    story.document("one", "2015-01-02")
    story.entity("front", EntityKind.GROUP, "Northern Front")
    story.entity("three", EntityKind.GROUP, description="three fighters of the front")
    story.attest("one", "three fighters of the front", said("three", Predicate.MEMBER_OF, "front"))
    path = tmp_path / "graph.ttl"
    path.write_bytes(serialize_turtle(story.graph()))
    view = open_view([path])
    assert _of(view, "Northern Front") == []
    assert [role.bearer.label for role in _of(view, "three fighters")] == ["three fighters of the front"]
    assert len(_of(view, "one")) == 1


def test_equal_words_of_several_reports_are_one_role_from_first_to_last_day(tmp_path: Path) -> None:
    story = factory.Story()
    for name, day in (("late", "2015-01-02"), ("early", "2005-03-04"), ("again", "2010-01-01")):
        story.document(name, day)
    story.entity("berg", EntityKind.PERSON, "Ana Berg")
    story.entity("front", EntityKind.GROUP, "Northern Front")
    leads = said("berg", Predicate.LEADER_OF, "front")
    story.attest("late", "Ana Berg leads", leads)
    story.attest("early", "Leader Ana Berg", leads)
    story.attest("again", "once more", leads)
    story.attest("late", "perhaps", leads, certainty=Certainty.POSSIBLE)
    story.attest("late", "no longer", leads, standing=Standing.FORMER)
    path = tmp_path / "graph.ttl"
    path.write_bytes(serialize_turtle(story.graph()))
    first, *others = open_view([path]).roles(open_view([path]).one("Ana Berg", "Person"))
    assert first.when == "2005-03-04 to 2015-01-02"
    assert [one.quote.document.label for one in first.attested] == ["early", "again", "late"]
    assert first.documents == 3
    assert [role.held for role in others] == ["former", "possibly"]
