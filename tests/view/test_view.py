"""What the view makes of a graph: facts apart from what is said, names, parts, claims, numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.errors import GraphError, UsageError
from kg.rdf.reading import make_store, open_store
from kg.view import Event, Place, Selection, Toll, View, open_view
from tests.rdf import factory


def event(view: View, key: str) -> Event:
    found = view.find(key)
    assert isinstance(found, Event)
    return found


def values(event: Event, *roles: str) -> list[str]:
    return [str(statement.value) for statement in event.facts(*roles)]


def test_an_admitted_strike(view: View) -> None:
    strike = event(view, "strike")
    assert strike.types == ("air strike", "targeted killing")
    assert (strike.status, strike.stage, strike.verdict) == ("admitted", "accomplished", "admitted")
    assert values(strike, "fatalVictim") == ["Ivo Varga"]
    assert values(strike, "perpetrator") == ["Northern Coalition"]
    assert values(strike, "weapon") == ["drone"]
    assert strike.when is not None
    assert strike.when.earliest == strike.when.latest == date(2019, 5, 5)
    assert strike.when.inferred
    assert [place.label for place in strike.places] == ["Red Valley"]
    assert strike.documents == 1


def test_what_is_not_accepted_is_said_but_no_fact(view: View) -> None:
    shelling = event(view, "shelling")
    assert shelling.verdict == "disputed"
    assert not shelling.facts("perpetrator", "fatalVictim", "location", "time")
    assert [(str(s.value), s.status) for s in shelling.said("perpetrator")] == [("Northern Coalition", "disputed")]
    assert shelling.opposed == 2
    suspected = event(view, "shooting").said("perpetrator")
    assert [(str(s.value), s.accepted, s.fact) for s in suspected] == [("Tor Dahl", True, False)]


def test_a_plan_is_told_by_its_stage(view: View) -> None:
    assert event(view, "plot").verdict == "planned"
    assert not event(view, "attempt").facts("fatalVictim")


def test_rival_dates_leave_the_accepted_one(view: View) -> None:
    beheading = event(view, "beheading")
    assert beheading.when is not None
    assert beheading.when.label == "2017"
    assert {str(s.value) for s in beheading.said("time")} == {"2017", "2009-11"}


def test_counts_are_ranges(view: View) -> None:
    tolls = [s.value for s in event(view, "clash").facts("casualties") if isinstance(s.value, Toll)]
    assert {(t.outcome, t.category, t.low, t.best, t.high) for t in tolls} == {
        ("killed", "civilians", 0, 0, 0),
        ("injured", "all-people", 20, 20, None),
    }
    assert event(view, "clash").killed == (0, 0)
    assert event(view, "raid").killed == (9, 9)
    assert event(view, "strike").killed == (None, None)


def test_places_know_what_is_around_them(view: View) -> None:
    town = view.find("town")
    assert isinstance(town, Place)
    assert (town.precision, town.latitude, town.longitude, town.country) == ("exact", 41.25, -3.125, "NL")
    assert [around.label for around in town.within] == ["Red Valley", "Northland"]
    valley = view.find("valley")
    assert isinstance(valley, Place)
    assert (valley.latitude, valley.reason) == (None, "no entry")


def test_events_come_by_date_and_undated_ones_last(view: View) -> None:
    firsts = [e.when.first if e.when else None for e in view.events]
    dated = [day for day in firsts if day is not None]
    assert dated == sorted(dated)
    assert firsts[len(dated) :] == [None] * (len(firsts) - len(dated))
    assert len(view.events) == len(factory.world().events)


def test_parties_and_what_is_known_of_them(view: View) -> None:
    varga = view.one("Ivo Varga", "Person")
    assert view.aliases(varga) == ['Ivo "the Bear" Varga']
    assert {(trait.label, str(trait.value)) for trait in view.traits(varga)} >= {
        ("member of", "People's Front"),
        ("role text", "regional commander"),
    }
    front = view.one("PF", "Group")
    assert [(trait.label, str(trait.value)) for trait in view.belonging(front)] == [
        ("member", "Ivo Varga"),
        ("part", "a cell of three"),
    ]
    assert view.elsewhere(front) == ["http://www.wikidata.org/entity/Q1"]
    assert [e.key for e in view.fate(varga)] == ["strike"]
    assert not view.fate(view.one("Tor Dahl", "Person"))


def test_the_wrong_name_is_answered_with_a_choice(view: View) -> None:
    with pytest.raises(UsageError, match="no person is called 'Nobody'"):
        view.one("Nobody", "Person")
    with pytest.raises(UsageError, match=r"fits 3; .*\n  coalition  Northern Coalition"):
        view.one("north", "Group")


def test_a_person_comes_before_events_named_after_them(view: View) -> None:
    assert view.one("lind", "Person", "Event").key == "lind"
    assert view.one("abduction of kim", "Person", "Event").key == "abduction"


def test_claims_with_their_words(view: View) -> None:
    claims = view.claims_of(event(view, "shelling"))
    assert [(c.claimant.label, c.stance, c.kind_label) for c in claims] == [
        ("State News Bureau", "supports", "accusation"),
        ("Northland Watch", "supports", "assertion"),
        ("Col. Eva Berg", "denies", "denial"),
        ("the report daily", "doubts", "doubt"),
    ]
    denial = claims[2]
    assert (denial.who, denial.cue, denial.certainty) == ("Col. Eva Berg for Northern Coalition", "denied", "certain")
    assert denial.quote.words == "Berg denied any attack on the army."
    assert denial.quote.document.source == "Example Wire"
    assert {s.role for s in denial.statements} == {"occurred", "perpetrator"}


def test_claims_of_a_party_and_of_a_document(view: View) -> None:
    coalition = view.one("Northern Coalition", "Group")
    assert {c.claimant.label for c in view.claims.by(coalition.id)} == {"Col. Eva Berg"}
    agency = view.find(view.documents[0].id)
    assert agency is not None
    begins = [c.quote.begin for c in view.claims.within(agency.id)]
    assert begins == sorted(begins)
    assert len(view.claims.all()) == len(factory.world().claims)


def test_related_events_share_somebody(view: View) -> None:
    related = {other.key: [t.key for t in shared] for other, shared in view.related(event(view, "beheading"))}
    assert "lind" in related["capture"]
    assert "beheading" not in related


def test_numbers(view: View) -> None:
    stats = view.stats
    assert (stats.events, stats.documents, stats.claims) == (11, 2, len(factory.world().claims))
    assert dict(stats.by_status)["single source"] == 7
    assert sum(count for _, count in stats.by_type) == stats.events
    assert (stats.first, stats.last) == (date(2016, 1, 1), date(2019, 5, 5))


@pytest.mark.parametrize(
    ("selection", "keys"),
    [
        (Selection(place="oldtown"), {"beheading", "shooting", "raid", "shelling"}),
        (Selection(place="Northland"), {"beheading", "shooting", "raid", "shelling", "strike"}),
        (Selection(group="people's front"), {"beheading", "capture", "raid", "clash", "plot"}),
        (Selection(person="Lind"), {"beheading", "capture"}),
        (Selection(kind="Shelling"), {"shelling"}),
        (Selection(status="disputed"), {"shelling", "downing"}),
        (Selection(first=date(2019, 5, 1)), {"strike", "shelling", "raid", "downing"}),
        (Selection(first=date(2018, 3, 10), last=date(2018, 3, 10)), {"shooting"}),
        (Selection(last=date(2012, 12, 31)), {"abduction"}),
        (Selection(person="Lind", last=date(2016, 12, 31)), {"capture"}),
    ],
)
def test_a_case(view: View, selection: Selection, keys: set[str]) -> None:
    assert {event.key for event in view.select(selection)} == keys


def test_no_selection_keeps_everything(view: View) -> None:
    assert Selection().empty
    assert view.select(Selection()) == view.events


def test_a_store_folder_shows_the_same(view: View, world_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    make_store(folder, [world_file])
    assert open_view([folder]).stats == view.stats
    with pytest.raises(GraphError, match="cannot be opened as a store"):
        open_view([tmp_path / "store" / ".."])


def test_what_a_reasoner_adds_changes_nothing(view: View, world_file: Path) -> None:
    store = open_store([world_file])
    kgc, rdf_type = "https://w3id.org/kg-conflict/ont#", NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    inferred = NamedNode("https://kg.example/inferred")
    wider = {"Denial": ["Claim"], "Accusation": ["Assertion", "Claim"], "Assertion": ["Claim"], "AirStrike": ["Event"]}
    for narrow, names in wider.items():
        for quad in list(store.quads_for_pattern(None, rdf_type, NamedNode(kgc + narrow))):
            store.extend(Quad(quad.subject, rdf_type, NamedNode(kgc + name), inferred) for name in names)
    reasoned = View(store)
    assert reasoned.stats == view.stats
    kinds = [(claim.id, claim.kind, claim.kind_label) for claim in view.all_claims]
    assert [(claim.id, claim.kind, claim.kind_label) for claim in reasoned.all_claims] == kinds
