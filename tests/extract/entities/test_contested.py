"""Names that several known actors bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.entities import Entities
from kg.extract.syntax.tokens import Doc
from kg.model import Document

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # what stands beside the acronym, wherever the text first has it
        ("ADF attack kills dozens.\n\nThe Allied Democratic Forces (ADF) killed ten farmers on Sunday.", "adf"),
        # the country of the story
        ("The ADF killed ten farmers in the Democratic Republic of the Congo on Sunday.", "adf"),
        ("The ADF said that it had lost two helicopters in Australia on Sunday.", "australian-defence-force"),
        ("The ADF said that it had lost two helicopters on Sunday.", "australian-defence-force"),
        ("SNA soldiers killed ten militants near Mogadishu in Somalia on Sunday.", "somali-national-army"),
        ("SNA fighters killed ten soldiers near Afrin in Syria on Sunday.", "syrian-national-army"),
    ],
)
def test_whose_acronym_it_is(nlp: Language, text: str, actor: str) -> None:
    records = Entities.of(Doc(nlp(text)), Document("report", text, "0")).records()
    assert actor in {record.actor for record in records}
    assert len({record.actor for record in records} & {"adf", "australian-defence-force"}) <= 1


def test_an_unknown_name_spelt_out_is_no_known_actor(nlp: Language) -> None:
    text = "The Anwari Defence Front (ADF) killed ten farmers on Sunday. The ADF said it would kill more."
    records = Entities.of(Doc(nlp(text)), Document("report", text, "0")).records()
    assert not {record.actor for record in records} & {"adf", "australian-defence-force"}
