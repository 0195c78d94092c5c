"""Which words tell of which kind of event, and which only look like it."""

from __future__ import annotations

import pytest

from kg.extract.triggers import find
from kg.knowledge import frames
from tests.extract.sentences import SCHEMES, parsed

FOUND = [
    ("A drone strike hit Kano.", [("strike", "strike"), ("hit", "target")]),
    ("A drone strike killed two men.", [("strike", "strike"), ("killed", "kill")]),
    ("A car bomb exploded in Kano.", [("exploded", "explode")]),
    ("The bomber blew himself up.", [("blew", "suicide_bombing")]),
    ("Rebels shot down a helicopter.", [("shot", "shoot_down")]),
    ("Rebels opened fire on a convoy.", [("opened", "shoot")]),
    ("Rebels fired missiles at Kano.", [("fired", "missile")]),
    ("Soldiers shot a man after the attack.", [("shot", "shoot"), ("attack", "attack")]),
    ("The blast claimed the lives of ten recruits.", [("blast", "bomb"), ("claimed", "claim_lives")]),
    ("The attack left ten people dead.", [("attack", "attack"), ("dead", "die")]),
    ("Rebels shot Omar dead.", [("shot", "kill"), ("dead", "die")]),
    ("Rebels beheaded two hostages.", [("beheaded", "behead")]),
    ("Gunmen took Omar hostage.", [("took", "abduct")]),
    ("Rebels clashed with soldiers.", [("clashed", "clash")]),
    ("The army carried out a raid.", [("raid", "raid")]),
    ("The body of Omar was found in a ditch.", [("body", "body")]),
    ("Omar was found dead.", [("dead", "die")]),
    ("Omar died of his wounds.", [("died", "die")]),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("sentence", "expected"), FOUND, ids=[s for s, _ in FOUND])
def test_words_that_tell_of_an_event(sentence: str, expected: list[tuple[str, str]], scheme: str) -> None:
    found = [t for s in parsed(sentence, scheme).sents for t in find(s, frames.default())]
    assert [(t.token.text, t.frame.name) for t in found] == expected


OTHER_MEANINGS = [
    "Workers began a strike over pay.",
    "The crew shot a film in Kano.",
    "The striker shot a goal.",
    "The board executed a plan.",
    "Rebels set off for Kano.",
    "He suffered a heart attack.",
    "An attack helicopter landed.",
    "Omar died of cancer.",
    "The film star died of old age.",
    "Two men were killed in an earthquake.",
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("sentence", OTHER_MEANINGS)
def test_the_same_words_in_another_meaning(sentence: str, scheme: str) -> None:
    assert [t.token.text for s in parsed(sentence, scheme).sents for t in find(s, frames.default())] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_event_noun_leans_on_its_verb(scheme: str) -> None:
    (raid,) = find(parsed("The army carried out a raid.", scheme).sents[0], frames.default())
    assert raid.carrier is not None
    assert (raid.carrier.text, raid.carrier_kind) == ("carried", "do")
    assert raid.words == {2, 5}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_body_counts_because_it_was_found(scheme: str) -> None:
    (body,) = find(parsed("The body of Omar was found in a ditch.", scheme).sents[0], frames.default())
    assert body.found
