"""What the tellings of one incident say of each other: who can have killed whom, and whether the wounded lived."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.fillers import Fillers
from kg.extract.meaning import found, right_of
from kg.extract.mentions import Draft, Part
from kg.extract.phrases import blamed_itself
from kg.extract.syntax import (
    conjuncts,
    determiner,
    first_conjunct,
    is_passive,
    possessors,
    preposition,
    sentence_of,
    subjects,
)
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.model import Casualties, Certainty, Count, Outcome, Predicate

_EXECUTING = (
    "one by one", "firing squad", "execution-style", "execution style", "execution - style", "without trial",
    "on the orders of", "on orders from", "by court-martial", "by court - martial", "for desertion", "for treason",
    "as a spy", "as spies", "as a traitor", "as traitors", "as an informer", "as informers", "as hostages",
)  # fmt: skip
# What is done with people before they are put to death.
_MADE_READY = frozenset({"line", "blindfold", "bind", "herd", "tie"})
_LED = frozenset({"lead", "take", "march", "drive", "bring", "stand", "force", "order", "drag", "haul", "pull"})
_OFF = frozenset({"out", "off", "away", "to", "behind", "into", "against", "outside", "aside", "from"})
_LIVED = frozenset(
    {
        "leg",
        "arm",
        "foot",
        "knee",
        "hand",
        "shoulder",
        "thigh",
        "survive",
        "wound",
        "injure",
        "escape",
        "recover",
        "live",
    }
)
_BATTLES = frozenset({"clash", "fighting"})
_THEY = frozenset({"they", "he", "she", "all", "both"})
_TO_DEATH = frozenset({"sentenced to death", "condemned to death"})

_SET_OFF = frozenset({"trigger", "set"})


def settle(drafts: list[Draft], fillers: Fillers) -> None:
    """Puts right the parts of the tellings of one incident by what the others tell."""
    _shot_dead(drafts, fillers)
    _by_what_fell(drafts, fillers)
    _laid_for_others(drafts, fillers)
    _blamed(drafts)
    _in_a_clash(drafts, fillers)
    _by_foes(drafts, fillers)
    _in_his_own_attack(drafts)
    _held_till_then(drafts, fillers)


def _laid_for_others(drafts: list[Draft], fillers: Fillers) -> None:
    """ "Rebels triggered a mine, killing ten policemen": who sets one off that harms their foes had laid it."""
    mines = [d for d in drafts if d.telling.trigger.frame.name == "mine"]
    for draft in mines:
        harmed = [k for d in drafts if d is not draft for k in d.keys(Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM)]
        if draft.telling.trigger.token.lemma_.lower() in _SET_OFF and harmed:
            draft.parts = [
                replace(p, predicate=Predicate.PERPETRATOR)
                if p.predicate is Predicate.TARGET and p.key not in harmed and fillers.irregular(p.key)
                else p
                for p in draft.parts
            ]


def _blamed(drafts: list[Draft]) -> None:
    """ "Blamed Houthi mortar fire": whose fire it was is only as sure as any blame."""
    for draft in drafts:
        if blamed_itself(draft.telling.trigger.token):
            laid = Predicate.PERPETRATOR
            draft.parts = [replace(p, certainty=Certainty.POSSIBLE) if p.predicate is laid else p for p in draft.parts]


def _in_a_clash(drafts: list[Draft], fillers: Fillers) -> None:
    """ "Fourteen civilians died as troops battled rebels": who killed them is not told; both took part in the clash."""
    dead = [p for d in drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM]
    for draft in drafts if dead else ():
        if draft.telling.trigger.frame.name != "clash" or draft.telling.trigger.form != "verb":
            continue
        draft.parts = [
            replace(p, predicate=Predicate.PARTICIPANT)
            if p.predicate is Predicate.PERPETRATOR and not all(fillers.opposed(d.key, p.key) for d in dead)
            else p
            for p in draft.parts
        ]


def _by_foes(drafts: list[Draft], fillers: Fillers) -> None:
    """ "Two soldiers were killed in a clash with rebels": by them, most likely, if all who died fought against them."""
    if any(d.keys(Predicate.PERPETRATOR) for d in drafts):
        return
    dead = [p for d in drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM]
    for draft in drafts:
        if draft.telling.trigger.frame.name in _BATTLES and dead:
            foes = [p for p in draft.parts if p.predicate is Predicate.TARGET]
            if foes and all(fillers.opposed(d.key, f.key) for d in dead for f in foes):
                draft.parts += [Part(Predicate.PERPETRATOR, f.key, f.token, Certainty.PROBABLE) for f in foes]


def _in_his_own_attack(drafts: list[Draft]) -> None:
    """ "X was hit in the chest as he threw stones": he did not hit himself. Suicide bombers are told by their class."""
    for draft in drafts:
        if draft.event_class == "SuicideBombing" or not draft.keys(Predicate.PERPETRATOR):
            continue
        harmed = {k for d in drafts if d is not draft for k in d.keys(Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM)}
        if harmed.issuperset(draft.keys(Predicate.PERPETRATOR)):
            of_his = (Predicate.PERPETRATOR, Predicate.WEAPON)
            draft.parts = [p for p in draft.parts if p.predicate not in of_his]


def _by_what_fell(drafts: list[Draft], fillers: Fillers) -> None:
    """ "A UN helicopter was shot down, killing all nine": neither the helicopter killed them nor those whose it was."""
    fallen = {
        p.token.i
        for d in drafts
        if d.telling.trigger.frame.needs in ("aircraft", "aircraft-subject")
        for p in d.parts
        if p.predicate in (Predicate.MATERIAL_LOSS, Predicate.TARGET) and fillers.flies(p.token)
    }
    for draft in drafts if fallen else ():
        draft.parts = [
            p
            for p in draft.parts
            if p.predicate not in (Predicate.PERPETRATOR, Predicate.WEAPON)
            or not fallen & {p.token.i, p.token.head.i if p.token.i < p.token.head.i else -1}
        ]


def _held_till_then(drafts: list[Draft], fillers: Fillers) -> None:
    """ "Four hostages died when troops stormed the house": by whose hand is left open, if nothing says it."""
    deaths = [d for d in drafts if d.keys(Predicate.FATAL_VICTIM)]
    dead = [p for d in deaths for p in d.parts if p.predicate is Predicate.FATAL_VICTIM]
    if not any(fillers.captive(p.token) for p in dead) or any(d.keys(Predicate.PERPETRATOR) for d in deaths):
        return
    for draft in drafts:
        draft.parts = [
            replace(p, certainty=Certainty.POSSIBLE)
            if p.predicate is Predicate.PERPETRATOR and fillers.of_state(p.key)
            else p
            for p in draft.parts
        ]


def _shot_dead(drafts: list[Draft], fillers: Fillers) -> None:
    """ "the massacre in which troops shot 34": who is shot in what is called a killing is killed.

    So are hostages and prisoners, whoever was found shot or riddled with bullets, shot one by one or by firing squad.
    """
    shot = [d for d in drafts if d.telling.trigger.frame.name == "shoot"]
    counted = shot and any(d.keys(Predicate.FATAL_VICTIM) or _dead_told(d) for d in drafts)
    for draft in shot:
        held = any(fillers.captive(p.token) for p in draft.parts if p.predicate is Predicate.INJURED_VICTIM)
        verb = draft.telling.trigger.token
        done = found(verb) or verb.lemma_.lower() == "riddle" or _outright(verb)
        done = done or (not counted and _led_off(verb))  # "lined up the workers and shot them; eight were killed"
        if held or done or _left_a_widow(draft):
            killed(draft)
    nouns = [d for d in drafts if d.telling.trigger.form == "noun" and d.telling.trigger.frame.name != "casualty"]
    killings = [d for d in nouns if d.telling.trigger.frame.effect == "killed"]
    if killings and not any(d.keys(Predicate.FATAL_VICTIM) or d.casualties for d in killings):
        for draft in shot:
            killed(draft)
    _either(drafts)
    _not_only_hurt(drafts)


def _either(drafts: list[Draft]) -> None:
    """ "340 men were killed and wounded", "killed or injured": so many of both together, nobody knows how many dead."""
    dead = [d for d in drafts if d.telling.trigger.frame.effect == "killed" and d.telling.trigger.form == "verb"]
    for one in dead:
        verb = one.telling.trigger.token
        for two in drafts:
            second = two.telling.trigger.token
            if two.telling.trigger.frame.name != "injure" or second.head != verb or second.i != verb.i + 2:
                continue
            shared = {p.token for p in two.parts if p.predicate is Predicate.INJURED_VICTIM} & {
                p.token for p in one.parts if p.predicate is Predicate.FATAL_VICTIM
            }
            if not shared or not one.casualties or dep(second) is not Dep.CONJUNCT:
                continue
            for draft, outcome in ((one, Outcome.KILLED), (two, Outcome.INJURED)):
                counted = [c for c in draft.casualties if c.outcome is not outcome or c.count.high is not None]
                draft.casualties = [_at_most(c) if c.outcome is outcome else c for c in counted]
                draft.parts = [replace(p, predicate=Predicate.VICTIM) if p.token in shared else p for p in draft.parts]


def _at_most(casualties: Casualties) -> Casualties:
    return replace(casualties, count=Count(None, None, casualties.count.high))


def _not_only_hurt(drafts: list[Draft]) -> None:
    """ "Was shot and killed", "was shot dead": who is told to be dead is not counted among the wounded as well."""
    dead = {key for draft in drafts for key in draft.keys(Predicate.FATAL_VICTIM)}
    for draft in drafts:
        hurt = draft.keys(Predicate.INJURED_VICTIM)
        if hurt and dead.issuperset(hurt):
            draft.parts = [p for p in draft.parts if p.predicate is not Predicate.INJURED_VICTIM]
            draft.casualties = [c for c in draft.casualties if c.outcome is not Outcome.INJURED]


def _left_a_widow(draft: Draft) -> bool:
    """ "X was shot by four men, his widow said", "was widowed when gunmen shot her husband"."""
    harmed = [p.token for p in draft.parts if p.predicate is Predicate.INJURED_VICTIM]
    if len(harmed) != 1 or harmed[0].tag_ not in ("NN", "NNP"):
        return False
    sentence = draft.telling.trigger.token.sent
    return any(
        (t.lower_ in ("widow", "widower") and any(o.lower_ in ("his", "her") for o in possessors(t)))
        or (t.lower_ == "widowed" and harmed[0].lower_ in ("husband", "wife"))
        for t in sentence
    )


def _dead_told(draft: Draft) -> bool:
    return any(c.outcome is Outcome.KILLED for c in draft.casualties)


def _led_off(verb: Token) -> bool:
    """ "Were led to the cemetery and shot", "lined them up and shot them": put to death, unless they lived."""
    if dep(verb) is not Dep.CONJUNCT or _LIVED & {t.lemma_.lower() for t in right_of(verb)}:
        return False
    for before in conjuncts(first_conjunct(verb)):
        word = before.lemma_.lower()
        if before.i >= verb.i:
            break
        if word in _MADE_READY:
            return True
        off = {t.lower_ for t in before.children} | {preposition(t) for t in children(before, Dep.OBLIQUE)}
        if word in _LED and off & _OFF and not children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT):
            return True
    return False


def _outright(verb: Token) -> bool:
    """ "Shot them one by one", "by firing squad", "all the men were shot", "… They had been sentenced to death"."""
    behind = " ".join(t.lower_ for t in right_of(verb))
    all_of = is_passive(verb) and any(determiner(t) == "all" and t.tag_ == "NNS" for t in subjects(verb))
    lived = _LIVED & {t.lemma_.lower() for t in right_of(verb)}
    return (all_of and not lived) or any(words in behind for words in _EXECUTING) or _sentenced(verb)


def _sentenced(verb: Token) -> bool:
    """ "Three were shot this morning. They had been sentenced to death by court-martial": by order of a court."""
    sentence = sentence_of(verb)
    if sentence.end >= len(verb.doc) or not is_passive(verb):
        return False
    after = sentence_of(verb.doc[sentence.end])
    words = [t.lower_ for t in after]
    return words[0] in _THEY and any(" ".join(words[k : k + 3]) in _TO_DEATH for k in range(len(words)))


def killed(draft: Draft) -> None:
    """Whoever is told to be hurt is dead."""
    draft.parts = [
        replace(p, predicate=Predicate.FATAL_VICTIM) if p.predicate is Predicate.INJURED_VICTIM else p
        for p in draft.parts
    ]
    draft.casualties = [replace(c, outcome=Outcome.KILLED) for c in draft.casualties]
