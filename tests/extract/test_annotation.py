"""A text as a spaCy Doc with what was read from it."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from kg.extract.annotation import Annotator, picture

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def annotator(nlp: Language) -> Annotator:
    return Annotator(nlp)


def test_the_reading_goes_with_the_doc(annotator: Annotator) -> None:
    doc = annotator("The army said that a drone strike killed Omar Haddan in Aleppo on Monday.", date(2019, 6, 5))
    spans = {(span.text, span.label_) for span in doc.spans["kg"]}
    assert ("Omar Haddan", "Person") in spans
    assert ("Aleppo", "Place") in spans
    assert any(label.endswith("Strike") or label == "Killing" for _, label in spans)
    assert doc._.kg.document.issued == date(2019, 6, 5)
    assert {claim.document for claim in doc._.kg.claims} == {"text"}


def test_a_picture_of_it_is_escaped(annotator: Annotator) -> None:
    doc = annotator("Gunmen killed Omar Haddan in Aleppo, <script>alert(1)</script> police said.")
    html = picture(doc)
    assert "Haddan" in html
    assert "<script" not in html


def test_a_text_that_says_nothing(annotator: Annotator) -> None:
    doc = annotator("The market was open.")
    assert not doc._.kg.claims
    assert picture(doc)
