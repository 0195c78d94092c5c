"""Relations that the words between two mentions say."""

from __future__ import annotations

import re

import pytest

from kg.evaluate.re3d_phrases import phrases

# Mentions are marked by their type: [O Northern Army] is an organisation, P a person, L a place.
_MARKED = re.compile(r"\[([OPL]) ([^]]+)\]")
_KINDS = {"O": "Organisation", "P": "Person", "L": "Location"}

_SENTENCES = {
    "[O The Coalition]’s strategy to defeat [O Jaysh]": {"The Coalition FightingAgainst Jaysh"},
    "[O The army] and [O the Hill Militia] fought [O the Front]": {
        "The army FightingAgainst the Front",
        "the Hill Militia FightingAgainst the Front",
    },
    "[O The Guard] went on with its long campaign in the hills against [O the Front]": {
        "The Guard FightingAgainst the Front"
    },
    "[O Militias] liberated the town of [L Sarin] from [O the Front]": {"Militias FightingAgainst the Front"},
    "[O The army] left. The fight against [O the Front] went on": set(),
    "[O The army] met [O the Front]": set(),
    "[P Ana Silva], [P Minister for Trade], left": {"Ana Silva IsSynonymOf Minister for Trade"},
    "[P Ana Silva], [P Rui Costa] and others left": set(),
    "[O Jaysh], also known by its acronym as [O JYS]": {"Jaysh IsSynonymOf JYS"},
}


@pytest.mark.parametrize("marked", _SENTENCES)
def test_phrases(marked: str) -> None:
    text, found, at = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        found.append((len(text), len(text) + len(match[2]), _KINDS[match[1]]))
        text += match[2]
        at = match.end()
    text += marked[at:]
    assert {f"{a.of(text)} {kind} {b.of(text)}" for a, b, kind in phrases(text, found)} == _SENTENCES[marked]
