"""Reads dates of the calendar: days, months, years, weekdays with their dates, figures, decades, seasons and
feasts.

Every rule takes the words and an index and gives the expression with the index after it, or None.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.numerals import ordinal_word
from kg.extract.times import words as w
from kg.extract.times.building import Found, build, ends_phrase, names_something
from kg.extract.times.expressions import Ambiguous, CalendarDate, Era, Occasion, Part, Range, TimeExpression
from kg.extract.times.spans import valid_date
from kg.extract.times.tokens import BREAK, Words

_DASHES = ("-", "–", "—", "/")
_MODAL_COMPANY = frozenset(
    {"be", "have", "not", "also", "still", "only", "even", "yet", "well", "no", "never", "it"}
)


class _Month(NamedTuple):
    month: int
    end: int
    short: bool
    bare: bool  # lower case in mixed text, or a word with other meanings


def _month(words: Words, at: int) -> _Month | None:
    token = words.at(at)
    low = token.low
    if low in w.MONTHS:
        return _Month(w.MONTHS[low], at + 1, False, low in w.UNSURE_MONTHS or not token.text[0].isupper())
    if low in w.SHORT_MONTHS and token.text[0].isupper():
        dotted = words.low(at + 1) == "." and words.at(at + 1).glued
        return _Month(w.SHORT_MONTHS[low], at + 2 if dotted else at + 1, True, True)
    return None


def day_number(words: Words, at: int, *, joined: bool = False) -> tuple[int, int] | None:
    """A day of the month: its number and the index after it and its ordinal ending."""
    value = words.number(at, joined=joined)
    if value is None or not 1 <= value <= 31 or len(words.at(at).text) > 2:
        return None
    suffix = words.at(at + 1)
    if suffix.glued and suffix.low in ("st", "nd", "rd", "th"):
        return value, at + 2
    if suffix.glued and suffix.word and suffix.low not in w.SHORT_MONTHS and suffix.low not in w.MONTHS:
        return None
    return value, at + 1


def year_number(words: Words, at: int, *, joined: bool = False) -> int | None:
    """Four figures that can be a year of our era; whether they are one, the words around them tell."""
    value = words.number(at, joined=joined)
    return value if value is not None and len(words.at(at).text) == 4 and 1000 <= value <= 2100 else None


def full_year(two_figures: int) -> int:
    """The year that two figures stand for: 1930 to 2029."""
    return two_figures + (1900 if two_figures >= 30 else 2000)


def _year_after(words: Words, at: int) -> tuple[int, int] | None:
    """The year that follows a day and month or a month: ``, 2014``, ``2014``, ``'14``, ``90 --``."""
    comma = words.skip(at, ",") if words.low(at) == "," else at
    of = words.skip(comma, "of") if words.low(comma) == "of" else comma
    year = year_number(words, of)
    if year is not None and not (comma > at and words.low(of + 1) in w.COUNTED):
        return year, of + 1
    if words.at(at).text in ("'", "’", "‘") and words.at(at + 1).glued and len(words.at(at + 1).text) == 2:
        value = words.number(at + 1)
        return (full_year(value), at + 2) if value is not None else None
    value = words.number(at)
    following = words.at(at + 1)
    if value is not None and len(words.at(at).text) == 2 and not following.word and not following.digits:
        return full_year(value), at + 1
    if comma > at and words.low(comma) == "ad" and words.number(comma + 1):
        return words.number(comma + 1) or 0, comma + 2
    return None


def _of_days(
    words: Words, at: int, end: int, days: tuple[int, int], month: int, year: int | None
) -> TimeExpression | None:
    first, last = days
    if not (valid_date(year, month, first) and valid_date(year, month, last)):
        return None
    if first == last:
        return build(CalendarDate, words, at, end, year=year, month=month, day=first)
    ends = [build(CalendarDate, words, at, end, year=year, month=month, day=day) for day in (first, last)]
    return build(Range, words, at, end, first=ends[0], last=ends[1])


