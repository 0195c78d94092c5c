"""Denials by other facts: "no aircraft flew that day", "its men were not in the village", "he had left months ago".

No word of theirs tells of an event. They answer what somebody else told in the sentences before: that those accused
were not there, did no such thing or had not the means for it; that the dead were not there or are unhurt; that there
were none of the people or aircraft said to be lost. What merely has a "not" in it ("it had not been informed")
denies nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.disowning import SAME_TIME, disowns, elsewhere_then
from kg.extract.entities import Entities
from kg.extract.fillers import Fillers
from kg.extract.incidents import Incident, Telling
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.own_side import OwnSide
from kg.extract.speakers import NARRATOR, Speakers
from kg.extract.stance import of as stance_of
from kg.extract.syntax import (
    arguments,
    complements,
    determiner,
    embedding,
    forms_of,
    heads_of,
    markers,
    negation,
    subjects,
    words_of,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Span, Token
from kg.extract.triggers import POINTING, Trigger
from kg.knowledge.frames import Frame, Frames
from kg.knowledge.operators import Effect, Operators
from kg.model import ClaimKind, Outcome, Predicate, Stage

#: How many sentences back the words may lie that are contradicted.
REACH = 3
_AGAINST = frozenset({ClaimKind.DENIAL, ClaimKind.DOUBT})
_HARM = (Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE)
_LOST = (*_HARM, Predicate.MATERIAL_LOSS)
_OUTCOMES = {
    Outcome.KILLED: Predicate.FATAL_VICTIM,
    Outcome.INJURED: Predicate.INJURED_VICTIM,
    Outcome.CAPTURED: Predicate.CAPTIVE,
    Outcome.MISSING: Predicate.VICTIM,
}
#: A sentence with none of these, nobody absent in it and nobody who denies says nothing that is not so.
_NOT = frozenset(
    {"not", "n't", "n’t", "never", "nor", "hardly", "cannot", "no", "longer", "none", "only", "solely", "nothing"}
)
_NOBODY = frozenset({"none", "nobody", "no-one"})
_DENIABLE = (Dep.COMPLEMENT_CLAUSE, Dep.OPEN_CLAUSE)
_USING = frozenset({"use", "employ", "deploy"})
_STATE = ("security-force", "police")
_THERE = frozenset({"area", "vicinity", "region", "zone", "there", "nearby", "scene"})
_MEANWHILE = frozenset({"as", "while", "before", "until"})
_NONE = frozenset({"no", "none", "nothing"})
_ONLY = frozenset({"only", "solely"})
_FROM_THE_AIR = frozenset({"bomb", "missile", "rocket", "aircraft", "cluster-munition"})


class Contradictions:
    """Finds what the sentences of one document contradict without naming it."""

    def __init__(
        self, entities: Entities, fillers: Fillers, speakers: Speakers, frames: Frames, operators: Operators
    ) -> None:
        self._entities = entities
        self._fillers = fillers
        self._speakers = speakers
        self._operators = operators
        self._side = OwnSide(entities, fillers)
        self._signs = operators.denying | operators.lists["absent"]
        self._frame: Frame | None = next((p.frame for p in frames.nouns.get("responsibility", ()) if not p.extra), None)

    def add(
        self, sentence: Span, number: int, here: Sequence[EventMention], before: Sequence[EventMention]
    ) -> list[EventMention]:
        """Mentions that deny a part of an event told in this sentence or shortly before it."""
        if self._frame is None or self._affirms(sentence):
            return []
        told = [m for m in (*before, *here) if m.sentence >= number - REACH and _tells(m)]
        if not told:
            return []
        read = {i for m in here for d in m.drafts for i in (*d.telling.stance.path, *m.incident.words)}
        made = (self._denial(clause, told, number, here) for clause in self._clauses(sentence) if clause.i not in read)
        return [mention for mention in made if mention is not None][:1]

    def _affirms(self, sentence: Span) -> bool:
        """Whether a sentence has no word at all that says that something is not so."""
        forms = forms_of(sentence)
        none = forms.isdisjoint(_NOT) and forms.isdisjoint(self._signs) and forms.isdisjoint(SAME_TIME)
        return none and not heads_of(sentence.doc, Dep.NEGATION)

    def _clauses(self, sentence: Span) -> Iterator[Token]:
        """The predicates of a sentence that say that something is not so, or that somebody is elsewhere or unhurt."""
        lists, reporting = self._operators.lists, self._operators.reporting
        words, signs, said = words_of(sentence), self._signs, heads_of(sentence.doc, Dep.COPULA)
        forms = forms_of(sentence)
        none, only = not forms.isdisjoint(_NONE), not forms.isdisjoint(_ONLY)
        yield from (word for word, _, _ in words if word.i in said and elsewhere_then(word))
        if not any(t.lower_ in _NOT or t.relation is Dep.NEGATION or lemma in signs for t, lemma, _ in words):
            return
        for word, lemma, pos in words:
            if word.lower_ in _NOBODY and dep(word) is Dep.OBJECT and word.head.lemma_.lower() in reporting:
                yield word
            if lemma == "use" and pos == "NOUN" and dep(word) is Dep.OBJECT and word.head.lemma_ == "deny":
                yield word
            if pos not in ("VERB", "AUX", "ADJ", "NOUN", "ADV", "PROPN", "PRON"):
                continue
            if not (pos in ("VERB", "AUX") or word.i in said):
                continue
            if pos == "VERB" and lemma in reporting and "to" not in markers(word):  # "they were not to blame"
                continue
            negated = negation(word) is not None or (none and self._of_none(word))
            if lemma in lists["absent"] or negated or self._denied(word) or (only and self._only(word)):
                yield word

    def _denied(self, word: Token) -> bool:
        """Whether somebody denies what a clause says."""
        if dep(word) not in _DENIABLE or word.head.pos_ != "VERB":
            return False
        found = self._operators.of(word.head.lemma_.lower(), "VERB")
        return any(o.effect is Effect.DENY and not o.only_with for o in found) and negation(word.head) is None

    def _only(self, word: Token) -> bool:
        """ "Fires only at military positions": never at anything else."""
        if word.tag_ not in ("VBZ", "VBP"):
            return False
        near = [word, *(a.token for a in arguments(word))]
        return any(c.lower_ in _ONLY for w in near for c in w.children)

    def _of_none(self, word: Token) -> bool:
        """ "No shell hit it", "none of them was hit", "hit nothing"."""
        found = arguments(word)
        none = {determiner(a.token) for a in found} | {determiner(s) for s in subjects(word)}
        none |= {"no" for a in found if a.token.lower_ == "nothing"}
        return "no" in none or any(s.lower_ == "none" for s in subjects(word))

    def _denial(
        self, clause: Token, told: Sequence[EventMention], number: int, here: Sequence[EventMention]
    ) -> EventMention | None:
        assert self._frame is not None
        if {"if", "unless", "whether", "after", "when", "because"} & set(markers(clause)):
            return None
        if clause.lemma_.lower() in self._operators.lists["absent"] and _MEANWHILE & set(markers(clause)):
            return None  # "fired on him as he left his office"
        if any(relation is Dep.RELATIVE for relation, _, _ in embedding(clause)) or dep(clause) is Dep.RELATIVE:
            return None
        trigger = Trigger(clause, self._frame, "verb", {clause.i})
        stance = stance_of(trigger, self._operators)
        habit = self._only(clause)
        if (stance.cancelled and not habit) or stance.stage is not Stage.ACCOMPLISHED or stance.kind is ClaimKind.DOUBT:
            return None
        telling = Telling(trigger, stance)
        speaker, group = self._speakers.claimant(telling)
        if speaker == NARRATOR:
            return None
        voices = {key for key in (speaker, group) if key is not None}
        earlier = [m for m in told if m.begin < clause.idx]
        # what was once denied outright may since have been admitted by the same speaker
        others = [m for m in earlier if self._denied(clause) or set(m.speakers or (NARRATOR,)) - voices]
        others = [m for m in others if not _owns(m, voices)]
        draft = Draft(telling, self._frame.event_class, contradicts=True)
        for about in reversed(others):
            if self._contradicted(clause, voices, about, draft):
                stance.kind, stance.positive, stance.cancelled = ClaimKind.DENIAL, False, ""
                return EventMention(
                    Incident([telling]),
                    [draft],
                    clause.idx,
                    number,
                    definite=True,
                    weak=True,
                    speakers=self._speakers.of_telling(telling),
                    about=about,
                )
        return None

    def _contradicted(self, clause: Token, voices: set[str], about: EventMention, draft: Draft) -> bool:
        """Adds to a draft what a clause denies of an event, if anything."""
        lists = self._operators.lists
        lemma = clause.lemma_.lower()
        things = [t for t in subjects(clause) if t.pos_ not in ("DET",)] or list(subjects(clause))
        things += [a.token for a in arguments(clause) if determiner(a.token) in ("no", "any")]
        absent = lemma in lists["absent"]
        parts = [p for d in about.drafts for p in d.parts]
        if elsewhere_then(clause):
            agents = [p for p in parts if p.predicate is Predicate.PERPETRATOR]  # "he was in the capital that day"
            who = set(map(self._entities.at, subjects(clause)))
            ours = any(self._side.own(t, voices) for t in things)
            there = clause.lemma_.lower() in _THERE or self._entities.at(clause) in about.keys(Predicate.LOCATION)
            elsewhere = [p for p in agents if not there and (p.key in who or (ours and self._side.accused(p, voices)))]
            draft.parts += elsewhere[:1]
            return bool(elsewhere)
        if clause.lower_ in _NOBODY:
            # "rebels claim 40 soldiers slain; army says none"
            draft.parts += [p for p in parts if p.predicate in _HARM]
            draft.casualties += [c for d in about.drafts for c in d.casualties if c.count.high != 0]
            return bool(draft.parts or draft.casualties)
        if disowns(clause, self._denied(clause), lambda thing: self._side.own(thing, voices)):
            agents = [p for p in parts if p.predicate is Predicate.PERPETRATOR and self._side.accused(p, voices)]
            draft.parts += agents[:1] or [Part(Predicate.PERPETRATOR, self._side.group(voices), clause)]
            return True
        if absent and negation(clause) is None:
            lost = [p for p in parts if p.predicate in _LOST for t in things if self._same(p, t)]
            draft.parts += lost[:1]
            return bool(lost)
        if lemma in _USING and self._with(clause, draft):
            return True
        if lemma in lists["acting"] and self._flew_not(clause, about) and self._side.bears_arms(voices):
            draft.parts.append(Part(Predicate.PERPETRATOR, self._side.group(voices), clause))
            return True
        acts = lemma in lists["acting"] or lemma in ("be", "have") or _somewhere(clause)
        agents = [p for p in parts if p.predicate is Predicate.PERPETRATOR]
        if acts and agents:
            own = [p for p in agents if self._side.accused(p, voices)]
            doers = subjects(clause)  # "police had no suspects" says nothing of those who did it
            named = [p for p in agents for t in doers if p.key in (self._entities.at(t), self._entities.operator(t))]
            mine = own and any(self._side.own(t, voices) for t in things)
            found = named or (own if mine else [])
            if found and not self._speaks_of_itself(clause):
                draft.parts += found[:1]
                return True
        others = bool(agents) and (self._side.fights(voices) or any(self._entities.name(p.key) for p in agents))
        if not others and self._was_not_there(clause, things, voices):
            draft.parts.append(Part(Predicate.PERPETRATOR, self._side.group(voices), clause))
            return True
        if not self._denied(clause):
            return False
        things = [t for t in things if self._entities.at(t) not in voices]  # "they denied breaking the truce"
        wanted = {Predicate.CAPTIVE} if lemma in lists["taking"] else set(_HARM)
        harmed = [p for p in parts if p.predicate in wanted for t in things if self._alike(p.token, t)]
        draft.parts += harmed[:1]
        for share in (s for d in about.drafts for s in d.shares):
            thing = next((t for t in things if self._fillers.category(t) is share.category), None)
            if thing is not None and not harmed:
                draft.shares.append(share)
                draft.parts.append(Part(_OUTCOMES[share.outcome], self._entities.ensure(thing), thing))
                return True
        return bool(harmed)

    def _with(self, clause: Token, draft: Draft) -> bool:
        """ "Denied using cluster bombs", "that sarin was used", "any use of it": what it is denied to be done with."""
        if clause.pos_ == "NOUN":
            things = [t for prep, t in complements(clause) if prep == "of"]
        elif not self._denied(clause):
            return False
        else:
            things = children(clause, Dep.OBJECT, Dep.PASSIVE_SUBJECT)
        found = [(weapon, t) for t in things if (weapon := self._fillers.weapon(t)) is not None]
        draft.parts += [Part(Predicate.WEAPON, weapon, thing) for weapon, thing in found]
        return bool(found)

    def _was_not_there(self, clause: Token, things: Sequence[Token], voices: set[str]) -> bool:
        """ "The army said it was not operating in the area", "no soldiers had taken part": where nobody is accused."""
        if not any(self._side.own(t, voices) for t in things):
            return False
        if not self._side.bears_arms(voices) and not self._side.fights(voices):
            return False
        if clause.lemma_.lower() == "take" and any(t.lower_ == "part" for t in children(clause, Dep.OBJECT)):
            return True
        if clause.lemma_.lower() not in self._operators.lists["acting"] and not children(clause, Dep.COPULA):
            return clause.lower_ in _THERE  # "its aircraft were in the area"
        near = (clause, *(a.token for a in arguments(clause)), *clause.children)
        return any(t.lemma_.lower() in _THERE for t in near)

    def _flew_not(self, clause: Token, about: EventMention) -> bool:
        """ "Aviation did not work there on that day", where somebody told of bombs: whoever flies did not drop them."""
        flying = any(self._fillers.flies(t) or t.lemma_.lower() == "aviation" for t in subjects(clause))
        if not flying or about.keys(Predicate.PERPETRATOR):
            return False
        weapons = (w for key in about.keys(Predicate.WEAPON) for w in self._fillers.weapon_words(key))
        return any(w in _FROM_THE_AIR for w in weapons) or "AirStrike" in about.classes

    def _speaks_of_itself(self, clause: Token) -> bool:
        """ "It was not aware", "they had no information": who knows nothing of it does not say that it was not he."""
        words = [clause, *(a.token for a in arguments(clause))]
        return any(w.lemma_.lower() in self._operators.lists["knowing"] for w in words)

    def _same(self, part: Part, thing: Token) -> bool:
        return self._entities.at(thing) == part.key or self._alike(part.token, thing)

    def _alike(self, one: Token, two: Token) -> bool:
        """Whether two words are for the same sort of people or things: "planes", "all its aircraft"."""
        if self._fillers.armed(two) and not self._fillers.armed(one):
            return False  # no fighters were there: nothing of the 28 who died
        if two.pos_ == "NOUN" and (one.lemma_.lower() == two.lemma_.lower() or one.pos_ == "NUM"):
            return True
        of = [t for prep, t in complements(two) if prep == "of"]
        return (self._fillers.flies(one) and self._fillers.flies(two)) or any(self._alike(one, t) for t in of)


def _tells(mention: EventMention) -> bool:
    """Whether a mention tells of something that happened, and more than that there was something."""
    stances = [d.telling.stance for d in mention.drafts]
    if all(d.telling.trigger.frame.name in POINTING for d in mention.drafts):
        return False
    return any(s.positive and s.kind not in _AGAINST for s in stances)


def _owns(mention: EventMention, voices: set[str]) -> bool:
    """Whether those who speak admit a deed: "acknowledged killing them, but denied that they had been unarmed"."""
    admitted = any(d.telling.stance.kind is ClaimKind.RESPONSIBILITY for d in mention.drafts)
    return admitted and bool(voices & set(mention.speakers))


def _somewhere(clause: Token) -> bool:
    """Whether a predicate says how or where somebody is; "they were not rebels" only says who they are."""
    noun = clause.pos_ in ("NOUN", "PROPN") and not children(clause, Dep.CASE)
    return bool(children(clause, Dep.COPULA)) and not noun
