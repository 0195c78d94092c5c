"""Reads documents: from a parsed text to the entities, events and claims of one document."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from kg.extract import times
from kg.extract.aboard import Aboard
from kg.extract.account import SentenceAccount, Trail, account
from kg.extract.alone import nobodys
from kg.extract.answering import answer_for
from kg.extract.attesting import Attesting
from kg.extract.authors import Authors
from kg.extract.bodies import settle_bodies
from kg.extract.buried import Buried
from kg.extract.circumstances import Circumstances
from kg.extract.claims import ClaimWriter
from kg.extract.contradictions import Contradictions
from kg.extract.datelines import Datelines
from kg.extract.dating import Dating, distances, keep_apart
from kg.extract.days import Days
from kg.extract.drafts import Drafter
from kg.extract.entities import Entities
from kg.extract.fillers import Fillers
from kg.extract.identities import Identities
from kg.extract.in_clashes import both_took_part
from kg.extract.incidents import Incident
from kg.extract.incidents import read as read_incidents
from kg.extract.items import items
from kg.extract.mending import mended
from kg.extract.mentions import EventMention
from kg.extract.merging import Merger
from kg.extract.own_side import OwnSide
from kg.extract.presupposed import name_captors, share_agents
from kg.extract.quoted import Quoted
from kg.extract.rebuttals import Rebuttals
from kg.extract.retractions import earlier_count
from kg.extract.rumours import doubt_old_reports, mark_old_reports
from kg.extract.scenes import Scenes
from kg.extract.speakers import Speakers
from kg.extract.steps import Steps, finished, together
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import words_of
from kg.extract.syntax.tokens import Doc
from kg.extract.their_dead import TheirDead
from kg.extract.tolled import name_the_tolled
from kg.extract.unverified import Unverified
from kg.knowledge import frames as frame_data
from kg.knowledge import operators as operator_data
from kg.model import Document, Reading

_BATCH = 16

_WORDS = 4_000
"""So many are parsed before any is read, and then read together: neither the network and the rules nor the steps of
reading take the processor's caches from each other with every document. No more than these are in memory.
"""

_CHARACTERS = 50_000
"""So many are fetched before any is parsed, for the same reason: between two runs of the network, to read a file takes
three times as long.
"""


class Reader:
    """Reads documents with a language pipeline, ``nlp``; frames and operators are the bundled ones."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._frames = frame_data.default()
        self._operators = operator_data.default()

    def read(self, document: Document) -> Reading:
        """All that one document says."""
        return self.interpret(self.nlp(document.text), document)

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Readings of many documents in their order, parsed and read in batches."""
        pairs = ((document.text, document) for document in _ahead(documents))
        for batch in _batches(self.nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH)):
            # what was parsed is handed over, so that each document is gone from memory once it is read
            yield from together([self._steps(*batch.popleft()) for _ in range(len(batch))])

    def account(self, document: Document, parsed: Parsed | None = None) -> tuple[Reading, tuple[SentenceAccount, ...]]:
        """The reading of a document, and what in each of its sentences it rests on or why it found nothing there.

        ``parsed`` is its text where that is already parsed.
        """
        doc, trail = self._laid_out(self.nlp(document.text) if parsed is None else parsed, document), Trail()
        reading = finished(self._read(doc, document, trail))
        return reading, account(doc, reading, trail, self._frames)

    def interpret(self, parsed: Parsed, document: Document) -> Reading:
        """The reading of a text that is already parsed; what the parser got wrong in it is mended in place."""
        return finished(self._steps(parsed, document))

    def _steps(self, parsed: Parsed, document: Document) -> Steps[Reading]:
        doc = self._laid_out(parsed, document)
        yield
        reading = yield from self._read(doc, document, Trail())
        doc.forget()
        return reading

    def _laid_out(self, parsed: Parsed, document: Document) -> Doc:
        return mended(Doc(parsed, document.text), self._frames, self._operators)

    def _read(self, doc: Doc, document: Document, trail: Trail) -> Steps[Reading]:
        """The reading of a text, step by step; ``trail`` keeps what an account of it needs."""
        document = self._dated(document)
        sentences = [(s.start_char, s.end_char) for s in doc.sents]
        expressions = times.find(document.text)
        resolved = times.resolve_all(
            document.text,
            times.told_on(document.text, expressions, document.issued),
            sentences,
            issued_inferred=document.issued_basis.startswith("inferred"),
            expressions=expressions,
        )
        trail.times = resolved
        yield
        entities = yield from Entities.steps(doc, document)
        yield
        surroundings = Surroundings(entities.records(), entities.attributes())
        fillers = Fillers(entities, surroundings, _timed(doc, expressions))
        speakers = Speakers(doc, entities, fillers, self._operators, self._frames)
        drafter = Drafter(entities, fillers, self._frames, self._operators)
        told = times.of_the_story(document.text, expressions)
        circumstances = Circumstances(doc, entities, told, resolved, document.issued)
        authors = Authors(entities, fillers, speakers, self._frames, self._operators)
        quoted = Quoted(entities, fillers, speakers)
        identities = Identities(entities, self._frames, self._operators)
        aboard = Aboard(entities, self._frames, self._operators)
        buried = Buried(entities, self._frames, self._operators)
        rebuttals = Rebuttals(doc, speakers, OwnSide(entities, fillers))
        contradictions = Contradictions(entities, fillers, speakers, self._frames, self._operators)
        their_dead = TheirDead(entities, fillers, speakers)
        unverified = Unverified(speakers, self._frames, self._operators)
        mentions: list[EventMention] = []
        opening = Datelines(list(doc.sents), entities).opening()
        lemmas = [lemma for _, lemma, _ in words_of(doc)]
        trail.game = self._frames.of_a_game(set(lemmas)) and not fillers.any_weapon(doc)
        disaster = self._frames.of_a_disaster(lemmas)
        yield
        told_of = [read_incidents(s, self._frames, self._operators) for s in (() if trail.game else doc.sents)]
        yield
        for number, (sentence, incidents) in enumerate(zip(doc.sents, told_of, strict=not trail.game)):
            trail.tellings += [t for i in incidents for t in i.tellings]
            incidents = [i for i in incidents if _told(i)]
            here = [m for i in incidents if (m := drafter.draft(i, number, opening)) is not None]
            settle_bodies(here, mentions, surroundings.side)
            circumstances.attach(here)
            mark_old_reports(here, circumstances.said)
            share_agents(here)
            name_captors(here, surroundings)
            named = identities.find(sentence, number, here, mentions) or aboard.find(sentence, number, mentions)
            named = named or buried.find(sentence, number, mentions)
            here += authors.add(sentence, number, here, mentions)
            here += [named] if named is not None else []
            for mention in here:
                speakers.mend(mention)
                their_dead.mend(mention, mentions)
                answer_for(mention, speakers, entities, self._operators)
                mention.speakers = speakers.of_mention(mention)
            for mention in here:
                mention.about = mention.about or earlier_count(mention, mentions, self._operators)
            here += contradictions.add(sentence, number, here, mentions)
            here += unverified.add(sentence, number, here, mentions)
            here = [mention for mention in here if quoted.mend(mention) and not (disaster and nobodys(mention))]
            mentions.extend(rebuttals.settle(here, mentions))
        yield
        mentions = authors.settle(mentions)
        trail.mentions = mentions
        apart = distances(expressions, mentions)
        keep_apart(apart, mentions)
        # places said with a direction ("eastern X") have joined the entities in the meantime
        surroundings = Surroundings(entities.records(), entities.attributes())
        merger = Merger(entities, self._frames, surroundings, document.issued, opening, items(doc.sents))
        yield
        clusters = merger.merge(mentions)
        doubt_old_reports([cluster.mentions for cluster in clusters])
        name_the_tolled(clusters, entities)
        both_took_part(clusters, surroundings)
        yield
        dating = Dating(clusters, self._frames, resolved, document.issued)
        dating.run(apart, times.event_times(expressions, resolved, sentences))
        scenes = Scenes(doc, entities, surroundings)
        days = Days(doc, entities, surroundings, expressions, resolved)
        writer = ClaimWriter(
            doc, entities, speakers, self._frames, document, circumstances.said, scenes, days, self._operators
        )
        yield
        events, claims = writer.write(clusters)
        yield
        attesting = Attesting(doc, entities, speakers, expressions, resolved, document.issued)
        attestations = attesting.attestations(document.id, claims)
        reading = Reading(
            document=document,
            entities=entities.records(),
            events=events,
            claims=claims,
            attributes=entities.attributes(),
            attestations=attestations,
        )
        entities.forget()
        return reading

    def _dated(self, document: Document) -> Document:
        if document.issued is not None:
            return document
        dating = times.document_date(document.text)
        if dating.issued is None:
            return document
        basis = f"inferred: {dating.basis}" if dating.inferred else dating.basis
        return replace(document, issued=dating.issued, issued_basis=basis)


def _ahead(documents: Iterable[Document]) -> Iterator[Document]:
    """The same documents, fetched some pages ahead of what is made of them."""
    batch: deque[Document] = deque()
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text)
        if characters >= _CHARACTERS:
            while batch:
                yield batch.popleft()
            characters = 0
    yield from batch


def _batches(parsed: Iterable[tuple[Parsed, Document]]) -> Iterator[deque[tuple[Parsed, Document]]]:
    batch: deque[tuple[Parsed, Document]] = deque()
    words = 0
    for doc, document in parsed:
        batch.append((doc, document))
        words += len(doc)
        if words >= _WORDS:
            yield batch
            batch, words = deque(), 0
    yield batch


def _told(incident: Incident) -> bool:
    """Whether any word of the incident tells of something that may have happened; cancelled ones are left out of it."""
    incident.tellings = [t for t in incident.tellings if not t.stance.cancelled]
    return bool(incident.tellings)


def _timed(doc: Doc, expressions: Iterable[times.TimeExpression]) -> frozenset[int]:
    found: set[int] = set()
    for expression in expressions:
        span = doc.char_span(expression.span.begin, expression.span.end)
        if span is not None:
            found.update(range(span.start, span.end))
    return frozenset(found)
