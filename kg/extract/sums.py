"""A total and its parts: "35 people were killed. … 20 civilians and 15 policemen died": nobody besides the 35.

"Fourteen died. … Three others died later", "eight of the wounded have died": no rival of the number told before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.entities import Entities
from kg.extract.marks import HOSPITALS
from kg.extract.mentions import Draft, EventMention, Part
from kg.extract.phrases import besides, count_of, of_wounds, some_of_the_wounded
from kg.extract.syntax.labels import Dep, children
from kg.model import Outcome, Predicate

_HARMED = {Predicate.FATAL_VICTIM: Outcome.KILLED, Predicate.INJURED_VICTIM: Outcome.INJURED}


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


def added(mention: EventMention, known: Sequence[EventMention]) -> list[tuple[EventMention, Part]]:
    """Those of whom a mention tells that they came to harm besides others: "three others", "eight of the wounded".

    Who else tells of the event counts for himself: "five others were hurt" is then his own number.
    """
    mine = set(mention.speakers)
    before = [m for m in known if not (m.speakers and mine) or mine & set(m.speakers)]
    counts = [c.count for m in before for d in m.drafts for c in d.casualties]
    found = []
    for predicate, outcome in _HARMED.items():
        harmed = {k for m in known for k in m.keys(predicate)}
        his = any(map(_tells_of(predicate, outcome), before))
        for draft in mention.drafts if his or any(map(_tells_of(predicate, outcome), known)) else ():
            later = of_wounds(draft.telling) or _in_hospital(draft)  # when others had died before
            for part in (p for p in draft.parts if p.predicate is predicate and p.key not in harmed):
                more = besides(part.token) or (later and count_of(part.token) not in counts)
                if some_of_the_wounded(part.token) or (his and more):
                    found.append((mention, part))
    return found


def _tells_of(predicate: Predicate, outcome: Outcome) -> Callable[[EventMention], bool]:
    """Whether a mention tells of people with an outcome, by a word for them or by number."""
    return lambda told: (
        bool(told.keys(predicate)) or any(c.outcome is outcome for d in told.drafts for c in d.casualties)
    )


def _in_hospital(draft: Draft) -> bool:
    """ "Three people later died in hospital"."""
    words = children(draft.telling.trigger.token, Dep.OBLIQUE)
    return draft.telling.trigger.frame.name == "die" and any(w.lemma_.lower() in HOSPITALS for w in words)


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
