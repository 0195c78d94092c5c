"""Reads times told from the day of the report or from another time in the text, and durations."""

from __future__ import annotations

from kg.extract.numerals import read_cardinal
from kg.extract.times import words as w
from kg.extract.times.building import Found, build, ends_phrase
from kg.extract.times.expressions import (
    Ago,
    Amount,
    Deictic,
    Duration,
    PartOfDay,
    Recurring,
    Relative,
    Stretch,
    TimeExpression,
    Unit,
)
from kg.extract.times.tokens import Words

_ONE = Amount(1, 1)
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_EARLIER = frozenset({"earlier", "before", "previously", "prior", "beforehand"})
_LATER = frozenset({"later", "after", "afterwards", "afterward", "following", "on"})
_PREVIOUS = frozenset({"previous", "preceding", "prior"})
_FOLLOWING = frozenset({"next", "following", "subsequent", "ensuing", "succeeding"})
_ABOUT = frozenset({"about", "around", "some", "roughly", "approximately", "nearly", "almost"})


def _unit(words: Words, at: int) -> tuple[Unit, int, str] | None:
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


def counted(words: Words, at: int) -> Found | None:
    """``two days ago``, ``24 hours earlier``, ``a week after the raid``, ``days later``, ``for three
    hours``."""
    bare = words.low(at) in w.PLURAL_UNITS
    quantity = (Amount(2, None), at) if bare else amount(words, at)
    if quantity is None:
        return None
    much, index = quantity
    hyphen = words.low(index) == "-" and words.at(index).glued
    index = (
        words.skip(index, "-")
        if hyphen
        else words.skip(index, "full", "whole", "long", "more", "short", "straight")
    )
    unit = _unit(words, index)
    if unit is None or unit[0] is Unit.WEEKEND or (unit[2] and not unit[2] == "night"):
        return None
    if words.low(at - 1) in ("aged", "the", "this", "that") and bare:
        return None
    kind, times, _ = unit
    end = index + 1
    if (words.low(end) in ("-", "old") and words.low(words.skip(end, "-")) == "old") or words.low(
        at - 1
    ) == "aged":
        return None
    much = Amount(
        much.low * times, None if much.high is None else much.high * times, much.approximate or times >= 10
    )
    kind, much = _hours_as_days(kind, much)
    tail = _tail(words, at, end, kind, much)
    if tail:
        return tail
    if bare or (words.low(at) in ("a", "an", "one") and words.low(at - 1) not in ("for", "lasted", "about")):
        return None
    return build(Duration, words, at, end, unit=kind, amount=much), end


