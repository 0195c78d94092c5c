"""Mends what parsers get wrong about who says something.

"Killing 45 civilians and wounding 125, rebels and truce monitors said": who stands between the last comma and the verb
speaks, whatever else the parser made of them; taken for more of the wounded they would come out as victims. "Not true,
says the army": who stands behind the verb is not told anything.
"""

from __future__ import annotations

from kg.extract.marks import ACCOUNTS, AFTER_TOLD
from kg.extract.syntax import DEFINITE, determiner, is_passive, preposition, sentence_of
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.told_first import left_of, told_first_mended
from kg.knowledge.operators import Operators

_LONGEST = 10  # words of such a subject
_DISPUTING = frozenset({"call", "brand", "reject", "dismiss", "deny", "dispute"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_TAKING_BACK = frozenset({"withdraw", "retract", "recant"})
_CALLING = frozenset({"call", "brand", "label", "term"})


_INFORMING = frozenset({"inform", "tell", "notify", "brief", "warn", "alert", "advise", "apprise"})


def informed_mended(verb: Token) -> bool:
    """ "Was informed of the attack by his aides": those who tell of it, not those who did it; whether it had to."""
    if (
        verb.lemma_.lower() not in _INFORMING
        or not is_passive(verb)
        or any(preposition(c) == "by" for c in verb.children)
    ):
        return False
    for event in children(verb, Dep.OBLIQUE):
        if preposition(event) not in ("of", "about", "on") or determiner(event) not in DEFINITE:
            continue
        for teller in children(event, Dep.NOMINAL):
            if preposition(teller) == "by" and teller.i > event.i:
                verb.doc.hang(teller, verb, "obl:agent")
                return True
    return False


def said_when(clause: Token) -> bool:
    """ "The army said [last night] that its men had been hit": when it said so; whether the day had to be moved."""
    that = next((t for t in children(clause, Dep.MARKER) if t.lower_ == "that"), None)
    if that is None:
        return False
    before = [t for t in children(clause, Dep.OBLIQUE, Dep.ADVERB) if clause.head.i < t.i < that.i]
    for word in before:
        clause.doc.hang(word, clause.head, word.dep_)
    return bool(before)


def subject_told(verb: Token) -> bool:
    """ "[The toll from the attack] rose to nine, doctors said": the parser made two things told of a noun and its verb;
    whether it had to be mended."""
    if verb.relation is not Dep.COMPLEMENT_CLAUSE or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    if children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.EXPLETIVE, Dep.MARKER):
        return False
    told = [t for t in children(verb.head, Dep.COMPLEMENT_CLAUSE) if t.i < verb.i and t.pos_ in ("NOUN", "PROPN")]
    if len(told) != 1 or children(told[0], Dep.COPULA, Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        return False
    verb.doc.hang(told[0], verb, "nsubj:pass" if is_passive(verb) else "nsubj")
    return True


def speakers_mended(verb: Token, operators: Operators) -> bool:
    """Hangs on a verb of saying who says it, where the parser hung him elsewhere; whether it had to."""
    for account in _spoken_of(verb, operators):
        verb.doc.hang(account, verb, "obl")
        return True
    lemma = verb.lemma_.lower()
    if lemma in _DISPUTING and (reporting := _disputed_as_well(verb, operators)) is not None:
        verb.doc.hang(verb, reporting, "conj")
        return True
    if lemma in _TAKING_BACK and verb.relation is Dep.CONJUNCT and verb.head.relation is Dep.RELATIVE:
        # "claimed the attack that killed nine but later withdrew its claim": who claimed it withdraws
        claiming = next((t for t in verb.head.head.ancestors if t.pos_ == "VERB"), None)
        if claiming is not None:
            verb.doc.hang(verb, claiming, "conj")
            return True
    if verb.relation is Dep.CONJUNCT:
        reporting = _but_others_say(verb, operators) or _accused_besides(verb, operators)
        if reporting is not None:
            verb.doc.hang(verb, reporting, "conj")
            return True
    if lemma in _CALLING and (what := _called(verb, operators)) is not None:
        verb.doc.hang(what, verb, "xcomp")
        return True
    if lemma not in operators.telling:
        return False
    if verb.relation is Dep.ADJECTIVE and (teller := _teller_in_noun_phrase(verb)) is not None:
        _part(verb, teller)
        return True
    doc, changed = verb.doc, False
    if (clause := _before_speaking(verb, operators)) is not None:
        speaker = children(clause, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)[0]
        doc.hang(speaker, verb, "nsubj")
        doc.hang(clause, speaker, "acl")
        changed = True
    changed |= told_first_mended(verb, operators)
    if _goes_on_telling(verb, operators):
        doc.hang(verb, verb.head.head, "advcl")
        changed = True
    if (reporting := _said_as_well(verb, operators)) is not None:
        doc.hang(verb, reporting, "conj")
        changed = True
    for clause in _said_in(verb, operators):
        doc.hang(clause, verb, "ccomp")
        changed = True
    if _announces(verb, operators):
        for speaker in children(verb, Dep.PASSIVE_SUBJECT):
            doc.hang(speaker, verb, "nsubj")
            changed = True
    for where, told in _opens_what_is_told(verb, operators):
        doc.hang(where, told, where.dep_)
        changed = True
    if (behind := _inverted(verb)) is not None:
        doc.hang(behind, verb, "nsubj")
        changed = True
    if verb.tag_ in ("VBD", "VBZ") and _says(verb, operators) and _bare(verb):
        for number, speaker in enumerate(speakers := left_of(verb)):
            doc.hang(speaker, speakers[0] if number else verb, "conj" if number else "nsubj")
            changed = True
    return changed


def _teller_in_noun_phrase(verb: Token) -> Token | None:
    """ "The Front accused government forces of shelling it.": no sentence is a noun alone, the first of them speaks."""
    noun = verb.head
    gerund = noun.head if dep(noun) is Dep.SUBJECT and noun.head.tag_ == "VBG" else noun
    if verb.tag_ not in ("VBN", "VBD") or dep(gerund) is not Dep.ROOT or not verb.i < noun.i or not verb.i:
        return None
    teller, first = verb.nbor(-1), sentence_of(verb)
    inside = teller.pos_ in _NOMINAL and teller.head in (verb, noun)
    if not inside or children(noun, Dep.COPULA, Dep.SUBJECT) or first.text.rstrip()[-1:] != ".":
        return None
    return teller if all(t.head in (teller, verb, noun) for t in first[: teller.i - first.start]) else None


def _part(verb: Token, teller: Token) -> None:
    """Makes a word the verb of its sentence, the noun that it was taken to describe its object."""
    noun, doc = verb.head, verb.doc
    gerund = noun.head
    for word in noun.children:
        if word.i < teller.i:
            doc.hang(word, teller, word.dep_)
        elif word.i > noun.i and word.pos_ != "NOUN":
            doc.hang(word, verb, "advcl" if word.relation is Dep.NOUN_CLAUSE else word.dep_)
    doc.hang(verb, verb, "ROOT")
    doc.hang(teller, verb, "nsubj")
    doc.hang(noun, verb, "obj")
    if gerund != noun:
        doc.hang(gerund, verb, "advcl")
    doc.parsed[verb.i].tag_ = "VBD"


def _accused_besides(verb: Token, operators: Operators) -> Token | None:
    """ "Denied that they had killed him and accused the army": who denies the one accuses of the other."""
    told = verb.head
    if dep(told) is not Dep.COMPLEMENT_CLAUSE or verb.tag_ not in ("VBD", "VBN") or not told.head.i < told.i < verb.i:
        return None
    if children(verb, Dep.SUBJECT, Dep.AUXILIARY, Dep.MARKER) or verb.lemma_.lower() not in operators.accusing:
        return None
    had = any(c.lower_ == "had" for c in children(told, Dep.AUXILIARY))
    return told.head if had and told.head.lemma_.lower() in operators.telling else None


def _but_others_say(verb: Token, operators: Operators) -> Token | None:
    """ "Rebels charged that marines had killed five, but the army denied it": the verb that the rebels charge with."""
    told = verb.head
    if dep(told) is not Dep.COMPLEMENT_CLAUSE or not told.head.i < told.i < verb.i or told.head.pos_ != "VERB":
        return None
    if verb.lemma_.lower() not in operators.telling or children(verb, Dep.MARKER) or not children(verb, Dep.SUBJECT):
        return None
    but = next((c for c in children(verb, Dep.COORDINATOR) if c.lower_ == "but"), None)
    return told.head if but is not None and but.nbor(-1).text == "," and children(told, Dep.MARKER) else None


def _spoken_of(verb: Token, operators: Operators) -> list[Token]:
    """ "“A lie,” said General Bello [of a report that scouts had been shot]": no general of a report."""
    speakers = children(verb, Dep.SUBJECT) if verb.lemma_.lower() in operators.saying else []
    below = (t for s in speakers if s.pos_ == "PROPN" and s.i > verb.i for t in children(s, Dep.NOMINAL))
    return [t for t in below if t.lemma_.lower() in ACCOUNTS and preposition(t) in ("of", "about")]


def _said_as_well(verb: Token, operators: Operators) -> Token | None:
    """ "Reported four soldiers killed and said that …": the dead say nothing; the verb that reported them."""
    told = verb.head
    if dep(verb) is not Dep.CONJUNCT or dep(told) not in (Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE):
        return None
    acts = bool(children(told, Dep.OBJECT)) and not is_passive(told)
    if verb.tag_ != "VBD" or acts or children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
        return None
    active = _says(verb, operators) and children(verb, Dep.COMPLEMENT_CLAUSE) and not is_passive(told.head)
    return told.head if active and _says(told.head, operators) else None


def _disputed_as_well(verb: Token, operators: Operators) -> Token | None:
    """ "Said that rebels had killed nine and rejected the charge that …": who says the one rejects the other."""
    told = verb.head
    if dep(verb) is not Dep.CONJUNCT or dep(told) is not Dep.COMPLEMENT_CLAUSE:
        return None
    if children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.MARKER) or not told.head.i < told.i < verb.i:
        return None
    accounts = any(o.lemma_.lower() in ACCOUNTS for o in children(verb, Dep.OBJECT))
    return told.head if accounts and _says(told.head, operators) and not is_passive(told.head) else None


def _opens_what_is_told(verb: Token, operators: Operators) -> list[tuple[Token, Token]]:
    """ "In Kano, rebels shot a lawyer, relatives said": what opens such a sentence is of the clause behind it."""
    before = [c for c in children(verb, Dep.COMPLEMENT_CLAUSE) if c.i < verb.i and c.pos_ == "VERB"]
    if (
        len(before) != 1
        or not _says(verb, operators)
        or not any(s.i > before[0].i for s in children(verb, Dep.SUBJECT))
    ):
        return []
    first = min((s.i for s in children(before[0], Dep.SUBJECT, Dep.PASSIVE_SUBJECT)), default=-1)
    opening = (o for o in children(verb, Dep.OBLIQUE) if o.i < first)
    return [(o, before[0]) for o in opening if o.lemma_.lower() not in operators.papers]


def _inverted(verb: Token) -> Token | None:
    """ "Not true, says [the army].": who speaks stands behind the verb; parsers take him for who is told."""
    if verb.i == 0 or verb.nbor(-1).text not in AFTER_TOLD or verb.lemma_ != "say":
        return None
    told_behind = any(c.i > verb.i for c in children(verb, Dep.COMPLEMENT_CLAUSE))
    if told_behind or children(verb, Dep.SUBJECT, Dep.EXPLETIVE, Dep.AUXILIARY):
        return None
    behind = [t for t in children(verb, Dep.INDIRECT, Dep.OBJECT) if t.i > verb.i and t.pos_ in _NOMINAL]
    return behind[0] if len(behind) == 1 else None


def _announces(verb: Token, operators: Operators) -> bool:
    """ "Headquarters reported today: …": who says something is not told of, and no auxiliary makes it passive."""
    told = children(verb, Dep.PASSIVE_SUBJECT) and children(verb, Dep.COMPLEMENT_CLAUSE, Dep.PARATAXIS)
    return (
        bool(told)
        and verb.tag_ == "VBD"
        and (_says(verb, operators) or verb.lemma_.lower() in operators.accusing)
        and not children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY)
    )


