"""Whose words sentences are that name nobody: announced, in a communique retold, in reported speech that goes on.

Claims are written as in ``told``.
"""

from __future__ import annotations

import pytest

from tests.extract.told import Say

pytestmark = pytest.mark.model

GOES_ON = [
    # a line that ends with a colon covers all that follows
    (
        "KANO, March 3 - Frontier Operations Headquarters reported today:\n"
        "Security forces have killed 12 rebels in two days. Four farmers died when their cart hit a mine near Dawa.",
        "Assertion by Frontier Operations Headquarters: casualties 4/4/4 civilians killed",
    ),
    (
        "The following statement was issued by the Ministry of Defence on Tuesday:\n\n"
        "A patrol was ambushed near Dawa on Monday night. Three soldiers were killed.",
        "Assertion by Ministry of Defence: casualties 3/3/3 soldiers killed",
    ),
    (
        "Text of a communique of the General Staff:\n\nOur units beat back an attack on the fort of Kori. "
        "Forty rebels were killed.",
        "Assertion by General Staff: casualties 40/40/40 fighters killed",
    ),
    # within a paragraph it covers the rest of it
    (
        "Police gave this account: The gunmen walked into the bar at nine. They shot dead three men and a barmaid.",
        "Assertion by Police: casualties 3/3/3 all-people killed",
    ),
    # a communique is retold to the end of the paragraph
    (
        "The fort was stormed at dawn, the communique of the General Staff said. Nine guards were also killed.",
        "Assertion by General Staff: casualties 9/9/9",
    ),
    (
        "The statement by the ministry said that rebels had fled. Nine of them were killed.",
        "Assertion by ministry: casualties 9/9/9",
    ),
    # what is set back in time is still what the speaker said
    (
        "The commission found that police had fired without warning. At least 14 miners had been shot dead.",
        "Assertion by commission: casualties 14/14/-",
    ),
]


@pytest.mark.parametrize(("text", "start"), GOES_ON, ids=[text[:40] for text, _ in GOES_ON])
def test_the_speaker_goes_on(say: Say, text: str, start: str) -> None:
    told = say(text)
    assert any(claim.startswith(start) for claim in told), told


NARRATED = [
    # reporters step back and tell of something else
    "The general said that the road was open. Last year nine guards had been killed on it.",
    "The general said that the road was open. In 2009 rebels had killed nine guards on it.",
    # in their own tense
    "The general said that the road was open. Nine guards were killed on it on Monday.",
    # another paragraph
    "The communique said that the road was open.\n\nNine guards were killed on it on Monday.",
    # a statement that is not retold, a day of one's own, a list of reasons
    "In a statement, the army condemned the attack. Nine guards were killed in the attack on Monday.",
    "The rebels issued a statement on Monday. Nine guards had been killed the day before.",
    "The spokesman said the road was open. Nine guards had been killed on it on Sunday.",
    "The report said that the road was open. On Monday gunmen killed nine guards.",
    "The general made one thing clear: there would be no truce. Nine guards were killed on Monday.",
    "The chief has ordered the following changes:\n- patrols\n- curfews\nNine guards were killed on Monday.",
    # somebody else has spoken since
    "The army reported today:\nThe road is open.\nVillagers said that two men had drowned.\nNine guards were killed.",
    # nobody who speaks stands before the colon
    "The road is closed for one reason: Nine guards were killed on it on Monday.",
]


@pytest.mark.parametrize("text", NARRATED)
def test_the_report_goes_on(say: Say, text: str) -> None:
    told = [claim for claim in say(text) if "fatalVictim" in claim]
    assert told
    assert all(claim.startswith("Assertion by report: ") for claim in told)


AT_THE_EDGE = [
    ("40 soldiers slain in Tarka, rebels claim", "Assertion? by rebels: casualties 40/40/40 soldiers killed"),
    ("Rebels claim 40 soldiers slain; army silent", "Assertion? by Rebels: casualties 40/40/40 soldiers killed"),
    ("Mayor of Tarka: rockets killed two children", "Assertion by Mayor of Tarka: casualties 2/2/2 children killed"),
    ("Rebel leader killed in strike - Kremlin", "Assertion by Kremlin: fatalVictim Rebel leader"),
    ("Witnesses: soldiers fired on crowd, killed 9", "Assertion by Witnesses: casualties 9/9/9"),
    ("Army denies role in killing of bishop", "Denial by Army: perpetrator Army"),
]


@pytest.mark.parametrize(("headline", "start"), AT_THE_EDGE, ids=[text for text, _ in AT_THE_EDGE])
def test_who_speaks_at_the_edge_of_a_headline(say: Say, headline: str, start: str) -> None:
    told = say(headline)
    assert any(claim.startswith(start) for claim in told), told
    assert not any("perpetrator Rebel leader" in claim or "fatalVictim soldiers" in claim for claim in told)


@pytest.mark.parametrize(
    "text",
    [
        "Witnesses described how soldiers entered the village. First they shot dead the chief.",
        "Residents said that soldiers had come at dawn. They killed nine men.",
        "Police gave this account: The soldiers walked into the bar at nine. They shot dead three men.",
    ],
)
def test_they_are_those_who_are_told_of_and_not_those_who_tell(say: Say, text: str) -> None:
    agents = {claim.partition("perpetrator ")[2].partition(",")[0] for claim in say(text) if "perpetrator" in claim}
    assert agents == {"soldiers"}
