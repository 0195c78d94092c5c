"""Which words say where something happened, as far as the grammar tells."""

from __future__ import annotations

from kg.extract.entities import lexicon
from kg.extract.entities.locatives import measured_from, road_between
from kg.extract.syntax import compounds, determiner, has_auxiliary, head_of_name, is_passive, preposition
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token

# Prepositions that do not say where an event took place.
NOT_WHERE = frozenset(
    (
        "", "from", "to", "for", "with", "by", "of", "about", "toward", "towards", "according to", "than", "like", "as",
        "against", "after", "before", "since", "following", "on behalf of", "despite", "because of", "due to",
        "including", "versus", "without", "until", "under", "'s", "’s", "amid",
    )
)  # fmt: skip
_NEVER_WHERE = NOT_WHERE - {"", "of", "under", "'s", "’s", "amid", "following", "against"}
# What is somewhere in the place that it is of: "the outskirts of X", "off the coast of X".
_PARTS = frozenset(
    (
        "outskirt", "village", "town", "city", "district", "province", "suburb", "part", "area", "region", "port",
        "centre", "center", "mile", "km", "kilometre", "kilometer", "street", "heart", "middle", "edge", "coast",
        "shore", "neighbourhood", "neighborhood", "hamlet", "township", "municipality", "county", "governorate",
        "department", "quarter", "island", "valley", "hill", "mountain", "vicinity", "entrance", "exit", "camp",
        "state", "bank", "side", "slope", "foot", "foothill", "jungle", "forest", "water", "square", "courtyard",
        "gate", "perimeter", "fence", "lobby", "roof", "cellar", "basement", "yard", "compound", "steps", "doorstep",
        "hall", "ground", "garrison", "stronghold", "outpost", "half", "section", "sector", "end", "corner", "fringe",
    )
)  # fmt: skip
_STRUCTURES = frozenset(("building", "facility", "infrastructure"))
# What forces do to a town that they are in afterwards, or are near enough to kill in it.
_ENTERING = frozenset(
    (
        "enter", "overrun", "storm", "raid", "attack", "assault", "occupy", "seize", "capture", "recapture", "take",
        "retake", "shell", "bomb", "bombard", "invade", "loot", "burn", "besiege", "surround", "encircle",
        "strafe", "rocket", "pound", "liberate", "free", "recover", "conquer", "clear", "blockade",
        "flee",
    )
)  # fmt: skip
_ARRIVING = frozenset(
    (
        "come",
        "arrive",
        "go",
        "return",
        "move",
        "march",
        "drive",
        "ride",
        "advance",
        "descend",
        "swoop",
        "head",
        "sweep",
        "pour",
        "burst",
        "break",
        "push",
        "surge",
        "infiltrate",
        "fight",
    )
)
_ONTO = frozenset(("to", "on", "upon", "into", "at", "in", "through"))
_LEADING_TO = frozenset(("road", "highway", "route", "entrance", "exit", "gate", "approach"))
_GOING = frozenset(
    ("way", "trip", "journey", "visit", "flight", "return", "transfer", "pilgrimage", "move", "walk", "drive", "voyage")
)
_MOVING = frozenset(
    (
        "take", "bring", "fly", "rush", "transfer", "carry", "evacuate", "send", "move", "drive", "go", "travel",
        "return", "head", "flee", "escape", "deport", "transport", "remove", "airlift", "deliver", "admit", "withdraw",
        "retreat", "come", "arrive", "leave", "depart", "make", "fire", "launch", "hail", "ferry", "extradite",
        "repatriate", "ship",
    )
)  # fmt: skip

_CARE = frozenset(("hospital", "clinic", "infirmary", "hospice", "ward"))
# What is done somewhere else, later on: to the dead and wounded, to those who did it, by those who mourn or protest.
_AFTERWARDS = frozenset(
    (
        "treat", "mourn", "identify", "hospitalise", "hospitalize", "receive", "nurse", "cremate", "sentence",
        "convict", "try", "charge", "acquit", "indict", "jail", "extradite", "testify", "plead", "buy", "purchase",
        "manufacture", "protest", "march", "demonstrate", "rally", "riot", "pray",
    )
)  # fmt: skip
_HOLDING = frozenset({"hold", "stage", "attend", "join", "lead", "organise", "organize", "mark", "observe"})
_GATHERINGS = frozenset(
    (
        "funeral", "burial", "vigil", "protest", "rally", "riot", "demonstration", "march", "trial", "inquest",
        "ceremony", "memorial", "wake", "service", "hearing", "requiem",
    )
)  # fmt: skip
_OF_A_LIFE = frozenset(
    (
        "bear", "train", "educate", "study", "graduate", "raise", "school", "exile", "serve", "base", "grow", "teach",
        "marry", "retire", "emigrate", "appoint", "elect",
    )
)  # fmt: skip
_COURTS = frozenset(("court", "tribunal", "judge", "jury", "prosecutor", "magistrate", "coroner"))
_GIVING = frozenset(("give", "offer", "present", "paint", "issue", "publish"))
_ACCOUNTS = frozenset(("account", "picture", "version", "explanation", "description", "figure", "toll", "statement"))
_HAD = frozenset({"had"})
_SENDING = frozenset(("fax", "send", "telex", "email", "release", "issue", "deliver", "distribute", "hand", "pass"))
_STATEMENTS = frozenset(("statement", "communique", "communiqué", "message", "letter", "report", "note", "claim"))
_SPEAKING = frozenset(
    (
        "say", "tell", "announce", "report", "declare", "speak", "add", "state", "comment", "meet", "brief", "reply",
        "condemn", "denounce", "deplore", "confirm", "deny", "warn", "address", "appeal", "inform", "publish",
    )
)  # fmt: skip


