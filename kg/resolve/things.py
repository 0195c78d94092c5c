"""Which groups and places of different documents are one, by what identifies them.

A group is known by its entry in the actor file, else by its name; a place by its entry in the gazetteer, else
by its name and country. What has no name, and things such as vehicles, stay apart here: only an event that
several documents tell can bring them together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from kg.ids import digest
from kg.model import Entity, EntityKind
from kg.names import fold
from kg.resolve.clusters import Clusters
from kg.resolve.intake import Source
from kg.resolve.judgement import Judgement, Node, Verdict, judgement
from kg.resolve.namesakes import Spot, same_spots

_EMPTY = frozenset({"the", "of", "and", "for", "a", "an", "al", "el", "group", "organisation", "organization"})
_RELATIVE = re.compile(
    r"\b(?:(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west|centr)(?:ern|al)?|near|outside"
    r"|outskirts|km|miles?|kilomet(?:er|re)s?|upper|lower|greater|border|off|between)\b",
    re.IGNORECASE,
)
_SHORTEST_ACRONYM = 3
_MONTHS = 1  # between documents that speak of one place without saying so


@lru_cache(maxsize=65536)
def plain_name(name: str) -> str:
    """A name of a group or place without case, accents, articles and empty words."""
    words = [word for word in fold(name) if word not in _EMPTY]
    return " ".join(words or fold(name))


def identity(entity: Entity) -> tuple[str, ...] | None:
    """What tells this entity from all others in any document; None for what only its document can tell.

    "Air Force" or "Interior Ministry" alone names another body in every country. A direction or distance in
    the name of a place ("eastern Syria", "near Homs") makes it another place, whatever entry of the
    gazetteer it was found by.
    """
    if entity.kind is EntityKind.GROUP:
        if entity.actor:
            return ("actor", entity.actor)
        if entity.name and plain_name(entity.name) and not _nondescript(entity.name):
            return ("group", plain_name(entity.name))
    if entity.kind is EntityKind.PLACE and entity.name and plain_name(entity.name):
        info = entity.place
        relative = plain_name(entity.name) if _RELATIVE.search(entity.name) else ""
        if info is not None and info.gazetteer_id:
            return ("gazetteer", info.gazetteer_id, relative)
        country = info.country if info is not None else None
        return ("place", plain_name(entity.name), country or "")
    return None


def _nondescript(name: str) -> bool:
    """Whether every country or war has a body of that name."""
    return _empty_or_institutions().issuperset(plain_name(name).split())


@cache
def _empty_or_institutions() -> frozenset[str]:
    lines = (Path(__file__).resolve().parent / "institutions.txt").read_text("utf-8").splitlines()
    return _EMPTY.union(word for line in lines if not line.startswith("#") for word in line.split())


def own_identity(source: Source, entity: Entity) -> tuple[str, ...]:
    """What tells an entity from all others where nothing but its place in its document does."""
    if entity.kind is EntityKind.NARRATOR:
        return (source.mark,)
    if entity.mentions:
        first = min(entity.mentions)
        return (source.mark, str(first.begin), str(first.end), digest(entity.label, length=6))
    return (source.mark, entity.key)


def _around(source: Source, entity: Entity) -> tuple[tuple[str, ...], ...]:
    """What identifies the places that contain a place, the nearest first."""
    within = entity.place.within if entity.place is not None else ()
    if not within:
        return ()
    known = {other.key: other for other in source.reading.entities if other.key in within}
    return tuple(mark for key in within if key in known and (mark := identity(known[key])) is not None)


def _month(source: Source) -> int | None:
    """The month of a document, counted from the year nought; None if nobody dates it."""
    issued = source.reading.document.issued
    return issued.year * 12 + issued.month if issued is not None else None


class Charted:
    """Places that the gazetteer knows, for those of their name of which a document does not say in what country.

    "Londonderry", where nothing says which, is the one of which others tell in those weeks; in a report of another
    time it may be any.
    """

    def __init__(self) -> None:
        self._spots: defaultdict[str, dict[tuple[str, ...], Spot]] = defaultdict(dict)
        self._told: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
        self._asked: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)

    def known(self, name: str, mark: tuple[str, ...], month: int | None, spot: Spot) -> None:
        """Takes in that a document of a month tells of a known place by a name."""
        kept = self._spots[plain_name(name)].get(mark)
        self._spots[plain_name(name)][mark] = spot if kept is None or spot.around > kept.around else kept
        if month is not None:
            self._told[mark].add(month)

    def asked(self, mark: tuple[str, ...], month: int | None) -> None:
        """Takes in that a document of a month tells of a place that only has a name."""
        if month is not None and not mark[2]:
            self._asked[mark].add(month)

    def of(self, mark: tuple[str, ...]) -> list[Spot]:
        """The known places that one without a country may be."""
        months = self._asked.get(mark, ())
        near = {month + step for month in months for step in range(-_MONTHS, _MONTHS + 1)}
        found = self._spots.get(mark[1], {}) if near else {}
        return [spot for known, spot in sorted(found.items()) if not near.isdisjoint(self._told.get(known, ()))]


def unite_things(clusters: Clusters, sources: Iterable[Source], explained: bool = True) -> list[Judgement]:
    """Brings together groups and places of one identity, and acronyms with the names they stand for; says why if it is
    to be ``explained``.
    """
    found: list[Judgement] = []
    first: dict[tuple[str, ...], Node] = {}
    stands_for: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    namesakes: defaultdict[tuple[str, ...], list[Spot]] = defaultdict(list)
    charted = Charted()
    for source in sources:
        month = _month(source)
        for entity in source.reading.entities:
            mark = identity(entity)
            if mark is None:
                continue
            node = source.node(entity.key)
            if mark[0] == "place":
                namesakes[mark].append(Spot(node, _around(source, entity)))
                charted.asked(mark, month)
            elif mark not in first:
                first[mark] = node
            elif clusters.unite(first[mark], node) and explained:
                found.append(judgement(first[mark], node, Verdict.SAME, 1.0, f"same {mark[0]}: {mark[1]}"))
            if mark[0] == "gazetteer" and not mark[2] and entity.name:
                charted.known(entity.name, mark, month, Spot(first[mark], (mark, *_around(source, entity))))
            if entity.kind is EntityKind.GROUP:
                for alias in entity.aliases:
                    if len(plain_name(alias)) >= _SHORTEST_ACRONYM and ("group", plain_name(alias)) != mark:
                        stands_for[plain_name(alias)].add(mark)
    for mark, spots in namesakes.items():
        for one, other in same_spots([*spots, *charted.of(mark)]):
            if clusters.unite(one, other) and explained:
                found.append(judgement(one, other, Verdict.SAME, 1.0, f"same {mark[0]}: {mark[1]}"))
    for alias, marks in sorted(stands_for.items()):
        short = first.get(("group", alias))
        if short is not None and len(marks) == 1:
            full = first[next(iter(marks))]
            if clusters.unite(full, short) and explained:
                found.append(judgement(full, short, Verdict.SAME, 0.9, f"{alias} is another name of it"))
    return found
