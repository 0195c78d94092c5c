"""What a rejection says: that nobody was harmed, that it did not happen, or only that it was no deed of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.extract.clusters import Cluster
from kg.extract.entities import Entities
from kg.extract.meaning import denies_any
from kg.extract.mentions import OUTCOMES, Draft, EventMention
from kg.extract.rebuttals import rejects_account, rejects_charge, rejects_figure, takes_back
from kg.extract.speakers import NARRATOR, Speakers
from kg.extract.syntax import complements, determiner, possessors
from kg.extract.syntax.labels import Dep, children
from kg.extract.triggers import part_alone
from kg.model import Casualties, Category, Certainty, ClaimKind, Count, EntityKind, Outcome, Predicate, Ref, Statement

_HURTING = frozenset({"hurt", "harm"})
_OTHERS = frozenset({"else", "other", "others", "further"})
_KNOWN = frozenset({"the", "this", "that"})
COUNTED = frozenset(
    {
        Predicate.FATAL_VICTIM,
        Predicate.INJURED_VICTIM,
        Predicate.CAPTIVE,
        Predicate.CASUALTIES,
        Predicate.CASUALTY_PART,
    }
)
_DONE_WITH = frozenset({Predicate.PERPETRATOR, Predicate.WEAPON})
HARM = frozenset({Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE, Predicate.MATERIAL_LOSS})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something and how: claims of one sentence with the same voice are one claim."""

    kind: ClaimKind
    certainty: Certainty
    claimant: str
    on_behalf_of: str | None


Said = list[tuple[Voice, list[Statement]]]


def own_part(voice: Voice, parts: Iterable[tuple[Statement, Certainty]]) -> Said:
    """ "said that it never shelled the village": of a deed of one's own only the own part is denied."""
    mine = _own(voice, (statement for statement, _ in parts))
    return [(replace(voice, kind=ClaimKind.DENIAL), mine)] if mine else []


@dataclass(frozen=True, slots=True)
class Around:
    """What else a document says of the event that a denial speaks of.

    ``own`` is what the claimant tells of it, ``others`` what anybody else does, ``before`` what was last said by
    somebody else before the denial, ``accused`` whom others accuse of it. ``account`` is what a rebuttal speaks
    against, ``besides`` what is told of the event apart from that. ``credited`` is what somebody else than the reporter
    says. ``when`` is the time that the denial gives of it, ``charged`` whom it names ("the charge against X").
    """

    tells: bool = False
    own: frozenset[Statement] = frozenset()
    others: frozenset[Statement] = frozenset()
    before: tuple[Statement, ...] = ()
    accused: tuple[Statement, ...] = ()
    account: frozenset[Statement] = frozenset()
    besides: frozenset[Statement] = frozenset()
    credited: frozenset[Statement] = frozenset()
    when: tuple[Statement, ...] = ()
    charged: frozenset[str] = frozenset()


