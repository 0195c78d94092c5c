"""Claims and events of a document, from its clusters of event mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract import rejections
from kg.extract.clusters import Cluster
from kg.extract.confidence import measured
from kg.extract.days import Day, Days
from kg.extract.entities import Entities
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.rejections import COUNTED, HARM, Around, Rejections, Voice
from kg.extract.retractions import said_before, superseded
from kg.extract.scenes import Scene, Scenes
from kg.extract.speakers import NARRATOR, Speakers
from kg.extract.syntax import is_passive, sentence_of
from kg.extract.syntax.tokens import Doc, Token
from kg.knowledge.frames import Frames
from kg.knowledge.operators import Operators
from kg.model import (
    Casualties,
    Certainty,
    Claim,
    ClaimKind,
    Concept,
    Document,
    Event,
    Outcome,
    Predicate,
    Ref,
    Span,
    Stage,
    Statement,
    TimeSpan,
    Value,
)

_AGENT = Predicate.PERPETRATOR
_LEVELS = list(Certainty)


class ClaimWriter:
    """Turns clusters into events with claims."""

    def __init__(
        self,
        doc: Doc,
        entities: Entities,
        speakers: Speakers,
        frames: Frames,
        document: Document,
        said: dict[int, TimeSpan],
        scenes: Scenes,
        days: Days,
        operators: Operators,
    ) -> None:
        self._operators = operators
        self._scenes = scenes
        self._days = days
        self._text = doc.text
        self._entities = entities
        self._speakers = speakers
        self._frames = frames
        self._document = document
        self._said = said
        self._claims: list[Claim] = []
        self._rejections = Rejections(entities, speakers)

    def write(self, clusters: list[Cluster]) -> tuple[tuple[Event, ...], tuple[Claim, ...]]:
        """Events and claims in the order of the text."""
        events: list[Event] = []
        for cluster in clusters:
            key = f"v{len(events) + 1}"
            before = len(self._claims)
            for mention in cluster.mentions:
                self._mention(key, cluster, mention)
            if len(self._claims) > before:
                events.append(self._event(key, cluster))
                self._scene(key, self._scenes.of(cluster, clusters))
                self._day(key, self._days.of(cluster, clusters))
                self._claims[before:] = measured(events[-1], self._claims[before:])
        return tuple(events), tuple(self._claims)

    # -- events -----------------------------------------------------------------------------------------------

    def _event(self, key: str, cluster: Cluster) -> Event:
        telling = [m for m in cluster.mentions if not m.definite] or cluster.mentions[:1]
        stages = [d.telling.stance.stage for m in cluster.mentions for d in m.drafts]
        stage = Stage.ACCOMPLISHED if Stage.ACCOMPLISHED in stages else stages[0]
        # "a raid failed to kill X" is a raid and no killing
        drafts = [d for m in telling for d in m.drafts if _staged(d, stage)]
        drafts = [d for d in drafts if d.telling.stance.positive] or drafts  # not what it is said not to have been
        classes = [d.event_class for d in drafts if not d.telling.trigger.frame.weak or _burns(d)]
        # a definite noun may say more narrowly what was told before ("the drone strike"), never something else
        back = [d.event_class for m in cluster.mentions if m not in telling for d in m.drafts]
        classes += [b for b in back if set(self._frames.ancestors(b)[1:]) & set(classes)]
        classes = classes or [d.event_class for m in cluster.mentions for d in m.drafts]
        types = self._frames.narrowest(
            sorted(dict.fromkeys(classes), key=lambda c: (c in ("Killing", "Injuring"), classes.index(c)))
        )
        dead = any(_kills(d) for m in cluster.mentions for d in m.drafts if _staged(d, stage))
        if dead and not any("Killing" in self._frames.ancestors(t) for t in types):
            types = (*types, "Killing")
        triggers = tuple(sorted({_characters(d.telling.trigger.token) for m in cluster.mentions for d in m.drafts}))
        days = () if cluster.times else tuple(sorted({day for m in cluster.mentions for day in m.days}))
        return Event(key, types, stage=stage, triggers=triggers, days=days)

    def _scene(self, event: str, scene: Scene | None) -> None:
        """A place that the narrator's order of telling implies."""
        if scene is not None:
            self._claims.append(
                Claim(
                    key=f"c{len(self._claims) + 1}",
                    kind=ClaimKind.ASSERTION,
                    claimant=NARRATOR,
                    statements=(Statement(event, Predicate.LOCATION, Ref(scene.key)),),
                    document=self._document.id,
                    span=scene.span,
                    certainty=Certainty.PROBABLE,
                    rule=scene.rule,
                )
            )

    def _day(self, event: str, day: Day | None) -> None:
        """A day that the narrator's order of telling implies."""
        if day is not None:
            self._claims.append(
                Claim(
                    key=f"c{len(self._claims) + 1}",
                    kind=ClaimKind.ASSERTION,
                    claimant=NARRATOR,
                    statements=(Statement(event, Predicate.TIME, day.time),),
                    document=self._document.id,
                    span=day.span,
                    certainty=Certainty.PROBABLE,
                    rule="day of the sentence before",
                )
            )

    # -- claims -----------------------------------------------------------------------------------------------

    def _mention(self, event: str, cluster: Cluster, mention: EventMention) -> None:
        grouped: dict[Voice, list[Statement]] = {}
        cues: dict[Voice, list[Draft]] = {}
        for draft in mention.drafts:
            for voice, statements in self._voiced(event, cluster, mention, draft):
                grouped.setdefault(voice, []).extend(statements)
                cues.setdefault(voice, []).append(draft)
        span = self._evidence(mention)
        for voice, statements in grouped.items():
            stance = cues[voice][0].telling.stance
            triggers = sorted({_characters(d.telling.trigger.token) for d in cues[voice]})
            reporting = stance.reporting.i if stance.reporting is not None else -1
            unique = tuple(dict.fromkeys(statements))
            if not unique:
                continue
            self._claims.append(
                Claim(
                    key=f"c{len(self._claims) + 1}",
                    kind=voice.kind,
                    claimant=voice.claimant,
                    statements=unique,
                    document=self._document.id,
                    span=span,
                    certainty=voice.certainty,
                    on_behalf_of=voice.on_behalf_of,
                    cue=stance.cue.text if stance.cue is not None else None,
                    said_at=self._said.get(reporting)
                    or said_before(cues[voice][0], self._operators, self._document.issued),
                    rule="+".join(sorted({d.telling.trigger.frame.name for d in mention.drafts})),
                    triggers=tuple(t for t in triggers if span.begin <= t.begin and t.end <= span.end),
                )
            )

    def _voiced(
        self, event: str, cluster: Cluster, mention: EventMention, draft: Draft
    ) -> Iterator[tuple[Voice, list[Statement]]]:
        """The statements of a draft under each of the voices that say them together."""
        said = self._statements(event, cluster, mention, draft)
        yield from said
        claimant, group = self._speakers.claimant(draft.telling)
        if draft.mutual:
            yield from self._of_each_other(event, [(claimant, group), *self._speakers.joint(draft.telling)])
        for other, behalf in self._speakers.joint(draft.telling):
            for voice, statements in said:
                if voice.claimant != claimant or voice.kind is ClaimKind.RESPONSIBILITY:
                    continue
                # each denies its own part only
                own = any(s.predicate is _AGENT and s.object == Ref(claimant) for s in statements)
                part = [Statement(event, _AGENT, Ref(behalf or other))] if voice.kind is ClaimKind.DENIAL else []
                yield replace(voice, claimant=other, on_behalf_of=behalf), part if own else statements

    def _of_each_other(
        self, event: str, sides: list[tuple[str, str | None]]
    ) -> Iterator[tuple[Voice, list[Statement]]]:
        """ "A and B accused each other": each the other one, and neither is believed."""
        for claimant, behalf in sides:
            voice = Voice(ClaimKind.ACCUSATION, Certainty.POSSIBLE, claimant, behalf)
            others = [Ref(group or key) for key, group in sides if key != claimant]
            yield voice, [Statement(event, _AGENT, other) for other in others]

    def _statements(
        self, event: str, cluster: Cluster, mention: EventMention, draft: Draft
    ) -> list[tuple[Voice, list[Statement]]]:
        stance = draft.telling.stance
        claimant, behalf = self._speakers.claimant(draft.telling)
        voice = Voice(stance.kind, stance.certainty, claimant, behalf)
        occurred = Statement(event, Predicate.OCCURRED, True)
        zero = [Statement(event, Predicate.CASUALTIES, c) for c in draft.casualties if c.count.high == 0]
        spared = not any(p.predicate in HARM for p in draft.parts) and len(zero) == len(draft.casualties)
        if draft.zero and spared and stance.kind is not ClaimKind.DENIAL:
            if draft.telling.trigger.form == "noun" and not stance.positive:
                stance.positive = True  # the "no" that negates the noun is the zero itself
            by = [Statement(event, _AGENT, Ref(k)) for k in draft.keys(_AGENT)]
            if by and draft.telling.trigger.form == "verb" and is_passive(draft.telling.trigger.token):
                return [(replace(voice, kind=ClaimKind.DENIAL), by)]  # "no one was killed by the police"
            if by and stance.positive and draft.of_own:
                return [(replace(voice, kind=ClaimKind.DENIAL), by)]  # "I have killed nobody"
            zero += [Statement(event, Predicate.CASUALTIES, c) for c in rejections.unhurt(draft, mention)]
            flat = replace(voice, kind=ClaimKind.ASSERTION) if stance.kind is not ClaimKind.DOUBT else voice
            return [(flat, zero)] if stance.positive else []
        parts = self._parts(event, cluster, draft)
        rejects = not stance.positive or stance.kind is ClaimKind.DENIAL
        elsewhere = len(cluster.mentions) > 1
        if rejects and elsewhere and rejections.presupposed(draft, mention):
            return []
        if not stance.positive and stance.kind is ClaimKind.ASSERTION:
            return rejections.own_part(voice, parts) or self._rejections.negated(event, voice, draft)
        if stance.denies_agent and stance.kind is not ClaimKind.DENIAL:
            # "said it was not responsible for the attack": that there was one is told, only the part in it is denied
            mine = [s for s, _ in parts if s.predicate is _AGENT]
            if not mine and claimant != NARRATOR and all(t.pos_ == "PRON" for t in stance.agents):
                mine = [Statement(event, _AGENT, Ref(behalf or claimant))]  # "said that it was not they"
            denied = [(replace(voice, kind=ClaimKind.DENIAL), [s]) for s in mine]
            voice = replace(voice, kind=ClaimKind.ASSERTION)
            if stance.reporting is not None and stance.reporting.lemma_ in self._operators.lists["pleading"]:
                voice = replace(voice, claimant=NARRATOR, on_behalf_of=None)  # the accused tells nothing of the deed
            others = [s for s, _ in parts if s.predicate is not _AGENT]
            return [(voice, [occurred, *others, *self._circumstances(event, mention, draft)]), *denied]
        others = [s for s, c in parts if s.predicate is not Predicate.PERPETRATOR or c is Certainty.CERTAIN]
        hedged = [(s, c) for s, c in parts if s.predicate is Predicate.PERPETRATOR and c is not Certainty.CERTAIN]
        circumstances = self._circumstances(event, mention, draft)
        if stance.kind is ClaimKind.DENIAL:
            echoed = self._rejections.echoed(voice, draft, [occurred, *others])
            around = replace(
                self._around(event, cluster, mention, {claimant, behalf}),
                when=tuple(circumstances),
                charged=self._rejections.charged(draft),
            )
            rejected = [s for s, _ in parts] if stance.denies_agents else others
            return [*echoed, *rejections.denied(event, cluster, voice, rejected, draft, around)]
        if stance.stage is not Stage.ACCOMPLISHED:
            others = [self._as_target(s) for s in others]
            return [(voice, [*others, *circumstances])] if others else []
        perpetrators = {s.object.key for s, _ in parts if s.predicate is _AGENT and isinstance(s.object, Ref)}
        if stance.kind is ClaimKind.ASSERTION and voice.certainty in (Certainty.CERTAIN, Certainty.PROBABLE):
            sure = {s.object.key for s in others if s.predicate is _AGENT and isinstance(s.object, Ref)}
            if {claimant, behalf} & sure:
                voice = replace(voice, kind=ClaimKind.RESPONSIBILITY)
        elif stance.kind is ClaimKind.RESPONSIBILITY and not {claimant, behalf} & perpetrators:
            # "acknowledged that ten soldiers had been killed by rebels": who admits a loss admits no deed
            voice = replace(voice, kind=ClaimKind.ASSERTION)
        told = [occurred, *others, *circumstances]
        if draft.contradicts and others:
            told = others  # a number that nobody could confirm
        if (
            told == [occurred]
            and (len(cluster.mentions) > 1 or len(mention.drafts) > 1)
            and voice.kind is ClaimKind.ASSERTION
        ):
            told = []  # only points back: nothing is said of the event here
        result = [(voice, told)]
        if superseded(draft, cluster, self._speakers, self._operators):
            taken_back = [s for s in told if s.predicate in COUNTED]
            told = [s for s in told if s.predicate not in COUNTED]
            result = [(voice, told), (replace(voice, kind=ClaimKind.DENIAL), taken_back)]
        agents = stance.agent_kind or voice.kind
        for statement, certainty in hedged:
            lower = max(certainty, voice.certainty, key=_LEVELS.index)
            who = claimant
            if agents is ClaimKind.DENIAL:
                lower = voice.certainty  # "acquitted of the murder"
            if agents is ClaimKind.RESPONSIBILITY and isinstance(statement.object, Ref):
                who, lower = statement.object.key, Certainty.CERTAIN  # "an attack claimed by X": X says so
            result.append((replace(voice, kind=agents, certainty=lower, claimant=who), [statement]))
        return result

    def _around(self, event: str, cluster: Cluster, mention: EventMention, own_side: set[str | None]) -> Around:
        """What else is said of an event, by who denies something of it and by others."""
        own: set[Statement] = set()
        others: set[Statement] = set()
        before: tuple[Statement, ...] = ()
        accused: dict[Statement, None] = {}
        account: set[Statement] = set()
        besides: set[Statement] = set()
        credited: set[Statement] = set()
        known = (d for d in mention.drafts if rejections.presupposed(d, mention))
        tells = any(len(cluster.mentions) > 1 or d.telling.stance.kind is ClaimKind.ASSERTION for d in known)
        for other in cluster.mentions:
            for draft in other.drafts:
                stance = draft.telling.stance
                if not stance.positive or stance.kind in (ClaimKind.DENIAL, ClaimKind.DOUBT):
                    continue
                said = tuple(s for s, _ in self._parts(event, cluster, draft))
                (account if other is mention.about else besides).update(said)
                teller = self._speakers.claimant(draft.telling)[0]
                credited.update(said if teller != NARRATOR else ())
                if teller in own_side:
                    tells |= stance.kind is not ClaimKind.ACCUSATION
                    own.update(said)
                    continue
                others.update(said)
                if ClaimKind.ACCUSATION in (stance.kind, stance.agent_kind):
                    accused.update(dict.fromkeys(s for s in said if s.predicate is _AGENT))
                if other.begin < mention.begin and (harm := tuple(s for s in said if s.predicate in COUNTED)):
                    before = harm
        return Around(
            tells=tells,
            own=frozenset(own),
            others=frozenset(others),
            before=before,
            accused=tuple(accused),
            account=frozenset(account),
            besides=frozenset(besides),
            credited=frozenset(credited),
        )

    def _parts(self, event: str, cluster: Cluster, draft: Draft) -> list[tuple[Statement, Certainty]]:
        found: list[tuple[Statement, Certainty]] = []
        dead = set(cluster.keys(Predicate.FATAL_VICTIM))
        suicide = "SuicideBombing" in cluster.classes
        for part in draft.parts:
            bomber = suicide or part.token.lemma_ == "bomber"
            if part.predicate is Predicate.PERPETRATOR and part.key in dead and not bomber:
                continue  # a misread pronoun: nobody but a suicide bomber is killed by himself
            if part.predicate is Predicate.INJURED_VICTIM and cluster.aliases.get(part.key, part.key) in dead:
                continue  # "shot and killed": who dies of it is not counted among the injured
            found.append((Statement(event, part.predicate, self._value(cluster, part)), part.certainty))
        for casualties in draft.casualties:
            found.append((Statement(event, Predicate.CASUALTIES, casualties), Certainty.CERTAIN))
        for share in draft.shares:
            found.append((Statement(event, Predicate.CASUALTY_PART, share), Certainty.CERTAIN))
        return found

    def _value(self, cluster: Cluster, part: Part) -> Value:
        if part.predicate is Predicate.WEAPON:
            return Concept(part.key)
        return Ref(cluster.aliases.get(part.key, part.key))

    def _circumstances(self, event: str, mention: EventMention, draft: Draft) -> list[Statement]:
        return [Statement(event, Predicate.TIME, t) for t in draft.times]

    def _as_target(self, statement: Statement) -> Statement:
        """In what was only planned, threatened or tried, nobody was harmed: whom it was aimed at is its
        target."""
        return replace(statement, predicate=Predicate.TARGET) if statement.predicate in HARM else statement

    def _evidence(self, mention: EventMention) -> Span:
        token: Token = mention.drafts[0].telling.trigger.token
        sentence = sentence_of(token)
        begin, end = sentence.start_char, sentence.end_char
        text = self._text
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        return Span(begin, end)


def _kills(draft: Draft) -> bool:
    """Whether somebody is told of as killed, by name, by description or by number."""
    counted = any(c.outcome is Outcome.KILLED and c.count.high != 0 for c in draft.casualties)
    return counted or bool(draft.keys(Predicate.FATAL_VICTIM))


def _staged(draft: Draft, stage: Stage) -> bool:
    return draft.telling.stance.stage is stage


def _burns(draft: Draft) -> bool:
    """ "Killed the priests and burned their house": a fire set beside other violence is no accident."""
    return draft.telling.trigger.frame.name == "burn" and bool(draft.keys(Predicate.MATERIAL_LOSS))


def _characters(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token.text))


__all__ = ["Casualties", "ClaimWriter"]
