"""Event triggers: the words of a sentence that tell of a violent event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kg.extract.blaming import LAID_ON, LAYING
from kg.extract.patterns import AMOUNTS, noun_pattern, verb_pattern
from kg.extract.pointing import blamed_for_something, not_so, rejects, unspecified
from kg.extract.rolls import roll_of
from kg.extract.syntax import (
    Slot,
    arguments,
    complements,
    determiner,
    markers,
    modifiers,
    negation,
    parts,
    possessors,
    preposition,
    words_of,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Span, Token
from kg.knowledge.frames import Frame, Frames, Pattern, Phrases

# Words that tell of an event without heading a pattern: see _at.
_SHARES = frozenset({"part", "role", "hand", "share", "link", "connection", "complicity", "participation"})
_SPECIAL = _SHARES | {"happen", "occur", "take", "figure", "number", "total"}
_MANY = frozenset({"dozen", "score", "hundred", "thousand"})
_SOME = frozenset({"several", "many", "few", "more", "other"})
# Frames of verbs that take a stand on an act told elsewhere.
POINTING = frozenset({"rebuttal", "blame"})
Form = Literal["verb", "noun", "adjective"]


# How nouns end for which somebody answers that did no violence: decision, failure, safety, policy, negligence.
_NO_DEEDS = ("sion", "ure", "ty", "cy", "ence", "ance", "ness", "ment", "welfare", "handling", "choice")

#: Parts of speech that an event is told with.
_NONE: Phrases = {}
_TELLING = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})


@dataclass(slots=True, eq=False)
class Trigger:
    """A word that tells of an event, with its frame and the tokens that tell it together with it."""

    token: Token
    frame: Frame
    form: Form
    words: set[int] = field(default_factory=set)
    extra: tuple[str, ...] = ()  # further words of its pattern: "life" in "claim the life of"
    carrier: Token | None = None  # the light verb that an event noun leans on
    carrier_kind: str = ""
    found: bool = False  # a verb of finding stands over it ("the body was found")
    handed: bool = False  # a verb of giving stands over it ("the body was returned to his family")
    counted: bool = False  # somebody tells how many he saw of it ("she had seen 27 bodies")

    @property
    def index(self) -> int:
        """Position of the trigger in its Doc."""
        return self.token.i


def find(sentence: Span, frames: Frames) -> list[Trigger]:
    """The triggers of a sentence in text order; a word that only modifies another trigger is part of that
    one."""
    found: list[Trigger] = []
    telling = frames.telling
    for token, lemma, pos in words_of(sentence):
        if pos not in _TELLING or not (lemma in telling or token.lower_ in telling or lemma in _SPECIAL):
            continue
        if not token.is_alpha and "-" not in token.text:
            continue
        if pos == "PROPN" and token.ent_type_ and token.is_title and not _ends_a_name(token):
            continue  # part of a name: "Assistance Mission", "Battle Group"
        if lemma == "death" and preposition(token) in _AGES and any(p.pos_ == "PRON" for p in possessors(token)):
            continue  # "she marched every week until her death": only says how long
        if lemma in _IN_TITLES and token.is_title and token.i > sentence.start and _of_a_title(token, sentence):
            continue
        trigger = _at(token, lemma, pos, frames)
        if trigger is not None:
            found.append(trigger)
    heads = {t.index for t in found}
    phrases = {(t.index, word) for t in found for word in t.extra}  # "to death" is part of "burned to death"
    kept = [
        t
        for t in found
        if not _only_modifies(t, heads)
        and not _says_what(t, heads)
        and not (t.form == "noun" and (t.token.head.i, t.token.lemma_.lower()) in phrases)
        and not (t.frame.effect == "missing" and (t.token.head.i, t.token.lower_) in phrases)  # "went missing"
    ]
    for trigger in kept:
        if trigger.form == "noun":
            _lean_on_verb(trigger, frames)
    return kept


def _of_a_title(noun: Token, sentence: Span) -> bool:
    """ "The Assassination of Trotsky" was shown, "the Moors Murders", "the Murder Squad": a work, a case, an office.

    Where the verbs are capitalised as well, the sentence is a headline and the noun tells what happened.
    """
    behind = noun.nbor().lower_ if noun.i + 1 < sentence.end else ""
    if not noun.nbor(-1).is_title and behind not in ("of", "squad"):
        return False
    return any(t.pos_ in ("VERB", "AUX") and t.text.islower() for t in sentence)


def _ends_a_name(noun: Token) -> bool:
    """Whether a noun ends an event's name, or what the model takes for a place ("U.S. Airstrike" in a headline)."""
    last = noun.i + 1 == len(noun.doc) or noun.nbor().ent_iob_ != "I"
    return noun.ent_type_ in ("LOC", "EVENT") and noun.ent_iob_ == "I" and last


