"""Joins the long and the short name of a group that does one deed.

"The US-led international coalition", "the international coalition" and "coalition forces" are three groups by
their words; where they are said to have done the same thing, they are one.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from kg.knowledge import nouns
from kg.model import Entity, EntityKind, Predicate, Ref
from kg.resolve.census import Census
from kg.resolve.clusters import Clusters
from kg.resolve.intake import Source
from kg.resolve.judgement import Judgement, Node, Verdict, judgement
from kg.resolve.tellings import telling_words


def unite_short_names(
    entities: Clusters, events: Clusters, known: Census, sources: Iterable[Source]
) -> list[Judgement]:
    """Brings together the perpetrators of one event whose names contain each other; says why."""
    deeds: dict[Node, dict[Node, None]] = {}
    for source in sources:
        for claim in source.reading.claims:
            for statement in claim.statements:
                if statement.predicate is not Predicate.PERPETRATOR or not isinstance(statement.object, Ref):
                    continue
                event = source.node(statement.subject)
                if event in events:
                    deeds.setdefault(events.root(event), {})[source.node(statement.object.key)] = None
    found: list[Judgement] = []
    actors = _Actors(entities, known)
    for event in sorted(deeds):
        if len(deeds[event]) > 1:
            found += _join(entities, known, actors, _different(entities, known, deeds[event]))
    return found


def _different(entities: Clusters, known: Census, nodes: Iterable[Node]) -> list[Node]:
    """The groups among them; of those that are one already and called alike, as in many reports, the first."""
    found: dict[tuple[Node, frozenset[str]], Node] = {}
    for node in nodes:
        if node in known and known[node].kind is EntityKind.GROUP and not _some_of_it(known[node]):
            mark = entities.root(node), telling_words(known[node].label)
            found[mark] = min(node, found.get(mark, node))
    return list(found.values())


def _some_of_it(entity: Entity) -> bool:
    """ "Three members of the Front", "Front fighters": people of a group, who are not the group."""
    if entity.name is not None or entity.actor is not None:
        return False
    noun = nouns.people().find((entity.description or "").split(" of ")[0])
    return entity.count is not None or (noun is not None and noun.number == "plural" and not noun.is_a("group"))


def _join(entities: Clusters, known: Census, actors: _Actors, groups: list[Node]) -> list[Judgement]:
    words = {node: telling_words(known[node].label) for node in groups}
    called: dict[frozenset[str], list[Node]] = {}
    for node in groups:
        called.setdefault(words[node], []).append(node)
    found: list[Judgement] = []
    for short in sorted(groups, key=lambda node: (len(words[node]), node)):
        full = _fullest(entities, short, [called[longest] for longest in _longest(words[short], called)])
        if full is not None and len(actors.of(full) | actors.of(short)) < 2 and entities.unite(full, short):
            shared = " ".join(sorted(words[short]))
            found.append(judgement(full, short, Verdict.SAME, 0.8, f"both are {shared}", "same deed"))
    return found


def _longest(words: frozenset[str], called: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The names that hold all words of a name and that no other of that sort holds; none for a name without words."""
    longer = [other for other in called if words and words <= other]
    return [name for name in longer if not any(name < other for other in longer)]


def _fullest(entities: Clusters, short: Node, named: Iterable[list[Node]]) -> Node | None:
    """The one group that bears the fullest names, None if there are several or none but the short one itself."""
    own, found = entities.root(short), None
    for node in chain.from_iterable(named):
        root = entities.root(node)
        if root not in (own, found):
            if found is not None:
                return None
            found = root
    return found


class _Actors:
    """The actors of the actor file that are among what is one group; looked up anew only when that has grown."""

    def __init__(self, entities: Clusters, known: Census) -> None:
        self._entities = entities
        self._known = known
        self._found: dict[Node, tuple[int, frozenset[str]]] = {}

    def of(self, node: Node) -> frozenset[str]:
        root, size = self._entities.root(node), self._entities.size(node)
        counted, actors = self._found.get(root, (0, frozenset()))
        if counted != size:
            members = self._entities.members(node)
            actors = frozenset(actor for member in members if (actor := self._known[member].actor) is not None)
            self._found[root] = size, actors
        return actors
