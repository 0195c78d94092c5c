"""The terminal dossier and the numbers of a graph."""

from __future__ import annotations

import pytest

from kg.report import dossier, wording
from kg.report.numbers import text
from kg.view import View


def shown(view: View, name: str, width: int = 100) -> str:
    return dossier.of(view, view.one(name, *dossier.KINDS), width)


def test_an_event_with_both_sides(view: View) -> None:
    lines = shown(view, "shelling").splitlines()
    assert lines[0] == "Shelling of the Northland army"
    assert "by:         Northern Coalition (disputed)" in lines
    assert "where:      Oldtown (alleged)" in lines
    for_it, against = lines.index("Who says so"), lines.index("Who denies or doubts it")
    berg = next(n for n, line in enumerate(lines) if line.startswith("Col. Eva Berg for Northern Coalition denies"))
    assert for_it < against < berg
    assert lines[berg + 2] == "    “Berg denied any attack on the army.”"
    assert "it happened: 2 for, 1 against" in lines


def test_a_person_as_victim_and_as_suspect(view: View) -> None:
    lines = shown(view, "Ivo Varga").splitlines()
    harmed, acting = lines.index("As the one harmed"), lines.index("As actor or otherwise")
    assert any("Air strike on Ivo Varga  [admitted]  killed" in line for line in lines[harmed:acting])
    assert any("Beheading of Ana Lind  [corroborated]  by (open)" in line for line in lines[acting:])
    assert 'also called: Ivo "the Bear" Varga' in lines


def test_roles_come_with_day_sentence_and_how_they_are_held(view: View) -> None:
    lines = shown(view, "Kim Holt").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("2019-05-08  former spokesman"))
    assert lines[at].endswith("(speaks for Northland army)  [former]")
    assert lines[at + 2] == "    “Kim Holt, former spokesman of the army”"
    assert not any(line.startswith("role text:") for line in lines)
    assert any("Kim Holt: former spokesman" in line for line in shown(view, "Northland army").splitlines())


def test_every_part_of_an_event_is_told_once() -> None:
    roles = [role for role, _ in wording.ROLES]
    assert len(roles) == len(set(roles))


def test_a_place_says_why_it_has_no_coordinates(view: View) -> None:
    assert "no coordinates: no entry" in shown(view, "Red Valley")
    assert "coordinates: 41.2500, -3.1250 (exact)" in shown(view, "Oldtown")


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_fit(view: View, width: int) -> None:
    for line in shown(view, "raid", width).splitlines():
        longest = max((len(word) for word in line.split()), default=0)
        assert len(line) <= max(width, longest + 8)


def test_numbers_in_words(view: View) -> None:
    lines = text(view.stats).splitlines()
    assert lines[0] == "documents   2"
    assert "  disputed       2" in lines
    assert "period      2016-01-01 to 2019-05-05" in lines
