"""Who says what: the claims of an event, a party or a document, with the words they were read from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Store

from kg.view.index import Index
from kg.view.records import Report, Statement, Thing, When
from kg.view.sparql import rows
from kg.vocab import KGC, KGV

_KGC, _KGV = str(KGC._NS), str(KGV._NS)
_STANCES = {"Denial": "denies", "Doubt": "doubts"}
_OF_EVENT = "?said rdf:subject ?about . ?claim kgc:content ?said ."
# Two queries: over a union of both patterns, every claim of the graph would be looked at.
_OF_CLAIMANT = ("?claim kgc:claimant ?about .", "?claim kgc:onBehalfOf ?about .")
_OF_DOCUMENT = "?claim kgc:reportedIn ?about ."
_EVERYWHERE = "?claim kgc:reportedIn ?somewhere ."

_CLAIMS = """SELECT DISTINCT ?claim ?kind ?claimant ?certainty ?document ?begin ?end ?words
  ?confidence ?for ?cue ?rule ?at{about} {{
  {where}
  ?claim a ?kind ; kgc:claimant ?claimant ; kgc:certainty ?certainty ; kgc:reportedIn ?document ; kgc:evidence ?span .
  ?span nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?words .
  OPTIONAL {{ ?claim kgc:confidence ?confidence }}
  OPTIONAL {{ ?claim kgc:onBehalfOf ?for }}
  OPTIONAL {{ ?claim kgc:cue ?cue }}
  OPTIONAL {{ ?claim kgc:rule ?rule }}
  OPTIONAL {{ ?claim kgc:saidAt ?at }}
}}"""
_CONTENT = """SELECT DISTINCT ?claim ?content{about} {{ {where} ?claim kgc:content ?content }}"""

_KINDS = ("ResponsibilityClaim", "Accusation", "Denial", "Doubt", "Assertion")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document: characters ``begin`` to ``end`` of its kept text."""

    document: Report
    begin: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One claimant's stance on statements in one document.

    ``stance`` is supports, denies or doubts; ``certainty`` the claimant's, ``confidence`` that of the reading in
    [0, 1]. ``rule`` names what read it.
    """

    id: str
    kind: str
    kind_label: str
    claimant: Thing
    on_behalf_of: Thing | None
    certainty: str
    cue: str
    said_at: str
    rule: str
    confidence: float | None
    quote: Quote
    statements: tuple[Statement, ...]

    @property
    def stance(self) -> str:
        """Whether the claimant supports, denies or doubts the statements."""
        return _STANCES.get(self.kind, "supports")

    @property
    def who(self) -> str:
        """The claimant, and for whom it speaks."""
        return f"{self.claimant.label} for {self.on_behalf_of.label}" if self.on_behalf_of else self.claimant.label


class Claims:
    """The claims of a graph, fetched as they are asked for."""

    def __init__(self, store: Store, index: Index) -> None:
        self._store = store
        self._index = index

    def about(self, iri: str) -> list[Claim]:
        """Claims on any statement about an event or party."""
        return self._fetch(_OF_EVENT, iri)

    def by(self, iri: str) -> list[Claim]:
        """Claims that a party makes, or that are made on its behalf."""
        found = {claim.id: claim for where in _OF_CLAIMANT for claim in self._fetch(where, iri)}
        return sorted(found.values(), key=_in_order)

    def within(self, iri: str) -> list[Claim]:
        """Claims that a document reports, in the order of its text."""
        return self._fetch(_OF_DOCUMENT, iri)

    def all(self) -> list[Claim]:
        """Every claim."""
        return self._fetch(_EVERYWHERE, None)

    def _fetch(self, where: str, about: str | None) -> list[Claim]:
        given = {} if about is None else {"about": about}
        shown = "" if about is None else " ?about"
        content: dict[str, list[Statement]] = defaultdict(list)
        for about_claim, statement, *_ in rows(self._store, _CONTENT.format(where=where, about=shown), **given):
            known = self._index.statements.get(statement)
            if known is not None and known not in content[about_claim]:
                content[about_claim].append(known)
        found: dict[str, Claim] = {}
        for row in rows(self._store, _CLAIMS.format(where=where, about=shown), **given):
            claim = self._claim(row, content[row[0]])
            earlier = found.get(claim.id)
            # A reasoner adds the wider classes of a claim; the narrowest one tells its kind.
            if earlier is None or _KINDS.index(claim.kind) < _KINDS.index(earlier.kind):
                found[claim.id] = claim
        return sorted(found.values(), key=_in_order)

    def _claim(self, row: tuple[str, ...], statements: list[Statement]) -> Claim:
        iri, kind, claimant, certainty, document, begin, end, words, confidence, behalf, cue, rule, at, *_ = row
        # What is no narrower kind is a plain assertion, also where a reasoner has added that it is a claim.
        name = local if (local := kind.removeprefix(_KGC)) in _KINDS else "Assertion"
        report = self._index.things[document]
        assert isinstance(report, Report)
        when = self._index.value(at) if at else None
        return Claim(
            iri,
            name,
            self._index.terms.get(name, name),
            self._party(claimant),
            self._party(behalf) if behalf else None,
            certainty.removeprefix(_KGV),
            cue,
            when.label if isinstance(when, When) else "",
            rule,
            float(confidence) if confidence else None,
            Quote(report, int(begin), int(end), words),
            tuple(sorted(statements, key=lambda s: (s.role, str(s.value), s.id))),
        )

    def _party(self, iri: str) -> Thing:
        return self._index.things.get(iri) or Thing(iri, iri, iri, "Group")


def _in_order(claim: Claim) -> tuple[str, int, int, str]:
    return claim.quote.document.label, claim.quote.begin, claim.quote.end, claim.id