def denied(event: str, cluster: Cluster, voice: Voice, parts: list[Statement], draft: Draft, around: Around) -> Said:
    """A denial of one's own part rejects the perpetrator; any other rejects the event with all its parts.

    Who tells of the event itself rejects only another account of it ("confirmed that ten had died and rejected claims
    that fifty had"); who rejects a number that nobody else tells of the event rejects that number alone.
    """
    if draft.contradicts:
        return [(voice, parts)]
    if part_alone(draft.telling.trigger):
        return [(voice, [s for s in parts if s.predicate is Predicate.PERPETRATOR])]
    mine = _own(voice, parts)
    pointing = draft.telling.trigger.frame.name == "rebuttal"
    if pointing and takes_back(draft.telling.trigger) and around.own:
        # "he withdrew the charge against X", "has since recanted": what he had said himself, of somebody's part first
        laid = sorted((s for s in around.own if s.predicate is Predicate.PERPETRATOR), key=repr)
        laid = (
            [s for s in laid if isinstance(s.object, Ref) and s.object.key in around.charged]
            if around.charged
            else laid
        )
        return [(voice, laid or sorted(around.own, key=repr))] if laid or not around.charged else []
    if not mine and pointing:
        agents = [Statement(event, Predicate.PERPETRATOR, Ref(k)) for k in cluster.keys(Predicate.PERPETRATOR)]
        withdrawn = takes_back(draft.telling.trigger)  # "claimed responsibility, but later withdrew its claim"
        mine = [s for s in _own(voice, agents) if withdrawn or s not in around.own]
    if not mine and pointing and rejects_figure(draft.telling.trigger) and around.before:
        return [(voice, list(around.before))]
    authors = sorted((s for s in around.account if s.predicate is Predicate.PERPETRATOR), key=repr)
    charge = rejects_charge(draft.telling.trigger) or draft.of_own
    if not mine and pointing and charge and voice.claimant != NARRATOR:
        # who rejects an accusation rejects that those accused did it, and is the accused where nobody else is
        own = Statement(event, Predicate.PERPETRATOR, Ref(voice.on_behalf_of or voice.claimant))
        return [(voice, list(around.accused) or [s for s in authors if s in around.credited] or [own])]
    if (
        not mine
        and pointing
        and rejects_account(draft.telling.trigger)
        and authors
        and any(s.predicate in COUNTED for s in around.besides)
    ):
        return [(voice, authors)]  # "disputed that account", of a death that others tell of: who did it is disputed
    if not mine and pointing and _only_part(around):
        return [(voice, sorted(around.account, key=repr))]
    if not mine and pointing and around.tells:
        blamed = sorted((s for s in around.others if s.predicate is Predicate.PERPETRATOR), key=repr)
        rejected = [s for s in (*blamed, *around.before) if s not in around.own]
        return [(voice, rejected)] if rejected else []
    stance = draft.telling.stance
    if stance.denies_agent or stance.denies_agents or mine:
        rejected = _part_rejected(event, voice, parts, mine, stance.denies_agents)
        harm = [s for s in parts if s.predicate in HARM or s.predicate is Predicate.TARGET]
        trigger, elsewhere = draft.telling.trigger, len(cluster.mentions) > 1
        known = determiner(trigger.token) in _KNOWN or bool(possessors(trigger.token))
        if trigger.form == "noun" and (elsewhere or (harm and known)):
            # "denied responsibility for the killing of X in Y": the report takes it for granted that there was one
            plain = Voice(ClaimKind.ASSERTION, Certainty.CERTAIN, NARRATOR, None)
            known_of = [*harm, *(s for s in parts if s.predicate is Predicate.LOCATION), *around.when]
            occurred = [] if elsewhere else [Statement(event, Predicate.OCCURRED, True)]
            return [(voice, rejected), (plain, [*occurred, *known_of])] if known_of else [(voice, rejected)]
        if not rejected or not harm or elsewhere or denies_any(draft):
            return [(voice, rejected)]
        # told of nowhere else: whether it happened is left open by who denies only a part in it
        left_open = replace(voice, kind=ClaimKind.DOUBT, certainty=Certainty.UNKNOWN)
        return [(voice, rejected), (left_open, [Statement(event, Predicate.OCCURRED, True), *harm])]
    if around.tells and parts:
        rest = [s for s in parts if s not in around.own]
        return [(voice, rest)] if rest else []
    if around.others and _of_some(draft, parts):
        return [(voice, parts)] if parts else []
    agents = [s for s in parts if s.predicate is Predicate.PERPETRATOR]
    if around.others and agents and {s.predicate for s in parts} <= _DONE_WITH:
        return [(voice, agents)]  # "denied that students had planted the bomb" that others say went off
    counts, told = ({s for s in said if s.predicate is Predicate.CASUALTIES} for said in (parts, around.others))
    if counts and told and not counts & told:
        return [(voice, [s for s in parts if s.predicate in COUNTED])]
    return [(voice, [Statement(event, Predicate.OCCURRED, True), *parts])]


def _only_part(around: Around) -> bool:
    """Whether what is rejected says nothing of the harm that others tell of: who did it, what was lost besides."""
    harmed, said = ({s.predicate for s in told} & COUNTED for told in (around.besides, around.account))
    return bool(around.account and harmed) and not said and around.account.isdisjoint(around.besides)


def _of_some(draft: Draft, parts: list[Statement]) -> bool:
    """ "Denied that civilians were among the dead", "that he was beaten": of some of the dead, or of something else
    that was done to them, where somebody tells of the death.
    """
    trigger = draft.telling.trigger
    if trigger.token.lower_ == "dead" and (
        determiner(trigger.token) == "the" or any(c.lower_ == "among" for c in children(trigger.token, Dep.CASE))
    ):
        return True
    return trigger.form == "verb" and trigger.frame.effect == "injured" and not parts


def _part_rejected(
    event: str, voice: Voice, parts: list[Statement], mine: list[Statement], told: bool
) -> list[Statement]:
    """Whose part in a deed is rejected: the speaker's own, or that of those ``told`` to have had one ("denied that the
    cartel was linked to the murder", "that the delay was"); nobody's where the report does not say who speaks."""
    if mine or told:
        return mine or [s for s in parts if s.predicate is Predicate.PERPETRATOR]
    if voice.claimant == NARRATOR:
        return []
    return [Statement(event, Predicate.PERPETRATOR, Ref(voice.on_behalf_of or voice.claimant))]


