"""Whose bodies are found: "Soldiers led away 14 men. Their bodies were found" are not the soldiers'.

A pronoun goes to those who acted in the sentence before as easily as to those whom they took. Where a body is found the
two can be told apart: whoever took somebody away is not the one found dead, and who fights and was told to have come to
no harm rather is one of those who did it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.clusters import PATIENTS
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.syntax import complements, determiner, negation, numerals
from kg.extract.syntax.labels import Dep, children
from kg.model import Predicate

_REACH = 3  # sentences from the deed to the bodies


def settle_bodies(here: list[EventMention], before: Sequence[EventMention], side: Callable[[str], str]) -> None:
    """Puts those who were taken for those who did it, where a pronoun says whose the bodies are.

    ``side`` tells for or against whom somebody fights; empty for who does not.
    """
    for mention in here:
        for draft in mention.drafts:
            if draft.telling.trigger.frame.needs == "found":
                told = [*before, *(m for m in here if m.begin < mention.begin and m.keys(Predicate.CAPTIVE))]
                _settle(draft, [m for m in told if 0 <= mention.sentence - m.sentence <= _REACH], side)
    again = [m for m in here if all(map(_laid_out, m.drafts))]
    if again and any(m.keys(Predicate.FATAL_VICTIM) for m in before):
        here[:] = [m for m in here if m not in again]


def _laid_out(draft: Draft) -> bool:
    """ "The bodies were laid out in the school", "we found the bodies": of the dead told before, wherever they lay."""
    body = draft.telling.trigger.token
    if draft.telling.trigger.frame.needs != "found" or body.tag_ != "NNS" or determiner(body) != "the":
        return False
    laid = body.head.lemma_.lower() in ("lay", "lie") or not children(body.head, Dep.OBLIQUE)
    return laid and not list(complements(body)) and not numerals(body)


def never_found(draft: Draft) -> bool:
    """ "His body has never been found": of nobody's death is told there, only that nobody knows of it."""
    body = draft.telling.trigger.token
    return draft.telling.trigger.frame.needs == "found" and body.head != body and negation(body.head) is not None


def _settle(draft: Draft, before: Sequence[EventMention], side: Callable[[str], str]) -> None:
    for part in [p for p in draft.parts if p.predicate is Predicate.FATAL_VICTIM and p.token.pos_ == "PRON"]:
        deeds = [m for m in before if part.key in m.keys(Predicate.PERPETRATOR)]
        unhurt = side(part.key) == "irregular" and not any(part.key in m.keys(*PATIENTS) for m in before)
        if not deeds and not unhurt:
            continue
        draft.parts.remove(part)
        told = [p for m in deeds[-1:] for d in m.drafts for p in d.parts if p.predicate is Predicate.CAPTIVE]
        known = {p.key for p in draft.parts}
        draft.parts += [
            Part(part.predicate, p.key, p.token, part.certainty) for p in told if p.key not in known | {part.key}
        ]
