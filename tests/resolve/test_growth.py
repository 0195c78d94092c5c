"""Work grows with the number of reports, not with the number of their pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from kg.resolve import bystanders, incidents, people, resolve
from tests.resolve.synthetic import reports

SMALL, LARGE = 500, 2000


def work(number: int, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many comparisons of each sort so many reports take."""
    done: Counter[str] = Counter()

    def counted(module: object, name: str) -> None:
        original: Callable[..., object] = getattr(module, name)

        def counting(*arguments: object) -> object:
            done[name] += 1
            return original(*arguments)

        monkeypatch.setattr(module, name, counting)

    counted(incidents, "match")
    counted(people, "compare")
    counted(bystanders, "_fits")
    resolve(reports(number, famous=0.1))
    monkeypatch.undo()
    return done


def test_comparisons_grow_with_the_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = work(SMALL, monkeypatch), work(LARGE, monkeypatch)
    assert set(small) == {"match", "compare", "_fits"}
    for name, number in small.items():
        assert large[name] / LARGE < 2 * max(number / SMALL, 0.1), name