_CALLING = frozenset({"call", "know", "name"})
_DEPTH = 5  # nouns from a place up to the verb of those who speak there
_CLOSE = 2
_LEAVING = frozenset(
    {"return", "come", "arrive", "travel", "fly", "flee", "escape", "leave", "fire", "launch", "drive", "hail", "back"}
)


def says_where(token: Token) -> bool:
    """Whether a place's name stands where one says where: after "in", "near", "south of", "the road to"."""
    prep, above = preposition(token), token.head
    if named_beside(token):
        return says_where(above)
    if prep == "in" and token.text[0].isupper() and determiner(token) in ("a", "an"):
        return False  # "in a black Seat"
    if prep in ("across", "over") and above.lemma_.lower() in ("bridge", "ferry", "ford"):
        return False  # "on the bridge across the X at Y"
    line = road_between(token)
    if line is not None:
        return preposition(line[0]) not in NOT_WHERE  # "on the road linking X to Y"
    if above.lemma_.lower() in _CALLING and dep(above) is Dep.NOUN_CLAUSE and prep in ("", "as"):
        return above.head.pos_ == "NOUN" and preposition(above.head) not in NOT_WHERE  # "in a village known as X"
    if dep(token) is Dep.POSSESSOR and _structure(above):
        return preposition(above) not in NOT_WHERE and not _has_name(above)  # "at X's main bus station"
    ahead = (Dep.COMPOUND, Dep.ADJECTIVE, Dep.OBLIQUE, *((Dep.NOMINAL,) if _first_of_several(token) else ()))
    if not prep and dep(token) in ahead and above.i > token.i:
        prep = preposition(above)  # "at the Torkhan crossing"
    inner = _named_before(token) if prep == "in" else None
    if inner is not None and preposition(inner):
        return says_where(inner)  # "from X in Y"
    if prep in ("in", "at") and above.pos_ == "NOUN" and preposition(above) == "from" and not measured_from(above):
        return above.head.lemma_.lower() not in _LEAVING  # "returning from a summit in X", "fired from a base in X"
    if prep == "of":
        if any(above.lower_.startswith(c) for c in ("north", "south", "east", "west")):
            return True
        part = above.lemma_.lower() in _PARTS or _structure(above) or bool(measured_from(token))
        return part and (not preposition(above) or says_where(above))
    if prep == "to":
        return above.lemma_.lower() in _LEADING_TO
    return prep not in NOT_WHERE or (prep == "from" and bool(measured_from(token)))


def in_care(token: Token, attacked: bool) -> bool:
    """Whether a place is where somebody was treated: "died in hospital in X", "at X General Hospital".

    ``attacked`` says that an attack is told in the same breath, which may have been on the hospital itself.
    """
    case = children(token, Dep.CASE)
    before = token.doc[case[0].i - 1] if case and case[0].i else token
    cares = [t for t in (token, token.head, before) if t.lemma_.lower() in _CARE]
    return any(not attacked or not (determiner(t) or compounds(t)) for t in cares)


def afterwards(verb: Token) -> bool:
    """Whether a verb tells of what was done when it was over: with the dead and wounded, in court, in the streets.

    Where their neighbours bury the dead they mostly died.
    """
    lemma = verb.lemma_.lower()
    if (
        _gives_account(verb)
        or _sends_word(verb)
        or lemma in _AFTERWARDS
        or (lemma in ("bury", "inter") and is_passive(verb))
    ):
        return True
    if lemma in _HOLDING and dep(verb) is not Dep.ADVERB_CLAUSE and any(map(gathering, children(verb, Dep.OBJECT))):
        return True  # "protesters held a rally in X after gunmen had killed him"
    return any(gathering(t) for t in children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT))


