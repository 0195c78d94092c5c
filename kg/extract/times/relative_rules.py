"""Reads times told from another time in the text, distances from the day of the report, and durations."""

from __future__ import annotations

from kg.extract.numerals import ordinal_word
from kg.extract.times import words as w
from kg.extract.times.amounts import amount, hours_as_days, scaled, unit_at
from kg.extract.times.building import Found, build, ends_phrase
from kg.extract.times.expressions import Ago, Amount, Duration, Relative, Stretch, TimeExpression, Unit
from kg.extract.times.tokens import Words

_EARLIER = frozenset({"earlier", "before", "previously", "prior", "beforehand"})
_LATER = frozenset({"later", "after", "afterwards", "afterward"})
_FIGHTING = frozenset({"fighting", "clashes", "battles", "protests", "unrest", "riots", "rioting", "violence"})


def counted(words: Words, at: int) -> Found | None:
    """``two days ago``, ``24 hours earlier``, ``a week after the raid``, ``days later``, ``for three
    hours``."""
    before = words.at(at - 1)
    bare = words.low(at) in w.PLURAL_UNITS and not (before.digits or before.text in ("]", ")", "-"))
    quantity = (Amount(2, None), at) if bare else amount(words, at)
    if quantity is None:
        return None
    much, index = quantity
    if words.low(index) == "-" and words.at(index).glued:
        index = words.skip(index, "-")
    else:
        index = words.skip(index, "full", "whole", "long", "more", "short", "straight", "consecutive")
    unit = unit_at(words, index)
    if unit is None or unit[0] is Unit.WEEKEND or unit[2] not in ("", "night"):
        return None
    kind, times, _ = unit
    end = index + 1
    if words.low(words.skip(end, "-")) == "old" or words.low(at - 1) == "aged":
        return None
    if words.spells(end, "or", "two") and much == Amount(1, 1):
        much, end = Amount(1, 2), end + 2
    elif words.spells(end, "and", "a", "half") and much.high is not None:
        much, end = Amount(much.low, much.high + 1), end + 3
    much = scaled(much, times)
    kind, much = hours_as_days(kind, much)
    tail = _tail(words, at, end, kind, much)
    if tail:
        return tail
    if bare or (words.low(at) in ("a", "an", "one") and words.low(at - 1) not in ("for", "lasted", "about")):
        return None
    return build(Duration, words, at, end, unit=kind, amount=much), end


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
        direction = -1 if low in _EARLIER else 1
        stop = words.skip(end + 1, "to") if low == "prior" else end + 1
        takes_event = low in ("before", "after", "prior")
        event_at = _event(words, stop) if takes_event else None
        relative = build(Relative, words, at, stop, unit=unit, amount=much, direction=direction, event_at=event_at)
        return relative, stop
    return None


def _event(words: Words, at: int) -> int | None:
    """Offset of the words that name the event another one is dated from; None if the phrase ends here."""
    token = words.at(at)
    if token.low in ("and", "but", "when", "in", "on", "at"):
        return None
    if token.low in ("that", "this") and not words.at(at + 1).word:
        return None  # "the day after that, …"
    return token.begin if token.word or token.digits or token.text in "'’“\"‘" else None


def anaphoric(words: Words, at: int) -> Found | None:
    """``the same day``, ``that night``, ``the following morning``, ``the year before``, ``the day after the
    raid``."""
    low = words.low(at)
    if low in ("at", "by"):
        return _at_the_time(words, at)
    start = words.skip(at, "the", "that", "this", "on") if low in ("the", "that") else at
    pointer = words.low(start)
    unit = unit_at(words, start + 1)
    if unit and pointer in ("same", *w.PREVIOUS, *w.FOLLOWING):
        if pointer == "next" and start == at and words.low(start + 1) != "day":
            return None
        direction = 0 if pointer == "same" else (-1 if pointer in w.PREVIOUS else 1)
        return _counted_by(words, at, start + 2, unit, direction), start + 2
    if low == "that" and start == at + 1:
        unit = unit_at(words, start)
        if unit and words.low(start) not in w.PLURAL_UNITS and ends_phrase(words, start + 1):
            return _counted_by(words, at, start + 1, unit, 0), start + 1
    return _day_of_event(words, at, start) if low == "the" else None


