"""Whole articles read with the bundled model: who was killed, by whom, when, where, with what, and who says so.

The articles are invented. Only what any reader would take from them is asked, not everything that is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Casualties, Claim, ClaimKind, Concept, Document, Predicate, Reading, Ref, TimeSpan, Value

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

FOLDER = Path(__file__).with_name("golden")
ARTICLES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.fixture(scope="module")
def readings(nlp: Language) -> dict[str, Reading]:
    texts = {name: (FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in ARTICLES}
    return {r.document.id: r for r in Reader(nlp).pipe(Document(name, text, "0") for name, text in texts.items())}


def _shown(reading: Reading, value: Value) -> str:
    if isinstance(value, Ref):
        return next(e.label for e in reading.entities if e.key == value.key)
    if isinstance(value, TimeSpan):
        return value.label
    if isinstance(value, Casualties):
        return f"{value.count.low} {value.category.value} {value.outcome.value}"
    return value.name if isinstance(value, Concept) else str(value)


def _said(reading: Reading, claim: Claim) -> set[tuple[str, str, str]]:
    return {(s.subject, s.predicate.value, _shown(reading, s.object)) for s in claim.statements}


@dataclass(frozen=True)
class Fact:
    """An event known by one of its parts, and what the text says of it besides.

    ``by`` is who says ``known`` of it (the narrator where empty), in which way ``kind`` tells.
    """

    article: str
    known: tuple[Predicate, str]
    types: frozenset[str] = frozenset()
    parts: tuple[tuple[Predicate, str], ...] = ()
    by: str = ""
    kind: ClaimKind = ClaimKind.ASSERTION
    never: frozenset[Predicate] = field(default_factory=frozenset)


FACTS = [
    Fact(
        "market",
        (Predicate.FATAL_VICTIM, "14 people"),
        frozenset({"Killing"}),
        (
            (Predicate.PERPETRATOR, "suicide bomber"),
            (Predicate.TIME, "2014-03-17"),
            (Predicate.LOCATION, "Gao"),
            (Predicate.CASUALTIES, "14 all-people killed"),
        ),
        by="officials",
    ),
    Fact(
        "market",
        (Predicate.INJURED_VICTIM, "23 others"),
        parts=((Predicate.CASUALTIES, "23 all-people injured"),),
        by="Ibrahim Touré",
    ),
    Fact(
        "market",
        (Predicate.PERPETRATOR, "Movement for the Desert"),
        by="Movement for the Desert",
        kind=ClaimKind.RESPONSIBILITY,
    ),
    Fact(
        "colonel",
        (Predicate.FATAL_VICTIM, "Aref Haddad"),
        frozenset({"Killing"}),
        ((Predicate.TIME, "2019-07-04"), (Predicate.LOCATION, "Idlib"), (Predicate.PERPETRATOR, "two gunmen")),
        by="monitoring group",
    ),
    Fact(
        "colonel",
        (Predicate.PERPETRATOR, "two gunmen"),
        frozenset({"GunAttack"}),
        ((Predicate.TARGET, "his car"),),
        by="Syrian Observatory",
    ),
    Fact("colonel", (Predicate.INJURED_VICTIM, "Samir Qassem"), frozenset({"Injuring"})),
    Fact(
        "convoy",
        (Predicate.FATAL_VICTIM, "Rahmat Noori"),
        frozenset({"DroneStrike", "Killing"}),
        ((Predicate.WEAPON, "drone"), (Predicate.TIME, "2010-06-07"), (Predicate.LOCATION, "Kandahar")),
        by="*",
        never=frozenset({Predicate.PERPETRATOR}),
    ),
    Fact("convoy", (Predicate.FATAL_VICTIM, "Rahmat Noori"), by="Taliban", kind=ClaimKind.DENIAL),
    Fact(
        "convoy",
        (Predicate.FATAL_VICTIM, "six civilians"),
        parts=((Predicate.CASUALTIES, "6 civilians killed"),),
        by="Tribal elders",
    ),
    Fact("convoy", (Predicate.INJURED_VICTIM, "civilians"), by="NATO spokesman", kind=ClaimKind.DOUBT),
    Fact(
        "convoy",
        (Predicate.MATERIAL_LOSS, "helicopter"),
        frozenset({"ShootDown"}),
        (
            (Predicate.PERPETRATOR, "Taliban"),
            (Predicate.TIME, "2010-05"),
            (Predicate.LOCATION, "Arghandab"),
            (Predicate.CASUALTIES, "4 soldiers killed"),
        ),
    ),
]


@pytest.mark.parametrize("fact", FACTS, ids=lambda f: f"{f.article}: {f.known[1]} {f.kind.value}")
def test_what_any_reader_would_take_from_it(fact: Fact, readings: dict[str, Reading]) -> None:
    reading = readings[fact.article]
    names = {e.key: e.label for e in reading.entities}
    predicate, label = fact.known
    told = [
        (claim, subject)
        for claim in reading.claims
        for subject, name, value in sorted(_said(reading, claim))
        if name == predicate.value and label in value and claim.kind is fact.kind
    ]
    assert told, f"nobody tells of {label}"
    claim, event = told[0]
    if fact.by != "*":
        assert fact.by in names[claim.claimant] if fact.by else claim.claimant == "narrator"
    assert fact.types <= {t for e in reading.events if e.key == event for t in e.types}
    of_event = {
        (name, value)
        for c in reading.claims
        if c.kind is not ClaimKind.DENIAL
        for subject, name, value in _said(reading, c)
        if subject == event
    }
    for wanted, value in fact.parts:
        assert any(name == wanted.value and value in found for name, found in of_event), (wanted, value)
    assert not {name for name, _ in of_event} & {p.value for p in fact.never}


def test_articles_are_dated_by_their_first_line(readings: dict[str, Reading]) -> None:
    assert {name: str(reading.document.issued) for name, reading in readings.items()} == {
        "colonel": "2019-07-05",
        "convoy": "2010-06-09",
        "market": "2014-03-18",
    }


def test_whose_event_happened_when_is_not_mixed_up(readings: dict[str, Reading]) -> None:
    """An old attack told as background has its own date and victims."""
    reading = readings["convoy"]
    by_event: dict[str, set[str]] = {}
    for claim in reading.claims:
        for subject, name, value in _said(reading, claim):
            if name in ("time", "fatalVictim"):
                by_event.setdefault(subject, set()).add(value)
    assert not any({"2010-05", "2010-06-07"} <= values for values in by_event.values())
    assert not any({"Rahmat Noori", "four American soldiers"} <= values for values in by_event.values())


@pytest.mark.parametrize("name", ARTICLES)
def test_evidence_is_a_sentence_of_the_article(name: str, readings: dict[str, Reading]) -> None:
    reading = readings[name]
    assert reading.claims
    for claim in reading.claims:
        evidence = claim.span.of(reading.document.text)
        assert evidence == evidence.strip()
        assert evidence.endswith((".", "”", '"'))
        assert "\n\n" not in evidence
