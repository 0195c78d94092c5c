"""Which tellings are of one event: the cases of ``event_pairs.txt``."""

from __future__ import annotations

import pytest

from tests.resolve.event_pairs import Case, cases, merged

CASES = list(cases())


def test_there_are_enough_cases_of_both_kinds() -> None:
    assert len(CASES) >= 60
    assert sum(case.same for case in CASES) >= 20
    assert sum(not case.same for case in CASES) >= 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_events_are_told_apart(case: Case) -> None:
    assert merged(case) == case.same
