"""Where something happened, as far as the grammar tells: which words say where, and which events they may belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from kg.extract.mentions import Draft, EventMention
from kg.extract.syntax import markers, preposition
from kg.extract.syntax.labels import Dep, dep
from kg.extract.triggers import POINTING

# Prepositions that do not say where an event took place.
NOT_WHERE = frozenset(
    {
        "",
        "from",
        "to",
        "for",
        "with",
        "by",
        "of",
        "about",
        "toward",
        "towards",
        "according to",
        "than",
        "like",
        "as",
        "against",
        "after",
        "before",
        "since",
        "following",
        "on behalf of",
        "despite",
        "because of",
        "due to",
        "including",
        "versus",
        "without",
        "until",
        "under",
        "'s",
        "’s",
        "amid",
    }
)


def says_where(token: Token) -> bool:
    """Whether a place's name stands where one says where: after "in", "near", "south of", "the road to"."""
    prep, above = preposition(token), token.head
    if not prep and dep(token) in (Dep.COMPOUND, Dep.ADJECTIVE, Dep.OBLIQUE) and above.i > token.i:
        prep = preposition(above)  # "at the Torkhan crossing"
    if prep == "of":
        if any(above.lower_.startswith(c) for c in ("north", "south", "east", "west")):
            return True
        return above.lemma_.lower() in _PARTS and (not preposition(above) or says_where(above))
    if prep == "to":
        return above.lemma_.lower() in ("road", "highway", "route", "way")
    return prep not in NOT_WHERE


_PARTS = frozenset(
    {
        "outskirt",
        "village",
        "town",
        "city",
        "district",
        "province",
        "suburb",
        "part",
        "area",
        "region",
        "port",
        "centre",
        "center",
        "mile",
        "km",
        "kilometre",
        "kilometer",
    }
)
_DURING = frozenset({"when", "as", "while"})
_ASIDE = frozenset({Dep.APPOSITION, Dep.PARATAXIS, Dep.COMPLEMENT_CLAUSE, Dep.RELATIVE, Dep.ADVERB_CLAUSE, Dep.TITLE})


def owners_of_place(token: Token, mentions: Sequence[EventMention], owners: Mapping[int, Draft]) -> list[Draft]:
    """The drafts that a place may belong to: the first one above it, and one of which that tells when it was.

    "They were killed when rockets hit their quarters in X": X is where they were killed.
    """
    found: list[Draft] = []
    step = token
    for _ in range(40):
        draft = owners.get(step.i)
        if draft is None and step != token and step.pos_ == "VERB":
            below = [d for m in mentions for d in m.drafts if step.i in d.telling.stance.path]
            draft = next((d for d in below if not reported_below(d, step.i)), None)
        if draft is not None and draft not in found and draft.telling.trigger.frame.name not in POINTING:
            found.append(draft)
        during = dep(step) is Dep.ADVERB_CLAUSE and bool(set(markers(step)) & _DURING)
        if step.head == step or (found and not during) or (dep(step) in _ASIDE and not during):
            break
        step = step.head
    return found


def reported_below(draft: Draft, index: int) -> bool:
    """Whether somebody's speech stands between the event and this verb."""
    reporting = draft.telling.stance.reporting
    if reporting is None:
        return False
    path = draft.telling.stance.path
    return reporting.i in path and path.index(reporting.i) <= path.index(index)
