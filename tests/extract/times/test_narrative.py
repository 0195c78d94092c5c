"""Times of whole texts: anchors of relative expressions, tense, times of day."""

from __future__ import annotations

from datetime import date, timedelta, timezone

import pytest

from kg.extract.times import Relative, Tense, event_times, find, resolve, resolve_all, resolve_anchor
from kg.model import TimePrecision, TimeSpan

ISSUED = date(2021, 5, 12)  # a Wednesday


def sentences(text: str) -> list[tuple[int, int]]:
    found, begin = [], 0
    for part in text.split(". "):
        found.append((begin, begin + len(part) + 2))
        begin += len(part) + 2
    return found


def when(text: str, issued: date | None = ISSUED) -> dict[str, str]:
    return {found.text: span.label for found, span in resolve_all(text, issued, sentences(text)).items()}


ANCHORED = [
    ("The port was hit on Friday. Two days later a school was hit.", "Two days later", "2021-05-09"),
    ("The port was hit on Friday. A day earlier a school was hit.", "A day earlier", "2021-05-06"),
    (
        "The port was hit on Friday. About 24 hours earlier a school was hit.",
        "About 24 hours earlier",
        "2021-05-05/2021-05-07",
    ),
    ("The port was hit on Friday. A school was hit the same day.", "the same day", "2021-05-07"),
    (
        "The port was hit on Friday. The following morning all was calm.",
        "The following morning",
        "2021-05-08",
    ),
    ("On Tuesday it denied the strike that killed six the day before.", "the day before", "2021-05-10"),
    ("He was freed in March 2015. He had been seized the year before.", "the year before", "2014"),
    ("He was freed in January 2015. Ten had died a month earlier.", "a month earlier", "2014-12"),
    ("He was freed in 2015. Ten had died two years earlier.", "two years earlier", "2013"),
    ("It fell on 3 May 2019. Weeks later it was retaken.", "Weeks later", "after 2019-05-17"),
    ("It fell on 3 May 2019. At the time he was nine.", "At the time", "2019-05-03"),
    (
        "The first raid was on Friday, and in the next two days came ten more.",
        "the next two days",
        "2021-05-07/2021-05-09",
    ),
    ("It was shelled on 3 and 4 May. The next day it fell.", "The next day", "2021-05-04/2021-05-05"),
    (
        "It fell on 3 May 2019. In the two weeks before, ten died.",
        "the two weeks before",
        "2019-04-19/2019-05-03",
    ),
    ("It fell on 3 May 2019. The following Monday he fled.", "The following Monday", "2019-05-06"),
    ("It fell on 3 May 2019. He had fled the previous Friday.", "the previous Friday", "2019-04-26"),
    ("It fell on 3 May 2019. He fled that Sunday.", "that Sunday", "2019-05-05"),
    ("It fell on 3 May 2019. He had fled the Monday before.", "the Monday before", "2019-04-29"),
    ("He died two days after 7 July 2019.", "two days after 7 July 2019", "2019-07-09"),
    ("He died two days after Friday's attack.", "two days after", "2021-05-09"),
    ("He died the day after the 3 May raid.", "the day after", "2021-05-04"),
    ("Police spoke of six dead earlier in the day.", "earlier in the day", "2021-05-12"),
]


@pytest.mark.parametrize(("text", "words", "label"), ANCHORED)
def test_relative_times_are_counted_from_the_text(text: str, words: str, label: str) -> None:
    assert when(text)[words] == label


NOT_FROM_THE_SPEAKING = [
    (
        "The port was hit on Friday, monks said here today. On the following day it fell.",
        "the following day",
        "2021-05-08",
    ),
    ("It was hit on Friday, police said on Monday. Two days later it fell.", "Two days later", "2021-05-09"),
    ("It was hit on Friday, it said Tuesday. A week earlier, ten had died.", "A week earlier", "2021-04-27/2021-05-03"),
    (
        "On 3 May 1999 ten died. In April 2003 it was hit. Two weeks later he fled.",
        "Two weeks later",
        "2003-04-12/2003-05-17",
    ),
    (
        "It was hit on Friday. In May 2003 he was wounded. The next day he fled.",
        "The next day",
        "2003-05-02/2003-06-01",
    ),
]


@pytest.mark.parametrize(("text", "words", "label"), NOT_FROM_THE_SPEAKING)
def test_not_from_when_somebody_spoke_nor_past_the_report(text: str, words: str, label: str) -> None:
    assert when(text)[words] == label


def test_the_day_beside_a_distance_is_the_time() -> None:
    text = "It fell on 9 January 2021. Three weeks later, on 1 February, it was retaken."
    assert when(text, None) == {"9 January 2021": "2021-01-09", "1 February": "2021-02-01"}


