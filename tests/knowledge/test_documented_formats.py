"""docs/extending.md names the columns and values that the loaders take, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.knowledge import actors, countries, gazetteer, nouns, persons, places, weapons
from kg.knowledge.actors import Actors
from kg.knowledge.extension import FILES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "extending.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("actors.tsv", actors.COLUMNS),
        ("countries.tsv", countries.COLUMNS),
        ("places.tsv", gazetteer.COLUMNS),
        ("weapons.tsv", weapons.COLUMNS),
        ("people.tsv", nouns.PEOPLE_COLUMNS),
        ("materiel.tsv", nouns.THING_COLUMNS),
        ("titles.tsv", persons.TITLE_COLUMNS),
        ("given_names.tsv", persons.NAME_COLUMNS),
    ],
)
def test_columns(name: str, columns: tuple[str, ...]) -> None:
    row = re.search(rf"^\| `{re.escape(name)}` \| ([^|]*) \|", PAGE, re.MULTILINE)
    assert row is not None
    assert tuple(row[1].split(", ")) == columns


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("`kind` of an actor", actors.KINDS),
        ("`kind` of a place", places.KINDS),
        ("`flags` of a weapon", weapons.FLAGS),
        ("`classes` of people", nouns.PEOPLE_CLASSES),
        ("`class` of a thing", nouns.THING_CLASSES),
        ("`class` of a title", persons.TITLE_CLASSES),
    ],
)
def test_values(words: str, values: tuple[str, ...]) -> None:
    listed = PAGE.partition(f"- {words}: ")[2].partition(".\n")[0]
    assert set(re.findall(r"[a-z][a-z0-9-]+", listed)) == set(values)


def test_files() -> None:
    assert set(re.findall(r"`(\w+\.(?:tsv|toml))`", PAGE)) == set(FILES)


def test_the_example_works(tmp_path: Path) -> None:
    path = tmp_path / "actors.tsv"
    path.write_text(PAGE.rpartition("```\n")[0].rpartition("```\n")[2])
    known = Actors.load(path)
    found = [known.find("the Blue Valley Front"), known.find("the Front", countries=["SV"])]
    members = known.compose("BVF fighters")
    assert members is not None
    assert [actor.id for actor in found if actor] == ["blue-valley-front"] * 2
    assert members.actor.id == "blue-valley-front"