def gathering(noun: Token) -> bool:
    """Whether a noun is for people who come together over what happened: "a vigil", "the funeral", "protests"."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _GATHERINGS


def entered(token: Token) -> bool:
    """Whether a place is one that somebody forced his way into, fired at or came to: "overran X", "marched on X"."""
    noun = token.head if dep(token) is Dep.COMPOUND else token  # "overran X airport"
    if preposition(token) == "of" and token.head.lemma_.lower() in _PARTS:
        noun = token.head  # "entered the town of X"
    prep, above = preposition(noun), noun.head
    if above.pos_ != "VERB":
        return False
    if not prep:
        return dep(noun) is Dep.OBJECT and above.lemma_.lower() in _ENTERING
    return prep in _ONTO and above.lemma_.lower() in _ARRIVING


def _structure(noun: Token) -> bool:
    """Whether a noun is for a building or the like: what is "in the cellar of X" is at X."""
    found = lexicon.noun(noun.lower_) or lexicon.noun(noun.lemma_.lower())
    if found is None and noun.i:
        found = lexicon.noun(f"{noun.nbor(-1).lower_} {noun.lower_}")  # "bus station"
    return found is not None and bool(found.classes & _STRUCTURES)


def _has_name(noun: Token) -> bool:
    """ "X's Y province" is Y."""
    return noun.pos_ != "NOUN" or bool(noun.ent_type_) or any(t.pos_ == "PROPN" for t in compounds(noun))


def _first_of_several(token: Token) -> bool:
    """ "X" in "in X and Y provinces", which the parser hangs on the provinces."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in ("and", ",")


def _named_before(token: Token) -> Token | None:
    """ "X" in "X in Y", asked of Y."""
    case = children(token, Dep.CASE)
    before = token.doc[case[0].i - 1] if case and case[0].i else None
    return head_of_name(before) if before is not None and before.ent_type_ == "LOC" else None


def named_beside(token: Token) -> bool:
    """Whether a name stands beside the noun for what it names: "X" in "in the capital, X"."""
    return dep(token) is Dep.APPOSITION and token.head.pos_ == "NOUN" and token.head.i < token.i


def is_where(token: Token, prep: str) -> bool:
    """Whether a place that hangs on an event word can be where it took place: not "a priest from X", "fired from X"."""
    if prep == "from":
        return bool(measured_from(token))
    return prep not in _NEVER_WHERE or says_where(token)


def under_way(noun: Token) -> bool:
    """Whether a noun is where somebody went or was taken: "taken to a morgue in X", "on his way to a meeting in X"."""
    if preposition(noun) not in ("to", "from", "toward", "towards", "for") or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if noun.lower_ == "work":
        return False  # "as he drove to work in X"
    case = children(noun, Dep.CASE)
    before = noun.doc[case[0].i - 1] if case and case[0].i else noun.head
    return (noun.head.pos_ == "VERB" and noun.head.lemma_.lower() in _MOVING) or before.lemma_.lower() in _GOING


def speaks(verb: Token) -> bool:
    """Whether a verb tells of somebody's words."""
    return verb.lemma_.lower() in _SPEAKING or _gives_account(verb) or _sends_word(verb)


def spoken_at(token: Token) -> bool:
    """Whether a place is where somebody speaks, meets somebody or sits in judgement.

    "Told reporters in X", "said by telephone from X", "a court in X sentenced him".
    """
    step = token
    for depth in range(_DEPTH):
        if preposition(step) == "according to":
            return True
        below, step = step, step.head
        if step.lemma_.lower() in _COURTS and dep(step) in (Dep.SUBJECT, Dep.AGENT):
            return True
        if step.pos_ == "VERB":  # further up only who speaks: "a doctor at the main hospital of X said"
            return speaks(step) and (depth < _CLOSE or dep(below) in (Dep.SUBJECT, Dep.AGENT))
        if step.head == step:
            break
    return False


def _gives_account(verb: Token) -> bool:
    """ "In X, the movement gave another picture": told there, not happened there."""
    return verb.lemma_.lower() in _GIVING and any(t.lemma_.lower() in _ACCOUNTS for t in children(verb, Dep.OBJECT))


def _sends_word(verb: Token) -> bool:
    """ "A statement faxed to newspapers in X": read there, not happened there."""
    return verb.lemma_.lower() in _SENDING and verb.i > 0 and verb.nbor(-1).lemma_.lower() in _STATEMENTS


def of_one_of(place: Token, parts: set[int]) -> bool:
    """Whether a place hangs on a participant itself or on a clause about it, not on a title ("mayor of X in Y")."""
    step, nouns = place, 0
    while step.head != step:
        if dep(step) is Dep.APPOSITION or preposition(step) == "of":
            return False
        if step.pos_ == "VERB" and step.lemma_.lower() in _OF_A_LIFE:
            return False
        nouns += dep(step) in (Dep.NOMINAL, Dep.PREPOSITIONAL_OBJECT)
        step = step.head
        if step.i in parts:
            return nouns < 2
    return False


def of_a_life(clause: Token) -> bool:
    """Whether a clause tells of somebody's life: ", who joined the group in 2004", "who had arrived on Monday".

    When and where that was is not told of what befell him; "who was driving home on Monday" tells what he was at then.
    """
    if clause.lower_ == "born":
        return True  # "Born in Tyre in 1963, he": when and where nobody was killed
    if clause.relation is not Dep.RELATIVE or clause.tag_ == "VBG" or clause.pos_ != "VERB":
        return False
    who = next((t for t in clause.subtree if t.lower_ == "who"), None)
    if who is None or who.i == 0:
        return False
    return who.nbor(-1).text == "," or has_auxiliary(clause, _HAD) is not None
