"""Reads times told from another time in the text, distances from the day of the report, and durations."""

from __future__ import annotations

from kg.extract.times import words as w
from kg.extract.times.amounts import amount, hours_as_days, scaled, unit_at
from kg.extract.times.building import Found, build, ends_phrase
from kg.extract.times.expressions import Ago, Amount, Duration, Relative, Stretch, TimeExpression, Unit
from kg.extract.times.tokens import Words

_EARLIER = frozenset({"earlier", "before", "previously", "prior", "beforehand"})

_LATER = frozenset({"later", "after", "afterwards", "afterward", "following", "on"})

_PREVIOUS = frozenset({"previous", "preceding", "prior"})

_FOLLOWING = frozenset({"next", "following", "subsequent", "ensuing", "succeeding"})


def counted(words: Words, at: int) -> Found | None:
    """``two days ago``, ``24 hours earlier``, ``a week after the raid``, ``days later``, ``for three
    hours``."""
    before = words.at(at - 1)
    bare = words.low(at) in w.PLURAL_UNITS and not (before.digits or before.text in ("]", ")", "-"))
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
    if token.low in ("and", "but", "when", "in", "on", "at"):
        return None
    return token.begin if token.word or token.digits or token.text in "'’“\"‘" else None


def anaphoric(words: Words, at: int) -> Found | None:
    """``the same day``, ``that night``, ``the following morning``, ``the year before``, ``the day after the
    raid``."""
    low = words.low(at)
    if low in ("at", "by") and words.low(at + 1) in ("the", "that") and words.low(at + 2) == "time":
        end = words.skip(at + 3, "of") if words.low(at + 1) == "the" else at + 3
        event_at = _event(words, end) if end > at + 3 else None
        return build(
            Relative, words, at, end, unit=None, amount=Amount(0, 0), direction=0, event_at=event_at
        ), end
    start = words.skip(at, "the", "that", "this", "on") if low in ("the", "that") else at
    pointer = words.low(start)
    if pointer in ("same", *_PREVIOUS, *_FOLLOWING):
        unit = unit_at(words, start + 1)
        if unit is None or (pointer == "next" and start == at and words.low(start + 1) != "day"):
            return None
        direction = 0 if pointer == "same" else (-1 if pointer in _PREVIOUS else 1)
        return _relative(words, at, start + 2, unit, direction), start + 2
    if low == "that" and start == at + 1:
        unit = unit_at(words, start)
        if unit and words.low(start) not in w.PLURAL_UNITS and ends_phrase(words, start + 1):
            return _relative(words, at, start + 1, unit, 0), start + 1
        return None
    if low == "the" or (low in ("day", "night", "week", "month", "year") and at == start):
        around = _days_around(words, at, start) if low == "the" else None
        unit = unit_at(words, start)
        if around is not None or unit is None or words.low(start) in w.PLURAL_UNITS:
            return around
        if (
            words.low(start + 1) == "of"
            and unit[0] is Unit.DAY
            and words.low(at - 1) in ("on", "since", "until")
        ):
            same = build(
                Relative, words, at, start + 2, unit=Unit.DAY, amount=Amount(0, 0), direction=0,
                event_at=_event(words, start + 2), day_part=unit[2],
            )  # fmt: skip
            return same, start + 2
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
