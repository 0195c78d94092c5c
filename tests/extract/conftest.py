"""Readings of short texts for tests that ask one thing of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Certainty, Claim, Document, Predicate, Ref, Statement, TimeSpan
from tests.extract.told import Say, claim_text

if TYPE_CHECKING:
    from spacy.language import Language

ISSUED = date(2021, 3, 4)  # a Thursday


@pytest.fixture(scope="session")
def reader(nlp: Language) -> Reader:
    """Reads texts with the bundled model."""
    return Reader(nlp)


@pytest.fixture(scope="session")
def killing(nlp: Language) -> Callable[[str, str], tuple[dict[str, str], list[tuple[Claim, Statement]]]]:
    """The labels of a text's entities, and what it states of the events that kill somebody."""
    reader = Reader(nlp)

    def told(text: str, victim: str) -> tuple[dict[str, str], list[tuple[Claim, Statement]]]:
        reading = reader.read(Document("text", text, "0", issued=ISSUED))
        label = {entity.key: entity.label for entity in reading.entities}
        statements = [(claim, s) for claim in reading.claims for s in claim.statements]
        killings = {
            s.subject
            for _, s in statements
            if s.predicate is Predicate.FATAL_VICTIM and isinstance(s.object, Ref) and victim in label[s.object.key]
        }
        return label, [(claim, s) for claim, s in statements if s.subject in killings]

    return told


@pytest.fixture(scope="session")
def places(
    killing: Callable[[str, str], tuple[dict[str, str], list[tuple[Claim, Statement]]]],
) -> Callable[[str, str], dict[str, str]]:
    """The places of the event that kills somebody, each with the rule that found it, "" where its own words say it."""

    def told(text: str, victim: str) -> dict[str, str]:
        label, statements = killing(text, victim)
        return {
            label[s.object.key]: claim.rule if claim.certainty is Certainty.PROBABLE else ""
            for claim, s in statements
            if s.predicate is Predicate.LOCATION and isinstance(s.object, Ref)
        }

    return told


@pytest.fixture(scope="session")
def days(
    killing: Callable[[str, str], tuple[dict[str, str], list[tuple[Claim, Statement]]]],
) -> Callable[[str, str], set[str]]:
    """When the event that kills somebody took place, as labels; the report is of 4 March 2021, a Thursday."""

    def told(text: str, victim: str) -> set[str]:
        _, statements = killing(text, victim)
        return {s.object.label for _, s in statements if isinstance(s.object, TimeSpan)}

    return told


@pytest.fixture(scope="session")
def say(nlp: Language) -> Say:
    """The claims that are read from a text, each written as a line."""
    reader = Reader(nlp)

    def told(text: str) -> set[str]:
        reading = reader.read(Document("text", text, "0", issued=ISSUED))
        return {claim_text(reading, claim) for claim in reading.claims}

    return told
