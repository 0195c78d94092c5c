"""Authors without an event word: "Suspicion fell on the Front", "It was carried out by the Front", "It was their work".

What they did, or may have done, was told before. "Responsible for the police" is no such word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.pointing import charge_within, of_character
from kg.extract.syntax import (
    Argument,
    Slot,
    appositions,
    arguments,
    complements,
    conjuncts,
    determiner,
    forms_of,
    has_auxiliary,
    heads_of,
    is_passive,
    markers,
    modifiers,
    negation,
    parts,
    possessors,
    preposition,
    sentence_of,
    subjects,
    words_of,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Span, Token
from kg.knowledge.operators import Operators
from kg.model import Certainty, ClaimKind

#: Words that stand for what was told before.
_IT = frozenset({"it", "this", "that", "these", "those", "they", "them", "both", "which"})

#: Where papers claim a deed: left where it was done, or with what they say of it.
_LEFT = frozenset(
    {
        "leave",
        "lie",
        "find",
        "drop",
        "pin",
        "scatter",
        "body",
        "corpse",
        "scene",
        "execute",
        "punish",
        "traitor",
        "treason",
    }
)
_MORE = (Dep.ADVERB_CLAUSE, Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE, Dep.CONJUNCT)
_NAMED = frozenset({"NOUN", "PROPN"})
_HAVE = frozenset({"have"})
_NOT_DONE = frozenset({"would", "'d", "should", "ought"})
_PREDICATES = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
_AT = frozenset({"on", "upon", "at", "to", "toward", "towards"})


@dataclass(frozen=True, slots=True)
class Laid:
    """Somebody held to be the author of something told elsewhere.

    ``word`` is the one that says so, ``agents`` are those it names; ``claimants`` say it. ``about`` are words of
    the sentence that say of what, ``who`` one for those who did what was told before, whom it identifies, ``weapon``
    one for a weapon that did. ``kind`` is None where it is told as plain as anything else; ``only_said`` marks what
    tells of a deed in somebody's mouth alone.
    """

    word: Token
    agents: tuple[Token, ...]
    certainty: Certainty
    kind: ClaimKind | None
    claimants: tuple[Token, ...] = ()
    about: tuple[Token, ...] = ()
    who: Token | None = None
    weapon: Token | None = None
    only_said: bool = False


def laid(sentence: Span, operators: Operators) -> Iterator[Laid]:
    """All that a sentence lays at somebody's door, in the order of the text."""
    lists, said, forms = operators.lists, heads_of(sentence.doc, Dep.COPULA), forms_of(sentence)
    if (
        forms.isdisjoint(operators.laying)
        and "suspect" not in forms
        and said.isdisjoint(range(sentence.start, sentence.end))
    ):
        return
    asked = max((token.i for token in sentence if token.text == "?"), default=-1) if "?" in forms else -1
    for word, lemma, pos in words_of(sentence):
        if word.i < asked:
            continue  # "Do you believe that the army is responsible?"
        if pos == "VERB":
            if lemma not in operators.laying:
                continue
            if lemma in lists["doing"] and (lemma != "carry" or "out" in parts(word)):
                yield from _done(word)
            elif lemma in lists["pointing"]:
                yield from _pointed(word, lists["pointers"])
            elif lemma in lists["bearing"]:
                yield from _marked(word, lists["hallmarks"])
            elif lemma in lists["distrusting"]:
                yield from _suspected(word, lists["agent_nouns"])
            elif lemma in ("attribute", "ascribe"):
                yield from _attributed(word)
            elif lemma == "sign":
                yield from _signed(word, operators)
            elif lemma == "do":
                yield from _did(word, operators)
        elif word.i in said and pos in _PREDICATES:
            yield from _being(word, operators)
        elif lemma == "suspect" and pos == "NOUN" and (named := [t for t in appositions(word) if t.pos_ == "PROPN"]):
            yield Laid(word, tuple(named), Certainty.POSSIBLE, ClaimKind.ACCUSATION)  # "a suspect, X, was arrested"


def _pointed(verb: Token, pointers: frozenset[str]) -> Iterator[Laid]:
    """ "Suspicion fell on X", "pointed the finger at X"."""
    found = arguments(verb)
    things = [a for a in found if a.slot in (Slot.SUBJECT, Slot.OBJECT) and a.token.lemma_.lower() in pointers]
    agents = [a.token for a in found if a.slot is Slot.OBLIQUE and a.prep in _AT]
    if not things or not agents or negation(verb) is not None:
        return
    # "at the army and at a cleric": the parser may hang the second on the verb
    agents += [t for t in children(verb, Dep.CONJUNCT) if t.pos_ in ("NOUN", "PROPN") and preposition(t) in _AT]
    agents = list(dict.fromkeys(t for agent in agents for t in conjuncts(agent)))
    speakers = [a.token for a in found if a.slot is Slot.SUBJECT and a not in things]
    about = [noun for thing in things for _, noun in complements(thing.token)]
    yield Laid(verb, tuple(agents), Certainty.POSSIBLE, ClaimKind.ACCUSATION, tuple(speakers), tuple(about))