def unhurt(draft: Draft, mention: EventMention) -> list[Casualties]:
    """ "Nobody was hurt": nobody was killed, either; unless it is said of others than the dead."""
    trigger = draft.telling.trigger
    if trigger.form != "verb" or trigger.token.lemma_.lower() not in _HURTING or mention.keys(Predicate.FATAL_VICTIM):
        return []
    if any(t.lower_ in _OTHERS for t in trigger.token.subtree):
        return []
    none = (c for c in draft.casualties if c.outcome is Outcome.INJURED and c.count.high == 0)
    return [replace(c, outcome=Outcome.KILLED) for c in none]


def presupposed(draft: Draft, mention: EventMention) -> bool:
    """ "Nothing indicated that the strike had killed civilians", "denied that the raid killed anybody": that there was
    a strike or raid is taken for granted, only the harm is rejected. It holds where the act is told elsewhere, too.
    """
    noun = draft.telling.trigger.token
    if draft.telling.trigger.form != "noun" or not (determiner(noun) in _KNOWN or possessors(noun)):
        return False
    if any(p.predicate in HARM for p in draft.parts):
        return False
    return any(d is not draft and (d.zero or any(p.predicate in HARM for p in d.parts)) for d in mention.drafts)


def _own(voice: Voice, statements: Iterable[Statement]) -> list[Statement]:
    """The statements that name who speaks, or whom they speak for, as a perpetrator."""
    own = {voice.claimant, voice.on_behalf_of}
    agents = (s for s in statements if s.predicate is Predicate.PERPETRATOR)
    return [s for s in agents if isinstance(s.object, Ref) and s.object.key in own]


class Rejections:
    """Rejections that need to know who is meant by the words."""

    def __init__(self, entities: Entities, speakers: Speakers) -> None:
        self._entities = entities
        self._speakers = speakers

    def negated(self, event: str, voice: Voice, draft: Draft) -> Said:
        """ "no indication that civilians were killed", "was not killed": nobody harmed, or it did not happen."""
        harmed = [p for p in draft.parts if p.predicate in HARM]
        agents = [p for p in draft.parts if p.predicate is Predicate.PERPETRATOR]
        if agents:
            # "was not killed by the army", "police did not fire on the crowd": by whom it was not done
            by_them = [Statement(event, p.predicate, Ref(p.key)) for p in agents]
            return [(replace(voice, kind=ClaimKind.DENIAL), by_them)]
        trigger = draft.telling.trigger
        if trigger.form == "verb" and any(c.lower_ == "by" for c in trigger.token.children):
            return []  # not by these, whom no words name that the parser could make out
        outcome = OUTCOMES.get(trigger.frame.effect)
        if not harmed and outcome is not None and trigger.form == "noun" and trigger.frame.weak:
            # "there were no reports of casualties": nobody is known to be harmed, and nothing else is rejected
            none = Casualties(outcome, Category.ALL_PEOPLE, Count(0, 0, 0))
            return [(voice, [Statement(event, Predicate.CASUALTIES, none)])]
        # "the general was not killed" is about him, "civilians were not killed" about nobody in particular
        unnamed = [
            p
            for p in harmed
            if self._entities.name(p.key) is None and self._entities.kind(p.key) is not EntityKind.PERSON
        ]
        if harmed and len(unnamed) == len(harmed):
            zero = self._speakers.zero(draft)
            return [(voice, [Statement(event, Predicate.CASUALTIES, c) for c in zero])]
        statements = [Statement(event, p.predicate, Ref(p.key)) for p in harmed]
        statements = statements or [Statement(event, Predicate.OCCURRED, True)]
        return [(replace(voice, kind=ClaimKind.DENIAL), statements)]

    def charged(self, draft: Draft) -> frozenset[str]:
        """Whom a rejected accusation is said to be against: "the charge against X"."""
        things = children(draft.telling.trigger.token, Dep.OBJECT)
        named = (self._entities.at(t) for thing in things for p, t in complements(thing) if p == "against")
        return frozenset(key for key in named if key is not None)

    def echoed(self, rejecting: Voice, draft: Draft, statements: list[Statement]) -> Said:
        """What is rejected as somebody else's claim, where the sentence says whose ("denied rebel claims that ...").

        "Withdrew its report" takes back what the claimant said itself and echoes nobody.
        """
        echo = draft.telling.stance.echo
        voice = self._speakers.voice(echo.claimants, draft.telling.trigger.token) if echo is not None else None
        if echo is None or voice is None or voice[0] == rejecting.claimant:
            return []
        return [(Voice(ClaimKind.ASSERTION, echo.certainty, *voice), statements)]