def _said_in(verb: Token, operators: Operators) -> list[Token]:
    """ "Said in a video he had ordered the attacks": a whole sentence behind the noun is what was said."""
    obliques = children(verb, Dep.OBLIQUE)
    within = (o for o in obliques if o.lemma_.lower() in operators.papers and preposition(o) == "in")
    clauses = [c for o in within for c in children(o, Dep.RELATIVE) if _whole(c)]
    return clauses if clauses and _says(verb, operators) else []


def _whole(clause: Token) -> bool:
    """Whether nothing is missing in a clause without a relative word: "he ordered the attacks", not "he issued"."""
    doers = children(clause, Dep.SUBJECT)
    bare = bool(doers) and all(d.lower_ not in ("that", "which", "who") for d in doers)
    return bare and not children(clause, Dep.MARKER) and bool(children(clause, Dep.OBJECT, Dep.COPULA))


def _before_speaking(verb: Token, operators: Operators) -> Token | None:
    """ "Officials speaking anonymously said", "residents reached by telephone": the participle took the speaker."""
    if not _says(verb, operators) or is_passive(verb) or children(verb, Dep.SUBJECT, Dep.EXPLETIVE):
        return None
    before = [c for c in children(verb, Dep.ADVERB_CLAUSE) if c.i < verb.i and c.tag_ in ("VBG", "VBN")]
    clause = before[-1] if before else None
    if clause is None or children(clause, Dep.MARKER) or verb.nbor(-1).text == ",":
        return None
    subject = children(clause, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
    return clause if len(subject) == 1 and subject[0].i + 1 == clause.i else None


def blame_mended(word: Token) -> bool:
    """ "The guerrillas were to blame": a verb, and no noun that they are."""
    if word.tag_ != "NN" or not word.i or word.nbor(-1).lower_ != "to" or not children(word, Dep.COPULA):
        return False
    parsed = word.doc.parsed[word.i]
    parsed.tag_, parsed.pos_ = "VB", "VERB"
    return True


def _goes_on_telling(verb: Token, operators: Operators) -> bool:
    """ "Denied that X had been killed, contradicting reports", "said that X was killed, adding that": the speaker's."""
    told = verb.head
    if verb.tag_ != "VBG" or dep(verb) is not Dep.ADVERB_CLAUSE or dep(told) is not Dep.COMPLEMENT_CLAUSE:
        return False
    if not told.head.i < told.i < verb.i or children(verb, Dep.SUBJECT, Dep.MARKER) or verb.nbor(-1).text != ",":
        return False
    return {v.lemma_.lower() for v in (verb, told.head)} <= operators.reporting and not any(
        o.claimant == "subject" for o in operators.of(told.lemma_.lower(), "VERB")
    )


def _says(verb: Token, operators: Operators) -> bool:
    return verb.lemma_.lower() in operators.saying


def _bare(verb: Token) -> bool:
    """Whether a verb of a main clause tells something and has no subject."""
    if dep(verb) not in (Dep.ROOT, Dep.PARATAXIS) or is_passive(verb):
        return False
    if children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.EXPLETIVE, Dep.CLAUSAL_SUBJECT):
        return False
    return any(c.i < verb.i for c in children(verb, Dep.COMPLEMENT_CLAUSE, Dep.PARATAXIS))


def _called(verb: Token, operators: Operators) -> Token | None:
    """ "Called the claim that it had shot him nonsense": the last word is what the claim is called, and not in it."""
    accounts = [t for t in children(verb, Dep.OBJECT) if t.lemma_.lower() in ACCOUNTS and children(t, Dep.NOUN_CLAUSE)]
    if not accounts:
        return None
    words = {w for o in operators.of(verb.lemma_.lower(), "VERB") for w in o.only_with}
    end = [t for t in sentence_of(verb) if not t.is_punct and not t.is_space][-1]
    inside = end.head != verb and any(a == accounts[0] for a in end.ancestors)
    return end if inside and end.lower_ in words else None