def day_month(words: Words, at: int) -> Found | None:
    """``7 July 2023``, ``7 JUL 90``, ``the 3rd of March``, ``3-5 May``, ``3, 4 and 5 May``."""
    start = words.skip(at, "the") if words.low(at) == "the" else at
    spelled = ordinal_word(words.at(start).text) if start > at else None
    head = (spelled, start + 1) if spelled else day_number(words, start)
    if head is None:
        return None
    first, index = head
    last = first
    for _ in range(4):
        joint = words.at(index)
        if joint.text in _DASHES or joint.low in ("to", "and", "or", "until", "through", ",", "&"):
            after = words.skip(index + 1, "the", "and") if joint.low != "to" else words.skip(index + 1, "the")
            further = day_number(words, after, joined=True)
            if further is None or further[0] <= last:
                break
            last, index = further
        else:
            break
    linked = words.skip(index, "of", "-") if words.low(index) in ("of", "-") else index
    month = _month(words, linked)
    if month is None:
        return None
    name = words.at(linked).text
    if not name[0].isupper() and words.low(at - 1) not in ("on", "since", "until") and start == at:
        if month.month in (3, 5) and year_number(words, month.end) is None:
            return None
    if words.low(month.end) == "-" and words.at(month.end).glued:
        hyphened = words.number(month.end + 1, joined=True)
        if hyphened is not None and len(words.at(month.end + 1).text) in (2, 4):
            year = hyphened if hyphened > 99 else full_year(hyphened)
            dashed = _of_days(words, at, month.end + 2, (first, last), month.month, year)
            return (dashed, month.end + 2) if dashed else None
    dated = _year_after(words, month.end)
    year_found, end = dated if dated else (None, month.end)
    if dated is None and names_something(words, end):
        return None
    found = _of_days(words, at, end, (first, last), month.month, year_found)
    return (found, end) if found else None


def month_day(words: Words, at: int) -> Found | None:
    """``July 7, 2023``, ``Dec. 24``, ``March the 3rd``, ``July 3-5``, ``May 3 and 5``."""
    month = _month(words, at)
    if month is None:
        return None
    index = words.skip(month.end, "the") if words.low(month.end) == "the" else month.end
    head = day_number(words, index)
    if head is None:
        return None
    first, end = head
    following = words.low(end)
    if following in w.COUNTED or (words.low(at - 1) == "in" and _counts(words, end)):
        return None
    if (
        not words.at(at).text[0].isupper()
        and month.month in (3, 5)
        and words.low(at - 1) not in ("on", "since")
    ):
        return None
    last = first
    joint = words.at(end)
    if joint.text in _DASHES or joint.low in ("to", "and", "or", "through", "until", "&"):
        further = day_number(words, words.skip(end + 1, "the"), joined=True)
        glued = joint.text in _DASHES
        if (
            further
            and further[0] > first
            and (glued or ends_phrase(words, further[1]) or _year_after(words, further[1]))
        ):
            last, end = further
    dated = _year_after(words, end)
    year, end = dated if dated else (None, end)
    if dated is None and names_something(words, end):
        return None
    found = _of_days(words, at, end, (first, last), month.month, year)
    return (found, end) if found else None


def _counts(words: Words, at: int) -> bool:
    """Whether a figure before this index counts what follows (``in May 12 people``)."""
    token = words.at(at)
    return token.word and token.low not in w.FUNCTION_WORDS and not token.text[0].isupper()


def month_alone(words: Words, at: int) -> Found | None:
    """``November 1995``, ``March of 2014``, ``in March``, ``the March attack``."""
    month = _month(words, at)
    if month is None:
        return None
    dated = _year_after(words, month.end)
    before = words.low(at - 1)
    end = month.end
    if dated and len(words.at(dated[1] - 1).text) > 2:
        year, end = dated
        if not (words.low(end) in w.COUNTED and words.low(month.end) == ","):
            return build(CalendarDate, words, at, end, year=year, month=month.month), end
    name = words.at(at).text
    if not name[0].isupper() or words.low(at + 1) in _MODAL_COMPANY or before in ("black", "bloody"):
        return None
    end = month.end
    numbered = day_number(words, end)
    if numbered and names_something(words, numbered[1]):
        return None
    if month.short and (end == at + 1 or before not in w.PREPOSITIONS):
        return None
    loud = words.shouting(at)
    if month.bare and not month.short and not _month_evidence(words, at, loud):
        return None
    if names_something(words, end) or (not loud and _personal(words, at, before)):
        return None
    return build(CalendarDate, words, at, end, month=month.month), end


def _month_evidence(words: Words, at: int, loud: bool) -> bool:
    """Whether the words around ``March``, ``May``, ``April``, ``June`` or ``August`` make it a month."""
    before, name = words.low(at - 1), words.low(at)
    if (
        loud
        and name in ("march", "may")
        and before in ("this", "that", "the", "who", "which", "and", "or", "to")
    ):
        return False
    if loud and name == "march" and before in ("on", "for", "over", "about"):
        return False
    if before in w.PREPOSITIONS or before in ("-", "–", "'s"):
        return True
    if before in ("and", "or") and words.low(at - 2) in w.MONTHS:
        return True
    if words.low(at + 1) in ("and", "or", "to", "-", "–") and words.low(at + 2) in w.MONTHS:
        return True
    if before in ("the", "a", "an") or (before == "s" and words.at(at - 2).text in "'’"):
        following = words.at(at + 1)
        return following.word and following.text[0].islower() and following.low not in w.FUNCTION_WORDS
    return False


