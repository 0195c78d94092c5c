"""Noun phrases: their modifiers, names, appositions and coordination."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.memory import remembered, remembered_below, remembered_list
from kg.extract.syntax.tokens import Token

_NOMINAL_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_SKIPPED_IN_BASE = frozenset(
    {
        Dep.RELATIVE,
        Dep.NOUN_CLAUSE,
        Dep.APPOSITION,
        Dep.CONJUNCT,
        Dep.COORDINATOR,
        Dep.PUNCTUATION,
        Dep.PARATAXIS,
        Dep.CASE,
        Dep.MARKER,
        Dep.COPULA,
        Dep.SUBJECT,
        Dep.AUXILIARY,
        Dep.ADVERB_CLAUSE,
        Dep.OTHER,
    }
)


_BEFORE_BASE = frozenset({Dep.COPULA, Dep.CASE})


@remembered
def preposition(noun: Token) -> str:
    """The preposition that governs a noun, lower case ("in front of" joined by spaces), or an empty string."""
    cases = children(noun, Dep.CASE)
    if cases and (cases := [c for c in cases if c.i < noun.i or c.lower_ in ("ago", "notwithstanding")]):
        words: list[str] = []
        for case in cases:
            words.append(case.lower_)
            words.extend(f.lower_ for f in children(case, Dep.NAME))
        return " ".join(words)
    if noun.relation in (Dep.PREPOSITIONAL_OBJECT, Dep.PREPOSITIONAL_CLAUSE):
        head = noun.head
        outer = head.head
        if head.relation is Dep.PREPOSITION and outer.relation is Dep.PREPOSITION:
            return f"{outer.lower_} {head.lower_}"
        return str(head.lower_)
    if noun.relation is Dep.CONJUNCT and noun.head.i < noun.i:
        return preposition(noun.head)
    return ""


@remembered_list
def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it below it, in text order; ages and names set beside are left out."""
    if not children(token, Dep.CONJUNCT, Dep.APPOSITION):
        return [token]
    found, queue = [token], [token]
    while queue:
        current = queue.pop()
        more = [t for t in _set_off(current) if t not in found]
        found += more
        queue += [*more, *_beyond(current, found)]
        for child in children(current, Dep.CONJUNCT):
            if _is_age(child) or child in _named_beside(current) or child in _strayed(current):
                continue
            found.append(child)
            queue.append(child)
    return sorted(found, key=lambda t: t.i)


def _is_age(number: Token) -> bool:
    """ "Omar Haddad, 34, and his wife": the number behind a name is no further member of the list."""
    if number.pos_ != "NUM" or not number.text.isdigit() or len(number.text) > 2 or number.i < 2:
        return False
    return number.nbor(-1).text == "," and number.nbor(-2).pos_ == "PROPN"


def _named_beside(noun: Token) -> list[Token]:
    """The name in "the pilot, Anna Berg, and two guards", which the parser takes for a member of the list."""
    if noun.pos_ != "NOUN" or noun.tag_ == "NNS":
        return []
    listed = children(noun, Dep.CONJUNCT)
    if len(listed) < 2 or not children(noun, Dep.DETERMINER):
        return []
    name, after = listed[0], listed[1]
    begin = min(t.i for t in name.subtree if not t.is_punct)
    if name.ent_type_ != "PERSON" or begin == 0 or noun.doc[begin - 1].text != ",":
        return []
    bare = not children(name, Dep.COORDINATOR, Dep.NUMERAL, Dep.DETERMINER)
    return [name] if bare and children(after, Dep.COORDINATOR) else []


def _strayed(place: Token) -> list[Token]:
    """The name in "the mayor of Achi, Ana Berg," which the parser hangs on the place: it is the mayor's."""
    if place.relation is not Dep.NOMINAL or place.ent_type_ not in ("LOC", "GPE", "ORG") or preposition(place) != "of":
        return []
    found = children(place, Dep.APPOSITION, Dep.CONJUNCT)
    names = [t for t in found if t.ent_type_ == "PERSON" and not children(t, Dep.COORDINATOR)]
    return names if len(names) == 1 and place.head.ent_type_ != "PERSON" else []


def _set_off(noun: Token) -> list[Token]:
    """The next in "the mayor, A; B, a clerk; and C", or "X, his wife and C", which the parser takes for the first."""
    set_beside = children(noun, Dep.APPOSITION)
    if not set_beside:
        return []
    beside = [t for t in set_beside if t.pos_ in ("NOUN", "PROPN") and t.i > noun.i]
    return [t for t in beside if ";" in (t.left_edge.text, t.left_edge.nbor(-1).text) or _goes_on(noun, t)]


def _beyond(noun: Token, found: list[Token]) -> list[Token]:
    """The cook in "Brother X and their cook", whom the parser hangs on the name: one brother is not two people."""
    if noun.tag_ not in ("NN", "NNP") or noun.lemma_.lower() in _COLLECTIVE:
        return []
    names = [t for t in children(noun, Dep.APPOSITION) if t.ent_type_ == "PERSON" and t.i > noun.i]
    more = [t for name in names for t in children(name, Dep.CONJUNCT) if not _is_age(t) and t not in found]
    found += more
    return more


