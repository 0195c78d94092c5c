"""Gives events the authors that other sentences, or other words than the event's own, name for them.

An author found here is never guessed from standing near: some word says that somebody is blamed, suspected, held for it
or did it. Blame and suspicion make accusations, and no accusation is a fact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.authors.blame import Laid
from kg.extract.authors.blame import laid as laid_in
from kg.extract.authors.identified import identified
from kg.extract.authors.killers import Killers, killers
from kg.extract.authors.seen import attackers, deed_of
from kg.extract.authors.suspects import suspects
from kg.extract.entities import Entities
from kg.extract.fillers import Fillers, Sort
from kg.extract.incidents import Incident, Telling
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.phrases import each_other
from kg.extract.speakers import NARRATOR, Speakers
from kg.extract.stance import of as stance_of
from kg.extract.stance_record import Stance
from kg.extract.syntax import appositions, complements, compounds, determiner, embedding, preposition
from kg.extract.syntax.labels import Dep
from kg.extract.syntax.tokens import Span, Token
from kg.extract.triggers import Trigger
from kg.extract.wielders import told_to_be_of
from kg.knowledge.frames import Frame, Frames, Pattern
from kg.knowledge.operators import Operators
from kg.model import Category, Certainty, ClaimKind, EntityKind, Predicate, Stage

#: How many sentences back blame without an event word of its own may reach.
REACH = 3
_HARM = (Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE)
_LEVELS = list(Certainty)
_THE = frozenset({"the", "this", "these", "both"})
_MEANS = frozenset({Predicate.WEAPON})
_NOBODY = frozenset({"no", "any", "neither", "either", "which", "what", "whichever"})


class Authors:
    """Finds the authors that the sentences of one document name apart from the deed."""

    def __init__(
        self, entities: Entities, fillers: Fillers, speakers: Speakers, frames: Frames, operators: Operators
    ) -> None:
        self._entities = entities
        self._speakers = speakers
        self._fillers = fillers
        self._frames = frames
        self._operators = operators
        self._pointing = _frame(frames.nouns, "responsibility")
        self._killing = _frame(frames.verbs, "kill")

    def add(
        self, sentence: Span, number: int, here: Sequence[EventMention], before: Sequence[EventMention]
    ) -> list[EventMention]:
        """Adds authors to the mentions of a sentence; hands back mentions that its other words make.

        ``before`` are the mentions of the sentences before.
        """
        for mention in here:
            for draft, agents in suspects(mention, self._operators):
                self._accuse(draft, agents)
                # who is hanged for a bombing dies in no bombing
                suffered = (
                    m for m in here for d in m.drafts for p in d.parts if p.token in agents and p.predicate in _HARM
                )
                mention.apart |= {i for m in suffered if m is not mention for i in m.incident.words}
        made = [self._killers(k, number, here, before) for k in killers(sentence, self._operators)]
        made += [self._laid(found, number, here, before) for found in laid_in(sentence, self._operators)]
        told = identified(sentence, self._operators, self._frames) if here or _open(before, number) else ()
        known = (found for found in told if found.about or self._known(found, number, before))
        made += [self._laid(found, number, here, before) for found in known]
        made += [self._seen(a, number, here, before) for a in attackers(sentence, self._operators)]
        return [mention for mention in made if mention is not None]

    def _seen(
        self, attacker: Token, number: int, here: Sequence[EventMention], before: Sequence[EventMention]
    ) -> EventMention | None:
        """The mention in which "the gunmen" are those who did what was told before; None where that is not so."""
        parts = {p.predicate for m in here for d in m.drafts for p in d.parts if p.token == attacker}
        stopped = any(m.keys(Predicate.PERPETRATOR) for m in here) and attacker.tag_ == "NN"  # "police shot the gunman"
        suffered = {Predicate.CAPTIVE, Predicate.FATAL_VICTIM} if stopped else {Predicate.CAPTIVE}
        if self._pointing is None or parts - suffered:
            return None
        deed = deed_of(attacker, number, before, self._entities, self._fillers, self._frames)
        if deed is None:
            return None
        trigger = Trigger(attacker, self._pointing, "noun", {attacker.i})
        draft = Draft(Telling(trigger, stance_of(trigger, self._operators)), self._pointing.event_class)
        if not _plain(draft.telling.stance):
            return None
        keys = self._keys(attacker)
        groups = ((self._entities.at(group), sure) for group, sure in told_to_be_of(attacker, self._operators))
        draft.parts = [Part(Predicate.PERPETRATOR, key, attacker, Certainty.PROBABLE) for key in keys]
        draft.parts += [
            Part(Predicate.PERPETRATOR, key, attacker, max(sure, Certainty.PROBABLE, key=_LEVELS.index))
            for key, sure in groups
            if key is not None and self._entities.name(key) is not None
        ]
        return EventMention(
            Incident([draft.telling]), [draft], attacker.idx, number, definite=True, weak=True, about=deed
        )

    def settle(self, mentions: list[EventMention]) -> list[EventMention]:
        """The mentions of a document without those that only a noun for killers makes, where nothing else bears it out.

        "The cartel's assassins shot a judge" is not of the cartel's death. Whom they killed is dead if other words of
        the document say so, or if they are "the murderer of" a person and murder nobody else in the same breath.
        """
        told = [d for m in mentions for d in m.drafts if not _by_killers(d)]
        dead = {key for draft in told for key in draft.keys(Predicate.FATAL_VICTIM)}
        acting = {p.token.i for d in told for p in d.parts if p.predicate is Predicate.PERPETRATOR}
        for mention in mentions:
            mention.drafts = [d for d in mention.drafts if not _by_killers(d) or self._dies(d, dead, acting)]
        return [mention for mention in mentions if mention.drafts]

    def _dies(self, draft: Draft, dead: set[str], acting: set[int]) -> bool:
        victims = [p for p in draft.parts if p.predicate is Predicate.FATAL_VICTIM]
        if any(p.key in dead for p in victims):
            return True
        noun = draft.telling.trigger.token
        of = {t.i for prep, t in complements(noun) if prep == "of"}
        people = [p for p in victims if p.token.i in of and self._entities.kind(p.key) is EntityKind.PERSON]
        return bool(people) and noun.i not in acting

    def _laid(
        self, laid: Laid, number: int, here: Sequence[EventMention], before: Sequence[EventMention]
    ) -> EventMention | None:
        """The mention that lays blame for an event told before; None where it is laid for something else."""
        agents = [h for a in laid.agents if self._acts(h := self._hand(a)) and not self._mistaken(h)]
        if laid.who is not None:
            peaceful = (a for a in agents if self._fillers.category(a).wider is Category.CIVILIANS)
            agents = [] if any(peaceful) else agents  # "the five were local civilians": those who were killed
        if not agents or self._pointing is None:
            return None
        hosts = [d for m in here for d in m.drafts if d.telling.trigger.token in laid.about]
        if hosts:
            self._accuse(hosts[0], agents, laid.kind is not None or bool(laid.claimants))
            return None
        if any(_says_of(laid.word, d.telling) for m in here for d in m.drafts) or not _open(before, number):
            return None
        trigger = Trigger(laid.word, self._pointing, "verb", {laid.word.i})
        stance = stance_of(trigger, self._operators)
        draft = Draft(Telling(trigger, stance), self._pointing.event_class)
        if not _plain(stance) and not self._own_denial(draft, agents):
            return None
        stance.claimants = list(laid.claimants) or stance.claimants
        if laid.only_said and not self._in_the_mouth_of_another(draft, agents):
            return None
        certainty = max(laid.certainty, stance.certainty, _open_choice(agents), key=_LEVELS.index)
        stance.agent_kind = laid.kind
        draft.parts = [Part(Predicate.PERPETRATOR, key, a, certainty) for a in agents for key in self._keys(a)]
        about = _latest_harm(before, number) if here else None
        return EventMention(
            Incident([draft.telling]), [draft], laid.word.idx, number, definite=True, weak=True, about=about
        )

    def _in_the_mouth_of_another(self, draft: Draft, agents: Sequence[Token]) -> bool:
        """Whether somebody says "it was the army", of others than himself who may bear arms."""
        speaker = self._speakers.claimant(draft.telling)[0]
        keys = {key for agent in agents for key in self._keys(agent)}
        groups = all(self._entities.kind(key) is EntityKind.GROUP for key in keys)
        return speaker != NARRATOR and speaker not in keys and groups

    def _known(self, laid: Laid, number: int, before: Sequence[EventMention]) -> bool:
        """Whether those, or the weapon, of whom a sentence tells more are known from what was told before."""
        near = [m for m in before if number - m.sentence <= REACH]
        if laid.who is not None:
            if _the_attackers(laid.who, self._operators):
                return True
            if laid.who.pos_ == "PRON" and not any(a.pos_ == "PROPN" for a in laid.agents):
                return False  # "the army described them as terrorists": as often said of the dead
            key = self._entities.at(laid.who)
            if key is None or (self._entities.kind(key) is EntityKind.GROUP and self._entities.name(key) is not None):
                return False  # "the Front is a movement of X": no more is told of who acted for it
            if any(key in m.keys(Predicate.FATAL_VICTIM) for m in near) and any(map(self._somebody, laid.agents)):
                return False  # who was hanged for a deed, and whose doctor he had been
            return any(key in m.keys(Predicate.PERPETRATOR) for m in near)
        weapon = laid.weapon
        if weapon is None or determiner(weapon) not in _THE:
            return False
        known = {p.token.lemma_.lower() for m in near for d in m.drafts for p in d.parts if p.predicate in _MEANS}
        triggers = (d.telling.trigger for m in near for d in m.drafts)  # no deed is "the wounded" whom they carried
        known |= {trigger.token.lemma_.lower() for trigger in triggers if trigger.form != "adjective"}
        return weapon.lemma_.lower() in known

    def _somebody(self, agent: Token) -> bool:
        """Whether a word stands for a person, and not for a group that one may belong to."""
        key = self._entities.at(agent)
        return key is not None and self._entities.kind(key) is EntityKind.PERSON

    def _own_denial(self, draft: Draft, agents: Sequence[Token]) -> bool:
        """ "The rebels said that they were not responsible": others deny more than their part."""
        stance = draft.telling.stance
        if stance.positive or stance.cancelled or stance.kind is not ClaimKind.ASSERTION:
            return False
        speaker = self._speakers.claimant(draft.telling)[0]
        return all(speaker in self._keys(agent) for agent in agents)

    def _killers(
        self, found: Killers, number: int, here: Sequence[EventMention], before: Sequence[EventMention]
    ) -> EventMention | None:
        """Those who are said to be somebody's murderers, if that somebody is known to be dead."""
        if self._killing is None:
            return None
        dead = {key for mention in before for key in mention.keys(Predicate.FATAL_VICTIM)}
        # "X's killers" may also kill for X, "the killers of judges" are of no death that is told
        of = {key for m in here for key in m.keys(Predicate.FATAL_VICTIM) if self._entities.name(key)}
        victims = {
            k: v for v in found.victims if (k := self._entities.at(v)) in dead or (k in of and preposition(v) == "of")
        }
        agents = [a for a in found.named if self._acts(a)]
        trigger = Trigger(found.said, self._killing, "noun", {found.said.i})
        stance = stance_of(trigger, self._operators)
        if not victims or not agents or not _plain(stance):
            return None
        draft = Draft(Telling(trigger, stance), self._killing.event_class)
        draft.parts = [Part(Predicate.FATAL_VICTIM, key, victim) for key, victim in victims.items() if key]
        keys = [(key, agent) for agent in agents for key in self._keys(agent) if key not in victims]
        sure = _open_choice(agents)
        draft.parts += [Part(Predicate.PERPETRATOR, key, agent, sure) for key, agent in keys]
        return EventMention(Incident([draft.telling]), [draft], found.said.idx, number)

    def _accuse(self, draft: Draft, agents: Sequence[Token], only_held: bool = True) -> None:
        """Adds authors of whom the sentence says that they are such, or (``only_held``) that somebody holds them so."""
        stance = draft.telling.stance
        fresh = [(a, k) for a in agents if self._acts(a) for k in self._keys(a)]
        if draft.telling.trigger.form == "verb":
            # the grammar has those held for killing kill: the sentence only says that they are held for it
            doers = {k for _, k in fresh}
            draft.parts = [p for p in draft.parts if p.predicate is not Predicate.PERPETRATOR or p.key not in doers]
        fresh = [(a, k) for a, k in fresh if k not in draft.keys(Predicate.PERPETRATOR, *_HARM)]
        if not fresh or not stance.positive:
            return
        sure = Certainty.POSSIBLE if only_held else Certainty.CERTAIN
        if only_held:
            stance.agent_kind = stance.agent_kind or ClaimKind.ACCUSATION
        draft.parts += [Part(Predicate.PERPETRATOR, key, agent, sure) for agent, key in fresh]

    def _acts(self, agent: Token) -> bool:
        return determiner(agent) not in _NOBODY and self._fillers.sort(agent) is Sort.ACTOR

    def _hand(self, agent: Token) -> Token:
        """Whose planes or guns did it: the army of "army guns"; those who act themselves stand for themselves."""
        if self._fillers.sort(agent) in (Sort.WEAPON, Sort.MATERIEL):
            return next((t for t in compounds(agent) if self._fillers.sort(t) is Sort.ACTOR), agent)
        return agent

    def _mistaken(self, agent: Token) -> bool:
        """Whether somebody brought in as unknown ("a child") was taken for a person with a name, not surely enough."""
        named = any(t.ent_type_ == "PERSON" for t in appositions(agent))  # "a cleric, Omar Bello"
        key = self._entities.at(agent) if determiner(agent) in ("a", "an") and not named else None
        return key is not None and self._entities.form(agent) != "name" and self._entities.name(key) is not None

    def _keys(self, agent: Token) -> list[str]:
        if each_other(agent):
            return []
        return self._entities.members(agent) or [self._entities.ensure(agent, EntityKind.GROUP)]


