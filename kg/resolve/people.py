"""Which persons of different documents are one.

A name that tells enough by itself joins its bearers unless something speaks against it; a common name needs a
fact that namesakes hardly share; a surname alone joins nobody here. Work is done name by name, not
person by person: a thousand reports of one man cost a thousand steps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from kg.names import SAME, Score, blocks, compare, tokens, weight
from kg.resolve.clusters import Clusters
from kg.resolve.dossier import Dossier
from kg.resolve.judgement import Judgement, Node, Verdict, judgement

TELLING = 1.5
"""Weight from which a name tells enough by itself."""

NOTHING_ELSE = "a common name and nothing else in common"
"""The reason why two bearers of one name are left two though nothing speaks against one."""

_LEAST = 1.0
_CROWD = 200
_UNSURE = 0.5
_CLASH = 0.4
_SPELLING = 0.9
_ALIAS = 0.95


def unite_people(clusters: Clusters, dossiers: Iterable[Dossier]) -> list[Judgement]:
    """Brings together the dossiers of one person and says why; they come in the order of the documents.

    Who is one person already is taken so, and who must be kept apart stays two.
    """
    by_name: dict[tuple[str, ...], Namesakes] = {}
    found: list[Judgement] = []
    settled: dict[Node, Dossier] = {}
    for root, dossier in [(clusters.root(dossier.nodes[0]), dossier) for dossier in dossiers]:
        name = tokens(dossier.name)
        namesakes = by_name.get(name)
        if namesakes is None:
            namesakes = by_name[name] = Namesakes(clusters, dossier.name)
        if root in settled:
            namesakes.take(settled[root], dossier)
        else:
            settled[root], said = namesakes.file(dossier)
            found += said
    people: dict[int, Dossier] = {}
    for namesakes in by_name.values():
        people.update(namesakes.people)
    return found + _join_spellings(list(people.values()), clusters)


def alone(name: str) -> bool:
    """Whether a name is a single word that says which family at most, not who."""
    parts = tokens(name)
    return len(parts) == 1 and not parts[0].startswith(("abu-", "umm-"))


class Namesakes:
    """The persons of one name, found again by what else is known of them, unless the name tells enough."""

    __slots__ = ("_clusters", "_marked", "_telling", "people")

    def __init__(self, clusters: Clusters, name: str) -> None:
        self.people: dict[int, Dossier] = {}
        self._clusters = clusters
        self._telling = weight(name) >= TELLING and not alone(name)
        self._marked: dict[tuple[str, str], list[Dossier]] = {}

    def file(self, newcomer: Dossier) -> tuple[Dossier, list[Judgement]]:
        """Puts a dossier to the first person that it fits, or opens a new one; gives the person, and why."""
        doubts: list[Judgement] = []
        for person in self._likely(newcomer):
            if self._clusters.apart(person.nodes[0], newcomer.nodes[0]):
                continue
            same, reasons = _one_person(person, newcomer, Score(1.0, "same name"), newcomer.name)
            verdict = Verdict.SAME if same else Verdict.UNSURE
            said = judgement(person.nodes[0], newcomer.nodes[0], verdict, 1.0, *reasons)
            if same:
                self.take(person, newcomer)
                return person, [said]
            doubts = doubts or [said]
        self.take(newcomer, newcomer)
        return newcomer, doubts

    def take(self, person: Dossier, newcomer: Dossier) -> None:
        """Makes a person of this name known by what a dossier adds to it."""
        self.people.setdefault(id(person), person)
        if not self._telling:
            self._index(person, newcomer)
        if newcomer is not person:
            self._clusters.unite(person.nodes[0], newcomer.nodes[0])
            person.add(newcomer)

    def _likely(self, newcomer: Dossier) -> Iterable[Dossier]:
        if self._telling:
            return list(islice(self.people.values(), _CROWD))
        found = [person for mark in sorted(newcomer.marks) for person in self._marked.get(mark, ())[:_CROWD]]
        return list({id(person): person for person in found}.values()) or list(islice(self.people.values(), 1))

    def _index(self, person: Dossier, newcomer: Dossier) -> None:
        for mark in newcomer.marks:
            shelf = self._marked.setdefault(mark, [])
            if not any(person is known for known in shelf[-_CROWD:]):
                shelf.append(person)


def _one_person(one: Dossier, two: Dossier, score: Score, name: str) -> tuple[bool, list[str]]:
    """Whether two dossiers whose names agree are of one person; ``name`` is the less telling name."""
    against = one.contradiction(two)
    shared = one.shared(two)
    reasons = [score.reason, *shared]
    if against:
        return False, [*reasons, against]
    if one.told_with(two) and not _spelt_twice(one, two, score):
        return False, [*reasons, "two people of one text"]
    if any(reason.startswith("same report") for reason in shared):
        return True, reasons
    if alone(name):
        return False, [*reasons, "a single name"]
    if weight(name) >= TELLING:
        return True, reasons
    if shared and (weight(name) >= _LEAST or any(reason.startswith("same day") for reason in shared)):
        return True, reasons
    return False, [*reasons, NOTHING_ELSE]


def _spelt_twice(one: Dossier, two: Dossier, score: Score) -> bool:
    """Whether a text names one person twice in different spelling, not two people of similar names."""
    return score.value >= _SPELLING and len(tokens(one.name)) == len(tokens(two.name))


def _exclude(one: Dossier, two: Dossier) -> bool:
    """Whether some main names of the two exclude each other: different given names, other middle names."""
    return any(
        compare(a, b).value < SAME for a in one.called for b in two.called if len(tokens(a)) > 1 and len(tokens(b)) > 1
    )


def _join_spellings(people: list[Dossier], clusters: Clusters) -> list[Judgement]:
    """Joins persons whose names are forms of one name; a name that fits several persons joins none."""
    found: list[Judgement] = []
    wanted: list[tuple[float, int, int, Score, str]] = []
    fits: defaultdict[int, set[int]] = defaultdict(set)
    for i, j in _candidates(people):
        score, name = _best(people[i], people[j])
        if score.value < _UNSURE or clusters.apart(people[i].nodes[0], people[j].nodes[0]):
            continue
        same, reasons = _one_person(people[i], people[j], score, name)
        if score.same and same:
            wanted.append((-score.value, i, j, score, name))
            if len(tokens(people[i].name)) != len(tokens(people[j].name)):
                fits[i].add(j)
                fits[j].add(i)
        else:
            found.append(judgement(people[i].nodes[0], people[j].nodes[0], Verdict.UNSURE, score.value, *reasons))
    owner = list(range(len(people)))

    def top(place: int) -> int:
        while owner[place] != place:
            place = owner[place]
        return place

    for negative, i, j, score, name in sorted(wanted, key=lambda item: item[:3]):
        a, b = sorted((top(i), top(j)))
        left, right = people[i].nodes[0], people[j].nodes[0]
        if a == b or clusters.apart(left, right):
            continue
        same, reasons = _one_person(people[a], people[b], score, name)
        if same and _ambiguous(i, j, fits, people):
            same, reasons = False, [*reasons, "the name fits several people"]
        elif same and score.value < _SPELLING and _exclude(people[a], people[b]):
            same, reasons = False, [*reasons, "other names of theirs exclude each other"]
        found.append(judgement(left, right, Verdict.SAME if same else Verdict.UNSURE, -negative, *reasons))
        if same:
            clusters.unite(left, right)
            people[a].add(people[b])
            owner[b] = a
    return found


def _ambiguous(i: int, j: int, fits: dict[int, set[int]], people: Sequence[Dossier]) -> bool:
    """Whether a shorter name could stand for two people whose full names differ."""
    for place, partner in ((i, j), (j, i)):
        for other in fits[place]:
            if other != partner and not compare(people[other].name, people[partner].name).same:
                return True
    return False


def _candidates(people: Sequence[Dossier]) -> list[tuple[int, int]]:
    """Pairs of persons whose names share two parts, or their only part, under a spelling-blind key."""
    shelves: defaultdict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        for block in sorted({block for name in person.names for block in blocks(name)}):
            shelves[block].append(place)
    pairs: set[tuple[int, int]] = set()
    for shelf in shelves.values():
        near = shelf if len(shelf) <= _CROWD else sorted(shelf, key=lambda place: (people[place].name, place))
        reach = len(near) if len(near) <= _CROWD else 20
        for start, place in enumerate(near):
            for other in near[start + 1 : start + 1 + reach]:
                if tokens(people[place].name) != tokens(people[other].name):
                    pairs.add((min(place, other), max(place, other)))
    return sorted(pairs)


def _best(one: Dossier, two: Dossier) -> tuple[Score, str]:
    """How the names of two persons agree at best, and the less telling of the two names that do."""
    main = compare(one.name, two.name)
    best, name = main, min(one.name, two.name, key=lambda text: (weight(text), text))
    for a in one.names:
        for b in two.names:
            score = compare(a, b)
            if score.value > best.value:
                best, name = score, min(a, b, key=lambda text: (weight(text), text))
    told_by_alias = best.value >= _ALIAS and weight(name) >= TELLING
    full = len(tokens(one.name)) > 1 and len(tokens(two.name)) > 1
    if best is not main and main.value < _CLASH and full and not told_by_alias:
        return Score(min(best.value, 0.75), f"{best.reason}, but {main.reason}"), name
    return best, name
