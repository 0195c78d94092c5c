"""Dates of annotations, and when kg's agree with them."""

from __future__ import annotations

from datetime import date

import pytest

from kg.evaluate.days import Days, days, same_days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-04-03", date(2023, 4, 3), date(2023, 4, 3)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1989", date(1989, 1, 1), date(1989, 12, 31)),
        ("2001-10-03/2001-10-06", date(2001, 10, 3), date(2001, 10, 6)),
        ("1937-01/1937-03", date(1937, 1, 1), date(1937, 3, 31)),
    ],
)
def test_days(text: str, first: date, last: date) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize("text", [None, "", "Monday", "2023-02-30", "20230403"])
def test_no_days(text: str | None) -> None:
    assert days(text) is None


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ("2023-04-03", "2023-04-03", True),
        ("2023-04-03", "2023-04-04", False),
        ("2023-04", "2023-04-04", True),
        ("2023", "2023-04-04", False),
        ("2023-04-04", "2023-04", False),
        ("1970-03-01/1970-05-31", "1970", True),
        ("1970", "1970", True),
    ],
)
def test_agreement(found: str, gold: str, same: bool) -> None:
    left, right = days(found), days(gold)
    assert left is not None
    assert right is not None
    assert same_days(left, right) is same


def test_an_open_end_agrees_only_with_itself() -> None:
    before: Days = (None, date(2012, 12, 3))
    assert same_days(before, before)
    assert not same_days(before, (date(2012, 12, 3), date(2012, 12, 3)))
