"""Days whose year nothing tells: no time of an event, but kept with it to tell it from others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.model


def days(reader: Reader, text: str, issued: date | None = None) -> list[tuple[str, ...]]:
    return [event.days for event in reader.read(Document("d", text, "0", issued=issued)).events]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tarek Awni was killed by a drone in Mosul on June 15, a spokesman said.", ("--06-15",)),
        ("Rebels shot dead three farmers near Torit on the 2nd of March.", ("--03-02",)),
        ("Rebels shot dead three farmers near Torit in March.", ()),
        ("Rebels shot dead three farmers near Torit on Friday.", ()),
        ("Rebels shot dead three farmers near Torit on 2 March 2011.", ()),
        ("The bodies of three farmers shot dead by rebels were found near Torit on June 15.", ()),
        ("Rebels shot dead three farmers near Torit, said a report published on February 30.", ()),
    ],
)
def test_a_day_without_a_year(reader: Reader, text: str, told: tuple[str, ...]) -> None:
    assert days(reader, text) == [told]


def test_with_a_date_of_issue_it_is_a_time(reader: Reader) -> None:
    text = "Tarek Awni was killed by a drone in Mosul on June 15, a spokesman said."
    assert days(reader, text, date(2015, 6, 22)) == [()]
