"""Mends what parsers get wrong about who says what: speakers at the end of a sentence, what somebody is accused of,
who shoots at somebody,
and which word is the verb of the sentence.

"Killing 45 civilians and wounding 125, rebels and truce monitors said": who stands between the last comma and the verb
speaks, whatever else the parser made of them; taken for more of the wounded they would come out as victims. "Accused
soldiers of the killing": no soldiers are of a killing.
"""

from __future__ import annotations

from kg.extract.closing import close
from kg.extract.entities import lexicon
from kg.extract.syntax import is_passive, preposition, sentence_of
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Doc, Token
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Effect, Operators
from kg.model import EntityKind

_LONGEST = 10  # words of such a subject
_PAST = frozenset({"VBD", "VBN"})
_HARM = frozenset({"killed", "injured"})
_HARM_OR_TAKE = _HARM | {"captured"}
_MARKS = frozenset({",", "”", '"', "''"})
_CHARGED = frozenset({"of", "in", "over", "for", "with"})
_WHEN = frozenset({"after", "before", "since", "until", "when", "once", "because"})
_LOOSE = frozenset({Dep.OPEN_CLAUSE, Dep.PARATAXIS, Dep.ADVERB_CLAUSE, Dep.OTHER})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def mended(doc: Doc, frames: Frames, operators: Operators) -> Doc:
    """The text with lost speakers and charges hung on their verbs."""
    closed = [_killing(word) for word in doc if word.pos_ == "NOUN" and word.lower_ in ("kill", "kills")]
    closed += [close(sentence) for sentence in doc.sents]
    closed += [_named_within(name) for name in doc if name.relation is Dep.APPOSITION and name.pos_ == "PROPN"]
    changed = [verb for verb in doc if verb.pos_ == "VERB" and _mended(verb, frames, operators)]
    if not changed and not any(closed):
        return doc
    doc.forget()
    return Doc(doc.parsed, doc.text)


def _named_within(name: Token) -> bool:
    """ "The leader of the Red Band, Jon Kane": the name is not the Band's; hangs it on the noun, if it hung within."""
    inner = name.head
    outer = inner.head
    noun = lexicon.noun(outer.lemma_.lower()) if outer.pos_ == "NOUN" else None
    if name.ent_type_ != "PERSON" or inner.pos_ != "PROPN" or noun is None or noun.kind is not EntityKind.PERSON:
        return False
    if inner.relation is not Dep.NOMINAL or preposition(inner) != "of" or outer.tag_ != "NN":
        return False
    name.doc.hang(name, outer, "appos")
    return True