def _at(token: Token, lemma: str, pos: str, frames: Frames) -> Trigger | None:
    if lemma not in frames.verbs and f"{lemma}e" in frames.verbs:
        lemma = f"{lemma}e"  # a slip of the lemmas: "dynamit"
    elif lemma not in frames.verbs and token.tag_ == "VBN" and lemma.removesuffix("en") in frames.verbs:
        lemma = lemma.removesuffix("en")  # another: "beaten"
    lemma = _hyphenated(token, lemma, frames) or lemma
    if lemma in ("happen", "occur", "take") and not_so(token):
        return Trigger(token, frames.adjectives["false"][0].frame, "adjective", {token.i})
    if lemma == "besiege" and dep(token) is Dep.ADJECTIVE:
        return None  # "in the besieged port": how things stand there, and no attack
    if pos == "VERB" or (pos in ("ADJ", "AUX") and token.tag_ in ("VBN", "VBD", "VBG")):
        pattern = verb_pattern(token, frames.verbs.get(lemma, ()))
        if pattern is not None or lemma in frames.verbs:
            return Trigger(token, pattern.frame, "verb", {token.i}, pattern.extra) if pattern else None
    if pos in ("NOUN", "PROPN"):
        pattern = noun_pattern(token, frames.nouns.get(lemma) or frames.nouns.get(token.lower_) or ())
        if pattern is None and lemma in ("figure", "number", "total") and _of_the_dead(token, frames):
            pattern = frames.nouns["toll"][-1]
        if pattern is None and lemma in _SHARES and _share_denied(token):
            pattern = frames.nouns["involvement"][-1]
        if pattern is not None and pattern.frame.name in POINTING and not rejects(token):
            return None
        if pattern is not None and pattern.frame.name == "responsibility" and _for_no_deed(token, frames):
            return None
        return Trigger(token, pattern.frame, "noun", {token.i}, pattern.extra) if pattern else None
    if pos in ("ADJ", "VERB") and (dep(token) is not Dep.ADJECTIVE or _after_counted(token) or _lists(token)):
        patterns = frames.adjectives.get(lemma) or frames.adjectives.get(token.lower_, [])
        if patterns and patterns[0].frame.name in POINTING and not rejects(token):
            return None
        if lemma == "dead" and _rated(token):
            return Trigger(token, frames.nouns["toll"][-1].frame, "noun", {token.i})  # "put the dead at over 200"
        if patterns and patterns[0].frame.name == "responsibility" and not unspecified(token):
            return None
        if patterns and (not patterns[0].frame.negative or _holds_now(token)):
            return Trigger(token, patterns[0].frame, "adjective", {token.i})
    return None


def _share_denied(noun: Token) -> bool:
    """ "Denied any part in it", "disclaimed a hand in this", "denied any role": in what was told before."""
    if dep(noun) is not Dep.OBJECT or noun.head.lemma_.lower() not in ("deny", "disclaim", "reject", "disavow"):
        return False
    things = list(complements(noun))
    return (not things and determiner(noun) == "any") or any(
        p in ("in", "to", "with") and t.lower_ in ("it", "this", "that", "them", "these") for p, t in things
    )


def _for_no_deed(noun: Token, frames: Frames) -> bool:
    """ "Took responsibility for the decision", "for the failure to stop it": for something, and not for an act."""
    whats = [t.lemma_.lower() for prep, t in complements(noun) if prep == "for"]
    return bool(whats) and all(w.endswith(_NO_DEEDS) and w not in frames.nouns for w in whats)


def _of_the_dead(noun: Token, frames: Frames) -> bool:
    """ "Put the figure at 12", "revised the figure to 12", right after somebody was told killed."""
    first = noun.sent.start
    if not _rated(noun) or any(complements(noun)):
        return False
    before = noun.doc[noun.doc[first - 1].sent.start if first else 0 : noun.i]
    killing = (p.frame.effect == "killed" for t in before for p in _patterns(t, frames)[:1])
    return any(killing)


def _rated(dead: Token) -> bool:
    """ "Put the dead at over 200": a number of them is told."""
    rated = dep(dead) in (Dep.OBJECT, Dep.PASSIVE_SUBJECT) and dead.head.lemma_.lower() in _PUTTING
    return rated and determiner(dead) == "the"


