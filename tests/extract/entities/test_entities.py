"""Names, coreference, attributes and counts on hand-built texts in both dependency schemes."""

from __future__ import annotations

import pytest

from kg.model import Count, EntityKind
from tests.extract.entities import texts
from tests.extract.entities.build import read

COLONEL_NAMES = (("PERSON", "Ernesto Paz"),)


@pytest.mark.parametrize("sentence", [texts.COLONEL, texts.COLONEL_CLEAR], ids=["ud", "clear"])
@pytest.mark.parametrize("names", [COLONEL_NAMES, ()], ids=["labelled", "unlabelled"])
def test_rank_and_command_belong_to_the_person(sentence: str, names: tuple[tuple[str, str], ...]) -> None:
    found = read(sentence, names=names)
    assert found.label("Ernesto") == "Ernesto Paz"
    assert found.same("Colonel", "Ernesto", "Paz", "commander", "he")
    assert found.entities.form(found.token("Paz")) == "name"
    assert found.entities.form(found.token("he")) == "pronoun"
    assert ("Ernesto Paz", "roleText", "Colonel") in found.said()
    assert ("Ernesto Paz", "leaderOf", "Third Brigade") in found.said()
    key = found.key("Paz")
    assert key is not None
    assert found.entities.organisation_of(key) == found.key("Brigade")


def test_soldiers_are_counted_and_are_no_one_else() -> None:
    soldiers = read(texts.COLONEL, names=COLONEL_NAMES).record("soldiers")
    assert (soldiers.kind, soldiers.count, soldiers.name) == (EntityKind.GROUP, Count(2, 2, 2), None)
    assert soldiers.description == "two soldiers"


@pytest.mark.parametrize("names", [(("ORG", "Basotho Liberation Front"), ("ORG", "BLF")), ()])
def test_a_group_its_acronym_and_what_takes_it_up(names: tuple[tuple[str, str], ...]) -> None:
    found = read(*texts.FRONT, names=names)
    assert found.same("Front", "BLF", "group", "it")
    front = found.record("Front")
    assert front.kind is EntityKind.GROUP
    assert front.name == "Basotho Liberation Front"
    assert "BLF" in front.aliases


@pytest.mark.parametrize("sentences", [texts.NURSE, texts.NURSE_CLEAR], ids=["ud", "clear"])
def test_apposition_gives_role_nationality_and_a_later_mention(sentences: tuple[str, ...]) -> None:
    found = read(*sentences, names=(("PERSON", "Ana Lima"), ("LOC", "Huambo")))
    assert found.same("Ana", ("nurse", 0), ("nurse", 1))
    assert ("Ana Lima", "roleText", "Portuguese nurse") in found.said()
    assert ("Ana Lima", "nationality", "Portugal") in found.said()
    assert not found.same("Rebels", "Ana")


def test_two_full_names_of_one_surname_stay_two() -> None:
    found = read(texts.BROTHERS, names=(("PERSON", "Miguel Duarte"), ("PERSON", "Rui Duarte")))
    assert found.label("Miguel") == "Miguel Duarte"
    assert found.label("Rui") == "Rui Duarte"
    assert not found.same("Miguel", "Rui")


def test_a_capital_speaks_for_its_state_or_is_a_place() -> None:
    found = read(texts.CAPITALS, names=(("PERSON", "Washington"), ("LOC", "Hanoi")))
    washington, hanoi, city = found.record("Washington"), found.record("Hanoi"), found.record("Hanoi", 1)
    assert [e.kind for e in (washington, hanoi, city)] == [
        EntityKind.GROUP,
        EntityKind.GROUP,
        EntityKind.PLACE,
    ]
    assert washington.actor == "us-government"
    assert hanoi.actor == "vietnam-government"
    assert found.entities.is_place(found.token("Hanoi", 1))
    assert not found.entities.is_place(found.token("Washington"))


def test_a_nickname_is_another_name_of_the_same_man() -> None:
    found = read(texts.NICKNAME, names=(("PERSON", "Hani Saleh"), ("LOC", "Abu"), ("PERSON", "Layth")))
    assert found.same("Hani", "Layth")
    assert found.record("Hani").aliases == ("Abu Layth",)


