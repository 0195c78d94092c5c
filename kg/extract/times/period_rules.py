"""Reads decades, centuries, seasons and feasts, and the parts of periods."""

from __future__ import annotations

from kg.extract.times import words as w
from kg.extract.times.building import Found, build
from kg.extract.times.expressions import CalendarDate, Era, Occasion, Part
from kg.extract.times.tokens import Words
from kg.extract.times.years import year_after, year_number


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
    short, ending = words.at(start + 1), words.at(start + 2)
    if token.text in ("'", "’", "‘") and short.glued and ending.glued and ending.low == "s" and short.text in _DECADES:
        first = 1900 + int(short.text)
        return build(Era, words, at, start + 3, first=first, years=10, part=part), start + 3
    ordinal = words.number(start)
    suffix = words.low(start + 1)
    if ordinal and ordinal <= 21 and suffix in ("st", "nd", "rd", "th") and words.low(start + 2) == "century":
        return build(Era, words, at, start + 3, first=ordinal * 100 - 99, years=100, part=part), start + 3
    return None


_DECADES = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})


FEAST_OPENERS = frozenset(forms[0] for forms, _, _ in w.FEASTS)


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
    if words.low(at) not in FEAST_OPENERS:
        return None
    for forms, name, fixed in w.FEASTS:
        if words.spells(at, *forms):
            end = at + len(forms)
            whole = year_after(words, end)
            year, end = whole if whole else (None, end)
            if fixed:
                return build(CalendarDate, words, at, end, year=year, month=fixed[0], day=fixed[1]), end
            orthodox = any(words.low(k) in ("orthodox", "coptic") for k in (at - 1, at - 2))
            moves = None if orthodox else w.EASTER_DAYS.get(name)
            return build(Occasion, words, at, end, name=name, season=False, year=year, moves=moves), end
    return None


def part_of_period(words: Words, at: int) -> tuple[Part, int] | None:
    """``early``, ``mid-``, ``the end of``, ``the first week of``: the part and the index where its period
    begins."""
    low = words.low(at)
    if low in w.PARTS:
        dash = words.skip(at + 1, "-", "–")
        return w.PARTS[low], dash if dash > at + 1 else words.skip(at + 1, "in", "the", "of", "on")
    start = words.skip(at, "the", "very")
    noun = words.low(start)
    if noun in w.PART_NOUNS and words.low(start + 1) == "of":
        return w.PART_NOUNS[noun], words.skip(start + 2, "the")
    rank = RANKS.get(noun) if words.low(start + 1) in ("half", "week", "weeks", "days") else None
    rank_end = start + 2
    if words.at(start).digits and words.low(start + 2) == "week" and words.at(start + 1).glued:
        rank, rank_end = RANKS.get(noun + words.low(start + 1)), start + 3
    if rank is not None and words.low(rank_end) in ("of", "in"):
        second_half = noun == "second" and words.low(start + 1) == "half"
        return Part.LATE if second_half else rank, words.skip(rank_end + 1, "the")
    return None


RANKS = {
    "first": Part.EARLY, "1st": Part.EARLY, "opening": Part.EARLY, "second": Part.MID, "2nd": Part.MID,
    "2d": Part.MID, "third": Part.MID, "3rd": Part.MID, "fourth": Part.LATE, "last": Part.LATE,
    "final": Part.LATE, "closing": Part.LATE,
}  # fmt: skip