def _hours_as_days(unit: Unit, much: Amount) -> tuple[Unit, Amount]:
    """Whole days told in hours (``48 hours``) are days."""
    if unit is Unit.HOUR and much.high == much.low and much.low % 24 == 0:
        return Unit.DAY, Amount(much.low // 24, much.low // 24, much.approximate)
    return unit, much


def _tail(words: Words, at: int, end: int, unit: Unit, much: Amount) -> Found | None:
    low = words.low(end)
    if low == "ago" or (low == "back" and ends_phrase(words, end + 1)):
        return build(Ago, words, at, end + 1, unit=unit, amount=much), end + 1
    if low == "hence" or words.spells(end, "from", "now"):
        stop = end + (1 if low == "hence" else 2)
        return build(Ago, words, at, stop, unit=unit, amount=much, direction=1), stop
    own = words.possessive(end)
    if own > end and words.low(own) == "time":
        return build(Ago, words, at, own + 1, unit=unit, amount=much, direction=1), own + 1
    if low in _EARLIER or low in _LATER:
        if low in ("following", "on"):
            return None
        direction = -1 if low in _EARLIER else 1
        stop = words.skip(end + 1, "to") if low == "prior" else end + 1
        takes_event = low in ("before", "after", "prior")
        event_at = _event(words, stop) if takes_event else None
        relative = build(
            Relative, words, at, stop, unit=unit, amount=much, direction=direction, event_at=event_at
        )
        return relative, stop
    return None


def _event(words: Words, at: int) -> int | None:
    """Offset of the words that name the event another one is dated from; None if the phrase ends here."""
    token = words.at(at)
    if not (token.word or token.digits or token.text in "'’“\"‘") or token.low in (
        "and",
        "but",
        "when",
        "in",
        "on",
        "at",
    ):
        return None
    return token.begin


def deictic(words: Words, at: int) -> Found | None:
    """``today``, ``the day before yesterday``, ``last week``, ``this morning``, ``over the weekend``,
    ``overnight``."""
    low = words.low(at)
    if low in _DAYS:
        part = "night" if low == "tonight" else ""
        return build(Deictic, words, at, at + 1, unit=Unit.DAY, offset=_DAYS[low], day_part=part), at + 1
    start = words.skip(at, "the") if low == "the" else at
    if words.low(start) == "day" and words.spells(start + 1, "before", "yesterday"):
        return build(Deictic, words, at, start + 3, unit=Unit.DAY, offset=-2), start + 3
    if words.low(start) == "day" and words.spells(start + 1, "after", "tomorrow"):
        return build(Deictic, words, at, start + 3, unit=Unit.DAY, offset=2), start + 3
    if low == "overnight":
        if words.low(at - 1) in ("an", "the", "stayed", "stay", "became"):
            return None
        return build(Deictic, words, at, at + 1, unit=Unit.DAY, offset=0, day_part="overnight"), at + 1
    if words.low(start) in w.PERIODS and words.spells(start + 1, "before", "last"):
        unit = w.PERIODS[words.low(start)]
        return build(Deictic, words, at, start + 3, unit=unit, offset=-2), start + 3
    if (
        words.low(start) == "weekend"
        and start > at
        and words.low(at - 1) in ("over", "during", "at", "on", "for")
    ):
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
    if low in w.DAY_PARTS and low != "overnight":
        offset = {-1: -1, 0: 0, 1: 1}[shift]
        return build(
            Deictic, words, at, index + 1, unit=Unit.DAY, offset=offset, day_part=w.DAY_PARTS[low]
        ), index + 1
    if low in w.PERIODS and low != "day" and not early:
        if words.low(index + 1) == "-" and words.at(index + 1).glued:
            return None
        return build(Deictic, words, at, index + 1, unit=w.PERIODS[low], offset=shift), index + 1
    return None


def anaphoric(words: Words, at: int) -> Found | None:
    """``the same day``, ``that night``, ``the following morning``, ``the year before``, ``the day after the
    raid``."""
    low = words.low(at)
    if low in ("at", "by") and words.low(at + 1) in ("the", "that") and words.low(at + 2) == "time":
        if words.low(at + 3) in ("of", "when") and words.low(at + 1) == "the":
            return None
        return build(Relative, words, at, at + 3, unit=None, amount=Amount(0, 0), direction=0), at + 3
    start = words.skip(at, "the", "that", "this", "on") if low in ("the", "that") else at
    pointer = words.low(start)
    if pointer in ("same", *_PREVIOUS, *_FOLLOWING):
        unit = _unit(words, start + 1)
        if unit is None or (pointer == "next" and start == at and words.low(start + 1) != "day"):
            return None
        direction = 0 if pointer == "same" else (-1 if pointer in _PREVIOUS else 1)
        return _relative(words, at, start + 2, unit, direction), start + 2
    if low == "that" and start == at + 1:
        unit = _unit(words, start)
        if unit and words.low(start) not in w.PLURAL_UNITS and ends_phrase(words, start + 1):
            return _relative(words, at, start + 1, unit, 0), start + 1
        return None
    if low == "the" or (low in ("day", "night", "week", "month", "year") and at == start):
        unit = _unit(words, start)
        if unit is None:
            return None
        if words.low(start) in w.PLURAL_UNITS:
            return _days_around(words, at, start, unit[0])
        if words.low(start + 1) in ("before", "after", "earlier", "prior") and low == "the":
            direction = 1 if words.low(start + 1) == "after" else -1
            end = words.skip(start + 2, "to") if words.low(start + 1) == "prior" else start + 2
            found = build(
                Relative, words, at, end, unit=unit[0], amount=Amount(unit[1], unit[1]), direction=direction,
                event_at=_event(words, end), day_part=unit[2],
            )  # fmt: skip
            return found, end
    return None


def _relative(words: Words, at: int, end: int, unit: tuple[Unit, int, str], direction: int) -> TimeExpression:
    count = unit[1] if direction else 0
    return build(
        Relative,
        words,
        at,
        end,
        unit=unit[0],
        amount=Amount(count, count),
        direction=direction,
        day_part=unit[2],
    )


def _days_around(words: Words, at: int, start: int, unit: Unit) -> Found | None:
    """``the days before the killing``, ``the weeks that followed``, ``the months leading up to the vote``."""
    end = start + 1
    for forms, direction in (
        (("before",), -1), (("preceding",), -1), (("prior", "to"), -1), (("leading", "up", "to"), -1),
        (("leading", "to"), -1), (("after",), 1), (("following",), 1), (("that", "followed"), 1), (("since",), 1),
    ):  # fmt: skip
        if words.spells(end, *forms):
            stop = end + len(forms)
            much = Amount(2, None)
            found = build(
                Stretch, words, at, stop, unit=unit, amount=much, direction=direction, anchored=True,
                event_at=_event(words, stop),
            )  # fmt: skip
            return found, stop
    return None


def earlier_or_later(words: Words, at: int) -> Found | None:
    """``earlier this month``, ``later that day``, ``earlier in the week``, ``earlier today``, ``later the
    same day``."""
    side = words.low(at)
    if side not in ("earlier", "later"):
        return None
    index = words.skip(at + 1, "on", "in") if words.low(at + 1) in ("in", "on") else at + 1
    if words.low(index) == "the" and words.low(index + 1) in w.PERIODS:
        unit = w.PERIODS[words.low(index + 1)]
        return build(Relative, words, at, index + 2, unit=unit, amount=Amount(0, 0), direction=0), index + 2
    inner = deictic(words, index) or anaphoric(words, index)
    if inner is None:
        return None
    found, end = inner
    if isinstance(found, Deictic):
        return build(
            Deictic, words, at, end, unit=found.unit, offset=found.offset, day_part=found.day_part, side=side
        ), end
    if isinstance(found, Relative) and found.direction == 0:
        return build(
            Relative,
            words,
            at,
            end,
            unit=found.unit,
            amount=found.amount,
            direction=0,
            day_part=found.day_part,
        ), end
    return None


def stretch(words: Words, at: int) -> Found | None:
    """``the past three months``, ``the last 48 hours``, ``recent days``, ``the coming weeks``, ``the next two
    days``."""
    start = words.skip(at, "the", "these", "this") if words.low(at) in ("the", "these") else at
    low = words.low(start)
    if low in ("recent", "coming") and words.low(start + 1) in w.PLURAL_UNITS:
        grain = w.UNITS[words.low(start + 1)][0]
        direction = -1 if low == "recent" else 1
        return build(
            Stretch, words, at, start + 2, unit=grain, amount=Amount(2, None), direction=direction
        ), start + 2
    if low not in ("past", "last", "next", "previous", "following", "coming", "first", "final"):
        return None
    quantity = amount(words, start + 1)
    much, index = quantity if quantity else (_ONE, start + 1)
    unit = _unit(words, index) or (Unit.DAY, 1, "x")
    if unit[2] or unit[0] is Unit.WEEKEND or low in ("first", "final"):
        return None
    if quantity is None and (start == at or low not in ("past", "last", "coming")):
        return None
    direction = -1 if low in ("past", "last", "previous") else 1
    kind, much = _hours_as_days(
        unit[0], Amount(much.low * unit[1], None if much.high is None else much.high * unit[1])
    )
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
    if words.low(index) in w.WEEKDAYS or words.low(index) in w.MONTHS or _unit(words, index):
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
