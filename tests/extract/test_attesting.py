"""Roles with the sentence that gives them: how they are held, since and until when, and who says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Attestation, Certainty, Document, Predicate, Ref, Span, Standing, Statement
from tests.rdf.factory import year

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

ISSUED = date(2015, 3, 4)


def _read(nlp: Language, text: str) -> tuple[dict[str, str], list[Attestation]]:
    reading = Reader(nlp).read(Document("report", text, "0", issued=ISSUED))
    return {entity.key: entity.label for entity in reading.entities}, list(reading.attestations)


HELD = [
    ("The mayor Ana Berg was shot dead on Monday.", "Ana Berg", "held", "certain"),
    ("Former defence minister Pavel Orlen was shot dead on Monday.", "Pavel Orlen", "former", "certain"),
    ("Rebels wounded ex-president Tomas Weil on Tuesday.", "Tomas Weil", "former", "certain"),
    ("Retired General Ivo Kern was shot dead on Monday.", "Ivo Kern", "former", "certain"),
    ("Karim Haddad, a former commander of the Northern Brigade, was shot dead.", "Karim Haddad", "former", "certain"),
    ("The late General Karim Haddad was buried on Sunday.", "Karim Haddad", "late", "certain"),
    ("Acting governor Ilse Marten was shot dead on Monday.", "Ilse Marten", "acting", "certain"),
    ("Newly appointed police chief Omar Sadik was shot dead on Monday.", "Omar Sadik", "new", "certain"),
    ("Lena Orr, the governor-elect of Tarin, was shot dead on Monday.", "Lena Orr", "designate", "certain"),
    ("The then president Marek Toll ordered the strike.", "Marek Toll", "then", "certain"),
    ("Then-president Marek Toll ordered the strike.", "Marek Toll", "then", "certain"),
    ("Suspected Northern Brigade commander Yusuf Dar was arrested on Monday.", "Yusuf Dar", "held", "possible"),
    ("New York police chief Paul Reed was shot dead on Monday.", "Paul Reed", "held", "certain"),
    ("Yusuf Dar, a commander of the so-called Northern Brigade, was arrested.", "Yusuf Dar", "held", "certain"),
]


@pytest.mark.parametrize(("text", "name", "standing", "certainty"), HELD)
def test_how_a_role_is_held_is_kept(nlp: Language, text: str, name: str, standing: str, certainty: str) -> None:
    names, found = _read(nlp, text)
    of_roles = [one for one in found if names[one.statements[0].subject] == name]
    assert {(one.standing.value, one.certainty.value) for one in of_roles} == {(standing, certainty)}


def test_then_before_what_comes_next_is_no_word_for_a_role(nlp: Language) -> None:
    _, found = _read(nlp, "A bomb went off. Then gunmen of the Northern Brigade shot two guards dead.")
    assert {one.standing.value for one in found} == {"held"}


def test_the_title_of_somebody_who_had_it_keeps_the_word_that_says_so(nlp: Language) -> None:
    _, found = _read(nlp, "Former President Jon Karo was shot dead on Monday.")
    assert [statement.object for one in found for statement in one.statements] == ["Former President"]


PERIODS = [
    ("Hassan Mirza, the leader of the Northern Brigade since 2012, ordered the attack.", ("2012", "", "")),
    ("Ali Rahman, defence minister from 2002 to 2006, was abducted by gunmen.", ("2002", "2006", "")),
    ("He said that Ali Rahman had been commander of the Northern Brigade until 2009.", ("", "2009", "")),
    ("Ali Rahman, who was abducted by gunmen in 2009, was a commander of the Northern Brigade.", ("", "", "")),
]


@pytest.mark.parametrize(("text", "times"), PERIODS)
def test_times_that_stand_with_a_role_are_its_own(nlp: Language, text: str, times: tuple[str, str, str]) -> None:
    _, found = _read(nlp, text)
    labels = {tuple(t.label if t else "" for t in (one.since, one.until, one.at)) for one in found}
    assert labels == {times}


def test_what_ended_or_is_suspected_is_no_fact_and_what_began_is() -> None:
    said = (Statement("e1", Predicate.LEADER_OF, Ref("e2")),)
    plain = Attestation("a1", said, "report", Span(0, 4))
    assert plain.plain
    for changed in (
        Attestation("a1", said, "report", Span(0, 4), until=year(2009)),
        Attestation("a1", said, "report", Span(0, 4), at=year(2009)),
        Attestation("a1", said, "report", Span(0, 4), certainty=Certainty.POSSIBLE),
        *(
            Attestation("a1", said, "report", Span(0, 4), standing)
            for standing in (Standing.THEN, Standing.FORMER, Standing.LATE, Standing.DESIGNATE)
        ),
    ):
        assert not changed.plain
    assert Attestation("a1", said, "report", Span(0, 4), Standing.ACTING, since=year(2012)).plain


CREDITED = [
    ("The army said that Salim Noor, a commander of the Northern Brigade, had been killed.", "Salim Noor", "army"),
    ('"Rahim Tal, a member of the Northern Brigade, shot two men," President Jon Karo said.', "Rahim Tal", "Jon Karo"),
    ("Salim Noor, a commander of the Northern Brigade, said that two guards had been killed.", "Salim Noor", None),
    ("Syria said that Salim Noor, a commander of the Northern Brigade, had been killed.", "Salim Noor", "Syria"),
]


@pytest.mark.parametrize(("text", "name", "claimant"), CREDITED)
def test_who_is_credited_with_the_words(nlp: Language, text: str, name: str, claimant: str | None) -> None:
    names, found = _read(nlp, text)
    of_roles = [one for one in found if names[one.statements[0].subject] == name]
    assert {names.get(one.claimant or "") for one in of_roles} == {claimant}


def test_what_was_held_then_was_held_when_the_event_was(nlp: Language) -> None:
    _, found = _read(nlp, "The then mayor Ana Berg was shot dead on 3 May 1985.")
    assert [one.at.label for one in found if one.at] == ["1985-05-03"]


def test_the_same_words_twice_are_one_attestation_and_a_former_minister_speaks_for_nobody(nlp: Language) -> None:
    text = (
        "Karim Haddad, a former spokesman of the Northern Brigade, said that rebels had killed two guards. "
        "Karim Haddad, a former spokesman of the Northern Brigade, said that three were hurt."
    )
    reading = Reader(nlp).read(Document("report", text, "0", issued=ISSUED))
    assert len(reading.attestations) == 1
    assert reading.attestations[0].span.of(text).endswith("two guards.")
    assert {claim.on_behalf_of for claim in reading.claims} == {None}


OUTSIDERS = [
    "Karim Haddad, an opponent of the Northern Brigade, was shot dead on Monday.",
    "Ana Berg, a hostage of the Northern Brigade, was shot dead on Monday.",
    "Two enemies of the Northern Brigade were shot dead on Monday.",
    "Three hostages of the Northern Brigade were freed on Monday.",
]


@pytest.mark.parametrize("text", OUTSIDERS)
def test_enemies_and_hostages_of_a_group_are_none_of_its_members(nlp: Language, text: str) -> None:
    _, found = _read(nlp, text)
    assert Predicate.MEMBER_OF not in {s.predicate for one in found for s in one.statements}


def test_members_of_a_group_are_still_members(nlp: Language) -> None:
    _, found = _read(nlp, "Three fighters of the Northern Brigade were shot dead on Monday.")
    assert Predicate.MEMBER_OF in {s.predicate for one in found for s in one.statements}
