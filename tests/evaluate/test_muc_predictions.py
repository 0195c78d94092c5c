"""Events as MUC-4 templates: kinds, roles, and what MUC-4 does not want."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kg.evaluate.accounts import accounts
from kg.evaluate.muc_fills import Words
from kg.evaluate.muc_predictions import Setting, templates
from kg.model import ClaimKind, Predicate, Stage
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Role, Story, by, hit, killed, lost, seized, when, where, with_

_ISSUED = date(1989, 6, 6)


def _templates(story: Story) -> list[dict[str, Any]]:
    return templates(accounts(resolve([story.reading()])), Setting(_ISSUED, "Peru"))


def _told(*types: str, roles: tuple[Role, ...] = (), kind: ClaimKind = ClaimKind.ASSERTION) -> Story:
    story = Story("m")
    mayor = story.person("Rosa Diaz")
    story.says(story.event(*types), OCCURRED, killed(mayor), *roles, kind=kind)
    return story


def test_a_template() -> None:
    story = Story("m")
    front, gunmen = story.group("Kidal Front"), story.people("gunmen")
    mayor, mill = story.person("Rosa Diaz"), story.thing("a mill")
    roles = (by(front), by(gunmen), killed(mayor), hit(mill), when("1989-06-05"), with_("bomb"))
    story.says(story.event("Bombing", "Killing"), OCCURRED, where(story.place("San Lino")), *roles)
    (found,) = _templates(story)
    assert found == {
        "type": "bombing",
        "date": "1989-06-05",
        "place": ["San Lino, Peru"],
        "perp_individual": [{"name": "gunmen"}],
        "perp_org": [{"name": "Kidal Front"}],
        "victim": [{"name": "Rosa Diaz", "effect": "death", "kind": "name"}],
        "target": [{"name": "mill"}],
        "weapon": [{"name": "bomb"}],
    }


def test_the_group_of_those_who_did_it() -> None:
    for said in (True, False):
        story = Story("m")
        front = story.group("Kidal Front")
        rebels = story.people("rebels" if said else "Kidal Front rebels")
        if said:
            story.is_(rebels, Predicate.MEMBER_OF, front)
        story.says(story.event("Killing"), OCCURRED, by(rebels), killed(story.person("Rosa Diaz")))
        (found,) = _templates(story)
        assert found["perp_org"] == [{"name": "Kidal Front"}]


def test_without_time_and_place_the_conventions_of_muc_hold() -> None:
    (found,) = _templates(_told("Killing"))
    assert (found["date"], found["place"]) == ("../1989-06-06", ["Peru"])


def test_of_several_places_the_town_is_written_rather_than_a_site_or_what_is_near() -> None:
    story = Story("m")
    mill, near, town = (story.place(name) for name in ("El Roble mill", "near Pisac", "San Lino"))
    roles = (killed(story.person("Rosa Diaz")), where(mill), where(near), where(town))
    story.says(story.event("Killing"), OCCURRED, *roles)
    (found,) = _templates(story)
    assert found["place"] == ["San Lino, Peru"]


def test_the_dead_of_an_accident_make_no_incident() -> None:
    assert _templates(_told("Crash", "Killing")) == []
    assert len(_templates(_told("Bombing", "Crash", "Killing"))) == 1


def test_a_kidnapping_with_a_murder_is_two() -> None:
    story = Story("m")
    judge, guard = story.person("Ana Reyes"), story.person("Luis Vega")
    story.says(story.event("Abduction", "Killing"), OCCURRED, seized(judge), killed(guard))
    found = {t["type"]: [v["name"] for v in t["victim"]] for t in _templates(story)}
    assert found == {"kidnapping": ["Ana Reyes"], "attack": ["Luis Vega"]}


@pytest.mark.parametrize(
    "story",
    [
        _told("Killing", kind=ClaimKind.DENIAL),
        _told("Crash"),
    ],
    ids=["denied", "no attack"],
)
def test_no_template(story: Story) -> None:
    assert _templates(story) == []


def test_fighters_killing_fighters_are_not_asked_for() -> None:
    story = Story("m")
    rebels = story.people("three guerrillas", 3)
    story.says(story.event("ArmedClash", "Killing"), OCCURRED, killed(rebels))
    assert _templates(story) == []


def test_war_is_not_asked_for() -> None:
    story = Story("m")
    soldiers, camp = story.people("soldiers"), story.thing("a camp")
    story.says(story.event("AirStrike"), OCCURRED, by(soldiers), hit(camp))
    assert _templates(story) == []


def test_guerrillas_are_of_the_only_armed_group_in_the_message() -> None:
    story = Story("m")
    story.says(story.event("Killing"), OCCURRED, by(story.people("two rebels")), killed(story.person("Rosa Diaz")))
    told = accounts(resolve([story.reading()]))
    (found,) = templates(told, Setting(_ISSUED, "Peru", Words("", "KIDAL FRONT")))
    assert found["perp_org"] == [{"name": "KIDAL FRONT"}]


def test_a_group_has_the_name_that_the_message_gives_it() -> None:
    story = Story("m")
    front = story.group("Kidal Liberation Front", "KLF")
    story.says(story.event("Killing"), OCCURRED, by(front), killed(story.person("Rosa Diaz")))
    (found,) = templates(
        accounts(resolve([story.reading()])), Setting(_ISSUED, "Peru", Words("THE KLF KILLED ROSA DIAZ"))
    )
    assert found["perp_org"] == [{"name": "KLF"}]


def test_a_victim_told_of_twice_is_named_once() -> None:
    story = Story("m")
    six, some = story.people("six priests", 6), story.people("priests")
    story.says(story.event("Killing"), OCCURRED, killed(some), killed(six))
    (found,) = _templates(story)
    assert [v["name"] for v in found["victim"]] == ["six priests"]


def test_a_number_is_cut_off_only_where_a_description_begins_with_it() -> None:
    story = Story("m")
    things = story.thing("three houses"), story.thing("the Honduran telephone office")
    story.says(story.event("Bombing"), OCCURRED, *(hit(thing) for thing in things))
    (found,) = _templates(story)
    assert [f["name"] for f in found["target"]] == ["houses", "Honduran telephone office"]


def test_urban_commandos_are_no_soldiers() -> None:
    story = Story("m")
    mill = story.thing("a mill")
    story.says(story.event("Attack"), OCCURRED, by(story.people("two urban commandos")), hit(mill))
    assert [t["type"] for t in _templates(story)] == ["attack"]


def test_what_is_an_armys_or_a_trifle_is_no_target() -> None:
    story = Story("m")
    things = [story.thing(name) for name in ("an army convoy", "rebel positions", "windows", "a bridge", "his house")]
    story.says(story.event("Bombing"), OCCURRED, *(hit(thing) for thing in things))
    (found,) = _templates(story)
    assert [f["name"] for f in found["target"]] == ["bridge", "house"]


def test_an_attack_on_an_army_alone_is_not_asked_for() -> None:
    story = Story("m")
    story.says(story.event("Attack"), OCCURRED, by(story.people("rebels")), hit(story.thing("an army convoy")))
    assert _templates(story) == []


def test_what_burned_is_the_arsons_and_who_died_the_attacks() -> None:
    story = Story("m")
    farmer, truck = story.people("a farmer", 1), story.thing("a truck")
    story.says(story.event("ArsonAttack", "Killing"), OCCURRED, killed(farmer), hit(truck))
    found = {t["type"]: ([v["name"] for v in t["victim"]], [f["name"] for f in t["target"]]) for t in _templates(story)}
    assert found == {"arson": ([], ["truck"]), "attack": (["a farmer"], [])}


def test_who_acted_is_written_as_keys_write_it() -> None:
    story = Story("m")
    people = [story.people(name) for name in ("rebel", "two people", "three alleged gunmen")]
    front = story.group("Kidal Group", "KLF")
    roles = [by(actor) for actor in (*people, front)]
    story.says(story.event("Killing"), OCCURRED, killed(story.person("Rosa Diaz")), *roles)
    setting = Setting(_ISSUED, "Peru", Words("REBELS AND THREE ALLEGED GUNMEN OF THE KIDAL GROUP KILLED ROSA DIAZ"))
    (found,) = templates(accounts(resolve([story.reading()])), setting)
    assert [f["name"] for f in found["perp_individual"]] == ["rebels", "three gunmen"]
    assert found["perp_org"] == [{"name": "Kidal"}]


def test_weapons_stand_as_the_message_has_them() -> None:
    story = Story("m")
    roles = (with_("bomb"), with_("helicopter"), with_("grenade"))
    story.says(story.event("Bombing"), OCCURRED, killed(story.person("Rosa Diaz")), *roles)
    setting = Setting(_ISSUED, "Peru", Words("A GRENADE KILLED ROSA DIAZ"))
    (found,) = templates(accounts(resolve([story.reading()])), setting)
    assert found["weapon"] == [{"name": "grenade"}]


def test_who_tried_has_a_template_too() -> None:
    story = Story("m")
    house = story.thing("a house")
    story.says(story.event("Attack", stage=Stage.ATTEMPTED), OCCURRED, by(story.people("an armed group")), hit(house))
    (found,) = _templates(story)
    assert found["perp_individual"] == [{"name": "an armed group"}]


def test_a_groups_name_stands_in_its_own_slot() -> None:
    story = Story("m")
    front = story.group("Kidal Front")
    for words in ("Kidal Front guerrillas", "guerrillas of the Kidal Front", 'Maoist "Kidal Front" guerrillas'):
        story = Story("m")
        front, rebels = story.group("Kidal Front"), story.people(words)
        story.is_(rebels, Predicate.MEMBER_OF, front)
        story.says(story.event("Killing"), OCCURRED, by(rebels), killed(story.person("Rosa Diaz")))
        (found,) = _templates(story)
        assert (found["perp_individual"], found["perp_org"]) == ([{"name": "guerrillas"}], [{"name": "Kidal Front"}])


def test_who_is_taken_by_nobody_of_a_state_is_kidnapped() -> None:
    for taker, kinds in (("armed men", ["kidnapping"]), ("soldiers", [])):
        story = Story("m")
        story.says(story.event("Captivity"), OCCURRED, by(story.people(taker)), seized(story.person("Rosa Diaz")))
        assert [t["type"] for t in _templates(story)] == kinds


def test_a_building_with_a_name_is_what_a_bomb_there_hit() -> None:
    story = Story("m")
    bank, town = story.place("Harbour Bank"), story.place("San Lino")
    story.says(story.event("Bombing"), OCCURRED, where(bank), where(town), by(story.people("rebels")))
    (found,) = _templates(story)
    assert [f["name"] for f in found["target"]] == ["Harbour Bank"]


def test_people_in_general_at_whom_no_deed_of_a_day_was_aimed_are_no_victims() -> None:
    for roles, kinds in (((), []), ((when("1989-06-05"),), ["attack"])):
        story = Story("m")
        gunmen, politicians = story.people("gunmen"), story.people("opposition politicians")
        story.says(story.event("Attack"), OCCURRED, by(gunmen), hit(politicians), *roles)
        assert [t["type"] for t in _templates(story)] == kinds


def test_an_old_murder_that_the_message_is_about_has_a_template() -> None:
    for roles, kinds in (((when("1980-03-24"),), ["attack"]), ((), [])):
        story = Story("m")
        abbot = story.person("Rosa Diaz") if roles else story.people("an abbot", 1)
        story.says(story.event("Killing"), OCCURRED, killed(abbot), *(roles or (when("1980-03-24"),)))
        assert [t["type"] for t in _templates(story)] == kinds


def test_what_burned_and_what_was_bombed_are_told_apart() -> None:
    story = Story("m")
    bridge, truck = story.thing("a bridge"), story.thing("a truck")
    story.says(story.event("ArsonAttack", "Bombing"), OCCURRED, hit(bridge), lost(truck))
    found = {t["type"]: [f["name"] for f in t["target"]] for t in _templates(story)}
    assert found == {"arson": ["truck"], "bombing": ["bridge"]}


def test_people_of_a_group_are_written_without_it_and_without_whose_they_are() -> None:
    story = Story("m")
    roles = [by(story.people(words)) for words in ("guerrillas of the Army of Kidal", "these individuals")]
    story.says(story.event("Killing"), OCCURRED, killed(story.person("Rosa Diaz")), *roles)
    (found,) = _templates(story)
    assert [f["name"] for f in found["perp_individual"]] == ["guerrillas", "individuals"]


def test_bombs_that_hit_other_things_are_other_bombings() -> None:
    story = Story("m")
    for thing in ("a bank", "a bridge"):
        story.says(story.event("Bombing"), OCCURRED, hit(story.thing(thing)), when("1989-06-05"))
    assert [[f["name"] for f in t["target"]] for t in _templates(story)] == [["bank"], ["bridge"]]


def test_others_killed_by_name_on_a_day_of_their_own_are_another_attack() -> None:
    for days, attacks in ((("1989-06-05", None), 1), ((None, "1989-06-05"), 2)):
        story = Story("m")
        for name, said in zip(("Rosa Diaz", "Luis Vega"), days, strict=True):
            roles = (when(said),) if said else ()
            story.says(story.event("Killing"), OCCURRED, killed(story.person(name)), *roles)
        assert len(_templates(story)) == attacks


def test_damage_that_nobody_did_and_dead_criminals_are_not_asked_for() -> None:
    story = Story("m")
    story.says(story.event("Destruction"), OCCURRED, hit(story.thing("a car")), when("1989-06-05"))
    story.says(story.event("Killing"), OCCURRED, killed(story.people("two drug traffickers", 2)))
    assert _templates(story) == []
