"""Losses of those who acted, lists of so many, those who are quoted and those who come to help.

Events are written as ``told.harm_told`` does.
"""

from __future__ import annotations

import pytest

from kg.extract.reader import Reader
from tests.extract.told import harm_told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # not by their own hand
        (
            "Marines killed 37 enemy soldiers near Hue. American losses were put at four killed and 19 wounded.",
            ["37 enemy soldiers < Marines", "four"],
        ),
        ("Our unit attacked the garrison. Three of our comrades were killed.", ["< Our unit", "Three of our comrades"]),
        ("The army attacked the camp. Rebel losses were put at 40 dead.", ["40 < army"]),
        # of ten who died, and not of one
        (
            "Partisans ambushed a convoy. A corporal was killed.\n\nThe next day soldiers led three men to a wall and "
            "shot them.\n\nThe three who died were:\nAnton Basic, 61, baker\nKarl Basic, 19\n\nNobody was tried.",
            ["corporal < Partisans", "Anton Basic, Karl Basic, three men < soldiers"],
        ),
        # who speaks of himself says "I"
        ('Father Daley said the soldiers had fired. "He was shot in the back," he said.', []),
        ('Sister Clare treated the boy. "He was shot by soldiers," she said.', ["+ boy < soldiers"]),
        # those who free people are not those who shot at them
        (
            'Paratroopers freed 90 hostages. "They told us to sit and then they opened fire on a nun," a planter said.',
            ["< Paratroopers"],
        ),
        # the dead told of before, wherever they lie
        ("Rebels killed nine men in Kura. The bodies were laid out in a school at Duja.", ["nine men < Rebels"]),
        # nobody's deed
        ("The suspect was killed in a car crash in 2004.", []),
        ("The minister was killed when rebels shot down his plane.", ["minister < rebels"]),
    ],
)  # fmt: skip
def test_whose_losses(reader: Reader, text: str, events: list[str]) -> None:
    assert [told.strip() for told in harm_told(reader, text)] == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Two men on a motorcycle shot and killed a reporter on Monday.", ["reporter < Two men"]),
        ("A worker for the ministry who was shot by rebels has died.", ["worker < rebels"]),
        ("Gunmen shot dead Carlos “El Negro” Mora in Cali.", ["Carlos “El Negro” Mora < Gunmen"]),
        ("Gunmen abducted Ana Ruiz in 1977. Her mother searched until her death.", ["cap Ana Ruiz < Gunmen"]),
        (
            'Two firemen were hurt. "We knew Omar Nur and Ana Ruiz," a neighbour said. "They died holding hands."',
            ["+ Two firemen"],
        ),
        ("Rebels killed 40 soldiers. There were no losses among them.", ["40 soldiers < Rebels"]),
        (
            'A bomb killed Harold Reed on Monday. A gunner, Sidney Marsh, was wounded. A captain writes: "He was '
            'killed instantly by a shell."',
            ["Harold Reed", "+ Sidney Marsh"],
        ),
        ("Five people were wounded. They were flown out. The group vowed to avenge the dead.", ["+ Five people"]),
        ("Rebels hacked and stabbed to death nine farmers.", ["nine farmers < Rebels"]),
        ('Soldiers killed 11 men. "We found the bodies still smoking," a farmer said.', ["11 men < Soldiers"]),
    ],
)  # fmt: skip
def test_who_is_meant(reader: Reader, text: str, events: list[str]) -> None:
    assert [told.strip() for told in harm_told(reader, text)] == events
