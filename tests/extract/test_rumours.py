"""Earlier reports of a death in the report of another: an event of their own, and nothing surer than a rumour."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Certainty, Document, Predicate, Reading, Ref

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.model

ISSUED = date(2014, 8, 13)


def read(reader: Reader, text: str, issued: date | None = ISSUED) -> Reading:
    return reader.read(Document("d", text, "0", issued=issued))


def deaths(reading: Reading, name: str) -> dict[str, set[Certainty]]:
    """Events in which somebody of that name is told to have died, with how surely."""
    labels = {e.key: e.label for e in reading.entities}
    found: dict[str, set[Certainty]] = {}
    for claim in reading.claims:
        for statement in claim.statements:
            if (
                statement.predicate is Predicate.FATAL_VICTIM
                and isinstance(statement.object, Ref)
                and labels.get(statement.object.key) == name
            ):
                found.setdefault(statement.subject, set()).add(claim.certainty)
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The army said on Monday that it had killed Joseph Okot, the rebel commander, in a raid near Torit. "
            "In March 2012 he was reported to have died in an air strike, which the group denied.",
            "Joseph Okot",
        ),
        (
            "Salim al-Karim was killed in a drone strike in Yemen on Sunday, officials said. "
            "He had been reported killed in a drone strike in 2011, but appeared in a video months later.",
            "Salim al-Karim",
        ),
        (
            "Ibrahim Danko was killed by troops in Borno on Friday. The military had claimed to have killed him in "
            "2009.",
            "Ibrahim Danko",
        ),
    ],
)
def test_an_old_report_is_another_event_and_a_rumour(reader: Reader, text: str, name: str) -> None:
    sure = sorted(deaths(read(reader, text), name).values(), key=len)
    assert len(sure) == 2
    assert {Certainty.POSSIBLE} in sure
    assert all(Certainty.POSSIBLE not in s for s in sure if s != {Certainty.POSSIBLE})


def test_an_old_report_gets_neither_place_nor_author_of_the_death(reader: Reader) -> None:
    reading = read(
        reader,
        "The army said on Monday that it had killed Joseph Okot, the rebel commander, in a raid near Torit. "
        "In March 2012 he was reported to have died in an air strike, which the group denied.",
    )
    [rumour] = [e for e, sure in deaths(reading, "Joseph Okot").items() if sure == {Certainty.POSSIBLE}]
    said = {s.predicate for c in reading.claims for s in c.statements if s.subject == rumour}
    assert Predicate.FATAL_VICTIM in said
    assert Predicate.PERPETRATOR not in said
    assert Predicate.LOCATION not in said


def test_without_a_date_of_issue_the_year_tells_it_from_the_news(reader: Reader) -> None:
    text = (
        "Reports that Nazir Wali was killed in a drone strike on Jan. 12 were denied by the rebels. "
        "In February 2010 he was said by local media to have been killed in an air strike."
    )
    assert len(deaths(read(reader, text, None), "Nazir Wali")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Joseph Okot was killed on Friday, the army said. His death was reported by local radio on Saturday.",
        "Joseph Okot was killed near Torit in March 2012. He was reported to have died in an air strike in March 2012.",
        "Joseph Okot was killed near Torit, the army said. He was reported to have died in an air strike.",
        "Joseph Okot was killed near Torit. Police said on Monday that he was killed in 2011.",
    ],
)
def test_what_is_reported_of_this_death_stays_with_it(reader: Reader, text: str) -> None:
    assert len(deaths(read(reader, text), "Joseph Okot")) == 1


def test_an_old_report_alone_is_as_sure_as_it_says(reader: Reader) -> None:
    found = deaths(read(reader, "The military said in 2009 that it had killed Joseph Okot."), "Joseph Okot")
    assert [Certainty.POSSIBLE not in sure for sure in found.values()] == [True]


def test_what_is_told_aside_with_a_date_of_its_own_is_not_where_the_sentence_before_was(reader: Reader) -> None:
    reading = read(
        reader,
        "Musa made his name with attacks on convoys near Peshawar. "
        "He became the leader of the group when Karim Wali died in an air strike in August 2009.",
    )
    labels = {e.key: e.label for e in reading.entities}
    [death] = deaths(reading, "Karim Wali")
    places = [
        labels[s.object.key]
        for c in reading.claims
        for s in c.statements
        if s.subject == death and s.predicate is Predicate.LOCATION and isinstance(s.object, Ref)
    ]
    assert not places


def test_the_fighting_in_a_country_is_no_word_for_an_air_strike(reader: Reader) -> None:
    reading = read(
        reader,
        "An operative was killed in northern Iraq by an airstrike, the Pentagon announced Monday. Tarek Awni "
        "died in Mosul on June 15, said Colonel Warren. Warren said the militant's death would weaken the efforts of "
        "the group to bring jihadists into the fighting in Iraq and Syria.",
    )
    [death] = deaths(reading, "Tarek Awni")
    assert "ArmedClash" not in next(e.types for e in reading.events if e.key == death)