def _mended(verb: Token, frames: Frames, operators: Operators) -> bool:
    """Mends what hangs wrongly on or above a verb; whether anything did."""
    doc, changed = verb.doc, False
    if any(o.agent == "object" for o in operators.of(verb.lemma_.lower(), "VERB")):
        for accused in children(verb, Dep.OBJECT):
            for charge in children(accused, Dep.NOMINAL):
                if charge.lemma_.lower() in frames.nouns and preposition(charge) in _CHARGED:
                    doc.hang(charge, verb, "obl")
                    changed = True
                elif charge.tag_ == "VBG" and preposition(charge) in _CHARGED:
                    # "accused the Front [of shelling] [Kano]": the parser made both the Front's
                    doc.hang(charge, verb, "advcl")
                    for thing in children(accused, Dep.NOMINAL):
                        if thing.i > charge.i and not children(thing, Dep.CASE) and not children(charge, Dep.OBJECT):
                            doc.hang(thing, charge, "obj")
                    changed = True
    if _heads(verb):
        subject = verb.head
        doc.hang(verb, verb, "ROOT")
        doc.hang(subject, verb, "nsubj")
        changed = True
    elif _taken_for_name(verb):
        _lead(verb)
        changed = True
    lost = _lost_subject(verb)
    if lost is not None:
        conjunction, subject = lost
        doc.hang(conjunction, verb, "mark")
        doc.hang(subject, verb, "nsubj:pass" if is_passive(verb) else "nsubj")
        doc.hang(verb, verb.head, "advcl")
        changed = True
    if (clause := _before_speaking(verb, operators)) is not None:
        speaker = children(clause, Dep.SUBJECT)[0]
        doc.hang(speaker, verb, "nsubj")
        doc.hang(clause, speaker, "acl")
        changed = True
    if _goes_on_telling(verb, operators):
        doc.hang(verb, verb.head.head, "advcl")
        changed = True
    if (named := _who(verb)) is not None:
        doc.hang(verb, named, "acl:relcl")
        changed = True
    if (over := _dead_on_top(verb)) is not None:
        doc.hang(verb, verb, "ROOT")
        for child in [c for c in over.children if c.i < verb.i]:
            doc.hang(child, verb, "obl" if child.relation is Dep.NOMINAL else child.dep_)
        doc.hang(over, verb, "obj")
        changed = True
    shot = _shot_dead(verb)
    if shot is not None:
        doc.hang(shot, shot.head, "obj")
        changed = True
    if shot is not None or _acts(verb):
        for doer in children(verb, Dep.PASSIVE_SUBJECT):
            doc.hang(doer, doer.head, "nsubj")
            changed = True
    if (acts := _acts_on_the_dead(verb)) is not None:
        doer, whom = acts.head, verb.nbor(-1)
        doc.hang(acts, acts, "ROOT")
        doc.hang(doer, acts, "nsubj")
        doc.hang(verb, whom, "acl")
        changed = True
    for speaker in _before_colon(verb):
        doc.hang(speaker, verb, "parataxis")
        changed = True
    for whom, name in _strayed_names(verb):
        doc.hang(name, whom, "appos")
        changed = True
    for harm, harmed in _counted_harms(verb, frames):
        word = doc.parsed[harm.i]
        word.tag_, word.pos_, word.lemma_ = "VBP", "VERB", _singular(harm)
        doc.hang(harm, verb, "conj")
        doc.hang(harmed, harm, "obj")
        changed = True
    for harmed in _second_harms(verb, frames):
        harm = harmed.left_edge if harmed.left_edge.tag_ in _PAST else harmed.left_edge.nbor()
        doc.hang(harm, verb, "conj")
        doc.hang(harmed, harm, "obj")
        changed = True
    if verb.tag_ in ("VBD", "VBZ") and _says(verb, operators) and _bare(verb):
        for number, speaker in enumerate(speakers := _left_of(verb)):
            doc.hang(speaker, speakers[0] if number else verb, "conj" if number else "nsubj")
            changed = True
    return changed


def _heads(verb: Token) -> bool:
    """ "The council accused soldiers": a participle behind a noun has no object; it is the verb of the sentence."""
    noun = verb.head
    if dep(verb) is not Dep.NOUN_CLAUSE or dep(noun) is not Dep.ROOT or not noun.i < verb.i:
        return False
    finite = verb.tag_ in ("VBD", "VBN") and not children(verb, Dep.MARKER, Dep.AUXILIARY)
    if not finite or noun.pos_ not in _NOMINAL or children(noun, Dep.COPULA, Dep.SUBJECT):
        return False
    return bool(children(verb, Dep.OBJECT)) and sentence_of(verb).text.rstrip()[-1:] == "."


def _taken_for_name(verb: Token) -> bool:
    """ "Human Rights Watch accused soldiers": no name has an object; the word behind it is the verb."""
    if verb.i == 0 or verb.tag_ not in ("VBD", "VBN", "VBZ"):
        return False
    name = verb.nbor(-1)
    if name.pos_ != "PROPN" or dep(name) is not Dep.ROOT or children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY):
        return False
    return verb.head in children(name, Dep.OBJECT, Dep.APPOSITION)


def _lost_subject(verb: Token) -> tuple[Token, Token] | None:
    """ "Made him chief after Omar Sadiq, its founder, was killed": the conjunction, and who stands behind it.

    The commas around what is said of him make the parser take "after" for a preposition; a verb that has a tense and no
    subject shows that it is none.
    """
    if dep(verb) not in _LOOSE or not (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and is_passive(verb))):
        return None
    if children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.EXPLETIVE, Dep.CLAUSAL_SUBJECT):
        return None
    for noun in children(verb, Dep.OBLIQUE):
        begin, end = noun.left_edge, noun.right_edge
        first = begin if begin.lower_ in _WHEN else begin.nbor(-1) if begin.i else begin
        between = verb.doc[end.i + 1 : verb.i]
        auxiliary = all(word.head == verb and word.pos_ in ("AUX", "PUNCT") for word in between)
        if noun.i < verb.i and first.lower_ in _WHEN and auxiliary and children(noun, Dep.APPOSITION):
            return first, noun
    return None


