"""Who does what in a clause: deep arguments of a verb, shared and missing ones supplied.

Voice is undone (the passive subject is the deep object, a by-phrase the deep subject), arguments are spread over
coordination, relative pronouns stand for their noun, and participles, infinitives and gerunds get the subject
that the sentence gives them (as enhanced Universal Dependencies do).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kg.extract.syntax.clauses import OBJECT_CONTROL, elided, governor, is_participle, is_passive, markers
from kg.extract.syntax.constants import Constant
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.memory import remembered, remembered_list
from kg.extract.syntax.nouns import complements, conjuncts, preposition
from kg.extract.syntax.tokens import Token

_SUBJECT_CONTROL_OF_INFINITIVE = frozenset(["promise", "threaten", "vow", "pledge"])
_RELATIVE_WORDS = frozenset({"who", "which", "that", "whom", "whose"})
_TELLINGS = frozenset({"account", "count", "tally", "reckoning", "estimate", "estimation", "admission"})
_PLACES = frozenset({"LOC", "GPE", "FAC"})
_OF_THE_BODY = frozenset({"throat", "neck", "head"})
_MAX_STEPS = 12


class Slot(Constant):
    """The deep place of an argument in its clause."""

    SUBJECT: ClassVar[Slot]
    OBJECT: ClassVar[Slot]
    INDIRECT: ClassVar[Slot]
    OBLIQUE: ClassVar[Slot]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a clause. ``prep`` is the preposition of an oblique; ``shared`` marks a supplied argument."""

    slot: Slot
    token: Token
    prep: str = ""
    shared: bool = False


#: What is done to people whom the same ones then kill.
_UNTIL_DEATH = frozenset({"kidnap", "abduct", "torture", "ambush"})


@remembered_list
def subjects(verb: Token) -> list[Token]:
    """Surface subjects of a clause, supplied where the clause itself has none."""
    return _surface_subjects(verb, 0)[0]


@remembered
def arguments(verb: Token) -> tuple[Argument, ...]:
    """All deep arguments of a verb, in text order within each slot."""
    return tuple(_arguments(verb))


def _arguments(verb: Token) -> list[Argument]:
    passive = is_passive(verb)
    result: list[Argument] = []
    surface, shared = _surface_subjects(verb, 0)
    slot = Slot.OBJECT if passive else Slot.SUBJECT
    result += [Argument(slot, t, shared=shared) for t in surface]
    objects = [t for o in children(verb, Dep.OBJECT) for t in conjuncts(_antecedent(o)) if disguised(t) is None]
    if not passive and not objects:
        # "a bomb wounded four peacekeepers": the parser gave the verb a subject on either side
        sides = children(verb, Dep.SUBJECT)
        if len(sides) == 2 and sides[0].i < verb.i < sides[1].i and not children(verb, Dep.COMPLEMENT_CLAUSE):
            objects = conjuncts(sides[1])
    if passive:
        # "was shot two times", "were given": a second object of a passive is no patient
        result += [Argument(Slot.INDIRECT, t) for t in objects]
    elif objects:
        result += [Argument(Slot.OBJECT, t) for t in objects]
    else:
        result += [Argument(Slot.OBJECT, t, shared=True) for t in _shared_objects(verb)]
    result += [Argument(Slot.INDIRECT, t) for i in children(verb, Dep.INDIRECT) for t in conjuncts(_antecedent(i))]
    for prep, noun in _obliques(verb):
        if passive and prep == "by" and not _temporal(noun) and noun.lemma_.lower() not in _TELLINGS:
            result.append(Argument(Slot.SUBJECT, noun, prep))
        else:
            result.append(Argument(Slot.OBLIQUE, noun, prep))
    if passive and not any(a.slot is Slot.SUBJECT for a in result):
        # "were kidnapped and later killed by rebels", "one was killed and two wounded by rebels"
        until = verb.lemma_ in _UNTIL_DEATH
        ends = [
            c for c in children(verb, Dep.CONJUNCT) if elided(c) or (until and is_passive(c) and not _own_subjects(c))
        ]
        by = [noun for c in ends[:1] for prep, noun in _obliques(c) if prep == "by" and not _temporal(noun)]
        result += [Argument(Slot.SUBJECT, noun, "by", shared=True) for noun in by]
    if verb.relation is Dep.OPEN_CLAUSE and verb.head.lemma_ == "have" and is_participle(verb):
        suffered = [o for o in children(verb.head, Dep.OBJECT) if o.lemma_.lower() in _OF_THE_BODY]
        if suffered:
            return [*result, *(Argument(Slot.OBJECT, o, shared=True) for o in suffered)]  # "had his throat cut"
        # "had him shot": who had it done is the agent
        result += [Argument(Slot.SUBJECT, t, shared=True) for t in _surface_subjects(verb.head, 1)[0]]
    return result


