"""Who did it, where and when, across the sentences and paragraphs of a story: read with the bundled model.

An event with deaths is written ``killed < perpetrators @ places : times``, each part sorted; parts that nothing is told
of are left out. What is only alleged of a perpetrator is left out, too.
"""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.reader import Reader
from kg.model import Document, Predicate
from tests.extract.told import listed, parts_told

pytestmark = pytest.mark.model


def _events(reader: Reader, text: str) -> list[str]:
    reading = reader.read(Document("text", text, "0", issued=date(2011, 6, 2)))
    told = parts_told(reading, hedges=True, denials=False)
    return [_shown(parts) for parts in told if Predicate.FATAL_VICTIM.name in parts]


def _shown(parts: dict[str, set[str]]) -> str:
    wanted = Predicate.FATAL_VICTIM, Predicate.PERPETRATOR, Predicate.LOCATION, Predicate.TIME
    killed, by, where, when = listed(parts, *wanted)
    return killed + (f" < {by}" if by else "") + (f" @ {where}" if where else "") + (f" : {when}" if when else "")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # whose throats are cut are not those who cut them
        (
            "Bandits attacked a hamlet near Kura on Monday. The farmers were sleeping when the gunmen surrounded them "
            "and slit their throats.",
            ["farmers < Bandits @ near Kura : 2011-05-30"],
        ),
        # "the nine" who were told of by no noun are people of their own, not those who came with spears
        (
            "Men and women were made to stand apart, and a clerk read nine names from a list. The nine were taken to "
            "the mill, and at dusk they were led out and killed with spears by the militiamen.",
            ["nine < militiamen"],
        ),
        # a community that lives by farming or fishing is a place
        (
            "Gunmen stormed Kwari, a remote fishing community on the lake, and killed nine men.",
            ["nine men < Gunmen @ Kwari"],
        ),
        # two sentences in one, each with its own day or place, or a death with a cause of its own
        (
            "On Sunday two farmers were murdered near Kano, and a week ago a clerk was shot in his bed in Jos.",
            ["two farmers @ near Kano : 2011-05-29"],
        ),
        ("One soldier was killed in Kano and two wounded in Jos.", ["One soldier @ Kano"]),
        (
            "In Kano two people were killed by sniper fire, and a driver with the mission died when his truck hit a "
            "mine on the road to Jos.",
            ["two people < sniper @ Kano", "driver @ road to Jos"],
        ),
        # who burned down something is not said to have stabbed somebody
        (
            "Youths set fire to the mosque in Jos, and a trader was stabbed to death in the market there.",
            ["trader @ Jos"],
        ),
        # what is left out of the second of two passives is that of both
        (
            "An officer was killed and two others wounded by rebels in Juba.",
            ["officer < rebels @ Juba"],
        ),
        # who is told of right behind a shooting by name, age and shots is the one who died, if nothing says otherwise
        (
            "A lawyer was gunned down in Lima on Tuesday. Jorge Rios, 44, was pulled from his car and shot four times.",
            ["Jorge Rios @ Lima : 2011-05-31"],
        ),
        (
            "A lawyer was gunned down in Lima on Tuesday. Jorge Rios, 44, was shot in the leg.",
            ["lawyer @ Lima : 2011-05-31"],
        ),
        (
            "A bishop was murdered in Lima on Tuesday. The gunman, Luis Rojas, 25, was shot by police.",
            ["bishop @ Lima : 2011-05-31"],
        ),
        # the same day is no place
        (
            "Gunmen killed two cooks in Kano on Monday. On the same day a clerk from Jos was wounded in an attack in "
            "which her son Ali Sani, 26, died.",
            ["two cooks < Gunmen @ Kano : 2011-05-30", "Ali Sani @ Kano : 2011-05-30"],
        ),
        # two months of one year
        (
            "It was the worst bloodshed since April and May 2007, when troops killed 130 miners.",
            ["130 miners < troops : 2007-04-01/2007-05-31"],
        ),
        # the day of a story goes on for the same people or place until another time is told
        (
            "Rebels overran the post at Kura on Tuesday and killed four guards.\n\n"
            '"They came from three sides," a shepherd said.\n\n'
            "In Kura the rebels shot dead a teacher.",
            ["four guards < Rebels @ Kura : 2011-05-31", "teacher < Rebels @ Kura : 2011-05-31"],
        ),
        (
            "Rebels overran the post at Kura on Tuesday and killed four guards.\n\n"
            "The town had changed hands twice since March.\n\n"
            "In Kura the rebels shot dead a teacher.",
            ["four guards < Rebels @ Kura : 2011-05-31", "teacher < Rebels @ Kura"],
        ),
        # who is led off, lined up or blindfolded and then shot is put to death, if nothing says that he lived
        ("Forty survivors were led to the cemetery and shot.", ["Forty survivors"]),
        ("The teacher was taken out and shot.", ["teacher"]),
        ("A clerk was dragged from his car and shot in the leg.", []),
        ("A guard was taken to a barn and shot, but survived.", []),
        # a sum of many events is none of those told beside it, nor is who is named in it killed in them
        (
            "Four rebels died in a gunbattle in Jos on Monday. Nearly 500 people, including the law minister, Ahmad "
            "Sani, have died since the polls were announced. Sani was assassinated in Kano on May 9 by two men in "
            "uniform. Two little-known groups claimed responsibility.",
            ["Four rebels @ Jos : 2011-05-30", "Ahmad Sani < Two little-known groups, two men @ Kano : 2011-05-09"],
        ),
        # where a site is that was hit is told behind it
        (
            "Planes bombed a market on Tuesday, killing 30 people. The market, in Kura, was full of people.",
            ["30 people @ Kura : 2011-05-31"],
        ),
        (
            "Gunmen killed a priest in a church on Sunday. The church in Rome condemned the killing.",
            ["priest < Gunmen : 2011-05-29"],
        ),
        ("Shells hit the eastern half of Mostar on Sunday, killing six people.", ["six people @ Mostar : 2011-05-29"]),
        (
            "Kano lies near the border. In June last year a missile strike on a bakery there killed 13 people.",
            ["13 people @ Kano : 2010-06"],
        ),
        # those who came upon the dead were where they lay; who inquires into it need not have been
        ("In Kura, soldiers found that nine monks had been put to death.", ["nine monks @ Kura"]),
        ("In Geneva, officials found that soldiers had killed nine monks.", ["nine monks < soldiers"]),
        # a car is no place
        ("Men in a white Toyota stopped beside a judge in Lima and killed him.", ["judge < Men @ Lima"]),
        # in which town a hall is nobody knows: it may be that of the sentence before, and its day is
        (
            "Gunmen killed nine people in Kano on Sunday. At the Hotel Sapphire a bomb killed three waiters.",
            ["nine people < Gunmen @ Kano : 2011-05-29", "three waiters @ Hotel Sapphire : 2011-05-29"],
        ),
        # towns bomb nobody: what a headline says of one was done to it
        ("CHINESE TOWN BOMBED, 300 DEAD", ["300"]),
    ],
)
def test_who_where_and_when(reader: Reader, text: str, events: list[str]) -> None:
    assert _events(reader, text) == events
