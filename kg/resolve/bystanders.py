"""Joins, within events that several documents tell, what could not be joined by itself.

"Several Western hostages" of one report and "Western hostages" of another are one set of people if both are
the victims of one event; so are "al-Jabouri" and the man whose full name another report of the same strike
gives.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from kg.model import Claim, Count, Entity, EntityKind, Predicate, Ref
from kg.names import SAME, compare, tokens
from kg.resolve.census import Census
from kg.resolve.clusters import Clusters
from kg.resolve.intake import Source
from kg.resolve.judgement import Judgement, Node, Verdict, judgement
from kg.resolve.people import NOTHING_ELSE
from kg.resolve.tellings import PATIENTS, telling_words

_ROLES = frozenset({*PATIENTS, Predicate.PERPETRATOR, Predicate.PARTICIPANT})
_NAME_IN_CONTEXT = 0.5
_REACH = 1.6
_ACQUAINTED = 0.85
_CROWD = 60


def unite_bystanders(entities: Clusters, events: Clusters, known: Census, sources: Iterable[Source]) -> list[Judgement]:
    """Brings together entities in one role of one event that nothing keeps apart; says why."""
    cast: dict[tuple[Node, Predicate], dict[str, list[Node]]] = {}
    for source in sources:
        for claim in source.reading.claims:
            _enter(source, claim, events, cast)
    found: list[Judgement] = []
    for role in sorted(cast, key=lambda item: (item[0], item[1].value)):
        by_document = cast[role]
        if len(by_document) < 2:
            continue
        # players alike stand but once: a strike that a thousand reports tell of has few
        earlier: dict[tuple[object, ...], Node] = {}
        for players in by_document.values():
            found += _pair_off(entities, known, list(islice(earlier.values(), _CROWD)), players)
            for node in players:
                if node in known:
                    earlier.setdefault((entities.root(node), *_looks(known[node])), node)
    return found


def _looks(entity: Entity) -> tuple[object, ...]:
    """What players of a role are compared by."""
    return entity.kind, entity.actor, entity.name, entity.label.casefold(), entity.count


def unite_acquaintances(
    entities: Clusters, events: Clusters, sources: Iterable[Source], judged: Iterable[Judgement]
) -> list[Judgement]:
    """Brings together bearers of one common name in reports that tell one event, such as a spokesman quoted in both."""
    told: dict[str, set[Node]] = {}
    for source in sources:
        told[source.mark] = {events.root(source.node(event.key)) for event in source.reading.events}
    found: list[Judgement] = []
    for doubt in judged:
        one, other = doubt.left, doubt.right
        if doubt.reasons[-1:] != (NOTHING_ELSE,) or not told[one.document] & told[other.document]:
            continue
        if not entities.meet(one, other) and entities.unite(one, other):
            reasons = (*doubt.reasons[:-1], "reports of one event")
            found.append(judgement(one, other, Verdict.SAME, min(doubt.score, _ACQUAINTED), *reasons))
    return found


def _enter(
    source: Source, claim: Claim, events: Clusters, cast: dict[tuple[Node, Predicate], dict[str, list[Node]]]
) -> None:
    for statement in claim.statements:
        if statement.predicate not in _ROLES or not isinstance(statement.object, Ref):
            continue
        subject = source.node(statement.subject)
        if subject in events:
            role = events.root(subject), statement.predicate
            players = cast.setdefault(role, {}).setdefault(source.mark, [])
            node = source.node(statement.object.key)
            if node not in players:
                players.append(node)


def _pair_off(entities: Clusters, known: Census, earlier: list[Node], later: list[Node]) -> list[Judgement]:
    """Joins each player of one document with the player of the others that it fits best, if any."""
    pairs = []
    for new in later:
        for old in earlier:
            if new in known and old in known and entities.root(new) != entities.root(old):
                grade, reason = _fits(known[old], known[new])
                if grade > 0:
                    pairs.append((-grade, old, new, reason))
    found: list[Judgement] = []
    taken: set[Node] = set()
    for negative, old, new, reason in sorted(pairs):
        if new in taken or entities.meet(old, new):
            continue
        if not (-negative >= SAME or _loose(entities.members(new), known) or _loose(entities.members(old), known)):
            continue
        if not entities.unite(old, new):
            continue
        taken.add(new)
        found.append(judgement(old, new, Verdict.SAME, -negative, reason, "same role in one event"))
    return found


def _loose(cluster: Iterable[Node], known: Census) -> bool:
    """Whether nothing but this event tells who is meant: no name, or a surname."""
    return all(_is_loose(known[node]) for node in cluster)


def _is_loose(entity: Entity) -> bool:
    if entity.name is None:
        return True
    if entity.kind is EntityKind.PERSON:
        return len(tokens(entity.name)) <= 1
    return entity.kind is EntityKind.MATERIEL


def _fits(old: Entity, new: Entity) -> tuple[float, str]:
    """How well two players of one role fit each other, 0 if they are two."""
    if old.kind is not new.kind or old.kind in (EntityKind.PLACE, EntityKind.NARRATOR):
        return 0.0, ""
    if old.actor != new.actor and old.actor and new.actor:
        return 0.0, ""
    if old.name and new.name:
        if old.kind is EntityKind.PERSON:
            score = compare(old.name, new.name)
            return (score.value, score.reason) if score.value >= _NAME_IN_CONTEXT else (0.0, "")
        if old.kind is EntityKind.GROUP:
            return 0.0, ""
    if (old.name is None) != (new.name is None) and old.kind is not EntityKind.MATERIEL:
        return 0.0, ""
    return _described(old, new)


def _described(old: Entity, new: Entity) -> tuple[float, str]:
    if not _agree(old.count, new.count):
        return 0.0, ""
    plain, other = old.label.casefold(), new.label.casefold()
    if plain == other:
        return 0.9, f"both are {old.label!r}"
    words, others = telling_words(plain), telling_words(other)
    shared = words & others
    if shared:
        return 0.6 + 0.2 * len(shared) / len(words | others), f"both are {' '.join(sorted(shared))}"
    heads = _heads(plain) & _heads(other)
    if heads and not (words and others):
        counted = old.count is not None and new.count is not None
        return 0.55 if counted else 0.5, f"both are {' '.join(sorted(heads))}"
    return 0.0, ""


def _agree(one: Count | None, two: Count | None) -> bool:
    """Whether two counts may be of the same people: equal, or one a bound that the other keeps."""
    if one is None or two is None:
        return True
    (low, high), (start, end) = _range(one), _range(two)
    return low <= end and start <= high


def _range(count: Count) -> tuple[float, float]:
    low = count.low if count.low is not None else count.best
    high = count.high if count.high is not None else count.best if count.low is None else None
    least = float(low or 0)
    return least, float(high) if high is not None else max(least * _REACH, least + 1)


def _heads(label: str) -> set[str]:
    """The last word of a description, without a plural ending: what it is about if nothing else tells."""
    words = label.replace(",", " ").split()
    return {word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words[-1:]}