def _personal(words: Words, at: int, before: str) -> bool:
    """Whether a month word is a name of a person (``by April Smith``, ``Ms. June``)."""
    if words.low(at) not in w.UNSURE_MONTHS:
        return False
    following = words.at(at + 1)
    surname = following.word and following.text[0].isupper() and following.low not in w.WEEKDAYS
    if before in ("by", "to", "from", "for", "about", "and", "with", "of") and surname:
        return True
    return words.low(at - 1) == "." and words.low(at - 2) in ("mr", "mrs", "ms", "dr")


def year_alone(words: Words, at: int) -> Found | None:
    """``in 2014``, ``the 2012 assault``, ``(2014)``, ``2014's``, ``680 A.D.``, ``AD 680``."""
    era = _christian(words, at)
    if era:
        return era
    year = year_number(words, at)
    if year is None or not (1500 <= year <= 2100):
        return None
    before, after = words.low(at - 1), words.low(at + 1)
    if before == "," and words.low(at - 2) not in w.MONTHS and after not in (",", ")"):
        before = words.low(at - 2) if words.number(at - 2) is None else before
    if (
        after in w.COUNTED
        and before not in ("in", "since")
        and not (after in ("attacks", "strikes") and before == "the")
    ):
        return None
    licensed = (
        before
        in (
            "in",
            "since",
            "until",
            "till",
            "by",
            "from",
            "during",
            "of",
            "early",
            "late",
            "mid",
            "year",
            "circa",
        )
        or before in ("before", "after", "throughout", "through", "around")
        or (before in ("-", "–") and words.low(at - 2) in ("mid", "early", "late", "post", "pre"))
        or (before == "(" and after in (")", ",", ";", "-", "–"))
        or words.possessive(at + 1) > at + 1
        or (before == "s" and words.at(at - 2).text in ("'", "’"))
        or (before in ("the", "a", "an", "his", "her", "its", "their", "that") and words.at(at + 1).word)
    )
    if not licensed or (before == "of" and after in w.COUNTED):
        return None
    if before in ("of", "by", "from", "around", "through", "after", "before") and _counts(words, at + 1):
        return None
    return build(CalendarDate, words, at, at + 1, year=year), at + 1


def _christian(words: Words, at: int) -> Found | None:
    """A year with AD, A.D. or CE beside it."""
    dotted = words.spells(at, "a", ".", "d", ".") and words.at(at + 2).glued
    if words.at(at).text == "AD" or dotted:
        index = at + 4 if dotted else at + 1
        value = words.number(index)
        return (build(CalendarDate, words, at, index + 1, year=value), index + 1) if value else None
    value = words.number(at)
    if value:
        for form in (("a", ".", "d", "."), ("a", ".", "d"), ("ad",), ("ce",), ("c", ".", "e", ".")):
            if words.spells(at + 1, *form) and words.at(at + 1).text.isupper():
                end = at + 1 + len(form)
                return build(CalendarDate, words, at, end, year=value), end
    return None


def figures(words: Words, at: int) -> Found | None:
    """``2023-07-07``, ``07/13/2023``, ``13.07.2023``; day and month in doubt keep both readings."""
    first, mark, second = words.at(at), words.at(at + 1), words.at(at + 2)
    other, third = words.at(at + 3), words.at(at + 4)
    if not (
        first.digits and second.digits and third.digits and mark.text in "-/." and mark.text == other.text
    ):
        return None
    if not (mark.glued and second.glued and other.glued and third.glued):
        return None
    if (first.glued and words.at(at - 1).text in "-/.:") or (
        words.at(at + 5).glued and words.at(at + 5).text in "-/"
    ):
        return None
    sizes = (len(first.text), len(second.text), len(third.text))
    end = at + 5
    if max(sizes) > 4:
        return None
    a, b, c = int(first.text), int(second.text), int(third.text)
    readings: list[tuple[int, int, int]] = []
    if sizes[0] == 4 and max(sizes[1:]) <= 2:
        readings = [(a, b, c)]
    elif max(sizes[:2]) <= 2 and sizes[2] in (2, 4):
        year = c if sizes[2] == 4 else full_year(c)
        if mark.text == ".":
            readings = [(year, b, a)]
        else:
            readings = [(year, b, a), (year, a, b)] if a != b else [(year, a, b)]
        if sizes[2] == 2 and mark.text != "/":
            return None
    valid = [reading for reading in readings if 1 <= reading[0] <= 2100 and valid_date(*reading)]
    options = [build(CalendarDate, words, at, end, year=y, month=m, day=d) for y, m, d in valid]
    if not options:
        return None
    return (
        options[0] if len(options) == 1 else build(Ambiguous, words, at, end, options=tuple(options))
    ), end


