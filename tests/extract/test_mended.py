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
        # a part-time soldier is no time that is killed
        ("Last year a part-time soldier, Robert Stott, was murdered near Kano.", "Robert Stott", set()),
    ],
)
def test_who_did_it_to_whom(killing: Killing, text: str, victim: str, killers: set[str]) -> None:
    label, statements = killing(text, victim)
    assert any(s.predicate is Predicate.FATAL_VICTIM for _, s in statements)
    by = [s.object for _, s in statements if s.predicate is Predicate.PERPETRATOR]
    assert {label[o.key] for o in by if isinstance(o, Ref)} == killers
