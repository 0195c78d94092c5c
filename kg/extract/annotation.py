"""A text as a spaCy Doc with what kg read from it, for notebooks and for other spaCy code.

::

    annotator = Annotator()
    doc = annotator("The army said on Monday that it had shelled Douma.")
    doc._.kg.claims                     # the reading: entities, events, claims
    [(span.text, span.label_) for span in doc.spans["kg"]]
    html = picture(doc)
"""

from __future__ import annotations

import hashlib
from datetime import date

from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.reader import Reader
from kg.language import load
from kg.model import Document, EntityKind, Reading

SPANS = "kg"
"""The key of ``doc.spans`` and the name of the extension, ``doc._.kg``."""

_COLOURS = {"Person": "#bcd3f5", "Group": "#dcc6ea", "Place": "#c3e0cd", "Materiel": "#dadbe0"}
_EVENT_COLOUR = "#f3c1bd"


class Annotator:
    """Reads texts into Docs; the language model is loaded once.

    Raises:
        ModelError: the model is missing or lacks what the extraction reads.
    """

    def __init__(self, nlp: Language | None = None) -> None:
        self._nlp = nlp or load()
        self._reader = Reader(self._nlp)
        if not Doc.has_extension(SPANS):
            Doc.set_extension(SPANS, default=None)

    def __call__(self, text: str, issued: date | None = None) -> Doc:
        """The parsed text with its reading; ``issued`` is the day from which "on Monday" is counted."""
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        basis = "given" if issued else ""
        doc = self._nlp(text)
        return annotated(doc, self._reader.interpret(doc, Document("text", text, digest, issued, basis)))


def annotated(doc: Doc, reading: Reading) -> Doc:
    """The Doc with the reading as ``doc._.kg`` and its mentions and event words as ``doc.spans["kg"]``."""
    marks = [
        (span.begin, span.end, entity.kind.value)
        for entity in reading.entities
        if entity.kind is not EntityKind.NARRATOR
        for span in entity.mentions
    ]
    marks += [(span.begin, span.end, event.types[0]) for event in reading.events for span in event.triggers]
    spans = (doc.char_span(begin, end, label, alignment_mode="expand") for begin, end, label in sorted(set(marks)))
    found: list[Span] = [span for span in spans if span is not None]
    doc.spans[SPANS] = found
    doc._.kg = reading
    return doc


def picture(doc: Doc) -> str:
    """The Doc as HTML with people, groups, places and event words under lines of their own, by displaCy."""
    labels = {span.label_ for span in doc.spans[SPANS]}
    colours = {label: _COLOURS.get(label, _EVENT_COLOUR) for label in labels}
    return displacy.render(doc, style="span", jupyter=False, options={"spans_key": SPANS, "colors": colours})
