"""Prints how well names are told apart on three files of pairs, and the mistakes.

Run it from the checkout: ``python -m tests.resolve.names``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.names import compare

PAIRS = Path(__file__).with_name("name_pairs.tsv")
LATER = Path(__file__).with_name("name_pairs_later.tsv")
WARS = Path(__file__).with_name("name_pairs_wars.tsv")


@dataclass(frozen=True)
class Pair:
    """Two names and whether, names alone considered, they are one person's."""

    same: bool
    language: str
    one: str
    other: str


def pairs(path: Path = PAIRS) -> Iterator[Pair]:
    """The pairs of a file."""
    for line in path.read_text("utf-8").splitlines():
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


def measure(path: Path = PAIRS) -> Figures:
    """Judges every pair of a file."""
    judged = [(pair, compare(pair.one, pair.other).same) for pair in pairs(path)]
    counts = Counter((pair.same, same) for pair, same in judged)
    found = counts[True, True]
    return Figures(
        found / (found + counts[False, True]),
        found / (found + counts[True, False]),
        tuple(pair for pair, same in judged if same != pair.same),
    )


def main() -> None:
    """Prints the figures and the mistakes."""
    for path in (PAIRS, LATER, WARS):
        figures = measure(path)
        print(f"{path.name}: P {figures.precision:.3f}, R {figures.recall:.3f}, F1 {figures.f1:.3f}")
        for pair in figures.wrong:
            score = compare(pair.one, pair.other)
            wanted = "same" if pair.same else "different"
            print(f"  {pair.one} | {pair.other} should be {wanted}: {score.value} {score.reason}")


if __name__ == "__main__":
    main()