def disguised(noun: Token) -> Token | None:
    """The verb that the parser took for an adjective: "wounded" in "killed two officers and wounded five others".

    A participle before the numeral of a coordinated noun is no adjective of it.
    """
    if noun.relation is not Dep.CONJUNCT:
        return None
    figures = children(noun, Dep.NUMERAL)
    adjectives = [a for a in children(noun, Dep.ADJECTIVE) if a.tag_ in ("VBN", "VBD")]
    return next((a for a in adjectives if figures and a.i < figures[0].i), None)


def _temporal(noun: Token) -> bool:
    return noun.ent_type_ in ("DATE", "TIME") or noun.lower_ in (
        [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "dawn",
            "dusk",
            "noon",
            "midnight",
            "nightfall",
            "night",
            "then",
        ]
    )


def _surface_subjects(verb: Token, step: int) -> tuple[list[Token], bool]:
    own = _own_subjects(verb)
    if own:
        return [t for s in own for t in conjuncts(_antecedent(s))], False
    if step > _MAX_STEPS:
        return [], True
    relation, head = governor(verb)
    if head == verb:
        return [], True
    if relation is Dep.PREPOSITIONAL_CLAUSE:
        head = head.head
        relation = Dep.NOUN_CLAUSE if head.pos_ in ("NOUN", "PROPN") else Dep.ADVERB_CLAUSE
    if relation is Dep.CONJUNCT:
        return (_surface_subjects(head, step + 1)[0], True) if _verbal(head) else ([], True)
    if relation is Dep.RELATIVE:
        return ([head], True) if not any(children(verb, Dep.OBJECT)) or is_participle(verb) else ([], True)
    if relation is Dep.NOUN_CLAUSE:
        return _subject_of_noun_clause(verb, head, step), True
    if relation is Dep.OPEN_CLAUSE:
        return _controller(head, step, head.lemma_ not in _SUBJECT_CONTROL_OF_INFINITIVE), True
    if relation is Dep.ADVERB_CLAUSE:
        if is_passive(head) and "by" in markers(verb):
            # "was killed by raiding": the means is the agent's, not the patient's
            return [t for p, t in _obliques(head) if p == "by"], True
        infinitive = "to" in markers(verb)
        by_object = head.lemma_ in OBJECT_CONTROL and (
            infinitive or {"of", "for", "with", "in", "from", "over", "as"} & set(markers(verb))
        )
        if "as" in markers(verb) and any(c.tag_ == "VBG" for c in (verb, *children(verb, Dep.AUXILIARY))):
            by_object = by_object or bool(children(head, Dep.OBJECT))  # "described X as having killed"
        return _controller(head, step, bool(by_object)), True
    return [], True


def _be(verb: Token) -> bool:
    return bool(children(verb, Dep.PASSIVE_AUXILIARY, Dep.COPULA))


