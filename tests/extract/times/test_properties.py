"""What holds for every date and every text."""

from __future__ import annotations

import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times import (
    CalendarDate,
    TimeExpression,
    Weekday,
    date_precision,
    document_date,
    find,
    resolve,
)
from kg.extract.times import resolve_all as resolve_text
from kg.model import TimePrecision, TimeSpan

DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
FORMATS = [
    "{month} {day}, {year}",
    "{day} {month} {year}",
    "{short} {day}, {year}",
    "{weekday}, {month} {day}, {year}",
    "{weekday} ({day} {month} {year})",
    "{iso}",
    "{upper} {year}",
]
PIECES = st.sampled_from(
    [
        "on",
        "in",
        "the",
        "of",
        "since",
        "until",
        "between",
        "and",
        "to",
        "from",
        "early",
        "late",
        "mid",
        "last",
        "next",
        "this",
        "3",
        "27",
        "2014",
        "1999",
        "90",
        "4th",
        "'80s",
        ",",
        ".",
        "-",
        "–",
        ":",
        "(",
        ")",
        "May",
        "March",
        "Sunday",
        "Fri.",
        "Sept",
        "8",
        "pm",
        "0930",
        "GMT",
        "local",
        "time",
        "two",
        "days",
        "weeks",
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "same",
        "year",
        "before",
        "yesterday",
        "tonight",
        "overnight",
        "dawn",
        "at",
        "about",
        "more",
        "than",
        "a",
        "few",
        "several",
        "Ramadan",
        "spring",
        "July",
        "26",
        "Movement",
        "every",
        "s",
        "’s",
        "\n",
        "\n\n",
        "31",
        "February",
        "30",
        "9999",
        "0",
        "00",
        "/",
        "12/10/2001",
        "2020-02-30",
        "decade",
        "century",
        "20th",
        "A.D.",
        "weekend",
        "recent",
        "past",
        "three",
        "half",
    ]
)
FUZZ = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join))


def written(day: date, form: str) -> str:
    month = MONTHS[day.month - 1]
    return form.format(
        month=month,
        short=month[:3] + "." * (month != "May"),
        day=day.day,
        year=day.year,
        weekday=WEEKDAYS[day.weekday()],
        iso=day.isoformat(),
        upper=f"{day.day} {month[:3].upper()}",
    )


@given(DAYS, st.sampled_from(FORMATS), st.text(alphabet="xyz \n", max_size=20))
def test_written_dates_are_read_back(day: date, form: str, before: str) -> None:
    said = written(day, form)
    text = f"{before} on {said}, he left"
    (found,) = find(text)
    assert found.text == said
    span = resolve(found)
    assert span is not None
    assert (span.earliest, span.latest, span.precision) == (day, day, TimePrecision.DAY)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_last_one(issued: date, number: int) -> None:
    (found,) = find(f"killed on {WEEKDAYS[number]}")
    span = resolve(found, issued=issued)
    assert span is not None
    assert span.earliest is not None
    assert span.earliest == span.latest
    assert span.earliest.weekday() == number
    assert timedelta(0) <= issued - span.earliest < timedelta(7)


@given(DAYS, st.integers(0, 6))
def test_last_and_next_weekday_leave_the_day_itself_out(issued: date, number: int) -> None:
    for word, sign in (("last", 1), ("next", -1)):
        (found,) = find(f"{word} {WEEKDAYS[number]}")
        span = resolve(found, issued=issued)
        assert span is not None
        assert span.earliest is not None
        assert timedelta(1) <= sign * (issued - span.earliest) <= timedelta(7)


@given(DAYS, DAYS)
def test_a_day_and_month_are_the_last_ones(issued: date, day: date) -> None:
    (found,) = find(f"killed on {day.day} {MONTHS[day.month - 1]}")
    span = resolve(found, issued=issued)
    assert span is not None
    assert span.earliest is not None
    assert (span.earliest.month, span.earliest.day) == (day.month, day.day)
    assert span.earliest <= issued + timedelta(3)
    assert (issued - span.earliest).days < 366 or (day.month, day.day) == (2, 29)


@given(DAYS, DAYS)
def test_weekday_and_date_agree(issued: date, day: date) -> None:
    (found,) = find(f"killed on {WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}")
    span = resolve(found, issued=issued)
    if span is not None:
        assert span.earliest is not None
        assert (span.earliest.weekday(), span.earliest.month) == (day.weekday(), day.month)


