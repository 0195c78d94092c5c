"""A token in a role of an event word, and what verbs and nouns share in finding it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.entities import lexicon
from kg.extract.syntax import Slot, arguments, complements, numerals
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.model import EntityKind

INSTRUMENTS = frozenset({"with", "using", "by", "from"})
ORDERED = "ordered"  # slot of who gave the order
#: What comes from weapons and not from flames: whose it is, shot.
FIRE = frozenset({"fire", "gunfire", "shellfire"})
_HIM = frozenset({"him", "her"})
TOGETHER = frozenset({"along with", "together with", "alongside"})


@dataclass(frozen=True, slots=True)
class Filler:
    """A token in a role: perpetrator, victim, target, loss, weapon, participant or place-or-time (``""``).

    ``prep`` is its preposition, ``slot`` where it stood.
    """

    role: str
    token: Token
    prep: str = ""
    slot: str = ""


def together(prep: str, token: Token) -> bool:
    """ "Was killed along with his driver", "together with Y", "were killed with him": the same befell both."""
    if prep in TOGETHER or (prep == "with" and token.lower_ in _HIM and not children(token, Dep.RELATIVE)):
        return True
    cases = children(token, Dep.CASE) or [t for t in (token.head,) if t.lower_ == "with"]
    return prep == "with" and bool(cases) and cases[0].i > 0 and cases[0].nbor(-1).lower_ in ("along", "together")


def counted(token: Token) -> bool:
    """Two people in "was shot dead with two guards", "with several of his men"."""
    whole = next((t for prep, t in complements(token) if prep == "of"), token)
    return a_person(whole) and (bool(numerals(token)) or token.pos_ == "NUM" or token.lower_ in ("several", "some"))


def a_person(token: Token) -> bool:
    """A word that names or describes one person or more."""
    noun = lexicon.noun(token.lemma_.lower())
    return token.ent_type_ == "PERSON" or (noun is not None and noun.kind is EntityKind.PERSON)


def means(verb: Token) -> list[Filler]:
    """ "using knives", "armed with rifles"."""
    found = []
    for clause in children(verb, Dep.ADVERB_CLAUSE, Dep.OPEN_CLAUSE):
        if clause.lemma_.lower() in ("use", "wield", "fire", "employ", "drop", "launch") and clause.tag_ == "VBG":
            found += [Filler("weapon", a.token, "using") for a in arguments(clause) if a.slot is Slot.OBJECT]
    return found