@remembered_list
def _own_subjects(verb: Token) -> list[Token]:
    """The subjects that a clause has itself, slips of the parser mended: one that crosses a reporting verb is its own.

    "Officials [who asked for anonymity] said a drone killed X" has a subject on either side of "said", and so has
    "Omar was killed in a raid, police said": each verb gets the one on its own side.
    """
    own = children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
    exchanged = _exchanged(verb, own)
    if exchanged is not None:
        return [exchanged]
    if len(own) > 1 and own[0].i < verb.i:
        own = [s for s in own if s.i < verb.i]  # a subject on either side is a slip of the parser
    told = children(verb, Dep.COMPLEMENT_CLAUSE)
    if verb.relation is Dep.COMPLEMENT_CLAUSE:
        told_by = verb.head
        beyond = [s for s in own if s.i > told_by.i]
        if told_by.i < verb.i and beyond:
            return beyond
        if verb.i < told_by.i and not own and _be(verb):
            before = children(told_by, Dep.SUBJECT)
            return before[:1] if len(before) > 1 and before[0].i < verb.i < before[-1].i else []
    for clause in told:
        theirs = children(clause, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
        if not own and len(theirs) > 1 and theirs[0].i < verb.i < theirs[-1].i:
            return theirs[:1]
        if not own and len(theirs) > 1 and theirs[0].i < clause.i < theirs[-1].i < verb.i:
            return theirs[-1:]
        if len(own) > 1 and not theirs and own[0].i < clause.i < own[-1].i and _be(clause):
            return own[1:]
    return own


_TOLD = frozenset({Dep.COMPLEMENT_CLAUSE, Dep.PARATAXIS, Dep.OTHER})


def _exchanged(verb: Token, own: list[Token]) -> Token | None:
    """The right subject of a verb that has that of another one, in "Omar was shot on Monday, Ali, his lawyer, said".

    The parser may give the first name to "said" and the second to "shot"; nothing is said by somebody named before what
    is told and told of somebody named behind it.
    """
    if len(own) != 1:
        return None
    if verb.relation in _TOLD and verb.head.i > verb.i:
        theirs = children(verb.head, Dep.SUBJECT)
        return theirs[0] if len(theirs) == 1 and _crosswise(verb, own[0], verb.head, theirs[0]) else None
    for clause in (c for c in verb.children if c.relation in _TOLD and c.i < verb.i and _verbal(c)):
        theirs = children(clause, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
        if len(theirs) == 1 and _crosswise(clause, theirs[0], verb, own[0]):
            return theirs[0]
    return None


def _crosswise(clause: Token, inner: Token, teller: Token, outer: Token) -> bool:
    return outer.i < clause.i < inner.i < teller.i and any(t.text == "," for t in inner.doc[clause.i : inner.i])


#: What people do with the plans and attempts of others.
_TOLD_OF = frozenset(
    {"warn", "tell", "hear", "speak", "say", "report", "reveal", "disclose", "describe", "denounce", "condemn"}
    | {"expose", "uncover", "discover", "unearth", "detect", "find", "learn", "know", "fear", "suspect"}
    | {"mention", "cite", "confirm", "criticise", "criticize", "foil", "thwart", "frustrate", "prevent"}
    | {"stop", "disrupt", "block", "avert", "abort", "defeat", "survive", "escape", "investigate", "allege"}
    | {"publish", "read", "witness", "see"}
)

#: Words before a noun that say which of several it is of whom an infinitive is told.
RANKS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
    | {"latest", "last", "only", "sole"}
)


def _subject_of_noun_clause(verb: Token, noun: Token, step: int) -> list[Token]:
    infinitive = "to" in markers(verb)
    if not infinitive and (is_participle(verb) or verb.tag_ == "VBG") and not markers(verb):
        # "of A, killed in 2008, and of B": whoever is told of behind the clause is told of apart from it
        every = conjuncts(noun) if noun.relation is not Dep.CONJUNCT else [noun]
        return [t for t in every if t.i < verb.i] if noun.i < verb.i else every
    # "his attempt to kill", "the group's plan to attack", "carried out an attempt to kill", "responsible for killing"
    if infinitive and any(m.lower_ in RANKS or m.lower_[:1].isdigit() for m in children(noun, Dep.ADJECTIVE)):
        return [noun]  # "the third reporter to be killed"
    owners = children(noun, Dep.POSSESSOR)
    if owners:
        return [t for o in owners for t in conjuncts(o)]
    if noun.pos_ == "ADJ":
        return children(noun, Dep.SUBJECT) or _surface_subjects(noun, step + 1)[0]
    if "for" in markers(verb) and (held := [t for prep, t in complements(noun) if prep == "of"]):
        return held  # "announced the arrest of eight soldiers for killing X"
    if infinitive and noun.head.lemma_.lower() in _TOLD_OF:
        return []  # "police uncovered a plot to kill him"
    if noun.relation in (Dep.OBJECT, Dep.OBLIQUE, Dep.PREPOSITIONAL_OBJECT) and _verbal(noun.head):
        # "arrested eight soldiers on charges of killing X": it is those arrested who are held to have done it
        return _controller(
            noun.head, step, noun.head.lemma_.lower() in OBJECT_CONTROL and noun.relation is not Dep.OBJECT
        )
    return []


def _controller(head: Token, step: int, by_object: bool) -> list[Token]:
    if by_object:
        objects = [t for o in children(head, Dep.OBJECT, Dep.INDIRECT) for t in conjuncts(_antecedent(o))]
        if objects:
            return objects
    return _surface_subjects(head, step + 1)[0]


def _shared_objects(verb: Token) -> list[Token]:
    """Objects that a clause shares: the gap of a relative clause, or the object of a coordinated verb."""
    relation, head = verb.relation, verb.head
    if (
        relation is Dep.RELATIVE
        and children(verb, Dep.SUBJECT)
        and not any(t.lower_ in ("where", "when", "why") for t in children(verb, Dep.ADVERB))
        and not any(t.lower_ in _RELATIVE_WORDS for s in children(verb, Dep.SUBJECT, Dep.OBLIQUE) for t in [s])
        and not any(prep for prep, t in _obliques(verb) if t == head)
    ):
        return [head]
    if relation is Dep.CONJUNCT and _verbal(head):
        own = children(head, Dep.OBJECT)
        if own and own[0].i > verb.i:
            return [t for o in own for t in conjuncts(o)]
    for other in children(verb, Dep.CONJUNCT):
        own = children(other, Dep.OBJECT)
        if _verbal(other) and own and other.i - verb.i <= 3 and not children(other, Dep.SUBJECT):
            return [t for o in own for t in conjuncts(o)]
    return []


# Nouns that only make a preposition of two words: "in front of the drones", "at the hands of the army".
_DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_RELATIONAL = frozenset({"front", "hand", "direction", "wake", "aftermath", "course", "midst", "result", "consequence"})


def _obliques(verb: Token) -> Iterator[tuple[str, Token]]:
    for prep, noun in _plain_obliques(verb):
        yield prep, noun
        if noun.lemma_.lower() in _RELATIONAL:
            for inner, token in complements(noun):
                if inner == "of":
                    yield f"{prep} {noun.lower_} of", token


def _plain_obliques(verb: Token) -> Iterator[tuple[str, Token]]:
    for child in verb.children:
        relation = child.relation
        if relation in (Dep.OBLIQUE, Dep.AGENT, Dep.NOMINAL):
            if relation is Dep.AGENT and child.pos_ == "ADP":  # CLEAR: the agent label sits on "by"
                yield from _prepositional(child, child.lower_)
                continue
            prep = preposition(child) or ("by" if relation is Dep.AGENT else "")
            beside = children(child, Dep.COMPOUND) if child.lower_ in _DIRECTIONS else []
            if beside:  # "by a roadside bomb south of the capital": the parser has the bomb go with the direction
                yield prep, beside[-1]
                continue
            for each in conjuncts(_antecedent(child)):
                yield (preposition(each) or prep) if each != child else prep, each
        elif relation is Dep.PREPOSITION:
            yield from _prepositional(child, child.lower_)


def _prepositional(prep: Token, words: str) -> Iterator[tuple[str, Token]]:
    for child in prep.children:
        relation = child.relation
        if relation is Dep.PREPOSITIONAL_OBJECT:
            for each in conjuncts(_antecedent(child)):
                yield words, each
        elif relation is Dep.PREPOSITION:
            yield from _prepositional(child, f"{words} {child.lower_}")
        elif relation is Dep.CONJUNCT and child.pos_ == "ADP":
            yield from _prepositional(child, child.lower_)


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, or the token itself."""
    if token.lower_ not in _RELATIVE_WORDS or token.tag_ not in ("WDT", "WP", "WP$", "IN", "DT"):
        return token
    step = token
    for _ in range(_MAX_STEPS):
        if step.head == step:
            return token
        if step.relation is Dep.RELATIVE or (step.relation is Dep.NOUN_CLAUSE and step.pos_ == "VERB"):
            return _person_before(step.head) if token.lower_ in ("who", "whom") else step.head
        step = step.head
    return token


def _person_before(noun: Token) -> Token:
    """Whom "who" means, where the parser hung its clause on a place: "Ana, mayor of Achi, who was kidnapped"."""
    step = noun
    for _ in range(_MAX_STEPS):
        named = step.pos_ == "PROPN" and step.ent_type_ != "PERSON" and preposition(step) in ("in", "at", "near", "of")
        if step.ent_type_ not in _PLACES and not named:
            return step
        if step.relation not in (Dep.NOMINAL, Dep.APPOSITION, Dep.OBLIQUE, Dep.PREPOSITION, Dep.PREPOSITIONAL_OBJECT):
            return noun
        step = step.head
    return noun


def _verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or bool(children(token, Dep.COPULA))