def _lead(verb: Token) -> None:
    """Makes a word the verb of its sentence, and all behind it its own."""
    name, whom = verb.nbor(-1), verb.head
    behind = [child for child in name.children if child.i > verb.i]
    doc = verb.doc
    doc.hang(verb, verb, "ROOT")
    doc.hang(name, verb, "nsubj")
    for child in behind:
        beside = child.dep_ == "nmod" and child != whom
        doc.hang(child, verb, "obl" if beside else "obj" if child == whom else child.dep_)
        if beside:
            for gerund in [c for c in child.children if c.tag_ == "VBG" and c.dep_ == "acl"]:
                doc.hang(gerund, verb, "advcl")


def _acts(verb: Token) -> bool:
    """ "Gunmen shot at the bus.": the verb of a whole sentence is in the active voice if it has no auxiliary.

    So is that of a clause with a subject of its own behind a noun: "an attack the government blamed on rebels".
    """
    if dep(verb) is Dep.RELATIVE and verb.tag_ in _PAST and not children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY):
        return any(s.pos_ in _NOMINAL for s in children(verb, Dep.PASSIVE_SUBJECT))
    objects = [o for o in children(verb, Dep.OBJECT) if o.i > verb.i]
    if objects and verb.tag_ in _PAST and children(verb, Dep.PASSIVE_SUBJECT):
        return not children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY)  # "Rebels killed 28 people": it has an object
    if dep(verb) is not Dep.ROOT or verb.tag_ not in ("VBD", "VBN") or children(verb, Dep.OBJECT):
        return False
    helped = children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY, Dep.COPULA)
    return not helped and sentence_of(verb).text.rstrip()[-1:] == "." and any(c.lower_ == "at" for c in verb.subtree)


def _killing(word: Token) -> bool:
    """ "Strikes kill at least 12, medics say", "Police kill six men": a noun with what a verb has is the verb."""
    behind = [n for n in children(word, Dep.NUMERAL) if n.i > word.i]
    doers = children(word, Dep.SUBJECT)
    if not doers and word.relation is Dep.ROOT and children(word, Dep.OBJECT):
        doers = [c for c in children(word, Dep.COMPOUND) if c.i == word.i - 1]
    if not doers or not (behind or children(word, Dep.OBJECT)) or children(word, Dep.COPULA, Dep.DETERMINER):
        return False
    parsed = word.doc.parsed[word.i]
    parsed.tag_, parsed.pos_, parsed.lemma_ = "VBP", "VERB", "kill"
    for doer in doers:
        word.doc.hang(doer, word, "nsubj")
    for number in behind[:1]:
        word.doc.hang(number, word, "obj")
    return True


def _who(verb: Token) -> Token | None:
    """ "The coffin of Jon Kane, who was killed": the name right before "who", where the clause hangs on a thing."""
    if verb.relation is not Dep.RELATIVE or verb.head.ent_type_ == "PERSON":
        return None
    who = next((c for c in verb.children if c.lower_ == "who"), None)
    noun = lexicon.noun(verb.head.lemma_.lower())
    if who is None or who.i < 2 or (noun is not None and noun.kind is not EntityKind.MATERIEL):
        return None
    last = who.nbor(-2) if who.nbor(-1).text == "," else who.nbor(-1)
    if last.ent_type_ != "PERSON":
        return None
    while last.head.ent_type_ == "PERSON" and last.head is not last and last.relation is not Dep.APPOSITION:
        last = last.head
    return last if last is not verb.head else None


