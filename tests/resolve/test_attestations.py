"""Who is said to be what, over many documents: one person, many days, keys that stay."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Graph, Predicate, Standing
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Story


def _story(name: str, issued: str, standing: Standing = Standing.HELD, who: str = "Ana Berg") -> Story:
    story = Story(name, issued)
    berg, front = story.person(who), story.group("Northern Front")
    story.is_(berg, Predicate.LEADER_OF, front, standing)
    story.says(story.event("Killing"), OCCURRED, (Predicate.FATAL_VICTIM, berg))
    return story


def _said(graph: Graph) -> list[tuple[str, str, str, str]]:
    return [(a.document, a.statements[0].subject, a.standing.value, graph.quotes[a.key]) for a in graph.attestations]


def test_one_person_has_a_role_in_one_report_and_had_it_in_another() -> None:
    stories = [_story("early", "2005-03-01"), _story("late", "2015-03-01", Standing.FORMER)]
    graph = resolve([story.reading() for story in stories])
    (early, who, held, words), (late, other, former, _) = _said(graph)
    assert (early, late, held, former) == ("early", "late", "held", "former")
    assert who == other
    assert words.endswith("leaderOf group2.")
    assert graph == resolve([story.reading() for story in reversed(stories)])


def test_keys_of_attestations_do_not_depend_on_other_reports() -> None:
    first = _story("early", "2005-03-01")
    alone = {a.key for a in resolve([first.reading()]).attestations}
    together = resolve([first.reading(), _story("late", "2015-03-01", who="Ana Maria Berg").reading()])
    assert alone < {a.key for a in together.attestations}
    assert len({a.key for a in together.attestations}) == 2


def test_a_report_that_shares_its_name_with_another_keeps_its_own_words() -> None:
    one, two = _story("news", "2005-03-01").reading(), _story("news", "2015-03-01", who="Ivo Varga").reading()
    graph = resolve([one, two])
    assert {a.document for a in graph.attestations} == {d.id for d in graph.documents}
    assert len(graph.attestations) == 2


def test_who_is_credited_with_the_words_stays_in_the_graph() -> None:
    story = _story("early", "2005-03-01")
    police = story.people("police")
    (attested,) = story.attestations
    story.attestations[:] = [replace(attested, claimant=police)]
    graph = resolve([story.reading()])
    labels = {entity.key: entity.label for entity in graph.entities}
    assert [labels[a.claimant or ""] for a in graph.attestations] == ["police"]


def test_of_what_is_one_thing_no_relation_to_itself_is_left() -> None:
    story = Story("early", "2005-03-01")
    front, other = story.group("Northern Front", actor="x-front"), story.group("N. Front", actor="x-front")
    story.is_(other, Predicate.PART_OF_GROUP, front)
    story.says(story.event("Raid"), OCCURRED, (Predicate.PERPETRATOR, front), by=other)
    assert resolve([story.reading()]).attestations == ()
