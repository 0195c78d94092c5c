"""Deaths that a sentence takes for granted while it says something else, and deaths that are only wished for.

Events are written as ``told.harm_told`` does.
"""

from __future__ import annotations

import pytest

from kg.extract.reader import Reader
from tests.extract.told import Say, events_told, harm_told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # what stands above the clause in which something is said of a known death does not reach the death
        ("The murder of the monks cannot be considered an isolated act.", ["monks"]),
        ("We must make sure that the murder of Omar Hadi does not go unpunished.", ["Omar Hadi"]),
        ("The massacre of the monks was not a personal decision.", ["monks"]),
        ("The murder of the monks was not an isolated act.", ["monks"]),
        # a part in it, or a link to it, is denied, not the death
        ("The spokesman denied that the delay is linked to the assassination of Omar Hadi in Beirut.", ["Omar Hadi"]),
        ("The general has denied any involvement in the archbishop's assassination.", ["archbishop"]),
        ("The army denied that its officers were involved in the murder of the judge.", ["judge"]),
        ("He denied that he was linked to the murder of the judge.", ["judge"]),
        # what is done because of a death that was
        ("Thousands gathered in Kano to mourn the killing of a journalist.", ["journalist"]),
        ("Nurses marched to protest the killing of a colleague.", ["colleague"]),
        ("The group vowed to avenge the killing of its leader.", ["its leader"]),
        ("The minister refused to condemn the murder of the journalist.", ["journalist"]),
        ("Rebels met to discuss the murder of the judge.", []),
        ("They wanted to prevent the killing of the hostages.", []),
        # what nobody has shown yet
        ("Kano would let her go, but not before they proved that the pilot, Omar Hadi, was alive.", []),
        # who wants a death has not brought it about
        ("He angered the authorities by publicly calling for the assassination of President Karim Haddad.", []),
        ("She was expelled after she called for the murder of the minister.", []),
        ("The cleric urged the murder of the writer.", []),
        ("They advocated the murder of policemen.", []),
        ("Police said they had prevented the murder of the judge.", []),
        # ... but what they want said or done of one was
        ("The party demanded that the president investigate the assassination of the judge.", ["judge"]),
        ("The army denied the murder of the judge.", []),
    ],
)
def test_deaths_taken_for_granted(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events


def test_whose_part_is_denied(say: Say) -> None:
    told = say("The minister denied that the cartel was linked to the murder of the judge.")
    assert "Denial by minister: perpetrator cartel" in told
    assert any(line.startswith("Assertion by report: ") and "fatalVictim judge" in line for line in told)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "The Popular Unity Party demanded an inquiry. Anwar Latif and Mona Salem were kidnapped on their way to "
            "the airport. Their bodies were found later near the border.",
            [" cap Anwar Latif, Mona Salem", "Anwar Latif, Mona Salem"],
        ),
        (
            "Anwar Latif and Mona Salem were shot dead in Homs on Monday. The government offered a reward to anyone "
            "who helps to capture those responsible for their killings.",
            ["Anwar Latif, Mona Salem"],
        ),
    ],
)
def test_whose_deaths_they_are(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # the verb of a sentence whose subject is a long one
        (
            "A group of unidentified men wounded Karim Hadi, the president of the court.",
            [" + Karim Hadi < group of unidentified men"],
        ),
        ("TWO HOODED MEN STABBED TO DEATH A PRIEST WHO TRIED TO STOP THEM.", ["PRIEST < TWO HOODED MEN"]),
        # of two harms each has its own people
        (
            "The attacks have killed 2 people and wounded at least 20 others, including reporter Ana Pardo.",
            ["2 people + Ana Pardo, at least 20 others"],
        ),
        # one who holds two offices is one
        ("They mourned the killing of Pablo Pelan, president of the company and mayor of Kano.", ["Pablo Pelan"]),
        (
            "Gunmen killed Pablo Pelan, president of the company, and the mayor of Kano.",
            ["Pablo Pelan, mayor of Kano < Gunmen"],
        ),
        ("Pablo Pelan, the president of the union, and guard Luis Mena were killed.", ["Luis Mena, Pablo Pelan"]),
    ],
)
def test_who_is_harmed(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # whoever is another is none of those told of
        (
            "One person was killed and three others were injured by a bomb. The other person is Halima Musa, a nurse.",
            ["One person", " + three others"],
        ),
        # whom it was done to stands behind the verb, whatever stands between them
        (
            "IN FACT, MERCENARIES OF THAT CRIMINAL ORGANIZATION ASSASSINATED IN LESS THAN 40 HOURS, MAGISTRATE CARLO "
            "VALEN RUIZ, AND SENATOR LUIS GALEN, WHO WAS THE FAVORITE.",
            ["Carlo Valen Ruiz, Luis Galen < MERCENARIES OF THAT CRIMINAL ORGANIZATION"],
        ),
        # one is not ninety
        (
            "The army, which murdered Bishop Karim Latif, 90 peasants in Kura, and unionists in Bama, is to be purged.",
            ["90 peasants, Karim Latif, unionists < army"],
        ),
        (
            "The murder of General Omar Reyes was politically motivated and perpetrated by professionals.",
            ["Omar Reyes < professionals"],
        ),
        # two offices of one, with or without another before him
        ("Businessman and former minister Omar Hadi was shot dead.", ["Omar Hadi"]),
        ("The killing of lawyer and former minister Omar Hadi shocked Kano.", ["Omar Hadi"]),
        (
            "Police commander Walter Quint, and senator and presidential hopeful Luis Galen were killed.",
            ["Luis Galen, Walter Quint"],
        ),
        ("Gunmen killed a guard and driver Omar Hadi in Kano.", ["Omar Hadi, guard < Gunmen"]),
        # between semicolons each is another
        (
            "The bomb exploded at noon, killing Maria Puli, 42; a waiter known as Carlo; Efren Rinco, and a nurse.",
            ["Carlo, Efren Rinco, Maria Puli, nurse"],
        ),
        (
            "A bomb killed Ana Ruiz, 34, a teacher; Juan Ruiz, 9, her son; and a guard.",
            ["Ana Ruiz, Juan Ruiz, guard"],
        ),
        # nobody is a wave
        ("The wave of attacks continued last night when a guard was killed.", ["guard"]),
    ],
)
def test_whom_it_was_done_to(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("PARIS, Aug 31 (Agency) -- The ministers condemned the murder of Senator Luis Galen.", ["Luis Galen"]),
        ("PARIS, Aug 31 (Agency) -- Gunmen killed Senator Luis Galen.", ["Luis Galen < Gunmen @ PARIS"]),
    ],
)
def test_no_scene_where_a_death_is_condemned(reader: Reader, text: str, events: list[str]) -> None:
    assert events_told(reader, text) == events
