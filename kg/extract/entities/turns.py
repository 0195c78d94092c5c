"""Whose turn it is: the unarmed of one sentence are seldom those who shoot in the next.

"Demonstrators threw stones at police. They opened fire": the police. "Villagers came to a border where guards waited.
They shot at them": the guards. Grammar alone would have the subject go on.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.mention import Chain
from kg.extract.syntax import Position
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token

_NECKS = frozenset({"head", "throat"})
_STRIKING = frozenset(
    {"abduct", "behead", "bomb", "bombard", "execute", "fire", "kill", "machine-gun", "massacre", "murder", "shell"}
    | {"shoot", "slaughter"}
)
_FIRE = frozenset({"fire"})
_CRUEL = frozenset({"beat", "torture", "rape", "interrogate", "flog", "starve"})
_GONE = frozenset({"flee", "escape", "surrender", "hide", "leave"})
_CLASHING = frozenset({"clash", "fight", "battle", "quarrel", "skirmish"})
_UNARMED = frozenset({"civilian", "captive", "kin", "child", "woman"})
_ACTING = frozenset({Position.SUBJECT, Position.AGENT})
_BY_BLADE = frozenset({"stab", "knife", "slash", "hack", "stone"})
_BLADES = frozenset(
    {"knife", "machete", "axe", "sword", "stone", "bottle", "club", "hammer", "spear", "scissors", "dagger"}
)
_THEM = frozenset({"them"})
_FOR_WHAT = frozenset({"since", "because", "after", "as", "when"})


def strikes(pronoun: Token) -> bool:
    """Whether a pronoun is told to shoot, kill or torture, and nobody armed to be the one it is done to."""
    if syntax.position(pronoun) is not Position.SUBJECT:
        return False
    first = syntax.governor(pronoun)
    verbs = [first, *children(first, Dep.CONJUNCT, Dep.OPEN_CLAUSE, Dep.ADVERB_CLAUSE)]
    done = [v for v in verbs if v == first or not children(v, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)]
    if not any(map(_strikes, done)):
        return False
    return not any(lexicon.SHOOTING & _classes(t.lemma_.lower()) for v in done for t in v.subtree if t.pos_ == "NOUN")


def unarmed(chain: Chain, last: Token) -> bool:
    """Whether those last spoken of there bear no arms: civilians and captives, or people who are gone."""
    if chain.actor or chain.named:
        return False
    classes = [c for m in chain.mentions if m.form == "nominal" for c in _classes(m.lemma)]
    if lexicon.SHOOTING.intersection(classes):
        return False
    gone = syntax.position(last) is Position.SUBJECT and syntax.governor(last).lemma_.lower() in _GONE
    return gone or bool(_UNARMED.intersection(classes))


def of_a_trade(last: Token) -> bool:
    """ "The others were charcoal burners": of whom it was told last what they were, and that is nobody with arms."""
    word = syntax.governor(last)
    if syntax.position(last) is not Position.SUBJECT or word.pos_ != "NOUN" or not children(word, Dep.COPULA):
        return False
    return not lexicon.SHOOTING & _classes(word.lemma_.lower())


def armed(chain: Chain) -> bool:
    """Whether they are people who bear arms by what they are called."""
    return any(lexicon.SHOOTING & _classes(m.lemma) for m in chain.mentions if m.form == "nominal")


def on_either_side(last: Token, pronoun: Token) -> bool:
    """ "Farmers clashed with herders. They killed six of them": it may be either who killed.

    So it may where "soldiers were ambushed by rebels", and whoever killed is not told apart from whom he killed.
    """
    verb, before = syntax.governor(pronoun), syntax.governor(last)
    if not _strikes(verb):
        return False
    whom = children(verb, Dep.OBJECT)
    of_them = any(t.lower_ in _THEM for w in whom for t in (w, *(c for _, c in syntax.complements(w))))
    if before.lemma_.lower() in _CLASHING and syntax.position(last) in _ACTING:
        return of_them or len(syntax.conjuncts(syntax.first_conjunct(last))) > 1
    agents = [a for a in syntax.arguments(before) if a.prep == "by"] if of_them else []
    return syntax.position(last) is Position.UNDERGOER and any(
        lexicon.SHOOTING & _classes(a.token.lemma_.lower()) for a in agents
    )


def struck_at(foes: Token, doers: Iterable[Token], pronoun: Token) -> bool:
    """ "The army hunts the rebels since they killed two nurses": those to whom something is done for what they did.

    ``doers`` are words for who does it, a body of which the sentence speaks in the singular.
    """
    clause = syntax.governor(pronoun)
    above = clause.head
    if clause.relation is not Dep.ADVERB_CLAUSE or not _FOR_WHAT.intersection(syntax.markers(clause)):
        return False
    if any(t.lower_ in _THEM for t in clause.subtree):
        return False
    doing = [t for t in doers if t.relation is Dep.SUBJECT and t.head == above and t.tag_ in ("NN", "NNP")]
    behind = foes.tag_ in ("NNS", "NNPS") and above.i < foes.i < pronoun.i and above in foes.ancestors
    return bool(doing) and behind


def with_a_blade(attacker: Token) -> bool:
    """ "A man attacked a soldier with a knife. He shot him": not the one with the knife."""
    verb = syntax.governor(attacker)
    if syntax.position(attacker) is not Position.SUBJECT:
        return False
    return verb.lemma_.lower() in _BY_BLADE or any(t.lemma_.lower() in _BLADES for t in children(verb, Dep.OBLIQUE))


def _strikes(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma == "open":
        return any(c.lower_ in _FIRE for c in verb.children)
    if lemma in ("cut", "slit"):
        return any(c.lemma_.lower() in _NECKS for c in children(verb, Dep.OBJECT))
    return lemma in _STRIKING | _CRUEL


def _classes(lemma: str) -> frozenset[str]:
    noun = lexicon.noun(lemma) if lemma else None
    return noun.classes if noun is not None else frozenset()
