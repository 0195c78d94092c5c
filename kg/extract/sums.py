"""A total and its parts: "35 people were killed. … 20 civilians and 15 policemen died": nobody besides the 35."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.entities import Entities
from kg.extract.mentions import EventMention, Part
from kg.extract.phrases import count_of
from kg.model import Predicate


def adding_up(
    one: Sequence[EventMention], two: Sequence[EventMention], entities: Entities
) -> list[tuple[EventMention, Part]]:
    """The dead whom one of two tells group by group and of whom the other tells the total; empty if neither does."""
    return _parts_of_total(one, two, entities) or _parts_of_total(two, one, entities)


def _parts_of_total(
    parts: Sequence[EventMention], total: Sequence[EventMention], entities: Entities
) -> list[tuple[EventMention, Part]]:
    """The counted dead of some mentions that together are the only counted dead of others; empty if they are not."""
    told = _counted(total, entities)
    whole = {number for _, _, number in told}
    if len(whole) != 1 or len({part.key for _, part, _ in told}) != 1:
        return []
    groups = {part.key: (mention, part, number) for mention, part, number in _counted(parts, entities)}
    if len(groups) < 2 or sum(number for _, _, number in groups.values()) not in whole:
        return []
    return [(mention, part) for mention, part, _ in groups.values()]


def share(counted: list[tuple[EventMention, Part]]) -> None:
    """Counts groups of dead as shares of a total that is told elsewhere; who they were stays told."""
    for mention, part in counted:
        for draft in mention.drafts:
            if part in draft.parts:
                count = count_of(part.token)
                draft.shares += [c for c in draft.casualties if c.count == count]
                draft.casualties = [c for c in draft.casualties if c.count != count]


def _counted(mentions: Sequence[EventMention], entities: Entities) -> list[tuple[EventMention, Part, int]]:
    """Groups without a name that are told to have died, with how many they were."""
    found = []
    for mention in mentions:
        for part in (p for d in mention.drafts for p in d.parts if p.predicate is Predicate.FATAL_VICTIM):
            count = count_of(part.token)
            number = (count.best or count.low or 0) if count is not None else 0
            if number > 1 and entities.name(part.key) is None:
                found.append((mention, part, number))
    return found
