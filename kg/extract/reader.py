"""Reads documents: from a parsed text to the entities, events and claims of one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import times
from kg.extract.circumstances import Circumstances
from kg.extract.claims import ClaimWriter
from kg.extract.drafts import Drafter, EventMention
from kg.extract.entities import Entities
from kg.extract.fillers import Fillers
from kg.extract.incidents import read as read_incidents
from kg.extract.merging import Merger
from kg.extract.speakers import Speakers
from kg.extract.surroundings import Surroundings
from kg.knowledge import frames as frame_data
from kg.knowledge import operators as operator_data
from kg.model import Document, Reading

_BATCH = 16


class Reader:
    """Reads documents with a language pipeline; frames and operators are the bundled ones."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._frames = frame_data.default()
        self._operators = operator_data.default()

    def read(self, document: Document) -> Reading:
        """All that one document says."""
        return self.interpret(self._nlp(document.text), document)

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Readings of many documents in their order, parsed in batches."""
        pairs = ((document.text, document) for document in documents)
        for doc, document in self._nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH):
            yield self.interpret(doc, document)

    def interpret(self, doc: Doc, document: Document) -> Reading:
        """The reading of a text that is already parsed."""
        document = self._dated(document)
        entities = Entities.of(doc, document)
        sentences = [(s.start_char, s.end_char) for s in doc.sents]
        resolved = times.resolve_all(document.text, document.issued, sentences)
        fillers = Fillers(entities, _timed(doc, document.text))
        speakers = Speakers(doc, entities, fillers, self._operators)
        drafter = Drafter(entities, fillers, self._frames, self._operators)
        circumstances = Circumstances(doc, entities, resolved)
        mentions: list[EventMention] = []
        for number, sentence in enumerate(doc.sents):
            here = [
                drafter.draft(incident, number)
                for incident in read_incidents(sentence, self._frames, self._operators)
                if not all(t.stance.cancelled for t in incident.tellings)
            ]
            circumstances.attach(here)
            mentions.extend(here)
        surroundings = Surroundings(entities.records())
        clusters = Merger(entities, self._frames, surroundings).merge(mentions)
        writer = ClaimWriter(doc, entities, speakers, self._frames, document.id, circumstances.said)
        events, claims = writer.write(clusters)
        return Reading(
            document=document,
            entities=entities.records(),
            events=events,
            claims=claims,
            attributes=entities.attributes(),
        )

    def _dated(self, document: Document) -> Document:
        if document.issued is not None:
            return document
        day, basis, inferred = times.document_date(document.text, None)
        if day is None:
            return document
        return replace(document, issued=day, issued_basis=f"inferred: {basis}" if inferred else basis)


def _timed(doc: Doc, text: str) -> frozenset[int]:
    found: set[int] = set()
    for expression in times.find(text):
        span = doc.char_span(expression.span.begin, expression.span.end, alignment_mode="expand")
        if span is not None:
            found.update(range(span.start, span.end))
    return frozenset(found)
