"""Prints how well names are told apart on the pairs in ``name_pairs.tsv``, and the mistakes.

Run it from the checkout: ``python -m tests.resolve.names``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.names import compare

PAIRS = Path(__file__).with_name("name_pairs.tsv")


@dataclass(frozen=True)
class Pair:
    """Two names and whether, names alone considered, they are one person's."""

    same: bool
    language: str
    one: str
    other: str


def pairs() -> Iterator[Pair]:
    """The pairs of the file."""
    for line in PAIRS.read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "verdict\t")):
            verdict, language, one, other = line.split("\t")
            yield Pair(verdict == "same", language, one, other)


@dataclass(frozen=True)
class Figures:
    """Precision and recall of "same", and the pairs judged wrongly."""

    precision: float
    recall: float
    wrong: tuple[Pair, ...]

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def measure() -> Figures:
    """Judges every pair."""
    judged = [(pair, compare(pair.one, pair.other).same) for pair in pairs()]
    counts = Counter((pair.same, same) for pair, same in judged)
    found = counts[True, True]
    return Figures(
        found / (found + counts[False, True]),
        found / (found + counts[True, False]),
        tuple(pair for pair, same in judged if same != pair.same),
    )


def main() -> None:
    """Prints the figures and the mistakes."""
    figures = measure()
    print(f"precision {figures.precision:.3f}  recall {figures.recall:.3f}  F1 {figures.f1:.3f}")
    for pair in figures.wrong:
        score = compare(pair.one, pair.other)
        wanted = "same" if pair.same else "different"
        print(
            f"{pair.language}  {pair.one}  |  {pair.other}  should be {wanted}: {score.value} {score.reason}"
        )


if __name__ == "__main__":
    main()
