"""Who says what, and how: sentences read with the bundled model, with the claims any reader would take from them.

Claims are written as in ``told``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeGuard

import pytest

from kg.extract.reader import Reader
from kg.model import ClaimKind, Document, EntityKind, Predicate, Statement
from tests.extract.told import Say

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

# text, claims that must be among those read, beginnings of claims that must not be
READ = [
    # only one's own part is denied: the deed is told
    (
        "The army said it was not responsible for the killing of Omar Sayed.",
        {"Assertion by army: fatalVictim Omar Sayed, occurred true", "Denial by army: perpetrator army"},
        ("Responsibility",),
    ),
    (
        "The rebels said they had nothing to do with the attack on the mayor.",
        {"Assertion by rebels: occurred true, target mayor", "Denial by rebels: perpetrator rebels"},
        ("Responsibility",),
    ),
    (
        "The rebels had no role in the killing of the mayor, police said.",
        {"Denial by police: perpetrator rebels"},
        ("Responsibility",),
    ),
    ("The army said it never shelled the village.", {"Denial by army: perpetrator army"}, ("Assertion",)),
    ("The army rejected allegations that its troops killed ten villagers.", {"Denial by army: perpetrator army"}, ()),
    # reports called false
    (
        "An earlier report that Omar Sayed had been killed was wrong, the ministry said.",
        {"Denial by ministry: fatalVictim Omar Sayed, occurred true"},
        ("Assertion",),
    ),
    (
        "The government said that claims of a massacre in Dawa were false.",
        {"Denial by government: location Dawa, occurred true"},
        ("Assertion",),
    ),
    (
        "The general described as absurd the claim that rebels had executed prisoners.",
        {"Denial by general: fatalVictim prisoners, occurred true, perpetrator rebels"},
        ("Assertion",),
    ),
    (
        "The agency withdrew its report that ten soldiers had been killed.",
        {"Denial by agency: casualties 10/10/10 soldiers killed, fatalVictim ten soldiers, occurred true"},
        ("Assertion",),
    ),
    (
        "A police officer said reports that a second hostage had been killed were “pure speculation”.",
        {"Denial? by police officer: fatalVictim second hostage, occurred true"},
        ("Assertion",),
    ),
    # who says it
    (
        "The interior ministry said in a statement that guards had killed Tarek Boussouf in the Aures hills.",
        {
            "Assertion by interior ministry: fatalVictim Tarek Boussouf, location Aures hills, occurred true, "
            "perpetrator guards"
        },
        (),
    ),
    (
        "Two officials who asked not to be identified said a CIA drone killed Hamid Zarqani.",
        {"Assertion by Two officials: fatalVictim Hamid Zarqani, occurred true, perpetrator CIA, weapon drone"},
        ("Assertion by report",),
    ),
    (
        "Colonel Omar Sayed was killed in a drone strike near Kano, the ministry said.",
        {"Assertion by ministry: fatalVictim Omar Sayed, location near Kano, occurred true, weapon drone"},
        ("Assertion by report",),
    ),
    (
        "Residents buried nine persons who, they said, had been killed by bombs.",
        {
            "Assertion by Residents: casualties 9/9/9 all-people killed, fatalVictim nine persons, occurred true, "
            "weapon bomb"
        },
        ("Assertion by report",),
    ),
    (
        "Dawa, its mayor said, was a camp for refugees, and soldiers had massacred 430 people.",
        {
            "Assertion by its mayor: casualties 430/430/430 all-people killed, fatalVictim 430 people, occurred true, "
            "perpetrator soldiers"
        },
        ("Assertion by report",),
    ),
    (
        "Rebels claim 40 soldiers slain in Kordana",
        {
            "Assertion? by Rebels: casualties 40/40/40 soldiers killed, fatalVictim 40 soldiers, location Kordana, "
            "occurred true"
        },
        ("Assertion by report",),
    ),
    (
        "Earlier in the day the authorities had spoken of 28 people killed.",
        {"Assertion by authorities: casualties 28/28/28 all-people killed, fatalVictim 28 people, occurred true"},
        ("Assertion by report",),
    ),
    (
        "As stated by the defence ministry, rockets killed two soldiers.",
        {
            "Assertion by defence ministry: casualties 2/2/2 soldiers killed, fatalVictim two soldiers, "
            "occurred true, weapon rocket"
        },
        ("Assertion by report",),
    ),
    (
        "By the mayor's account, gunmen shot dead two boys.",
        {
            "Assertion by mayor: casualties 2/2/2 children killed, fatalVictim two boys, occurred true, "
            "perpetrator gunmen"
        },
        ("Assertion by report",),
    ),
    (
        "Soldiers did find two headless bodies, the army said.",
        {"Assertion by army: casualties 2/2/2 all-people killed, fatalVictim two headless bodies, occurred true"},
        ("Assertion by Soldiers",),
    ),
    (
        "The ministry published a tally of its operations. In the north, it said, soldiers had killed two men.",
        {
            "Assertion by ministry: casualties 2/2/2 all-people killed, fatalVictim two men, occurred true, "
            "perpetrator soldiers"
        },
        ("Assertion by report",),
    ),
    (
        '"They came at four in the morning," said Sister Beatriz Luna.\n\n"They shot Father Anton. He died there."',
        {"Assertion by Beatriz Luna: fatalVictim Anton, occurred true"},
        ("Assertion by report",),
    ),
    # a result told with what somebody is accused of
    (
        "A rebel commander accused the army of shelling the village of Dawa, killing three children.",
        {
            "Accusation? by rebel commander: casualties 3/3/3 children killed, fatalVictim three children, "
            "location Dawa, occurred true, perpetrator army"
        },
        ("Assertion",),
    ),
    (
        "At least 27 people died when an air strike hit a wedding party in Yemen, residents and an official said.",
        {
            "Assertion by residents: casualties 27/27/- all-people killed, fatalVictim At least 27 people, location "
            "Yemen, occurred true, target wedding party"
        },
        ("Assertion by report",),
    ),
    (
        "According to police, two men died in the attack and rebels killed a guard.",
        {"Assertion by police: fatalVictim guard, occurred true, perpetrator rebels"},
        ("Assertion by report",),
    ),
    (
        "Rebels claim 40 soldiers slain in Kordana; army says none",
        {
            "Assertion? by Rebels: casualties 40/40/40 soldiers killed, fatalVictim 40 soldiers, location Kordana, "
            "occurred true"
        },
        ("Assertion by army",),
    ),
    (
        "The army said that it was not they who had attacked the camp.",
        {"Assertion by army: occurred true, target camp", "Denial by army: perpetrator army"},
        ("Responsibility",),
    ),
    (
        "A court heard that Ali Musa shot dead the mayor.",
        {"Assertion? by court: fatalVictim mayor, occurred true, perpetrator Ali Musa"},
        (),
    ),
    (
        "20 insurgents killed in Kano: army",
        {
            "Assertion by army: casualties 20/20/20 fighters killed, fatalVictim 20 insurgents, location Kano, "
            "occurred true"
        },
        ("Assertion by report",),
    ),
    ("Neither side has confirmed the killing of Omar Sayed.", set(), ("Assertion",)),
    # another account of what the claimant tells itself
    (
        "The spokesman confirmed that ten soldiers had been killed and rejected claims that 50 had died.",
        {
            "Assertion by spokesman: casualties 10/10/10 soldiers killed, fatalVictim ten soldiers, occurred true",
            "Denial by spokesman: casualties 50/50/50 all-people killed, fatalVictim 50",
        },
        (),
    ),
    # an accusation of something else
    (
        "The murder of Ramiro Diaz shocked the city. The minister rejected the accusation that the army protects the "
        "squad.",
        set(),
        ("Denial",),
    ),
    (
        "Dozens of civilians were killed in the shelling of Dawa.",
        {
            "Assertion by report: casualties 24/-/- civilians killed, fatalVictim Dozens of civilians, occurred true, "
            "target Dawa"
        },
        (),
    ),
    (
        "Tens of thousands of civilians were killed by the army.",
        {
            "Assertion by report: casualties 20000/-/- civilians killed, fatalVictim Tens of thousands of civilians, "
            "occurred true, perpetrator army"
        },
        (),
    ),
    (
        "The findings were published by the Red Cross on Monday. Soldiers, the report says, had killed two men.",
        {
            "Assertion by Red Cross: casualties 2/2/2 all-people killed, fatalVictim two men, occurred true, "
            "perpetrator Soldiers"
        },
        (),
    ),
    # several say it together
    (
        "Ten people were killed in the strike, residents and a local official said.",
        {
            f"Assertion by {who}: casualties 10/10/10 all-people killed, fatalVictim Ten people, occurred true"
            for who in ("residents", "local official")
        },
        (),
    ),
    (
        "The army and the police denied killing the students.",
        {"Denial by army: perpetrator army", "Denial by police: perpetrator police"},
        (),
    ),
    # who is alive was not killed
    (
        "Omar Sayed was killed in a strike on Monday, the army said. His group said that Omar Sayed was alive.",
        {"Denial by His group: fatalVictim Omar Sayed"},
        (),
    ),
    (
        "Omar Sayed was alive when rescuers found him, but died of his wounds after the bombing on Monday.",
        set(),
        ("Denial",),
    ),
    ("Ten men were buried alive by the rebels.", set(), ("Denial",)),
    # numbers told apart from the event
    (
        "The death toll from Monday's bombing in Kano rose from 30 to 45.",
        {
            "Assertion by report: casualties 45/45/45 all-people killed, fatalVictim 45, location Kano, occurred true, "
            "time 2021-03-01"
        },
        (),
    ),
    (
        "An air strike hit a wedding party in Dawa. A local official gave a death toll of 30.",
        {"Assertion by local official: casualties 30/30/30 all-people killed, fatalVictim 30, occurred true"},
        (),
    ),
    (
        "A bomb exploded in Kano on Monday, killing ten people. On Tuesday the toll stood at 14, and the number of "
        "wounded reached 60, hospital officials said.",
        {
            "Assertion by hospital officials: casualties 14/14/14 all-people killed, occurred true",
            "Assertion by hospital officials: casualties 60/60/60 all-people injured, occurred true",
        },
        (),
    ),
    (
        "The number of people killed in the attack on the camp has risen to 31.",
        {"Assertion by report: casualties 31/31/31 all-people killed, fatalVictim 31, occurred true, target camp"},
        (),
    ),
    (
        "A bomb exploded in Kano on Monday. The death toll could rise to 20, officials said.",
        set(),
        ("Assertion by officials",),
    ),
    ("The war has taken a heavy toll on the economy.", set(), ("",)),
    # how far it went
    (
        "The president survived an assassination attempt in Brava.",
        {"Assertion by report: location Brava, target president"},
        (),
    ),
    (
        "The assassination attempt on President Lim killed two guards.",
        {"Assertion by report: casualties 2/2/2 combatants killed, fatalVictim two guards, occurred true, target Lim"},
        (),
    ),
    ("Police foiled an attack on the synagogue.", {"Assertion by report: target synagogue"}, ()),
    ("Had the bomb exploded an hour later, it would have killed hundreds of commuters.", set(), ("",)),
    ("Should rebels attack the town, the army will respond.", set(), ("",)),
    # who only denies a part in it leaves open whether it happened
    (
        "The army denied killing the nun Agnes Kabore.",
        {"Denial by army: perpetrator army", "Doubt? by army: fatalVictim Agnes Kabore, occurred true"},
        ("Assertion",),
    ),
    # acts told elsewhere
    (
        "Ten people were killed in an ambush. The army blamed the rebels for the attack. The rebels denied the claim.",
        {"Accusation? by army: perpetrator rebels", "Denial by rebels: perpetrator rebels"},
        (),
    ),
    (
        "Ten soldiers were killed in an ambush. No group has claimed responsibility, but a spokesman for the army, "
        "Colonel Modibo Sarr, blamed the group Ansar al-Sahra.",
        {"Accusation? by Modibo Sarr (for army): perpetrator Ansar al-Sahra"},
        ("Doubt", "Responsibility"),
    ),
    (
        "Ten soldiers were killed in Kano on Monday. There was no claim of responsibility for the bombing.",
        set(),
        ("Doubt", "Denial", "Responsibility"),
    ),
    (
        "Guerrillas said that they had beheaded a hostage, but the president called the claim a bluff.",
        {"Denial by president: occurred true"},
        (),
    ),
    (
        "The ministry said a missile had killed two generals. An army spokesman laughed the claim off.",
        {"Denial by army spokesman (for army): occurred true"},
        (),
    ),
    # "the rebels" are not the soldiers told of before
    (
        "Ten soldiers were killed in an ambush. The army blamed the rebels for the attack.",
        {"Accusation? by army: perpetrator rebels"},
        (),
    ),
    # what is rejected is somebody's claim
    (
        "The ministry denied rebel claims that forty soldiers had died in the ambush.",
        {
            "Assertion? by rebel: casualties 40/40/40 soldiers killed, fatalVictim forty soldiers, occurred true",
            "Denial by ministry: casualties 40/40/40 soldiers killed, fatalVictim forty soldiers",
        },
        (),
    ),
    (
        # not that there was an ambush
        "News reports that forty soldiers had died in the ambush were false, the ministry said.",
        {"Denial by ministry: casualties 40/40/40 soldiers killed, fatalVictim forty soldiers"},
        ("Assertion",),
    ),
    # what speaks is somebody, whatever the words make of it
    (
        "Guerrillas murdered the mayor. The armed forces press office rejected the charge that soldiers killed him.",
        {"Denial by armed forces press office: fatalVictim mayor, occurred true, perpetrator soldiers"},
        (),
    ),
    # who claims something vouches for less than who says it
    (
        "Other witnesses claimed that Omar Sayed was shot dead by a guard.",
        {"Assertion? by Other witnesses: fatalVictim Omar Sayed, occurred true, perpetrator guard"},
        ("Assertion by",),
    ),
]


@pytest.mark.parametrize(("text", "wanted", "unwanted"), READ, ids=[row[0][:60] for row in READ])
def test_claims(say: Say, text: str, wanted: set[str], unwanted: tuple[str, ...]) -> None:
    told = say(text)
    assert wanted <= told
    assert not [claim for claim in told for begin in unwanted if claim.startswith(begin)]


@pytest.mark.parametrize("speaker", ["PRESS OFFICE", "PRESS CENTER", "RADIO STATION", "SECRETARIAT", "MONASTERY"])
def test_who_speaks_is_somebody_and_no_thing(nlp: Language, speaker: str) -> None:
    text = f"TWO PRIESTS WERE MURDERED TODAY BY SOLDIERS. THE {speaker} REJECTED THE CHARGE AND BLAMED THE GUERRILLAS."
    reading = Reader(nlp).read(Document("text", text, "0", issued=date(1989, 3, 4)))
    kinds = {entity.key: entity.kind for entity in reading.entities}
    speakers = {kinds[claim.claimant] for claim in reading.claims}
    assert EntityKind.GROUP in speakers
    assert speakers <= {EntityKind.GROUP, EntityKind.NARRATOR}


def test_the_dead_who_are_listed_died_in_the_event_that_has_many(nlp: Language) -> None:
    text = (
        "A bomber blew himself up in the market of Karsa on Sunday, killing 24 people. The Red Front said it was "
        "revenge for the assassination of Ali Taleb, who was shot dead in January. Among the dead were two nurses, "
        "Mara Velic and Anna Dorn."
    )
    assert _deaths(nlp, text) == [{"24 people", "Anna Dorn", "Mara Velic"}, {"Ali Taleb"}]


def test_a_body_found_after_a_strike_is_not_laid_to_it(nlp: Language) -> None:
    text = (
        "Omar Sayed was killed in Karsa on Sunday, officials said. The alliance said its aircraft had struck two "
        "trucks near the town. His son Musa was also found dead."
    )
    reading = Reader(nlp).read(Document("text", text, "0", issued=date(2021, 3, 4)))
    labels = {entity.key: entity.label for entity in reading.entities}
    found = {(labels[s.object.key], s.subject) for c in reading.claims for s in c.statements if _dies(s)}
    by = {s.subject for c in reading.claims for s in c.statements if s.predicate is Predicate.PERPETRATOR}
    assert {name for name, event in found if event in by} == set()
    assert {name for name, _ in found} == {"Omar Sayed", "Musa"}


def test_rockets_that_harmed_nobody_are_no_part_of_the_strike_before(nlp: Language) -> None:
    text = (
        "An air strike on the tower killed ten people in Karsa on Friday, the ministry said. The Red Front fired more "
        "than 100 rockets toward Belet, the military said, causing no casualties."
    )
    reading = Reader(nlp).read(Document("text", text, "0", issued=date(2021, 3, 6)))
    statements = {s for c in reading.claims for s in c.statements}
    (deadly,) = {s.subject for s in statements if _dies(s)}
    assert not {s for s in statements if s.subject == deadly and s.predicate is Predicate.PERPETRATOR}
    assert len({s.subject for s in statements}) == 2


@pytest.mark.parametrize(
    "rejection",
    [
        "Nothing indicated that the strike had killed civilians.",
        "Nothing indicated that the strike had killed civilians, the agency said.",
        "There was no indication that children had been killed in the strike.",
        "The military denied that the strike had killed civilians.",
    ],
)
def test_who_rejects_that_civilians_died_does_not_reject_the_strike(nlp: Language, rejection: str) -> None:
    text = f"A drone strike killed Omar Sayed in Karsa on Friday, the ministry said. {rejection}"
    reading = Reader(nlp).read(Document("text", text, "0", issued=date(2021, 3, 6)))
    labels = {entity.key: entity.label for entity in reading.entities}
    told = [(c.kind, s) for c in reading.claims for s in c.statements]
    assert {labels[s.object.key] for kind, s in told if _dies(s) and kind is ClaimKind.ASSERTION} == {"Omar Sayed"}
    assert not [s for kind, s in told if kind is ClaimKind.DENIAL and s.predicate is Predicate.OCCURRED]


def test_the_dead_counted_without_a_word_on_how_are_those_of_the_only_deadly_event(nlp: Language) -> None:
    text = (
        "Air strikes on a wedding in Karsa killed at least 27 people on Monday, the ministry said. Officials urged "
        "calm. Shops stayed shut. Twelve women, eight children and seven men lost their lives, a resident said."
    )
    (dead,) = _deaths(nlp, text)
    assert {"Twelve women", "eight children", "seven men"} <= dead
    blamed = (
        "Gunmen of the Red Front stormed a hotel in Karsa on Monday and killed at least 27 people, the ministry said. "
        "Shops stayed shut. The Red Front said that 60 hostages had died under the rubble."
    )
    assert not any("60 hostages" in names for names in _deaths(nlp, blamed))
    accident = "Police were busy on Monday. Shops stayed shut. Twelve women lost their lives, a resident said."
    assert _deaths(nlp, accident) == []


def _dies(statement: Statement) -> TypeGuard[Any]:
    return statement.predicate is Predicate.FATAL_VICTIM


def _deaths(nlp: Language, text: str) -> list[set[str]]:
    """The dead of each event, in the order of the text."""
    reading = Reader(nlp).read(Document("text", text, "0", issued=date(2021, 3, 4)))
    labels = {entity.key: entity.label for entity in reading.entities}
    dead: dict[str, set[str]] = {event.key: set() for event in reading.events}
    for claim in reading.claims:
        for statement in claim.statements:
            if _dies(statement):
                dead[statement.subject].add(labels[statement.object.key])
    return [names for names in dead.values() if names]