def _the_attackers(noun: Token, operators: Operators) -> bool:
    """Whether a noun speaks of those who did what was told before, and of all of them."""
    if noun.lower_ in ("those", "people", "men", "ones"):  # "those responsible"
        return any(c.lemma_.lower() == "responsible" for c in noun.children)
    return noun.lemma_.lower() in operators.lists["attackers"] and determiner(noun) in ("the", "these", "those", "both")


def _by_killers(draft: Draft) -> bool:
    """Whether a death is told by a noun for those who killed."""
    return draft.telling.trigger.frame.needs == "victim"


def _open(before: Sequence[EventMention], number: int) -> bool:
    """Whether one of the last sentences tells of something that happened, which blame can be for."""
    near = (d for m in before if m.sentence >= number - REACH for d in m.drafts)
    return any(
        d.telling.stance.positive
        and not d.zero
        and not d.telling.trigger.frame.weak
        and d.telling.stance.stage is Stage.ACCOMPLISHED
        for d in near
    )


def _says_of(word: Token, telling: Telling) -> bool:
    """Whether an event word stands below another, and not in a relative clause: "accused X, which denied it"."""
    if word.i not in telling.stance.path:
        return False
    for relation, _, above in embedding(telling.trigger.token):
        if relation is Dep.RELATIVE:
            return False
        if above == word:
            break
    return True


def _latest_harm(before: Sequence[EventMention], number: int) -> EventMention | None:
    """What blame is for where its own sentence tells of something else, too: the last harm told before."""
    near = (m for m in reversed(before) if m.sentence >= number - REACH)
    return next((m for m in near if m.keys(*_HARM) and _open([m], number)), None)


def _open_choice(agents: Sequence[Token]) -> Certainty:
    """How sure each of several is: of "soldiers or policemen" neither is said to have done it."""
    open_ = any(child.lower_ in ("or", "either") for agent in agents for child in agent.children)
    return Certainty.POSSIBLE if open_ else Certainty.CERTAIN


def _plain(stance: Stance) -> bool:
    """Whether somebody says so, of something that was done: not a denial, a plan or an if."""
    told = stance.positive and not stance.cancelled and stance.kind in (ClaimKind.ASSERTION, ClaimKind.ACCUSATION)
    return told and stance.stage is Stage.ACCOMPLISHED


def _frame(words: Mapping[str, Sequence[Pattern]], lemma: str) -> Frame | None:
    """The frame of a word, if the data have it: a user's own may not."""
    return next((pattern.frame for pattern in words.get(lemma, ()) if not pattern.extra), None)