def _at_the_time(words: Words, at: int) -> Found | None:
    """``at the time``, ``by that time``, ``at the time of the strike``."""
    if words.low(at + 1) not in ("the", "that") or words.low(at + 2) != "time":
        return None
    end = words.skip(at + 3, "of") if words.low(at + 1) == "the" else at + 3
    event_at = _event(words, end) if end > at + 3 else None
    none = Amount(0, 0)
    return build(Relative, words, at, end, unit=None, amount=none, direction=0, event_at=event_at), end


def _day_of_event(words: Words, at: int, start: int) -> Found | None:
    """``the year before``, ``the day after the raid``, ``on the day of it``, ``the weeks that followed``."""
    around = _days_around(words, at, start) or _nth_day(words, at, start)
    unit = unit_at(words, start)
    if around is not None or unit is None or words.low(start) in w.PLURAL_UNITS:
        return around
    link, end = words.low(start + 1), start + 2
    if link == "of" and unit[0] is Unit.DAY and words.low(at - 1) in ("on", "since", "until"):
        return _counted_by(words, at, end, unit, 0, _event(words, end)), end
    if link in ("before", "after", "earlier", "prior"):
        end = words.skip(end, "to") if link == "prior" else end
        return _counted_by(words, at, end, unit, 1 if link == "after" else -1, _event(words, end)), end
    return None


def _nth_day(words: Words, at: int, start: int) -> Found | None:
    """``the second day of the battle``: counted from the day on which it began."""
    number = ordinal_word(words.low(start))
    unit = unit_at(words, start + 1)
    if number is None or unit is None or unit[0] is not Unit.DAY or words.low(start + 2) != "of":
        return None
    end = start + 3
    if words.low(end) not in ("the", "a", "an", "this", "that", *_FIGHTING):
        return None
    away = Amount(number - 1, number - 1)
    nth = build(
        Relative,
        words,
        at,
        end,
        unit=Unit.DAY,
        amount=away,
        direction=1 if number > 1 else 0,
        event_at=_event(words, end),
    )
    return nth, end


def _counted_by(
    words: Words, at: int, end: int, unit: tuple[Unit, int, str], direction: int, event_at: int | None = None
) -> TimeExpression:
    """One such unit before, after or, with no direction, the same as the anchor's."""
    count = unit[1] if direction else 0
    much = Amount(count, count)
    kind, _, part = unit
    return build(
        Relative,
        words,
        at,
        end,
        unit=kind,
        amount=much,
        direction=direction,
        day_part=part,
        event_at=event_at,
    )


_AROUND = (
    (("before",), -1), (("preceding",), -1), (("prior", "to"), -1), (("leading", "up", "to"), -1),
    (("leading", "to"), -1), (("after",), 1), (("following",), 1), (("that", "followed"), 1),
)  # fmt: skip


def _days_around(words: Words, at: int, start: int) -> Found | None:
    """``the days before the killing``, ``the ten weeks before``, ``the months leading up to the vote``."""
    quantity = amount(words, start) if words.low(start) not in w.PLURAL_UNITS else None
    much, index = quantity if quantity else (Amount(2, None), start)
    unit = unit_at(words, index)
    if unit is None or words.low(index) not in w.PLURAL_UNITS:
        return None
    kind, much = hours_as_days(unit[0], scaled(much, unit[1]))
    for forms, direction in _AROUND:
        if words.spells(index + 1, *forms):
            stop = index + 1 + len(forms)
            found = build(
                Stretch, words, at, stop, unit=kind, amount=much, direction=direction, anchored=True,
                event_at=_event(words, stop),
            )  # fmt: skip
            return found, stop
    return None
