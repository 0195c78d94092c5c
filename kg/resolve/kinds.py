"""Which types of event may be tellings of one event.

The tree repeats the subclass axioms of the ontology for the classes that events have; a test compares the
two.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

PARENT = {
    "ViolentEvent": "Event",
    "Attack": "ViolentEvent",
    "ArmedClash": "Attack",
    "Raid": "Attack",
    "Ambush": "Attack",
    "ShootDown": "Attack",
    "ArsonAttack": "Attack",
    "MeleeAttack": "Attack",
    "GunAttack": "Attack",
    "RemoteAttack": "Attack",
    "AirStrike": "RemoteAttack",
    "DroneStrike": "AirStrike",
    "MissileStrike": "RemoteAttack",
    "Shelling": "RemoteAttack",
    "Bombing": "RemoteAttack",
    "SuicideBombing": "Bombing",
    "Killing": "ViolentEvent",
    "TargetedKilling": "Killing",
    "Execution": "Killing",
    "Beheading": "Execution",
    "Injuring": "ViolentEvent",
    "Captivity": "ViolentEvent",
    "Abduction": "Captivity",
    "Arrest": "Captivity",
    "Harassment": "ViolentEvent",
    "Destruction": "ViolentEvent",
    "Release": "Event",
    "Crash": "Event",
    "TerritorialChange": "Event",
    "Publication": "Event",
    "Founding": "Event",
}

# Types that reports confuse: a strike from the air with missiles or bombs, fighting told as shooting, a lost
# aircraft.
_CONFUSED = {
    frozenset(pair): grade
    for pair, grade in {
        ("AirStrike", "MissileStrike"): 0.7,
        ("AirStrike", "Bombing"): 0.6,
        ("AirStrike", "Shelling"): 0.4,
        ("AirStrike", "Raid"): 0.7,
        ("DroneStrike", "MissileStrike"): 0.7,
        ("DroneStrike", "Bombing"): 0.5,
        ("MissileStrike", "Shelling"): 0.7,
        ("MissileStrike", "Bombing"): 0.4,
        ("ArmedClash", "GunAttack"): 0.7,
        ("ArmedClash", "Raid"): 0.7,
        ("ArmedClash", "Ambush"): 0.7,
        ("GunAttack", "Raid"): 0.7,
        ("GunAttack", "Ambush"): 0.8,
        ("GunAttack", "Execution"): 0.5,
        ("Ambush", "Raid"): 0.5,
        ("Bombing", "Ambush"): 0.6,
        ("MeleeAttack", "Execution"): 0.4,
        ("Abduction", "Arrest"): 0.6,
        ("Raid", "Captivity"): 0.6,
        ("Raid", "Abduction"): 0.5,
        ("Raid", "Arrest"): 0.6,
        ("Attack", "Harassment"): 0.5,
        ("ShootDown", "Harassment"): 0.6,
        ("ShootDown", "Crash"): 0.7,
        ("Harassment", "Crash"): 0.6,
        ("ShootDown", "Destruction"): 0.6,
        ("Attack", "Destruction"): 0.7,
        ("RemoteAttack", "Destruction"): 0.6,
        ("TargetedKilling", "Execution"): 0.6,
    }.items()
}

_CACHED = 65536
_FORCE = frozenset({"Attack", "Killing", "Injuring", "Harassment", "Destruction", "Crash"})
_PLAIN = frozenset({"Killing", "TargetedKilling", "Injuring"})
_BROAD = frozenset({"Event", "ViolentEvent"})


@cache
def lineage(kind: str) -> tuple[str, ...]:
    """A type and the types above it, the nearest first; a type that is not in the tree stands alone."""
    chain = [kind]
    while chain[-1] in PARENT:
        chain.append(PARENT[chain[-1]])
    return tuple(chain)


@cache
def likeness(first: str, second: str) -> float:
    """How well two types fit one event, from 0 (they exclude each other) to 1 (the same type)."""
    if first == second:
        return 1.0
    above, below = lineage(first), lineage(second)
    if first in below or second in above:
        return 0.9 if _BROAD.isdisjoint((first, second)) else 0.5
    confused = [
        (grade, i + j)
        for i, a in enumerate(above)
        for j, b in enumerate(below)
        if (grade := _CONFUSED.get(frozenset((a, b)))) is not None
    ]
    if confused:
        nearest = min(steps for _, steps in confused)
        return round(max(grade for grade, steps in confused if steps == nearest) * 0.8**nearest, 2)
    if (first in _PLAIN and "Attack" in below) or (second in _PLAIN and "Attack" in above):
        return 0.8
    return 0.0


@lru_cache(maxsize=_CACHED)
def fit(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """How well two sets of types fit one event: the best pair of what tells how it was done, 0 if none fits."""
    return max((likeness(a, b) for a in _manner(first) for b in _manner(second)), default=0.0)


def _manner(types: tuple[str, ...]) -> tuple[str, ...]:
    """The types without those that tell only what came of it, unless there are no others."""
    return tuple(kind for kind in types if kind not in _PLAIN) or types


@lru_cache(maxsize=_CACHED)
def family(types: tuple[str, ...]) -> str:
    """The coarse family by which candidates for one event are found."""
    names = {name for kind in types for name in lineage(kind)}
    for name, members in (
        ("force", _FORCE),
        ("captivity", {"Captivity"}),
    ):
        if names & members:
            return name
    return min(types, default="event").lower()


def combined(types: Iterable[str]) -> tuple[str, ...]:
    """The types of a merged event without those that another one implies, the most specific first."""
    found = set(types)
    implied = {name for kind in found for name in lineage(kind)[1:]}
    return tuple(sorted(found - implied, key=lambda kind: (-len(lineage(kind)), kind))) or ("Event",)
