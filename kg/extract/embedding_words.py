"""Which operator a word is for what stands below it: the same verb reports, denies or does neither by its company."""

from __future__ import annotations

from kg.extract.syntax import Slot, arguments, complements, determiner, is_passive, markers, preposition
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Operator, Operators


def called(verb: Token) -> list[Token]:
    """What a verb calls something: "called it [a pack] of lies", "described it as [a product] of his imagination"."""
    found = children(verb, Dep.OPEN_CLAUSE, Dep.ATTRIBUTE)
    found += [t for t in children(verb, Dep.OBLIQUE) if preposition(t) == "as"]
    return [t for t in found if t.pos_ == "NOUN"]


def operator_of(word: Token, lower: Token | None, operators: Operators) -> Operator | None:
    """The first operator of a word whose other words stand with it; ``lower`` is what it embeds."""
    pos = {"AUX": "VERB", "PROPN": "NOUN"}.get(word.pos_, word.pos_)
    candidates = operators.of(word.lemma_.lower(), pos)
    if not candidates and word.tag_ in ("VBN", "VBD", "VBG"):
        candidates = operators.of(word.lemma_.lower(), "VERB")
    if not candidates:
        return None
    if not (candidates[0].extra or candidates[0].only_with):
        return candidates[0]
    near = {c.lemma_.lower() for c in word.children} | {c.lower_ for c in word.children}
    near |= {t.lemma_.lower() for c in called(word) for p, t in complements(c) if p == "of"}
    if lower is None:
        near |= {a.prep for a in arguments(word)}
    if lower is not None:
        near |= {lower.lemma_.lower(), *markers(lower)}
        near |= {p for p, t in complements(word) if t == lower}
        near |= {a.token.lemma_.lower() for a in arguments(word) if a.slot in (Slot.OBJECT, Slot.OBLIQUE)}
        # "branded the report that X was killed a lie": the parser gives the lie to the passive, which has no object
        told = (c for c in children(lower, Dep.NOUN_CLAUSE) if is_passive(c))
        near |= {o.lemma_.lower() for c in told for o in children(c, Dep.OBJECT)}
        if any(determiner(c) == "no" for c in word.children):
            near.add("no")
    for candidate in candidates:
        if candidate.extra and not all(w in near for w in candidate.extra):
            continue
        if candidate.only_with and not candidate.only_with & near:
            continue
        return candidate
    return None
