"""Relative clauses that tell of the event that they hang on: "an air strike in Mokha, in which 135 died"."""

from __future__ import annotations

from collections.abc import Set

from kg.extract.consequences import EFFECTS, in_a_fight
from kg.extract.syntax import complements, negation, preposition, subjects
from kg.extract.syntax.labels import Dep, children, dep
from kg.extract.syntax.tokens import Token
from kg.extract.triggers import Trigger

_AFTERWARDS = frozenset({"later", "afterwards", "afterward", "subsequently", "following", "next"})
_OF_IT = frozenset(
    {"instantly", "immediately", "outright", "shortly", "soon", "spot", "scene", "hospital", "wound", "injury", "way"}
)
_NEAR, _FAR = 8, 20  # words between an event noun and "in which", with a verb among them and without


class Groups:
    """Union-find over the triggers of a sentence; those ``aside`` tell of another time than the others."""

    def __init__(self, triggers: list[Trigger], aside: Set[int]) -> None:
        self._order = triggers
        self._aside = aside
        self._parent = {t.index: t.index for t in triggers}

    def _root(self, index: int) -> int:
        while self._parent[index] != index:
            index = self._parent[index]
        return index

    def join(self, first: Trigger, second: Trigger) -> None:
        if (first.index in self._aside) != (second.index in self._aside):
            return
        low, high = sorted((self._root(first.index), self._root(second.index)))
        self._parent[high] = low

    def groups(self) -> list[list[Trigger]]:
        found: dict[int, list[Trigger]] = {}
        for trigger in self._order:
            found.setdefault(self._root(trigger.index), []).append(trigger)
        return list(found.values())


def join_relative(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups) -> None:
    """ "an air strike on a wedding in Mokha, in which 135 died": the clause tells of the strike, wherever it hangs."""
    token = trigger.token
    if trigger.form == "adjective" and dep(token) in (Dep.OPEN_CLAUSE, Dep.ATTRIBUTE, Dep.ADJECTIVE):
        token = token.head if token.head.pos_ == "VERB" else token.head.head  # "which left three dead"
    if trigger.frame.effect not in EFFECTS:
        return
    pronouns = [t for t in token.children if t.lower_ in ("which", "that", "where")]
    if dep(token) is not Dep.RELATIVE:
        join_far_relative(trigger, pronouns, by_token, groups)
        return
    if not pronouns or any(t.lower_ == "who" for t in token.children):
        return
    step = token.head
    for _ in range(5):
        other = by_token.get(step.i) or carried_by(step.i, by_token)
        if other is not None and other.form == "noun":
            if not in_a_fight(other, by_token):
                groups.join(trigger, other)
            return
        fired = by_token.get(step.head.i)
        if fired is not None and dep(step) is Dep.OBJECT and fired.frame.object.startswith("weapon"):
            groups.join(trigger, fired)  # "fired a rocket that killed X"
            return
        said_of = [by_token[s.i] for s in children(step, Dep.SUBJECT) if s.i in by_token]
        there = bool(children(step, Dep.EXPLETIVE))  # "there was a clash at X, near Y, which left six dead"
        if said_of and said_of[0].form == "noun" and (there or children(step, Dep.COPULA) or _in_which(pronouns)):
            # "the worst blast was at the depot, where six died", "the attack carried out on X, in which six died"
            groups.join(trigger, said_of[0])
            return
        if dep(step) not in (
            Dep.NOMINAL,
            Dep.OBLIQUE,
            Dep.PREPOSITIONAL_OBJECT,
            Dep.PREPOSITION,
            Dep.APPOSITION,
            Dep.CONJUNCT,
        ):
            return
        step = step.head


def _in_which(pronouns: list[Token]) -> bool:
    return any(t.lower_ == "which" and preposition(t) in ("in", "during") for t in pronouns)


def join_of_whom(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups) -> None:
    """ "Shot down a helicopter with twelve soldiers, all of whom died": part of what the clause before tells."""
    token = trigger.token
    if trigger.frame.effect not in EFFECTS or dep(token) not in (Dep.PARATAXIS, Dep.RELATIVE) or later(token):
        return
    whom = any(t.lower_ == "whom" for s in subjects(token) for prep, t in complements(s) if prep == "of")
    before = [t for i, t in by_token.items() if i < token.left_edge.i]
    if whom and before:
        groups.join(before[-1], trigger)


def join_who_died(trigger: Trigger, by_token: dict[int, Trigger], groups: Groups) -> None:
    """ "Shot at X, who died instantly", "attacked X, who died of his wounds": it is what came of the attack."""
    verb = trigger.token
    if trigger.frame.effect != "killed" or dep(verb) is not Dep.RELATIVE or verb.tag_ not in ("VBD", "VBN"):
        return
    if (
        not any(t.lower_ == "who" for t in children(verb, Dep.SUBJECT, Dep.PASSIVE_SUBJECT))
        or negation(verb) is not None
    ):
        return
    harm = by_token.get(verb.head.head.i)
    if harm is None or harm.form != "verb" or harm.frame.effect not in ("none", "injured") or harm.index > verb.i:
        return
    if dep(verb.head) not in (Dep.OBJECT, Dep.OBLIQUE, Dep.PASSIVE_SUBJECT):
        return
    if any(t.lower_ == "had" for t in children(verb, Dep.AUXILIARY)):
        return
    said = children(verb, Dep.ADVERB, Dep.OBLIQUE, Dep.NOMINAL)
    at_once = any(t.lemma_.lower() in _OF_IT or t.lower_ in _AFTERWARDS | _OF_IT for t in said)
    if at_once and not any(t.tag_ == "CD" and len(t.text) == 4 for t in said):
        groups.join(harm, trigger)


def join_far_relative(trigger: Trigger, pronouns: list[Token], by_token: dict[int, Trigger], groups: Groups) -> None:
    """ "a strike last month in which 38 died", where the parser lost hold of the clause: the noun before is meant.

    So it is in "the raid, for which X claimed responsibility".
    """
    within = ("for",) if trigger.frame.name == "responsibility" else ("in", "during")
    for pronoun in pronouns:
        if pronoun.lower_ != "which" or preposition(pronoun) not in within or pronoun.i > trigger.index:
            continue
        above = by_token.get(pronoun.head.head.i)
        if above is not None and above.form == "noun" and above.index < pronoun.i:
            groups.join(trigger, above)  # "was behind the bombings of X and Y in August, in which 224 died"
            continue
        before = [t for i, t in by_token.items() if i < pronoun.i and t.form == "noun"]
        between = pronoun.doc[before[-1].index + 1 : pronoun.i] if before else ()
        if before and len(between) < (_NEAR if any(t.pos_ == "VERB" for t in between) else _FAR):
            groups.join(trigger, before[-1])


def later(verb: Token) -> bool:
    """Whether a clause has a time of its own that lies after that of the clause before it."""
    times = children(verb, Dep.OBLIQUE, Dep.ADVERB, Dep.NOMINAL)
    return any(w.lower_ in _AFTERWARDS for t in times for w in (t, *t.children))


def carried_by(index: int, by_token: dict[int, Trigger]) -> Trigger | None:
    """The event noun that a light verb carries: "carried out [a strike]"."""
    return next(
        (
            t
            for t in by_token.values()
            if t.carrier is not None and t.carrier.i == index and t.carrier_kind in ("do", "occur")
        ),
        None,
    )
