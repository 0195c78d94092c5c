"""Reads dates of the calendar: days, months and dates in figures.

Every rule takes the words and an index and gives the expression with the index after it, or None.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.numerals import ordinal_word, word_set
from kg.extract.times import words as w
from kg.extract.times.building import Found, build, ends_phrase, names_something, widened
from kg.extract.times.expressions import Ambiguous, CalendarDate, Range, TimeExpression
from kg.extract.times.openings import Openings
from kg.extract.times.period_rules import FEAST_OPENERS, era, occasion
from kg.extract.times.spans import valid_date
from kg.extract.times.tokens import BREAK, Words
from kg.extract.times.years import counts_next, day_number, full_year, year_after, year_alone, year_number

# After these a month and a figure are a date, whatever follows (``the June 15 strikes``).
_BEFORE_DAYS = frozenset({"on", "the", "since", "until", "after", "before", "by", "from", "of", "to", "s", "dated"})
_DASHES = ("-", "–", "—", "/")
_BEFORE_MONTHS = word_set(
    "in since until till by of from through throughout during before after between around for late early mid "
    "last next this past previous following"
)
# "May district", "the March quarter" are called so.
_QUARTERS = frozenset({"district", "neighbourhood", "neighborhood", "quarter", "township"})
# Days that everybody names without their year: month, day and the word after them.
_KNOWN_DAYS = {
    (9, 11, word): 2001 for word in ("attacks", "attackers", "hijackers", "hijackings", "terror", "terrorist")
}
_MODAL_COMPANY = frozenset({"be", "have", "not", "also", "still", "only", "even", "yet", "well", "no", "never", "it"})


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
    verbal = not name[0].isupper() and month.month in (3, 5) and start == at
    if verbal and words.low(at - 1) not in ("on", "since", "until") and year_number(words, month.end) is None:
        return None
    if words.low(month.end) == "-" and words.at(month.end).glued:
        hyphened = words.number(month.end + 1, joined=True)
        if hyphened is not None and len(words.at(month.end + 1).text) in (2, 4):
            year = hyphened if hyphened > 99 else full_year(hyphened)
            dashed = _of_days(words, at, month.end + 2, (first, last), month.month, year)
            return (dashed, month.end + 2) if dashed else None
    dated = year_after(words, month.end)
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
    before = words.low(at - 1)
    if (before == "in" and counts_next(words, end)) or (following in w.COUNTED and before not in _BEFORE_DAYS):
        return None
    if not words.at(at).text[0].isupper() and month.month in (3, 5) and words.low(at - 1) not in ("on", "since"):
        return None
    last = first
    joint = words.at(end)
    if joint.text in _DASHES or joint.low in ("to", "and", "or", "through", "until", "&"):
        further = day_number(words, words.skip(end + 1, "the"), joined=True)
        glued = joint.text in _DASHES
        if (
            further
            and further[0] > first
            and (glued or ends_phrase(words, further[1]) or year_after(words, further[1]))
        ):
            last, end = further
    dated = year_after(words, end)
    if dated is None and names_something(words, end):
        return None
    year, end = dated if dated else (_KNOWN_DAYS.get((month.month, last, words.low(end))), end)
    found = _of_days(words, at, end, (first, last), month.month, year)
    return (found, end) if found else None


def month_alone(words: Words, at: int) -> Found | None:
    """``November 1995``, ``March of 2014``, ``in March``, ``the March attack``."""
    month = _month(words, at)
    if month is None:
        return None
    dated = year_after(words, month.end)
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
    if words.low(end) in _QUARTERS:
        return None
    if names_something(words, end) or (not loud and _personal(words, at, before)):
        return None
    return build(CalendarDate, words, at, end, month=month.month), end


def _month_evidence(words: Words, at: int, loud: bool) -> bool:
    """Whether the words around ``March``, ``May``, ``April``, ``June`` or ``August`` make it a month."""
    before, name, after = words.low(at - 1), words.low(at), words.low(at + 1)
    if loud and name in ("march", "may") and before in ("this", "that", "the", "who", "which"):
        return False
    if name == "march" and (loud or after in ("on", "against", "for", "to")) and before in ("for", "by", "of"):
        return False
    if before in _BEFORE_MONTHS or before in ("-", "–"):
        return True
    if before in ("and", "or", "to") and (words.low(at - 2) in w.MONTHS or words.at(at - 2).digits):
        return True
    if after in ("and", "or", "to", "-", "–") and words.low(at + 2) in w.MONTHS:
        return True
    if before in ("the", "a", "an") or (before == "s" and words.at(at - 2).text in ("'", "’")):
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


def figures(words: Words, at: int) -> Found | None:
    """``2023-07-07``, ``07/13/2023``, ``13.07.2023``; day and month in doubt keep both readings."""
    first, mark, second = words.at(at), words.at(at + 1), words.at(at + 2)
    other, third = words.at(at + 3), words.at(at + 4)
    if not (first.digits and second.digits and third.digits and mark.text in "-/." and mark.text == other.text):
        return None
    if not (mark.glued and second.glued and other.glued and third.glued):
        return None
    if (first.glued and words.at(at - 1).text in "-/.:") or (words.at(at + 5).glued and words.at(at + 5).text in "-/"):
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
        day_first_only = mark.text == "." or a == b
        readings = [(year, b, a)] if day_first_only else [(year, b, a), (year, a, b)]
        if sizes[2] == 2 and mark.text != "/":
            return None
    valid = [reading for reading in readings if 1 <= reading[0] <= 2100 and valid_date(*reading)]
    options = [build(CalendarDate, words, at, end, year=y, month=m, day=d) for y, m, d in valid]
    if not options:
        return None
    return (options[0] if len(options) == 1 else build(Ambiguous, words, at, end, options=tuple(options))), end


def nine_eleven(words: Words, at: int) -> Found | None:
    """``9/11``, which is that day and no fraction unless something is counted in ninths."""
    slash, day = words.at(at + 1), words.at(at + 2)
    if words.at(at).text != "9" or slash.text != "/" or day.text != "11" or not (slash.glued and day.glued):
        return None
    after = words.at(at + 3)
    if words.number(at) is None or (after.glued and after.text in "/-") or after.digits:
        return None
    return build(CalendarDate, words, at, at + 3, year=2001, month=9, day=11), at + 3


def calendar_date(words: Words, at: int) -> Found | None:
    """Any date of the calendar that begins here, the most specific reading first."""
    if words.at(at).text == BREAK:
        return None
    found = _DATES.read(words, at)
    return _of_last_year(words, at, found) if found else None


def _of_last_year(words: Words, at: int, found: Found) -> Found:
    """Adds ``(of) last year`` after a month or a day and month."""
    expression, end = found
    if not isinstance(expression, CalendarDate) or expression.month is None or expression.year is not None:
        return found
    index = words.skip(end, "of")
    shift = {"last": -1, "this": 0, "next": 1}.get(words.low(index))
    if shift is None or words.low(index + 1) != "year":
        return found
    return widened(expression, words, at, index + 2, year_shift=shift), index + 2


_MONTH_WORDS = w.MONTHS.keys() | w.SHORT_MONTHS.keys()
_DATES: Openings[Found] = Openings(
    (figures, (), True),
    (nine_eleven, (), True),
    (era, {"the", "'", "’", "‘", *w.PARTS}, True),
    (day_month, {"the"}, True),
    (month_day, _MONTH_WORDS, False),
    (month_alone, _MONTH_WORDS, False),
    (year_alone, {"a", "ad"}, True),
    (occasion, w.SEASONS.keys() | FEAST_OPENERS, False),
)
CALENDAR_OPENERS = _DATES.words
