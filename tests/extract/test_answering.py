"""Whose deed it is when a person takes responsibility, and when a denial was made that the text tells of as past."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.reader import Reader
from kg.model import Claim, ClaimKind, Document, Predicate, Ref, Statement
from tests.extract.conftest import ISSUED

pytestmark = pytest.mark.model
Killing = Callable[[str, str], tuple[dict[str, str], list[tuple[Claim, Statement]]]]


@pytest.mark.parametrize(
    ("text", "author", "sure"),
    [
        (
            "Abu Samir, a spokesman for the Red Front, claimed responsibility for the attack that killed Omar Haddan "
            "near Kano on Monday.",
            "Red Front",
            True,
        ),
        (
            "The prime minister said he took responsibility for the raid that killed Omar Haddan near Kano on Monday.",
            "prime minister",
            False,
        ),
        (
            "Interior minister Rana Khan accepted moral responsibility for the attack that killed Omar Haddan.",
            "Rana Khan",
            False,
        ),
        ("Luis Vega admitted responsibility for the murder of Omar Haddan in Kano.", "Luis Vega", True),
    ],
)
def test_whose_deed_it_is_for_which_somebody_answers(killing: Killing, text: str, author: str, sure: bool) -> None:
    labels, statements = killing(text, "Omar Haddan")
    said = [(c, s) for c, s in statements if s.predicate is Predicate.PERPETRATOR and isinstance(s.object, Ref)]
    assert {labels[s.object.key] for _, s in said if isinstance(s.object, Ref)} == {author}
    assert {c.certainty.value == "certain" for c, _ in said} == {sure}


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("The army had denied that it killed Omar Haddan in Kano.", True),
        ("The army at first denied that it killed Omar Haddan in Kano.", True),
        ("The army initially denied killing Omar Haddan in Kano.", True),
        ("The army denied that it had killed Omar Haddan in Kano.", False),
        ("The army has denied killing Omar Haddan in Kano.", False),
    ],
)
def test_denials_told_as_past_came_before_what_else_is_told(reader: Reader, text: str, before: bool) -> None:
    reading = reader.read(Document("text", text, "0", issued=ISSUED))
    (denial,) = [c for c in reading.claims if c.kind is ClaimKind.DENIAL]
    assert (denial.said_at is not None and denial.said_at.earliest is None) is before
