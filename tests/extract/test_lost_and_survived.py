"""Who disappeared or is missing, and who did not survive.

Events are written as ``told.harm_told`` does; counts of the missing stand behind.
"""

from __future__ import annotations

import pytest

from kg.extract.reader import Reader
from kg.model import Casualties, Document, Outcome
from tests.extract.told import harm_told

pytestmark = pytest.mark.model


def _missing(reader: Reader, text: str) -> list[int | None]:
    reading = reader.read(Document("text", text, "0"))
    counts = (s.object for claim in reading.claims for s in claim.statements if isinstance(s.object, Casualties))
    return [c.count.low for c in counts if c.outcome is Outcome.MISSING]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Her two sons were forcibly disappeared by the army in Manila in 1984.",
            [" cap Her two sons < army"],
        ),
        (
            "The group documented the enforced disappearance of 62 men by the security forces in Homs in 2012.",
            [" cap 62 men < security forces"],
        ),
        (
            "The rights group said 1,200 people had disappeared in police custody in Colombo between 1987 and 1990.",
            [" cap 1,200 people"],
        ),
        ("Masked men took Ali Hamdan from his shop in Baghdad in 2006.", [" cap Ali Hamdan < Masked men"]),
        (
            "The family of Ibrahim Sow, who was arrested by gendarmes in Conakry on Tuesday, says it does not know "
            "where he is being held.",
            [" cap Ibrahim Sow < gendarmes"],
        ),
        ("Colleagues of the reporter, who was shot dead in Mogadishu on Monday, mourned.", ["reporter"]),
        # found dead: by whom they were held is told, by whom they were killed is not
        (
            "The bodies of the three men who had disappeared after soldiers detained them in Ayacucho were found in a "
            "ravine.",
            [" cap three men < soldiers", "three men"],
        ),
        ("The plane disappeared from radar after taking off from Lima.", []),
        ("Navy crews picked up 40 survivors from the sea off Libya.", []),
    ],
)
def test_who_was_taken_and_not_seen_again(reader: Reader, text: str, events: list[str]) -> None:
    assert sorted(harm_told(reader, text)) == sorted(events)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Forty-three students went missing after police attacked their buses in Iguala on 26 September.", [43]),
        ("Three fishermen have been missing since their boat was attacked by gunmen off Basilan on Sunday.", [3]),
        ("Ten villagers disappeared during the raid by paramilitaries on Salto, in which 60 people were killed.", [10]),
        ("Two soldiers are missing in action after the battle at Baga.", [2]),
        ("The legal aid office listed 31 persons as missing after the raid on the village.", [31]),
        ("The bodies of the three men who had disappeared were found in a ravine.", []),
        ("The suspects disappeared into the crowd after the attack.", []),
        ("Two tourists disappeared after a boat sank off Goa.", []),
    ],
)
def test_how_many_are_missing_since_an_attack(reader: Reader, text: str, missing: list[int]) -> None:
    assert _missing(reader, text) == missing


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A missile hit the helicopter over Kherson on Monday. None of the crew survived.", ["crew"]),
        ("Two policemen were shot in Kano on Monday. Neither survived.", ["Two policemen"]),
        ("Gunmen shot the judge, Ana Ruiz, outside her home in Lima. She did not survive.", ["Ana Ruiz < Gunmen"]),
        ("Not one of the 22 prisoners survived the shelling of the jail in Donetsk.", ["22 prisoners"]),
        ("The president did not survive the attack on his palace on Wednesday.", ["president"]),
        (
            "A bomb exploded under the car of Colonel Sayed in Sanaa on Monday. The colonel survived, but his driver "
            "and two bodyguards did not.",
            ["his driver, two bodyguards"],
        ),
        ("The helicopter was shot down near Jalalabad on Tuesday; all 16 aboard perished.", ["all 16"]),
        (
            "Everyone on board the plane was killed when it was shot down by rebels near Kindu.",
            ["Everyone < rebels"],
        ),
        # who lived, and what is nobody
        ("Both pilots survived when their jet was shot down over Serbia.", []),
        ("The government did not survive the attack on its record.", []),
        ("His marriage did not survive the war.", []),
        ("The patient would not have survived the attack.", []),
        ("Soldiers shot eight miners in Yumbo on Sunday. All but one died.", [" + eight miners < Soldiers"]),
    ],
)
def test_who_did_not_survive_died(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events
