"""Events that date each other, read with the bundled model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document, Predicate, TimeSpan
from tests.extract.told import parts_told

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

Days = Callable[[str], dict[str, set[str]]]


@pytest.fixture(scope="module")
def days(nlp: Language) -> Days:
    """The times of the events of a text that was written on Thursday, 4 March 2021, by the class of the event."""
    reader = Reader(nlp)

    def told(text: str) -> dict[str, set[str]]:
        reading = reader.read(Document("text", text, "0", issued=date(2021, 3, 4)))
        types = {event.key: event.types[0] for event in reading.events}
        found: dict[str, set[str]] = {types[key]: set() for key in types}
        for claim in reading.claims:
            for statement in claim.statements:
                if statement.predicate is Predicate.TIME and isinstance(statement.object, TimeSpan):
                    found[types[statement.subject]].add(statement.object.label)
        return found

    return told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # counted from an event told before
        (
            "Rebels raided the camp on March 1, wounding five men. Omar Sayed was executed two days after the raid.",
            {"Raid": {"2021-03-01"}, "Execution": {"2021-03-03"}},
        ),
        # no finer than the unit
        (
            "Rebels raided the camp on March 1, wounding five men. Omar Sayed was beheaded a week after the raid.",
            {"Raid": {"2021-03-01"}, "Beheading": {"2021-03-05/2021-03-11"}},
        ),
        # a part in something has the day of that, and what was done to the man who had it has not
        (
            "Captured on Sunday by troops in Dawa, Omar Sayed was accused of having taken part, in May 2015, in the "
            "execution of a nurse.",
            {"Arrest": {"2021-02-28"}, "Execution": {"2015-05"}},
        ),
        # the other way round
        (
            "Omar Sayed was executed on March 1, three days after gunmen kidnapped him in Kano.",
            {"Execution": {"2021-03-01"}, "Abduction": {"2021-02-26"}},
        ),
        # from a day on which something else was done
        (
            "The general was sentenced on Wednesday, 22 years after his troops massacred 40 villagers in Dawa.",
            {"Killing": {"1999"}},
        ),
        # a date of the event itself is not the other's
        (
            "Omar Sayed was killed two days after Friday's attack on the mosque.",
            {"Killing": {"2021-02-28"}, "Attack": {"2021-02-26"}},
        ),
        # without any date nothing is known
        (
            "Omar Sayed was executed two days after gunmen kidnapped him in Kano.",
            {"Execution": set(), "Abduction": set()},
        ),
    ],
)
def test_days(days: Days, text: str, wanted: dict[str, set[str]]) -> None:
    assert days(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the day of what is said of a killing is not the killing's
        ("The party today demanded that the king investigate the assassination of Omar Sayed.", set()),
        ("The ministry condemned on Tuesday the assassination of Omar Sayed.", set()),
        ("Police on Monday were still investigating the massacre of 12 judges in Kano.", set()),
        # a verb that says no more than the noun, and a noun that is its subject
        ("On Monday rebels launched an attack on Kura that killed a monk.", {"2021-03-01"}),
        ("On Tuesday the attack on the market in Jos killed a baker.", {"2021-03-02"}),
        # when something else was done, from which the day is counted
        ("Omar Sayed was killed near his home only eight days after taking office on 1 February.", {"2021-02-09"}),
        ("Omar Sayed was killed before the governor left on Tuesday.", set()),
        # the day before "medics said" is the event's, behind it the day of speaking
        (
            "At least 27 people died when shells fell on the Kalma camp outside Nyala, the capital of South Darfur, "
            "on Saturday, medics told a reporter.",
            {"2021-02-27"},
        ),
        ("At least 27 people died when shells fell on the Kalma camp, medics said on Saturday.", set()),
        # a raid may be called so that was told with other words
        (
            "Helicopters fired on a school in Kano on Monday, killing 11 children. "
            "Two days after the raid, unidentified gunmen shot dead a village administrator in Jos.",
            {"2021-03-01", "2021-03-03"},
        ),
        # how long somebody was what he was
        ("Omar Sayed, a minister from 2002 to 2006, was abducted in Kano on Monday.", {"2021-03-01"}),
        # what led to a death has its day
        ("Omar Sayed died after soldiers on Tuesday opened fire at his house.", {"2021-03-02"}),
    ],
)
def test_whose_day_it_is(days: Days, text: str, wanted: set[str]) -> None:
    assert set().union(*days(text).values()) == wanted


def test_an_earlier_strike_is_another_event(days: Days) -> None:
    text = (
        "A drone fired two missiles at a house, killing Omar Sayed. The strike also wounded two men. "
        "The last strike there, on February 6, killed six men."
    )
    assert days(text) == {"MissileStrike": set(), "Attack": {"2021-02-06"}}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what somebody else says behind it has no time of its own
        (
            "Shells fell on Monday. A week earlier, a patrol had shot dead a baker, monks said.",
            {"2021-02-19/2021-02-25", "2021-03-01"},
        ),
        ("Shells fell on Monday. On Tuesday, monks said that a patrol had shot dead a baker.", {"2021-03-01"}),
        ("They must pray tomorrow at the burial of the killed monks, he said.", set()),
        # when that was done for which somebody was killed
        ("The group killed nine monks near Kura in revenge for invading Somalia in 2011.", set()),
        ("Police held two men for killing nine monks in Kura in 2011.", {"2011"}),
        # a record since some day, and what happened on it
        (
            "Last week nine monks were killed in Kura, in the bloodiest day since the 2002 truce.",
            {"2021-02-22/2021-02-28"},
        ),
        # what somebody was sentenced for, and when
        ("A court last month jailed two men for the murder of nine monks in Kura in June 2014.", {"2014-06"}),
        ("He was convicted in 2010 of murdering a monk.", set()),
        # the day after that
        (
            "On Monday a bomb wounded a monk in Kura. The day after that, a baker was shot in Dawa.",
            {"2021-03-01", "2021-03-02"},
        ),
        # the other side's dead in one sentence with another's, whose day was told before
        (
            "On Monday rebels attacked Kura. Two monks were killed. Nine rebels also died, the navy said.",
            {"2021-03-01"},
        ),
        # the weekday of a dateline
        ("TEHRAN, Thursday\n\nGuards yesterday stormed a house in Kura and shot a baker dead.", {"2021-03-03"}),
        # from which a day is counted, however long it takes to say, and wherever the parser hangs it
        (
            "Senegal's army launched a sweep on Tuesday through the forests of Casamance, three days after 13 young "
            "men who had gone to gather firewood were shot dead in the Borofaye woods.",
            {"2021-02-27"},
        ),
        # an incident pointed at is the one told last
        (
            "Six monks were wounded in Jos on Sunday. The incident comes three days after a baker was shot in Kura.",
            {"2021-02-25", "2021-02-28"},
        ),
        # a day of the battle
        (
            "Nine monks were killed in Kura in an assault that began on Sunday. A baker was shot dead on the third day "
            "of the battle.",
            {"2021-02-28", "2021-03-02"},
        ),
        # a day that nothing tells is not that of the sentence before
        ("Rebels wounded a nun on Sunday. A baker was shot dead a day after the cease-fire.", {"2021-02-28"}),
    ],
)
def test_counted_from_what_was_told_before(days: Days, text: str, wanted: set[str]) -> None:
    assert set().union(*days(text).values()) == wanted


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("On Monday gunmen killed two monks in Kura. Three died in Jos. In Bama a bomb killed a baker.", True),
        ("On Monday gunmen killed two monks in Kura. In Saint-Marc two bakers were shot dead.", True),
        ("On Monday gunmen killed two monks in Kura. He had said so last week. In Bama a bomb killed a baker.", False),
    ],
)
def test_the_day_of_a_list(nlp: Language, text: str, dated: bool) -> None:
    told = parts_told(Reader(nlp).read(Document("text", text, "0", issued=date(2021, 3, 4))))
    days = [parts.get("TIME") for parts in told if parts.get("FATAL_VICTIM", set()) & {"baker", "two bakers"}]
    assert days == [{"2021-03-01"} if dated else None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "26 December 1992 - Hundreds march in Jos. Police fire on them, killing nine monks.\n\n"
            "3 May 1993: A bomb wounds a baker in Kura.",
            {"1992-12-26", "1993-05-03"},
        ),
        # a day or month alone in its line, or with a stop
        ("2017\n\nOctober\nA monk is killed in Jos.\n\n12 May. A bomb wounds a baker.", {"2017-10", "2017-05-12"}),
        # what an item says of an earlier time, and below the list
        ("26 December 1992 - A court jails three men who had killed a monk.\n\n3 May 1993: Talks begin.", set()),
        (
            "26 December 1992 - Talks begin.\n\n3 May 1993: Talks end.\n\nIn all these years many bakers were killed.",
            set(),
        ),
        # a place and a day are a dateline
        ("JOS, 3 May - Talks have begun. Nine monks were killed.", set()),
    ],
)
def test_the_day_of_an_item(days: Days, text: str, wanted: set[str]) -> None:
    assert set().union(*days(text).values()) == wanted


def test_who_died_at_once_did_not_die_with_him_who_died_of_wounds(nlp: Language) -> None:
    text = (
        "Mr Omar Bello, the landlord of the Harp at Kura, died in hospital in Dawa yesterday, eight days after three "
        "men burst into his bar and fired. He is the second victim of the attack. A customer, Mr Musa Sani, a driver, "
        "was killed outright."
    )
    told = parts_told(Reader(nlp).read(Document("text", text, "0", issued=date(2021, 3, 4))))
    assert [parts.get("TIME") for parts in told if "Musa Sani" in parts.get("FATAL_VICTIM", ())] == [None]
