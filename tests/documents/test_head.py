"""What the head of a report tells of its date, its source and its headline."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.head import read_head

JUNE_3 = date(2019, 6, 3)
BODY = "\n\nA bomb killed 12 people in the town on Monday, police said. It was the second since 1 May 2011.\n"


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        (" date 2019-06-03 ", "A bomb killed"),
        ("date 2019-06-03\n", "A bomb killed"),
        ("Date: 2019-06-03\n", "\n\nA bomb killed"),
        ("DATE = 3 June 2019 ", "A bomb killed"),
        ("2019-06-03 ", "A bomb killed"),
        ("2019-06-03T10:00:00Z - ", "A bomb killed"),
        ("\n\n date 2019-06-03 \n", "A bomb killed"),
        ("date 2019-06-03 ", "* Twelve dead\nA bomb killed"),
    ],
)
def test_a_leading_date_is_read_and_taken_off(head: str, rest: str) -> None:
    text = head + rest
    found = read_head(text)
    assert (found.issued, found.issued_basis, text[found.begin :]) == (JUNE_3, "leading line", rest)


def test_a_name_and_a_date_further_down_date_a_picture() -> None:
    story = "Bomb kills twelve in market town\n\nA bomb went off on Monday.\n\nTwelve died.\n\nPolice came.\n\n"
    assert read_head(story + "Karsa, 3 June 2009\n\nAnother story.").issued is None


@pytest.mark.parametrize("line", ["The mayor died here, 3 June 2019", "He was born in Manila, June 3 2019"])
def test_a_sentence_that_ends_with_a_date_dates_nothing(line: str) -> None:
    assert read_head(f"{line}\nA bomb killed two.").issued is None


@pytest.mark.parametrize(
    "line",
    [
        "Published: 3 June 2019",
        "Published on Monday, June 3, 2019 at 10:45 GMT",
        "PUBLISHED 10:45 AM EST, JUNE 3, 2019",
        "First published June 3, 2019 | Updated June 7, 2019",
        "Posted 03 Jun 2019",
        "Date published: 2019-06-03T08:00:00+02:00",
        "Issued on: 3rd of June, 2019",
        "By Jane A. Writer, 3 June 2019",
        "By Jane Writer and John Other | June 3, 2019 | 5:30 p.m.",
        "by AFP, 3 June 2019",
        "June 3, 2019 by Jane Writer",
        "3 June 2019",
        "Monday, June 3, 2019",
        "Monday, June 3, 2019 10:45 GMT",
        "Reuters, 3 June 2019",
        "June 3, 2019 / Reuters",
        "- 2019-06-03 -",
        "Manila, June 3 2019",
        "The Daily Herald | 3 June 2019",
        "Voice of the Valley, Monday, June 3, 2019",
    ],
)
@pytest.mark.parametrize("before", ["", "Bomb kills twelve in market town\n", "\n\n\nADVERTISEMENT\n\n"])
def test_lines_of_metadata(before: str, line: str) -> None:
    # A date alone on the first line may as well be called a leading one.
    found = read_head(before + line + BODY)
    assert found.issued == JUNE_3
    assert found.issued_basis in ("metadata", "leading line")


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people on 3 June 2019, police said." + BODY,
        "On 3 June 2019 a bomb killed 12 people." + BODY,
        "By 3 June 2019, twelve people had been killed." + BODY,
        "By nightfall on 3 June 2019" + BODY,
        "Published reports of 3 June 2019 spoke of twelve dead." + BODY,
        "The bomb of 3 June 2019" + BODY,
        "June 3, 2019, was the bloodiest day of the year." + BODY,
        "Dated 3 June 2019 the letter was found in the ruins" + BODY,
        "date 2019-02-30 A bomb" + BODY,
        "ACCRA, June 3 (Reuters) - A bomb" + BODY,
        "The date 2019-06-03 stood on the wall." + BODY,
        "Bomb kills 12\n" * 12 + "Published: 3 June 2019" + BODY,
        "No date here at all.",
    ],
)
def test_no_date_is_taken_from_the_story(text: str) -> None:
    found = read_head(text)
    assert (found.issued, found.begin) == (None, 0)


@pytest.mark.parametrize(
    ("text", "issued", "basis"),
    [
        (" date 2019-06-03 ACCRA, June 2, 2019 (AP) - A bomb", JUNE_3, "leading line"),
        ("ACCRA, June 3, 2019 (AP) - A bomb", JUNE_3, "dateline"),
        ("ACCRA, June 2, 2019 (AP) - A bomb\nPublished: 3 June 2019", JUNE_3, "metadata"),
        ("Updated: 9 June 2019\nACCRA, June 3, 2019 (AP) - A bomb", JUNE_3, "dateline"),
        ("Updated: 9 June 2019\nPublished: 3 June 2019", JUNE_3, "metadata"),
        ("Updated: 3 June 2019\nA bomb", JUNE_3, "metadata"),
    ],
)
def test_which_date_counts_first(text: str, issued: date, basis: str) -> None:
    found = read_head(text + BODY)
    assert (found.issued, found.issued_basis) == (issued, basis)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Source: The Daily Planet", "The Daily Planet"),
        ("Source: AFP", "Agence France-Presse"),
        ("ACCRA (Reuters) - A bomb", "Reuters"),
        ("ACCRA, 3 June (GNA) - A bomb", "GNA"),
        ("by AFP", "Agence France-Presse"),
        ("By Jane Writer, Reuters", "Reuters"),
        ("Reuters", "Reuters"),
        ("Reuters, 3 June 2019", "Reuters"),
        ("Source: The Daily Planet\nACCRA (Reuters) - A bomb", "The Daily Planet"),
        ("By Jane Writer", None),
        ("The source: a farmer who saw it and does not want to be named", None),
        ("A bomb (Reuters photo) went off", None),
    ],
)
def test_sources(text: str, source: str | None) -> None:
    assert read_head(text + BODY).source == source


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bomb kills twelve in market town" + BODY, "Bomb kills twelve in market town"),
        ("By Jane Writer\nBomb kills twelve in market town" + BODY, "Bomb kills twelve in market town"),
        ("Published: 3 June 2019\nBomb kills twelve in town" + BODY, "Bomb kills twelve in town"),
        ("A bomb killed twelve people in the town.", None),
        ("Bomb kills twelve in market town", None),
        ("Share" + BODY, None),
    ],
)
def test_headlines(text: str, title: str | None) -> None:
    assert read_head(text).title == title


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)), st.text(min_size=1, max_size=60))
def test_a_leading_date_is_found_before_any_text(day: date, text: str) -> None:
    story = "A" + text
    found = read_head(f" date {day} {story}")
    assert (found.issued, f" date {day} {story}"[found.begin :]) == (day, story)


@given(st.text(max_size=300))
def test_any_text_is_survived_and_kept(text: str) -> None:
    found = read_head(text)
    assert 0 <= found.begin <= len(text)
    assert found.begin == 0 or found.issued is not None
