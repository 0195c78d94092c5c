"""Roundups and timelines, whose paragraphs stand under a place or day of their own; read with the bundled model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.items import items
from kg.extract.reader import Reader
from kg.extract.syntax.tokens import Doc
from tests.extract.told import events_told

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def _lines(text: str) -> list[int]:
    """Where the paragraphs of a text begin."""
    return [0, *(at + 2 for at in range(len(text)) if text.startswith("\n\n", at))]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("News\n\nKANO - A bomb killed two.\n\nJOS - A guard died.\n\nHe was shot.", [0, 1, 2, 2]),
        ("March 20 - Rebels killed two.\n\nMarch 25 - A guard died.", [1, 2]),
        ("News\n\nLagos: A bomb killed two.\n\nCairo: A guard died.\n\nHe was shot.", [0, 1, 2, 2]),
        # one dateline is that of the report
        ("KANO - A bomb killed two.\n\nA guard died.", [0, 0]),
        ("KANO - A bomb killed two.\n\nKANO - A guard died.", [0, 0]),
        ("NATO-led troops killed two.\n\nUS-made shells killed nine.", [0, 0]),
        # a text in capitals
        ("KANO - A BOMB KILLED TWO.\n\nJOS - A GUARD DIED.", [0, 0]),
        # who speaks, in an interview
        ("Bello: They killed two.\n\nSani: A guard died.", [0, 0]),
    ],
)
def test_where_items_begin(nlp: Language, text: str, numbers: list[int]) -> None:
    doc = Doc(nlp(text), text)
    begins = [next(s for s, each in enumerate(doc.sents) if each.end_char > at) for at in _lines(text)]
    assert [items(doc.sents)[s] for s in begins] == numbers


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "BAGHDAD - A car bomb killed four people and wounded 12 near a market in Zaafaraniya, police said.\n\n"
            "BAQUBA - Gunmen stormed a house and killed five members of a family, police said.\n\n"
            "MOSUL - Police found the bodies of three men, shot in the head.",
            [
                "four people + 12 @ Zaafaraniya",
                "five members of a family < Gunmen @ BAQUBA",
                "three men @ MOSUL",
            ],
        ),
        (
            "March 25 - Gunmen shot dead four workmen in Castlerock.\n\n"
            "October 23 - Ten people died when a bomb went off in a shop in Belfast. One of the bombers, Jon Kane, was "
            "among the dead.\n\n"
            "October 30 - Two gunmen opened fire in a bar in Greysteel, killing seven people.",
            [
                "four workmen < Gunmen @ Castlerock",
                "Jon Kane, Ten people @ Belfast",
                "seven people < Two gunmen @ Greysteel",
            ],
        ),
        (
            "Leopold Cafe: Two gunmen shot dead ten people on Wednesday night.\n\n"
            "Oberoi Hotel: Fifty people died when gunmen opened fire.\n\n"
            "Nariman House: A rabbi, Jon Kane, and his wife, Rivka, were killed by their captors.",
            [
                "ten people < Two gunmen @ Leopold Cafe",
                "Fifty people < gunmen @ Oberoi Hotel",
                "Jon Kane, Rivka < their captors",
            ],
        ),
    ],
)
def test_what_one_item_tells_is_no_part_of_another(nlp: Language, text: str, events: list[str]) -> None:
    assert events_told(Reader(nlp), text, date(1994, 12, 1)) == events
