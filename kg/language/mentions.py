"""From names and probabilities to mentions: `doc.spans["mentions"]` and `doc.spans["times"]`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from spacy.tokens import Doc, Span, Token

from kg.language.names import LABELS, spans_of
from kg.language.network import Floats, Labels
from kg.language.windows import Read
from kg.language.words import FACILITY_NOUNS, VEHICLE_NOUNS, WEAPON_NOUNS

_FROM_MENTIONS = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
_FROM_DOMAIN = {
    "Person": "PERSON",
    "Organisation": "ORG",
    "Location": "LOC",
    "Weapon": "WEAPON",
    "MilitaryPlatform": "VEHICLE",
    "Vehicle": "VEHICLE",
    "Temporal": "DATE",
}
#: These do not head a noun phrase: "coalition" in "coalition forces".
_NO_HEADS = {"compound", "amod", "flat"}
_NOMINAL = {"NOUN", "PROPN", "ADJ"}
#: Left of a head noun these belong to its mention: "the two armed men", "coalition forces", "Assad's army".
_LEFT = {
    "det",
    "amod",
    "nummod",
    "compound",
    "nmod:poss",
    "flat",
    "det:predet",
    "nmod:desc",
    "advmod",
    "case",
}
#: Below this, a common noun is not called a mention.
NOMINAL_AT_LEAST = 0.5


#: Head word, span, label.
DomainMention = tuple[Token, Span, str]


def mentions(
    doc: Doc, places: Sequence[int], read: Read, labels: Labels, domain: Sequence[DomainMention]
) -> list[Span]:
    """Names and noun phrases for people, bodies, places, weapons and vehicles; sorted, each span once."""
    found: dict[tuple[int, int], str] = {(ent.start, ent.end): ent.label_ for ent in doc.ents if ent.label_ in LABELS}
    named = {i for ent in doc.ents for i in range(ent.start, ent.end)}
    columns = [(labels.mentions.index(kind), label) for kind, label in _FROM_MENTIONS.items()]
    heads = {head.i: label for head, _, label in domain}
    nominal = [labels.upos.index(pos) for pos in _NOMINAL if pos in labels.upos]
    for row in np.flatnonzero(np.isin(read.upos, nominal)).tolist():
        i = places[row]
        token = doc[i]
        if i in named or token.dep_ in _NO_HEADS:
            continue
        # re3d calls any group of people an organisation: where GUM sees persons, they stay persons.
        label = _thing(token) or _nominal(token, read.mentions[row], columns) or heads.get(i)
        if label in LABELS:
            found.setdefault(_phrase(token), label)
    return [Span(doc, low, high, label=label) for (low, high), label in sorted(found.items())]


def times(doc: Doc, domain: Sequence[DomainMention]) -> list[Span]:
    """Expressions of time, labelled DATE; sorted, none overlapping."""
    return [Span(doc, span.start, span.end, label="DATE") for _, span, label in domain if label == "DATE"]


def domain_mentions(doc: Doc, places: Sequence[int], read: Read, labels: Labels) -> list[DomainMention]:
    """What the head that learnt from re3d found, in text order."""
    if not labels.domain or not len(places):
        return []
    best = read.domain.argmax(-1).tolist()
    out = []
    for begin, end, kind in spans_of([labels.domain[i] for i in best]):
        label = _FROM_DOMAIN.get(kind)
        span = doc[places[begin] : places[end - 1] + 1]
        if label:
            out.append((span.root, span, label))
    return out


def _thing(token: Token) -> str | None:
    """WEAPON or VEHICLE by the noun itself."""
    if token.pos_ != "NOUN":
        return None
    lemma = token.lemma_.lower()
    return "WEAPON" if lemma in WEAPON_NOUNS else "VEHICLE" if lemma in VEHICLE_NOUNS else None


def _nominal(token: Token, scores: Floats, columns: Iterable[tuple[int, str]]) -> str | None:
    score, label = max((float(scores[column]), label) for column, label in columns)
    if score < NOMINAL_AT_LEAST:
        return None
    return "FAC" if label == "LOC" and token.lemma_.lower() in FACILITY_NOUNS else label


def _phrase(head: Token) -> tuple[int, int]:
    """The head with what belongs to it on the left."""
    low = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _LEFT or child.dep_ == "case" or child.right_edge.i + 1 != low:
            break
        low = child.left_edge.i
    while low < head.i and (head.doc[low].is_punct or head.doc[low].is_space):
        low += 1
    return low, head.i + 1
