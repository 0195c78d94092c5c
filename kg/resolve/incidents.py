"""Which tellings of different documents are of one event.

Candidates share a named victim, or a day and a party, or a day and a place, or a party and a place. A
document that tells two events means two, so an event takes at most one telling from each, unless the same
person dies in both.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from kg.model import PlacePrecision
from kg.names import blocks, key
from kg.resolve.clusters import Clusters
from kg.resolve.judgement import Judgement, Node, Verdict, judgement
from kg.resolve.kinds import family
from kg.resolve.matching import SAME, Match, match
from kg.resolve.tellings import Telling
from kg.resolve.times import Relation, bounds, exact, known, loose, when

Block = tuple[str | int | Node, ...]

_CROWD = 40
_WINDOW = 12
_DOUBT = 0.4
_LAST = date.max.toordinal()
_MARGIN = 0.05
_BROAD = frozenset({PlacePrecision.COUNTRY, PlacePrecision.AREA})


def unite_tellings(clusters: Clusters, told: Sequence[Telling], explained: bool = True) -> list[Judgement]:
    """Brings together the tellings of one event and says why; nothing is said if it is not to be ``explained``."""
    by_node = {telling.node: telling for telling in told}
    matches: list[tuple[Telling, Telling, Match]] = []
    found: list[Judgement] = []
    least = _DOUBT if explained else SAME
    for one, two in _candidates(told):
        if one.document == two.document and not _one_death(one, two):
            continue
        result = match(one, two, least, explained)
        if result.same:
            matches.append((one, two, result))
        elif explained and (result.score >= _DOUBT or result.identity):
            found.append(judgement(one.node, two.node, Verdict.UNSURE, result.score, *result.reasons))
    ambiguous = _ambiguous(matches)
    matches.sort(key=lambda item: (-item[2].score, item[0].node, item[1].node))
    for one, two, result in matches:
        against = ""
        if clusters.root(one.node) != clusters.root(two.node):
            against = "" if result.identity else _against(one, two, ambiguous)
            against = against or _clash(clusters, one.node, two.node, by_node)
            if not against and not clusters.unite(one.node, two.node):
                continue
        if explained:
            verdict, doubts = (Verdict.UNSURE, (against,)) if against else (Verdict.SAME, ())
            found.append(judgement(one.node, two.node, verdict, result.score, *result.reasons, *doubts))
    return found


def _one_death(one: Telling, two: Telling) -> bool:
    """Whether two events of one text may be one killing: somebody dies in both, or in a strike on them."""
    if one.killed & two.killed:
        return True
    return _linked(one, two) and bool((one.killed & two.patients) | (two.killed & one.patients))


def _against(one: Telling, two: Telling, ambiguous: set[tuple[Node, str]]) -> str:
    if (one.node, two.document) in ambiguous or (two.node, one.document) in ambiguous:
        return "the document tells several events that fit equally well"
    return ""


def _ambiguous(matches: Iterable[tuple[Telling, Telling, Match]]) -> set[tuple[Node, str]]:
    """Tellings that fit several events of one other document about equally well, with that document."""
    best: defaultdict[tuple[Node, str], list[float]] = defaultdict(list)
    for one, two, result in matches:
        if not result.identity and one.document != two.document:
            best[one.node, two.document].append(result.score)
            best[two.node, one.document].append(result.score)
    return {
        key for key, scores in best.items() if len(scores) > 1 and sorted(scores)[-1] - sorted(scores)[-2] < _MARGIN
    }


def _clash(clusters: Clusters, one_node: Node, two_node: Node, by_node: Mapping[Node, Telling]) -> str:
    """Why two sets of tellings, of which two match, cannot be one event all the same."""
    if clusters.meet(one_node, two_node):
        by_document = {node.document: by_node[node] for node in clusters.members(one_node)}
        for node in clusters.members(two_node):
            telling, other = by_node[node], by_document.get(node.document)
            if other is not None and not telling.killed & other.killed and not _linked(telling, other):
                return "one document tells both apart"
    first, second = ([by_node[n] for n in clusters.members(node, _WINDOW)] for node in (one_node, two_node))
    for one in first:
        for two in second:
            if when(one, two) is Relation.APART and not one.killed & two.killed:
                return "another telling gives another day"
    return ""


def _linked(one: Telling, two: Telling) -> bool:
    return two.node.key in one.parts_of or one.node.key in two.parts_of


def _candidates(told: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of tellings that share what one event would share, each once, in the order of the tellings.

    One kind of block after the other: what all tellings share is many times what they are.
    """
    size = len(told)
    reach = _Reach(told)
    pairs: set[int] = set()
    for blocks_of in _BLOCKS:
        for one, two in _neighbours(told, blocks_of):
            if reach.meets(one, two):
                pairs.add(min(one, two) * size + max(one, two))
    at = {telling.node: place for place, telling in enumerate(told)}
    for place, telling in enumerate(told):
        for part_of in telling.parts_of:  # a killing and the strike that it was part of
            whole = at.get(Node(telling.document, part_of))
            if whole is not None and whole != place:
                pairs.add(min(place, whole) * size + max(place, whole))
    in_order = array("q", sorted(pairs))
    pairs.clear()
    for pair in in_order:
        yield told[pair // size], told[pair % size]


class _Reach:
    """The days between which tellings lie by all their times, and their dead: what most pairs end with at once."""

    def __init__(self, told: Sequence[Telling]) -> None:
        self._first, self._last = array("l"), array("l")
        self._loose = bytearray()
        self._dead = [telling.killed for telling in told]
        for telling in told:
            spans = [span for span in telling.times if known(span)]
            self._first.append(min((bounds(span)[0].toordinal() for span in spans), default=0))
            self._last.append(max((bounds(span)[1].toordinal() for span in spans), default=_LAST))
            self._loose.append(any(map(loose, spans)))

    def meets(self, one: int, two: int) -> bool:
        """Whether two tellings, given by their places, may be of one event: days apart only one death joins them."""
        apart = max(self._first[two] - self._last[one], self._first[one] - self._last[two])
        if apart <= 0 or (apart == 1 and (self._loose[one] or self._loose[two])):
            return True
        return not self._dead[one].isdisjoint(self._dead[two])


def _neighbours(told: Sequence[Telling], blocks_of: Callable[[Telling], Iterable[Block]]) -> Iterator[tuple[int, int]]:
    """Places of tellings that stand near each other in a block; most blocks have one telling, and no place for more."""
    first: dict[Block, int] = {}
    shelves: dict[Block, list[int]] = {}
    for place, telling in enumerate(told):
        for block in dict.fromkeys(blocks_of(telling)):
            other = first.setdefault(block, place)
            if other != place:
                shelves.setdefault(block, [other]).append(place)
    first.clear()
    for block, shelf in shelves.items():
        reach = len(shelf)
        if len(shelf) > _CROWD:
            if block[0] == "day and country":
                continue
            shelf.sort(key=lambda place: (_likely_order(told[place]), place))
            reach = _WINDOW
        for start, place in enumerate(shelf):
            for other in shelf[start + 1 : start + 1 + reach]:
                yield place, other


def _likely_order(telling: Telling) -> tuple[str, str, str]:
    """Puts tellings of one event side by side in a crowded block."""
    when = min((str(span.earliest) for span in telling.times), default="")
    return when, str(min(telling.places, default="")), str(min(telling.patients, default=""))


def _by_victim(telling: Telling) -> Iterator[Block]:
    kind = family(telling.types)
    yield from (("victim", root) for root in telling.killed)
    yield from (("harmed", kind, root) for roots in telling.known.values() for root in roots)
    for names in telling.names.values():
        yield from (("name", kind, block) for name in names for block in (key(name), *blocks(name)))


def _by_day_and_party(telling: Telling) -> Iterator[Block]:
    kind, parties = family(telling.types), _parties(telling)
    return (("day and party", kind, day, party) for day in _days(telling) for party in parties)


def _by_day_and_place(telling: Telling) -> Iterator[Block]:
    kind, places = family(telling.types), {*telling.around, *telling.places}
    return (("day and place", kind, day, place) for day in _days(telling) for place in places)


def _by_day(telling: Telling) -> Iterator[Block]:
    kind = family(telling.types)
    for day in _days(telling):
        yield from (("day and word", kind, day, word) for word in telling.words)
        yield from (("day and country", kind, day, country) for country in telling.countries)
        if telling.lone:
            yield "day", kind, day


def _by_place(telling: Telling) -> Iterator[Block]:
    kind, parties = family(telling.types), _parties(telling)
    for root, entity in telling.places.items():
        if entity.place is None or entity.place.precision not in _BROAD:
            yield from (("party and place", kind, party, root) for party in parties)
            yield from (("word and place", kind, word, root) for word in telling.words)


_BLOCKS = (_by_victim, _by_day_and_party, _by_day_and_place, _by_day, _by_place)


def _parties(telling: Telling) -> set[Node | str]:
    return {*telling.actors, *telling.patients, *telling.sides}


def _days(telling: Telling) -> set[int]:
    """The days on which it may have happened and their neighbours; none where only a longer span is known."""
    found: set[int] = set()
    for span in telling.times:
        if exact(span) and span.earliest is not None and span.latest is not None:
            first, last = span.earliest.toordinal(), span.latest.toordinal()
            found.update(range(max(first - 1, 1), min(last + 1, _LAST) + 1))
    return found
