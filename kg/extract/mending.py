"""Mends what parsers get wrong about what people are accused of, who was hurt, and which word is the main verb.

"Accused soldiers of the killing": no soldiers are of a killing. Who says what is mended in ``speaking``.
"""

from __future__ import annotations

from kg.extract.blaming import (
    ANSWERING,
    CHARGED,
    LAYING,
    MEANT,
    accusers,
    answered_with,
    blame_laid_on,
    blamed,
    blamed_on,
    held_to_answer,
    of_the_accused,
)
from kg.extract.closing import close, undergoes
from kg.extract.deeds import (
    among_killers,
    day_of,
    deeds_mended,
    fire_mended,
    harmed_together,
    of_the_author,
    over_a_time,
)
from kg.extract.doers import doers_mended
from kg.extract.ellipses import same_fate, so_did
from kg.extract.filed import dateline_cut
from kg.extract.harms import HURT, done_to, harms_mended, killing_mended
from kg.extract.headlines import headline_mended
from kg.extract.likewise import likewise_mended
from kg.extract.named import apposed_mended, names_mended
from kg.extract.participles import (
    SLAIN,
    counted_behind,
    participles_mended,
    shot_at,
    shot_too,
    slain_mended,
    those_shot,
    town_mended,
)
from kg.extract.relatives import relatives_mended
from kg.extract.said_last import said_last
from kg.extract.semicolons import semicolon_mended
from kg.extract.shots import shot_mended
from kg.extract.speaking import blame_mended, informed_mended, said_when, speakers_mended, subject_told
from kg.extract.survival import survival_mended
from kg.extract.syntax import determiner, is_passive, preposition, sentence_of
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Doc, Token
from kg.extract.tallies import OUTCOMES, list_mended, tally_mended
from kg.extract.witnessed import found_guilty, seen_doing
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators

_LONGEST = 10  # words of such a subject
_PAST = frozenset({"VBD", "VBN"})
_WHEN = frozenset({"after", "before", "since", "until", "when", "once", "because"})
_LOOSE = frozenset({Dep.OPEN_CLAUSE, Dep.PARATAXIS, Dep.ADVERB_CLAUSE, Dep.OTHER})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_ON_TOWNS = frozenset({"bombed", "shelled", "bombarded", "strafed", "raided"})
_KILLS = frozenset({"kill", "kills", "slay", "slays"})
_HARMS = OUTCOMES.union(SLAIN, _ON_TOWNS, _KILLS, ("shot", "fire", "down", "of", "blame"))
_ASKED = _HARMS | {"as", "so", "fate", "on", ";"}
_AT = frozenset({"at"})
_SHOT_AT = frozenset({"at", "on", "upon"})


def mended(doc: Doc, frames: Frames, operators: Operators) -> Doc:
    """The text with lost speakers and charges hung on their verbs."""
    asked, verbs, names = [], [], []
    for word in doc.tokens:  # once: forms, parts of speech and names stay what they are while words are hung elsewhere
        if word.lower_ in _ASKED:
            asked.append(word)
        if word.pos_ == "VERB":
            verbs.append(word)
        elif word.pos_ == "PROPN":
            names.append(word)
    harms = [word for word in asked if word.lower_ in _HARMS]
    closed = [semicolon_mended(word) for word in asked if word.text == ";"]
    closed += [killing_mended(word) for word in harms if word.pos_ == "NOUN" and word.lower_ in _KILLS]
    closed += [slain_mended(word) for word in harms if word.lower_ in SLAIN]
    closed += [fire_mended(word) for word in harms if word.lower_ in ("fire", "down")]
    closed += [blame_mended(word) for word in harms if word.lower_ == "blame"]
    closed += [town_mended(word) for word in harms if word.lower_ in _ON_TOWNS]
    shots = [word for word in harms if word.lower_ == "shot" and word.tag_[:2] != "VB"]
    closed += [shot_mended(word) or shot_too(word) or those_shot(word) or shot_at(word) for word in shots]
    closed += [close(sentence) for sentence in doc.sents]
    closed += [dateline_cut(sentence) or headline_mended(sentence, operators) for sentence in doc.sents]
    apposed = [name for name in names if name.relation is Dep.APPOSITION]
    closed += [apposed_mended(name) for name in apposed]
    numeral = Dep.NUMERAL
    closed += [list_mended(number.head) for number in doc.tokens if number.relation is numeral]
    closed += [names_mended(word) for word in doc.tokens if word.ent_iob_ == "B" and word.ent_type_ == "PERSON"]
    closed += [tally_mended(word) for word in harms if word.lower_ in OUTCOMES]
    closed += [likewise_mended(word) or so_did(word) for word in asked if word.lower_ in ("as", "so")]
    closed += [same_fate(word) for word in asked if word.lower_ == "fate"]
    closed += [survival_mended(verb, frames.nouns) for verb in doc.tokens if verb.lemma_ == "survive"]
    deeds = [doc[of.i - 1] for of in harms if of.lower_ == "of" and of.i and doc[of.i - 1].pos_ == "NOUN"]
    closed += [day_of(word, frames) for word in asked if word.lower_ == "on" and word.i]
    closed += [harmed_together(w, frames) or among_killers(w) or over_a_time(w, frames) for w in deeds]
    closed += [of_the_author(word, frames, operators) for word in deeds]
    changed = [verb for verb in verbs if _mended(verb, frames, operators)]
    if not changed and not any(closed):
        return doc
    doc.forget()
    return Doc(doc.parsed, doc.text)


