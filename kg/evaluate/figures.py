"""Counts and the figures made of them, and the report that a suite hands back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Tally:
    """Predictions and how many are right; what was expected and how much of it was found.

    The two need not be equal: one group that stands for two annotated ones is one right prediction.
    """

    right: int = 0
    predicted: int = 0
    found: int = 0
    expected: int = 0

    def predict(self, right: bool) -> None:
        """Count a prediction."""
        self.predicted += 1
        self.right += right

    def expect(self, found: bool) -> None:
        """Count something expected."""
        self.expected += 1
        self.found += found

    def add(self, hits: int, predicted: int, expected: int) -> None:
        """Count the results of one document in, paired one to one."""
        self.right += hits
        self.predicted += predicted
        self.found += hits
        self.expected += expected

    @property
    def precision(self) -> float | None:
        """Share of the predictions that are right; None without any."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Share of the expected that is found; None where nothing is expected."""
        return self.found / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where nothing is expected or predicted."""
        if not self.predicted and not self.expected:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def figures(self) -> dict[str, float | int | None]:
        """All of them, for JSON."""
        return {
            "P": rounded(self.precision),
            "R": rounded(self.recall),
            "F1": rounded(self.f1),
            "right": self.right,
            "predicted": self.predicted,
            "found": self.found,
            "expected": self.expected,
        }

    def cells(self) -> list[str]:
        """Precision, recall and F1 for a table, with what they are made of."""
        shares = [percent(self.precision), percent(self.recall), percent(self.f1)]
        return [*shares, f"{self.right}/{self.predicted}", f"{self.found}/{self.expected}"]


@dataclass(slots=True)
class Share:
    """How many of some are right."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one."""
        self.right += right
        self.of += 1

    @property
    def value(self) -> float | None:
        """The share; None of none."""
        return self.right / self.of if self.of else None

    def figures(self) -> dict[str, float | int | None]:
        """All of it, for JSON."""
        return {"share": rounded(self.value), "right": self.right, "of": self.of}

    def cell(self) -> str:
        """For a table."""
        return f"{self.right}/{self.of}" if self.of else ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a heading."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a suite found: tables to look at, figures for programs, and misses one by one."""

    suite: str
    tables: tuple[Table, ...]
    figures: dict[str, Any]
    misses: tuple[str, ...] = field(default=())


def rounded(value: float | None) -> float | None:
    """Four digits, enough to compare by."""
    return None if value is None else round(value, 4)


def percent(value: float | None) -> str:
    """For a table; empty where there is no figure."""
    return "" if value is None else f"{100 * value:.1f}"