YEARS_TOLD_BEFORE = [
    ("It fell on 9 January 2014. It was retaken on 11 January.", ISSUED, "11 January", "2014-01-11"),
    ("It fell on 9 January 2014. It was retaken on 11 January.", None, "11 January", "2014-01-11"),
    ("It fell on 20 December 2014. It was retaken on 3 January.", None, "3 January", "2015-01-03"),
    ("It fell on 9 January 2014. A day before, on 6 January, it was hit.", None, "6 January", "2014-01-06"),
    ("It fell on 9 February 2014. It was retaken on 1 September.", None, "1 September", "2014-09-01"),
    ("1995\n25 July: It fell.\n\n1997\n19 August: It fell again.", ISSUED, "25 July", "1995-07-25"),
    ("1995\n25 July: It fell.\n\n1997\n19 August: It fell again.", None, "19 August", "1997-08-19"),
    ("It fell on 9 January 2014. All was calm.\n\nIt was retaken on 11 January.", ISSUED, "11 January", "2021-01-11"),
    (
        "It fell on 9 January 2014. In the same week, it was hit twice. On 11 January two died.",
        ISSUED,
        "11 January",
        "2014-01-11",
    ),
    ("In March 2014 it fell. Ten died there on 22 and 23 March.", ISSUED, "22 and 23 March", "2014-03-22/2014-03-23"),
    ("It lasted from 20 to 30 April 2014. Two died on 24 April.", ISSUED, "24 April", "2014-04-24"),
    ("In autumn 2014 it fell. It was retaken on 4 May of that year.", ISSUED, "4 May", "2014-05-04"),
    ("It fell on 9 January 2014. A school was hit on 3 May.", ISSUED, "3 May", "2021-05-03"),
    ("It fell on 9 January 2021. It was retaken on 11 January.", ISSUED, "11 January", "2021-01-11"),
]


@pytest.mark.parametrize(("text", "issued", "words", "label"), YEARS_TOLD_BEFORE)
def test_the_year_of_the_date_before(text: str, issued: date | None, words: str, label: str) -> None:
    assert when(text, issued)[words] == label


UNANCHORED = [
    ("NORTH\nIt fell on Friday.\n\nSOUTH\nA mine killed ten. Two days later it fell.", "Two days later"),
    ("Two days later a school was hit.", "Two days later"),
    ("It began in 2015. Two days later a school was hit.", "Two days later"),
    ("It was hit on Friday. He died a week after the funeral.", "a week after"),
    ("It was held until Friday. The next day it fell.", "The next day"),
    ("It lasted for two hours. The same day it fell.", "The same day"),
]


@pytest.mark.parametrize(("text", "words"), UNANCHORED)
def test_without_a_fitting_anchor_they_stay_open(text: str, words: str) -> None:
    assert words in {found.text for found in find(text)}
    assert words not in when(text)


def test_basis_names_the_anchor() -> None:
    spans = resolve_all("The port was hit on Friday. Two days later a school was hit.", ISSUED)
    assert [span.basis for span in spans.values()] == [
        "relative to the report of 2021-05-12",
        "relative to Friday",
    ]


def test_without_a_report_date_only_what_the_words_fix_is_dated() -> None:
    text = "On Friday, a year after the truce of 2019, he spoke. Shot on 3 May 2020, two days later he died."
    assert when(text, None) == {
        "2019": "2019",
        "a year after": "2020",
        "3 May 2020": "2020-05-03",
        "two days later": "2020-05-05",
    }


FUTURE = [
    ("Talks will resume on Friday.", "Friday", "2021-05-14"),
    ("Elections are scheduled for 11 May.", "11 May", "2022-05-11"),
    ("Elections will be held on 20 May.", "20 May", "2021-05-20"),
    ("He said on Friday that he will resign.", "Friday", "2021-05-07"),
    ("They will investigate the raid that killed ten on 31 October.", "31 October", "2020-10-31"),
    ("The army will act, he said on Monday.", "Monday", "2021-05-10"),
]


@pytest.mark.parametrize(("text", "words", "label"), FUTURE)
def test_words_for_the_future(text: str, words: str, label: str) -> None:
    assert when(text)[words] == label


def test_given_tense_wins() -> None:
    text = "Talks on Friday."
    (friday,) = find(text)
    spans = resolve_all(text, ISSUED, tenses={friday: Tense.FUTURE})
    assert spans[friday].label == "2021-05-14"


def test_time_of_day_takes_the_day_of_its_sentence() -> None:
    text = "In Thursday's clash, which began around 9:30 a.m. local time, two died. At 6 pm all was calm."
    spans = {found.text: span for found, span in resolve_all(text, ISSUED, sentences(text)).items()}
    assert spans["around 9:30 a.m. local time"].label == "2021-05-06"
    assert spans["around 9:30 a.m. local time"].precision is TimePrecision.DAY
    assert "At 6 pm" not in spans


def test_zone_from_the_second_reading() -> None:
    text = "It was hit at 8 pm (6 pm GMT) this evening (Sunday)."
    (span,) = resolve_all(text, ISSUED).values()
    assert span.instant is not None
    assert (span.instant.day, span.instant.hour) == (9, 20)
    assert span.instant.tzinfo == timezone(timedelta(hours=2))
    assert span.precision is TimePrecision.MINUTE