def _dead_on_top(verb: Token) -> Token | None:
    """ "Gunmen with pistols shot dead Omar Sayed": whom the parser took for the top of the sentence."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    if [t.lower_ for t in behind[:1]] != ["dead"] or verb.tag_ not in _PAST or dep(verb) is Dep.ROOT:
        return None
    over = next((t for t in verb.ancestors if dep(t) is Dep.ROOT), None)
    if over is None or over.pos_ not in _NOMINAL or over.i <= verb.i or children(verb, Dep.OBJECT):
        return None
    first = min([over.i, *(c.i for c in over.children if c.i > verb.i + 1)])
    doers = [s for s in children(over, Dep.SUBJECT) if s.i < verb.i]
    return over if first == verb.i + 2 and doers else None


def _shot_dead(verb: Token) -> Token | None:
    """ "Gunmen shot dead Omar Sayed", "hacked to death nine men": who stands there is whom it is done to.

    Not where an auxiliary stands before it.
    """
    if verb.tag_ not in ("VBD", "VBN") or children(verb, Dep.OBJECT, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY):
        return None
    after, lower = verb.i + 1, [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    if lower == ["to", "death"]:
        after += 1
        behind = [c for c in verb.children if c.i > after and c.pos_ == "NOUN" and _told_of(c)]
        return next((c for c in behind if c.left_edge.i == after + 1 and dep(c) is Dep.OBLIQUE), None)
    if after + 1 >= len(verb.doc) or lower[:1] != ["dead"]:
        return None
    behind = [c for c in verb.children if c.i > after and c.pos_ in _NOMINAL]
    return next((c for c in behind if c.left_edge.i == after + 1 and dep(c) is Dep.OPEN_CLAUSE), None)


def _acts_on_the_dead(verb: Token) -> Token | None:
    """ "Rebels buried 12 fighters killed in battle.": no auxiliary makes "killed" the verb of the sentence; who did
    something to the noun before it are not the dead."""
    if verb.relation is not Dep.ROOT or verb.tag_ != "VBN" or verb.i == 0:
        return None
    if children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY) or sentence_of(verb).text.rstrip()[-1:] != ".":
        return None
    clauses = [c for s in children(verb, Dep.PASSIVE_SUBJECT) for c in children(s, Dep.NOUN_CLAUSE)]
    return next((c for c in clauses if any(o.i == verb.i - 1 for o in children(c, Dep.OBJECT))), None)


def _before_colon(verb: Token) -> list[Token]:
    """ "Governor: NATO strike killed 14": who stands before the colon says it and does not do it."""
    doers = children(verb, Dep.SUBJECT)
    return [d for d in doers[:-1] if d.i + 1 < len(verb.doc) and d.nbor().text == ":" and doers[-1].i < verb.i]


def _strayed_names(verb: Token) -> list[tuple[Token, Token]]:
    """ "The group beheaded a hostage, Jon Kane.": no verb has a subject behind its object, the name is the object's."""
    found, subjects = [], children(verb, Dep.SUBJECT)
    if len(subjects) > 1 and subjects[0].i < verb.i:
        for whom in children(verb, Dep.OBJECT):
            found += [(whom, n) for n in subjects[1:] if n.i > whom.i > verb.i and n.pos_ == "PROPN" and _set_off(n)]
    return found


def _set_off(name: Token) -> bool:
    """Whether a comma stands before a name and its phrase."""
    begin = name.left_edge.i
    return "," in (name.doc[begin].text, name.doc[max(begin - 1, 0)].text)


def _told_of(noun: Token) -> bool:
    """Whether a noun has no preposition and is told with an article or number: whom it happened to, not when."""
    return not preposition(noun) and bool(children(noun, Dep.NUMERAL, Dep.DETERMINER))


def _counted_harms(verb: Token, frames: Frames) -> list[tuple[Token, Token]]:
    """ "Gunmen kill 12, abduct 30": in a headline the second verb looks like a noun; it and the number behind it."""
    if verb.tag_ not in ("VBP", "VBZ", "VB") or not _harms(verb.lemma_.lower(), frames):
        return []
    found = []
    objects = children(verb, Dep.OBJECT)
    for word in (*objects, *(c for o in objects for c in children(o, Dep.CONJUNCT))):
        after = word.i + 1
        if word.pos_ not in _NOMINAL or after >= len(verb.doc) or verb.doc[word.i - 1].text not in (",", "and"):
            continue
        number = verb.doc[after]
        if number.pos_ == "NUM" and number.head is word and _harms(_singular(word), frames):
            found.append((word, number))
    return found


