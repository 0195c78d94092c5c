"""Whom a pronoun means among those who shoot and those who are shot, and who is killed in his turn.

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
        # he who was shot dies, not he who shot
        ("A gunman shot a barber in Bari on Sunday. He was pronounced dead at the scene.", ["barber < gunman"]),
        ("A soldier shot a herder near Gao. He was declared dead at a hospital.", ["herder < soldier"]),
        ("A guard fired at a thief in the market. He died an hour later.", ["thief < guard"]),
        ("A rebel stabbed a grocer. Neighbours took him to a clinic, where he died.", ["grocer < rebel"]),
        ("Paratroopers shot a clerk in the back. He bled to death.", ["clerk < Paratroopers"]),
        ("A sniper killed a nurse. Police shot him. He died at the scene.", ["nurse < sniper", "sniper < Police"]),
        # those who bear arms shoot, whoever the sentence before began with
        ("Youths threw stones at police. They fired and killed two of them.", ["< Youths", "two of them < police"]),
        ("Refugees came to the border, where guards waited. They shot at them and killed 11.", ["11 < guards"]),
        ("Militiamen watched the men. They beat them and killed three.", ["three + men < Militiamen"]),
        ("Troops went to a hamlet to find rebels. The men had fled. They killed the women.", ["women < Troops"]),
        ("Protesters threw stones at police. They killed two policemen.", ["two policemen < Protesters"]),
        # either side may have done it
        ("Farmers clashed with herders over a well. They killed six of them.", ["six of them"]),
        ("Soldiers clashed with rebels near Goma. Nine villagers were killed.", ["Nine villagers"]),
        ("Soldiers clashed with rebels near Goma. Nine rebels were killed.", ["Nine rebels < Soldiers"]),
        ("Police clashed with strikers. Three people were hurt.", ["+ Three people"]),
        (
            "One guerrilla was killed and four were wounded in clashes with government troops.",
            ["One guerrilla + four < government troops"],
        ),
        ("The soldiers were ambushed by rebels. They killed five of them.", ["five of them < rebels"]),
        ("Rebels and soldiers fought for the town. They killed nine civilians.", ["nine civilians"]),
        ("A man attacked a soldier with a knife. He shot him dead.", ["< man", "man < soldier"]),
        ("Rioters dragged a couple from their car. They were burned alive.", ["couple"]),
        ("The gunmen tied up the guards and shot them.", ["guards < gunmen"]),
        # who did one thing and suffered another
        ("A gunman shot the mayor and was killed by his guards.", ["+ mayor < gunman", "gunman < his guards"]),
        ("A sergeant killed his captain and was executed.", ["his captain < sergeant", "sergeant"]),
        ("The driver rammed the crowd, killing five, and was arrested.", ["five < driver", "cap driver"]),
        # taken for one noun
        ("Police shot and killed a man on Monday.", ["man < Police"]),
        ("Police shot and wounded nine strikers at a mine.", ["+ nine strikers < Police"]),
    ],
)  # fmt: skip
def test_who_shoots_and_who_is_shot(reader: Reader, text: str, events: list[str]) -> None:
    assert [told.strip() for told in harm_told(reader, text)] == events
