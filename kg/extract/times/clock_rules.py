"""Reads times of day with their zones, and the parts of a day."""

from __future__ import annotations

from kg.extract.times import words as w
from kg.extract.times.building import ends_phrase
from kg.extract.times.expressions import Clock
from kg.extract.times.tokens import Words

_ABOUT = ("about", "around", "approximately", "roughly", "nearly", "some", "circa", "shortly", "just")
_LEAD = frozenset({"at", "around", "about", "by", "after", "before", "until", "since", "from", "approximately", "near"})


def clock(words: Words, at: int) -> tuple[Clock, int] | None:
    """A time of day that begins here: ``8 pm (6 pm GMT)``, ``0930 local time``, ``9:30 a.m.``, ``noon``."""
    read = _reading(words, at)
    if read is None:
        return None
    (hour, minute, sure), end = read
    zone, offset, end = _zone(words, end)
    if not (sure or zone):
        return None
    other = _other_reading(words, end)
    if other is not None:
        (there, its_zone), end = other
        if offset is None:
            difference = hour * 60 + minute - (there.hour * 60 + there.minute) + its_zone
            offset = (difference + 720) % 1440 - 720
            zone = zone or f"by {there.zone}"
    approximate = words.low(at - 1) in (*_ABOUT, "after", "before")
    return Clock(hour, minute, offset, zone, approximate), end


def _reading(words: Words, at: int) -> tuple[tuple[int, int, bool], int] | None:
    """Hour, minute, whether nothing but a time of day is written like this, and the index after it."""
    token = words.at(at)
    low = token.low
    if low in ("noon", "midday") and words.low(at - 1) in _LEAD:
        return (12, 0, True), at + 1
    if not token.digits or len(token.text) > 4 or (token.glued and words.at(at - 1).text not in "(/T["):
        return None
    value = int(token.text)
    if len(token.text) == 4:
        return _military(words, at, value)
    if len(token.text) > 2 or value > 24:
        return None
    minute, end = 0, at + 1
    mark, figure = words.at(at + 1), words.at(at + 2)
    parted = mark.text in ":." and mark.glued and figure.glued and figure.digits and len(figure.text) == 2
    if parted and int(figure.text) < 60:
        minute, end = int(figure.text), at + 3
        seconds = words.at(end + 1)
        if words.at(end).text == ":" and words.at(end).glued and seconds.glued and seconds.digits:
            end += 2
    half = _half_of_day(words, end)
    if half is not None:
        if not 1 <= value <= 12:
            return ((value, minute, True), half[1]) if half[0] == 12 and value < 24 else None
        return (value % 12 + half[0], minute, True), half[1]
    if words.spells(end, "o", "'", "clock") or words.spells(end, "o", "’", "clock"):
        return (value % 24, minute, True), end + 3
    if words.low(end) == "noon" and value == 12:
        return (12, 0, True), end + 1
    if value > 23:
        return None
    if parted and mark.text == ":":
        return (value, minute, True), end
    return ((value, minute, False), end) if parted else None


def _military(words: Words, at: int, value: int) -> tuple[tuple[int, int, bool], int] | None:
    """``0930``, ``2100 hours``: four figures that are no year because of what stands beside them."""
    hour, minute = divmod(value, 100)
    if hour > 23 or minute > 59:
        return None
    if words.low(at + 1) in ("hours", "hrs", "hour") and words.low(at + 2) not in (
        "ago",
        "of",
        "later",
        "before",
    ):
        return (hour, minute, True), at + 2
    led = words.low(at - 1) == "at" or (words.low(at - 1) in _ABOUT and words.low(at - 2) == "at")
    bare = (led and ends_phrase(words, at + 1)) or (led and words.low(at + 1) in _DAY_WORDS)
    return (hour, minute, bare and words.low(at + 1) not in ("of", "about")), at + 1


_DAY_WORDS = frozenset({"today", "yesterday", "last", "this", "on", "tomorrow", *w.WEEKDAYS})


def _half_of_day(words: Words, at: int) -> tuple[int, int] | None:
    """0 for a.m., 12 for p.m., with the index after it."""
    for half, letter in ((0, "a"), (12, "p")):
        if words.low(at) == letter + "m":
            return half, at + 1
        if words.spells(at, letter, ".", "m"):
            end = at + 4 if words.low(at + 3) == "." and words.at(at + 3).glued else at + 3
            return half, end
        if words.spells(at, letter, "m") and words.at(at + 1).glued:
            return half, at + 2
    return None


def _zone(words: Words, at: int) -> tuple[str, int | None, int]:
    """Zone words, distance from UTC in minutes and the index after them; nothing read leaves the index."""
    opened = at + 1 if words.low(at) in ("(", ",") else at
    closed = 1 if words.low(at) == "(" else 0
    low = words.low(opened)
    if low in w.ZONES and words.at(opened).text.isupper():
        offset, end = w.ZONES[low], opened + 1
        sign, figure = words.at(end), words.at(end + 1)
        if sign.text in "+-" and sign.glued and figure.glued and figure.digits and int(figure.text[:2]) <= 14:
            offset += (1 if sign.text == "+" else -1) * 60 * int(figure.text[:2])
            end += 2
        if not closed or words.low(end) == ")":
            return words.at(opened).text, offset, end + closed
    local = low == "local" and words.low(opened + 1) in ("time", "times")
    if local and (not closed or words.low(opened + 2) == ")"):
        return "local time", None, opened + 2 + closed
    if low == "local" and ends_phrase(words, opened + 1) and not closed:
        return "local time", None, opened + 1
    named = words.capitalised(opened) and words.low(opened + 1) == "time" and words.at(opened).word
    if named and not words.shouting(opened) and (not closed or words.low(opened + 2) == ")"):
        return f"{words.at(opened).text} time", None, opened + 2 + closed
    return "", None, at


def _other_reading(words: Words, at: int) -> tuple[tuple[Clock, int], int] | None:
    """The same moment in a zone of known distance from UTC, in brackets or after a slash or comma."""
    if words.low(at) not in ("(", "/", ",", "["):
        return None
    read = _reading(words, at + 1)
    if read is None:
        return None
    (hour, minute, _), end = read
    zone, offset, end = _zone(words, end)
    if offset is None:
        return None
    if words.low(at) in ("(", "["):
        if words.low(end) not in (")", "]"):
            return None
        end += 1
    return (Clock(hour, minute, offset, zone), offset), end


def day_part(words: Words, at: int) -> tuple[str, int] | None:
    """A part of the day after a day: ``morning``, ``at dawn``, ``in the early hours``, ``overnight``."""
    index = words.skip(at, "-") if words.low(at) == "-" else at
    index = words.skip(index, "early", "late", "mid", "-", "pre")
    if words.low(index) in w.DAY_PARTS:
        return w.DAY_PARTS[words.low(index)], index + 1
    if words.low(at) in ("at", "in", "during", "before", "around", "about", "after"):
        index = words.skip(at + 1, "about", "around", "the", "early", "late", "pre", "mid", "-")
        if words.low(index) in w.DAY_PARTS:
            return w.DAY_PARTS[words.low(index)], index + 1
        if words.low(index) == "hours" and words.low(index - 1) in ("early", "late"):
            return ("night" if words.low(index - 1) == "late" else "early hours"), index + 1
    return None
