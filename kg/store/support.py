"""What is left of the world when some documents are taken away.

Statements that nobody claims any more go, with the facts that rested on them and with everybody whom nothing else
mentions; so do roles that no sentence tells any more. Verdicts were given over all documents; where one is missing, a
verdict is kept only as far as it does not say too much: *admitted* and *corroborated* become *single source*, and what
nobody is left to vouch for is *open*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg.model import Predicate
from kg.store.partition import TYPE
from kg.store.vouching import ATTESTED, ROLES, Fact, attested, fact
from kg.vocab import EVENT_CLASSES, KGC, KGV

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_KGC, _KGV = str(KGC._NS), str(KGV._NS)
_ACCEPTED = frozenset(_KGV + "status-" + name for name in ("admitted", "corroborated", "single-source"))
_SINGLE, _OPEN = _KGV + "status-single-source", _KGV + "status-open"
_STATUS = _KGC + "status"
_ASSERTIVE = frozenset(_KGC + name for name in ("Assertion", "Accusation", "ResponsibilityClaim"))
_SURE = frozenset(_KGV + name for name in ("certain", "probable"))
_FACTS = frozenset(_KGC + predicate.value for predicate in Predicate)
_OF_TIME = frozenset(_KGC + name for name in ("date", "dateInferred", "dateBasis"))
_EVENTS = frozenset(_KGC + name for name in EVENT_CLASSES)
_OWN = frozenset(
    _KGC + name
    for name in ("Person", "Group", "Place", "Materiel", "Narrator", "TimeSpan", "CasualtyEstimate", "Statement")
)
_BUILT_FROM = _KGC + "builtFrom"
_CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept"

# Finer words follow from graver doubts: of two verdicts the earlier one is kept.
_MOST_CAUTIOUS_FIRST = tuple(
    _KGV + "status-" + name for name in ("disputed", "discounted", "open", "single-source", "corroborated", "admitted")
)

Nodes = dict[str, dict[str, list[Triple]]]


def left_over(
    world: Iterable[Triple], documents: dict[str, list[Triple]], gone: Iterable[Triple] | None
) -> list[Triple]:
    """What of the world the given documents still speak of.

    ``documents`` holds the triples of each by its name, ``gone`` those of the documents that are taken away; None if
    nobody knows any more, so that every verdict is in doubt.
    """
    return _Remainder(world, documents, gone).triples()


def joined(old: Iterable[Triple], new: Iterable[Triple]) -> tuple[list[Triple], int]:
    """Two worlds that were judged apart as one, and how often they differ in a verdict.

    Of two verdicts the more cautious one holds, and what it does not accept stands as a fact no more.
    """
    found = dict.fromkeys([*old, *new])
    verdicts: dict[NamedNode, list[Triple]] = defaultdict(list)
    for triple in found:
        if triple.predicate.value == _STATUS and isinstance(triple.subject, NamedNode):
            verdicts[triple.subject].append(triple)
    clashes = {node: given for node, given in verdicts.items() if len(given) > 1}
    if not clashes:
        return list(found), 0
    fallen: set[str] = set()
    for node, given in clashes.items():
        kept = min(given, key=_caution)
        for triple in given:
            if triple != kept:
                del found[triple]
        if _value(kept) not in _ACCEPTED:
            fallen.add(node.value)
    parts: dict[str, dict[str, Triple]] = defaultdict(dict)
    for triple in found:
        if triple.predicate.value.startswith(_RDF) and isinstance(triple.subject, NamedNode):
            parts[triple.subject.value][triple.predicate.value.removeprefix(_RDF)] = triple
    no_facts = {
        (_value(said["subject"]), _value(said["predicate"]), str(said["object"].object))
        for name, said in parts.items()
        if name in fallen and {"subject", "predicate", "object"} <= said.keys()
    }
    kept_triples = [t for t in found if not _falls(t, fallen, no_facts)]
    return kept_triples, len(clashes)


def _falls(triple: Triple, fallen: set[str], no_facts: set[Fact]) -> bool:
    if not isinstance(triple.subject, NamedNode):
        return False
    subject, predicate = triple.subject.value, triple.predicate.value
    if subject in fallen and predicate in _FACTS | _OF_TIME:
        return True
    if predicate in _OF_TIME:
        return any(s == subject and p == _KGC + "time" for s, p, _ in no_facts)
    return (subject, predicate, str(triple.object)) in no_facts


def _caution(triple: Triple) -> int:
    value = _value(triple)
    return _MOST_CAUTIOUS_FIRST.index(value) if value in _MOST_CAUTIOUS_FIRST else len(_MOST_CAUTIOUS_FIRST)


def _value(triple: Triple) -> str:
    return triple.object.value if isinstance(triple.object, NamedNode) else str(triple.object)


class _Remainder:
    def __init__(
        self, world: Iterable[Triple], documents: dict[str, list[Triple]], gone: Iterable[Triple] | None
    ) -> None:
        self._world = list(world)
        self._documents = documents
        self._of: Nodes = {}
        for triple in self._world:
            if isinstance(triple.subject, NamedNode):
                self._of.setdefault(triple.subject.value, defaultdict(list))[triple.predicate.value].append(triple)
        lost = None if gone is None else list(gone)
        self._doubtful = None if lost is None else self._touched(lost)
        claimed = (self._fact(name) for name in self._doubtful or ())
        told = attested(lost or (), plainly=False).union(said for said in claimed if said is not None)
        self._untold = None if lost is None else told
        self._told = set[Fact]().union(*map(attested, documents.values()))
        self._claims: dict[str, dict[str, list[Triple]]] = {}
        for triples in documents.values():
            for triple in triples:
                if isinstance(triple.subject, NamedNode):
                    own = self._claims.setdefault(triple.subject.value, defaultdict(list))
                    own[triple.predicate.value].append(triple)

    def _touched(self, gone: Iterable[Triple]) -> set[str]:
        """The statements that claims of the documents spoke of, and what these are about."""
        found = {_value(t) for t in gone if t.predicate.value == _KGC + "content"}
        subjects = {_value(t) for name in found for t in self._of.get(name, {}).get(_RDF + "subject", ())}
        return found | subjects

    def _fact(self, name: str) -> Fact | None:
        """What a statement says, None for what is none."""
        said = self._of.get(name, {})
        parts = [said.get(_RDF + part, [None])[0] for part in ("subject", "predicate", "object")]
        if parts[0] is None or parts[1] is None or parts[2] is None:
            return None
        return _value(parts[0]), _value(parts[1]), str(parts[2].object)

    def triples(self) -> list[Triple]:
        """The world as far as the documents speak of it."""
        claimed = self._claimed()
        kept: dict[Triple, None] = {}
        facts: set[Fact] = set()
        vouched_events: dict[str, bool] = defaultdict(bool)
        reached: list[str] = [
            _value(t)
            for properties in self._claims.values()
            for triples in properties.values()
            for t in triples
            if isinstance(t.object, NamedNode)
        ]
        for name, vouched in claimed.items():
            said = self._of.get(name)
            if said is None:
                continue
            status = self._status(name, vouched)
            for triples in said.values():
                for triple in triples:
                    kept[_with_status(triple, status)] = None
                    if triple.predicate.value in (_RDF + "subject", _RDF + "object"):
                        reached.append(_value(triple))
            claimed_fact = self._fact(name)
            if claimed_fact is not None:
                if status in _ACCEPTED and vouched:
                    facts.add(claimed_fact)
                vouched_events[claimed_fact[0]] |= status in _ACCEPTED and vouched
        self._spread(reached, kept, facts, vouched_events)
        for triple in self._world:
            if self._is_foreign(triple) and self._was_built(triple):
                kept[triple] = None
        return list(kept)

    def _claimed(self) -> dict[str, bool]:
        """The statements that a document still claims, and whether somebody vouches for each."""
        found: dict[str, bool] = {}
        for properties in self._claims.values():
            sure = any(_value(t) in _SURE for t in properties.get(_KGC + "certainty", ()))
            assertive = any(_value(t) in _ASSERTIVE for t in properties.get(TYPE.value, ()))
            for triple in properties.get(_KGC + "content", ()):
                name = _value(triple)
                found[name] = found.get(name, False) or (sure and assertive)
        return found

    def _status(self, name: str, vouched: bool) -> str:
        given = self._of[name].get(_STATUS)
        status = _value(given[0]) if given else _OPEN
        if status in _ACCEPTED and (self._doubtful is None or name in self._doubtful):
            return _SINGLE if vouched else _OPEN
        return status

    def _spread(
        self,
        reached: list[str],
        kept: dict[Triple, None],
        facts: set[Fact],
        vouched_events: dict[str, bool],
    ) -> None:
        """Keep what is told of everything that is reached, and of what that leads to."""
        seen: set[str] = set()
        while reached:
            name = reached.pop()
            if name in seen or name not in self._of:
                continue
            seen.add(name)
            types = {_value(t) for t in self._of[name].get(TYPE.value, ())}
            if _KGC + "Statement" in types:
                continue
            if types & _EVENTS:
                status = self._status(name, vouched_events[name])
                found = [_with_status(t, status) for t in self._of_event(name, status, facts)]
            else:
                found = [t for triples in self._of[name].values() for t in triples if self._stays(t, facts)]
            for triple in found:
                kept[triple] = None
                if isinstance(triple.object, NamedNode):
                    reached.append(triple.object.value)

    def _of_event(self, name: str, status: str, facts: set[Fact]) -> Iterator[Triple]:
        """What is told of an event, its facts as far as a statement still carries them."""
        for predicate, triples in self._of[name].items():
            for triple in triples:
                if predicate in _OF_TIME:
                    times = self._of[name].get(_KGC + "time", ())
                    if not any((name, _KGC + "time", str(t.object)) in facts for t in times):
                        continue
                elif predicate in _FACTS and (name, predicate, str(triple.object)) not in facts:
                    continue
                if status in _ACCEPTED or predicate not in _FACTS | _OF_TIME:
                    yield triple

    def _stays(self, triple: Triple, facts: set[Fact]) -> bool:
        """Whether it leads to no document that is gone, and is no role of which only such a document told.

        Where nobody knows what is gone, a role of which nobody left tells is taken for one.
        """
        if triple.predicate.value in ROLES:
            role = fact(triple)
            if role in facts or role in self._told:
                return True
            return role[1] not in ATTESTED if self._untold is None else role not in self._untold
        return triple.predicate.value != _KGC + "voiceOf" or _value(triple) in self._documents

    def _was_built(self, triple: Triple) -> bool:
        """Whether it tells nothing of a build, or one of which documents are left, and not of others."""
        if not isinstance(triple.subject, NamedNode):
            return True
        built = self._of[triple.subject.value].get(_BUILT_FROM)
        if built is None:
            return True
        if triple.predicate.value == _BUILT_FROM:
            return _value(triple) in self._documents
        return any(_value(t) in self._documents for t in built)

    def _is_foreign(self, triple: Triple) -> bool:
        """Whether it tells of something that is none of kg's."""
        if not isinstance(triple.subject, NamedNode):
            return True
        types = {_value(t) for t in self._of[triple.subject.value].get(TYPE.value, ())}
        return not types & (_OWN | _EVENTS | {_CONCEPT})


def _with_status(triple: Triple, status: str) -> Triple:
    if triple.predicate.value != _STATUS:
        return triple
    return Triple(triple.subject, triple.predicate, NamedNode(status))
