"""What is left when a document is taken away is what a build without it would have, roles included."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.model import Predicate, Reading, Standing
from kg.rdf import serialize_turtle
from kg.resolve import resolve
from kg.store.base import WORLD
from kg.store.partition import Parts, divide
from kg.store.support import left_over
from kg.vocab import KGC
from tests.resolve.factory import Story, killed

PEOPLE = ("Anton Delacroix", "Marta Ilunga")
GROUPS = ("Karmali Front", "Tolvan Guard")
_ROLES = frozenset(
    str(KGC[name]) for name in ("memberOf", "leaderOf", "speaksFor", "nationality", "roleText", "partOfGroup")
)

Role = tuple[int, Predicate, int, Standing]
roles = st.tuples(
    st.integers(0, 1),
    st.sampled_from([Predicate.MEMBER_OF, Predicate.LEADER_OF, Predicate.SPEAKS_FOR]),
    st.integers(0, 1),
    st.sampled_from([Standing.HELD, Standing.NEW, Standing.FORMER]),
)


def report(number: int, told: list[Role], claimed: list[Role]) -> Reading:
    """A report that tells of everybody's death, of roles in passing, and of roles that it claims."""
    story = Story(f"d{number}", f"2020-01-{10 + number}")
    people = [story.person(name) for name in PEOPLE]
    groups = [story.group(name) for name in GROUPS]
    for person in people:
        story.says(story.event("Killing"), killed(person))
    for who, relation, where, standing in told:
        story.is_(people[who], relation, groups[where], standing)
    for who, relation, where, _ in claimed:
        story.says(people[who], (relation, groups[where]), by=groups[where])
    return story.reading()


def parts(readings: list[Reading]) -> Parts:
    return divide(list(parse(serialize_turtle(resolve(readings)), RdfFormat.TURTLE)))


def given_roles(triples: list[Triple]) -> set[str]:
    return {str(triple) for triple in triples if triple.predicate.value in _ROLES}


def without(found: Parts, document: str, known: bool = True) -> list[Triple]:
    """The world after a document, known by its identifier, has gone."""
    graphs = {name: list(triples) for name, triples in found.graphs.items()}
    (gone,) = [name for name in found.documents if f"document-{document}-" in name]
    left = {name: graphs[name] for name in found.documents - {gone}}
    return left_over(graphs[WORLD], left, graphs[gone] if known else None)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.lists(roles, max_size=3), st.lists(roles, max_size=1)), min_size=2, max_size=3))
def test_roles_are_those_of_a_build_without_the_document(told: list[tuple[list[Role], list[Role]]]) -> None:
    readings = [report(number, *one) for number, one in enumerate(told)]
    wanted = given_roles(list(parts(readings[:-1]).graphs[WORLD]))
    assert given_roles(without(parts(readings), f"d{len(told) - 1}")) == wanted


@pytest.mark.parametrize("known", [True, False])
def test_a_role_goes_with_the_only_document_that_told_it(known: bool) -> None:
    member = (0, Predicate.MEMBER_OF, 0, Standing.HELD)
    leader = (0, Predicate.LEADER_OF, 0, Standing.HELD)
    found = parts([report(0, [member], []), report(1, [member, leader], [])])
    assert len(given_roles(list(found.graphs[WORLD]))) == 2
    left = without(found, "d1", known)
    assert {name for triple in left if (name := triple.predicate.value) in _ROLES} == {str(KGC.memberOf)}
    assert any(isinstance(t.subject, NamedNode) and t.object == NamedNode(str(KGC.Person)) for t in left)


def test_what_a_group_is_part_of_by_the_list_of_actors_needs_no_document() -> None:
    """No report says that an army is its state's; whichever report goes, it stays as long as both are spoken of."""
    readings = []
    for number in range(2):
        story = Story(f"d{number}", f"2020-01-{10 + number}")
        groups = [
            story.group(name, actor=actor) for name, actor in (("the army", "us-army"), ("the US", "us-military"))
        ]
        for group in groups:
            story.says(story.event("Raid"), (Predicate.TARGET, group))
        readings.append(story.reading())
    wanted = given_roles(list(parts(readings[:1]).graphs[WORLD]))
    assert wanted
    assert given_roles(without(parts(readings), "d1")) == wanted == given_roles(without(parts(readings), "d1", False))