def _patterns(token: Token, frames: Frames) -> list[Pattern]:
    index = {"VERB": frames.verbs, "NOUN": frames.nouns, "ADJ": frames.adjectives}.get(token.pos_, {})
    return index.get(token.lemma_.lower(), [])


def _hyphenated(verb: Token, lemma: str, frames: Frames) -> str | None:
    """ "machine-gun" where the tokens are three and the verb is the last of them."""
    if verb.i < 2 or verb.nbor(-1).text != "-" or verb.nbor(-1).whitespace_ or verb.nbor(-2).whitespace_:
        return None
    whole = f"{verb.nbor(-2).lower_}-{lemma}"
    return whole if whole in frames.verbs else None


def part_alone(trigger: Trigger) -> bool:
    """ "The group was involved": says who had a part in what was told before, and no more."""
    return trigger.form == "adjective" and trigger.frame.name == "responsibility"


def _holds_now(adjective: Token) -> bool:
    """Whether a state is said to hold at the time of speaking: "is alive", "said that he was alive".

    "Was alive when they found him" and "buried alive" are not.
    """
    copulas = children(adjective, Dep.COPULA)
    if dep(adjective) is Dep.ATTRIBUTE and adjective.head.lemma_ == "be":
        copulas = [adjective.head]
    clause = adjective if children(adjective, Dep.COPULA) else adjective.head
    now = any(c.tag_ in ("VBZ", "VBP") for c in copulas)
    told = bool(copulas) and dep(clause) in (Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE)
    then = any({"when", "until", "as", "while"} & set(markers(c)) for c in children(clause, Dep.ADVERB_CLAUSE))
    return (now or told) and not then


def _lists(adjective: Token) -> bool:
    """ "The dead men were A and B": the noun it is said of heads a list of names."""
    return adjective.lower_ in ("dead", "injured", "wounded") and roll_of(adjective.head) is not None


def _after_counted(adjective: Token) -> bool:
    """ "seven men dead", "dozens dead", "several people dead": an adjective behind the noun it is said of."""
    noun = adjective.head
    if adjective.i < noun.i:
        return False
    number = noun.pos_ == "NUM" and dep(noun) is Dep.OBJECT  # "had counted 25 dead"
    counted = number or bool(children(noun, Dep.NUMERAL)) or noun.lemma_.lower() in AMOUNTS | _MANY
    return counted or any(m.lower_ in _SOME for m in modifiers(noun))


def _says_what(trigger: Trigger, heads: set[int]) -> bool:
    """A verb that only points at an act is no event word where it says which, or what else it is about.

    "Blamed X for the attack", "for the famine"; "rejected claims that 50 had died", "denied the charge that it
    shields the killers". So is "responsibility" that somebody lays on somebody.
    """
    verb = trigger.token
    if trigger.frame.name == "responsibility" and trigger.form == "noun":
        if preposition(verb) == "under":
            return True  # "a step that I take under my own responsibility"
        laid = dep(verb) is Dep.OBJECT and verb.head.lemma_.lower() in LAYING
        return laid and any(preposition(t) in LAID_ON for t in children(verb.head, Dep.OBLIQUE))
    if trigger.frame.name not in POINTING or trigger.form != "verb":
        return False
    if trigger.frame.name == "blame" and blamed_for_something(verb, heads):
        return True
    if trigger.frame.name == "blame":
        return "to" in markers(verb) and negation(verb) is not None  # "they were not to blame" denies
    for thing in children(verb, Dep.OBJECT, Dep.PASSIVE_SUBJECT):
        told = [c for c in children(thing, Dep.NOUN_CLAUSE, Dep.RELATIVE) if thing.nbor(1).text != ","]
        if told or any(p in ("of", "about") for p, _ in complements(thing)):
            return True
    return False


def _only_modifies(trigger: Trigger, heads: set[int]) -> bool:
    """Part of another trigger ("bombing" in "bombing attack") or of another noun ("attack helicopter", "death
    toll")."""
    if trigger.form == "noun" and dep(trigger.token) in (Dep.COMPOUND, Dep.TITLE, Dep.NAME):
        return trigger.token.head.lemma_.lower() not in _INTENDING
    if trigger.form == "verb" and dep(trigger.token) in (Dep.COMPOUND, Dep.AUXILIARY):
        return True
    return trigger.form == "verb" and dep(trigger.token) is Dep.ADJECTIVE and trigger.token.head.i in heads


