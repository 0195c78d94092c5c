"""Places and days of a sentence that are not its event's, and those that are, read with the bundled model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

Places = Callable[[str, str], dict[str, str]]
Days = Callable[[str, str], set[str]]


@pytest.mark.parametrize(
    ("text", "victim", "wanted"),
    [
        # where somebody speaks of an event, and where it is done
        ("In Geneva, the UN denounced the killing of 12 farmers.", "farmers", {}),
        ("IN WASHINGTON, THE SPOKESWOMAN DEPLORED THE KILLING OF THE ABBOT.", "ABBOT", {}),
        ("In Kano, gunmen carried out the killing of the abbot.", "abbot", {"Kano": ""}),
        ("The UN denounced the killing of 12 farmers in Kano.", "farmers", {"Kano": ""}),
        # where in the region that opened the sentence
        (
            "In Borno, a monk was stabbed to death on Friday at Kura, where three abbots died in 1948.",
            "monk",
            {"Borno": "", "Kura": ""},
        ),
        ("In Borno, an abbot died when a shell hit his hut in Kura.", "abbot", {"Borno": "", "Kura": ""}),
        ("In Nigeria, gunmen killed an abbot in Kano.", "abbot", {"Kano": "", "Nigeria": ""}),
        ("In Nigeria, an abbot from a house in Kano was killed.", "abbot", {"Nigeria": ""}),
        ("In Kura, gunmen killed an abbot who had lived in Dawa.", "abbot", {"Kura": ""}),
        ("An abbot was shot dead in the Co. Down village of Kura.", "abbot", {"Kura": ""}),
        ("An abbot was killed on the bridge across the Dnestr at Bendery.", "abbot", {"Bendery": ""}),
        # on the road between two towns
        (
            "An abbot died in an ambush on the road linking Kura to Dawa.",
            "abbot",
            {"road linking Kura to Dawa": ""},
        ),
        ("Gunmen shot an abbot dead on the road from Kura to Dawa.", "abbot", {"road from Kura to Dawa": ""}),
        (
            "A mine killed an abbot on the track between the villages of Kura and Dawa.",
            "abbot",
            {"track between the villages of Kura and Dawa": ""},
        ),
        ("An abbot was killed in Kura, on the way to the road between Bama and Dawa.", "abbot", {"Kura": ""}),
        # what somebody left or led, and what came of his death
        ("The abbot was murdered as he left a rally in Kano.", "abbot", {"Kano": ""}),
        ("Protesters held a rally in Kano after gunmen killed an abbot.", "abbot", {}),
        # where it was when it began
        (
            "Officials say 650 farmers have been killed since 7 October, when gunmen killed nine judges in Kano.",
            "farmers",
            {},
        ),
        # where somebody went to work
        ("The abbot was shot dead as he drove to work in Kano.", "abbot", {"Kano": ""}),
        # where some of those counted were, and where all were
        ("Bombs killed nine farmers on Sunday, including three in Kano and two in Jos, police said.", "farmers", {}),
        ("Shells killed nine farmers on Friday, seven of them in Kano and two in Jos.", "farmers", {}),
        ("Nine farmers, five of whom were in Kano, were killed by bombs.", "farmers", {}),
        ("Police said nine farmers had been killed, two in Kano and seven in Jos.", "farmers", {}),
        ("Attacks killed nine farmers, among them four in Kano.", "farmers", {}),
        ("Air strikes killed nine farmers on Monday, most of them in Kano.", "farmers", {"Kano": ""}),
        ("A bomb killed nine farmers, including two women, in a market in Kano.", "farmers", {"Kano": ""}),
        ("Gunmen killed nine farmers, including two policemen in Kano.", "farmers", {"Kano": ""}),
        # where those are, and go, who condemn it or rise over it
        ("The bishops denounced the killing of the abbot and flew to talks in Kano.", "abbot", {}),
        ("Students in Lagos boycotted classes after the killing of the abbot in Kano.", "abbot", {"Kano": ""}),
        ("Students in Lagos boycotted classes after the killing of the abbot.", "abbot", {}),
        ("Villagers in Kano fled after an attack killed the abbot.", "abbot", {"Kano": ""}),
        # where somebody was taken or went
        ("Three farmers were shot dead and their bodies were taken to a morgue in Kano.", "farmers", {}),
        # where somebody was treated, and a hospital that was attacked
        ("The abbot died in hospital in Kano of wounds from a bomb blast.", "abbot", {}),
        ("A bomb exploded at a hospital in Kano and the abbot died.", "abbot", {"Kano": ""}),
        ("Doctors in Kano treated the abbot, wounded by a bomb.", "abbot", {}),
        ("Rebels killed the abbot on his way to a meeting in Kano.", "abbot", {}),
        ("Rebels killed the abbot at a meeting in Kano.", "abbot", {"Kano": ""}),
        ("The abbot was stabbed to death in Kano.", "abbot", {"Kano": ""}),
        ("Rebels killed the abbot on the road to Kano.", "abbot", {"road to Kano": ""}),
        # a clause with "where" that tells of something else
        ("Police sealed off Kano, where crowds had met after the killing of the abbot.", "abbot", {}),
        ("Rebels overran Kano, where they killed the abbot.", "abbot", {"Kano": ""}),
        # inside a building or on a part of something that has a name
        ("The abbot was shot dead in the arrivals hall of Kano airport.", "abbot", {"Kano airport": ""}),
        ("The abbot was shot dead on the eastern bank of the Suez Canal.", "abbot", {"Suez Canal": ""}),
        # where people mourn, protest or are tried, and where it was
        ("The funeral in Kano of an abbot killed by rebels drew thousands.", "abbot", {}),
        ("A vigil was held in Kano for the nine monks killed.", "monks", {}),
        ("Thousands protested in Kano after rebels had killed an abbot.", "abbot", {}),
        ("He was sentenced in Oslo for killing nine monks on Monday.", "monks", {}),
        ("He was charged in Oslo with killing nine monks in Kano.", "monks", {"Kano": ""}),
        ("Rebels killed the abbot at an election rally near Kano.", "abbot", {"near Kano": ""}),
        # where those are who tell it
        ("Soldiers executed the abbot, according to the War Ministry in Valencia.", "abbot", {}),
        # what opens a sentence that says at its end who tells it
        (
            "In El Obeid, in North Kordofan, rebels shot dead the abbot, Al Musa, relatives said.",
            "Musa",
            {"El Obeid": ""},
        ),
        # what news reaches, and where somebody once was trained
        ("The news reached Paris that the abbot had been killed by rebels.", "abbot", {}),
        ("The general, who was trained at Fort Benning, Georgia, was assassinated.", "general", {}),
        # a suburb that has a name of its own
        ("An abbot was shot dead in the Paris suburb of La Courneuve.", "abbot", {"La Courneuve": ""}),
        ("The abbot was shot dead at the gates of Kano airport.", "abbot", {"Kano airport": ""}),
        # a country or part of one is no town
        (
            "LOCKERBIE, Scotland - A bomb exploded in this town last night, killing an abbot.",
            "abbot",
            {"LOCKERBIE": ""},
        ),
        # what bears a name that the model does not know
        ("The abbot was shot dead on the slopes of the Chimal volcano.", "abbot", {"Chimal volcano": ""}),
        ("Soldiers shot the abbot dead at the Ulus bridge.", "abbot", {"Ulus bridge": ""}),
        ("Soldiers shot the Muslim village head dead.", "Muslim village head", {}),
        # where their neighbours buried the dead, and where these were buried
        ("In the settlement of Kura, residents buried nine monks who were killed by bombs.", "monks", {"Kura": ""}),
        ("Nine monks killed by bombs were buried in Kura.", "monks", {}),
        # the capital, by its country or where the text names it
        ("The abbot was shot dead in the Somali capital.", "abbot", {"Somali capital": ""}),
        ("Radio in Damascus said that rebels killed the abbot in the capital.", "abbot", {"Damascus": ""}),
        ("NEW DELHI - Mobs shot the abbot dead in the streets of the capital.", "abbot", {"NEW DELHI": ""}),
        ("A school stood in Kano. Rebels killed the abbot in the provincial capital.", "abbot", {}),
        # a direction with a hyphen, and a place before "where" that ends in other words
        ("An abbot was shot dead in a village north-west of Kano.", "abbot", {"north-west of Kano": ""}),
        ("It began at the Bataclan concert hall, where an abbot was shot dead.", "abbot", {"Bataclan": ""}),
        # several places told together
        ("A bomb killed the abbot in Kano and Kaduna.", "abbot", {"Kano": "", "Kaduna": ""}),
        (
            "A bomb killed two monks in Kandahar and Helmand provinces, Afghanistan.",
            "monks",
            {"Kandahar province": "", "Helmand province": ""},
        ),
        ("A bomb killed two monks from Kano and Kaduna in Jos.", "monks", {"Jos": ""}),
        # a village and the region around it, which the parser takes for one name
        (
            "Somali police spoke. Elsewhere, a mine blast in Baladweyne, Hiran region, claimed the lives of 4 monks.",
            "monks",
            {"Baladweyne": ""},
        ),
        # the line of navigation above a report
        (
            "Home > World > Middle East\nWedding blast kills nine monks in the Turkish city of Sanlikent on Friday",
            "monks",
            {"Sanlikent": ""},
        ),
        # names that sound like a person's or a body's, where the words beside them say that they are places
        ("The abbot was shot dead in Umm Dabaka.", "abbot", {"Umm Dabaka": ""}),
        ("The abbot was shot dead on the Marshal Tito bridge.", "abbot", {"Marshal Tito bridge": ""}),
        ("The abbot was shot dead on the campus of Mwera University.", "abbot", {"Mwera University": ""}),
        ("The abbot was shot dead on the left bank of the Dniester.", "abbot", {"Dniester": ""}),
        ("The abbot was shot dead in Port-au-Prince.", "abbot", {"Port-au-Prince": ""}),
        ("Five monks were killed at the Torkham border crossing.", "monks", {"Torkham border crossing": ""}),
        ("The abbot was shot dead on Highway 9.", "abbot", {"Highway 9": ""}),
        ("The abbot was shot dead at Kampala's main bus station.", "abbot", {"Kampala": ""}),
        ("The abbot was shot dead in the township of Sebo.", "abbot", {"Sebo": ""}),
        ("Soldiers raided Mae Wong, a hamlet in Yala province, and shot the abbot dead.", "abbot", {"Mae Wong": ""}),
        ("The abbot was shot dead in a village called Kulbus.", "abbot", {"Kulbus": ""}),
        ("The abbot was shot dead in the area known locally as Kulbus.", "abbot", {"Kulbus": ""}),
        # where those live who tell it
        ("Villagers in Kano said that soldiers had killed the abbot.", "abbot", {"Kano": ""}),
        ("Villagers in Kano said that soldiers had killed the abbot in Gulu.", "abbot", {"Gulu": ""}),
        # where a court hears of it
        ("A court in Kano was told that soldiers had killed the abbot in Gulu.", "abbot", {"Gulu": "kill"}),
        # told in passing of what happened
        ("The abbot was killed in the terrorist action, which took place in Grozny.", "abbot", {"Grozny": ""}),
        # what only says where a place lies
        (
            "A bomb went off in the Andean city of Ayacucho, 575 km southeast of Lima, killing the abbot.",
            "abbot",
            {"Ayacucho": ""},
        ),
        # a place that tells more closely where another one is
        (
            "Gunmen killed the abbot on the Kavkaz highway near the village of Gazikau.",
            "abbot",
            {"Kavkaz highway": "", "near the village of Gazikau": ""},
        ),
    ],
)
def test_whose_place_it_is(places: Places, text: str, victim: str, wanted: dict[str, str]) -> None:
    assert places(text, victim) == wanted


@pytest.mark.parametrize(
    ("text", "victim", "wanted"),
    [
        # the day of what was told right before
        ("Rebels overran Kano on Tuesday. They shot an abbot dead.", "abbot", {"2021-03-02"}),
        ("A bomb exploded in Kano on Tuesday, killing nine. Gunmen then killed an abbot.", "abbot", {"2021-03-02"}),
        # that was in another town or another paragraph, no event at all, or only spoken of
        ("A bomb exploded in Kano on Tuesday, killing nine. Gunmen killed an abbot in Jos.", "abbot", set()),
        ("A bomb exploded in Kano on Tuesday, killing nine.\n\nGunmen killed an abbot.", "abbot", set()),
        ("The law was passed on Tuesday. Gunmen killed an abbot.", "abbot", set()),
        ("The minister spoke on Tuesday. Gunmen had killed an abbot, he said.", "abbot", set()),
        # a list of what one day brought in several towns
        ("On Tuesday gunmen killed two monks in Kano. In Jos, a bomb killed an abbot.", "abbot", {"2021-03-02"}),
        (
            "Nine monks were shot in Kano on Tuesday. In Jos, gunmen killed two guards. In Kaduna, a sniper killed an "
            "abbot.",
            "abbot",
            {"2021-03-02"},
        ),
        ("Gunmen killed two monks in Kano on Tuesday. In Jos, an abbot had been killed.", "abbot", set()),
        ("Gunmen killed two monks in Kano on Tuesday. In Jos, an abbot has been killed.", "abbot", set()),
        ("Gunmen killed two monks in Kano on Tuesday. In Ghana, a bomb killed an abbot.", "abbot", set()),
        ("A monk was killed in Kano on Tuesday. In Jos, where he was born, rebels killed an abbot.", "abbot", set()),
        # one set apart
        ("A bomb killed nine monks on Tuesday. Earlier gunmen killed an abbot.", "abbot", set()),
        # when those came who tell of it
        ("According to people who arrived on Tuesday in Kano, rebels have killed 44 farmers.", "farmers", set()),
        ("According to police, rebels killed 44 farmers on Tuesday.", "farmers", {"2021-03-02"}),
        # what happened to those who look into it, or to the dead
        (
            "The judge appointed to investigate the killings of 12 farmers was threatened Tuesday.",
            "farmers",
            set(),
        ),
        ("Three farmers killed in a raid were buried on Tuesday.", "farmers", set()),
        ("Three farmers wounded in a raid died on Tuesday.", "farmers", {"2021-03-02"}),
        ("On Tuesday gunmen carried out the killing of the abbot.", "abbot", {"2021-03-02"}),
    ],
)
def test_whose_day_it_is(days: Days, text: str, victim: str, wanted: set[str]) -> None:
    assert days(text, victim) == wanted