def _marked(verb: Token, hallmarks: frozenset[str]) -> Iterator[Laid]:
    """ "It bore the hallmarks of X": a likeness, hence no more than suspicion."""
    found = arguments(verb)
    marks = [a.token for a in found if a.slot is Slot.OBJECT and a.token.lemma_.lower() in hallmarks]
    bearers = [a.token for a in found if a.slot is Slot.SUBJECT]
    agents = [noun for mark in marks for prep, noun in complements(mark) if prep == "of"]
    if agents and negation(verb) is None:
        yield Laid(verb, tuple(agents), Certainty.POSSIBLE, ClaimKind.ACCUSATION, (), tuple(bearers))


def _done(verb: Token) -> Iterator[Laid]:
    """ "It was carried out by X", "X perpetrated it"."""
    found = arguments(verb)
    if not any(a.slot is Slot.OBJECT and a.token.lower_ in _IT and not a.shared for a in found):
        return
    agents = [a.token for a in found if _acting(a, verb)]
    if agents and negation(verb) is None:
        yield Laid(verb, tuple(agents), Certainty.CERTAIN, None)


def _acting(argument: Argument, verb: Token) -> bool:
    return argument.slot is Slot.SUBJECT and (argument.prep == "by" or not is_passive(verb))


def _called_author(word: Token, operators: Operators) -> Iterator[Laid]:
    """ "X was the likely perpetrator", "the main suspect is X", with no word on what of."""
    if negation(word) is not None or preposition(word):
        return
    agents = tuple(dict.fromkeys(a for s in subjects(word) for a in conjuncts(s)))
    suspect = word.lemma_.lower() == "suspect"
    level = next((v for m in modifiers(word) if (v := operators.hedge_adjectives.get(m.lower_))), "")
    if suspect or level in ("probable", "possible"):
        yield Laid(word, agents, Certainty.POSSIBLE, ClaimKind.ACCUSATION)
    elif agents and not level:
        yield Laid(word, agents, Certainty.CERTAIN, None)


def _being(word: Token, operators: Operators) -> Iterator[Laid]:
    """ "It was the work of X", "X was responsible", "X is believed to be behind it"."""
    works, authors = operators.lists["works"], operators.lists["author_nouns"] | {"suspect"}
    lemma = word.lemma_.lower()
    if lemma in works and negation(word) is None and any(s.lower_ in _IT for s in subjects(word)):
        agents = [noun for prep, noun in complements(word) if prep == "of"]
        if agents:
            yield Laid(word, tuple(agents), Certainty.CERTAIN, None)
    elif any(c.lower_ == "behind" for c in children(word, Dep.CASE)):
        yield from _behind(word)
    elif _it_was(word):
        yield Laid(word, tuple(conjuncts(word)), Certainty.POSSIBLE, ClaimKind.ACCUSATION, only_said=True)
    elif lemma == "blame" and "to" in markers(word) and negation(word) is None:
        if all(t.lower_ in _IT for prep, t in complements(word) if prep == "for"):
            yield Laid(word, tuple(subjects(word)), Certainty.POSSIBLE, ClaimKind.ACCUSATION)  # "X was to blame"
    elif lemma in authors and not any(prep in ("of", "behind", "in") for prep, _ in complements(word)):
        yield from _called_author(word, operators)
    elif word.pos_ == "PROPN" and any(s.lemma_.lower() == "suspect" for s in subjects(word)):
        yield Laid(word, tuple(conjuncts(word)), Certainty.POSSIBLE, ClaimKind.ACCUSATION)
    elif lemma == "responsible" and dep(word) is not Dep.RELATIVE and not _clauses(word) and not of_character(word):
        reasons = [a.token for a in arguments(word) if a.slot is Slot.OBLIQUE and a.prep == "for"]
        reasons += [noun for prep, noun in complements(word) if prep == "for"]
        if all(r.lower_ in _IT for r in reasons):
            agents = [a for s in subjects(word) for a in conjuncts(s)]
            if agents:
                yield Laid(word, tuple(dict.fromkeys(agents)), Certainty.CERTAIN, None)


def _it_was(word: Token) -> bool:
    """ "It was the army," of a deed told before; not "it was the army that came", "it was a soldier's duty"."""
    if (
        word.tag_ not in ("NNP", "NNPS", "NNS", "NN")
        or determiner(word) not in ("the", "")
        or negation(word) is not None
    ):
        return False
    if not any(s.lower_ == "it" for s in subjects(word)) or not any(
        c.lower_ == "was" for c in children(word, Dep.COPULA)
    ):
        return False
    allowed = (
        Dep.COPULA,
        Dep.SUBJECT,
        Dep.DETERMINER,
        Dep.COMPOUND,
        Dep.NAME,
        Dep.ADJECTIVE,
        Dep.MARKER,
        Dep.PARATAXIS,
    )
    return all(c.relation in allowed or c.is_punct or c.is_space for c in word.children)


