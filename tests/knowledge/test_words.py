"""Weapons, words for people and things, titles and given names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KnowledgeError
from kg.knowledge import nouns, persons, weapons
from kg.knowledge.nouns import People, Things
from kg.knowledge.persons import GivenNames, Titles
from kg.knowledge.phrases import plural
from kg.knowledge.weapons import Weapons


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("a Hellfire missile", "hellfire"),
        ("MQ-9 Reaper drones", "mq-9"),
        ("two car bombs", "car-bomb"),
        ("AK-47 rifles", "kalashnikov"),
        ("500-pound bombs", "aerial-bomb"),
        ("suicide vests", "suicide-vest"),
        ("knives", "knife"),
        ("a roadside bomb", "roadside-bomb"),
        ("Apache helicopters", "ah-64"),
        ("sarin gas", "sarin"),
        ("mortar shells", "mortar"),
        ("sticks of dynamite", "explosive"),
        ("the table", None),
        ("", None),
    ],
)
def test_weapons(text: str, identifier: str | None) -> None:
    found = weapons.default().find(text)
    assert (found.id if found else None) == identifier


def test_what_follows_from_a_weapon() -> None:
    reaper, hellfire = weapons.default().get("mq-9"), weapons.default().get("hellfire")
    assert reaper is not None
    assert hellfire is not None
    assert (reaper.is_platform, reaper.is_aerial, reaper.is_uncrewed, reaper.is_munition) == (
        True,
        True,
        True,
        False,
    )
    assert hellfire.is_munition
    assert [kind.id for kind in weapons.default().broader(hellfire)] == ["missile"]


def test_kinds_of_weapons_form_no_circle() -> None:
    known = weapons.default()
    for weapon in known:
        assert weapon not in known.broader(weapon)


def test_several_weapons_in_one_phrase() -> None:
    found = weapons.default().all_in("fired Katyusha rockets and mortar rounds at the base")
    assert [(entry.item.id, entry.begin, entry.end) for entry in found] == [
        ("katyusha", 1, 3),
        ("mortar", 4, 6),
    ]


@pytest.mark.parametrize(
    ("text", "noun", "number", "classes"),
    [
        ("senior police officers", "police officer", "plural", {"security-force"}),
        ("two women", "woman", "plural", {"woman", "civilian"}),
        ("rebels", "rebel", "plural", {"combatant"}),
        ("an army spokesman", "army spokesman", "singular", {"speaker"}),
        ("the gunmen", "gunman", "plural", {"combatant"}),
        ("troops", "troops", "plural", {"security-force"}),
        ("the militia", "militia", "collective", {"combatant"}),
        ("a union leader", "union leader", "singular", {"civilian", "leader"}),
        ("six Jesuit priests", "Jesuit priest", "plural", {"clergy"}),
        ("aid workers", "aid worker", "plural", {"aid-worker", "civilian"}),
        ("the dead", "dead", "plural", {"casualty"}),
    ],
)
def test_people(text: str, noun: str, number: str, classes: set[str]) -> None:
    found = nouns.people().find(text)
    assert found is not None
    assert (found.noun, found.number) == (noun, number)
    assert classes <= set(found.classes)


@pytest.mark.parametrize("text", ["a fuel convoy", "the strike", "Monday", ""])
def test_what_is_no_people(text: str) -> None:
    assert nouns.people().find(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("a fuel convoy", "vehicle", "singular"),
        ("churches", "building", "plural"),
        ("an oil pipeline", "infrastructure", "singular"),
        ("army positions", "position", "plural"),
        ("passenger jets", "aircraft", "plural"),
    ],
)
def test_things(text: str, kind: str, number: str) -> None:
    found = nouns.things().find(text)
    assert found is not None
    assert (found.kind, found.number) == (kind, number)


@pytest.mark.parametrize(
    ("name", "expansions"),
    [
        ("Lt. Col. John Smith", ["Lieutenant Colonel"]),
        ("Vice President Gen. X", ["Vice President", "General"]),
        ("Sheikh X", ["Sheikh"]),
        ("Msgr. Romero", ["Monsignor"]),
        ("John General Smith", []),
        ("General", []),
        ("", []),
    ],
)
def test_titles_before_names(name: str, expansions: list[str]) -> None:
    assert [entry.item.expansion for entry in persons.titles().leading(name)] == expansions


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Fatima", "f"),
        ("Mohammed", "m"),
        ("José Napoleón", "m"),
        ("Olena", "f"),
        ("Said", "m"),
        ("said", ""),
        ("Xqz", ""),
        ("", ""),
    ],
)
def test_given_names(name: str, gender: str) -> None:
    assert persons.given_names().gender(name) == gender


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("policeman", "policemen"),
        ("car bomb", "car bombs"),
        ("knife", "knives"),
        ("church", "churches"),
        ("city", "cities"),
        ("convoy", "convoys"),
        ("aircraft", "aircraft"),
        ("woman", "women"),
        ("child", "children"),
    ],
)
def test_plurals(one: str, several: str) -> None:
    assert plural(one) == several


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    assert weapons.default().find(text) is None or text
    assert nouns.people().find(text) is None or text
    assert nouns.things().find(text) is None or text
    assert len(persons.titles().leading(text)) <= len(text.split())


def test_users_files_win(tmp_path: Path) -> None:
    people = tmp_path / "people.tsv"
    people.write_text("noun\tplural\tclasses\tnumber\tgender\nrebel\trebs\tcivilian\nzouave\t\tcombatant\n")
    known = People.load(people)
    for word, classes in (("rebs", ("civilian",)), ("zouaves", ("combatant",)), ("soldiers", None)):
        found = known.find(word)
        assert found is not None
        assert classes is None or found.classes == classes
    names = tmp_path / "names.tsv"
    names.write_text("name\tgender\nFatima\tm\n")
    assert GivenNames.load(names).gender("Fatima") == "m"


@pytest.mark.parametrize(
    ("load", "text"),
    [
        (People.load, "noun\tclasses\nrebel\twizard\n"),
        (People.load, "noun\tclasses\nrebel\n"),
        (Things.load, "noun\tclass\nrock\twizard\n"),
        (Titles.load, "title\tclass\nDuke\twizard\n"),
        (GivenNames.load, "name\tgender\nKim\tx\n"),
        (Weapons.load, "id\tlabel\tflags\nwand\tWand\tmagic\n"),
        (Weapons.load, "id\tlabel\tbroader\nwand\tWand\tstaff\n"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, load: object, text: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(text)
    assert callable(load)
    with pytest.raises(KnowledgeError, match=r"mine\.tsv:2: "):
        load(path)
