"""Clauses: voice, negation, auxiliaries, markers and the chain of words that embeds a clause."""

from __future__ import annotations

from collections.abc import Container, Iterator

from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.memory import remembered, sentence_of
from kg.extract.syntax.tokens import Token

_NEGATORS = frozenset({"not", "n't", "n’t", "never", "no longer", "nor", "neither", "hardly", "cannot"})
_CLAUSAL = frozenset(
    {
        Dep.ROOT,
        Dep.COMPLEMENT_CLAUSE,
        Dep.OPEN_CLAUSE,
        Dep.ADVERB_CLAUSE,
        Dep.RELATIVE,
        Dep.NOUN_CLAUSE,
        Dep.PARATAXIS,
        Dep.CLAUSAL_SUBJECT,
        Dep.PREPOSITIONAL_CLAUSE,
    }
)


def is_participle(verb: Token) -> bool:
    """A past participle, also where the tagger took it for a past tense in a reduced relative clause."""
    if verb.tag_ == "VBN":
        return True
    return verb.tag_ == "VBD" and verb.relation is Dep.NOUN_CLAUSE and not children(verb, Dep.SUBJECT)


@remembered
def is_passive(verb: Token) -> bool:
    """Whether the surface subject of a verb is its deep object."""
    if children(verb, Dep.PASSIVE_AUXILIARY):
        return True
    if children(verb, Dep.PASSIVE_SUBJECT):
        return not _has_patient(verb)
    if not is_participle(verb):
        return _shares_passive(verb)
    auxiliaries = children(verb, Dep.AUXILIARY)
    if any(
        a.lemma_ in ("have", "'ve") or a.lower_ in ("has", "have", "had", "having", "'ve", "’ve") for a in auxiliaries
    ):
        return False
    relation = verb.relation
    if relation in (Dep.NOUN_CLAUSE, Dep.ADJECTIVE):
        return True
    if relation is Dep.CONJUNCT and not children(verb, Dep.SUBJECT):
        return is_passive(verb.head)
    return relation in (Dep.ADVERB_CLAUSE, Dep.OPEN_CLAUSE, Dep.ATTRIBUTE, Dep.ROOT) and not children(
        verb, Dep.OBJECT, Dep.SUBJECT
    )


# What nobody does to anybody: "was shot and died" is no passive.
_ONLY_ACTIVE = frozenset(
    {
        "died",
        "succumbed",
        "perished",
        "survived",
        "escaped",
        "collapsed",
        "disappeared",
        "bled",
        "fled",
        "vanished",
        "returned",
        "surrendered",
    }
)


def _has_patient(verb: Token) -> bool:
    """ "Rebels executed 17 civilians, leaders said": with an object and no auxiliary it is no passive."""
    objects = [o for o in children(verb, Dep.OBJECT) if o.i > verb.i and o.pos_ in ("NOUN", "PROPN", "NUM")]
    return bool(objects) and not children(verb, Dep.AUXILIARY) and objects[0].lemma_.lower() not in ("time", "dead")


def _shares_passive(verb: Token) -> bool:
    """ "was kidnapped in May and killed in June": a past tense without subject and object goes on with a passive."""
    return bool(
        verb.tag_ == "VBD"
        and verb.relation is Dep.CONJUNCT
        and verb.lower_ not in _ONLY_ACTIVE
        and verb.lower_.endswith("ed")
        and not children(verb, Dep.SUBJECT, Dep.OBJECT, Dep.AUXILIARY, Dep.OPEN_CLAUSE)
        and verb.head.pos_ == "VERB"
        and is_passive(verb.head)
    )


def negation(token: Token) -> Token | None:
    """The word that negates a clause or noun directly ("not", "never"), or None."""
    for child in token.children:
        relation = child.relation
        if relation is Dep.NEGATION:
            return child
        if relation in (Dep.ADVERB, Dep.AUXILIARY, Dep.COORDINATOR) and child.lower_ in _NEGATORS:
            return child
        if relation is Dep.ADVERB and child.lower_ == "longer" and any(g.lower_ == "no" for g in child.children):
            return child
    return None


def has_auxiliary(verb: Token, lemmas: Container[str]) -> Token | None:
    """The first auxiliary of a verb among these lower-case words, if any; a first conjunct's auxiliaries count."""
    for child in children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY):
        if child.lower_ in lemmas or child.lemma_.lower() in lemmas:
            return child
    if verb.relation is Dep.CONJUNCT and verb.head != verb and not children(verb, Dep.SUBJECT, Dep.AUXILIARY):
        return has_auxiliary(verb.head, lemmas)
    return None


def markers(verb: Token) -> list[str]:
    """Subordinators of a clause in lower case: "if", "that", "after", "to" (prepositions before a gerund too)."""
    return list(_markers(verb))


@remembered
def _markers(verb: Token) -> tuple[str, ...]:
    found, cases, adverbs = [], [], []
    for child in verb.children:
        relation = child.relation
        if relation is Dep.MARKER and child.i < verb.i:
            found.append(child.lower_)
        elif relation is Dep.CASE and child.i < verb.i and verb.pos_ == "VERB":
            cases.append(child.lower_)
        elif relation is Dep.ADVERB and child.lower_ in ("when", "where", "while", "once"):
            adverbs.append(child.lower_)
    if verb.relation is Dep.PREPOSITIONAL_CLAUSE:
        found.append(verb.head.lower_)
    return (*found, *cases, *adverbs, *(m.lower_ for m in _idle(verb)))


