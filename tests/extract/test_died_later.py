"""Deaths told later than the wound: on another day, by a burial, by doctors who could not help.

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
        # one event: he died of what was done to him
        ("A militiaman stabbed a pastor on 3 May 2012. The pastor died on 4 May 2012.", ["pastor < militiaman"]),
        ("A bomb wounded the mayor on 3 May 2012. He died of his wounds on 5 May 2012.", ["mayor"]),
        ("A bomb wounded the mayor in 1990. He died in 2005.", ["+ mayor", "mayor"]),
        ("Rebels abducted the mayor in May. He died in captivity in June.", ["cap mayor < Rebels", "mayor"]),
        (
            "Gunmen raided a market on 3 May 2012, killing 14 people. A man died of his injuries in hospital on "
            "5 May 2012.",
            ["14 people, man < Gunmen"],
        ),
        (
            "The number of people killed in a raid on a market in Ghana has risen to 22, a doctor said. Eight of the "
            "wounded have died since Sunday's raid in Bawku.",
            ["22, Eight of the wounded"],
        ),
        # the participle stands in front
        (
            "Shot in the stomach by a rival, the pirate leader Garad Xuseen bled to death on the beach.",
            ["Garad Xuseen < rival"],
        ),
        # who is buried is dead
        ("Police shot a student at a march. The student was laid to rest on Friday.", ["student < Police"]),
        ("Police shot Ann Bell at a march. Her funeral drew thousands.", ["Ann Bell < Police"]),
        ("Police shot Ann Bell at a march. She will be buried on Sunday.", ["Ann Bell < Police"]),
        ("Police shot Ann Bell at a march. She leaves a husband and two children.", ["Ann Bell < Police"]),
        ("Police shot Ann Bell at a march. Doctors could not save her.", ["Ann Bell < Police"]),
        ("Police shot Ann Bell at a march. Doctors were unable to save her life.", ["Ann Bell < Police"]),
        ("A bomb wounded the mayor. He lost his fight for life on Friday.", ["mayor"]),
        # who is not
        ("Police shot Ann Bell at a march. Doctors saved her.", ["+ Ann Bell < Police"]),
        ("Police shot Ann Bell at a march. Doctors could not save her leg.", ["+ Ann Bell < Police"]),
        ("Police shot Ann Bell at a march. She buried her brother last week.", ["+ Ann Bell < Police"]),
        ("Police shot Ann Bell at a march. She leaves hospital on Sunday.", ["+ Ann Bell < Police"]),
        ("Police shot two mourners at the funeral of Ann Bell.", ["+ two mourners < Police"]),
    ],
)
def test_who_died_of_it(reader: Reader, text: str, events: list[str]) -> None:
    assert [told.strip() for told in harm_told(reader, text)] == events
