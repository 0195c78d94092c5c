"""Which tellings of different documents are of one event.

Candidates share a named victim, or a day and a party, or a day and a place, or a party and a place. A
document that tells two events means two, so an event takes at most one telling from each, unless the same
person dies in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from kg.model import PlacePrecision, Predicate
from kg.names import blocks, key
from kg.resolve.clusters import Clusters
from kg.resolve.judgement import Judgement, Node, Verdict, judgement
from kg.resolve.kinds import family
from kg.resolve.matching import Match, match
from kg.resolve.tellings import Telling
from kg.resolve.times import Relation, exact, relate

_CROWD = 40
_WINDOW = 12
_DOUBT = 0.4
_LAST = date.max.toordinal()
_MARGIN = 0.05
_BROAD = frozenset({PlacePrecision.COUNTRY, PlacePrecision.AREA})


def unite_tellings(clusters: Clusters, told: Sequence[Telling]) -> list[Judgement]:
    """Brings together the tellings of one event and says why."""
    by_node = {telling.node: telling for telling in told}
    matches: list[tuple[Telling, Telling, Match]] = []
    found: list[Judgement] = []
    for one, two in _candidates(told):
        result = match(one, two)
        if one.document == two.document and not _one_death(one, two, result):
            continue
        if result.same:
            matches.append((one, two, result))
        elif result.score >= _DOUBT or result.identity:
            found.append(judgement(one.node, two.node, Verdict.UNSURE, result.score, *result.reasons))
    ambiguous = _ambiguous(matches)
    matches.sort(key=lambda item: (-item[2].score, item[0].node, item[1].node))
    for one, two, result in matches:
        reasons = list(result.reasons)
        verdict = Verdict.SAME
        if clusters.root(one.node) != clusters.root(two.node):
            first, second = clusters.members(one.node), clusters.members(two.node)
            against = "" if result.identity else _against(one, two, ambiguous)
            against = against or _clash([by_node[n] for n in first], [by_node[n] for n in second])
            if against:
                reasons.append(against)
                verdict = Verdict.UNSURE
            elif not clusters.unite(one.node, two.node):
                continue
        found.append(judgement(one.node, two.node, verdict, result.score, *reasons))
    return found


def _one_death(one: Telling, two: Telling, result: Match) -> bool:
    """Whether two events of one text are one killing: somebody dies in both, or in a strike on them."""
    if result.identity:
        return True
    linked = two.node.key in one.parts_of or one.node.key in two.parts_of
    return linked and bool((one.killed & two.patients) | (two.killed & one.patients))


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


def _clash(first: Sequence[Telling], second: Sequence[Telling]) -> str:
    """Why two sets of tellings, of which two match, cannot be one event all the same."""
    by_document = {telling.document: telling for telling in first}
    for telling in second:
        other = by_document.get(telling.document)
        if other is not None and not telling.killed & other.killed and not _linked(telling, other):
            return "one document tells both apart"
    for one in first[:_WINDOW]:
        for two in second[:_WINDOW]:
            if relate(one.times, two.times) is Relation.APART and not one.killed & two.killed:
                return "another telling gives another day"
    return ""


def _linked(one: Telling, two: Telling) -> bool:
    return two.node.key in one.parts_of or one.node.key in two.parts_of


def _candidates(told: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """Pairs of tellings that share what one event would share, each once, in the order of the tellings."""
    shelves: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, telling in enumerate(told):
        for block in sorted(_blocks(telling)):
            shelves[block].append(place)
    pairs: set[tuple[int, int]] = set()
    for block, shelf in shelves.items():
        reach = len(shelf)
        if len(shelf) > _CROWD:
            if block[0] == "day and country":
                continue
            shelf = sorted(shelf, key=lambda place: (_likely_order(told[place]), place))
            reach = _WINDOW
        for start, place in enumerate(shelf):
            for other in shelf[start + 1 : start + 1 + reach]:
                pairs.add((min(place, other), max(place, other)))
    at = {telling.node: place for place, telling in enumerate(told)}
    for place, telling in enumerate(told):
        for part_of in telling.parts_of:  # a killing and the strike that it was part of
            whole = at.get(Node(telling.document, part_of))
            if whole is not None and whole != place:
                pairs.add((min(place, whole), max(place, whole)))
    return [(told[a], told[b]) for a, b in sorted(pairs)]


def _likely_order(telling: Telling) -> tuple[str, str, str]:
    """Puts tellings of one event side by side in a crowded block."""
    when = min((str(span.earliest) for span in telling.times), default="")
    return when, str(min(telling.places, default="")), str(min(telling.patients, default=""))


def _blocks(telling: Telling) -> set[tuple[str, ...]]:
    kind = family(telling.types)
    found: set[tuple[str, ...]] = set()
    harmed = {root for roots in telling.known.values() for root in roots}
    found.update(("victim", str(root)) for root in telling.known.get(Predicate.FATAL_VICTIM, ()))
    found.update(("harmed", kind, str(root)) for root in harmed)
    for names in telling.names.values():
        found.update(("name", kind, block) for name in names for block in (key(name), *blocks(name)))
    parties = {str(root) for root in telling.actors | telling.patients} | telling.sides
    narrow = {
        str(root)
        for root, entity in telling.places.items()
        if entity.place is None or entity.place.precision not in _BROAD
    }
    around = {str(root) for root in telling.around} | {str(root) for root in telling.places}
    for day in _days(telling):
        found.update(("day and party", kind, day, party) for party in parties)
        found.update(("day and place", kind, day, place) for place in narrow | around)
        found.update(("day and word", kind, day, word) for word in telling.words)
        if telling.lone:
            found.add(("day", kind, day))
        found.update(("day and country", kind, day, country) for country in telling.countries)
    found.update(("party and place", kind, party, place) for party in parties for place in narrow)
    found.update(("word and place", kind, word, place) for word in telling.words for place in narrow)
    return found


def _days(telling: Telling) -> set[str]:
    """The days on which it may have happened and their neighbours; none where only a longer span is known."""
    found: set[str] = set()
    for span in telling.times:
        if exact(span) and span.earliest is not None and span.latest is not None:
            first, last = span.earliest.toordinal(), span.latest.toordinal()
            found.update(str(date.fromordinal(day)) for day in range(max(first - 1, 1), min(last + 1, _LAST) + 1))
    return found
