"""Actors by their names, and actors that phrases are put together for."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import actors
from kg.knowledge.actors import Actors
from kg.knowledge.spelling import fold, is_acronym


@pytest.fixture(scope="module")
def known() -> Actors:
    return actors.default()


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Islamic State", "islamic-state"),
        ("the Islamic State group", "islamic-state"),
        ("Islamic State militant group", "islamic-state"),
        ("IS", "islamic-state"),
        ("Isis", "islamic-state"),
        ("is", None),
        ("Farabundo Martí National Liberation Front", "fmln"),
        ("FMLN", "fmln"),
        ("al Qaida", "al-qaeda"),
        ("AP", "ap"),
        ("Ap", None),
        ("the times", None),
        ("Times", None),
        ("The Times", "the-times"),
        ("Let", None),
        ("LeT", "lashkar-e-taiba"),
        ("Islamic group", None),
        ("the army", None),
        ("Provisional IRA", "ira"),
        ("Doctors Without Borders", "msf"),
        ("U.N.", "un"),
        ("Pentagon", "us-defence-ministry"),
        ("Hezbollah's", "hezbollah"),
        ("M-19", "m-19"),
        ("contras", "contras"),
        ("nobody in particular", None),
    ],
)
def test_names(known: Actors, text: str, identifier: str | None) -> None:
    found = known.find(text)
    assert (found.id if found else None) == identifier


@pytest.mark.parametrize(
    ("text", "countries", "identifier"),
    [
        ("SLA", ["LB"], "south-lebanon-army"),
        ("SLA", ["SD"], "sla-sudan"),
        ("JEM", ["SD"], "jem-sudan"),
        ("JEM", [], None),
        ("Islamic Jihad", [], None),
        ("Islamic Jihad", ["PS"], "palestinian-islamic-jihad"),
        ("US-led coalition", ["AF"], "isaf"),
        ("US-led coalition", ["SY"], "coalition-against-islamic-state"),
        ("the coalition", ["SY"], "coalition-against-islamic-state"),
        ("the coalition", [], None),
        ("ERP", ["SV"], "erp-salvador"),
        ("ERP", ["AR"], "erp-argentina"),
    ],
)
def test_the_storys_country_decides(known: Actors, text: str, countries: list[str], identifier: str | None) -> None:
    found = known.find(text, countries=countries)
    assert (found.id if found else None) == identifier


@pytest.mark.parametrize(
    ("text", "identifier", "relation"),
    [
        ("US military", "us-military", "name"),
        ("the American army", "us-army", "name"),
        ("Syrian government forces", "syria-military", "name"),
        ("Turkish jets", "turkey-military", "operates"),
        ("Turkish warplanes", "turkey-military", "operates"),
        ("U.S. drone", "us-military", "operates"),
        ("Soviet troops", "soviet-union-military", "members"),
        ("an American soldier", "us-military", "members"),
        ("Taliban fighters", "taliban", "members"),
        ("IS militants", "islamic-state", "members"),
        ("Colombian police", "colombia-police", "name"),
        ("Damascus army", "syria-army", "name"),
        ("Russian Defence Ministry", "russia-defence-ministry", "name"),
        ("Interior Ministry of Afghanistan", "afghanistan-interior-ministry", "name"),
        ("Ministry of Defence of the Netherlands", "netherlands-defence-ministry", "name"),
        ("soldiers of Chad", "chad-military", "members"),
        ("Chechen police", "chechnya-police", "name"),
        ("Chechnya's government", "chechnya-government", "name"),
        ("Salvadoran Air Force", "el-salvador-air-force", "name"),
        ("Syrian state media", "syria-state-media", "name"),
        ("Moscow", "russia-government", "metonym"),
        ("Israeli warships", "israel-navy", "operates"),
        ("East German police", "east-germany-police", "name"),
    ],
)
def test_composed(known: Actors, text: str, identifier: str, relation: str) -> None:
    match = known.compose(text)
    assert match is not None
    assert (match.actor.id, match.relation) == (identifier, relation)


@pytest.mark.parametrize("text", ["government forces", "Kurdish forces", "Congolese troops", "", "the", "red table"])
def test_phrases_that_mean_no_single_known_actor(known: Actors, text: str) -> None:
    assert known.compose(text) is None


def test_an_ambiguous_demonym_is_settled_by_the_story(known: Actors) -> None:
    match = known.compose("Congolese troops", countries=["CD", "RW"])
    assert match is not None
    assert match.actor.id == "dr-congo-military"


def test_the_army_in_a_story_of_one_country_is_unsure(known: Actors) -> None:
    match = known.compose("the army", countries=["SV"])
    assert match is not None
    assert match.actor.id == "el-salvador-army"
    assert match.unsure
    assert known.compose("the army", countries=["SV", "HN"]) is None


def test_institutions_are_the_same_by_identifier_and_by_phrase(known: Actors) -> None:
    match = known.compose("Chadian army")
    assert match is not None
    assert known.get(match.actor.id) == match.actor
    assert match.actor.part_of == ("chad-military",)
    assert match.actor.country == "TD"
    assert known.get("chad-circus") is None


def test_what_actors_belong_to_is_known(known: Actors) -> None:
    missing = [(actor.id, above) for actor in known for above in actor.part_of if known.get(above) is None]
    assert missing == []


def test_identifiers_are_slugs_and_wikidata_identifiers_well_formed(known: Actors) -> None:
    for actor in known:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", actor.id), actor.id
        assert all(iri.startswith("http://www.wikidata.org/entity/Q") for iri in actor.same_as)


def test_no_two_actors_share_a_wikidata_identifier(known: Actors) -> None:
    given = [actor.wikidata for actor in known if actor.wikidata]
    assert len(given) == len(set(given))


def test_full_names_are_not_shared(known: Actors) -> None:
    """Acronyms may be shared, full names only on purpose."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for actor in known:
        for match in known.matches(actor.label):
            if not match.unsure and not is_acronym(actor.label):
                bearers[fold(actor.label)].add(match.actor.id)
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == {}


def test_a_users_file_merges(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(
        "id\tlabel\tkind\taliases\tcountry\n"
        "fmln\tFMLN\tarmed-group\tEl Frente\n"
        "ruritanian-rebels\tRuritanian Rebels\tarmed-group\t?the front\tSV\n"
    )
    known = Actors.load(path)
    merged = known.find("El Frente")
    assert merged is not None
    assert merged.id == "fmln"
    assert merged.country == "SV"
    assert known.find("the front") is None
    assert known.find("the front", countries=["SV"]) == known.get("ruritanian-rebels")


@pytest.mark.parametrize("line", ["x\tX\twizard", "\tX\toutlet", "x\t\toutlet", "x\tX\toutlet\t\t\t\tQ-1"])
def test_bad_lines_are_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(f"id\tlabel\tkind\taliases\tcountry\tpart_of\twikidata\n{line}\n")
    with pytest.raises(KnowledgeError, match=r"mine\.tsv:2: "):
        Actors.load(path)
