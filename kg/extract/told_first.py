"""Mends sentences that tell first and say behind it, or between commas, who tells it.

"Soldiers killed 12 farmers in Kano, a bishop alleged on Monday.": taken for a clause about the farmers it would leave
the killing without a teller, a plain fact.
"""

from __future__ import annotations

from kg.extract.marks import ACCOUNTS, AFTER_TOLD
from kg.extract.syntax import determiner, preposition, sentence_of
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Token
from kg.knowledge.operators import Operators

_LONGEST = 10  # words of a speaker
_NOMINAL = frozenset({"NOUN", "PROPN"})
_LOOSE = (Dep.NOUN_CLAUSE, Dep.RELATIVE, Dep.PARATAXIS)
_SET_BEHIND = (*_LOOSE, Dep.ADVERB_CLAUSE, Dep.CONJUNCT, Dep.OTHER)
_ON_A_DAY = frozenset({"", "on", "in"})
_FINITE = frozenset({"VBD", "VBN"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})


def told_first_mended(verb: Token, operators: Operators) -> bool:
    """Hangs what is told on the verb of saying behind it; whether it had to."""
    doc, changed = verb.doc, False
    if verb.relation in _SET_BEHIND and (in_front := _told_in_front(verb, operators)) is not None:
        told, speaker = in_front
        doc.hang(speaker, verb, "nsubj")
        doc.hang(told, verb, "ccomp")
        doc.hang(verb, verb, "ROOT")
        doc.parsed[verb.i].tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
        changed = True
    if verb.relation in _LOOSE and _set_between(verb):
        doc.hang(verb, verb.head.head, "parataxis")
        changed = True
    if verb.relation is Dep.CONJUNCT and _said_between(verb):
        doc.hang(verb, verb.head, "parataxis")
        changed = True
    if (found := _of_an_account(verb)) is not None:
        account, speaker = found
        if account.head == verb:
            doc.hang(account, verb, "obj")
        elif account.relation is Dep.SUBJECT and account.head.i < account.i:
            doc.hang(account, account.head, "dep")  # the figure itself puts nothing at anything
        doc.hang(speaker, verb, "nsubj")
        changed = True
    if verb.relation is Dep.RELATIVE and (who := _which_says(verb, operators)) is not None:
        doc.hang(verb, who, "acl:relcl")
        changed = True
    if (both := _two_doers(verb, operators)) is not None:
        told, speaker = both
        doer = told.head
        doc.hang(told, verb, "ccomp")
        doc.hang(doer, told, "nsubj")
        doc.hang(speaker, verb, "nsubj")
        doc.parsed[told.i].tag_ = "VBD"
        changed = True
    return changed


def left_of(verb: Token) -> list[Token]:
    """The heads of the noun phrases between the last comma and a verb, all of which hang on what stands before it."""
    doc, begin = verb.doc, verb.i
    while begin > 0 and doc[begin - 1].text not in AFTER_TOLD:
        begin -= 1
        clause = doc[begin].pos_ in ("VERB", "AUX", "SCONJ") and doc[begin].tag_ != "VBG"  # "refugees reaching X said"
        if verb.i - begin > _LONGEST or clause or doc[begin].is_sent_start:
            return []
    if begin in (0, verb.i) or doc[verb.i - 1].pos_ not in _NOMINAL or doc[begin].pos_ == "VERB":
        return []
    heads = [t for t in doc[begin : verb.i] if not begin <= t.head.i < verb.i]
    return heads if all(t.pos_ in _NOMINAL and t.head.i < begin for t in heads) else []


def _told_in_front(verb: Token, operators: Operators) -> tuple[Token, Token] | None:
    """ "Soldiers killed 12 farmers in Kano, a bishop alleged on Monday.": the main verb, of what is alleged, and who
    alleges it.
    """
    if _content(verb) or children(verb, Dep.AUXILIARY, Dep.COORDINATOR) or (speaker := _behind_comma(verb)) is None:
        return None
    if verb.tag_ == "VBN":  # "..., three officers charged in the murder", "..., a toll disputed by the army"
        says = verb.lemma_.lower() in operators.saying | operators.accusing
        if not says or not all(_when_or_where(t, operators) for t in children(verb, Dep.OBLIQUE, Dep.AGENT)):
            return None
    sentence = sentence_of(verb)
    rest = [t for t in sentence if t.i > verb.right_edge.i and not (t.is_space or t.is_punct)]
    top = verb.head
    while top.head != top:
        top = top.head
    return (top, speaker) if not rest and top.pos_ == "VERB" and top.i < _begin(speaker) else None


