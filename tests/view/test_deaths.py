"""Who was killed: the rows of the view are those of the bundled question."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.query import load, run
from kg.view import View
from kg.view.deaths import Death


@pytest.mark.parametrize("everything", [False, True])
def test_the_rows_are_those_of_the_bundled_question(view: View, world_file: Path, everything: bool) -> None:
    asked = run(load("who-was-killed"), [world_file], {}, everything)
    rows = {(r["event"].rpartition("/")[2], r["victim"], r["status"], r.get("certainty", "")) for r in asked.rows()}
    found = {(d.event.key, d.victim.label, d.verdict, d.certainty) for d in view.deaths(everything=everything)}
    assert rows
    assert found == rows


def of(view: View, victim: str, everything: bool = False) -> Death:
    return next(d for d in view.deaths(everything=everything) if d.victim.key == victim)


def test_a_death_with_all_that_is_known(view: View) -> None:
    death = of(view, "varga")
    assert [str(s.value) for s in death.killers] == ["Northern Coalition"]
    assert [str(s.value) for s in death.weapons] == ["drone"]
    assert (str(death.when), death.countries) == ("2019-05-05", ("Northland",))
    assert death.sources == ("Col. Eva Berg for Northern Coalition", "the report agency")
    assert death.quote is not None
    assert death.quote.words.startswith("Ivo Varga was killed")


def test_what_is_only_suspected_is_no_killer(view: View) -> None:
    assert not of(view, "moss").killers
    assert [str(s.value) for s in of(view, "moss", everything=True).killers] == ["Tor Dahl"]


def test_disputed_deaths_come_only_when_asked_for(view: View) -> None:
    assert "guards" not in {d.victim.key for d in view.deaths()}
    assert of(view, "guards", everything=True).verdict == "disputed"
    assert of(view, "dahl", everything=True).verdict in ("planned", "attempted")