def era(words: Words, at: int) -> Found | None:
    """``the 1980s``, ``the '80s``, ``the early 1990s``, ``the 19th century``."""
    start = words.skip(at, "the") if words.low(at) == "the" else at
    part = w.PARTS.get(words.low(start))
    if part is not None:
        start = words.skip(start + 1, "-")
    token = words.at(start)
    if token.digits and len(token.text) == 4 and token.text.endswith("0"):
        end = words.skip(start + 1, "'", "’")
        if words.low(end) == "s" and words.at(end).glued and 1000 <= int(token.text) <= 2090:
            century = token.text.endswith("00") and int(token.text) < 2000
            years = 100 if century else 10
            return build(Era, words, at, end + 1, first=int(token.text), years=years, part=part), end + 1
    if token.text in ("'", "’", "‘") and words.at(start + 1).glued and words.at(start + 1).text in _DECADES:
        if words.low(start + 2) == "s" and words.at(start + 2).glued:
            first = 1900 + int(words.at(start + 1).text)
            return build(Era, words, at, start + 3, first=first, years=10, part=part), start + 3
    ordinal = words.number(start)
    if ordinal and words.low(start + 1) in ("st", "nd", "rd", "th") and words.low(start + 2) == "century":
        if 1 <= ordinal <= 21:
            return build(Era, words, at, start + 3, first=ordinal * 100 - 99, years=100, part=part), start + 3
    return None


_DECADES = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})


def occasion(words: Words, at: int) -> Found | None:
    """``spring 2011``, ``the summer of 2014``, ``Ramadan``, ``Christmas Eve 1989``."""
    season = w.SEASONS.get(words.low(at))
    if season:
        dated = year_number(words, words.skip(at + 1, "of")) if words.low(at + 1) != "," else None
        if dated is not None:
            end = words.skip(at + 1, "of") + 1
            return build(Occasion, words, at, end, name=season, season=True, year=dated), end
        if words.low(at - 1) in ("last", "this", "next") or words.spells(at - 2, "in", "the"):
            return build(Occasion, words, at, at + 1, name=season, season=True), at + 1
        return None
    if not words.capitalised(at):
        return None
    for forms, name, fixed in w.FEASTS:
        if words.low(at) == forms[0] and words.spells(at, *forms):
            end = at + len(forms)
            whole = _year_after(words, end)
            year, end = whole if whole else (None, end)
            if fixed:
                return build(CalendarDate, words, at, end, year=year, month=fixed[0], day=fixed[1]), end
            return build(Occasion, words, at, end, name=name, season=False, year=year), end
    return None


def calendar_date(words: Words, at: int) -> Found | None:
    """Any date of the calendar that begins here, the most specific reading first."""
    if words.at(at).text == BREAK:
        return None
    for rule in (figures, era, day_month, month_day, month_alone, year_alone, occasion):
        found = rule(words, at)
        if found:
            return found
    return None


def part_of_period(words: Words, at: int) -> tuple[Part, int] | None:
    """``early``, ``mid-``, ``the end of``: the part of a period and the index where the period should
    begin."""
    low = words.low(at)
    if low in w.PARTS:
        after = (
            words.skip(at + 1, "-", "–")
            if words.low(at + 1) in ("-", "–")
            else words.skip(at + 1, "in", "the", "of", "on")
        )
        return w.PARTS[low], after
    start = words.skip(at, "the") if low == "the" else at
    if words.low(start) in ("very",):
        start += 1
    if words.low(start) in w.PART_NOUNS and words.low(start + 1) == "of":
        return w.PART_NOUNS[words.low(start)], words.skip(start + 2, "the")
    if words.low(start) in ("first", "second") and words.spells(start + 1, "half", "of"):
        return (Part.EARLY if words.low(start) == "first" else Part.LATE), words.skip(start + 3, "the")
    return None
