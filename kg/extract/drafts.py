"""Event mentions: what one incident says of its participants, place and means, as entities rather than
words."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import jointly, tolls
from kg.extract.entities import Entities
from kg.extract.filler import FIRE, Filler
from kg.extract.fillers import Fillers, Sort
from kg.extract.headcounts import HeadCounts
from kg.extract.hedging import hedged, hedged_cleft
from kg.extract.incidents import Incident, Telling
from kg.extract.meaning import (
    by_itself,
    denies_any,
    found_hanged,
    in_battle,
    meant,
    of_a_crime,
    struck_down,
    suffered,
)
from kg.extract.mentions import HARMED, OUTCOMES, Draft, EventMention, Part
from kg.extract.narrowing import refined, ways
from kg.extract.oneself import not_both, not_oneself
from kg.extract.phrases import definite, each_other, is_heading, of_wounds, one_of_two, setting_of
from kg.extract.rolls import among_them
from kg.extract.shares import of_a_part
from kg.extract.syntax import (
    complements,
    compounds,
    determiner,
    first_conjunct,
    is_passive,
    modifiers,
    possessors,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import POINTING
from kg.extract.victims import Victims, in_which_way
from kg.extract.whereabouts import is_where
from kg.extract.wielders import nobody_told, said_to_be_of, told_to_be_of, wielders
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators
from kg.model import Casualties, Category, Certainty, ClaimKind, EntityKind, Predicate

_WHICH = frozenset({"which", "what", "whichever"})
_LEVELS = list(Certainty)
_DOERS_TO_THEM = frozenset(
    {
        "captor",
        "kidnapper",
        "abductor",
        "killer",
        "murderer",
        "attacker",
        "assailant",
        "torturer",
        "tormentor",
        "jailer",
    }
)
_ANY_OF = frozenset({"any", "none", "one", "some", "several", "two", "three"})
_FROM_AFAR = frozenset({"Shelling", "MissileStrike", "AirStrike", "DroneStrike"})
_OF_CRAFT = frozenset({"platform", "aircraft", "aircraft-subject"})  # "the downing of a drone" befalls the drone
_RULERS = frozenset({"government", "junta", "regime"})  # they strike, and are not struck as a "mosque" is


class Drafter:
    """Turns incidents into event mentions."""

    def __init__(self, entities: Entities, fillers: Fillers, frames: Frames, operators: Operators) -> None:
        self._entities = entities
        self._fillers = fillers
        self._frames = frames
        self._operators = operators
        self._counts = HeadCounts(entities, fillers)
        self._victims = Victims(entities, fillers, self._counts, operators)

    def draft(self, incident: Incident, sentence: int, opening: int = 0) -> EventMention | None:
        """The event mention of an incident, None if its words turn out to mean something else.

        The report begins with sentence ``opening``; what stands above it are headlines and captions.
        """
        drafts = [self._draft(telling) for telling in incident.tellings]
        drafts = [d for d in drafts if not by_itself(d)]
        drafts = [d for d in drafts if meant(d, len(drafts) > 1, self._entities, self._fillers)]
        if not drafts:
            return None
        jointly.settle(drafts, self._fillers)
        bare = is_heading(drafts[0].telling.trigger.token)
        mention = EventMention(
            incident=incident,
            drafts=drafts,
            begin=min(d.telling.trigger.token.idx for d in drafts),
            sentence=sentence,
            introduced=any(_introduces(d.telling.trigger.token) for d in drafts if not _speaks_of_known(d)),
            heading=sentence > max(2, opening - 1) and bare,
            title=sentence < opening or (sentence <= 2 and bare),
            plural=any(d.telling.trigger.token.tag_ in ("NNS", "NNPS") for d in drafts),
            ways=frozenset(c for d in drafts for c in ways(d, self._fillers, self._frames)),
            setting=frozenset(w for d in drafts for w in setting_of(d.telling, self._fillers.timed)),
            definite=any(definite(d.telling, self._fillers.timed) or denies_any(d) for d in drafts),
            weak=all(
                (
                    d.telling.trigger.frame.weak
                    or d.telling.trigger.handed
                    or tolls.witnessed(d.telling.trigger)
                    or found_hanged(d)
                )
                and not of_wounds(d.telling)
                and not _owned(d)
                and not of_a_crime(d, self._operators)
                for d in drafts
            )
            and not in_battle(drafts)
            and not suffered(drafts, self._fillers)
            and not struck_down(drafts, self._operators.lists["body"]),
        )
        return mention

    def _draft(self, telling: Telling) -> Draft:
        trigger = telling.trigger
        draft = Draft(telling, trigger.frame.event_class)
        for filler in telling.fillers:
            self._fill(draft, filler)
        for token in among_them(trigger.token) if trigger.frame.effect in HARMED else ():
            self._victims.some_named(draft, token, HARMED[trigger.frame.effect])
        for token in () if tolls.witnessed(trigger) else telling.stance.agents:
            self._actor(draft, token, telling.stance.agent_certainty)
        for token in telling.stance.targets:
            self._survivor(draft, token)
        self._counts.nobody(draft)
        taken = any(self._fillers.captive(t) for prep, t in complements(trigger.token) if prep == "of")
        summed = trigger.frame.name in tolls.FRAMES and not (taken or tolls.running(trigger.token))
        if summed and (told := tolls.number_told(trigger.token)) is not None:
            draft.casualties.append(Casualties(OUTCOMES[trigger.frame.effect], Category.ALL_PEOPLE, told))
        if draft.listed >= 0:
            # "four were executed by the group: A, B and C": whom the parser made more of those who did it
            late = [p for p in draft.parts if p.predicate is Predicate.PERPETRATOR and p.token.i > draft.listed]
            draft.parts = [p for p in draft.parts if p not in late]
        doers = draft.keys(Predicate.PERPETRATOR)
        draft.parts = [p for p in draft.parts if p.predicate is not Predicate.TARGET or p.key not in doers]
        not_oneself(draft, self._entities, self._fillers)
        not_both(draft, self._entities)
        draft.event_class = "Killing" if found_hanged(draft) else refined(draft, self._fillers, self._frames)
        return draft

    def _survivor(self, draft: Draft, token: Token) -> None:
        """ "X survived an attack": it was aimed at X."""
        if self._fillers.sort(token) is Sort.ACTOR:
            keys = self._entities.members(token) or [self._entities.ensure(token)]
            draft.parts += [Part(Predicate.TARGET, key, token) for key in keys]

    def _fill(self, draft: Draft, filler: Filler) -> None:
        sort = self._fillers.sort(filler.token)
        role = filler.role
        if role == "perpetrator" and each_other(filler.token):
            draft.mutual = True
        elif role == "perpetrator":
            self._perpetrator(draft, filler, sort)
        elif role == "operator" and sort is not Sort.ACTOR:
            self._operator(draft, filler.token)  # "Israeli settlers" are not of the army
        elif role == "nation":
            self._nation(draft, filler.token)
        elif role == "weapon":
            self._weapon(draft, filler, sort)
        elif role == "weapon-or-perpetrator":
            if sort is Sort.ACTOR:
                self._actor(draft, filler.token)
            else:
                self._weapon(draft, filler, sort)
        elif role == "side":
            self._side(draft, filler, sort)
        elif role == "victim" and filler.slot == "compound":
            self._victims.add_kind(draft, filler)
        elif role == "victim":
            self._victims.add(draft, filler, sort)
        elif role in ("target", "loss"):
            self._target(draft, filler, sort, role)
        elif role == "participant" and sort in (Sort.ACTOR, Sort.MATERIEL, Sort.WEAPON):
            draft.parts.append(Part(Predicate.TARGET, self._entities.ensure(filler.token), filler.token))
        elif role == "place" and sort is Sort.PLACE and draft.telling.trigger.frame.name not in POINTING:
            self._place(draft, filler)  # where somebody denies it is not where it happened

    def _perpetrator(self, draft: Draft, filler: Filler, sort: Sort) -> None:
        token = filler.token
        if in_which_way(token):
            return
        if filler.slot == "self" and self._entities.name(self._entities.ensure(token)) is None:
            return  # "the murderers of X" says no more of them than that
        if sort is Sort.ACTOR:
            self._actor(draft, token, hedged(filler, self._operators))
        elif sort in (Sort.WEAPON, Sort.MATERIEL):
            self._weapon(draft, filler, sort)
        elif sort is Sort.PLACE and filler.slot in ("subject", "possessor", "compound", "oblique"):
            self._operator(draft, token)
            if filler.slot == "possessor" and draft.telling.trigger.frame.effect in OUTCOMES:
                self._nation(draft, token, named=True)  # "Israel's killing of X"; "Iraq's bombings" may only be there
        elif token.lemma_.lower() in FIRE:
            whose = (self._entities.people(side) for side in (*compounds(token), *modifiers(token)))
            if (key := next((k for k in whose if k is not None), None)) is not None:
                draft.parts.append(Part(Predicate.PERPETRATOR, key, token))  # "Serb fire"
            else:
                self._operator(draft, token)  # "Israeli fire", "killed by army fire"

    def _actor(self, draft: Draft, token: Token, certainty: Certainty = Certainty.CERTAIN) -> None:
        if each_other(token):
            draft.mutual = True
            return
        if self._fillers.sort(token) is not Sort.ACTOR or nobody_told(token, draft.telling.trigger.token):
            return
        if determiner(token) in _WHICH:
            return  # "it is not clear which militia shot them"
        if any(c.lower_ == "not" for c in children(token, Dep.ADVERB)):
            return  # "the army, not the rebels, killed him"
        if token.tag_ == "NN" and token.text.istitle() and any(t.lower_ in ("his", "her") for t in possessors(token)):
            return  # "died when his Land-Rover set off a mine": what somebody owns
        if one_of_two(token):
            certainty = max(certainty, Certainty.POSSIBLE, key=_LEVELS.index)
        certainty = max(certainty, hedged_cleft(first_conjunct(token), self._operators), key=_LEVELS.index)
        certainty = max(certainty, self._hedged(token), key=_LEVELS.index)
        for key in (
            self._owners(token) or self._entities.members(token) or [self._entities.ensure(token, EntityKind.GROUP)]
        ):
            if token.pos_ == "PRON" and self._fillers.helpless(key):
                continue  # "they" who murdered are not the orphans, nor the dead, told of before
            known = next((p for p in draft.parts if p.key == key and p.predicate is Predicate.PERPETRATOR), None)
            if known is None:
                draft.parts.append(Part(Predicate.PERPETRATOR, key, token, certainty))
            elif draft.telling.stance.agent_kind is not None:
                # "accused of carrying out the raid": the grammar has X carry it out, the sentence only accuses X of it
                at = draft.parts.index(known)
                draft.parts[at] = replace(known, certainty=max(known.certainty, certainty, key=_LEVELS.index))
        self._groups(draft, token, certainty)

    def _hedged(self, token: Token) -> Certainty:
        """How sure adjectives leave who it was: "suspected rebels", "a suspected US drone"."""
        level = next((lv for m in modifiers(token) if (lv := self._operators.hedge_adjectives.get(m.lower_))), "")
        return Certainty(level) if level in ("probable", "possible") else Certainty.CERTAIN

    def _groups(self, draft: Draft, actor: Token, certainty: Certainty) -> None:
        """The groups with a name whose people those who act are said to be."""
        for group, sure in (*said_to_be_of(actor, self._operators), *told_to_be_of(actor, self._operators)):
            key = self._entities.at(group)
            if key is None or self._entities.kind(key) is not EntityKind.GROUP:
                continue
            if self._entities.name(key) is None and group.head == actor:
                continue  # "soldiers of the army" say themselves of whom they are
            if key not in draft.keys(Predicate.PERPETRATOR):
                draft.parts.append(Part(Predicate.PERPETRATOR, key, group, max(sure, certainty, key=_LEVELS.index)))

    def _owners(self, token: Token) -> list[str]:
        """The group whose people act: that behind "its fighters", "any of its men", but not behind "the party and its
        fighters"."""
        if token.lower_ in _ANY_OF:
            token = next((t for prep, t in complements(token) if prep == "of"), token)
        if (token.pos_ != "NOUN" and not token.text.islower()) or token.lemma_.lower() in _DOERS_TO_THEM:
            return []  # "were killed by their captors": those are nobody's men
        owners = [self._entities.at(t) for t in possessors(token) if t.pos_ == "PRON"]
        if dep(token) is Dep.CONJUNCT and self._entities.at(first_conjunct(token)) in owners:
            return []
        return [k for k in owners if k is not None and self._entities.kind(k) is EntityKind.GROUP]

    def _operator(self, draft: Draft, token: Token) -> None:
        """The force behind a platform, a demonym or a country's name ("Russian jets", "US strike")."""
        key = self._entities.operator(token)
        if key is not None and not any(p.key == key and p.predicate is Predicate.PERPETRATOR for p in draft.parts):
            draft.parts.append(Part(Predicate.PERPETRATOR, key, token, self._hedged(token)))
        if key is None:
            for side in (*compounds(token), *modifiers(token)):
                make = self._fillers.weapon(side) is not None  # "Uzi submachine guns"
                if self._fillers.sort(side) is Sort.ACTOR and self._fillers.armed(side) and not make:
                    self._actor(draft, side)  # "a guerrilla bomb"

    def _nation(self, draft: Draft, adjective: Token, named: bool = False) -> None:
        """ "Israeli air strikes": the military of that state, unless a word names others ("Israeli settler attack")."""
        aimed = any(f.role == "target" for f in draft.telling.fillers)
        if (
            draft.telling.trigger.frame.people == "if-aimed"
            and not aimed
            and not ways(draft, self._fillers, self._frames)
        ):
            return
        first = first_conjunct(adjective)
        for other in {f.token.i: f.token for f in draft.telling.fillers if f.slot == "compound"}.values():
            if self._fillers.sort(other) is Sort.ACTOR and (other == adjective or first_conjunct(other) != first):
                return
        key = self._entities.nation(adjective, named)
        if key is None and {draft.event_class, *ways(draft, self._fillers, self._frames)} & _FROM_AFAR:
            key = self._entities.people(adjective)  # it takes forces to shell; "a Tamil attack" may be one man's
        if key is not None:
            draft.parts.append(Part(Predicate.PERPETRATOR, key, adjective))

    def _weapon(self, draft: Draft, filler: Filler, sort: Sort) -> None:
        concept = self._fillers.weapon(filler.token)
        if concept is None:
            if sort is Sort.ACTOR and self._with_others(draft, filler):
                self._victims.add(draft, filler, sort)
            return
        if not any(p.key == concept and p.predicate is Predicate.WEAPON for p in draft.parts):
            draft.parts.append(Part(Predicate.WEAPON, concept, filler.token))
        if filler.slot != "compound" and not self._blown_up(filler.token, concept):
            self._operator(draft, filler.token)
        for wielder in wielders(filler.token, self._frames):
            if self._fillers.sort(wielder) in (Sort.WEAPON, Sort.MATERIEL):
                self._operator(draft, wielder)  # "a bomb dropped by an army plane"
            else:
                self._actor(draft, wielder)

    def _with_others(self, draft: Draft, filler: Filler) -> bool:
        """ "Was killed with an Indian officer", "was shot with his two sons": the same befell them."""
        trigger = draft.telling.trigger
        undergone = is_passive(trigger.token) or trigger.frame.subject == "victim"
        if filler.prep != "with" or filler.slot != "oblique" or trigger.form != "verb" or not undergone:
            return False
        if trigger.frame.effect not in ("killed", "injured", "captured") or not self._fillers.people(filler.token):
            return False
        theirs = any(t.lower_ in ("his", "her", "their") for t in possessors(filler.token))
        one = determiner(filler.token) in ("a", "an")
        return theirs or one or not self._fillers.armed(filler.token)  # "with rebels": rather against them

    def _blown_up(self, token: Token, concept: str) -> bool:
        """ "An airline's plane blew up": whose it is did not do it. A drone that explodes is another matter."""
        verb = token.head
        alone = dep(token) is Dep.SUBJECT and verb.lemma_ in ("blow", "explode") and not children(verb, Dep.OBJECT)
        return alone and "drone" not in self._fillers.weapon_words(concept) and not self._fillers.explosive(concept)

    def _side(self, draft: Draft, filler: Filler, sort: Sort) -> None:
        """The noun before an event noun: "rebel attack" names who attacked, "mosque attack" what was attacked."""
        armed = sort is Sort.ACTOR and self._fillers.armed(filler.token)
        if filler.token.lemma_.lower() == "terrorist" or (filler.token.pos_ == "ADJ" and not armed):
            return  # "a terrorist attack" is of a kind, not by somebody
        if armed or (
            sort is Sort.ACTOR
            and (
                filler.token.lemma_.lower() in _RULERS
                or self._entities.name(self._entities.ensure(filler.token)) is not None
            )
        ):
            self._actor(draft, filler.token)
        elif sort in (Sort.ACTOR, Sort.MATERIEL) and self._fillers.weapon(filler.token) is None:
            self._target(draft, filler, sort, "target")
        elif sort is Sort.PLACE and self._entities.operator(filler.token) is None:
            self._place(draft, filler)

    def _target(self, draft: Draft, filler: Filler, sort: Sort, role: str) -> None:
        token = filler.token
        if sort is Sort.PLACE:
            self._place(draft, filler, hit=filler.prep == "to")  # "set fire to the Hotel Central"
            return
        acts = draft.telling.trigger.frame.needs not in _OF_CRAFT and not self._fillers.vessel(token)
        if sort is Sort.WEAPON and filler.prep == "of" and acts:
            self._weapon(draft, filler, sort)  # "the explosion of a bomb"; "the bombing of the destroyer" hit it
            return
        if determiner(token) == "no" or token.lower_ in ("nobody", "none"):
            draft.zero = True  # "we shelled no market", "they attacked nobody"
            return
        if sort not in (Sort.ACTOR, Sort.MATERIEL, Sort.WEAPON):
            return
        if filler.prep == "in" and draft.telling.trigger.frame.name == "plant" and not self._fillers.stands(token):
            return  # "a bomb left in a suitcase", "in a car"
        predicate = Predicate.MATERIAL_LOSS if role == "loss" and sort is not Sort.ACTOR else Predicate.TARGET
        kind = None if sort is Sort.ACTOR else EntityKind.MATERIEL
        token = token if sort is Sort.ACTOR else self._fillers.whole(token)
        for key in self._entities.members(token) if sort is Sort.ACTOR else [self._entities.ensure(token, kind)]:
            draft.parts.append(Part(predicate, key, token))

    def _place(self, draft: Draft, filler: Filler, hit: bool = False) -> None:
        where = hit or (is_where(filler.token, filler.prep) and not of_a_part(filler.token))
        key = self._entities.place_phrase(filler.token) if where else None
        if key is not None and not any(p.key == key and p.predicate is Predicate.LOCATION for p in draft.parts):
            draft.parts.append(Part(Predicate.LOCATION, key, filler.token))


def _owned(draft: Draft) -> bool:
    """ "Took responsibility for the death of X": it was violence."""
    return draft.telling.stance.kind is ClaimKind.RESPONSIBILITY and bool(draft.keys(Predicate.FATAL_VICTIM))


def _introduces(noun: Token) -> bool:
    return determiner(noun) in ("a", "an", "another")


def _speaks_of_known(draft: Draft) -> bool:
    """ "A death toll of 30" speaks of an event told before, whatever its article."""
    return tolls.counts_known(draft.telling.trigger)
