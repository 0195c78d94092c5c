"""Reads times told from the day of the report, and times that come back or have no day of their own."""

from __future__ import annotations

from kg.extract.times import words as w
from kg.extract.times.amounts import amount, hours_as_days, scaled, unit_at
from kg.extract.times.building import Found, build, ends_phrase, widened
from kg.extract.times.expressions import (
    Amount,
    Deictic,
    PartOfDay,
    Recurring,
    Relative,
    Stretch,
    Unit,
)
from kg.extract.times.relative_rules import anaphoric
from kg.extract.times.tokens import Words

_ONE = Amount(1, 1)

# "Last" without an article is an adjective after these and may be a verb after others ("to last two hours").
_BEFORE_STRETCH = frozenset(
    {"in", "over", "for", "during", "within", "throughout", "its", "his", "her", "their", "our"}
)
DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def deictic(words: Words, at: int) -> Found | None:
    """``today``, ``the day before yesterday``, ``last week``, ``this morning``, ``over the weekend``,
    ``overnight``."""
    low = words.low(at)
    if low in DAYS:
        part = "night" if low == "tonight" else ""
        return build(Deictic, words, at, at + 1, unit=Unit.DAY, offset=DAYS[low], day_part=part), at + 1
    start = words.skip(at, "the") if low == "the" else at
    if words.low(start) == "day" and words.spells(start + 1, "before", "yesterday"):
        return build(Deictic, words, at, start + 3, unit=Unit.DAY, offset=-2), start + 3
    if words.low(start) == "day" and words.spells(start + 1, "after", "tomorrow"):
        return build(Deictic, words, at, start + 3, unit=Unit.DAY, offset=2), start + 3
    if low == "overnight":
        if words.low(at + 1) in ("stay", "stays", "success", "sensation", "accommodation"):
            return None
        return build(Deictic, words, at, at + 1, unit=Unit.DAY, offset=0, day_part="overnight"), at + 1
    if words.low(start) in w.PERIODS and words.spells(start + 1, "before", "last"):
        unit = w.PERIODS[words.low(start)]
        return build(Deictic, words, at, start + 3, unit=unit, offset=-2), start + 3
    if words.low(start) == "weekend" and start > at and words.low(at - 1) in ("over", "during", "at", "on", "for"):
        return build(Deictic, words, at, start + 1, unit=Unit.WEEKEND, offset=0), start + 1
    if low in ("last", "this", "next", "past") and words.low(at - 1) != "the":
        return _shifted_period(words, at, {"last": -1, "past": -1, "this": 0, "next": 1}[low])
    return None


def _shifted_period(words: Words, at: int, shift: int) -> Found | None:
    index = at + 1
    if shift == 0 and words.low(index) in ("past", "coming"):
        shift, index = (-1 if words.low(index) == "past" else 1), index + 1
    elif shift == 0 and words.low(index) == "same":
        return None
    early = words.low(index) in ("early", "late")
    index = index + 1 if early else index
    low = words.low(index)
    if low in w.DAY_PARTS and low != "overnight" and not (low == "midnight" and shift < 0):  # "past midnight" is none
        offset = {-1: -1, 0: 0, 1: 1}[shift]
        return build(Deictic, words, at, index + 1, unit=Unit.DAY, offset=offset, day_part=w.DAY_PARTS[low]), index + 1
    if low in w.PERIODS and low != "day" and not early:
        if words.low(index + 1) == "-" and words.at(index + 1).glued:
            return None
        return build(Deictic, words, at, index + 1, unit=w.PERIODS[low], offset=shift), index + 1
    return None


def earlier_or_later(words: Words, at: int) -> Found | None:
    """``earlier this month``, ``later that day``, ``earlier in the week``, ``earlier today``, ``later the
    same day``."""
    side = words.low(at)
    if side not in ("earlier", "later"):
        return None
    index = words.skip(at + 1, "on", "in")
    if words.low(index) == "the" and words.low(index + 1) in w.PERIODS:
        unit = w.PERIODS[words.low(index + 1)]
        if unit is Unit.DAY:
            same = build(Relative, words, at, index + 2, unit=unit, amount=Amount(0, 0), direction=0, side=side)
            return same, index + 2
        return build(Deictic, words, at, index + 2, unit=unit, offset=0, side=side), index + 2
    inner = deictic(words, index) or anaphoric(words, index)
    if inner is None:
        return None
    found, end = inner
    if isinstance(found, Deictic) or (isinstance(found, Relative) and found.direction == 0):
        return widened(found, words, at, end, side=side), end
    return None


def stretch(words: Words, at: int) -> Found | None:
    """``the past three months``, ``the last 48 hours``, ``recent days``, ``the coming weeks``, ``the next two
    days``."""
    start = words.skip(at, "the", "these", "this") if words.low(at) in ("the", "these") else at
    low = words.low(start)
    if low in ("recent", "coming") and words.low(start + 1) in w.PLURAL_UNITS:
        grain = w.UNITS[words.low(start + 1)][0]
        direction = -1 if low == "recent" else 1
        return build(Stretch, words, at, start + 2, unit=grain, amount=Amount(2, None), direction=direction), start + 2
    if low not in ("past", "last", "next", "previous", "following", "coming"):
        return None
    quantity = amount(words, start + 1)
    much, index = quantity if quantity else (_ONE, start + 1)
    unit = unit_at(words, index) or (Unit.DAY, 1, "x")
    if unit[2] or unit[0] is Unit.WEEKEND:
        return None
    if quantity is None and (start == at or low not in ("past", "last", "coming")):
        return None
    if start == at and low == "last" and words.low(at - 1) not in _BEFORE_STRETCH:
        return None
    direction = -1 if low in ("past", "last", "previous") else 1
    kind, much = hours_as_days(unit[0], scaled(much, unit[1]))
    anchored = low in ("next", "previous", "following")
    return build(
        Stretch, words, at, index + 1, unit=kind, amount=much, direction=direction, anchored=anchored
    ), index + 1


def recurring(words: Words, at: int) -> Found | None:
    """``every Friday``, ``each morning``, ``on Fridays``: no date."""
    low = words.low(at)
    if low in w.PLURAL_WEEKDAYS:
        return build(Recurring, words, at, at + 1), at + 1
    if low not in ("every", "each"):
        return None
    index = words.skip(at + 1, "other", "few", "single")
    quantity = amount(words, index)
    index = quantity[1] if quantity else index
    if words.low(index) in w.WEEKDAYS or words.low(index) in w.MONTHS or unit_at(words, index):
        return build(Recurring, words, at, index + 1), index + 1
    return None


def part_of_day(words: Words, at: int) -> Found | None:
    """``at dawn``, ``in the evening``, ``in the early hours``, ``at night``: the day stands elsewhere."""
    low = words.low(at)
    if low not in ("at", "in", "before", "during", "around"):
        return None
    index = words.skip(at + 1, "the", "about", "around", "early", "late", "pre", "mid", "-")
    token = words.low(index)
    if token in w.DAY_PARTS and ends_phrase(words, index + 1):
        return build(PartOfDay, words, at, index + 1, day_part=w.DAY_PARTS[token]), index + 1
    if token == "hours" and words.low(index - 1) in ("early", "late"):
        return build(PartOfDay, words, at, index + 1, day_part="early hours"), index + 1
    return None
