"""A user's folder adds to what is bundled, everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import actors, countries, extension, gazetteer, nouns, persons, weapons


@pytest.fixture(autouse=True)
def _bundled_again() -> Iterator[None]:
    yield
    extension.use(None)


def test_a_folder_adds_to_every_list(tmp_path: Path) -> None:
    files = {
        "countries.tsv": "id\tkind\tname\tadjectives\nx-ruritania\tentity\tRuritania\tRuritanian\n",
        "actors.tsv": "id\tlabel\tkind\nred-hand\tThe Crimson Hand\tarmed-group\n",
        "places.tsv": "name\tkind\tlatitude\tlongitude\nStrelsau\tcity\t48.0\t14.0\n",
        "weapons.tsv": "id\tlabel\nzap-gun\tzap gun\n",
        "people.tsv": "noun\tclasses\nzouavette\tcombatant\n",
        "materiel.tsv": "noun\tclass\nzeppelinette\taircraft\n",
        "titles.tsv": "title\tclass\nMargravine\troyal\n",
        "given_names.tsv": "name\tgender\nFlavia\tf\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    before = actors.default()
    extension.use(tmp_path)
    army = actors.default().compose("Ruritanian army")
    assert army is not None
    assert army.actor.id == "ruritania-army"
    assert actors.default().find("The Crimson Hand") is not None
    assert gazetteer.default().choose("Strelsau").place is not None
    assert weapons.default().find("zap guns") is not None
    assert nouns.people().find("two zouavettes") is not None
    assert nouns.things().find("a zeppelinette") is not None
    assert persons.titles().find("Margravine") is not None
    assert persons.given_names().gender("Flavia") == "f"
    extension.use(None)
    assert actors.default().compose("Ruritanian army") is None
    assert countries.default().get("x-ruritania") is None
    assert len(actors.default()) == len(before)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        extension.use(tmp_path / "none")


def test_a_file_that_nobody_would_read(tmp_path: Path) -> None:
    (tmp_path / "acters.tsv").write_text("id\n")
    with pytest.raises(KnowledgeError, match=r"acters\.tsv: not a knowledge file"):
        extension.use(tmp_path)


def test_a_bad_line_is_told_when_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "weapons.tsv").write_text("id\tlabel\nzap\n")
    extension.use(tmp_path)
    with pytest.raises(KnowledgeError, match=r"weapons\.tsv:2: "):
        weapons.default()