@given(DAYS, st.integers(1, 400), st.sampled_from(["day", "week", "month", "year"]))
def test_distances_are_no_finer_than_their_unit(issued: date, count: int, unit: str) -> None:
    (found,) = find(f"killed {count} {unit}{'s' * (count > 1)} ago")
    span = resolve(found, issued=issued)
    assert span is not None
    assert span.latest is not None
    finest = {"day": 1, "week": 3, "month": 4, "year": 5}[unit]
    assert (date_precision(span) or 9) >= finest
    assert span.latest <= issued + timedelta(3) or unit in ("month", "year")


@given(FUZZ, st.integers(0, 1000))
def test_any_text_is_taken(text: str, offset: int) -> None:
    found = find(text)
    for expression in found:
        assert expression.span.of(text) == expression.text
        assert expression.text
    for one, following in pairwise(found):
        assert one.span.end <= following.span.begin
    moved = find(text, offset)
    assert [(e.span.begin - offset, e.span.end - offset) for e in moved] == [(e.span.begin, e.span.end) for e in found]


def finest(expression: TimeExpression) -> int:
    """The finest UCDP code that the words of a simple expression can justify."""
    if isinstance(expression, Weekday):
        return 1
    if isinstance(expression, CalendarDate):
        return 1 if expression.day else 4 if expression.month else 5
    return 1


@given(FUZZ, st.one_of(st.none(), DAYS))
def test_times_are_sound_and_no_finer_than_the_words(text: str, issued: date | None) -> None:
    for expression, span in resolve_text(text, issued).items():
        assert span.earliest is not None or span.latest is not None
        if span.earliest is not None and span.latest is not None:
            assert span.earliest <= span.latest
        if span.precision in (TimePrecision.DAY, TimePrecision.MINUTE):
            assert span.earliest == span.latest
        assert (date_precision(span) or 9) >= finest(expression)
        assert span.text == " ".join(expression.text.split())
        assert span.basis


@given(FUZZ)
def test_document_dates_say_where_they_come_from(text: str) -> None:
    found = document_date(text)
    assert (found.issued is None) == (found.basis == "")


@given(FUZZ, st.one_of(st.none(), DAYS))
def test_the_same_text_gives_the_same_times(text: str, issued: date | None) -> None:
    assert list(resolve_text(text, issued).items()) == list(resolve_text(text, issued).items())


PRECISIONS = [
    (date(2020, 1, 1), date(2020, 1, 1), TimePrecision.DAY, 1),
    (date(2020, 1, 1), date(2020, 1, 2), TimePrecision.DAYS, 2),
    (date(2020, 1, 1), date(2020, 1, 7), TimePrecision.WEEK, 3),
    (date(2020, 1, 1), date(2020, 1, 31), TimePrecision.MONTH, 4),
    (date(2020, 1, 1), date(2020, 1, 10), TimePrecision.MONTH, 4),
    (date(2020, 1, 1), date(2020, 12, 31), TimePrecision.YEAR, 5),
    (date(2020, 1, 1), date(2023, 12, 31), TimePrecision.BOUND, 5),
    (None, date(2020, 1, 1), TimePrecision.BOUND, None),
]


@pytest.mark.parametrize(("earliest", "latest", "precision", "code"), PRECISIONS)
def test_ucdp_codes(earliest: date | None, latest: date, precision: TimePrecision, code: int | None) -> None:
    assert date_precision(TimeSpan(earliest, latest, precision)) == code


HOSTILE = [
    "the " * 1100,
    "1" * 5500,
    "1-" * 2200,
    "3 and " * 1100,
    "May " * 1100,
    "early " * 1100,
    "on the " * 1100,
    "two days after " * 400,
    "from between since until " * 200,
    "Sunday, " * 600,
    "((((" * 1100,
    "\n" * 5500,
    " \n \t" * 1600,
    "2020-02-0" * 500,
    "12:30 (12:30 GMT) " * 200,
    "said on Sunday " * 300,
    "Sunday (December 2nd) 2015 said " * 100,
    "A" * 5500,
    "on Friday he fled, and she saw him at dawn. " * 600,
    "a' " * 1600,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_time_grows_with_length_only(text: str) -> None:
    begin = time.process_time()
    resolve_text(text, date(2020, 1, 1))
    document_date(text)
    assert time.process_time() - begin < 2
