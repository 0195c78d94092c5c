"""What the words of a noun phrase or sentence tell of a draft without asking who is meant: how many, whether known."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.incidents import Telling
from kg.extract.numbers import parse_count
from kg.extract.syntax import (
    base_span,
    complements,
    conjuncts,
    determiner,
    first_conjunct,
    modifiers,
    numerals,
    possessors,
    preposition,
    sentence_of,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.memory import remembered
from kg.extract.syntax.tokens import Token
from kg.model import ClaimKind, Count

_COUNTING = frozenset({"several", "dozens", "scores", "hundreds", "thousands", "many", "few", "dozen", "some"})
_WOUNDS = frozenset({"wound", "injury", "gunshot", "bullet", "shrapnel", "gunfire", "shellfire", "torture", "beating"})
_WOUNDED = frozenset({"wounded", "injured"})
_FURTHER = frozenset({"other", "others", "another", "more", "further", "additional", "second"})
_WHERE = frozenset({"in", "at", "on", "near", "inside", "outside", "aboard"})
_EARLIER = frozenset({"last", "previous", "earlier", "prior", "past", "similar", "worst", "deadliest", "bloodiest"})
_SETTING = frozenset({"place", "target", "side", "loss"})
_PLURALS = frozenset({"dozens", "scores", "tens", "hundreds", "thousands", "millions"})


def counted(noun: Token) -> Token:
    """What is counted: "civilians" in "dozens of civilians", else the noun itself."""
    for _ in range(3):
        inner = next((t for p, t in complements(noun) if p == "of"), None) if noun.lower_ in _PLURALS else None
        if inner is None:
            break
        noun = inner
    return noun


@remembered
def count_of(noun: Token) -> Count | None:
    """How many a noun phrase counts, from its numerals and the words before it."""
    if noun.lower_ in _PLURALS:
        people = counted(noun)
        end = people.i if people != noun else noun.i + 1
        return parse_count([t.text for t in noun.doc.tokens[base_span(noun)[0] : max(end, noun.i + 1)]])
    if noun.pos_ == "NUM":
        return parse_count([t.text for t in noun.doc.tokens[base_span(noun)[0] : noun.i + 1]])
    if not noun.children:
        return None
    begin, _ = base_span(noun)
    words = [t.text for t in noun.doc.tokens[begin : noun.i]]
    if words[:1] and words[0].lower() == "how":
        return None  # "how many people" asks for the number
    if numerals(noun) or any(w.lower() in _COUNTING for w in words):
        return parse_count(words)
    return None


def setting_of(telling: Telling, timed: Callable[[Token], bool]) -> set[str]:
    """Lemmas of the words for where something was and what it hit: "cafe" in "died under the rubble of the cafe"."""
    found: set[str] = set()
    places = [f.token for f in telling.fillers if f.role in _SETTING]
    harmed = [f.token for f in telling.fillers if f.role == "victim"]
    places += [noun for token in harmed for prep, noun in complements(token) if prep in _WHERE]
    for token in places:
        if timed(token):
            continue
        begin, end = base_span(token)
        found |= {t.lemma_.lower() for t in token.doc[begin:end] if t.pos_ in ("NOUN", "PROPN") and len(t) > 2}
    return found


def of_wounds(telling: Telling) -> bool:
    """ "died of his wounds", "succumbed to injuries": a death by violence, whatever else the sentence says."""
    if any(f.token.lemma_.lower() in _WOUNDS for f in telling.fillers):
        return True
    dying = telling.trigger.frame.name == "die" and telling.trigger.form == "verb"
    harmed = [f.token for f in telling.fillers if dying and (f.role == "victim" or f.prep == "of")]
    return any(t.lower_ in _WOUNDED for token in harmed for t in token.subtree)  # "three of the wounded died"


def of_injury(noun: Token) -> bool:
    """ "Their injuries", of which somebody died: a noun for what was done to him."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _WOUNDS


def besides(people: Token) -> bool:
    """ "Ten others", "another man": more people of whom the same is told as of those before."""
    return any(word.lower_ in _FURTHER for word in (people, *modifiers(people), *people.children))


def some_of_the_wounded(people: Token) -> bool:
    """ "Eight of the wounded", with no word on where: some of those told to be hurt, or who must have been."""
    return any(prep == "of" and w.lower_ in _WOUNDED and not complements(w) for prep, w in complements(people))


def is_heading(token: Token) -> bool:
    """A few words without a final stop: a headline or crosshead, which sums up what the text tells elsewhere."""
    text = sentence_of(token).text.strip()
    return text[-1:] not in (".", "!", "?", "”", '"', "’") and len(text.split()) <= 14


def counted_zero(noun: Token) -> bool:
    """ "no civilians", "zero soldiers": the phrase counts nobody."""
    count = count_of(noun)
    return count is not None and count.high == 0


def blamed_itself(noun: Token) -> bool:
    """ "The minister blamed Houthi mortar fire": for what was told before, and on whose fire it was."""
    return dep(noun) is Dep.OBJECT and noun.head.lemma_.lower() == "blame"


def definite(telling: Telling, timed: Callable[[Token], bool]) -> bool:
    """ "the strike", "these attacks", "Friday's raid": an event noun that speaks of something known."""
    token = telling.trigger.token
    if telling.trigger.form != "noun":
        return False
    if any(word.lower_ in _EARLIER for word in modifiers(token)):
        return False  # "the last strike there killed six"
    if telling.trigger.frame.needs == "victim" and any(determiner(t) in ("a", "an") for _, t in complements(token)):
        return False  # "the murderers of a policeman": he is spoken of for the first time
    if blamed_itself(token) or telling.stance.styled:
        return True
    known = determiner(token) in ("the", "this", "that", "these", "those", "both")
    return known or any(timed(t) for t in possessors(token)) or _charge(telling)


def _charge(telling: Telling) -> bool:
    """ "Was charged with murder": of whom is told elsewhere."""
    token = telling.trigger.token
    if token.tag_ != "NN" or modifiers(token) or complements(token) or possessors(token) or determiner(token):
        return False
    accused = telling.stance.agent_kind is ClaimKind.ACCUSATION or bool(telling.stance.agents)
    return accused and preposition(token) in ("with", "of", "for") and telling.trigger.frame.effect == "killed"


def each_other(token: Token) -> bool:
    """ "Accused each other", "accused one another", "each accused the other"."""
    behind = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ == "other":
        return (
            any(t.lower_ in ("each", "both", "side") for t in token.doc[token.sent.start : token.i])
            and determiner(token) == "the"
        )
    return (token.lower_, behind) in (("each", "other"), ("one", "another"))


def one_of_two(actor: Token) -> bool:
    """ "Either the army or the militia killed him": one of them did, and nobody says which."""
    told = conjuncts(first_conjunct(actor))
    return len(told) > 1 and any(c.lower_ == "or" for t in told for c in children(t, Dep.COORDINATOR))
