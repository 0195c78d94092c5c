"""Where sources disagree, in lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from kg.report import wording
from kg.view import Claim, Conflict, Point, Position


def lines(conflicts: Iterable[Conflict], width: int) -> Iterator[str]:
    """Each event with what is said on every point and by whom."""
    for found in conflicts:
        yield from wrap(wording.headline(found.event), width, subsequent_indent="  ")
        yield f"  {found.event.key}"
        for point in found.points:
            for position in point.positions:
                yield from wrap(_said(point, position), width, initial_indent="    ", subsequent_indent="      ")
        yield ""


def _said(point: Point, position: Position) -> str:
    value = wording.proposition(position.statement)
    if point.role == "category":
        value = f"{point.label}: {position.statement.value}"
    sides = [_voices(position.support)] if position.support else []
    if position.denial:
        sides.append(f"not so: {_voices(position.denial)}")
    return f"{value} [{position.statement.status.replace('-', ' ')}] — {'; '.join(sides)}"


def _voices(claims: Iterable[Claim]) -> str:
    found: dict[str, list[str]] = {}
    for claim in claims:
        who = f"{claim.who} (leaves it open)" if claim.stance == "doubts" else claim.who
        report = claim.quote.document.label
        if report not in found.setdefault(who, []):
            found[who].append(report)
    return ", ".join(f"{who} in {' and '.join(reports)}" for who, reports in found.items())


def records(conflicts: Iterable[Conflict]) -> Iterator[dict[str, object]]:
    """The same for programs."""
    for found in conflicts:
        yield {
            "event": found.event.id,
            "label": found.event.label,
            "weight": found.weight,
            "points": [
                {
                    "about": point.role,
                    "positions": [
                        {
                            "statement": position.statement.id,
                            "value": str(position.statement.value),
                            "status": position.statement.status,
                            "support": [_record(claim) for claim in position.support],
                            "against": [_record(claim) for claim in position.denial],
                        }
                        for position in point.positions
                    ],
                }
                for point in found.points
            ],
        }


def _record(claim: Claim) -> dict[str, str]:
    return {"claim": claim.id, "claimant": claim.who, "stance": claim.stance, "document": claim.quote.document.label}
