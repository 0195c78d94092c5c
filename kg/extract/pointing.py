"""Words that take a stand on what was told before: rejections, and blame for something.

Each function tells whether a word does so here; the words themselves are in the frames file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.marks import ACCOUNTS, QUOTES, THESE
from kg.extract.syntax import (
    Slot,
    arguments,
    complements,
    determiner,
    is_passive,
    markers,
    negation,
    preposition,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep, related
from kg.extract.syntax.tokens import Token

_ISSUING = frozenset({"issue", "publish", "release", "repeat", "make", "give", "reiterate", "deliver"})
#: Of numbers: that they are too high.
INFLATED = frozenset({"exaggerated", "inflated", "overstated", "exaggeration"})
_GROUNDS = frozenset({"truth", "foundation", "basis", "substance"})
_REPORTS = frozenset(
    (
        "report", "claim", "allegation", "accusation", "charge", "story", "rumour", "rumor", "news", "account",
        "version", "suggestion", "assertion",
    )
)  # fmt: skip
_DEGREES = frozenset({"more", "most", "less", "very", "so", "too", "as", "how"})
# Verbs that take a stand on what they name, whether or not it was told before ("condemned attacks on civilians").
_TAKES_A_STAND = frozenset(
    (
        "condemn", "denounce", "deplore", "decry", "mourn", "lament", "discuss", "criticise", "criticize", "regret",
        "welcome", "applaud", "praise", "debate", "commemorate", "remember", "oppose", "protest", "investigate",
        "probe", "avenge", "mark", "honour", "honor", "solve",
    )
)  # fmt: skip


def withheld(verb: Token) -> bool:
    """ "Was denied access": something is refused to somebody, not a report rejected."""
    return is_passive(verb) and (bool(children(verb, Dep.OBJECT)) or not any(_told(s) for s in subjects(verb)))


def stood_for(verb: Token, words: Iterable[str]) -> bool:
    """Whether pronouns among the words of a pattern are what is rejected: "denied it"; not "it denied that" nor "a
    tape in which he denied that he was dead"."""
    if "them" in words and verb.lemma_.lower() in ("reject", "dismiss") and not _reports_before(verb):
        return False  # envoys may be rejected, too
    had = [t for c in verb.children if c.lemma_ == "have" for t in children(c, Dep.OBJECT)] if "have" in words else []
    if any(t.pos_ == "NOUN" for t in had):
        return False  # "denied having such weapons"
    pronouns = (THESE | {"which", "them"}).intersection(words)
    return not pronouns or any(o.lower_ in pronouns for o in children(verb, Dep.OBJECT, Dep.PASSIVE_SUBJECT))


def _reports_before(verb: Token) -> bool:
    """Whether reports or charges were spoken of in the sentence of a verb or the one before it."""
    begin = verb.sent.start
    begin = verb.doc[begin - 1].sent.start if begin else begin
    return any(t.tag_ == "NNS" and t.lemma_.lower() in _REPORTS for t in verb.doc[begin : verb.i])


def _told(word: Token) -> bool:
    """Whether a word stands for what somebody has said."""
    return word.lower_ in THESE or word.lemma_.lower() in _REPORTS


def unspecified(adjective: Token) -> bool:
    """ "The group was responsible": not for this or that, which would be told by another word."""
    if of_character(adjective):
        return False
    below = (Dep.NOMINAL, Dep.OBLIQUE, Dep.PREPOSITION, Dep.OPEN_CLAUSE, Dep.ADVERB_CLAUSE, Dep.COMPLEMENT_CLAUSE)
    said = children(adjective, Dep.COPULA, Dep.PASSIVE_AUXILIARY) or adjective.head.lemma_ == "plead"
    said = said and subjects(adjective)
    return bool(said) and not children(adjective, *below)


def of_character(adjective: Token) -> bool:
    """ "More responsible", "responsible and serious": how people are, and nothing that they did."""
    return bool(children(adjective, Dep.CONJUNCT)) or any(c.lower_ in _DEGREES for c in children(adjective, Dep.ADVERB))


def rejects(word: Token) -> bool:
    """Whether a word is said of what somebody else has said: "it is false", "these are lies", "“False,” he said".

    "The claim that X was killed is a lie" says itself what is rejected.
    """
    if word.lower_ == "denial":
        issued = dep(word) is Dep.OBJECT and word.head.lemma_.lower() in _ISSUING  # who doubts a denial denies nothing
        return issued and not any(complements(word))
    if word.lemma_.lower() in _GROUNDS:
        return _groundless(word)
    if (word.lower_ == "true") != (negation(word) is not None):
        return False
    if children(word, Dep.OPEN_CLAUSE, Dep.COMPLEMENT_CLAUSE, Dep.CLAUSAL_SUBJECT, Dep.NOUN_CLAUSE):
        return False
    said_of = subjects(word) if children(word, Dep.COPULA) or word.head.lemma_ == "be" else []
    if word.lower_ in INFLATED:  # "the figure is grossly inflated"
        said_of = said_of or (subjects(word) if children(word, Dep.PASSIVE_AUXILIARY) else [])
        return any(s.lemma_.lower() in ACCOUNTS or s.lower_ in THESE for s in said_of)
    if not said_of and _exclaimed(word):
        return True
    if not said_of:
        before, after = word.doc[max(word.i - 1, 0)], word.doc[min(word.i + 1, len(word.doc) - 1)]
        return before.text in QUOTES and (after.text in QUOTES or after.is_punct) and word.text[:1].isupper()
    named = any(children(s, Dep.NOUN_CLAUSE, Dep.RELATIVE, Dep.NOMINAL) for s in said_of)
    return any(_told(s) for s in said_of) and not named


