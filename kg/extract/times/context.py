"""What is known when a time expression is put on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.extract.times.expressions import Tense
from kg.model import TimeSpan


@dataclass(frozen=True, slots=True)
class Context:
    """The report's day, the clause's tense, the time that relative expressions count from, and the possible
    years."""

    issued: date | None = None
    tense: Tense | None = None
    anchor: TimeSpan | None = None
    era: tuple[int, int] | None = None

    @property
    def basis(self) -> str:
        """How a time that rests on the report's day was derived."""
        return f"relative to the report of {self.issued}"
