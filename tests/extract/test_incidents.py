"""Which event words of a sentence tell of one happening, and which of two."""

from __future__ import annotations

import pytest

from kg.extract.incidents import Incident, read
from kg.knowledge import frames, operators
from tests.extract.sentences import SCHEMES, parsed

GROUPS = [
    ("Omar was killed in a strike.", ["killed strike"]),
    ("A drone strike killed two men.", ["strike killed"]),
    ("The army conducted a strike that killed two men.", ["strike killed"]),
    ("Omar was killed when a missile struck his car.", ["killed struck"]),
    ("Jets hit Kano, killing nine.", ["hit killing"]),
    ("Rebels attacked the post and killed two guards.", ["attacked killed"]),
    ("Rebels killed two men and wounded three.", ["killed wounded"]),
    ("A bomber attacked the mosque and 32 people were killed.", ["attacked killed"]),
    ("The attack left ten people dead.", ["attack dead"]),
    ("The blast claimed the lives of ten recruits.", ["blast claimed"]),
    ("Omar was killed a year after the raid.", ["killed", "raid"]),
    ("Soldiers shot a man after the attack.", ["shot", "attack"]),
    ("Rebels killed two men; soldiers wounded three.", ["killed", "wounded"]),
    ("The raid followed the killing of Omar.", ["raid", "killing"]),
    ("Rebels who attacked Kano were accused of killing Omar.", ["attacked", "killing"]),
]


def _read(sentence: str, scheme: str) -> list[Incident]:
    found = [i for s in parsed(sentence, scheme).sents for i in read(s, frames.default(), operators.default())]
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("sentence", "expected"), GROUPS, ids=[s for s, _ in GROUPS])
def test_one_happening_or_two(sentence: str, expected: list[str], scheme: str) -> None:
    assert [" ".join(t.trigger.token.text for t in i.tellings) for i in _read(sentence, scheme)] == expected


FILLED = [
    ("Rebels beheaded two hostages.", {("perpetrator", "Rebels"), ("victim", "hostages")}),
    ("Gunmen took Omar hostage.", {("perpetrator", "Gunmen"), ("victim", "Omar")}),
    ("Rebels put two hostages to death.", {("perpetrator", "Rebels"), ("victim", "hostages")}),
    ("Rebels shot down a helicopter.", {("perpetrator", "Rebels"), ("loss", "helicopter")}),
    ("The army carried out a raid.", {("perpetrator", "army")}),
    ("The body of Omar was found in a ditch.", {("victim", "Omar")}),
    ("Rebels fired missiles at Kano.", {("perpetrator", "Rebels"), ("target", "Kano")}),
    ("Rebels clashed with soldiers.", {("perpetrator", "Rebels"), ("target", "soldiers")}),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("sentence", "expected"), FILLED, ids=[s for s, _ in FILLED])
def test_roles_of_the_first_event_word(sentence: str, expected: set[tuple[str, str]], scheme: str) -> None:
    telling = _read(sentence, scheme)[0].tellings[0]
    assert expected <= {(f.role, f.token.text) for f in telling.fillers}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_highest_word_stands_for_the_incident(scheme: str) -> None:
    (incident,) = _read("Omar was killed in a strike.", scheme)
    assert incident.main.trigger.token.text == "killed"
    assert incident.words == {2, 5}
