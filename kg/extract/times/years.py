"""Reads the numbers of days and years, which mean dates only beside the right words."""

from __future__ import annotations

from kg.extract.times import words as w
from kg.extract.times.building import Found, build
from kg.extract.times.expressions import CalendarDate
from kg.extract.times.tokens import Words


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


def year_after(words: Words, at: int) -> tuple[int, int] | None:
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


def counts_next(words: Words, at: int) -> bool:
    """Whether a figure before this index counts what follows (``in May 12 people``)."""
    token = words.at(at)
    return token.word and token.low not in w.FUNCTION_WORDS and not token.text[0].isupper()


def _leads_on(words: Words, at: int) -> bool:
    """Whether a noun follows an article and a year, or the second year of a span."""
    after = words.at(at + 1)
    return words.at(at).word or (words.at(at).text in ("-", "–", "/") and after.glued and after.digits)


def year_alone(words: Words, at: int) -> Found | None:
    """``in 2014``, ``the 2012 assault``, ``(2014)``, ``2014's``, ``680 A.D.``, ``AD 680``."""
    era = _christian(words, at)
    if era:
        return era
    year = year_number(words, at)
    if year is None or not (1500 <= year <= 2060):
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
        or (before in ("the", "a", "an", "his", "her", "its", "their", "that") and _leads_on(words, at + 1))
    )
    if not licensed or (before == "of" and after in w.COUNTED):
        return None
    if before in ("of", "by", "from", "around", "through", "after", "before") and counts_next(words, at + 1):
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