_COLLECTIVE = frozenset({"couple", "pair", "duo", "trio", "family", "team", "crew", "group", "gang", "leadership"})


def _goes_on(noun: Token, beside: Token) -> bool:
    """ "X, his wife Y and two sons": what is only set beside X would be closed by a comma before "and"."""
    end = beside.right_edge.i + 1
    if noun.tag_ in ("NNS", "NNPS") or end >= len(noun.doc):
        return False
    if noun.tag_ == "NN" and beside.ent_type_ == "PERSON":
        return False  # "their leader, X and two guards": who the leader is
    if noun.doc[end].tag_ == "CC":
        return noun.doc[end].head in children(noun, Dep.CONJUNCT)
    kin = any(t.pos_ == "PRON" for t in children(beside, Dep.POSSESSOR)) and noun.doc[end].text != ","
    return kin and any(children(t, Dep.CONJUNCT) for t in (beside, *children(beside, Dep.APPOSITION)))


def first_conjunct(token: Token) -> Token:
    """The word that heads the coordination a token stands in."""
    seen = 0
    while token.relation is Dep.CONJUNCT and token.head != token and seen < 50:
        token = token.head
        seen += 1
    return token


def head_of_name(token: Token) -> Token:
    """The syntactic head of the name that a token is a further word of ("Miller" → "Anna" in UD)."""
    seen = 0
    while token.relation is Dep.NAME and token.head != token and seen < 50:
        token = token.head
        seen += 1
    return token


@remembered_below
def appositions(noun: Token) -> list[Token]:
    """Nouns set beside a noun as another description of the same thing, with their conjuncts left out."""
    beside = children(noun, Dep.APPOSITION)
    listed = _set_off(noun) if beside else []
    own = [a for a in beside if a not in _strayed(noun) and not (listed and a.i >= listed[0].i)] or _named_beside(noun)
    if own or noun.pos_ not in ("NOUN", "PROPN") or noun.tag_ == "NNS":
        return own
    return [name for below in children(noun, Dep.NOMINAL) for name in _strayed(below)]


@remembered_below
def titles(noun: Token) -> list[Token]:
    """Titles and descriptions directly before a name: "Gen." in "Gen. X", "soldier" in "former soldier X"."""
    found = [t for t in children(noun, Dep.TITLE) if t.i < noun.i]
    if noun.pos_ == "PROPN":
        found += [t for t in children(noun, Dep.COMPOUND) if t.i < noun.i and t.pos_ == "NOUN"]
    return sorted(found, key=lambda t: t.i) if len(found) > 1 else found


@remembered_below
def compounds(noun: Token) -> list[Token]:
    """Nouns that stand before a noun and modify it: "drone" in "drone strike"."""
    return [t for t in children(noun, Dep.COMPOUND, Dep.TITLE) if t.i < noun.i]


@remembered_below
def modifiers(noun: Token) -> list[Token]:
    """Adjectives and adjectival participles of a noun, with what is coordinated with them."""
    found: list[Token] = []
    for adjective in children(noun, Dep.ADJECTIVE):
        found.extend(conjuncts(adjective))
    return sorted(found, key=lambda t: t.i) if len(found) > 1 else found


def numerals(noun: Token) -> list[Token]:
    """Numerals of a noun."""
    return children(noun, Dep.NUMERAL)


@remembered
def determiner(noun: Token) -> str:
    """Its article or demonstrative, lower case, or an empty string."""
    found = children(noun, Dep.DETERMINER)
    return str(found[0].lower_) if found else ""