def _mended(verb: Token, frames: Frames, operators: Operators) -> bool:
    """Mends what hangs wrongly on or above a verb; whether anything did.

    Most verbs hang as they should: each question is asked only of those of the form and relation that it is about.
    """
    doc, lemma, changed = verb.doc, verb.lemma_.lower(), False
    if lemma in operators.accusing:
        for accused in children(verb, Dep.OBJECT):
            if determiner(accused) == "no" and accused.lemma_.lower() in operators.lists["proof"]:
                continue  # "found no evidence of an attack"
            for charge in children(accused, Dep.NOMINAL):
                if charge.lemma_.lower() in frames.nouns and preposition(charge) in CHARGED:
                    doc.hang(charge, verb, "obl")
                    changed = True
                elif charge.tag_ == "VBG" and preposition(charge) in CHARGED:
                    # "accused the Front [of shelling] [Kano]": the parser made both the Front's
                    doc.hang(charge, verb, "advcl")
                    for thing in children(accused, Dep.NOMINAL):
                        if thing.i > charge.i and not children(thing, Dep.CASE) and not children(charge, Dep.OBJECT):
                            doc.hang(thing, charge, "obj")
                    changed = True
        for result, charge in of_the_accused(verb, frames):
            doc.hang(result, charge, "advcl")
            changed = True
        for accuser in accusers(verb):
            doc.hang(accuser, verb, "obl:agent")
            changed = True
    if verb.tag_ == "VBG" and (act := _came_of(verb, frames)) is not None:
        doc.hang(verb, act, "advcl")
        changed = True
    if lemma in MEANT and (whom := blamed(verb) or blamed_on(verb, frames)) is not None:
        doc.hang(whom, verb, "obl")
        changed = True
    if lemma in LAYING and (whom := blame_laid_on(verb)) is not None:
        doc.hang(whom, verb, "obl")
        changed = True
    if lemma == "hold" and (answerable := held_to_answer(verb)) is not None:
        doc.hang(answerable, verb, "xcomp")
        changed = True
    for means in answered_with(verb, frames) if lemma in ANSWERING else ():
        doc.hang(means, verb, "obl")
        changed = True
    if verb.relation is Dep.NOUN_CLAUSE and (subject := _headed(verb)) is not None:
        doc.hang(verb, verb, "ROOT")
        doc.hang(subject, verb, "nsubj")
        doc.parsed[verb.i].tag_ = "VBD"
        changed = True
    elif _taken_for_name(verb):
        _lead(verb)
        changed = True
    elif verb.relation is Dep.NOUN_CLAUSE and (clause := _second_clause(verb)) is not None:
        noun = verb.head
        doc.hang(verb, clause, "conj")
        doc.hang(noun, verb, "nsubj")
        changed = True
    if verb.relation in _LOOSE and (lost := _lost_subject(verb)) is not None:
        conjunction, subject = lost
        doc.hang(conjunction, verb, "mark")
        doc.hang(subject, verb, "nsubj:pass" if is_passive(verb) else "nsubj")
        doc.hang(verb, verb.head, "advcl")
        changed = True
    for auxiliary in children(verb, Dep.AUXILIARY):
        for subject in children(auxiliary, Dep.SUBJECT):
            doc.hang(subject, verb, "nsubj")  # "said [soldiers] had shot ten men"
            changed = True
    if lemma == "find":
        changed |= found_guilty(verb)
    if verb.tag_ == "VB" and verb.relation is Dep.OPEN_CLAUSE:
        changed |= seen_doing(verb, operators)
    if lemma in operators.saying:
        if verb.relation is Dep.OTHER and verb.i - verb.head.i > 0 and children(verb, Dep.SUBJECT):
            doc.hang(verb, verb.head, "parataxis")  # "villagers told this newspaper", "he boasted"
            changed = True
        changed |= said_last(verb)
    if lemma in operators.saying or lemma in operators.accusing:
        for told in children(verb, Dep.OTHER):
            doers = children(told, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
            if told.tag_ == "VBD" and not doers:  # "a death squad run by the army murdered him, the panel found"
                doers = [t for t in children(told, Dep.PARATAXIS) if t.i < told.i and t.pos_ in _NOMINAL]
                for doer in doers:
                    doc.hang(doer, told, "nsubj")
            if told.pos_ == "VERB" and told.i < verb.i and doers:
                doc.hang(told, verb, "ccomp")
                changed = True
    changed |= speakers_mended(verb, operators) | informed_mended(verb)
    if verb.relation is Dep.COMPLEMENT_CLAUSE:
        changed |= said_when(verb) | subject_told(verb)
    if verb.relation is Dep.NOUN_CLAUSE and (account := _account_of(verb, operators)) is not None:
        people = verb.head
        doc.hang(verb, account, "acl")
        doc.hang(people, verb, "nsubj:pass")
        for case in children(people, Dep.CASE):
            doc.hang(case, verb, "mark")
        changed = True
    if (harmed := _second_subject(verb, frames)) is not None:
        doc.hang(harmed, verb, "obj")
        changed = True
    if verb.lower_ in HURT and (whom := done_to(verb)) is not None:
        doc.hang(whom, verb, "obj")
        changed = True
    doers = children(verb, Dep.PASSIVE_SUBJECT)
    if doers and _acts(verb):
        for doer in doers:
            doc.hang(doer, doer.head, "nsubj")
        for harmed in counted_behind(verb):
            doc.hang(harmed, verb, "obj")
        changed = True
    if verb.tag_ == "JJ" and dep(verb) is Dep.ADJECTIVE and verb.head.i < verb.i and verb.head.tag_ == "NNS":
        doc.hang(verb, verb.head, "acl")  # "claim 40 soldiers slain"
        doc.parsed[verb.i].tag_ = "VBN"
        changed = True
    if verb.tag_ == "VBG" and _names_an_act(verb, frames):
        parsed = doc.parsed[verb.i]
        parsed.tag_, parsed.pos_ = "NN", "NOUN"
        for child in list(verb.children):
            if children(child, Dep.CASE):
                doc.hang(child, verb, "nmod")
        for mark in children(verb, Dep.MARKER):
            doc.hang(mark, verb, "case")
        doc.hang(verb, verb.head, "obl")
        return True
    bare = verb.tag_ == "VBG" or verb.relation is Dep.CONJUNCT
    if bare and (harmed := undergoes(verb, frames)) is not None:
        doc.hang(harmed, verb, "obj")
        changed = True
    changed |= deeds_mended(verb, frames)
    changed |= relatives_mended(verb)
    changed |= doers_mended(verb)
    changed |= participles_mended(verb)
    changed |= harms_mended(verb, frames)
    return changed


def _came_of(verb: Token, frames: Frames) -> Token | None:
    """ "Soldiers fired on people who had gathered in the square, killing nine": the shots killed, not the gathering."""
    clause = verb.head
    if dep(verb) is not Dep.ADVERB_CLAUSE or dep(clause) is not Dep.RELATIVE or verb.nbor(-1).text != ",":
        return None
    if any(not p.extra for p in frames.verbs.get(clause.lemma_.lower(), ())):
        return None  # "the rebels, who had attacked a bus, killing nine"
    if not any(p.frame.effect in ("killed", "injured") for p in frames.verbs.get(verb.lemma_.lower(), ())):
        return None
    act = next((t for t in clause.head.ancestors if t.pos_ == "VERB"), None)
    return act if act is not None and act.i < clause.i and act.lemma_.lower() in frames.verbs else None


def _names_an_act(verb: Token, frames: Frames) -> bool:
    """ "Was wounded in shelling by troops", "teachers strike over killing of colleague": no act of the wounded, or of
    the teachers, as the parser has it, but a noun."""
    if dep(verb) is not Dep.ADVERB_CLAUSE or verb.lower_ not in frames.nouns:
        return False
    if children(verb, Dep.MARKER) and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "of":
        return True
    within = {"in", "during"} & {m.lower_ for m in children(verb, Dep.MARKER, Dep.CASE)}
    bare = (o for o in children(verb, Dep.OBJECT, Dep.SUBJECT) if not children(o, Dep.CASE))
    return bool(within) and verb.i > verb.head.i and is_passive(verb.head) and not any(bare)


def _headed(verb: Token) -> Token | None:
    """ "The council accused soldiers", "a group of men wounded X": a participle behind a noun has no object; it is the
    verb of the sentence, whose subject is the noun that the parser took for its top."""
    noun = verb.head
    if not noun.i < verb.i:
        return None
    while noun.relation is Dep.NOMINAL and noun.head.i < noun.i and preposition(noun) == "of":
        noun = noun.head
    if dep(noun) is not Dep.ROOT or verb.tag_ not in ("VBD", "VBN") or children(verb, Dep.MARKER, Dep.AUXILIARY):
        return None
    if noun.pos_ not in _NOMINAL or children(noun, Dep.COPULA, Dep.SUBJECT):
        return None
    return noun if children(verb, Dep.OBJECT) and sentence_of(verb).text.rstrip()[-1:] == "." else None


def _second_clause(verb: Token) -> Token | None:
    """ "…, and their chief, the American X, accused the police": the verb of a second clause, and that of the first."""
    noun = verb.head
    finite = verb.tag_ == "VBD" and not children(verb, Dep.MARKER, Dep.AUXILIARY)
    if not finite or dep(noun) is not Dep.CONJUNCT or not noun.i < verb.i or verb.nbor(-1).text != ",":
        return None
    joint = next(iter(children(noun, Dep.COORDINATOR)), None)
    if joint is None or joint.i == 0 or joint.nbor(-1).text != "," or not children(verb, Dep.OBJECT):
        return None
    return next((t for t in noun.ancestors if t.pos_ == "VERB"), None) if children(noun, Dep.APPOSITION) else None


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
    if not (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and is_passive(verb))):
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


