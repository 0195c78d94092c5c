"""The shape of a graph as a few lines of text."""

from __future__ import annotations

from kg.view import Stats


def text(stats: Stats) -> str:
    """One line for every number, lists below their heading."""
    period = f"{stats.first} to {stats.last}" if stats.first else "no dates"
    lines = [
        f"documents   {stats.documents}",
        f"events      {stats.events}  ({stats.dated} with an accepted time, {stats.located} with an accepted place)",
        f"period      {period}",
        f"people      {stats.people}",
        f"groups      {stats.groups}",
        f"places      {stats.places}",
        f"claims      {stats.claims}  ({', '.join(f'{count} {name}' for name, count in stats.by_stance)})",
        f"statements  {stats.statements}  ({stats.facts} stand as facts)",
    ]
    for heading, pairs in (("events by verdict", stats.by_status), ("events by kind", stats.by_type)):
        if pairs:
            width = max(len(name) for name, _ in pairs)
            lines += ["", heading, *(f"  {name:<{width}}  {count}" for name, count in pairs)]
    return "\n".join(lines) + "\n"
