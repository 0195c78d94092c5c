"""Who does what to whom in the clause of a pronoun: who cannot be meant by it, and who rather is.

"Soldiers dragged men away and shot them": not the soldiers. "A sniper fired one bullet. … He died": not the sniper.
"""

from __future__ import annotations

from kg.extract import syntax
from kg.extract.entities import lexicon
from kg.extract.entities.parallels import THING_POSITIONS
from kg.extract.entities.words import words
from kg.extract.marks import HOSPITALS
from kg.extract.syntax import Position
from kg.extract.syntax.tokens import Token

_CHARGING = frozenset(("of", "for", "with", "from"))  # "accused soldiers of killing them"; not "before killing them"
_DEATHS = frozenset(("murder", "killing", "assassination", "death", "slaying", "execution", "shooting", "kidnapping"))
_HELD_WITH = frozenset(("", "of", "with", "for", "in", "over", "to"))
_HELD_FOR = words(
    "accuse acquit admit arrest blame charge clear confess convict deny detain execute hang hold indict investigate "
    "jail order plan plot sentence suspect try want implicate"
)
_ACCUSATIVE = frozenset(("him", "her", "them"))
_MAIMING = frozenset(
    ("bind", "chop", "crush", "cut", "gouge", "hack", "sever", "slash", "slice", "slit", "smash", "tie")
)
_LIMBS = frozenset(("arm", "ear", "eye", "foot", "hand", "head", "leg", "neck", "nose", "skull", "throat", "wrist"))
REMAINS = frozenset(("body", "corpse", "remains"))
DEADLY = frozenset(("kill", "murder", "assassinate", "execute", "behead"))
_AIMED = frozenset(("at", "on", "upon", "into", "against"))
ACTING = frozenset((Position.SUBJECT, Position.AGENT))
SUFFERING = frozenset((Position.UNDERGOER, Position.OBJECT))
DYING = frozenset(("die", "perish", "drown", "succumb"))
ARGUMENTS = frozenset((Position.SUBJECT, Position.UNDERGOER, Position.OBJECT, Position.AGENT))
_DECLARING = frozenset(("pronounce", "declare", "certify", "find"))
_TAKING = frozenset(("take", "rush", "carry", "bring", "drive", "evacuate", "fly", "airlift"))
_FIRING = frozenset(("fire", "open", "shoot"))
_HURTING = frozenset(("wound", "injure", "hurt", "maim"))
_WOUNDING = frozenset(("shoot", "stab", "wound", "injure", "hit", "strike", "gun"))


def co_arguments(one: Token, two: Token) -> bool:
    """Whether two words are arguments of one verb, hence two things ("he killed him", "a gunman fired at him")."""
    at = two.lower_ in _ACCUSATIVE and syntax.position(two) is Position.OBLIQUE and syntax.governed_by(two) in _AIMED
    return (
        one is not two
        and syntax.position(one) in ARGUMENTS
        and (at or syntax.position(two) in ARGUMENTS)
        and syntax.governor(one) == syntax.governor(two)
    )


def doers(pronoun: Token) -> set[int]:
    """Heads of those who act on what a pronoun stands for, hence others: "soldiers dragged men away and shot them",
    "accused soldiers of killing them"."""
    if pronoun.lower_ in _ACCUSATIVE and syntax.position(pronoun) in THING_POSITIONS - {Position.OBJECT}:
        # "his brother saw him being taken away": the brother saw another
        return {t.i for t in syntax.subjects(syntax.governor(pronoun).head)}
    verb = syntax.governor(pronoun)
    if syntax.governed_by(pronoun) == "with":  # "two priests, X and Y, were killed with him": neither of them
        return {t.i for s in syntax.subjects(verb) for t in s.subtree}
    if syntax.position(pronoun) is Position.OBLIQUE and verb.pos_ == "VERB":
        return {t.i for t in syntax.subjects(verb)}  # "dumped fuel on the drone and collided with it"
    if syntax.position(pronoun) is not Position.OBJECT:
        return set()
    shared = verb.tag_ != "VBG" or syntax.first_conjunct(verb) != verb or _CHARGING.issuperset(syntax.markers(verb))
    doers = {t.i for t in syntax.subjects(verb)} if shared else set()
    if verb.lemma_.lower() in DEADLY and lexicon.speaks(verb.head.lemma_.lower()):
        doers |= {t.i for t in syntax.subjects(verb.head)}  # "a man said the group had killed him": somebody else
    return doers


def whose_death(whose: Token) -> bool:
    """Whether a possessive means the dead: "their bodies", "their killings"."""
    return syntax.position(whose) is Position.POSSESSOR and whose.head.lemma_.lower() in REMAINS | _DEATHS


def charged(whose: Token) -> set[int]:
    """Heads of those whom a possessive does not mean, as they killed or maimed whom it means: "was convicted of
    ordering his murder", "surrounded them and slit their throats"."""
    if whose.head.lemma_.lower() in _LIMBS and syntax.position(whose.head) is Position.OBJECT:
        verb = syntax.governor(whose.head)
        return {t.i for t in syntax.subjects(verb)} if verb.lemma_.lower() in _MAIMING else set()
    if whose.head.lemma_.lower() not in _DEATHS or syntax.governed_by(whose.head) not in _HELD_WITH:
        return set()
    verbs = [v for v in list(whose.ancestors)[:4] if v.pos_ == "VERB" and v.lemma_.lower() in _HELD_FOR]
    return {a.token.i for v in verbs for a in syntax.arguments(v)}


def suffers(pronoun: Token) -> bool:
    """ "He died", "they had killed him", "was pronounced dead", "taken to hospital": somebody's death or wound."""
    verb, where = syntax.governor(pronoun), syntax.position(pronoun)
    lemma = verb.lemma_.lower()
    if where is Position.SUBJECT:
        return lemma in DYING or (lemma == "bleed" and any(c.lower_ == "death" for c in verb.children))
    if where not in SUFFERING:
        return False
    below = {c.lower_ for c in verb.children}
    return (
        lemma in DEADLY or (lemma in _DECLARING and "dead" in below) or (lemma in _TAKING and bool(below & HOSPITALS))
    )


def wounded(word: Token) -> bool:
    """Whether somebody is told there to have been wounded, and so is none of the dead."""
    verb = syntax.governor(word)
    return syntax.position(word) in SUFFERING and verb.lemma_.lower() in _HURTING


def shoots(word: Token) -> bool:
    """Whether somebody is told there to fire, wound or kill."""
    verb = syntax.governor(word).lemma_.lower()
    return syntax.position(word) in ACTING and verb in DEADLY | _WOUNDING | {"fire", "open"}


def harmed(word: Token) -> bool:
    """Whether somebody is told there to have been shot or killed, and so is rather he who died than who did it."""
    while syntax.position(word) is Position.APPOSITION and word.head is not word:
        word = word.head
    verb, where = syntax.governor(word).lemma_.lower(), syntax.position(word)
    if where in (Position.OBLIQUE, Position.COMPLEMENT):
        return syntax.governed_by(word) in _AIMED and verb in _FIRING
    return where in SUFFERING and verb in DEADLY | _WOUNDING