def _account_of(verb: Token, operators: Operators) -> Token | None:
    """ "Reports of 200 civilians killed": what the reports are of is that they were killed."""
    harmed = verb.head
    if verb.tag_ != "VBN" or harmed.i > verb.i or preposition(harmed) != "of":
        return None
    account = harmed.head
    return account if account.pos_ == "NOUN" and operators.of(account.lemma_.lower(), "NOUN") else None


def _second_subject(verb: Token, frames: Frames) -> Token | None:
    """ "Air strikes killed 100 people": whom the parser made a second subject, behind the verb."""
    subject = children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT)
    if len(subject) != 2:
        return None
    before, behind = [s for s in subject if s.i < verb.i], [s for s in subject if s.i > verb.i]
    if len(before) != 1 or len(behind) != 1 or verb.tag_ not in _PAST or behind[0].pos_ not in _NOMINAL:
        return None
    if children(verb, Dep.OBJECT, Dep.PASSIVE_AUXILIARY):
        return None
    return behind[0] if any(p.frame.effect != "none" for p in frames.verbs.get(verb.lemma_.lower(), ())) else None


def _acts(verb: Token) -> bool:
    """ "Gunmen shot at the bus.": the verb of a whole sentence is in the active voice if it has no auxiliary.

    So is that of a clause with a subject of its own behind a noun: "an attack the government blamed on rebels".
    """
    if dep(verb) is Dep.RELATIVE and verb.tag_ in _PAST and not children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY):
        return any(s.pos_ in _NOMINAL for s in children(verb, Dep.PASSIVE_SUBJECT))
    objects = [o for o in children(verb, Dep.OBJECT) if o.i > verb.i] or _shared_with_next(verb)
    objects = objects or counted_behind(verb)
    if objects and verb.tag_ in _PAST and children(verb, Dep.PASSIVE_SUBJECT):
        return not children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY)  # "Rebels killed 28 people": it has an object
    if dep(verb) is not Dep.ROOT or verb.tag_ not in ("VBD", "VBN") or children(verb, Dep.OBJECT):
        return False
    helped = children(verb, Dep.AUXILIARY, Dep.PASSIVE_AUXILIARY, Dep.COPULA)
    at = _SHOT_AT if verb.lower_ == "fired" else _AT
    return not helped and sentence_of(verb).text.rstrip()[-1:] == "." and any(c.lower_ in at for c in verb.subtree)


def _shared_with_next(verb: Token) -> list[Token]:
    """The mayor in "Guerrillas kidnapped and later murdered the mayor": what two verbs in a row are done to."""
    doc = verb.doc
    if dep(verb) is not Dep.ROOT or verb.i + 2 >= len(doc) or doc[verb.i + 1].lower_ != "and":
        return []
    for beside in children(verb, Dep.CONJUNCT):
        if beside.tag_ in _PAST and all(t.pos_ == "ADV" for t in doc[verb.i + 2 : beside.i]):
            return [o for o in children(beside, Dep.OBJECT) if o.i > beside.i]
    return []
