"""Headlines, in which capitals say nothing of what is a name; read with the bundled model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import Reader
from kg.model import Document, EntityKind, Predicate, Ref

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def test_a_headline_tells_of_the_event_of_the_text(nlp: Language) -> None:
    text = (
        "U.S. Airstrike Kills I.S. Commander in Syria\n\n"
        "An Islamic State leader has been killed in eastern Syria by a U.S. airstrike, the Pentagon said."
    )
    reading = Reader(nlp).read(Document("text", text, "0"))
    assert len(reading.events) == 1
    assert {e.name for e in reading.entities if e.kind is EntityKind.PERSON} == {None}
    assert "U.S. Airstrike" not in {e.label for e in reading.entities}


@pytest.mark.parametrize(
    ("text", "victim", "named"),
    [
        ("Russian Airstrike Kills Hamas Commander in Gaza", "Hamas Commander", False),
        ("Gunmen Kill Police Chief in Karachi Ambush", "Police Chief", False),
        ("John Bishop Killed in Helmand Ambush", "John Bishop", True),
        ("Maria Killer Shot Dead in Mexico", "Maria Killer", True),
    ],
)
def test_who_is_called_by_name(nlp: Language, text: str, victim: str, named: bool) -> None:
    reading = Reader(nlp).read(Document("text", text, "0"))
    known = {e.key: e for e in reading.entities}
    statements = [s for claim in reading.claims for s in claim.statements if s.predicate is Predicate.FATAL_VICTIM]
    (found,) = {s.object.key for s in statements if isinstance(s.object, Ref)}
    assert known[found].label == victim
    assert (known[found].name is not None) is named
