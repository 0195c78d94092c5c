"""Those who are listed line by line, or in few words beside others who were harmed.

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
        # in the lines below
        (
            "Two fishermen were shot dead on Sunday.\n\nThe dead have been identified as:\n1. K. Rajan (34)\n"
            "2. S. Selvam (29)\n\nThe navy denied it.",
            ["K. Rajan, S. Selvam"],
        ),
        (
            "A bomb killed four people in Kirkuk. The victims:\n- Rosa Medina, 44, teacher\n- Luis Ortega, 39, driver\n"
            "\nThe town mourned.",
            ["Luis Ortega, Rosa Medina, four people"],
        ),
        (
            "A strike hit the village on Tuesday.\n\nThose killed in the strike were:\n* Karim Saleh, farmer\n"
            "* Noor Saleh, his wife\n\nIt hit at dawn.",
            ["Karim Saleh, Noor Saleh"],
        ),
        ("A mine killed two men. The victims:\nThe toll may rise, Omar Sayed said.", ["two men"]),
        # the deed is in the sentence before
        ("Jon Kane was shot dead by rebels. So was his brother, Tom.", ["Jon Kane, Tom < rebels"]),
        ("Jon Kane was wounded by a shell. So were two nurses.", ["+ Jon Kane, two nurses"]),
        ("Jon Kane died in the blast. So did his daughters.", ["Jon Kane, his daughters"]),
        ("A blast killed the governor. Three of his guards met the same fate.", ["Three of his guards, governor"]),
        (
            "Paul Roe was shot dead in Jos. Two journalists, Tom Dick and Pat McIver, met the same fate.",
            ["Pat McIver, Paul Roe, Tom Dick"],
        ),
        ("Rebels ambushed a column, killing nine men. Paul Roe was among the slain.", ["Paul Roe, nine men < Rebels"]),
        # between those harmed and the verb
        ("Two men, among them Inspector Derek Smith, had been killed.", ["Derek Smith, Two men"]),
        ("Nine people, among them the mayor, Rosa Medina, were killed.", ["Nine people, Rosa Medina"]),
        ("Nine men, among them Jose Gil, killed the mayor.", ["mayor < Jose Gil, Nine men"]),
        ("The mayor was at home. So was his wife.", []),
        ("The clerk was not killed. So was he told by friends.", []),
        # beside who is told in two words
        ("A mine killed a civilian, a grocer called Omar Sayed, and two policemen.", ["Omar Sayed, two policemen"]),
        ("The ambulance was hit and its crew killed.", ["its crew"]),
        ("A mine blew up a bus, killing everyone on board.", ["everyone"]),
        ("Gunmen shot Father Miguel and Sister Teresa. Both died at once.", ["Miguel, Teresa < Gunmen"]),
        ("A sniper shot three boys. All three died.", ["three boys < sniper"]),
        # how old somebody was is nobody
        ("Jon Kane, who was shot by soldiers, was 17.", ["+ Jon Kane < soldiers"]),
        ("She was widowed when militiamen shot her husband.", ["her husband < militiamen"]),
        ("Gunmen killed two passers-by.", ["two passers-by < Gunmen"]),
    ],
)  # fmt: skip
def test_who_is_listed(reader: Reader, text: str, events: list[str]) -> None:
    assert [told.strip() for told in harm_told(reader, text)] == events