def test_members_of_a_counted_group_are_listed() -> None:
    found = read(texts.HOSTAGES, names=(("PERSON", "Ian Bell"), ("PERSON", "Tom Reed")))
    members = found.entities.members(found.token("hostages"))
    assert [found.entities.label(key) for key in members] == ["Ian Bell", "Tom Reed"]
    assert not found.same("hostages", "Ian")
    assert found.record("hostages").count == Count(4, 4, 4)


@pytest.mark.parametrize("sentence", [texts.WAS, texts.WAS_CLEAR], ids=["ud", "clear"])
def test_a_copula_names_the_man(sentence: str) -> None:
    assert read(sentence, names=(("PERSON", "Sergei Orlov"),)).same("man", "Sergei", "Orlov")


def test_naming_verbs_name_the_man() -> None:
    assert read(texts.DEAD_MAN, names=(("PERSON", "Yusuf Kaya"),)).same("man", "Kaya")


def test_places_with_direction_and_distance_are_places_of_their_own() -> None:
    found = read(texts.CHAD, names=(("LOC", "Chad"), ("LOC", "Abeche")))
    east = found.entities.place_phrase(found.token("Chad"))
    distant = found.entities.place_phrase(found.token("km"))
    assert east is not None
    assert distant is not None
    places = {e.key: e for e in found.entities.records()}
    assert (places[east].name, places[distant].name) == ("eastern Chad", "35 km from Abeche")
    eastern, away = places[east].place, places[distant].place
    assert eastern is not None
    assert away is not None
    assert [places[k].name for k in eastern.within] == ["Chad"]
    assert (eastern.precision.value, away.precision.value) == ("place-area", "place-near")
    assert found.record("Chad").name == "Chad"


def test_what_lies_south_of_a_town_is_near_it() -> None:
    found = read(texts.JETS, names=(("NORP", "Israeli"), ("LOC", "Tyre")))
    for word in ("south", "Tyre"):
        key = found.entities.place_phrase(found.token(word))
        assert key is not None
        assert found.entities.label(key) == "south of Tyre"


def test_the_operator_of_jets_is_the_military_of_their_country() -> None:
    found = read(texts.JETS, names=(("NORP", "Israeli"), ("LOC", "Tyre")))
    jets = found.record("jets")
    assert (jets.kind, jets.count) == (EntityKind.MATERIEL, Count(3, 3, 3))
    operator = found.entities.operator(found.token("jets"))
    assert operator is not None
    assert found.entities.is_actor(operator)
    assert {e.key: e.actor for e in found.entities.records()}[operator] == "israel-military"  # a navy flies jets, too


@pytest.mark.parametrize("sentence", [texts.SPOKESMAN, texts.SPOKESMAN_CLEAR], ids=["ud", "clear"])
def test_a_spokesman_speaks_for_his_group(sentence: str) -> None:
    found = read(sentence, names=(("ORG", "Taliban"), ("PERSON", "Karim Nuri")))
    assert found.same("spokesman", "Karim")
    assert ("Karim Nuri", "speaksFor", "Taliban") in found.said()
    key = found.key("Nuri")
    assert key is not None
    assert found.entities.organisation_of(key) == found.key("Taliban")


def test_quantities_have_the_kind_of_what_they_count() -> None:
    found = read(texts.DOZENS)
    dozens, one = found.record("Dozens"), found.record("one")
    assert (dozens.kind, one.kind) == (EntityKind.GROUP, EntityKind.PERSON)
    assert dozens.count is not None
    assert (dozens.count.low or 0) >= 20
    assert one.count == Count(1, 1, 1)


def test_a_word_for_groups_makes_the_name_beside_it_a_group() -> None:
    found = read(texts.AGENCY, names=(("PERSON", "Tanjug"), ("LOC", "Serbia")))
    assert found.same("agency", "Tanjug")
    assert found.record("Tanjug").kind is EntityKind.GROUP


def test_an_age_stands_for_a_person() -> None:
    found = read(texts.AGE)
    assert found.record("old").kind is EntityKind.PERSON


