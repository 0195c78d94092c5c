"""What is rejected, left open or disowned, in the many words that reports have for it; nothing of it is told as so.

Claims are written as in ``told``.
"""

from __future__ import annotations

import pytest

from tests.extract.told import Say

pytestmark = pytest.mark.model

# text, claims that must be among those read, beginnings of claims that must not be
REJECTED = [
    # what a report is said to be
    (
        "Reports that the mayor had been killed proved to be untrue.",
        {"Denial by report: fatalVictim mayor, occurred true"},
        ("Assertion",),
    ),
    (
        "Reports on Monday that the mayor had been killed turned out to be false.",
        {"Denial by report: fatalVictim mayor, occurred true"},
        ("Assertion",),
    ),
    (
        "Reports that the mayor had been murdered were without foundation, the ministry said.",
        {"Denial by ministry: fatalVictim mayor, occurred true"},
        ("Assertion",),
    ),
    (
        "The claim that rebels had killed the mayor has no basis in fact, a spokesman said.",
        {"Denial by spokesman: fatalVictim mayor, occurred true, perpetrator rebels"},
        ("Assertion",),
    ),
    (
        "There is no truth to the report that Omar Sayed was killed, the ministry said.",
        {"Denial by ministry: fatalVictim Omar Sayed, occurred true"},
        ("Assertion",),
    ),
    (
        "The governor said there was no truth in reports that the army had killed villagers.",
        {"Denial by governor: fatalVictim villagers, occurred true, perpetrator army"},
        ("Assertion",),
    ),
    (
        "The government rubbished reports that troops had killed ten farmers.",
        {
            "Denial by government: casualties 10/10/10 civilians killed, fatalVictim ten farmers, occurred true, "
            "perpetrator troops"
        },
        ("Assertion",),
    ),
    # the near case: what proves true, or is told of the truth
    ("Reports that the mayor had been killed proved to be true.", set(), ("Denial",)),
    ("The truth of reports that the mayor had been killed was never in doubt.", set(), ("Denial",)),
    (
        "A report by the rebels that ten soldiers had been killed was dismissed as propaganda by the army.",
        {
            "Denial by army: casualties 10/10/10 soldiers killed, fatalVictim ten soldiers, occurred true",
            "Assertion? by rebels: casualties 10/10/10 soldiers killed, fatalVictim ten soldiers, occurred true",
        },
        ("Denial by report", "Assertion by"),
    ),
    # what was only put on show; an attack that is staged is carried out
    (
        "The general said the massacre in Dawa was staged by the rebels.",
        {"Denial by general: location Dawa, occurred true"},
        ("Assertion",),
    ),
    (
        "The photographs of the massacre in Dawa were staged, the general said.",
        {"Denial by general: location Dawa, occurred true"},
        ("Assertion",),
    ),
    (
        "Rebels staged an attack on the airport in Dawa, killing two guards.",
        {
            "Assertion by report: casualties 2/2/2 combatants killed, fatalVictim two guards, location Dawa, "
            "occurred true, perpetrator Rebels, target airport"
        },
        ("Denial",),
    ),
    (
        "A government statement branded the report that the president had been killed a fabrication.",
        {"Denial by government: fatalVictim president, occurred true"},
        ("Assertion",),
    ),
    # nothing suggests it
    ("The ministry said it had no evidence to suggest that any American was among the dead.", set(), ("Assertion",)),
    (
        "There is evidence to suggest that soldiers killed Omar Sayed.",
        {"Assertion? by report: fatalVictim Omar Sayed, occurred true, perpetrator soldiers"},
        (),
    ),
    # what somebody does as a rule is no deed
    (
        "No one claimed responsibility for the killing of Omar Sayed but the Front has said in the past that it "
        "targets Christians.",
        {"Assertion by report: fatalVictim Omar Sayed, occurred true"},
        ("Responsibility", "Assertion by Front"),
    ),
    ("The government insists that it observes a policy of zero civilian casualties.", set(), ("",)),
    # what is only claimed or heard is so with all that it says
    (
        "An inquest heard that Sarah Worth was killed by a rubber bullet fired by a soldier.",
        {"Assertion? by inquest: fatalVictim Sarah Worth, occurred true, perpetrator soldier, weapon firearm"},
        ("Assertion by",),
    ),
    # who acts is no victim
    (
        "GOMARA, Congo, Nov 21 (Reuters) - Congolese rebels killed at least 28 civilians in the eastern village of "
        "Kisharo this week, the army and local residents said on Wednesday, a charge the M29 group dismissed as "
        "propaganda.",
        set(),
        ("Assertion by army: fatalVictim Congolese", "Assertion by local residents: fatalVictim Congolese"),
    ),
    # hearsay that nobody vouches for
    (
        "It was asserted that troops massacred 200 villagers in Dawa.",
        {
            "Assertion? by report: casualties 200/200/200 civilians killed, fatalVictim 200 villagers, location Dawa, "
            "occurred true, perpetrator troops"
        },
        ("Assertion by report",),
    ),
    (
        "It is said in government circles that rebels killed Omar Sayed.",
        {"Assertion? by government: fatalVictim Omar Sayed, occurred true, perpetrator rebels"},
        ("Assertion by report",),
    ),
    # questions within a sentence
    (
        "It was not immediately clear how many rebels, if any, had been killed.",
        {"Doubt? by report: fatalVictim how many rebels, occurred true"},
        ("Assertion",),
    ),
    (
        "A bomb killed ten people in Dawa. Monitors said they could not confirm who was responsible.",
        set(),
        ("Doubt", "Denial"),
    ),
    # by whom it was not done
    ("Omar Sayed was not killed by rebels, police said.", {"Denial by police: perpetrator rebels"}, ("Assertion",)),
    (
        "Officials said that 43 students were not killed by the army.",
        {"Denial by Officials: perpetrator army"},
        ("Assertion",),
    ),
    # a part that is denied is not the deed
    (
        "Ten students were killed in Iguana on Monday. The minister rejected claims by parents that soldiers were "
        "involved.",
        {"Denial by minister: perpetrator soldiers"},
        (),
    ),
    ("Omar Sayed was not killed, police said.", {"Denial by police: fatalVictim Omar Sayed"}, ("Assertion",)),
    # who admits a loss admits no deed
    (
        "The ministry admitted that ten soldiers had been killed by rebels.",
        {
            "Assertion by ministry: casualties 10/10/10 soldiers killed, fatalVictim ten soldiers, occurred true, "
            "perpetrator rebels"
        },
        ("Responsibility",),
    ),
    (
        "The gunman confessed to the murder of Omar Sayed.",
        {"ResponsibilityClaim by gunman: fatalVictim Omar Sayed, occurred true, perpetrator gunman"},
        ("Assertion",),
    ),
    # neither, nor
    ("Neither the army nor the rebels admitted killing the mayor.", set(), ("Responsibility", "Assertion")),
    (
        "The spokesman neither confirmed nor denied that officers had killed the boy.",
        {"Doubt? by spokesman: fatalVictim boy, occurred true, perpetrator officers"},
        ("Assertion", "Denial"),
    ),
    # left open, by whom
    (
        "The military could not confirm that the strike had killed civilians.",
        {"Doubt? by military: fatalVictim civilians, occurred true"},
        ("Doubt? by report",),
    ),
    ("The army was unaware of any killings in Dawa.", {"Doubt? by army: location Dawa, occurred true"}, ("Assertion",)),
    # a deed disowned is no deed undone
    (
        "The movement distanced itself from the killing of Omar Sayed.",
        {
            "Denial by movement: perpetrator movement",
            "Assertion by report: fatalVictim Omar Sayed, occurred true",
        },
        (),
    ),
    (
        "The movement disowned the attack on the church in Dawa.",
        {
            "Denial by movement: perpetrator movement",
            "Assertion by report: location Dawa, occurred true, target church",
        },
        (),
    ),
    # a number told only to reject it
    (
        "The ministry said that 28 persons had been killed, not 112 as alleged by the opposition.",
        {"Assertion by ministry: casualties 28/28/28 all-people killed, fatalVictim 28 persons, occurred true"},
        ("Assertion by opposition",),
    ),
    # speakers at the end of a headline
    (
        "Gunmen killed ten people in Kano - police",
        {
            "Assertion by police: casualties 10/10/10 all-people killed, fatalVictim ten people, location Kano, "
            "occurred true, perpetrator Gunmen"
        },
        (),
    ),
    (
        "16 militants killed in Kano, ministry says; group denies losses",
        {
            "Assertion by ministry: casualties 16/16/16 fighters killed, fatalVictim 16 militants, location Kano, "
            "occurred true"
        },
        ("Assertion by report",),
    ),
    (
        "Twelve rebels killed in clash near Kano, says army",
        {
            "Assertion by army: casualties 12/12/12 fighters killed, fatalVictim Twelve rebels, location near Kano, "
            "occurred true"
        },
        (),
    ),
]


@pytest.mark.parametrize(("text", "wanted", "unwanted"), REJECTED)
def test_what_is_rejected_is_not_told(say: Say, text: str, wanted: set[str], unwanted: tuple[str, ...]) -> None:
    told = say(text)
    assert wanted <= told
    assert not [claim for claim in told for begin in unwanted if claim.startswith(begin)]