def _suspected(verb: Token, agent_nouns: frozenset[str]) -> Iterator[Laid]:
    """ "Police suspect X", "accused X", "suspects the hand of X", "X is suspected", with no word on what of."""
    if negation(verb) is not None or children(verb, Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE):
        return
    found = arguments(verb)
    of = [a.token for a in found if a.slot is Slot.OBLIQUE and a.prep in ("of", "in", "over", "with", "for")]
    if any(t.lower_ not in _IT for t in of) or _of_what(verb):
        return
    agents = []
    for thing in (a.token for a in found if a.slot is Slot.OBJECT and not a.shared):
        if thing.lemma_.lower() in agent_nouns:
            if all(noun.lower_ in _IT for prep, noun in complements(thing) if prep in ("in", "behind", "with")):
                agents += possessors(thing) or [noun for prep, noun in complements(thing) if prep == "of"]
        elif verb.lemma_ != "see" and not _of_what(thing) and not charge_within(thing):
            agents.append(thing)
    speakers = tuple(a.token for a in found if a.slot is Slot.SUBJECT)
    if agents and (speakers or is_passive(verb)):
        yield Laid(verb, tuple(agents), Certainty.POSSIBLE, ClaimKind.ACCUSATION, speakers)


def _attributed(verb: Token) -> Iterator[Laid]:
    """ "Authorities attributed it to the Front", "it was attributed to the Front"."""
    found = arguments(verb)
    if negation(verb) is not None or not any(a.slot is Slot.OBJECT and a.token.lower_ in _IT for a in found):
        return
    agents = tuple(a.token for a in found if a.slot is Slot.OBLIQUE and a.prep == "to")
    speakers = tuple(a.token for a in found if a.slot is Slot.SUBJECT)
    if agents:
        yield Laid(verb, agents, Certainty.POSSIBLE, ClaimKind.ACCUSATION, speakers)


def _signed(verb: Token, operators: Operators) -> Iterator[Laid]:
    """ "Leaflets left by the body were signed by X", "a note signed by X said that he was a traitor": X claims it."""
    found = arguments(verb)
    papers = operators.lists["leaflets"] | operators.lists["utterances"]
    if not any(a.slot is Slot.OBJECT and a.token.lemma_.lower() in papers for a in found) or negation(verb) is not None:
        return
    if not any(t.lemma_.lower() in _LEFT for t in sentence_of(verb)):
        return
    agents = tuple(a.token for a in found if a.slot is Slot.SUBJECT and a.prep == "by")
    if agents:
        yield Laid(verb, agents, Certainty.PROBABLE, ClaimKind.RESPONSIBILITY)


def _of_what(word: Token) -> bool:
    """Whether a clause behind a word says what somebody is suspected of: "of hiding arms"."""
    clauses = children(word, Dep.ADVERB_CLAUSE, Dep.PREPOSITIONAL_CLAUSE, Dep.NOUN_CLAUSE)
    return any({"of", "for"} & set(markers(clause)) for clause in clauses)


def _did(verb: Token, operators: Operators) -> Iterator[Laid]:
    """ "The rebels did it", "only the army could have done this": nothing else may be said of why or how."""
    found = arguments(verb)
    if not any(a.slot is Slot.OBJECT and a.token.lower_ in ("it", "this", "that") and not a.shared for a in found):
        return
    if negation(verb) is not None or any(a.slot is Slot.OBLIQUE for a in found) or children(verb, *_MORE):
        return
    if any(adverb.lower_ not in operators.hedges for adverb in children(verb, Dep.ADVERB)):
        return  # "did it well"
    auxiliary = has_auxiliary(verb, frozenset(operators.modals))
    if auxiliary is not None and (has_auxiliary(verb, _HAVE) is None or auxiliary.lower_ in _NOT_DONE):
        return
    if verb.tag_ not in ("VBD", "VBN"):
        return
    own = {"we", "i"} if auxiliary is None else set()  # "we did it"
    agents = [a.token for a in found if _acting(a, verb) and (a.token.pos_ in _NAMED or a.token.lower_ in own)]
    if agents and auxiliary is None:
        yield Laid(verb, tuple(agents), Certainty.CERTAIN, None)
    elif agents:
        yield Laid(verb, tuple(agents), Certainty.POSSIBLE, ClaimKind.ACCUSATION)


def _behind(word: Token) -> Iterator[Laid]:
    """ "X was behind it", "X is thought to be behind the attack"."""
    agents = tuple(dict.fromkeys(a for s in subjects(word) for a in conjuncts(s)))
    if not agents or negation(word) is not None:
        return
    if word.lower_ in _IT:
        yield Laid(word, agents, Certainty.CERTAIN, None)
    elif dep(word) is Dep.OPEN_CLAUSE and is_passive(word.head) and negation(word.head) is None:
        yield Laid(word, agents, Certainty.POSSIBLE, ClaimKind.ACCUSATION, (), (word,))


def _clauses(word: Token) -> bool:
    """Whether a clause says for what: "responsible for supplying the fuel"."""
    found = children(word, Dep.ADVERB_CLAUSE, Dep.PREPOSITIONAL_CLAUSE, Dep.COMPLEMENT_CLAUSE)
    return any({"for", "over"} & set(markers(clause)) for clause in found)