def phrase_matches(verb: Token, phrases: Phrases) -> bool:
    """Whether a verb, with its particles and the prepositions of its obliques, is one of these phrases."""
    wanted = phrases.get(verb.lemma_.lower())
    if wanted is None or () in wanted:
        return wanted is not None
    nearby = set(parts(verb)) | {a.prep for a in arguments(verb)}
    beside = [c for c in verb.children if c.relation is not Dep.SUBJECT]
    nearby |= {c.lower_ for c in beside} | {c.lemma_.lower() for c in beside}
    return any(nearby.issuperset(more) for more in wanted)


def _lean_on_verb(trigger: Trigger, frames: Frames) -> None:
    """Find the light verb that carries an event noun: "carried out [a strike]", "[the attack] took place".

    An attack that is staged is carried out, a massacre that is staged only put on show.
    """
    for noun in _equivalents(trigger.token):
        for verb, slot in _governors(noun):
            if phrase_matches(verb, frames.light.get("found", _NONE)):
                trigger.found = True
            elif phrase_matches(verb, frames.light.get("hand", _NONE)):
                trigger.handed = True
            trigger.counted |= slot is Slot.OBJECT and phrase_matches(verb, frames.light.get("count", _NONE))
            kind = _light_kind(verb, noun, slot, frames)
            if kind and not (trigger.frame.effect == "killed" and verb.lemma_.lower() == "stage"):
                trigger.carrier, trigger.carrier_kind = verb, kind
                if kind in ("do", "occur", "undergo"):
                    trigger.words.add(verb.i)
                return


def _light_kind(verb: Token, noun: Token, slot: Slot, frames: Frames) -> str:
    if slot is Slot.OBLIQUE and preposition(noun) == "with" and phrase_matches(verb, frames.light.get("answer", _NONE)):
        return "do"
    if slot is Slot.OBLIQUE and preposition(noun) == "under":
        return "undergo" if phrase_matches(verb, frames.light.get("undergo", _NONE)) else ""
    wanted = {Slot.OBJECT: ("do", "use"), Slot.SUBJECT: ("occur",), Slot.OBLIQUE: ("take_part",)}.get(slot, ())
    return next((kind for kind in wanted if phrase_matches(verb, frames.light.get(kind, _NONE))), "")


def _equivalents(noun: Token) -> list[Token]:
    """The noun and nouns that only count or classify it ("a series of attacks", "a wave of bombings")."""
    result = [noun]
    head = noun.head
    if head.lemma_.lower() in CLASSIFIERS and dep(noun) in (Dep.NOMINAL, Dep.PREPOSITIONAL_OBJECT):
        result.append(head)
    elif head.pos_ == "ADP" and head.head.lemma_.lower() in CLASSIFIERS:
        result.append(head.head)
    return result


_AGES = frozenset({"until", "till", "before"})
_IN_TITLES = frozenset({"murder", "killing", "assassination", "slaying", "execution", "death"})
_PUTTING = frozenset({"put", "place", "estimate", "revise", "correct", "lower", "reduce"})
# Nouns that say how far the act before them went: "assassination attempt", "murder plot".
_INTENDING = frozenset({"attempt", "bid", "plot", "plan", "threat", "conspiracy"})

# Nouns that only count or classify the event noun in their "of" complement.
CLASSIFIERS = frozenset(
    {"series", "wave", "string", "spate", "number", "campaign", "round", "dozen", "hundred", "score", "kind", "form"}
    | {"act", "part", "pair", "couple", "succession", "barrage"}
)


_PERPETRATED = frozenset({"perpetrate", "commit", "carry"})


def _governors(noun: Token) -> Iterator[tuple[Token, Slot]]:
    step: Token = noun
    while dep(step) is Dep.CONJUNCT:
        step = step.head
    head: Token = step.head
    if head.pos_ == "ADP" and dep(step) is Dep.PREPOSITIONAL_OBJECT:
        head = head.head
    # The verb above first, then the clauses in text order; at a root noun both are the same.
    clauses = children(noun, Dep.RELATIVE, Dep.NOUN_CLAUSE)
    for candidate in [head, *(clause for clause in clauses if clause != head), *children(head, Dep.CONJUNCT)]:
        if candidate.pos_ not in ("VERB", "AUX", "ADJ"):
            continue
        for argument in arguments(candidate):
            if argument.token in (noun, step):
                yield candidate, argument.slot
    # "the murder of six priests perpetrated by soldiers": nobody perpetrates priests
    for clause in noun.subtree:
        if clause.lemma_.lower() in _PERPETRATED and clause.tag_ in ("VBN", "VBD") and dep(clause) is Dep.NOUN_CLAUSE:
            between = [t for t in clause.ancestors if noun.i < t.i < clause.i]
            if clause.head != noun and all(t.pos_ in ("NOUN", "PROPN") for t in between):
                yield clause, Slot.OBJECT
