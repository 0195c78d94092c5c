"""Draws when things happened: a dot for a day, a bar for a month or year, an open end where one is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.drawing.svg import WIDTH, Mark, element, number, picture, room, text

_MARGIN = 24
_LANE = 16
_MOST_LANES = 14
_MOST_BARS = 240


@dataclass(frozen=True, slots=True)
class Bar(Mark):
    """Something that happened between two days; None is an open end."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class _Axis:
    begin: int
    days: int
    width: int

    def x(self, day: date) -> float:
        """Where a day begins, in pixels."""
        return _MARGIN + (day.toordinal() - self.begin) / self.days * (self.width - 2 * _MARGIN)


def draw_timeline(bars: Iterable[Bar], title: str, width: int = WIDTH) -> str:
    """The timeline as an SVG element: single bars, or columns of how many where they are too many."""
    timed = sorted(
        (bar for bar in bars if bar.first or bar.last),
        key=lambda b: (b.first or b.last or date.min, b.last or date.max, b.label),
    )
    if not timed:
        return picture(width, 40, title, text("no dates", x=_MARGIN, y=24, class_="tick-name"), "timeline")
    known = [day for bar in timed for day in (bar.first, bar.last) if day]
    axis = _axis(min(known), max(known), width)
    lanes = _lanes(timed, axis)
    if len(timed) > _MOST_BARS or len(lanes) > _MOST_LANES:
        height, drawn = 150, _columns(timed, axis, 120)
    else:
        height = len(lanes) * _LANE + 42
        drawn = "".join(_bar(bar, n, axis) for n, lane in enumerate(lanes) for bar in lane)
    return picture(width, height, title, _ticks(axis, height) + drawn, "timeline")


def _axis(first: date, last: date, width: int) -> _Axis:
    spare = max(3, (last - first).days // 40)
    begin = max(first.toordinal() - spare, 1)
    end = min(last.toordinal() + spare + 1, date.max.toordinal())
    return _Axis(begin, end - begin, width)


def _extent(bar: Bar, axis: _Axis) -> tuple[float, float]:
    """From where to where a bar reaches, at least wide enough to see."""
    first = axis.x(bar.first) if bar.first else axis.x(bar.last or date.min) - 30
    last = axis.x(bar.last + timedelta(days=1)) if bar.last and bar.last < date.max else first + 30
    return first, max(last, first + 8)


def _lanes(bars: Sequence[Bar], axis: _Axis) -> list[list[Bar]]:
    """Bars in as few rows as it takes for none to cover another."""
    lanes: list[list[Bar]] = []
    ends: list[float] = []
    for bar in bars:
        first, last = _extent(bar, axis)
        at = next((n for n, end in enumerate(ends) if end + 2 <= first), len(lanes))
        if at == len(lanes):
            lanes.append([])
            ends.append(0.0)
        lanes[at].append(bar)
        ends[at] = last
    return lanes


def _bar(bar: Bar, lane: int, axis: _Axis) -> str:
    first, last = _extent(bar, axis)
    y = lane * _LANE + 4.0
    kind = bar.kind if bar.first and bar.last else f"{bar.kind} open"
    single = bar.first == bar.last
    shape = (
        element("circle", cx=(first + last) / 2, cy=y + 5, r=5.0, class_=f"{kind} dot")
        if single
        else element("rect", x=first, y=y, width=last - first, height=10.0, rx=3.0, class_=f"{kind} bar")
    )
    return bar.drawn(shape)


def _columns(bars: Sequence[Bar], axis: _Axis, height: int) -> str:
    """How many there are in each stretch of time; a bar that spans several counts in the middle of its time."""
    count = 80
    piles = [0] * count
    for bar in bars:
        first, last = bar.first or bar.last, bar.last or bar.first
        assert first is not None
        assert last is not None
        middle = (first.toordinal() + last.toordinal()) / 2
        piles[min(count - 1, max(0, int((middle - axis.begin) / axis.days * count)))] += 1
    most = max(piles)
    step = (axis.width - 2 * _MARGIN) / count
    drawn: list[str] = []
    for n, pile in enumerate(piles):
        if pile:
            tall = max(2.0, pile / most * (height - 12))
            x = _MARGIN + n * step
            day = date.fromordinal(axis.begin + int(n / count * axis.days))
            column = element("rect", x=x, y=height - tall, width=step - 1, height=tall, class_="mark column")
            drawn.append(Mark(f"{pile} from {day}").drawn(column))
    return "".join(drawn)


def _ticks(axis: _Axis, height: int) -> str:
    drawn: list[str] = []
    base = height - 24.0
    drawn.append(element("path", d=f"M{_MARGIN},{number(base)}H{axis.width - _MARGIN}", class_="axis"))
    for day, name in _marks(axis):
        x = axis.x(day)
        if _MARGIN <= x <= axis.width - _MARGIN:
            drawn.append(element("path", d=f"M{number(x)},0V{number(base + 4)}", class_="tick"))
            half = room(name) / 2
            if half <= x <= axis.width - half:
                drawn.append(text(name, x=x, y=base + 17, class_="tick-name", text_anchor="middle"))
    return "".join(drawn)


def _marks(axis: _Axis) -> list[tuple[date, str]]:
    """Round days to name on the axis, as many as there is room for."""
    most = max(2, axis.width // 80)
    begin, end = date.fromordinal(axis.begin), date.fromordinal(axis.begin + axis.days)
    years = end.year - begin.year
    if years >= 3:
        step = next((s for s in (1, 2, 5, 10, 20, 50, 100, 500) if years / s <= most), 1000)
        start = -(-begin.year // step) * step
        return [(date(year, 1, 1), str(year)) for year in range(max(start, 1), end.year + 1, step)]
    if axis.days > 75:
        months = [(y, m) for y in range(begin.year, end.year + 1) for m in range(1, 13)]
        months = [(y, m) for y, m in months if begin <= date(y, m, 1) <= end]
        step = next(s for s in (1, 2, 3, 6, 12) if len(months) / s <= most or s == 12)
        return [(date(y, m, 1), f"{y}-{m:02}") for y, m in months if (m - 1) % step == 0]
    step = next(s for s in (1, 2, 5, 7, 14, 28) if axis.days / s <= most or s == 28)
    return [(day := begin + timedelta(days=n), day.isoformat()) for n in range(0, axis.days, step)]
