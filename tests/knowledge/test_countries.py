"""Countries and peoples by their names, adjectives, inhabitants and capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import countries
from kg.knowledge.countries import Countries


@pytest.fixture(scope="module")
def known() -> Countries:
    return countries.default()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("US", "US"),
        ("U.S.", "US"),
        ("the United States", "US"),
        ("us", None),
        ("CAR", "CF"),
        ("car", None),
        ("The Netherlands", "NL"),
        ("Burma", "MM"),
        ("Côte d’Ivoire", "CI"),
        ("DR Congo", "CD"),
        ("Soviet Union", "x-soviet-union"),
        ("Kurds", None),
        ("Chechnya", None),
        ("turkey", None),
        ("Ruritania", None),
    ],
)
def test_names(known: Countries, text: str, code: str | None) -> None:
    found = known.find(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Syrian", {"SY"}),
        ("Salvadorans", {"SV"}),
        ("Kurdish", {"p-kurdish"}),
        ("Congolese", {"CD", "CG"}),
        ("Soviet", {"x-soviet-union"}),
        ("Filipinos", {"PH"}),
        ("Poles", {"PL"}),
        ("polish", set()),
        ("Frenchman", {"FR"}),
        ("table", set()),
    ],
)
def test_demonyms(known: Countries, text: str, codes: set[str]) -> None:
    assert {demonym.country.code for demonym in known.demonyms(text)} == codes


@pytest.mark.parametrize(
    ("text", "form"),
    [("Iraqis", "plural"), ("Dane", "singular"), ("Danish", "adjective"), ("Turk", "singular")],
)
def test_forms(known: Countries, text: str, form: str) -> None:
    assert form in {demonym.form for demonym in known.demonyms(text)}


@pytest.mark.parametrize(("text", "code"), [("Moscow", "RU"), ("Kiev", "UA"), ("Washington", "US"), ("Aleppo", None)])
def test_capitals(known: Countries, text: str, code: str | None) -> None:
    found = known.of_capital(text)
    assert (found.code if found else None) == code


def test_all_capitals_do_not_turn_words_into_countries(known: Countries) -> None:
    assert known.find("CAR", all_capitals=True) is None
    assert known.find("SYRIA", all_capitals=True) is known.get("SY")


def test_every_state_has_an_adjective_and_what_it_lies_in_exists(known: Countries) -> None:
    for country in known:
        if country.kind == "state" and country.code not in ("DM",):
            assert country.adjectives, country.name
        assert all(known.get(code) for code in country.within), country.name


def test_slugs_are_unique(known: Countries) -> None:
    slugs = [country.slug for country in known if country.is_polity]
    assert len(slugs) == len(set(slugs))


def test_a_users_file_replaces_and_adds(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(
        "id\tkind\tname\tadjectives\tnouns\nx-ruritania\tentity\tRuritania\tRuritanian\tRuritanian/Ruritanians\n"
    )
    known = Countries.load(path)
    assert [demonym.form for demonym in known.demonyms("Ruritanians")] == ["plural"]
    assert known.find("Syria") is not None


@pytest.mark.parametrize("line", ["x\tstate\tX\tXish\tXman", "x\tplanet\tX", "\tstate\tX"])
def test_bad_lines_are_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(f"id\tkind\tname\tadjectives\tnouns\n{line}\n")
    with pytest.raises(KnowledgeError, match=r"mine\.tsv:2: "):
        Countries.load(path)
