"""Where events took place whose own words do not say it, read with the bundled model."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document
from tests.extract.told import parts_told

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

Places = Callable[[str, str], dict[str, str]]


@pytest.mark.parametrize(
    ("text", "victim", "wanted"),
    [
        # an agency with a hyphen in its name
        ("LAGOS, 3 MAR 21 (ABC-NEWS) -- Gunmen killed a grocer, police said.", "grocer", {"Lagos": "dateline"}),
        # a colon behind the agency
        ("LAGOS, March 3 (Agencies): Gunmen killed a grocer, police said.", "grocer", {"LAGOS": "dateline"}),
        # no mark behind the date, in wrapped lines
        (
            "By Sara Bello\nLAGOS, March 3 Gunmen killed a grocer on his\nway home, police said.",
            "grocer",
            {"LAGOS": "dateline"},
        ),
        ("BELFAST, Monday\nGunmen killed a grocer on his way home, police said.", "grocer", {"BELFAST": "dateline"}),
        # not in the town of the dateline
        ("LAGOS, March 3 (Agencies): Gunmen killed nine grocers in five provinces.", "grocers", {}),
        ("LAGOS, March 3 (Agencies): A plane was shot down on Friday, killing its pilot.", "pilot", {}),
        ("LAGOS, March 3 (Agencies): Gunmen killed a grocer in a bar.", "grocer", {"LAGOS": "dateline"}),
        # where those are who tell it
        (
            "Soldiers killed nine monks near Kano. A grocer was also killed, according to the ministry in Lagos.",
            "grocer",
            {"near Kano": ""},
        ),
        # a village that was entered, in a region that the same words name
        (
            "Rebels entered the locality of Situk, Jonin Department, in the central mountains of Peru. They shot a "
            "grocer dead.",
            "grocer",
            {"Situk": "place of the sentence before"},
        ),
        # a village that was entered, at a time that is counted from then
        (
            "On 9 January 2021, soldiers entered Duja, a settlement 15 km south of Jonin. They went to every house. "
            "The next morning, they killed a grocer.",
            "grocer",
            {"Duja": "place of the paragraph"},
        ),
        (
            "On 9 January 2021, soldiers entered Duja. They went from house to house. On 3 May, they killed a grocer.",
            "grocer",
            {},
        ),
        # the same town, further down in the sentence, and some sentences before
        (
            "In 1982 hundreds marched in Kura. Police fired on them. A year later, in a second march in the same town, "
            "a grocer was killed.",
            "grocer",
            {"Kura": "place spoken of before"},
        ),
        # a town that something befell, which is told in passing
        (
            "Kano was left in darkness after rebels killed a grocer.",
            "grocer",
            {"Kano": "place that the sentence is about"},
        ),
        ("Kano was told that rebels had killed a grocer.", "grocer", {}),
        # what the same people did the next day, and others
        (
            "On Saturday rebels entered Kura and shot nine monks. The following day they hanged a grocer.",
            "grocer",
            {"Kura": "place of the sentence before"},
        ),
        (
            "On Saturday rebels entered Kura and shot nine monks. The following day soldiers hanged a grocer.",
            "grocer",
            {},
        ),
        # villagers who were killed in a province, which tells less than their village
        (
            "In Borno State, nine villagers of Duja were massacred.",
            "nine villagers of Duja",
            {"Borno State": "", "Duja": "home of a victim"},
        ),
        ("In Kano, nine people from Duja were massacred.", "nine people", {"Kano": ""}),
        # a paragraph that opens with a place, or leads to one, and one that only speaks of somebody's journey
        (
            "In the village of Duja, people had lived side by side. On Sunday that ended. Youths killed a grocer.",
            "grocer",
            {"Duja": "place of the paragraph"},
        ),
        (
            'The army had retaken the town of Bama. "It is over," a colonel said. A grocer was killed by a shell.',
            "grocer",
            {"Bama": "place of the paragraph"},
        ),
        ("The mayor returned to Kano. He looked tired. Rebels killed a grocer.", "grocer", {}),
        ("In Paris, people marched in protest. All was calm. Rebels killed a grocer.", "grocer", {}),
        # what the next sentence says where it lies
        (
            "The mayor of Buhriz was killed by a roadside bomb. Buhriz is 60 km north of Baghdad.",
            "mayor of Buhriz",
            {"Buhriz": "place described next"},
        ),
        # where he was at home, who left a house that is his
        ("The imam of Kano was killed by a bomb as he left the mosque.", "imam", {"Kano": "home of a victim"}),
        # a place alone at the head of a text
        ("Lagos: Gunmen killed a grocer on his way home, police said.", "grocer", {"Lagos": "dateline"}),
        # a paragraph that comes to the deed in its third sentence, and one that goes elsewhere before
        (
            "LAGOS, March 3 - Rebels seized the palace on Monday. Troops arrived with tanks. The abbot was killed.",
            "abbot",
            {"LAGOS": "dateline"},
        ),
        (
            "LAGOS, March 3 - Rebels seized the palace on Monday. Troops arrived in Kano. The abbot was killed.",
            "abbot",
            {"Kano": "place of the sentence before"},
        ),
        # a murder that is only spoken of
        ("LAGOS, March 3 - The minister spoke. Food was short. He recalled the murder of an abbot.", "abbot", {}),
        ("Lagos, Dec. 12. Gunmen killed a grocer on his way home.", "grocer", {"Lagos": "dateline"}),
        # a town that the model takes for a group or for nothing
        ("DEAL, England (AP) - A bomb killed a grocer on Friday.", "grocer", {"DEAL": "dateline"}),
        ("NICE, France — Gunmen killed a grocer on Friday.", "grocer", {"NICE": "dateline"}),
        # places with a colon, where several lines have one
        (
            "A brief\n\nBama: Gunmen killed a judge.\n\nKano: A bomb was thrown. A grocer was killed.",
            "grocer",
            {"Kano": "dateline"},
        ),
        # an item of a list whose place the model takes for a person
        ("* BAQUBA - Gunmen killed a grocer, police said.", "grocer", {"BAQUBA": "dateline"}),
    ],
)
def test_the_place_of_a_dateline(places: Places, text: str, victim: str, wanted: dict[str, str]) -> None:
    assert places(text, victim) == wanted


@pytest.mark.parametrize(
    ("text", "victim", "wanted"),
    [
        # told two sentences before in one paragraph
        (
            "In Kano a shell hit a school. Nobody knows who fired it. Gunmen then killed the abbot.",
            "abbot",
            {"Kano": "place of the paragraph"},
        ),
        # another place has been told in between
        ("In Kano a shell hit a school. The bishop was in Jos. Gunmen then killed the abbot.", "abbot", {}),
        # where those are now who tell of it
        ("People who fled to Nazran in Ingushetia told a story. Soldiers shot the abbot dead.", "abbot", {}),
        (
            "Soldiers fired on Kano. In Washington, the White House declined to comment. Rebels then killed the abbot.",
            "abbot",
            {},
        ),
        # another time
        (
            "In Kano a shell hit a school on Monday. Nobody saw who fired. Gunmen killed the abbot in May last year.",
            "abbot",
            {},
        ),
        # another paragraph of a report that speaks of one town, and of one that speaks of two
        (
            "In Kano a shell hit a school. Nobody knows who fired.\n\nGunmen killed the abbot.",
            "abbot",
            {"Kano": "place of the report"},
        ),
        ("In Kano a shell hit a school. The bishop was in Jos.\n\nGunmen killed the abbot.", "abbot", {}),
        (
            "A bomb killed 12 nuns in Kano on Monday. The bishop was in Jos.\n\nAn abbot was killed outright.",
            "abbot",
            {},
        ),
        (
            "A bomb killed 12 nuns in Kano on Monday. The bishop spoke.\n\nAn abbot was killed outright.",
            "abbot",
            {"Kano": "place of the report"},
        ),
        # what has happened at some time, on another day, in a place without a name or meanwhile is not told with it
        ("A bomb killed nine nuns in Kano.\n\nRebels have killed an abbot, too.", "abbot", {}),
        ("In Kano a shell hit a school on Monday.\n\nGunmen killed an abbot on Friday.", "abbot", {}),
        ("In Kano a shell hit a school.\n\nGunmen killed an abbot at a resort.", "abbot", {}),
        ("In Kano a shell hit a school.\n\nMeanwhile gunmen killed an abbot.", "abbot", {}),
        # at another time, and an earlier word on the same
        ("A bus was ambushed in Kano. Earlier four policemen had been shot dead.", "policemen", {}),
        (
            "Soldiers shot a monk dead in Kano. Earlier in the day police spoke of nine people killed.",
            "people",
            {"Kano": "place of the sentence before"},
        ),
        # two events in two towns before
        ("A bomb killed nine nuns in Kano. A bomb killed a nun in Jos.\n\nGunmen shot a monk dead.", "monk", {}),
        # something of which the town has one, and one of another town
        (
            "LAGOS, March 3 - A bomb killed nine nuns in an alley.\n\nGunmen shot an abbot dead at the airport.",
            "abbot",
            {"LAGOS": "town of a known site"},
        ),
        # not that of the town where it was filed, if the news is of another
        (
            "LAGOS, March 3 - A bomb killed nine nuns in Kano.\n\nGunmen shot an abbot dead at the airport.",
            "abbot",
            {"Kano": "place of the report"},
        ),
        (
            "LAGOS, March 3 - A bomb killed nine nuns in Kano.\n\nGunmen shot an abbot dead at another airport.",
            "abbot",
            {},
        ),
        # where somebody is heard is no scene, nor is what was told before
        (
            "Soldiers shot nine monks dead in Kano. In Jos, the governor said a mine had killed an abbot.",
            "abbot",
            {},
        ),
        # a town that somebody came into
        (
            "The rebels entered Kano before dawn and killed the abbot.",
            "abbot",
            {"Kano": "place that was entered"},
        ),
        ("Gunmen came to Kano at night and killed the abbot.", "abbot", {"Kano": "place that was entered"}),
        (
            "Rebels swept into the town of Kano. They killed the abbot.",
            "abbot",
            {"Kano": "place of the sentence before"},
        ),
        ("Rebels came to Kano by boat. They killed the abbot.", "abbot", {"Kano": "place of the sentence before"}),
        ("Troops retook Kano, where the abbot was shot dead.", "abbot", {"Kano": ""}),
        # words that point back at a place
        (
            "Troops entered Bouake, Ivory Coast. There they shot dead the abbot.",
            "abbot",
            {"Bouake": "place spoken of before"},
        ),
        ("A school stood in Kano. In the same town the abbot was shot dead in May.", "abbot", {"Kano": ""}),
        # "the same province" is in no village of it
        ("A school stood in Remkau. In the same province the abbot was shot dead in May.", "abbot", {}),
        (
            "A school stood in Ghardaia province, Algeria. It was in Remkau. In the same province a monk was killed.",
            "monk",
            {"Ghardaia province": "place spoken of before"},
        ),
        ("A school stood in Remkau. In the same region a monk was killed.", "monk", {}),
        (
            "The Marikana mine, north of Johannesburg, was closed in May. Rebels killed a monk there.",
            "monk",
            {"Marikana mine": "place spoken of before"},
        ),
        # a municipality bears the name of its town
        (
            "Graves were found in Remkau. It was in the same municipality that a monk was killed.",
            "monk",
            {"Remkau": "place spoken of before"},
        ),
        # where an account was given
        ("In Geneva the movement gave another picture. Troops then killed the abbot.", "abbot", {}),
        # the village of the dead before the region spoken of
        (
            "Nine died in Kano state. Radio said rebels had slaughtered 40 inhabitants of the village of Remkau.",
            "inhabitants",
            {"Remkau": "home of a victim"},
        ),
        # another paragraph that begins with those who did it, and one that does not
        (
            "Rebels arrived in Remkau.\n\nThe rebels then killed the abbot.",
            "abbot",
            {"Remkau": "place of the sentence before"},
        ),
        ("Monks arrived in Remkau.\n\nRebels then killed the abbot.", "abbot", {}),
        # a later sentence tells of it again, where its scene has been set
        (
            "Rebels killed the abbot, radio said.\n\nRebels arrived in Remkau. The abbot was then killed by them.",
            "abbot",
            {"Remkau": "place of the sentence before"},
        ),
        # a place at the beginning that the parser hung elsewhere, and where somebody spoke
        (
            "In Makhachkala, Dagestan, an unknown assailant shot and killed the head of the police, Akhmed Magomedov.",
            "police",
            {"Makhachkala": "place that opens the sentence"},
        ),
        ("In Geneva, the minister recalled that a monk had been killed.", "monk", {}),
        # a place that the sentence was cut behind
        (
            "In Geneva ZAPF gave a wholly different picture: Chirumba was a camp, and guards had killed monks.",
            "monks",
            {},
        ),
        # where somebody spoke
        ("A spokesman told reporters in Geneva that food was short. Rebels then killed the abbot.", "abbot", {}),
        # who lives in a village, and whose house is in it
        ("Villagers from Kura were massacred by rebels.", "Villagers", {"Kura": "home of a victim"}),
        (
            "The mayor of Kura, Omar Sayed, was shot dead by gunmen outside his house.",
            "Omar Sayed",
            {"Kura": "home of a victim"},
        ),
        ("The mayor of Kura, Omar Sayed, was shot dead by gunmen.", "Omar Sayed", {}),
        ("The men of the village of Kura were shot dead by soldiers.", "men", {"Kura": "home of a victim"}),
        ("The parson of Kura was shot dead by soldiers in his church.", "parson", {"Kura": "home of a victim"}),
        ("Guerrillas killed the mayor of Kura in Kano.", "mayor", {"Kano": ""}),
        ("Guerrillas killed residents of Nigeria.", "residents", {}),
        # who did it is spoken of twice in the sentence
        (
            "Rebels holding out on Jolo island said that they had beheaded a teacher.",
            "teacher",
            {"Jolo island": "place of a participant"},
        ),
    ],
)
def test_the_place_told_before(places: Places, text: str, victim: str, wanted: dict[str, str]) -> None:
    assert places(text, victim) == wanted


@pytest.mark.parametrize(
    ("text", "victim", "wanted"),
    [
        # where they came from is not where they died
        ("Nine men taken from the villages of Kura and Bebeji were executed in Kano.", "men", {"Kano": ""}),
        ("A man from the town of Kura was shot dead by soldiers.", "man", {}),
        ("The abbot was shot dead in the west of the town of Kura.", "abbot", {"west of the town of Kura": ""}),
        ("A missile fired from Gaza hit a house in Ashkelon, killing the abbot.", "abbot", {"Ashkelon": ""}),
        # never nearer than the text says
        ("Nigerian rebels killed the abbot about 40 km from Kano.", "abbot", {"40 km from Kano": ""}),
        ("Nigerian rebels killed the abbot some 30 miles south of Kano.", "abbot", {"30 miles south of Kano": ""}),
        ("The abbot was shot dead at a checkpoint at the entrance to Kano.", "abbot", {"entrance to Kano": ""}),
        ("Pirates killed the abbot off the coast of Somalia.", "abbot", {"coast of Somalia": ""}),
        # a noun with the name beside it
        ("The abbot was killed in the capital, Mogadishu, when a bomb exploded.", "abbot", {"Mogadishu": ""}),
        ("The abbot was shot dead in the streets of Kano.", "abbot", {"Kano": ""}),
        # the place that a clause with "where" says more of
        ("The king visited Kano, where rebels had killed the abbot on Monday.", "abbot", {"Kano": ""}),
        ("He had fled from Kano, where soldiers shot the abbot dead.", "abbot", {"Kano": ""}),
        ("The Zamzam camp, where the abbot was killed by shells, was empty.", "abbot", {"Zamzam camp": ""}),
        ("It was in Kano that the abbot was shot dead.", "abbot", {"Kano": ""}),
    ],
)
def test_which_words_say_where(places: Places, text: str, victim: str, wanted: dict[str, str]) -> None:
    assert places(text, victim) == wanted


def test_a_place_called_otherwise_in_a_country_that_the_story_does_not_mention_is_not_meant(nlp: Language) -> None:
    text = "Somali police said a bomb exploded in the Madina quarter, killing two men."
    reading = Reader(nlp).read(Document("text", text, "0"))
    (quarter,) = [e for e in reading.entities if e.label == "Madina quarter"]
    assert quarter.place is not None
    assert quarter.place.coordinates is None
    assert quarter.place.reason


def test_a_place_lies_in_a_country_that_only_another_place_tells_of(nlp: Language) -> None:
    text = "Two nuns were killed at the mission in Nyamata, south of Kigali."
    reading = Reader(nlp).read(Document("text", text, "0"))
    (town,) = [e for e in reading.entities if e.label == "Nyamata"]
    assert town.place is not None
    assert town.place.country == "RW"


def test_a_building_lies_in_the_region_spoken_of_last_not_where_the_report_was_filed(nlp: Language) -> None:
    text = (
        "YANGON, 20 September (ABC) - Helicopters of Myanmar's military fired on a school in Sagaing region. "
        "A teacher was at the Tabayin township school when soldiers shot a pupil."
    )
    reading = Reader(nlp).read(Document("text", text, "0"))
    labels = {e.key: e.label for e in reading.entities}
    (school,) = [e for e in reading.entities if e.label == "Tabayin township school"]
    assert school.place is not None
    assert "Sagaing region" in {labels[key] for key in school.place.within}
    assert "YANGON" not in {labels[key] for key in school.place.within}


def _located(reader: Reader, text: str) -> set[str]:
    return {
        place for parts in parts_told(reader.read(Document("text", text, "0"))) for place in parts.get("LOCATION", ())
    }


def test_the_area_is_where_the_report_told_of_and_not_where_it_was_filed(reader: Reader) -> None:
    text = (
        "NAIROBI, Kenya - Rebels attacked a camp near Baidoa on Monday. In an earlier attack in the area, two nurses "
        "were killed."
    )
    assert "NAIROBI" not in _located(reader, text)


def test_where_somebody_came_back_from_is_not_where_he_died(reader: Reader) -> None:
    text = (
        "The president was killed when his plane was brought down by rocket fire. He was returning from a summit in "
        "Tanzania. All ten people aboard died."
    )
    assert not _located(reader, text)


def test_where_somebody_announces_is_not_where_what_he_ordered_took_place(reader: Reader) -> None:
    text = (
        "Omar Karim was shot dead on Monday when soldiers stormed a compound in Abbottabad, officials said. The "
        "president, who had ordered the raid, announced late on Sunday in Washington that a small team killed Karim."
    )
    assert _located(reader, text) == {"Abbottabad"}
