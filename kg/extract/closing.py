"""Speakers at the end of a headline: "Gunmen kill ten in Kano - police", "Twelve rebels killed, says army".

Parsers know little of headlines: they take the dash for a part of a name and the speaker for an object, and a number
without a noun ("fired on crowd, killed 9") for a time.
"""

from __future__ import annotations

from kg.extract.marks import DASHES
from kg.extract.syntax import preposition
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Span, Token
from kg.knowledge.frames import Frames

#: What parts a dateline, a speaker or an aside from the rest.
_SAYING = frozenset({"say", "claim", "report"})
_LONGEST = 20  # words of a headline
_SPEAKER = 4  # words of its speaker
_NAMES = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP"})


def close(sentence: Span) -> bool:
    """Hangs the speaker at the end of a headline where it belongs, in place; whether it had to."""
    end, tokens = sentence.end, sentence.doc.tokens
    while end > sentence.start and (tokens[end - 1].is_space or not tokens[end - 1].text.strip()):
        end -= 1
    if end - sentence.start < 4 or end - sentence.start > _LONGEST or tokens[end - 1].text in (".", "!", "?", ":"):
        return False
    words = tokens[sentence.start : end]
    if any(word.lemma_.lower() in _SAYING and _told_before(word) for word in words if word.pos_ == "VERB"):
        return True
    for at in range(max(2, len(words) - _SPEAKER - 1), len(words) - 1):
        if words[at].text in DASHES and words[at - 1].whitespace_ and words[at].whitespace_:
            return _behind_dash(words[:at], words[at + 1 :])
        if (
            words[at].lemma_.lower() in _SAYING
            and words[at].tag_ in ("VBZ", "VBP", "VBD")
            and words[at - 1].text == ","
        ):
            return _inverted(words[at], words[at + 1 :])
    return False


def _behind_dash(told: list[Token], rest: list[Token]) -> bool:
    """Parts "in Kano - police", of which the parser makes one name, at the dash."""
    if not rest or any(t.pos_ not in _NAMES for t in rest) or rest[-1].pos_ not in ("NOUN", "PROPN"):
        return False
    inside = {t.i for t in rest}
    crossing = [t for t in told if t.head.i in inside]
    if not crossing:
        return _second_subject(rest)
    over = next((t for t in rest if t.head.i not in inside or t.head == t), rest[-1])
    last = next((t for t in reversed(crossing) if t.pos_ in ("NOUN", "PROPN", "NUM")), crossing[-1])
    root = over.head == over
    for token in crossing:
        if token != last:
            token.doc.hang(token, last, token.dep_)
    last.doc.hang(last, last if root else over.head, "ROOT" if root else over.dep_)
    over.doc.hang(over, last, "parataxis")
    return True


def _second_subject(rest: list[Token]) -> bool:
    """ "Rebel leader killed in strike - Kremlin": who speaks is not a second one who killed, nor did the leader."""
    speaker = next((t for t in rest if dep(t) is Dep.SUBJECT and t.head.i < rest[0].i), None)
    if speaker is None:
        return False
    verb = speaker.head
    others = [s for s in children(verb, Dep.SUBJECT) if s != speaker]
    speaker.doc.hang(speaker, verb, "parataxis")
    if verb.tag_ in ("VBD", "VBN") and not children(verb, Dep.OBJECT, Dep.AUXILIARY):
        for told in others:
            told.doc.hang(told, verb, "nsubj:pass")
    return True


def _told_before(verb: Token) -> bool:
    """ "16 militants killed in raids, ministry says": the participle is what the ministry says, not who says it."""
    subjects = children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
    own = subjects[-1] if len(subjects) > 1 else None
    if own is None or not own.i < verb.i:
        return False
    first = own.left_edge
    if first.text != "," and (first.i == 0 or first.nbor(-1).text != ","):
        return False
    return _clause_back(verb, subjects[:-1])


def _clause_back(verb: Token, nouns: list[Token]) -> bool:
    """Makes the participle behind a noun, which the parser took for who says it, a clause of what is said."""
    found = False
    for noun in nouns:
        for clause in children(noun, Dep.NOUN_CLAUSE):
            if noun.i < clause.i < verb.i and clause.tag_ in ("VBN", "VBD"):
                clause.doc.hang(clause, verb, "ccomp")
                noun.doc.hang(noun, clause, "nsubj:pass")
                found = True
    return found


def _inverted(verb: Token, rest: list[Token]) -> bool:
    """Gives "says army" its subject, and the participle before it back its clause."""
    speaker = next((t for t in rest if t.head == verb and dep(t) in (Dep.OBJECT, Dep.INDIRECT, Dep.SUBJECT)), None)
    if speaker is None or speaker != rest[-1]:
        return False
    _clause_back(verb, children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT))
    speaker.doc.hang(speaker, verb, "nsubj")
    return True


def undergoes(verb: Token, frames: Frames) -> Token | None:
    """ "Role in killing of bishop", "fired on crowd, killed 9": what headlines leave without an article or a noun."""
    if children(verb, Dep.OBJECT, Dep.PASSIVE_SUBJECT):
        return None
    if verb.tag_ == "VBG" and verb.lower_ in frames.nouns:
        return next((t for t in children(verb, Dep.OBLIQUE, Dep.NOMINAL) if preposition(t) == "of"), None)
    behind = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    if dep(verb) is not Dep.CONJUNCT or behind not in children(verb, Dep.OBLIQUE) or behind.pos_ != "NUM":
        return None
    harm = any(p.frame.effect in ("killed", "injured") for p in frames.verbs.get(verb.lemma_.lower(), ()))
    return behind if harm and len(behind.text) < 4 else None