#: Determiners of what is known from before, or pointed at.
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase stands for one that is known: "the killing", "that killing", "his killing"."""
    return determiner(noun) in DEFINITE or bool(possessors(noun))


@remembered_below
def possessors(noun: Token) -> list[Token]:
    """Whose it is: "coalition" in "the coalition's strikes", "his" in "his death", with conjuncts."""
    return [t for owner in children(noun, Dep.POSSESSOR) for t in conjuncts(owner)]


@remembered
def complements(noun: Token) -> tuple[tuple[str, Token], ...]:
    """Nouns attached to a noun by a preposition, as (preposition, noun), conjuncts included."""
    return tuple(_complements(noun)) if noun.children else ()


def _complements(noun: Token) -> Iterator[tuple[str, Token]]:
    for child in noun.children:
        relation = child.relation
        if relation is Dep.PREPOSITION:
            yield from _below_preposition(child, child.lower_)
        elif relation in (Dep.NOMINAL, Dep.OBLIQUE, Dep.AGENT):
            prep = preposition(child)
            for each in conjuncts(child):
                yield preposition(each) or prep, each


def _below_preposition(prep: Token, words: str) -> Iterator[tuple[str, Token]]:
    for child in prep.children:
        relation = child.relation
        if relation in (Dep.PREPOSITIONAL_OBJECT, Dep.PREPOSITIONAL_CLAUSE):
            for each in conjuncts(child):
                yield words, each
        elif relation is Dep.PREPOSITION:
            yield from _below_preposition(child, f"{words} {child.lower_}")


def copular_subjects(noun: Token) -> list[Token]:
    """What is said to be this noun: "X" in "X was a commander" (UD heads the clause by the noun, CLEAR by the verb)."""
    if children(noun, Dep.COPULA):
        return [t for s in children(noun, Dep.SUBJECT) for t in conjuncts(s)]
    if noun.relation in (Dep.ATTRIBUTE, Dep.OPEN_CLAUSE) and noun.head.lemma_ in ("be", "become", "remain"):
        return [t for s in children(noun.head, Dep.SUBJECT) for t in conjuncts(s)]
    return []


_DASHES = frozenset({"–", "—", "--"})
_OUTCOMES = frozenset({"dead", "killed", "wounded", "injured", "hurt", "missing", "unharmed", "unhurt", "alive"})


_PASSERS = frozenset({"passer", "passers"})
_IN_LAW = ["-", "in", "-", "law"]


@remembered
def base_span(noun: Token) -> tuple[int, int]:
    """Token range (begin, end exclusive) of a noun phrase without clauses, appositions and coordination.

    Prepositional complements with "of" stay in ("leader of the group"); the determiner too.
    """
    begin, end = noun.i, noun.i + 1
    if not noun.children:
        return begin, end
    tokens = noun.doc.tokens
    first = start = -1
    for child in noun.children:
        relation = child.relation
        if relation is Dep.DETERMINER:
            first = child.i if first < 0 else first
        elif child.i < noun.i and relation in _BEFORE_BASE:
            start = child.i
    for child in noun.children:
        relation = child.relation
        if relation in _SKIPPED_IN_BASE or child.i < start:  # "X, however, is an ally", "not in X"
            continue
        if relation in (Dep.NOMINAL, Dep.OBLIQUE, Dep.PREPOSITION, Dep.AGENT) and not _tight(noun, child):
            continue
        if relation is Dep.COMPOUND and children(child, Dep.CASE):
            continue  # "On Saturday evening rebels entered X": when they did
        if child.lower_ == "dead" and child.i and child.nbor(-1) == noun.head and noun.relation is Dep.OBJECT:
            continue  # "shot dead three students" says what became of them
        if relation is Dep.ADJECTIVE and child.i > noun.i and child.lower_ in _OUTCOMES:
            continue  # nor is "dead" part of who they are in "30 people dead in a blast"
        if child.pos_ not in _NOMINAL_TAGS and relation is Dep.ADVERB and not first <= child.i < noun.i:
            continue
        low, high = _extent(child)
        if high <= noun.i and tokens[high].text in _DASHES:
            continue  # "SANA – Units of the army": what stands before the dash says where and by whom it was written
        begin, end = min(begin, low), max(end, high)
    if begin < noun.i and (tokens[begin].text in _DASHES or tokens[begin].text == "-"):
        begin += 1  # "March 25 - Ten people"
    in_law = end < len(tokens) and tokens[end].lower_ == _IN_LAW[0]
    if in_law and [t.lower_ for t in tokens[end : end + len(_IN_LAW)]] == _IN_LAW:
        end += len(_IN_LAW)  # "her mother-in-law" is not her mother
    if noun.lower_ in _PASSERS and [t.lower_ for t in tokens[noun.i + 1 : noun.i + 3]] == ["-", "by"]:
        end = max(end, noun.i + 3)
    return begin, end


def _tight(noun: Token, child: Token) -> bool:
    """Whether a complement belongs to the name of the thing: "of" complements, and nouns that stand before."""
    if child.i < noun.i:
        return True
    words = child.lower_ if child.relation is Dep.PREPOSITION else preposition(child)
    return words == "of" and child.i - noun.i <= 8


def _extent(token: Token) -> tuple[int, int]:
    begin, end = token.i, token.i + 1
    for child in token.children:
        relation = child.relation
        if relation in (Dep.RELATIVE, Dep.NOUN_CLAUSE, Dep.APPOSITION, Dep.PARATAXIS, Dep.PUNCTUATION):
            continue
        low, high = _extent(child)
        begin, end = min(begin, low), max(end, high)
    return begin, end


@remembered
def noun_phrase(noun: Token) -> str:
    """The words of a noun phrase without leading article, clauses and appositions, as the text has them."""
    begin, end = base_span(noun)
    tokens = noun.doc.tokens
    while begin < noun.i and tokens[begin].lower_ in ("the", "a", "an", "whose", ",", "“", '"', "'", "‘"):
        begin += 1
    text = noun.doc.text[tokens[begin].idx : tokens[end - 1].idx + len(tokens[end - 1].text)] if begin < end else ""
    return " ".join(text.split()).strip(" ,;:“”\"'")