def not_so(verb: Token) -> bool:
    """ "It never happened", "nothing of the kind took place": said of what somebody else has told."""
    if verb.lemma_ == "take" and not any(c.lower_ == "place" for c in verb.children):
        return False
    if markers(verb) and dep(verb) is Dep.ADVERB_CLAUSE:
        return False
    for subject in subjects(verb):
        if subject.lower_ == "nothing":
            return any(p == "of" and t.lower_ in ("kind", "sort") for p, t in complements(subject))
        if subject.lower_ in THESE:
            return negation(verb) is not None
    return False


def _exclaimed(word: Token) -> bool:
    """ "Not true, says the army", "“Pure fantasy,” the minister said": a sentence of no more than that."""
    clause = [t for t in word.subtree if not (t.is_punct or t.text in QUOTES)]
    beside = [t for t in children(word, Dep.PARATAXIS) if t.pos_ == "VERB"]
    spoken = {t.i for verb in beside for t in verb.subtree}
    own = [t for t in clause if t.i not in spoken]
    if any(t.head != word and t != word for t in own) or any(
        t.pos_ in ("VERB", "AUX", "ADP") for t in own if t != word
    ):
        return False
    before = [t for t in word.sent[: own[0].i - word.sent.start] if not (t.is_punct or t.text in QUOTES)]
    above = word.head if dep(word) is Dep.COMPLEMENT_CLAUSE else None
    return not before and (bool(beside) or (above is not None and above.pos_ == "VERB"))


def _groundless(ground: Token) -> bool:
    """ "There is no truth in the claims", "the reports have no basis", "were without foundation"."""
    if determiner(ground) != "no" and preposition(ground) != "without":
        return False
    of = [noun for prep, noun in complements(ground) if prep in ("in", "to", "behind")]
    of += subjects(ground.head) if ground.head.lemma_ == "have" else []
    of += subjects(ground) if children(ground, Dep.COPULA) else []
    return any(_told(t) and not children(t, Dep.NOUN_CLAUSE, Dep.RELATIVE, Dep.NOMINAL) for t in of)


def blamed_for_something(verb: Token, heads: set[int]) -> bool:
    """Whether a verb of blaming says itself for what: by one of the event words ``heads``, or behind "for", "over"."""
    reasons = [a.token for a in arguments(verb) if a.slot is Slot.OBLIQUE and a.prep in ("for", "over")]
    # "held the army responsible for the situation"
    reasons += [t for held in children(verb, Dep.OPEN_CLAUSE) for t in children(held, Dep.OBLIQUE) if _for(t)]
    clauses = children(verb, Dep.ADVERB_CLAUSE, Dep.PREPOSITIONAL_CLAUSE)
    if verb.lemma_.lower() == "acquit":
        return any(preposition(t) == "of" and t.pos_ == "NOUN" for t in _beneath(verb))  # "acquitted of fraud"
    if verb.lemma_.lower() == "accuse" and any(charge_within(t) for t in children(verb, Dep.OBJECT)):
        return True
    return (
        any(t.i in heads for t in _beneath(verb))
        or any(t.pos_ not in ("PRON", "DET") for t in reasons)
        or any({"for", "over"} & set(markers(clause)) for clause in clauses)
    )


def _for(reason: Token) -> bool:
    return preposition(reason) in ("for", "over")


def charge_within(accused: Token) -> bool:
    """ "Had accused the defence secretary of corruption": of that, though the parser has it part of the office."""
    of = [noun for prep, noun in complements(accused) if prep == "of"]
    offices = accused.lemma_.lower() in ("minister", "ministry", "department", "board", "court", "house", "chief")
    return not offices and any(n.pos_ == "NOUN" and n.tag_ == "NN" and not determiner(n) for n in of)


def _beneath(token: Token) -> Iterator[Token]:
    """What hangs on a word, without relative and further clauses: "blamed X, who denied involvement", "blamed X, and
    the army confirmed the strike" name no deed."""
    for relation, child in related(token):
        if relation is not Dep.RELATIVE and not (relation is Dep.CONJUNCT and child.pos_ == "VERB"):
            yield child
            yield from _beneath(child)


def takes_a_stand(verb: Token) -> bool:
    """Whether a verb says what somebody thinks of what it names, or looks into it."""
    lemma = verb.lemma_.lower()
    return lemma in _TAKES_A_STAND or f"{lemma}e" in _TAKES_A_STAND  # a slip of the lemmas: "deplor"
