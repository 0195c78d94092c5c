"""Two who accuse each other, and totals of more than one event. Claims are written as in ``told``."""

from __future__ import annotations

import pytest

from kg.extract.reader import Reader
from tests.extract.told import Say, harm_told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Hamas and Fatah accused one another of killing three men in Gaza City on Monday.",
        "Hamas and Fatah blamed each other for the explosion in Gaza City on Monday.",
    ],
)
def test_each_accuses_the_other(say: Say, text: str) -> None:
    accusing = {claim.split(":")[0]: claim for claim in say(text) if claim.startswith("Accusation")}
    assert set(accusing) == {"Accusation? by Hamas", "Accusation? by Fatah"}
    assert "perpetrator Fatah" in accusing["Accusation? by Hamas"]
    assert "perpetrator Hamas" in accusing["Accusation? by Fatah"]
    assert not any("perpetrator" in claim for claim in say(text) if not claim.startswith("Accusation"))


def test_sides_without_a_name_are_nobody(say: Say) -> None:
    claims = say("Each side accused the other of opening fire in the clash near Kano, in which five soldiers died.")
    assert not any("perpetrator" in claim for claim in claims)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "A suicide bomber killed 13 people in Mogadishu on Saturday, raising to 40 the number killed this month.",
            ["13 people < suicide bomber"],
        ),
        (
            "Gunmen killed three policemen in Srinagar on Monday, bringing to 11 the number of policemen killed this "
            "week.",
            ["three policemen < Gunmen"],
        ),
        ("The attack brings to 120 the number of aid workers killed in Afghanistan since 2001.", []),
    ],
)
def test_whom_a_total_counts_are_not_the_dead_of_an_event(reader: Reader, text: str, events: list[str]) -> None:
    assert harm_told(reader, text) == events


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Shelling killed four people in Luhansk on Tuesday, bringing the toll since April to 2,593.",
            {"4/4/4"},
        ),
        ("A blast killed nine people in Sirte on Tuesday, raising the year's toll to 80.", {"9/9/9"}),
        (
            "A rocket killed nine people in Sirte on Tuesday, bringing the death toll to 80 in the past week.",
            {"9/9/9"},
        ),
        ("A bomb went off in Kano on Monday. The number killed rose to 31, police said.", {"31/31/31"}),
        (
            "Two people died in hospital on Monday, bringing the death toll from Sunday's bombing in Dhaka to 22.",
            {"22/22/22"},
        ),
    ],
)
def test_totals_of_a_period_are_no_tolls(say: Say, text: str, counts: set[str]) -> None:
    told = {part.split()[1] for claim in say(text) for part in claim.split(": ")[1].split(", ") if "all-people" in part}
    assert told == counts