def test_no_zone_no_offset() -> None:
    (span,) = resolve_all("AT 2000 LAST NIGHT IT WAS HIT.", ISSUED).values()
    assert span.instant is not None
    assert span.instant.isoformat() == "2021-05-11T20:00:00"


def test_an_inferred_report_date_makes_what_rests_on_it_inferred() -> None:
    text = "It was hit on Friday. Two days later he died. He had fled in 2014."
    spans = resolve_all(text, ISSUED, issued_inferred=True)
    assert [span.inferred for span in spans.values()] == [True, True, False]
    assert next(iter(spans.values())).basis.endswith("whose own date is inferred")


def test_weekday_and_date_fix_the_year_without_a_report_date() -> None:
    spans = resolve_all("He was killed on Sunday (December 2nd). The war began in 2015.", None)
    assert [(span.label, span.inferred) for span in spans.values()] == [("2018-12-02", True), ("2015", False)]


def test_anchor_from_the_relative_time() -> None:
    (missing,) = find("missing more than six years after his abduction")
    assert isinstance(missing, Relative)
    report = TimeSpan(date(2018, 12, 3), date(2018, 12, 3), TimePrecision.DAY)
    span = resolve_anchor(missing, report)
    assert span is not None
    assert span.label == "before 2012-12-03"
    (death,) = find("two days after the raid")
    assert isinstance(death, Relative)
    raid = resolve_anchor(death, report)
    assert raid is not None
    assert raid.label == "2018-12-01"


EVENT_TIMES = [
    ("He was jailed on Friday, 22 years after his men took the town.", "his men", "1999"),
    ("He died yesterday, eight days after three men shot him.", "three men", "2021-05-03"),
    ("He fled on Monday, the day before the raid.", "the raid", "2021-05-11"),
    ("He fled on Monday, hours after the raid.", "the raid", "2021-05-09/2021-05-10"),
]


@pytest.mark.parametrize(("text", "event", "label"), EVENT_TIMES)
def test_events_that_a_day_is_counted_from(text: str, event: str, label: str) -> None:
    found = event_times(find(text), resolve_all(text, ISSUED), sentences(text))
    assert {at: span.label for at, span in found.items()} == {text.index(event): label}


def test_events_without_a_day_to_count_from() -> None:
    text = "He was jailed on Friday. The attack came two months after rebels took the base."
    assert event_times(find(text), resolve_all(text, ISSUED), sentences(text)) == {}


def test_event_position_points_at_the_event() -> None:
    text = "He died a week after the raid."
    (found,) = find(text)
    assert isinstance(found, Relative)
    assert found.event_at is not None
    assert text[found.event_at :] == "the raid."
    anchor = TimeSpan(date(2020, 1, 1), date(2020, 1, 1), TimePrecision.DAY, "New Year")
    span = resolve(found, anchor=anchor)
    assert span is not None
    assert (span.label, span.precision) == ("2020-01-05/2020-01-11", TimePrecision.WEEK)


BESIDE = [
    # the year that the words around a month or day tell
    ("In 2003, nine were killed in May.", {"2003": "2003", "May": "2003-05"}),
    ("In 2003 alone, nine were killed in two weeks of May.", {"2003": "2003", "May": "2003-05"}),
    ("Nine died in November 2003 and six in January.", {"November 2003": "2003-11", "January": "2004-01"}),
    ("He was seized in 2003. Nine died on 14 July of the same year.", {"2003": "2003", "14 July": "2003-07-14"}),
    ("He fled in 2003. Nine died in May of the following year.", {"2003": "2003", "May": "2004-05"}),
    # no year is known that is meant
    ("Nine died on 14 July of the same year.", {}),
    # a year that is not the sentence's
    ("The party founded in 2003 lost nine men in April.", {"2003": "2003", "April": "2021-04"}),
    ("In 2003 he was freed; nine were killed in April.", {"2003": "2003", "April": "2021-04"}),
    ("In 2003 he was freed. Nine were killed in April.", {"2003": "2003", "April": "2021-04"}),
    ("Nine died in November 2020 and six in April.", {"November 2020": "2020-11", "April": "2021-04"}),
    # how long ago, to the day
    ("Nine were killed a year ago today.", {"a year ago": "2020-05-12"}),
    ("Nine were killed three weeks ago today.", {"three weeks ago": "2021-04-21"}),
    ("Nine were killed about ten years ago today.", {"about ten years ago": "2010-01-01/2012-12-31"}),
    ("Nine were killed ten years ago this week.", {"ten years ago": "2011"}),
    (
        "Nine were killed ten years ago. This week six more died.",
        {"ten years ago": "2011", "This week": "2021-05-10/2021-05-16"},
    ),
    # nights, and the middle of one that has no day
    ("Nine died overnight from Sunday to Monday.", {"overnight from Sunday to Monday": "2021-05-09/2021-05-10"}),
    ("It took place past midnight.", {}),
]


@pytest.mark.parametrize(("text", "times"), BESIDE)
def test_what_the_time_beside_it_adds(text: str, times: dict[str, str]) -> None:
    assert when(text) == times
