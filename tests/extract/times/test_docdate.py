"""When an undated report was written: stated, inferred, or left open."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.times import document_date

STATED = [
    (" date 2022-03-04 Two men were killed.", date(2022, 3, 4), "leading line"),
    ("4 March 2022\n\nTwo men were killed on Friday.", date(2022, 3, 4), "leading line"),
    (
        "Two men killed\nPublished: March 4, 2022 10:15 GMT\n\nTwo men were killed.",
        date(2022, 3, 4),
        "leading line",
    ),
    ("Two men killed\nPage last updated at 10:15 GMT, Friday, 4 March 2022\nText", date(2022, 3, 4), "leading line"),
    ("Daily security brief, 4 March 2022\n\nTwo men were killed.", date(2022, 3, 4), "leading line"),
    ("Incidents in Kano (4 March 2022)\n\nTwo men were killed.", date(2022, 3, 4), "leading line"),
    ("Two men killed\n(Kano, March 4, 2022) – Two men were killed.", date(2022, 3, 4), "dateline"),
    ("Two men killed\nBy Jane Doe, March 4, 2022\nTwo men were killed.", date(2022, 3, 4), "leading line"),
    ("Two men killed\nFri 4 Mar 2022 10.15 GMT\n\nTwo men were killed.", date(2022, 3, 4), "leading line"),
    ("Two men killed\nPTI | Mar 4, 2022, 10:15 IST\nTwo men died.", date(2022, 3, 4), "leading line"),
    (
        "Two men killed\nLast updated on March 4, 2022 at 10:15 a.m. EST\nText",
        date(2022, 3, 4),
        "leading line",
    ),
    ("Two men killed\n2022-03-04T10:15:00Z\nText", date(2022, 3, 4), "leading line"),
    ("BOGOTA, 4 MAR 90 (EFE) -- [TEXT] TWO MEN WERE KILLED.", date(1990, 3, 4), "dateline"),
    ("HAVANA (CUBA), 4 MAR 90 -- TWO MEN WERE KILLED.", date(1990, 3, 4), "dateline"),
    ("Two men killed\n\nKABUL, March 4, 2022 (AFP) - Two men were killed.", date(2022, 3, 4), "dateline"),
    ("HUE, March 4, 1966. -- Two men were killed.", date(1966, 3, 4), "dateline"),
    ("Enugu, Biafra, March 4, 1968. — Two men were killed.", date(1968, 3, 4), "dateline"),
    ("Geneva, 4 March 2022. Two men were killed.", date(2022, 3, 4), "dateline"),
    ("TWO MEN KILLED\n(From Our Correspondent)\nMADRID, March 4, 1937.\nTwo men", date(1937, 3, 4), "dateline"),
    ("Bangui (MINUSCA press office), 4 March 2022. Two men were killed.", date(2022, 3, 4), "dateline"),
    ("Aden Home Service in Arabic 1530 GMT 4 Mar 86\nTwo men were killed.", date(1986, 3, 4), "leading line"),
    ("Aden Radio in Arabic, 1530 GMT, 4 March 1986. Text of report:", date(1986, 3, 4), "leading line"),
]


@pytest.mark.parametrize(("text", "day", "basis"), STATED)
def test_stated(text: str, day: date, basis: str) -> None:
    assert document_date(text) == (day, basis, False)


@pytest.mark.parametrize(
    "text",
    [
        "He was born in Hue, March 4, 1966. Two men were killed.",
        "A shell struck at 1530 GMT on 4 March 1986, the radio said in Arabic.",
        "Goma fell on 4 March 2022. Two men were killed.",
        "Two men were killed.\nSouk Ahras, 4 March 2022, three more men were killed.",
    ],
)
def test_a_day_in_a_sentence_is_not_the_reports(text: str) -> None:
    assert document_date(text).issued is None


def test_given_date_wins() -> None:
    assert document_date("4 March 2022\n\nText.", date(2021, 1, 1)) == (date(2021, 1, 1), "given", False)


INFERRED = [
    # 9 June is a Thursday in 2016 and next in 2022; the text knows of 2014.
    (
        "A commander was killed on Thursday (June 9th), the ministry announced Friday. He came in 2014.",
        date(2016, 6, 10),
    ),
    (
        "He was shot on Thursday, 9 June, the army said on Thursday. The war broke out in 2014.",
        date(2016, 6, 9),
    ),
    # The caption's day is the weekday of the news.
    (
        "A bomb killed six.\n\nMen carry a coffin in Quetta, Aug. 8, 2016. Getty\n\nIt claimed it Monday.",
        date(2016, 8, 8),
    ),
    # A dateline without a year: only in 2012 is it the weekday that the report tells of, or the next.
    (
        "QUETTA, Jan. 15 (Xinhua) -- A leader was killed, police said on Sunday. He rose in 2010.",
        date(2012, 1, 15),
    ),
]


@pytest.mark.parametrize(("text", "day"), INFERRED)
def test_inferred(text: str, day: date) -> None:
    found = document_date(text)
    assert found.issued == day
    assert found.inferred
    assert found.basis


OPEN = [
    "",
    # A title that names the day of what it tells of.
    "The massacre of 4 March 2022\n\nA woman remembers.",
    "A commander was killed on Friday, the army said on Sunday.",
    # No year in the text: the weekday fits too many.
    "A commander was killed on Thursday (June 9th), the ministry announced Friday.",
    # Two years fit: 2 December is a Sunday in 2012 and 2018.
    "A leader was killed on Sunday (December 2nd), the army announced Monday. The war began in 2012.",
    # The only year mentioned lies ahead.
    "He was killed on Thursday (June 9th), the army announced Friday. It will stay until 2030.",
    # Nobody says on which day it was told.
    "He was killed on Thursday, 9 June. The war broke out in 2014.",
    # The report came on a day that could lie before the event.
    "He was killed on Thursday, 9 June, the army said on Tuesday. The war broke out in 2014.",
    # Weekdays and dates that do not go together.
    "He was killed on Thursday, 9 June, and she on Thursday, 8 December, he said Friday. It began in 2014.",
    "An old picture: Quetta, Aug. 8, 2016. File photo, Getty\n\nThe group claimed it on Monday.",
    "Men in Quetta, Aug. 8, 2016. Getty\n\nThe group claimed it on Tuesday.",
    "QUETTA, Jan. 15 (Xinhua) -- A leader was killed, police said on Sunday.",
    "The attack of September 11, 2012 killed four, the Pentagon announced Monday.",
    "ON 4 MARCH 1990 TWO MEN DIED.",
    "A monument names March 4, 2022 as the day of the battle, a long story that fills many lines of print.",
]


@pytest.mark.parametrize("text", OPEN)
def test_open(text: str) -> None:
    assert document_date(text) == (None, "", False)
