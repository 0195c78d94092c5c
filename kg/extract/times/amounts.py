"""Reads how many of which unit: ``two days``, ``more than six years``, ``a few weeks``."""

from __future__ import annotations

from kg.extract.numerals import read_cardinal
from kg.extract.times import words as w
from kg.extract.times.expressions import Amount, Unit
from kg.extract.times.tokens import Words

_ABOUT = frozenset({"about", "around", "some", "roughly", "approximately", "nearly", "almost"})


def unit_at(words: Words, at: int) -> tuple[Unit, int, str] | None:
    """A unit or a part of the day used as one: unit, how many of it, the part of the day."""
    low = words.low(at)
    if low in w.UNITS:
        return (*w.UNITS[low], "night" if low.startswith("night") else "")
    if low in w.DAY_PARTS and low not in ("noon", "midday", "lunchtime", "predawn", "overnight"):
        return Unit.DAY, 1, w.DAY_PARTS[low]
    if low == "weekend":
        return Unit.WEEKEND, 1, ""
    return None


def amount(words: Words, at: int) -> tuple[Amount, int] | None:
    """How many: ``two``, ``about 24``, ``more than six``, ``a few``, ``two or three``, ``a couple of``,
    ``10-12``."""
    index, about, at_least, at_most = at, False, False, False
    if words.low(index) in _ABOUT:
        about, index = True, index + 1
    elif words.low(index) in ("more", "less", "fewer") and words.low(index + 1) == "than":
        at_least, at_most = words.low(index) == "more", words.low(index) != "more"
        index += 2
    elif words.low(index) == "at" and words.low(index + 1) in ("least", "most"):
        at_least, at_most = words.low(index + 1) == "least", words.low(index + 1) == "most"
        index += 2
    elif words.low(index) in ("over", "under") or words.spells(index, "up", "to"):
        at_least, at_most = words.low(index) == "over", words.low(index) != "over"
        index += 2 if words.low(index) == "up" else 1
    elif words.low(index) in ("just", "only", "exactly", "barely"):
        index += 1
    counted = _count(words, index)
    if counted is None:
        return None
    low, high, end = counted
    if at_least:
        return Amount(low, None, False), end
    if at_most:
        return Amount(0, high, False), end
    return Amount(low, high, about), end


def _count(words: Words, at: int) -> tuple[int, int | None, int] | None:
    low = words.low(at)
    if low in ("a", "an", "one", "another"):
        after = words.low(at + 1)
        if after in ("few", "couple", "dozen"):
            vague = w.VAGUE_AMOUNTS[after]
            return vague[0], vague[1], words.skip(at + 2, "of")
        if after == "good" or after == "full":
            return 1, 1, at + 2
        if low != "one":
            return 1, 1, at + 1
    if low in ("few", "several", "many"):
        return (*w.VAGUE_AMOUNTS[low], at + 1)
    near = [words.low(index) for index in range(at, at + 6)]
    if words.at(at).digits:
        value = words.number(at)
        read = (value, at + 1) if value is not None else None
    else:
        spelled = read_cardinal(near)
        read = (spelled[0], at + spelled[1]) if spelled else None
    if read is None or not 0 < read[0] <= 5000:
        return None
    first, end = read
    if words.spells(end, "and", "a", "half"):
        return first, first + 1, end + 3
    joint = words.at(end)
    if joint.low in ("or", "to") or joint.text in ("-", "–"):
        second = words.number(end + 1, joined=True)
        further = end + 2
        if second is None:
            spelled = read_cardinal([words.low(index) for index in range(end + 1, end + 5)])
            if spelled:
                second, further = spelled[0], end + 1 + spelled[1]
        if second is not None and first < second <= 5000:
            return first, second, further
    return first, first, end


def hours_as_days(unit: Unit, much: Amount) -> tuple[Unit, Amount]:
    """Whole days told in hours (``48 hours``) are days."""
    if unit is Unit.HOUR and much.high == much.low and much.low % 24 == 0:
        return Unit.DAY, Amount(much.low // 24, much.low // 24, much.approximate)
    return unit, much


def scaled(much: Amount, times: int) -> Amount:
    """An amount of units that are themselves several (decades); those are round figures."""
    high = None if much.high is None else much.high * times
    return Amount(much.low * times, high, much.approximate or times >= 10)
