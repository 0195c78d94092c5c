"""Who the dead were, where a sentence behind them only tells of their lives: "Two reporters died. X and Y worked for".

No word says that X and Y are the two. What does: right after people were told to have died as a reporter, a nurse or
two soldiers, just as many are named for the first time and told of as reports tell of the dead, by age and past life.
Whoever speaks, sees, flees or may be one of those who did it is left alone. It is the narrator's, and probable at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kg.extract.entities import Entities, lexicon
from kg.extract.incidents import Incident, Telling
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.phrases import count_of
from kg.extract.rolls import Roll
from kg.extract.stance import of as stance_of
from kg.extract.syntax import (
    appositions,
    complements,
    conjuncts,
    determiner,
    forms_of,
    has_auxiliary,
    is_passive,
    markers,
    modifiers,
    possessors,
    preposition,
    sentence_of,
    subjects,
    words_of,
)
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Span, Token
from kg.extract.triggers import Trigger
from kg.knowledge.frames import Frame, Frames
from kg.knowledge.operators import Operators
from kg.model import Certainty, ClaimKind, EntityKind, Predicate

_MANY = 100  # more than anybody lists by name: "nurses and guards"
_REACH = 2  # sentences from the dead to their names
_HARM = (Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE)


class Identities:
    """Finds the names of dead people of one document who were only described."""

    def __init__(self, entities: Entities, frames: Frames, operators: Operators) -> None:
        self._entities = entities
        self._operators = operators
        self._frame: Frame | None = next((p.frame for p in frames.nouns.get("victim", ()) if not p.extra), None)

    def find(
        self, sentence: Span, number: int, here: Sequence[EventMention], before: Sequence[EventMention]
    ) -> EventMention | None:
        """A mention that lists as dead those whom a sentence names, None if it does not."""
        if (shot := self._shot(sentence, number, before)) is not None:
            return shot
        near = takewhile(lambda m: number - m.sentence <= _REACH, reversed(before))
        told = next((m for m in near if m.keys(*_HARM)), None)
        if self._frame is None or told is None or number <= told.sentence:
            return None
        verb = _told_by(sentence.root)
        caught = self._caught(verb, here)
        dead = self._described(told) if caught or not here else 0
        if not dead and here and self._shot_down(verb, here) and not self._suspects(told, 1):
            caught, dead = True, int(self._described(told) == 1)
        if not dead:
            return None
        names, whole = self._they(verb, told, dead) or (subjects(verb), True)
        said = names != subjects(verb)
        if not said and len(names) < dead and (_how_old(verb) or _on_the_way(verb)) and all(_age(t) for t in names):
            whole = False  # "a soldier and a girl were killed. X, 8, was on her way to school"
        if not names or (len(names) != dead if whole else len(names) >= dead):
            return None
        if not said and not caught and not self._told_of_the_dead(verb, names, told):
            return None
        if not said and any(
            t.pos_ == "PRON" and self._entities.at(t) in told.keys(Predicate.FATAL_VICTIM) for t in sentence
        ):
            return None  # "X, a colleague, worked with him": he is somebody else
        mourned = names[0].lower_ in ("he", "she") and _mourned(verb)
        begin = told.incident.main.trigger.index if caught else sentence.start
        begin = told.incident.main.trigger.token.sent.end if mourned else begin
        people = [self._new(token if caught or mourned else self._named(token), begin) for token in names]
        if not all(people) or len(set(people)) != len(names):
            return None
        trigger = Trigger(verb, self._frame, "verb", {verb.i})
        stance = stance_of(trigger, self._operators)
        if not stance.positive or stance.cancelled or stance.kind is not ClaimKind.ASSERTION:
            return None
        if stance.claimants and not (said or caught):
            return None
        draft = Draft(Telling(trigger, stance, roll=Roll(verb, tuple(names), whole)), self._frame.event_class)
        parts = zip(people, names, strict=True)
        draft.parts = [Part(Predicate.FATAL_VICTIM, key, token, Certainty.PROBABLE) for key, token in parts if key]
        if caught:
            for act in here:
                act.about = told  # "X was driving home when gunmen opened fire": they shot whoever was told dead
        return EventMention(Incident([draft.telling]), [draft], verb.idx, number, definite=True, weak=True, about=told)

    def _shot(self, sentence: Span, number: int, before: Sequence[EventMention]) -> EventMention | None:
        """ "A and B were shot. … The two dead were": as many as were shot, of whom nothing said whether they lived."""
        if "dead" not in forms_of(sentence):
            return None
        word = next((t for t in sentence if t.lower_ == "dead" and t.i > sentence.start), None)
        if word is None or self._frame is None or not any(t.lower_ in ("the", "both") for t in _before(word, sentence)):
            return None
        told = next((m for m in reversed(before) if m.keys(Predicate.INJURED_VICTIM)), None)
        if told is None or not 0 < number - told.sentence <= _REACH or told.keys(Predicate.FATAL_VICTIM):
            return None
        shot = {p.key: p for d in told.drafts if d.telling.trigger.frame.name == "shoot" for p in d.parts}
        people = [shot[key] for key in told.keys(Predicate.INJURED_VICTIM) if key in shot]
        counted = [c.best for t in _before(word, sentence) if (c := count_of(t)) is not None and t.pos_ == "NUM"]
        if not counted or counted[-1] != len(people):
            return None
        trigger = Trigger(word, self._frame, "noun", {word.i})
        draft = Draft(Telling(trigger, stance_of(trigger, self._operators)), self._frame.event_class)
        draft.parts = [Part(Predicate.FATAL_VICTIM, p.key, word, Certainty.PROBABLE) for p in people]
        return EventMention(Incident([draft.telling]), [draft], word.idx, number, definite=True, weak=True, about=told)

    def _they(self, verb: Token, told: EventMention, dead: int) -> tuple[list[Token], bool] | None:
        """Whom "they were named as A and B" or "another, C, was" names of the dead, and whether these are all."""
        named = [t for t in children(verb, Dep.OBLIQUE, Dep.OPEN_CLAUSE) if preposition(t) == "as"]
        named = [n for t in named for n in conjuncts(t) if n.pos_ != "NUM"]  # "A, 24, and B, 25"
        harmed = _whom(verb) if named else None
        naming = harmed is not None
        doer = harmed or next(iter(children(verb, Dep.PASSIVE_SUBJECT, Dep.SUBJECT)), None)
        them = next((t for t in children(verb, Dep.NOMINAL, Dep.OBLIQUE) if t.lower_ == "them"), None)
        if doer is None and them is not None and preposition(them) == "among" and self._entities.form(verb) == "name":
            # "Among them were A, director of the hospital, and B", as the parser may hang it
            beside = [
                t for d in conjuncts(verb) for t in (self._named(d),) if t is not None and t.ent_type_ == "PERSON"
            ]
            return (beside, False) if self._entities.at(them) in told.keys(Predicate.FATAL_VICTIM) else None
        if doer is None:
            return None
        words = {lemma for _, lemma, _ in words_of(sentence_of(verb))}
        if dead > 1 and self._some(verb, doer, told) and not words & (_UNHURT | self._operators.lists["bystanding"]):
            some = [t for a in appositions(doer) for t in conjuncts(a) if self._entities.form(t) == "name"]
            return (some, False) if some else None
        if doer.lower_ in ("one", "another") and dead > 1 and not complements(doer):
            if naming:
                return named[:1], False  # "one was identified as A"
            beside = [t for t in appositions(doer) if self._entities.form(t) == "name"]
            said = [verb] if self._entities.form(verb) == "name" and children(verb, Dep.COPULA) else []
            return (beside or said, False) if beside or said else None
        if verb.lower_ == "them" and preposition(verb) == "among" and children(verb, Dep.COPULA) and dead > 1:
            beside = [t for d in conjuncts(doer) for t in (self._named(d),) if t is not None]
            return (beside, False) if beside and self._entities.at(verb) in told.keys(Predicate.FATAL_VICTIM) else None
        if naming and (self._same_noun(doer, told) or self._as_many(doer, named, told, dead)):
            return (named, len(named) == dead) if len(named) <= dead else None  # "the engineers were identified as"
        others = verb.head != verb and self._entities.form(verb) == "name"  # "officers said they were A and B"
        if doer.lower_ not in _THEY or not (others or self._entities.at(doer) in told.keys(Predicate.FATAL_VICTIM)):
            return None
        if naming:
            doers = [p.token for d in told.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR]
            as_many = any(c is not None and c.best == len(named) for c in map(count_of, doers))
            return None if as_many else (named, True)  # "two guards were shot by two gunmen. They were named as"
        if verb.lemma_.lower() == "include":
            return [t for n in children(verb, Dep.OBJECT) for t in conjuncts(n)], False
        if children(verb, Dep.COPULA) and self._entities.form(verb) == "name":
            return conjuncts(verb), True
        return None

    @staticmethod
    def _same_noun(doer: Token, told: EventMention) -> bool:
        """Whether "the engineers" may be of the engineers told dead: in the same words, or some of them."""
        if determiner(doer) != "the" or doer.tag_ != "NNS":
            return False
        dead = [p.token for d in told.drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM]
        return any(t.tag_ == "NNS" and t.lemma_ == doer.lemma_ for t in dead)

    def _as_many(self, doer: Token, named: Sequence[Token], told: EventMention, dead: int) -> bool:
        """ "Two corporals were shot. The soldiers were identified as A and B": just as many, and not those who shot."""
        if determiner(doer) != "the" or doer.tag_ != "NNS" or dead < 2 or complements(doer):
            return False
        doers = {p.token.lemma_ for d in told.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR}
        return len(named) == dead and doer.lemma_ not in doers and lexicon.noun(doer.lower_) is not None

    def _some(self, verb: Token, doer: Token, told: EventMention) -> bool:
        """ "Three of them, A, B and C, were related", "the oldest, A, was 80": some of the dead just told of."""
        if not children(verb, Dep.COPULA):
            return False
        whole = next((t for prep, t in complements(doer) if prep == "of"), None)
        if whole is None:
            return doer.lower_ in _RANKED and determiner(doer) == "the"
        counted = doer.pos_ == "NUM" or doer.lower_ in _RANKED
        return counted and self._entities.at(whole) in told.keys(Predicate.FATAL_VICTIM)

    def _described(self, told: EventMention) -> int:
        """How many people a mention tells to have died, none of them by name; 0 where that is not known."""
        number = 0
        dead = {p.key: (p, d) for d in told.drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM}
        for part, draft in dead.values():
            count = count_of(part.token)
            single = self._entities.kind(part.key) is EntityKind.PERSON
            named = self._entities.name(part.key) is not None
            many = not single and count is None and part.token.tag_ == "NNS"
            if named or not draft.telling.stance.positive or (count is None and not single and not many):
                return 0
            number += _MANY if many else 1 if count is None else count.best or 0
        return number

    def _told_of_the_dead(self, verb: Token, names: Sequence[Token], told: EventMention) -> bool:
        """Whether a clause tells of a past life, and of nobody who was there, did it or speaks of it."""
        lists = self._operators.lists
        before = has_auxiliary(verb, _HAD) is not None  # "X, 52, had called for an inquiry", long before
        words = {t for w, t, _ in words_of(sentence_of(verb)) if w != verb or not before or t not in lists["careers"]}
        if words & lists["bystanding"] or any(c.lower_ in ("not", "never") for c in verb.children):
            return False
        past, lemma = verb.tag_ == "VBD" or has_auxiliary(verb, _PAST) is not None, verb.lemma_.lower()
        bereaved = lemma in lists["bereaving"] and (verb.tag_ != "VBD" or bool(words & lists["kin"]))
        if bereaved or _how_old(verb) or _on_the_way(verb):
            return True
        was = _was(verb) and len(names) > 1
        lived = lemma in lists["living"] or (before and lemma in lists["careers"])
        if self._suspects(told, len(names)) or not (was or (past and lived)):
            return False
        under_way = verb.pos_ == "VERB" and has_auxiliary(verb, _PAST) is not None  # "were driving", "had worked"
        return all(_age(token) for token in names) if len(names) == 1 else under_way or any(_age(t) for t in names)

    def _caught(self, verb: Token, here: Sequence[EventMention]) -> bool:
        """ "A and B were driving home when gunmen opened fire": what befell them while they did something else."""
        if not here or not (_under_way(verb) or self._struck(verb, here)):
            return False
        if {lemma for _, lemma, _ in words_of(sentence_of(verb))} & _UNHURT:
            return False
        clauses = [c for v in (verb, *children(verb, Dep.OPEN_CLAUSE)) for c in children(v, Dep.ADVERB_CLAUSE)]
        inside = {verb.i} | {t.i for c in clauses if _AMID & set(markers(c)) for t in c.subtree}
        they = {self._entities.at(t) for t in subjects(verb)}
        acts = [d for m in here for d in m.drafts]
        return all(d.telling.trigger.index in inside and they.issuperset(d.keys(*_HARM)) for d in acts)

    def _struck(self, verb: Token, here: Sequence[EventMention]) -> bool:
        """ "X, 16, was hit in the chest as he threw stones", of whom nothing says that he lived."""
        words, lists = {lemma for _, lemma, _ in words_of(sentence_of(verb))}, self._operators.lists
        if not words & lists["vital"] or words & lists["in_care"]:
            return False
        struck = any(
            d.telling.trigger.token == verb and d.keys(Predicate.INJURED_VICTIM) for m in here for d in m.drafts
        )
        return struck and is_passive(verb) and len(subjects(verb)) == 1 and _age(subjects(verb)[0])

    def _shot_down(self, verb: Token, here: Sequence[EventMention]) -> bool:
        """ "X, 50, was pulled from his car and shot twelve times", told of the one who was just told dead."""
        drafts = [d for m in here for d in m.drafts]
        shot = [d for d in drafts if d.telling.trigger.frame.name == "shoot" and d.keys(Predicate.INJURED_VICTIM)]
        if not shot or len(shot) < len(drafts) or len(whom := subjects(verb)) != 1 or not _age(whom[0]):
            return False
        lived = _UNHURT | _LIMBS | self._operators.lists["in_care"]
        if self._entities.form(whom[0]) != "name" or {lemma for _, lemma, _ in words_of(sentence_of(verb))} & lived:
            return False
        they = {self._entities.at(whom[0])}
        return all(d.telling.trigger.token in conjuncts(verb) and they.issuperset(d.keys(*_HARM)) for d in shot)

    def _suspects(self, told: EventMention, number: int) -> bool:
        """Whether those named may be the ones who did it: as many, or nobody knows how many, and none told by name."""
        doers = [p for d in told.drafts for p in d.parts if p.predicate is Predicate.PERPETRATOR]
        return any(
            self._entities.name(p.key) is None and (c is None or c.best == number)
            for p in doers
            for c in (count_of(p.token),)
        )

    def _named(self, token: Token) -> Token | None:
        """The name that a subject is or has beside it."""
        for word in (token, *appositions(token)):
            if self._entities.form(word) == "name":
                return word
        return None

    def _new(self, name: Token | None, begin: int) -> str | None:
        """Key of a person with a name whom nothing spoke of before a word."""
        key = self._entities.at(name) if name is not None else None
        if name is None or key is None or self._entities.kind(key) is not EntityKind.PERSON:
            return None
        return key if self._entities.name(key) is not None and self._entities.first(key) >= begin else None


def _told_by(verb: Token) -> Token:
    """The clause that somebody says, where a sentence is one: "police said they were A and B"; else the verb itself."""
    if not lexicon.speaks(verb.lemma_.lower()):
        return verb
    return next(iter(children(verb, Dep.COMPLEMENT_CLAUSE)), verb)


def _whom(verb: Token) -> Token | None:
    """Whom "they were named as", "police named them as" and "their names were given as" speak of."""
    if verb.lemma_.lower() in _NAMING:
        return next(iter(children(verb, Dep.PASSIVE_SUBJECT if is_passive(verb) else Dep.OBJECT)), None)
    names = (n for n in children(verb, Dep.PASSIVE_SUBJECT, Dep.SUBJECT, Dep.OBJECT) if n.lemma_ == "name")
    return next((whose for n in names for whose in possessors(n)), None)


def _before(word: Token, sentence: Span) -> list[Token]:
    """The two words before a word: "the two" before "dead"."""
    return list(word.doc[max(word.i - 2, sentence.start) : word.i])


_PAST = frozenset({"was", "were", "had"})
_RANKED = frozenset({"oldest", "eldest", "youngest"})
_HAD = frozenset({"had"})
_NAMING = frozenset({"name", "identify", "list"})
_THEY = frozenset({"they", "them", "their"})
_WAS = frozenset({"was", "were"})
_THERE = frozenset({"in", "at", "on", "inside", "aboard"})
_AMID = frozenset({"when", "as"})
_LIMBS = frozenset({"leg", "arm", "foot", "hand", "shoulder", "knee", "thigh"})
_UNHURT = frozenset({"escape", "flee", "survive", "unhurt", "unharmed", "wound", "injure", "witness", "see", "hear"})


def _under_way(verb: Token) -> bool:
    """What somebody was at: "was driving home", "was on his way", "was in his car", "was about to leave"."""
    if verb.tag_ == "VBG":
        return has_auxiliary(verb, _PAST) is not None
    there = verb.pos_ == "NOUN" and preposition(verb) in _THERE
    return (there or verb.lower_ == "about") and any(c.lower_ in _WAS for c in children(verb, Dep.COPULA))


def _how_old(number: Token) -> bool:
    """ "X was 47"."""
    return number.pos_ == "NUM" and len(number.text) == 2 and any(c.lower_ == "was" for c in number.children)


def _on_the_way(noun: Token) -> bool:
    """ "X was on his way to work"."""
    return noun.lemma_.lower() == "way" and _was(noun)


def _mourned(verb: Token) -> bool:
    """ "He was 33", "she leaves two children", "he is survived by his wife"."""
    return _how_old(verb) or verb.lower_ == "leaves" or (verb.lemma_ == "survive" and is_passive(verb))


def _was(noun: Token) -> bool:
    """ "X and Y were teachers", "X was on his way to work"."""
    return noun.pos_ == "NOUN" and any(c.lower_ in _WAS for c in children(noun, Dep.COPULA))


def _age(name: Token) -> bool:
    """ "X, 34," or "the 34-year-old X"."""
    figures = [t for t in name.subtree if t.pos_ == "NUM" and t.text.isdigit() and len(t.text) <= 2]
    return bool(figures) or any(m.lower_.endswith("-year-old") for m in modifiers(name))
