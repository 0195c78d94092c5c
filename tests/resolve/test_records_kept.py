"""Records that are made anew on their way through resolution lose nothing: a field added to the model shows here."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from kg.model import (
    Attestation,
    Certainty,
    Claim,
    ClaimKind,
    Count,
    Document,
    Entity,
    EntityKind,
    Event,
    PlaceInfo,
    PlacePrecision,
    Predicate,
    Reading,
    Ref,
    Span,
    Stage,
    Standing,
    Statement,
    TimePrecision,
    TimeSpan,
)
from kg.resolve import resolve
from kg.resolve.merging import merged_entity
from kg.resolve.sharing import Sharing


def filled(kind: type) -> Any:
    """A record with nothing left out, so that a field that gets lost on the way shows."""
    values: dict[str, Any] = {
        "key": "k",
        "kind": ClaimKind.DENIAL if kind is Claim else EntityKind.PERSON,
        "claimant": "narrator",
        "statements": (Statement("e", Predicate.OCCURRED, True), Statement("e", Predicate.PERPETRATOR, Ref("k"))),
        "document": "d",
        "span": Span(3, 9),
        "certainty": Certainty.POSSIBLE,
        "on_behalf_of": "g",
        "said_at": TimeSpan(date(2020, 1, 1), date(2020, 1, 1), TimePrecision.DAY),
        "confidence": 0.5,
        "triggers": (Span(3, 5),),
        "mentions": (Span(3, 5), Span(7, 9)),
        "aliases": ("also",),
        "count": Count(1, 1, 1),
        "place": PlaceInfo(PlacePrecision.EXACT),
        "same_as": ("https://example.org/k",),
        "types": ("Killing",),
        "stage": Stage.PLANNED,
        "standing": Standing.FORMER,
        "since": TimeSpan(date(2010, 1, 1), date(2010, 12, 31), TimePrecision.YEAR),
        "until": TimeSpan(date(2011, 1, 1), date(2011, 12, 31), TimePrecision.YEAR),
        "at": TimeSpan(date(2012, 1, 1), date(2012, 12, 31), TimePrecision.YEAR),
    }
    return kind(**{field.name: values.get(field.name, field.name) for field in fields(kind)})


@pytest.mark.parametrize("kind", [Attestation, Claim, Entity, Event])
def test_shared_records_keep_every_field(kind: type) -> None:
    record, sharing = filled(kind), Sharing()
    for _ in range(2):  # made the first time, found the second
        if isinstance(record, Claim):
            assert sharing.claim(record, "other") == replace(record, document="other")
        elif isinstance(record, Attestation):
            assert sharing.attestation(record, "other") == replace(record, document="other")
        elif isinstance(record, Entity):
            assert sharing.entity(record) == record
        else:
            assert sharing.event(record) == record


def test_what_stands_in_one_document_alone_keeps_every_field() -> None:
    person, claim = filled(Entity), filled(Claim)
    alone = merged_entity("new", [person], [("land",)])
    assert alone == replace(
        person,
        key="new",
        mentions=(),
        aliases=("also",),
        place=replace(person.place, within=("land",)),
    )
    reading = Reading(
        Document("d", "No, it is not so.", "0" * 64),
        (Entity("narrator", EntityKind.NARRATOR), person, Entity("g", EntityKind.GROUP, "Grey Column")),
        (Event("e", ("Killing",)),),
        (claim,),
    )
    found = resolve([reading]).claims
    assert len(found) == 1
    kept = {field.name for field in fields(Claim)} - {"key", "claimant", "statements", "on_behalf_of"}
    assert {name: getattr(found[0], name) for name in kept} == {name: getattr(claim, name) for name in kept}
    assert found[0].on_behalf_of


def test_an_attestation_keeps_every_field() -> None:
    person, group = Entity("k", EntityKind.PERSON, "Ana Berg"), Entity("g", EntityKind.GROUP, "Grey Column")
    statement = Statement("k", Predicate.MEMBER_OF, Ref("g"))
    attested = replace(filled(Attestation), statements=(statement,), claimant="g")
    narrator = Entity("narrator", EntityKind.NARRATOR)
    document = Document("d", "No, it is not so.", "0" * 64)
    (found,) = resolve([Reading(document, (narrator, person, group), (), (), (statement,), (attested,))]).attestations
    kept = {field.name for field in fields(Attestation)} - {"key", "claimant", "statements"}
    assert {name: getattr(found, name) for name in kept} == {name: getattr(attested, name) for name in kept}
    assert found.claimant
