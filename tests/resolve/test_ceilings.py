"""What two tellings can have in common at most is never less than what they have."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from kg.model import Reading
from kg.resolve.ceilings import ceiling
from kg.resolve.clusters import Clusters
from kg.resolve.evidence import gather
from kg.resolve.intake import take
from kg.resolve.matching import SAME, match
from kg.resolve.retelling import tellings
from kg.resolve.tellings import Telling
from kg.resolve.things import unite_things
from kg.resolve.times import when
from tests.resolve.event_pairs import cases
from tests.resolve.synthetic import reports


def told(readings: Iterable[Reading]) -> list[Telling]:
    sources = take(readings)
    entities = Clusters(source.node(entity.key) for source in sources for entity in source.reading.entities)
    unite_things(entities, sources)
    return list(tellings(sources, entities))


def strangers(found: list[Telling]) -> list[tuple[Telling, Telling]]:
    """Pairs in which no one person dies."""
    return [(one, two) for one, two in combinations(found, 2) if one.killed.isdisjoint(two.killed)]


def many() -> list[tuple[Telling, Telling]]:
    groups = [told(reports(90, famous=0.2)), *(told((case.one, case.other)) for case in cases())]
    return [pair for group in groups for pair in strangers(group)]


def test_no_evidence_exceeds_its_ceiling() -> None:
    checked = 0
    for one, two in many():
        relation = when(one, two)
        evidence = gather(one, two, relation)
        most, tied = ceiling(one, two, relation)
        assert evidence.total <= most
        assert tied or not evidence.tied
        checked += 1
    assert checked > 1000


def test_what_is_not_weighed_is_never_one_event() -> None:
    for one, two in many():
        weighed = match(one, two)
        for least, explained in ((0.4, True), (SAME, False)):
            short = match(one, two, least, explained)
            assert short.same == weighed.same
            if weighed.score >= least and (explained or weighed.same):
                assert (short.score, short.tied) == (weighed.score, weighed.tied)
                assert short.reasons == (weighed.reasons if explained else ())
