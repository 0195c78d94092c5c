"""Event mentions: what one incident says of its participants, place and means, as entities rather than
words."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.entities import Entities
from kg.extract.fillers import Fillers, Sort
from kg.extract.incidents import Incident, Telling
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.numbers import parse_count
from kg.extract.roles import Filler
from kg.extract.syntax import (
    appositions,
    base_span,
    complements,
    compounds,
    determiner,
    modifiers,
    numerals,
    possessors,
    sentence_of,
)
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators
from kg.model import Casualties, Category, Certainty, Count, EntityKind, Outcome, Predicate

_EFFECT_PREDICATES = {
    "killed": Predicate.FATAL_VICTIM,
    "injured": Predicate.INJURED_VICTIM,
    "captured": Predicate.CAPTIVE,
    "released": Predicate.PARTICIPANT,
    "lost": Predicate.MATERIAL_LOSS,
}
_OUTCOMES = {"killed": Outcome.KILLED, "injured": Outcome.INJURED, "captured": Outcome.CAPTURED}


class Drafter:
    """Turns incidents into event mentions."""

    def __init__(self, entities: Entities, fillers: Fillers, frames: Frames, operators: Operators) -> None:
        self._entities = entities
        self._fillers = fillers
        self._frames = frames
        self._operators = operators

    def draft(self, incident: Incident, sentence: int) -> EventMention | None:
        """The event mention of an incident, None if its words turn out to mean something else."""
        drafts = [self._draft(telling) for telling in incident.tellings]
        drafts = [d for d in drafts if self._meant(d, len(drafts) > 1)]
        if not drafts:
            return None
        mention = EventMention(
            incident=incident,
            drafts=drafts,
            begin=min(d.telling.trigger.token.idx for d in drafts),
            sentence=sentence,
            introduced=any(determiner(d.telling.trigger.token) in ("a", "an", "another") for d in drafts),
            heading=sentence > 2 and is_heading(drafts[0].telling.trigger.token),
            title=sentence <= 2 and is_heading(drafts[0].telling.trigger.token),
            plural=any(d.telling.trigger.token.tag_ in ("NNS", "NNPS") for d in drafts),
            definite=any(_definite(d.telling, self._fillers.timed) for d in drafts),
            weak=all(d.telling.trigger.frame.weak and not _of_wounds(d.telling) for d in drafts),
        )
        return mention

    def _meant(self, draft: Draft, joined: bool) -> bool:
        """Whether the participants are of the sort that the frame needs: one kills people, not bills."""
        needs, form = draft.telling.trigger.frame.needs, draft.telling.trigger.form
        has = {p.predicate for p in draft.parts}
        if needs == "found":
            return draft.telling.trigger.found and bool(has)
        if form == "verb" and not joined and draft.telling.trigger.frame.effect in _OUTCOMES and self._mishap(draft):
            return False
        if form == "noun" or (joined and needs in ("violent", "any", "animate-or-none")):
            return True
        harm = has & set(_EFFECT_PREDICATES.values()) or draft.casualties
        armed = Predicate.WEAPON in has or Predicate.PERPETRATOR in has
        match needs:
            case "animate" | "person":
                return bool(harm)
            case "violent":
                return Predicate.WEAPON in has or any(
                    self._fillers.armed(p.token) for p in draft.parts if p.predicate is Predicate.PERPETRATOR
                )
            case "aircraft":
                return any(
                    self._fillers.flies(p.token)
                    for p in draft.parts
                    if p.predicate in (Predicate.MATERIAL_LOSS, Predicate.TARGET)
                )
            case "aircraft-subject":
                return any(self._fillers.flies(p.token) for p in draft.parts if p.predicate is Predicate.MATERIAL_LOSS)
            case "platform":
                return any(
                    self._entities.kind(p.key) is EntityKind.MATERIEL
                    for p in draft.parts
                    if p.predicate is Predicate.TARGET
                ) or (Predicate.WEAPON in has)
            case "materiel":
                return Predicate.MATERIAL_LOSS in has
            case "target-or-weapon":
                return Predicate.WEAPON in has or Predicate.TARGET in has
            case "animate-or-none":
                objects = [f for f in draft.telling.fillers if f.slot == "object"]
                return not objects or Predicate.TARGET in has or bool(harm)
            case _:
                return bool(armed or has or not draft.telling.fillers)

    def _mishap(self, draft: Draft) -> bool:
        """Killed by what neither acts nor is a weapon: an illness, the heat, a bus that fell into a ravine."""
        if {Predicate.PERPETRATOR, Predicate.WEAPON} & {p.predicate for p in draft.parts}:
            return False
        agents = [f.token for f in draft.telling.fillers if f.role == "perpetrator" and f.slot == "subject"]
        return any(t.pos_ in ("NOUN", "PROPN") and self._fillers.sort(t) in (Sort.OTHER, Sort.MATERIEL) for t in agents)

    # -- parts ------------------------------------------------------------------------------------------------

    def _draft(self, telling: Telling) -> Draft:
        trigger = telling.trigger
        draft = Draft(telling, trigger.frame.event_class)
        for filler in telling.fillers:
            self._fill(draft, filler)
        for token in telling.stance.agents:
            self._actor(draft, token, telling.stance.agent_certainty)
        self._no_casualties(draft)
        draft.event_class = self._refined(draft)
        return draft

    def _no_casualties(self, draft: Draft) -> None:
        """ "There were no casualties": the noun itself counts nobody."""
        trigger = draft.telling.trigger
        outcome = _OUTCOMES.get(trigger.frame.effect)
        if (
            trigger.form == "noun"
            and outcome is not None
            and determiner(trigger.token) == "no"
            and not draft.casualties
        ):
            draft.zero = True
            draft.casualties.append(Casualties(outcome, Category.ALL_PEOPLE, Count(0, 0, 0)))

    def _refined(self, draft: Draft) -> str:
        """A general attack made narrower by the words before it and by its weapons ("drone strike", "car
        bombing")."""
        trigger = draft.telling.trigger
        current = draft.event_class
        agents = [p.token for p in draft.parts if p.predicate is Predicate.PERPETRATOR]
        if trigger.frame.effect in ("killed", "injured") and any(
            c.lower_ == "suicide" for t in agents for c in compounds(t)
        ):
            return "SuicideBombing"  # "a suicide bomber killed 14 people"
        if trigger.frame.effect == "killed" or current in ("Harassment", "ShootDown", "Crash", "Release"):
            return current
        words = [f.token.lower_ for f in draft.telling.fillers if f.slot == "compound"]
        words += [f.token.lemma_.lower() for f in draft.telling.fillers if f.slot == "compound"]
        words += [w for p in draft.parts if p.predicate is Predicate.WEAPON for w in self._fillers.weapon_words(p.key)]
        for word in words:
            narrower = self._frames.refinements.get(word)
            if narrower and (
                current in self._frames.ancestors(narrower)
                or (current in ("Bombing", "Raid") and narrower in ("AirStrike", "DroneStrike", "SuicideBombing"))
            ):
                current = narrower
        return current

    def _fill(self, draft: Draft, filler: Filler) -> None:
        sort = self._fillers.sort(filler.token)
        role = filler.role
        if role == "perpetrator":
            self._perpetrator(draft, filler, sort)
        elif role == "operator":
            self._operator(draft, filler.token)
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
            self._kind_of_victim(draft, filler)
        elif role == "victim":
            self._victim(draft, filler, sort)
        elif role in ("target", "loss"):
            self._target(draft, filler, sort, role)
        elif role == "participant" and sort in (Sort.ACTOR, Sort.MATERIEL, Sort.WEAPON):
            draft.parts.append(Part(Predicate.TARGET, self._entities.ensure(filler.token), filler.token))
        elif role == "place" and sort is Sort.PLACE:
            self._place(draft, filler)

    def _perpetrator(self, draft: Draft, filler: Filler, sort: Sort) -> None:
        token = filler.token
        if sort is Sort.ACTOR:
            self._actor(draft, token)
        elif sort in (Sort.WEAPON, Sort.MATERIEL):
            self._weapon(draft, filler, sort)
        elif sort is Sort.PLACE and filler.slot in ("subject", "possessor", "compound", "oblique"):
            self._operator(draft, token)

    def _actor(self, draft: Draft, token: Token, certainty: Certainty = Certainty.CERTAIN) -> None:
        if self._fillers.sort(token) is not Sort.ACTOR:
            return
        level = next((lv for m in modifiers(token) if (lv := self._operators.hedge_adjectives.get(m.lower_))), "")
        if level in ("probable", "possible"):
            certainty = max(certainty, Certainty(level), key=list(Certainty).index)
        for key in (
            self._owners(token) or self._entities.members(token) or [self._entities.ensure(token, EntityKind.GROUP)]
        ):
            if not any(p.key == key and p.predicate is Predicate.PERPETRATOR for p in draft.parts):
                draft.parts.append(Part(Predicate.PERPETRATOR, key, token, certainty))

    def _owners(self, token: Token) -> list[str]:
        """The group whose people act: that behind "its fighters"."""
        if token.pos_ != "NOUN":
            return []
        owners = [self._entities.at(t) for t in possessors(token) if t.pos_ == "PRON"]
        return [k for k in owners if k is not None and self._entities.kind(k) is EntityKind.GROUP]

    def _operator(self, draft: Draft, token: Token) -> None:
        """The force behind a platform, a demonym or a country's name ("Russian jets", "US strike")."""
        key = self._entities.operator(token)
        if key is not None and not any(p.key == key and p.predicate is Predicate.PERPETRATOR for p in draft.parts):
            draft.parts.append(Part(Predicate.PERPETRATOR, key, token))

    def _weapon(self, draft: Draft, filler: Filler, sort: Sort) -> None:
        concept = self._fillers.weapon(filler.token)
        if concept is None:
            return
        if not any(p.key == concept and p.predicate is Predicate.WEAPON for p in draft.parts):
            draft.parts.append(Part(Predicate.WEAPON, concept, filler.token))
        if filler.slot != "compound":
            self._operator(draft, filler.token)

    def _victim(self, draft: Draft, filler: Filler, sort: Sort) -> None:
        token, effect = filler.token, draft.telling.trigger.frame.effect
        if token.lower_ in _NOBODY and effect in _OUTCOMES:
            draft.zero = True
            draft.casualties.append(Casualties(_OUTCOMES[effect], Category.ALL_PEOPLE, Count(0, 0, 0)))
            return
        if sort is Sort.OTHER and token.pos_ == "NOUN" and draft.telling.trigger.frame.needs == "animate":
            # whom one kills or arrests is somebody, also where no list knows the noun ("intruders")
            plural = token.tag_ == "NNS"
            self._entities.ensure(token, EntityKind.GROUP if plural else EntityKind.PERSON)
            sort = Sort.ACTOR
        if sort is not Sort.ACTOR:
            if sort in (Sort.MATERIEL, Sort.WEAPON) and draft.telling.trigger.frame.needs != "animate":
                draft.parts.append(Part(Predicate.TARGET, self._entities.ensure(token), token))
            return
        predicate = _EFFECT_PREDICATES[effect]
        if 0 <= draft.listed < token.i:
            return
        if determiner(token) == "no" or token.lower_ in ("nobody", "none", "no-one") or _counted_zero(token):
            draft.zero = True
            draft.casualties.append(
                Casualties(_OUTCOMES.get(effect, Outcome.KILLED), self._fillers.category(token), Count(0, 0, 0))
            )
            return
        for key in self._after_colon(token, draft) or self._beside(token) or self._entities.members(token):
            if any(p.key == key and p.predicate is predicate for p in draft.parts):
                continue
            draft.parts.append(Part(predicate, key, token))
        for prep, noun in complements(token):
            if prep in ("including", "among them") and self._fillers.sort(noun) is Sort.ACTOR:
                # "eleven people including the deputy, X": some of those counted are named
                for key in self._entities.members(noun):
                    if self._entities.name(key) is not None and not any(p.key == key for p in draft.parts):
                        draft.parts.append(Part(predicate, key, noun))
        self._drop_summed(draft, predicate)
        count = count_of(token)
        if count is not None and effect in _OUTCOMES and (count.best or count.low or 0) > 1:
            draft.casualties.append(Casualties(_OUTCOMES[effect], self._fillers.category(token), count))

    def _kind_of_victim(self, draft: Draft, filler: Filler) -> None:
        """ "no civilian deaths", "12 civilian casualties": the word before the noun says whom the noun counts."""
        noun, effect = draft.telling.trigger.token, draft.telling.trigger.frame.effect
        outcome = _OUTCOMES.get(effect)
        if outcome is None or not self._fillers.people(filler.token):
            if self._fillers.sort(filler.token) is Sort.ACTOR and self._entities.name(
                self._entities.ensure(filler.token)
            ):
                self._victim(draft, filler, Sort.ACTOR)
            return
        category = self._fillers.category(filler.token)
        count = count_of(noun)
        if determiner(noun) == "no":
            draft.zero = True
            draft.casualties.append(Casualties(outcome, category, Count(0, 0, 0)))
        elif count is not None:
            draft.casualties.append(Casualties(outcome, category, count))
        else:
            draft.parts.append(
                Part(
                    _EFFECT_PREDICATES[effect],
                    self._entities.ensure(filler.token, EntityKind.GROUP),
                    filler.token,
                )
            )

    def _side(self, draft: Draft, filler: Filler, sort: Sort) -> None:
        """The noun before an event noun: "rebel attack" names who attacked, "mosque attack" what was attacked."""
        if sort is Sort.ACTOR and (
            self._fillers.armed(filler.token) or self._entities.name(self._entities.ensure(filler.token))
        ):
            self._actor(draft, filler.token)
        elif sort in (Sort.ACTOR, Sort.MATERIEL) and self._fillers.weapon(filler.token) is None:
            self._target(draft, filler, sort, "target")
        elif sort is Sort.PLACE and self._entities.operator(filler.token) is None:
            self._place(draft, filler)

    def _beside(self, token: Token) -> list[str]:
        """The name set beside a description ("the bomb maker X"), where the two were not taken together before."""
        if self._entities.name(self._entities.ensure(token)) is not None:
            return []
        keys = [self._entities.at(t) for t in appositions(token) if self._entities.form(t) == "name"]
        return [k for k in keys if k is not None and self._entities.kind(k) is EntityKind.PERSON][:1]

    def _after_colon(self, token: Token, draft: Draft) -> list[str]:
        """ "Four hostages were executed by the group: A, B, C and D": the names behind the colon are the four."""
        count = count_of(token)
        if count is None or (count.low or 0) < 2:
            return []
        sentence = sentence_of(token)
        colon = next((t.i for t in sentence if t.text == ":" and t.i > max(token.i, draft.telling.trigger.index)), None)
        if colon is None:
            return []
        named: dict[str, None] = {}
        for other in sentence.doc[colon + 1 : sentence.end]:
            key = self._entities.at(other)
            if (
                key is not None
                and self._entities.form(other) == "name"
                and self._entities.kind(key) is EntityKind.PERSON
            ):
                named.setdefault(key)
        if len(named) != count.low:
            return []
        draft.listed = colon
        return list(named)

    def _drop_summed(self, draft: Draft, predicate: Predicate) -> None:
        """ "Four hostages were executed: A, B, C and D": the number only sums up those that are named."""
        parts = [p for p in draft.parts if p.predicate is predicate]
        named = [p for p in parts if self._entities.name(p.key) is not None]
        for part in parts:
            count = count_of(part.token)
            if (
                self._entities.name(part.key) is None
                and count is not None
                and count.low == len(named)
                and len(named) > 1
            ):
                draft.parts.remove(part)

    def _target(self, draft: Draft, filler: Filler, sort: Sort, role: str) -> None:
        token = filler.token
        if sort is Sort.PLACE:
            self._place(draft, filler)
            return
        if sort not in (Sort.ACTOR, Sort.MATERIEL, Sort.WEAPON):
            return
        predicate = Predicate.MATERIAL_LOSS if role == "loss" and sort is not Sort.ACTOR else Predicate.TARGET
        kind = None if sort is Sort.ACTOR else EntityKind.MATERIEL
        token = token if sort is Sort.ACTOR else self._fillers.whole(token)
        for key in self._entities.members(token) if sort is Sort.ACTOR else [self._entities.ensure(token, kind)]:
            draft.parts.append(Part(predicate, key, token))

    def _place(self, draft: Draft, filler: Filler) -> None:
        key = self._entities.place_phrase(filler.token)
        if key is not None and not any(p.key == key and p.predicate is Predicate.LOCATION for p in draft.parts):
            draft.parts.append(Part(Predicate.LOCATION, key, filler.token))


def count_of(noun: Token) -> Count | None:
    """How many a noun phrase counts, from its numerals and the words before it."""
    if noun.pos_ == "NUM":
        return parse_count([t.text for t in noun.doc[base_span(noun)[0] : noun.i + 1]])
    begin, _ = base_span(noun)
    words = [t.text for t in noun.doc[begin : noun.i]]
    if numerals(noun) or any(w.lower() in _COUNTING for w in words):
        return parse_count(words)
    return None


_COUNTING = frozenset({"several", "dozens", "scores", "hundreds", "thousands", "many", "few", "dozen", "some"})


def _of_wounds(telling: Telling) -> bool:
    """ "died of his wounds", "succumbed to injuries": a death by violence, whatever else the sentence says."""
    return any(f.token.lemma_.lower() in _WOUNDS for f in telling.fillers)


_NOBODY = frozenset({"nobody", "none", "no-one", "noone"})
_WOUNDS = frozenset({"wound", "injury", "gunshot", "bullet", "shrapnel", "gunfire", "shellfire", "torture", "beating"})


def is_heading(token: Token) -> bool:
    """A few words without a final stop: a headline or crosshead, which sums up what the text tells elsewhere."""
    text = sentence_of(token).text.strip()
    return len(text.split()) <= 14 and text[-1:] not in (".", "!", "?", "”", '"', "’")


def _counted_zero(noun: Token) -> bool:
    count = count_of(noun)
    return count is not None and count.high == 0


def _definite(telling: Telling, timed: Callable[[Token], bool]) -> bool:
    """ "the strike", "these attacks", "Friday's raid": an event noun that speaks of something known."""
    token = telling.trigger.token
    if telling.trigger.form != "noun":
        return False
    known = determiner(token) in ("the", "this", "that", "these", "those")
    return known or any(timed(t) for t in possessors(token))
