"""Which mentions say enough to be events of their own: those that nothing told before takes in."""

from __future__ import annotations

from kg.extract.bodies import never_found
from kg.extract.clusters import HARM, Cluster, adds
from kg.extract.continuing import Continuing
from kg.extract.meaning import denies_any
from kg.extract.mentions import EventMention
from kg.extract.syntax import determiner, numerals, possessors
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.triggers import POINTING
from kg.model import ClaimKind, Predicate, Stage

_TOLLS = frozenset(("die", "injure", "missing", "casualty", "mass_grave"))

_AT_OTHER_TIMES = frozenset(
    {"past", "previously", "often", "frequently", "regularly", "routinely", "usually", "sometimes"}
)
_SIDES = (Predicate.PERPETRATOR, Predicate.TARGET, *HARM, Predicate.MATERIAL_LOSS)


class Alone(Continuing):
    """Judges whether a mention is an event of its own; lives while the mentions of one document are merged."""

    def _stands_alone(self, mention: EventMention) -> bool:
        """A mention that says enough to be an event of its own."""
        stances = [d.telling.stance for d in mention.drafts]
        if (all(d.zero for d in mention.drafts) and not mention.keys(*_SIDES)) or in_general(mention):
            return False
        if mention.heading and not self._named(mention.keys(*_SIDES)):
            return False
        if all(map(never_found, mention.drafts)):
            return False
        if mention.weak:
            return self._violent(mention)
        participants = mention.keys(*_SIDES)
        if participants or any(d.casualties for d in mention.drafts):
            return True
        noun = all(d.telling.trigger.form == "noun" for d in mention.drafts)
        if all(s.stage is not Stage.ACCOMPLISHED for s in stances):
            return False
        return bool(not noun or mention.times or mention.keys(Predicate.LOCATION))

    def _fate(self, mention: EventMention, clusters: list[Cluster]) -> bool:
        """ "He was found dead": of somebody abducted, wounded or attacked before, a death by violence.

        So is a death that is added to one told before: "his son was also found dead".
        """
        if not mention.weak:
            return False
        dead = set(mention.keys(Predicate.FATAL_VICTIM))
        harmed = (Predicate.CAPTIVE, Predicate.INJURED_VICTIM, Predicate.TARGET)
        if any(dead & set(c.keys(*harmed)) for c in clusters):
            return True
        return bool(dead) and adds(mention) and any(c.keys(Predicate.FATAL_VICTIM) for c in clusters)

    def _violent(self, mention: EventMention) -> bool:
        """A weak word ("died", "hit") tells of violence if a weapon or an armed actor stands with it."""
        if mention.keys(Predicate.WEAPON):
            return True
        names = {d.telling.trigger.frame.name for d in mention.drafts}
        if names & {"responsibility", "operation", *POINTING}:
            return False
        if self._after_a_fight(mention) or ("burn" in names and self._set_on_fire(mention)):
            return True
        return any(self._surroundings.armed(k) for k in mention.keys(Predicate.PERPETRATOR))

    def _set_on_fire(self, mention: EventMention) -> bool:
        """ "Masked men burned the town hall down": a building or vehicle that people burn, whoever they are."""
        burned = map(self._surroundings.built, mention.keys(Predicate.MATERIAL_LOSS, Predicate.LOCATION))
        return bool(mention.keys(Predicate.PERPETRATOR)) and any(burned)

    def _after_a_fight(self, mention: EventMention) -> bool:
        """ "Troops ambushed guerrillas. Nine guerrillas and two soldiers died": the dead of both sides died in it, by
        whose hand each is not told."""
        latest = self._latest
        if latest is None or not 0 < mention.sentence - latest.mentions[-1].sentence <= 1 or mention.times:
            return False
        fought = any(self._surroundings.side(key) for key in mention.keys(Predicate.FATAL_VICTIM))
        return fought and self._assaults(latest.classes) and not self._background(latest)


def in_general(mention: EventMention) -> bool:
    """ "The group denied attacks on civilians", "denied killing anybody": speaks of no event in particular.

    So does "has claimed attacks in the area" beside what nobody was told to have claimed.
    """
    dated = bool(mention.times or mention.keys(*HARM))
    for draft in mention.drafts:
        if denies_any(draft):
            return not (mention.times or mention.keys(Predicate.LOCATION))  # "denied killing any civilians in Kano"
        noun, stance = draft.telling.trigger.token, draft.telling.stance
        claimed = stance.reporting if stance.kind is ClaimKind.RESPONSIBILITY else None
        if claimed is not None and any(c.lower_ in _AT_OTHER_TIMES for c in claimed.children):
            return True  # "has claimed responsibility in the past", "often claims attacks"
        bare = draft.telling.trigger.form == "noun" and noun.tag_ == "NNS" and not determiner(noun)
        if not bare or possessors(noun) or numerals(noun):
            continue
        usual = dep(noun) is Dep.SUBJECT and children(noun.head, Dep.COPULA)  # "intercepts there are nothing unusual"
        owned = any(d.telling.stance.kind is ClaimKind.RESPONSIBILITY for d in mention.drafts) and not dated
        if stance.kind is ClaimKind.DENIAL or usual or owned:
            return True
    return False


def nobodys(mention: EventMention) -> bool:
    """ "There were 116 dead", in a report of a storm or the like: no word of the sentence says that anybody did it."""
    told = {d.telling.trigger.frame.name for d in mention.drafts}
    return told <= _TOLLS and not mention.keys(Predicate.PERPETRATOR, Predicate.WEAPON)