def _singular(word: Token) -> str:
    """A present tense that was taken for a noun, without its ending: "wounds"."""
    return word.lower_.removesuffix("s")


def _harms(lemma: str, frames: Frames) -> bool:
    """Whether a verb by itself says that somebody was killed, hurt or taken."""
    return any(p.frame.effect in _HARM_OR_TAKE and not p.extra for p in frames.verbs.get(lemma, ()))


def _second_harms(verb: Token, frames: Frames) -> list[Token]:
    """ "Killed 35 civilians and injured scores": behind a harm and its object, the participle is the next."""
    if verb.lemma_.lower() not in frames.verbs or is_passive(verb):
        return []
    found = []
    for harmed in (c for o in children(verb, Dep.OBJECT) for c in children(o, Dep.CONJUNCT)):
        first = harmed.left_edge
        if first.lower_ == "and" and first.head == harmed:
            first = first.nbor()
        hurts = any(p.frame.effect in _HARM and not p.extra for p in frames.verbs.get(first.lemma_.lower(), ()))
        if hurts and first.tag_ in _PAST and first.head == harmed and first != harmed:
            found.append(harmed)
    return found


def _before_speaking(verb: Token, operators: Operators) -> Token | None:
    """ "Officials speaking on condition of anonymity said": the participle that took the speaker of its verb."""
    if not _says(verb, operators) or is_passive(verb) or children(verb, Dep.SUBJECT, Dep.EXPLETIVE):
        return None
    before = [c for c in children(verb, Dep.ADVERB_CLAUSE) if c.i < verb.i and c.tag_ == "VBG"]
    clause = before[-1] if before else None
    if clause is None or children(clause, Dep.MARKER) or verb.nbor(-1).text == ",":
        return None
    subject = children(clause, Dep.SUBJECT)
    return clause if len(subject) == 1 and subject[0].i + 1 == clause.i else None


def _goes_on_telling(verb: Token, operators: Operators) -> bool:
    """ "Denied that X had been killed, contradicting reports", "said that X was killed, adding that": the speaker's."""
    told = verb.head
    if verb.tag_ != "VBG" or dep(verb) is not Dep.ADVERB_CLAUSE or dep(told) is not Dep.COMPLEMENT_CLAUSE:
        return False
    if not told.head.i < told.i < verb.i or children(verb, Dep.SUBJECT, Dep.MARKER) or verb.nbor(-1).text != ",":
        return False
    return all(
        any(o.claimant == "subject" and not o.extra for o in operators.of(v.lemma_.lower(), "VERB"))
        for v in (verb, told.head)
    ) and not any(o.claimant == "subject" for o in operators.of(told.lemma_.lower(), "VERB"))


def _says(verb: Token, operators: Operators) -> bool:
    found = operators.of(verb.lemma_.lower(), "VERB")
    return any(
        o.claimant == "subject" and o.effect is Effect.PLAIN and not (o.extra or o.only_with or o.agent) for o in found
    )


def _bare(verb: Token) -> bool:
    """Whether a verb of a main clause tells something and has no subject."""
    if dep(verb) not in (Dep.ROOT, Dep.PARATAXIS) or is_passive(verb):
        return False
    if children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.EXPLETIVE, Dep.CLAUSAL_SUBJECT):
        return False
    return any(c.i < verb.i for c in children(verb, Dep.COMPLEMENT_CLAUSE, Dep.PARATAXIS))


def _left_of(verb: Token) -> list[Token]:
    """The heads of the noun phrases between the last comma and a verb, all of which hang on what stands before it."""
    doc, begin = verb.doc, verb.i
    while begin > 0 and doc[begin - 1].text not in _MARKS:
        begin -= 1
        clause = doc[begin].pos_ in ("VERB", "AUX", "SCONJ") and doc[begin].tag_ != "VBG"  # "refugees reaching X said"
        if verb.i - begin > _LONGEST or clause or doc[begin].is_sent_start:
            return []
    if begin in (0, verb.i) or doc[verb.i - 1].pos_ not in _NOMINAL or doc[begin].pos_ == "VERB":
        return []
    heads = [t for t in doc[begin : verb.i] if not begin <= t.head.i < verb.i]
    return heads if all(t.pos_ in _NOMINAL and t.head.i < begin for t in heads) else []
