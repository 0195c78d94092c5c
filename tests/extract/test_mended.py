"""Sentences that the parser reads wrongly, read with the bundled model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim, Predicate, Ref, Statement

pytestmark = pytest.mark.model

Killing = Callable[[str, str], tuple[dict[str, str], list[tuple[Claim, Statement]]]]


@pytest.mark.parametrize(
    ("text", "victim", "killers"),
    [
        # who tells of it at the end of the sentence
        (
            "Gunmen overran a village and killed some 30 of its inhabitants, refugees reaching Kano said yesterday.",
            "inhabitants",
            {"Gunmen"},
        ),
        # whom it was done to behind "to death"
        ("Rebels hacked to death at least 40 farmers in Kano.", "farmers", {"Rebels"}),
        ("Rebels were hacked to death last Monday in Kano.", "Rebels", set()),
        # who tells of it at the end of the sentence, with words of his own
        ("A medical team was killed by troops, nuns who escaped through the bush said.", "team", {"troops"}),
        ("Missiles hit the port, killing three sailors, the governor, Ali Musa, says.", "sailors", set()),
        ("Rebels killed nine policemen, Colonel Juan Perez, the commander, told reporters.", "policemen", {"Rebels"}),
        # an act that others are the authors of
        ("A woman was killed in shelling by Indian troops across the border.", "woman", {"Indian troops"}),
        ("Four nuns were killed in bombing near Kano.", "nuns", set()),
        # a participle behind its noun is not the verb of the clause
        ("Nine people died when a bomb launched by rebels fell on the church.", "people", {"rebels"}),
        # "shot" taken for a noun
        ("The RSF shot dead a lawyer in Nyala, relatives said.", "lawyer", {"RSF"}),
        (
            "Members of the Front shot dead nine farmers in Kano on Monday, police said.",
            "farmers",
            {"Members of the Front"},
        ),
        (
            "KANO, March 18 - Soldiers of the secret police shot dead nine farmers in Kura, survivors said.",
            "farmers",
            {"Soldiers of the secret police"},
        ),
        # the first of those who died, whom the parser put at the top
        ("The envoy in Iraq, Jon Kane, and at least 16 other people died when a bomb blew up.", "Jon Kane", set()),
        # whose bodies had been shot
        ("KANO - Police found the bodies of three men, shot in the head.", "men", set()),
        ("Nine men were pulled from a bus near Kano and shot by rebels.", "men", {"rebels"}),
        # their own dead
        ("The Vietminh attacked the post at dawn and left 30 dead on the field.", "30", set()),
        ("The raiders fled, leaving 20 dead behind.", "20", set()),
        ("French troops attacked the ridge and left 30 dead in the village.", "30", {"French troops"}),
        # whom somebody accuses
        ("Rwanda accused the army of having fired rockets at Kinigi, killing nine nuns.", "nuns", {"army"}),
        ("The army accused the rebels of shelling the village, killing nine nuns.", "nuns", {"rebels"}),
        (
            "Elements of the army dressed as rebels attacked the post and killed nine nuns.",
            "nuns",
            {"Elements of the army"},
        ),
        ("The Front said the army had killed the nuns when it shelled the fourth floor.", "nuns", {"army"}),
        ("A car bomb killed nine nuns in the worst atrocity of the Troubles.", "nuns", set()),
        ("Two nuns were speared to death on Tuesday.", "nuns", set()),
        ("Troops killed nine nuns. The president said he took responsibility for the decision.", "nuns", {"Troops"}),
        ("Two car bombs blew up in the street, killing nine nuns.", "nuns", set()),
        ("The Front lost nine of its fighters.", "fighters", set()),
        # who accuses is not accused
        (
            "Monitors found the bodies of 45 nuns, and their chief, the diplomat William Walker, accused Serbian "
            "police of the murder of an abbot.",
            "abbot",
            {"Serbian police"},
        ),
        # people of a country
        ("Gunmen killed 33 ethnic Vietnamese in a village.", "Vietnamese", {"Gunmen"}),
        ("Rebels killed three Lebanese in Tyre.", "Lebanese", {"Rebels"}),
        # where and when it was written
        ("Vientiane, 14 Mar (KPL) -- On 6 March, bandits ambushed a bus, killing three nuns.", "nuns", {"bandits"}),
        # what killed them, and not what they had come for
        ("Police fired on students who had marched to the palace, killing nine nuns.", "nuns", {"Police"}),
        ("The rebels, who had attacked a bus, killing nine nuns, fled.", "nuns", {"rebels"}),
        # of a band of men they are killed
        ("The army annihilated a band of 40 men.", "40 men", {"army"}),
        ("The abbot was found dead with three bullets in his chest.", "abbot", set()),
        ("The abbot was killed by a splinter as he led the children to the refuge.", "abbot", set()),
        # who perpetrated it, and who was murdered as well
        (
            "The party condemned the murder of Minister Omar Sayed and two of his guards perpetrated by rebels.",
            "Omar Sayed",
            {"rebels"},
        ),
        ("The church condemned the murder of an abbot and his driver committed by gunmen.", "his driver", {"gunmen"}),
        ("The murder of the abbot and his driver was condemned.", "his driver", set()),
        ("The murder of the abbot, for which the army is held responsible, shocked Kano.", "abbot", {"army"}),
        # one of the murderers is no victim
        ("The murderers of Father Osman, including Major Karim Haddad, must be found.", "Osman", {"Karim Haddad"}),
        # those beside whom somebody's own people stand
        ("The ruling party and its armed forces killed the abbot.", "abbot", {"ruling party", "its armed forces"}),
        # a part-time soldier is no time that is killed
        ("Last year a part-time soldier, Robert Stott, was murdered near Kano.", "Robert Stott", set()),
    ],
)
def test_who_did_it_to_whom(killing: Killing, text: str, victim: str, killers: set[str]) -> None:
    label, statements = killing(text, victim)
    assert any(s.predicate is Predicate.FATAL_VICTIM for _, s in statements)
    by = [s.object for _, s in statements if s.predicate is Predicate.PERPETRATOR]
    assert {label[o.key] for o in by if isinstance(o, Ref)} == killers
