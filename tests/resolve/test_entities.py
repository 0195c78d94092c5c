"""Which persons, groups and places of different documents are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import EntityKind, Predicate, Reading
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Story, by, hit, killed, when, where

Tell = Callable[[Story], None]


def kinds(kind: EntityKind, *tells: Tell) -> list[str]:
    """The names of the entities of one kind when each of these is told by a document of its own."""
    return [entity.label for entity in resolve(_readings(tells)).entities if entity.kind is kind]


def _readings(tells: tuple[Tell, ...]) -> list[Reading]:
    readings = []
    for number, tell in enumerate(tells):
        story = Story(f"report{number}", f"2020-01-{number + 1:02}")
        tell(story)
        readings.append(story.reading())
    return readings


def person(name: str, *aliases: str, group: str = "", nation: str = "", died: str = "", acted: str = "") -> Tell:
    """A document that names a person, with what else it says of it."""

    def tell(story: Story) -> None:
        who = story.person(name, *aliases)
        if group:
            story.is_(who, Predicate.MEMBER_OF, story.group(group, actor=group))
        if nation:
            story.is_(who, Predicate.NATIONALITY, story.country(nation, nation))
        if died:
            story.says(story.event("Killing"), killed(who), when(died))
        if acted:
            story.says(story.event("Attack"), by(who), when(acted))

    return tell


@pytest.mark.parametrize(
    ("tells", "people"),
    [
        ([person("Karim Haddadin"), person("Kareem al-Haddadeen")], 1),
        ([person("Anton Delacroix"), person("Anton M. Delacroix")], 1),
        ([person("Tariq bin Salim al-Haddadin"), person("Tareq al-Haddadin")], 1),
        ([person("Karim Haddadin"), person("Samir Haddadin")], 2),
        ([person("Haddadin"), person("Karim Haddadin")], 2),
        ([person("Haddadin", group="north"), person("Haddadin", group="north")], 2),
        ([person("Muhammad Ali"), person("Mohammed Aly")], 2),
        ([person("Muhammad Ali", group="north"), person("Mohammed Aly", group="north")], 1),
        ([person("Muhammad Ali", group="north"), person("Mohammed Aly", group="south")], 2),
        ([person("Abu Omar", group="north"), person("Abu Omar", group="north")], 2),
        ([person("Abu Omar", died="2020-01-01"), person("Abou Omar", died="2020-01-01")], 1),
        ([person("Abu Marwat", group="north"), person("Abou Marouat", group="north")], 1),
        ([person("Karim Haddadin", nation="SY"), person("Karim Haddadin", nation="JO")], 2),
        ([person("Karim Haddadin", nation="SY"), person("Karim Haddadin")], 1),
        ([person("Karim Haddadin", died="2012-05-01"), person("Karim Haddadin", acted="2015-05-01")], 2),
        ([person("Karim Haddadin", died="2012-05-01"), person("Karim Haddadin", died="2012-05-03")], 1),
        ([person("Karim Haddadin", died="2012-05-01"), person("Karim Haddadin", died="2019-05-03")], 2),
        ([person("Karim Haddadin", "Abu Marwat al-Hurr"), person("Abu Marwat al-Hurr")], 1),
        (
            [
                person("Tariq Salim al-Haddadin"),
                person("Tariq Yunus al-Haddadin"),
                person("Tariq al-Haddadin"),
            ],
            3,
        ),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else f"{len(value)} reports",
)
def test_persons(tells: list[Tell], people: int) -> None:
    assert len(kinds(EntityKind.PERSON, *tells)) == people


def spokesman(name: str, group: str = "", victim: str = "Anton Delacroix") -> Tell:
    """A document in which a spokesman tells of a killing."""

    def tell(story: Story) -> None:
        event = story.event("AirStrike")
        dead = killed(story.person(victim))
        behalf = story.group(group, actor=group) if group else None
        story.says(event, OCCURRED, dead, when("2020-01-01"), by=story.person(name), behalf=behalf)

    return tell


@pytest.mark.parametrize(
    ("tells", "people"),
    [
        ([spokesman("Omar Ali", "north"), spokesman("Omar Ali", "north", "Pavel Ruzek")], 3),
        ([spokesman("Omar Ali", "north"), spokesman("Omar Ali", "south", "Pavel Ruzek")], 4),
        ([spokesman("Omar Ali"), spokesman("Omar Ali")], 2),
        ([spokesman("Omar Ali"), spokesman("Umar Aly")], 2),
        ([spokesman("Omar Ali"), spokesman("Omar Ali", victim="Pavel Ruzek")], 4),
        ([spokesman("Omar Ali"), spokesman("Yusuf Ali")], 3),
    ],
    ids=["for one group", "for two groups", "of one event", "spelt differently", "of two events", "two names"],
)
def test_common_names_of_those_who_speak(tells: list[Tell], people: int) -> None:
    assert len(kinds(EntityKind.PERSON, *tells)) == people


def test_a_short_form_of_a_name_that_seems_to_begin_with_an_article() -> None:
    assert kinds(EntityKind.PERSON, person("Alex Wrzesniewski"), person("Alexus Wrzesniewski")) == [
        "Alexus Wrzesniewski"
    ]


def test_two_spellings_in_one_text_are_one_person() -> None:
    def tell(story: Story) -> None:
        for name in ("Abu al-Marwat", "Abou al-Marwat"):
            story.says(story.event("Killing"), killed(story.person(name)), by(story.group("north", actor="n")))
            story.is_(f"person{len(story.entities) - 2}", Predicate.MEMBER_OF, story.group("n", actor="n"))

    assert len(kinds(EntityKind.PERSON, tell)) == 1


def test_two_persons_of_one_text_stay_two() -> None:
    def tell(story: Story) -> None:
        story.person("Karim Haddadin")
        story.person("Karim Yusuf Haddadin")

    assert len(kinds(EntityKind.PERSON, tell, person("Karim Haddadin"))) == 2


def group(name: str, *aliases: str, actor: str | None = None) -> Tell:
    """A document that names a group."""

    def tell(story: Story) -> None:
        story.group(name, *aliases, actor=actor)

    return tell


@pytest.mark.parametrize(
    ("tells", "groups"),
    [
        ([group("Front for Reform"), group("the Front for Reform")], 1),
        ([group("Islamic State", actor="islamic-state"), group("Daesh", actor="islamic-state")], 1),
        ([group("Reform Watch Network", "RWN"), group("RWN")], 1),
        ([group("Reform Watch Network", "RWN"), group("Red Water Nation", "RWN"), group("RWN")], 3),
        ([group("Air Force"), group("Air Force")], 2),
        ([group("the group"), group("the group")], 2),
        ([group("Ministry of Defence"), group("the Defence Ministry")], 2),
        ([group("Northern Front"), group("Southern Front")], 2),
    ],
)
def test_groups(tells: list[Tell], groups: int) -> None:
    assert len(kinds(EntityKind.GROUP, *tells)) == groups


def test_a_known_actor_has_its_own_name() -> None:
    tells = [group("ISIS", actor="islamic-state"), group("Daesh", actor="islamic-state")]
    (entity,) = (e for e in resolve(_readings(tuple(tells))).entities if e.kind is EntityKind.GROUP)
    assert (entity.name, entity.aliases) == ("Islamic State", ("Daesh", "ISIS"))


def place(name: str, gazetteer: str | None = None, country: str | None = None) -> Tell:
    """A document that names a place."""

    def tell(story: Story) -> None:
        story.place(name, gazetteer, country)

    return tell


@pytest.mark.parametrize(
    ("tells", "places"),
    [
        ([place("Raqqa", "g1"), place("Raqa", "g1")], 1),
        ([place("Talwin", country="SL"), place("Talwin", country="SL")], 1),
        ([place("Talwin", country="SL"), place("Talwin", country="FR")], 2),
        ([place("eastern Sylvania", "g2"), place("Sylvania", "g2")], 2),
        ([place("near Talwin", "g3"), place("Talwin", "g3")], 2),
    ],
)
def test_places(tells: list[Tell], places: int) -> None:
    assert len(kinds(EntityKind.PLACE, *tells)) == places


def strike(tell_more: Callable[[Story, str], None]) -> Tell:
    """A document that tells of one strike, with roles of its own."""

    def tell(story: Story) -> None:
        event = story.event("AirStrike")
        army = story.group("Freedonian army", actor="freedonian-army")
        story.says(event, OCCURRED, by(army), when("2020-01-01"), where(story.place("Talwin", "g4", "SL")))
        tell_more(story, event)

    return tell


def kills(
    words: str, count: int | None = None, named: bool = False, at_least: bool = False
) -> Callable[[Story, str], None]:
    """Lets a strike kill a named person or so many unnamed people."""

    def tell_more(story: Story, event: str) -> None:
        story.says(event, killed(story.person(words) if named else story.people(words, count, at_least)))

    return tell_more


@pytest.mark.parametrize(
    ("one", "other", "groups"),
    [
        (kills("several foreign hostages"), kills("foreign hostages"), 1),
        (kills("mourners at a funeral"), kills("mourners"), 1),
        (kills("nurses"), kills("schoolchildren"), 2),
        (kills("shoppers", 12), kills("shoppers", 15), 2),
        (kills("shoppers", 12), kills("shoppers", 12), 1),
        (kills("shoppers", 12, at_least=True), kills("shoppers", 15), 1),
        (kills("shoppers", 12, at_least=True), kills("shoppers", 50), 2),
    ],
)
def test_unnamed_people_of_one_event(
    one: Callable[[Story, str], None], other: Callable[[Story, str], None], groups: int
) -> None:
    found = kinds(EntityKind.GROUP, strike(one), strike(other))
    assert len([label for label in found if label != "Freedonian army"]) == groups


def test_a_surname_is_the_man_of_that_name_in_one_event() -> None:
    tells = [strike(kills(name, named=True)) for name in ("Karim Haddadin", "al-Haddadin")]
    assert kinds(EntityKind.PERSON, *tells) == ["Karim Haddadin"]


def done_by(*names: tuple[str, str | None]) -> Tell:
    """A document that gives one deed to groups under these names and identifiers of actors."""

    def tell(story: Story) -> None:
        event = story.event("AirStrike")
        for name, actor in names:
            story.says(event, OCCURRED, by(story.group(name, actor=actor)))

    return tell


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        (
            [
                ("US-led international coalition", None),
                ("international coalition", None),
                ("Coalition forces", None),
            ],
            1,
        ),
        ([("Northern Front", None), ("Southern Front", None), ("the Front", None)], 3),
        ([("Taliban", "taliban"), ("Pakistani Taliban", "pakistani-taliban")], 2),
        ([("Islamic State", "islamic-state"), ("Islamic State militants", None)], 1),
        ([("the rebels", None), ("the army", None)], 2),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else value[0][0],
)
def test_short_names_of_who_did_one_deed(names: list[tuple[str, str | None]], groups: int) -> None:
    assert len(kinds(EntityKind.GROUP, done_by(*names))) == groups


def test_what_has_no_name_and_plays_no_part_is_left_out() -> None:
    def tell(story: Story) -> None:
        story.people("onlookers")
        story.says(story.event("Attack"), hit(story.people("a checkpoint")))

    assert kinds(EntityKind.GROUP, tell) == ["a checkpoint"]
