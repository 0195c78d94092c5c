"""Answer keys, written for this test in the form of MUC-4's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.muc_keys import Dead, load

_KEY = """;;; a remark
0.  MESSAGE: ID                     TST9-MUC4-0001
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  - 05 JUN 89
3.  INCIDENT: LOCATION              PERU: AYACUCHO (DEPARTMENT): SAN LINO - LINO (TOWN)
4.  INCIDENT: TYPE                  ATTACK
9.  PERP: INDIVIDUAL ID             "GUNMEN" / "ATTACKERS"
                                    ? "DRIVER"
10. PERP: ORGANIZATION ID           "PEOPLE'S FRONT" / "PF"
18. HUM TGT: NAME                   "ROSA DIAZ"
19. HUM TGT: DESCRIPTION            "MAYOR": "ROSA DIAZ"
                                    "BODYGUARDS"
                                    ? "PEASANT"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "ROSA DIAZ"
                                    DEATH / INJURY: "BODYGUARDS"
                                    INJURY: "PEASANT"

0.  MESSAGE: ID                     TST9-MUC4-0002
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
"""


@pytest.fixture
def dead(tmp_path: Path) -> dict[str, list[Dead]]:
    path = tmp_path / "key"
    path.write_text(_KEY, "latin-1")
    return load([path])


def test_the_dead_with_all_their_names(dead: dict[str, list[Dead]]) -> None:
    mayor, guards = dead["TST9-MUC4-0001"]
    assert (mayor.names, mayor.descriptions, mayor.optional) == (["ROSA DIAZ"], ["MAYOR"], False)
    assert guards.aliases == ["BODYGUARDS"]
    assert guards.optional, "death or injury: the key is not sure"


def test_what_the_key_says_of_the_incident(dead: dict[str, list[Dead]]) -> None:
    mayor = dead["TST9-MUC4-0001"][0]
    assert [(fill.names, fill.optional) for fill in mayor.perpetrators] == [
        (["GUNMEN", "ATTACKERS"], False),
        (["DRIVER"], True),
        (["PEOPLE'S FRONT", "PF"], False),
    ]
    assert [(when.first, when.last) for when in mayor.dates[0]] == [(None, date(1989, 6, 5))]
    assert mayor.places == [[[{"peru"}, {"ayacucho"}, {"san lino", "lino"}]]]


def test_messages_without_incidents_are_known(dead: dict[str, list[Dead]]) -> None:
    assert dead["TST9-MUC4-0002"] == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("16 AUG 89", date(1989, 8, 16), date(1989, 8, 16)),
        ("16 AUG 89 - 20 AUG 89", date(1989, 8, 16), date(1989, 8, 20)),
        ("16 - 20 AUG 89", date(1989, 8, 16), date(1989, 8, 20)),
        ("FEB 88", date(1988, 2, 1), date(1988, 2, 29)),
    ],
)
def test_dates(tmp_path: Path, text: str, first: date, last: date) -> None:
    path = tmp_path / "key"
    path.write_text(_KEY.replace("- 05 JUN 89", text), "latin-1")
    when = load([path])["TST9-MUC4-0001"][0].dates[0][0]
    assert (when.first, when.last) == (first, last)


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear all")
    with pytest.raises(InputError, match="no answer key"):
        load([tmp_path / "letter"])