def parts(verb: Token) -> list[str]:
    """Particles of a phrasal verb: "out" in "carried out"."""
    return [c.lower_ for c in children(verb, Dep.PARTICLE)]


def predicate(head: Token) -> Token | None:
    """What a subject is said to be, given the word that the subject depends on; None where that is a full verb."""
    if children(head, Dep.COPULA):
        return head
    if head.lemma_ == "be" and head.pos_ in ("AUX", "VERB"):
        return next(iter(children(head, Dep.ATTRIBUTE)), None)
    return None


def elided(verb: Token) -> bool:
    """Whether a passive goes on with the auxiliary of the one before: "wounded" of "one was killed and two wounded".

    Not where the one before has where it was, or by whom, for itself.
    """
    if verb.relation is not Dep.CONJUNCT or verb.tag_ != "VBN" or not children(verb, Dep.PASSIVE_SUBJECT):
        return False
    first = verb.head
    if any(c.i > first.i for c in children(first, Dep.OBLIQUE, Dep.AGENT, Dep.PREPOSITION) if c.i < verb.i):
        return False
    own = children(verb, Dep.PASSIVE_AUXILIARY, Dep.AUXILIARY)
    return not own and bool(children(first, Dep.PASSIVE_AUXILIARY))


def told_before(clause: Token) -> Token | None:
    """What is told before the verb of saying that a clause of time hangs on: "died" in "Ten died, police said, when …".

    Such a clause goes on with what was told; the parser hangs it on the one verb or the other.
    """
    verb = clause.head
    if verb.i > clause.i or not set(markers(clause)) & {"after", "when", "as", "while"}:
        return None
    return next((c for c in children(verb, Dep.COMPLEMENT_CLAUSE, Dep.PARATAXIS) if c.i < verb.i), None)


def clause_of(token: Token) -> Token:
    """The word that heads the clause a token stands in; coordination within the clause is climbed."""
    seen = 0
    while seen < 200:
        if token.relation in _CLAUSAL or token.head == token:
            return token
        if token.relation is Dep.CONJUNCT and token.pos_ in ("VERB", "AUX"):
            return token
        token = token.head
        seen += 1
    return token


# Verbs whose object is the one that acts in the dependent gerund or infinitive ("accused X of killing Y").
# With all other verbs a gerund or participle takes the subject (Huddleston & Pullum 2002, ch. 14).
OBJECT_CONTROL = frozenset(
    {
        "accuse",
        "suspect",
        "blame",
        "charge",
        "convict",
        "acquit",
        "clear",
        "absolve",
        "prevent",
        "stop",
        "keep",
        "deter",
        "dissuade",
        "see",
        "hear",
        "find",
        "catch",
        "show",
        "film",
        "indict",
        "arrest",
        "detain",
        "condemn",
        "criticise",
        "criticize",
        "praise",
        "credit",
        "implicate",
        "try",
        "sentence",
        "jail",
        "imprison",
        "name",
        "leave",
        "send",
        "threaten",
        "warn",
        "quote",
        "cite",
        "support",
        "assist",
        "help",
        "aid",
    }
)


def governor(token: Token) -> tuple[Dep, Token]:
    """What a word depends on and how.

    A gerund with "of" or "for" that the parser hung on the object of such a verb ("accused [the army of shelling]") is
    given back to the verb; what a noun says in full ("the report that he was killed") is no relative clause.
    """
    relation, head = token.relation, token.head
    if (
        relation is Dep.NOUN_CLAUSE
        and head.relation in (Dep.OBJECT, Dep.PASSIVE_SUBJECT)
        and head.head.lemma_ in OBJECT_CONTROL
        and {"of", "for", "with", "as"} & set(markers(token))
    ):
        return Dep.ADVERB_CLAUSE, head.head
    if relation is Dep.RELATIVE and complete(token):
        return Dep.NOUN_CLAUSE, head
    return relation, head


def complete(clause: Token) -> bool:
    """Whether a clause marked "that" has a subject of its own: "the report that X was killed" is no relative clause."""
    own = children(clause, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
    marks = [m for m in children(clause, Dep.MARKER) if m.lower_ == "that"]
    marks += _idle(clause)
    return bool(marks and own) and own[0] not in marks and bool(children(clause, Dep.OBJECT, Dep.PASSIVE_SUBJECT))


def _idle(clause: Token) -> list[Token]:
    """ "That" which the parser took for the object of a passive with a subject of its own: it only opens the clause."""
    if not children(clause, Dep.PASSIVE_SUBJECT):
        return []
    return [o for o in children(clause, Dep.OBJECT) if o.lower_ == "that" and o.i < clause.i]


def embedding(token: Token) -> Iterator[tuple[Dep, Token, Token]]:
    """Each step from a word to the top of its sentence as (relation, lower word, upper word)."""
    seen = 0
    while token.head != token and seen < 200:
        relation, head = governor(token)
        yield relation, token, head
        token = head
        seen += 1


def is_question(clause: Token) -> bool:
    """Whether the sentence of a clause asks something outright."""
    sentence = sentence_of(clause)
    for token in reversed(list(sentence)):
        if token.is_space or token.text in ('"', "'", "”", "’", ")"):
            continue
        return bool(token.text == "?")
    return False
