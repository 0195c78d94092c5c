"""Explains what a graph holds: from an event or statement back to the words of the documents."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from pyoxigraph import Store

from kg.export.view import RDF, View
from kg.model import Predicate
from kg.vocab import EVENT_CLASSES, KGC, KGV, NIF
from kg.why import verdict
from kg.why.marks import marked
from kg.why.records import ClaimReason, Explanation, StatementReason, Words

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_ORDER = [predicate.value for predicate in Predicate]
_KINDS = ("Denial", "Doubt", "ResponsibilityClaim", "Accusation")  # else a plain assertion


class Explainer:
    """Explains the events and statements of one graph; reading the graph once serves any number of questions."""

    def __init__(self, store: Store) -> None:
        self.view = View(store)

    def explain(self, subject: str, only: frozenset[str] | None = None) -> Explanation:
        """All that is said of an event (or of anything else that statements are about), by its IRI.

        ``only`` narrows it to these statements, by their IRIs.
        """
        view = self.view
        types = [name for name in view.classes(subject) if name in EVENT_CLASSES]
        status = view.concept(subject, str(KGC.status), "status-") or ""
        stage = view.concept(subject, str(KGC.stage)) or ""
        found = [s for s in view.statements.get(subject, ()) if only is None or s in only]
        statements = [self._statement(subject, s, status if types else "", stage) for s in found]
        statements.sort(key=lambda s: (_ORDER.index(s.predicate), s.value, s.iri))
        claims = {c.iri: c for s in statements for c in s.claims if s.predicate == Predicate.OCCURRED}
        if not claims:
            claims = {c.iri: c for s in statements for c in s.claims}
        steps = verdict.reasons(status, list(claims.values()), stage) if types and only is None else []
        return Explanation(
            subject,
            self._shown(subject),
            tuple(sorted(types, key=lambda name: (-EVENT_CLASSES[name], name))),
            status,
            stage,
            tuple(steps),
            tuple(statements),
        )

    # -- statements and claims --------------------------------------------------------------------------------

    def _statement(self, subject: str, statement: str, whole: str, stage: str) -> StatementReason:
        view = self.view
        term = view.one(statement, RDF + "predicate") or ""
        value = view.one(statement, RDF + "object") or ""
        predicate = term.removeprefix(str(KGC._NS))
        status = view.concept(statement, str(KGC.status), "status-") or ""
        claims = sorted(
            (self._claim(claim) for claim in view.claims.get(statement, ())),
            key=lambda c: (c.words.document, c.words.begin, c.iri),
        )
        fact = value in view.all(subject, term)
        steps = [*verdict.stances(claims), *verdict.reasons(status, claims, stage, whole)]
        steps += [f"derived: {basis}" for basis in view.all(statement, str(KGC.basis))]
        steps.append(verdict.standing(status, claims, fact, stage, whole))
        relation = view.one(term, _RDFS + "label") or predicate
        return StatementReason(
            statement,
            predicate,
            relation,
            self._shown(value),
            value if view.is_node(value) else None,
            status,
            fact,
            tuple(claims),
            tuple(steps),
        )

    def _claim(self, claim: str) -> ClaimReason:
        view = self.view
        claimant = view.one(claim, str(KGC.claimant)) or ""
        behalf, said = view.one(claim, str(KGC.onBehalfOf)), view.one(claim, str(KGC.saidAt))
        classes = view.classes(claim)
        return ClaimReason(
            claim,
            next((kind for kind in _KINDS if kind in classes), "Assertion"),
            view.concept(claim, str(KGC.certainty)) or "",
            self._shown(claimant),
            claimant,
            "Narrator" in view.classes(claimant),
            self._shown(behalf) if behalf else None,
            view.one(claim, str(KGC.cue)),
            self._shown(said) if said else None,
            view.one(claim, str(KGC.rule)),
            view.decimal(claim, str(KGC.confidence)),
            self._words(claim, claimant),
        )

    def _words(self, claim: str, claimant: str) -> Words:
        view = self.view
        node = view.one(claim, str(KGC.evidence)) or ""
        document = view.one(claim, str(KGC.reportedIn)) or ""
        begin = view.number(node, str(NIF.beginIndex)) or 0
        end = view.number(node, str(NIF.endIndex)) or 0
        quote = view.one(node, str(NIF.anchorOf)) or ""
        events, wordings = [], []
        for statement in view.all(claim, str(KGC.content)):
            subject = view.one(statement, RDF + "subject") or ""
            events += [(b - begin, e - begin) for b, e in self._told.get((document, subject), ()) if begin <= b < end]
            value = view.one(statement, RDF + "object") or ""
            role = (view.one(statement, RDF + "predicate") or "").removeprefix(str(KGC._NS))
            names = [*self.names(value), *view.all(statement, str(KGC.expression))]
            wordings.append((role, names if view.is_node(value) else []))
        wordings.append(("claimant", self.names(claimant)))
        wordings.append(("cue", view.all(claim, str(KGC.cue))))
        marks = marked(quote, sorted(set(events)), sorted(wordings, key=lambda w: _rank(w[0])))
        return Words(view.one(document, _DCTERMS + "identifier") or document, begin, end, quote, tuple(marks))

    @cached_property
    def _told(self) -> dict[tuple[str, str], list[tuple[int, int]]]:
        """Where each document tells of each event: offsets of the words that do."""
        view = self.view
        found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for mention, event in view.pairs(str(KGC.denotes)):
            begin, end = view.number(mention, str(NIF.beginIndex)), view.number(mention, str(NIF.endIndex))
            document = view.one(mention, str(NIF.referenceContext))
            if begin is not None and end is not None and document is not None:
                found[document, event].append((begin, end))
        return found

    @cached_property
    def mentioning(self) -> dict[str, list[str]]:
        """Statements by what they say of their subject."""
        found: dict[str, list[str]] = defaultdict(list)
        for statement in (s for about in self.view.statements.values() for s in about):
            for value in self.view.all(statement, RDF + "object"):
                found[value].append(statement)
        return found

    @cached_property
    def known(self) -> list[str]:
        """All that can be asked for: subjects and values of statements, the statements and the claims on them."""
        statements = {s for about in self.view.statements.values() for s in about}
        claims = {claim for claims in self.view.claims.values() for claim in claims}
        values = {value for value in self.mentioning if self.view.is_node(value)}
        return sorted({*self.view.statements, *statements, *claims, *values})

    # -- words ------------------------------------------------------------------------------------------------

    def names(self, node: str) -> list[str]:
        """What a node is called."""
        label = self.view.label(node)
        return [name for name in (label, *self.view.all(node, _SKOS + "altLabel")) if name]

    def _shown(self, value: str) -> str:
        """A label, a concept by the words of its name, or the literal itself."""
        label = self.view.label(value)
        if label is None and value.startswith(str(KGV._NS)):
            return value.removeprefix(str(KGV._NS)).replace("-", " ")
        return label or value


def _rank(role: str) -> int:
    return _ORDER.index(role) if role in _ORDER else len(_ORDER)
