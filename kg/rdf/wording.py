"""Short phrases for nodes that no text names."""

from __future__ import annotations

from kg import model


def number(count: model.Count) -> str:
    """A count as one would write it: ``27``, ``at least 27``, ``20 to 30``, ``25 (20 to 30)``."""
    low, best, high = count.low, count.best, count.high
    if best is not None:
        if low is not None and high is not None and low < best < high:
            return f"{best} ({low} to {high})"
        if low == best and high is None:
            return f"at least {best}"
        if high == best and low is None:
            return f"at most {best}"
        return str(best)
    if low is not None and high is not None:
        return f"{low} to {high}"
    if low is not None:
        return f"at least {low}"
    return "an unknown number of" if high is None else f"at most {high}"


def casualties(value: model.Casualties) -> str:
    """Who met which fate, counted: ``at least 27 civilians killed``."""
    people = "people" if value.category is model.Category.ALL_PEOPLE else value.category.value.replace("-", " ")
    return f"{number(value.count)} {people} {value.outcome.value}"