def _behind_comma(verb: Token) -> Token | None:
    """Who stands between the last comma and a verb, if nothing else does."""
    doc, begin = verb.doc, verb.i
    while begin > 0 and doc[begin - 1].text not in AFTER_TOLD:
        begin -= 1
        if verb.i - begin > _LONGEST or doc[begin].tag_ in _TENSED or doc[begin].is_sent_start:
            return None
    heads = [t for t in doc[begin : verb.i] if not begin <= t.head.i < verb.i]
    if not begin or len(heads) != 1 or doc[begin].pos_ == "CCONJ" or children(heads[0], Dep.CASE, Dep.NUMERAL):
        return None
    account = heads[0].lemma_.lower() in ACCOUNTS  # "a figure the army laughed off"
    named = heads[0].pos_ in _NOMINAL and determiner(heads[0]) not in ("which", "whose")
    return heads[0] if named and not account else None


def _when_or_where(word: Token, operators: Operators) -> bool:
    """ "On Monday", "in a statement": what stands behind who says it, and not of what somebody is charged."""
    prep = preposition(word)
    return prep in _ON_A_DAY and (prep != "in" or word.lemma_.lower() in operators.papers)


def _begin(noun: Token) -> int:
    """Where a noun phrase begins, without the comma that may hang on it."""
    first: int = noun.left_edge.i
    return first + 1 if noun.doc[first].text in AFTER_TOLD else first


def _content(verb: Token) -> bool:
    """Whether a verb has what it says behind it."""
    return bool(children(verb, Dep.OBJECT, Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE, Dep.MARKER, Dep.PASSIVE_AUXILIARY))


def _said_between(verb: Token) -> bool:
    """ "Soldiers killed 12 farmers, villagers claimed, and burned their huts": no third deed."""
    doers = children(verb, Dep.SUBJECT)
    if len(doers) != 1 or doers[0].i + 1 != verb.i or children(verb, Dep.COORDINATOR) or _content(verb):
        return False
    first, last = _begin(doers[0]), verb.i + 1
    return verb.doc[first - 1].text in AFTER_TOLD and last < len(verb.doc) and verb.doc[last].text == ","


def _set_between(verb: Token) -> bool:
    """ "The rebels, the ministry claimed, had killed nine": what stands between commas says it of the whole clause."""
    noun = verb.head
    doers = children(verb, Dep.SUBJECT)
    if noun.relation not in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT) or noun.head.pos_ != "VERB" or _content(verb):
        return False
    if len(doers) != 1 or not noun.i < doers[0].i < verb.i < noun.head.i:
        return False
    return verb.doc[_begin(doers[0]) - 1].text == "," and verb.doc[verb.i + 1].text == ","


def _which_says(verb: Token, operators: Operators) -> Token | None:
    """ "A figure contested by the opposition, which says that 50 died": it is not the figure that says it."""
    which = next((s for s in children(verb, Dep.SUBJECT) if s.lower_ in ("which", "who")), None)
    numbers = operators.lists["counts"] | operators.lists["utterances"]
    if which is None or which.i < 2 or which.nbor(-1).text != "," or verb.head.lemma_.lower() not in numbers:
        return None
    behind = which.nbor(-2)
    by = behind.relation is Dep.AGENT or preposition(behind) == "by"
    return behind if by and behind.pos_ in _NOMINAL and verb.head.i < behind.i else None


def _of_an_account(verb: Token) -> tuple[Token, Token] | None:
    """ "…, a figure X laughed off": no figure is called X, X laughs it off."""
    accounts = children(verb, Dep.SUBJECT) or ([verb.head] if verb.relation is Dep.RELATIVE else [])
    if len(accounts) != 1 or accounts[0].lemma_.lower() not in ACCOUNTS or children(verb, Dep.PASSIVE_SUBJECT):
        return None
    named = children(accounts[0], Dep.APPOSITION)
    who = next((t for t in named if t.right_edge.i + 1 == verb.i and accounts[0].i + 1 == t.left_edge.i), None)
    return (accounts[0], who) if who is not None else None


def _two_doers(verb: Token, operators: Operators) -> tuple[Token, Token] | None:
    """ "- A bomb ripped through a hall, wounding 80, officials said.": the clause of which the parser made the bomb say
    it, and who says it.
    """
    doers = children(verb, Dep.SUBJECT)
    if not doers or verb.lemma_.lower() not in operators.saying or sentence_of(verb).text.rstrip()[-1:] != ".":
        return None
    clauses = [c for c in children(doers[0], Dep.NOUN_CLAUSE) if c.tag_ in _FINITE and c.i + 1 < verb.i]
    if len(clauses) != 1 or children(clauses[0], Dep.MARKER, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY, Dep.AGENT):
        return None
    if len(doers) == 2 and doers[1].i + 1 == verb.i:
        first = _begin(doers[1])
        return (clauses[0], doers[1]) if first and verb.doc[first - 1].text in AFTER_TOLD else None
    left = left_of(verb) if len(doers) == 1 else []
    return (clauses[0], left[0]) if len(left) == 1 and left[0].i + 1 == verb.i else None