def test_text_in_capitals_is_read_and_shown_in_small_letters() -> None:
    found = read(texts.SHOUTED, names=(("PERSON", "JOAQUIN SALAS"),))
    assert found.label("SALAS") == "Joaquin Salas"
    assert found.same("PRESIDENT", "JOAQUIN", "HE")
    mention = found.record("SALAS").mentions[0]
    assert mention.of(found.doc.text) == "JOAQUIN SALAS"


def test_an_unknown_role_filler_becomes_a_described_thing_once() -> None:
    found = read(texts.FRONT[0])
    raid = found.token("raid")
    assert found.entities.at(raid) is None
    key = found.entities.ensure(raid, EntityKind.MATERIEL)
    assert found.entities.ensure(raid) == key == found.entities.at(raid)
    assert found.entities.label(key) == "raid"
    assert found.entities.kind(key) is EntityKind.MATERIEL


def test_a_first_person_pronoun_can_be_linked_to_its_speaker() -> None:
    said = "We/PRP/nsubj/2 attacked/VBD/ROOT/2 +././punct/2"
    found = read(*texts.FRONT, said)
    group = found.key("BLF")
    assert group is not None
    assert found.key("We") is None
    found.entities.link(found.token("We"), group)
    assert found.key("We") == group


def test_joining_from_outside_respects_full_names() -> None:
    found = read(texts.AGE, texts.BROTHERS, names=(("PERSON", "Miguel Duarte"), ("PERSON", "Rui Duarte")))
    one, two, aged = found.key("Miguel"), found.key("Rui"), found.key("old")
    assert one is not None
    assert two is not None
    assert aged is not None
    assert not found.entities.join(one, two)
    assert found.entities.join(one, aged)
    assert found.entities.label(aged) == "Miguel Duarte"
    assert found.same("Miguel", "old")


def test_keys_come_in_the_order_of_the_text_and_the_narrator_first() -> None:
    found = read(*texts.NURSE, names=(("PERSON", "Ana Lima"), ("LOC", "Huambo")))
    records = found.entities.records()
    assert records[0].kind is EntityKind.NARRATOR
    assert records[0].key == "narrator"
    assert records[0].label.startswith("Gazette")
    assert [r.key for r in records[1:4]] == ["e1", "e2", "e3"]
    assert [r.label for r in records[1:4]] == ["Rebels", "Ana Lima", "Huambo"]


def test_reading_twice_gives_the_same() -> None:
    names = (("PERSON", "Ana Lima"), ("LOC", "Huambo"))
    first, second = read(*texts.NURSE, names=names), read(*texts.NURSE, names=names)
    assert first.entities.records() == second.entities.records()
    assert first.entities.attributes() == second.entities.attributes()


def test_victims_are_those_who_were_harmed_and_then_named() -> None:
    people = ("Jose Rivera", "Pedro Cortez", "Luis Ordonez")
    found = read(*texts.PEASANTS, names=tuple(("PERSON", name) for name in people))
    assert found.same("peasants", "victims")
    members = found.entities.members(found.token("peasants"))
    assert tuple(found.entities.label(key) for key in members) == people


def test_a_group_called_by_its_name_is_that_group() -> None:
    found = read(*texts.GROUP, names=(("ORG", "Red Furrow"),))
    assert found.same("Furrow", "group")
    assert found.label("group") == "Red Furrow"


def test_units_belong_to_larger_units() -> None:
    found = read(texts.UNITS, names=(("ORG", "Battalion"), ("ORG", "Artillery Regiment")))
    assert found.label("Battalion") == "3rd Battalion"
    assert ("3rd Battalion", "partOfGroup", "21st Artillery Regiment") in found.said()
    assert ("Soldiers of the 3rd Battalion", "memberOf", "3rd Battalion") in found.said()


def test_capitals_that_are_enemies_are_governments() -> None:
    found = read(texts.ALLIES, names=(("GPE", "Damascus"), ("GPE", "Tehran")))
    assert found.record("Damascus").actor == "syria-government"
    assert found.record("Tehran").kind is EntityKind.GROUP
