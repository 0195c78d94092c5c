"""Datelines as agencies write them, and sentences that only look like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.dateline import read_dateline


@pytest.mark.parametrize(
    ("line", "issued", "source", "rest"),
    [
        ("LIMA, Peru, March 29 (UPI) -- A bomb", None, "United Press International", " A bomb"),
        ("LIMA, Nov 21, 2016 (Reuters) - A bomb", date(2016, 11, 21), "Reuters", " A bomb"),
        ("LIMA, 21 November 2016 (AFP) — A bomb", date(2016, 11, 21), "Agence France-Presse", " A bomb"),
        ("LIMA, March 28 A bomb", None, None, " A bomb"),
        ("LIMA (AP) — A bomb", None, "Associated Press", " A bomb"),
        ("LIMA (Reuters) 3 December 2018 - A bomb", date(2018, 12, 3), "Reuters", " A bomb"),
        ("LIMA: A bomb", None, None, " A bomb"),
        ("Lima, 21 November 2016 — A bomb", date(2016, 11, 21), None, " A bomb"),
        (
            "SAN JOSE, 7 SEP 89 (RADIO NACIONAL) -- [TEXT] A BOMB",
            date(1989, 9, 7),
            "RADIO NACIONAL",
            " [TEXT] A BOMB",
        ),
        ("SAN JOSE, 3 JAN 09 -- A BOMB", date(2009, 1, 3), None, " A BOMB"),
        ("GENEVA/NEW YORK, 3 May 2019 (Reuters) - A bomb", date(2019, 5, 3), "Reuters", " A bomb"),
        ("ACCRA, Ghana - A bomb", None, None, " A bomb"),
        ("Accra (dpa) - A bomb", None, "dpa", " A bomb"),
        ("* ACCRA, May 5, 2004 (Some Daily) -- A bomb", date(2004, 5, 5), "Some Daily", " A bomb"),
        ("ACCRA, Friday, May 7, 2004 -- A bomb", date(2004, 5, 7), None, " A bomb"),
        ("(Accra, May 7, 2004) – A bomb", date(2004, 5, 7), None, " A bomb"),
    ],
)
def test_datelines(line: str, issued: date | None, source: str | None, rest: str) -> None:
    dateline = read_dateline(line)
    assert dateline is not None
    assert (dateline.issued, dateline.source, line[dateline.end :]) == (issued, source, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Rebels killed the man on May 4, 2011",
        "In Accra on 4 May 2011 - the day of the vote - he died",
        "On May 4, 2011, a bomb went off",
        "The army (AP photo) said",
        "Accra, where 12 people died",
        "May 4, 2011 - a bomb",
        "Friday, May 4, 2011 was a bloody day",
        "Accra Post - a bomb",
        "",
        "12 people died",
    ],
)
def test_sentences_are_no_datelines(line: str) -> None:
    assert read_dateline(line) is None


@given(st.text(max_size=120))
def test_any_line_is_survived(line: str) -> None:
    dateline = read_dateline(line)
    assert dateline is None or 0 < dateline.end <= len(line)
