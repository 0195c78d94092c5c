"""Draws counts of people: a line from the lowest to the highest number, a dot at the one that is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.drawing.svg import WIDTH, Mark, element, number, picture, room, text

_ROW = 26
_GAP = 12.0
_END = 16.0


@dataclass(frozen=True, slots=True)
class Tally(Mark):
    """How many people; None is an open end. ``part`` marks some of those that another tally counts whole."""

    low: int | None
    best: int | None
    high: int | None
    part: bool = False

    @property
    def open(self) -> bool:
        """Whether it has no number and no end on one side."""
        return self.best is None and (self.low is None or self.high is None)

    @property
    def number(self) -> str:
        """The count in words: ``8 to 12``, ``12 (8 to 15)``, ``at least 3``, ``not told``."""
        known = self.low is not None and self.high is not None
        if known and self.low != self.high:
            span = f"{self.low:,} to {self.high:,}"
            return span if self.best is None else f"{self.best:,} ({span})"
        if self.best is not None:
            return f"{self.best:,}"
        if self.low is not None:
            return f"{self.low:,}" if known else f"at least {self.low:,}"
        return "not told" if self.high is None else f"at most {self.high:,}"


def draw_tolls(tallies: Iterable[Tally], title: str, width: int = WIDTH) -> str:
    """The counts as an SVG element, one in each row, all on one scale; parts stand in, below what they are of."""
    rows = list(tallies)
    known = [n for row in rows for n in (row.low, row.best, row.high) if n is not None]
    most = max([*known, 1])
    words = min(max((room(row.label) + _GAP * (1 + row.part) for row in rows), default=0.0), width * 0.45)
    ends = max((room(row.number) for row in rows), default=0.0) + 2 * _END
    scale = max(width - words - ends, 40.0) / most
    drawn = "".join(_row(row, at, words, scale, most) for at, row in enumerate(rows))
    return picture(width, _ROW * max(len(rows), 1) + 6, title, drawn, "tolls")


def _row(row: Tally, at: int, begin: float, scale: float, most: int) -> str:
    y = at * _ROW + 16.0
    told = row.best is not None
    low = row.low if row.low is not None else row.best or 0
    high = row.high if row.high is not None else row.best if told else most
    known = told or row.low is not None or row.high is not None
    left, right = begin + low * scale, begin + (high or 0) * scale
    drawn = text(row.label, x=_GAP * row.part, y=y + 4, class_="toll-name")
    if known and (right > left or row.open):
        # An open end goes on to where the largest number stands, and a little further.
        end = right + _END / 2 if row.open and row.high is None else right
        line = f"M{number(left)},{number(y)}H{number(end)}"
        drawn += element("path", d=line, class_=f"{row.kind} span{' open' if row.open else ''}")
    if told or (known and left == right):
        x = left if row.best is None else begin + row.best * scale
        drawn += element("circle", cx=x, cy=y, r=5.0, class_=f"{row.kind} dot")
    return row.drawn(drawn + text(row.number, x=(right if known else begin) + _END, y=y + 4, class_="toll-number"))
