"""Nobody does to himself what is told: whom a pronoun cannot mean because he is the other side of the same deed."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.clusters import HARM
from kg.extract.entities import Entities
from kg.extract.fillers import Fillers, Sort
from kg.extract.mentions import Draft
from kg.extract.syntax.labels import Dep, children, dep
from kg.model import EntityKind, Predicate

_THEM = frozenset({"them", "him", "her"})


def not_oneself(draft: Draft, entities: Entities, fillers: Fillers) -> None:
    """ "Gunmen dragged men out and shot them": "them" is never who acts, but to whom they did the first thing."""
    doers, verb = draft.keys(Predicate.PERPETRATOR), draft.telling.trigger.token
    said = [p for p in draft.parts if p.predicate in HARM and p.token.lower_ in _THEM and p.token.head == verb]
    if not said:
        return
    steps = [v for v in (verb.head, *children(verb.head, Dep.CONJUNCT)) if v.i < verb.i]
    objects = [children(v, Dep.OBJECT) for v in steps] if dep(verb) is Dep.CONJUNCT else []
    whom = [t for t in next((found for found in reversed(objects) if found), []) if t.pos_ in ("NOUN", "PROPN")]
    keys = [key for t in whom for key in entities.members(t) if fillers.sort(t) is Sort.ACTOR]
    keys = [key for key in keys if key not in doers]
    for part in said if keys else ():
        if part.key in doers or (part.token.lower_ == "them" and all(t.tag_ == "NNS" for t in whom)):
            draft.parts.remove(part)
            draft.parts += [replace(part, key=key) for key in keys]


def not_both(draft: Draft, entities: Entities) -> None:
    """ "He machine-gunned my husband": to whom it was done did not do it, whomever a pronoun seems to stand for."""
    harmed = {p.key: p.token for p in draft.parts if p.predicate in HARM}
    if any(token.lower_.endswith(("self", "selves")) for token in harmed.values()):
        return
    both = [p for p in draft.parts if p.predicate is Predicate.PERPETRATOR and p.token != harmed.get(p.key, p.token)]
    for part in both:
        spoken = "PRON" in (part.token.pos_, harmed[part.key].pos_)
        if spoken or entities.kind(part.key) is EntityKind.PERSON:
            draft.parts.remove(part)
