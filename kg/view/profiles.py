"""What is known of people, groups and places apart from events: other names, roles, members."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from pyoxigraph import Store

from kg.view.index import Index
from kg.view.records import Event, Report, Thing, Trait
from kg.view.sparql import rows

_ALIASES = """SELECT ?alias ?about { ?about skos:altLabel ?alias } ORDER BY ?alias"""
_SAME = """SELECT ?other ?about { ?about schema:sameAs ?other } ORDER BY ?other"""
_TRAITS = """SELECT ?property ?value ?about {
  VALUES ?property {
    kgc:roleText kgc:memberOf kgc:leaderOf kgc:speaksFor kgc:partOfGroup kgc:nationality kgc:actorType
    dcterms:description
  }
  ?about ?property ?value
} ORDER BY ?property ?value"""
_MEMBERS = """SELECT ?property ?member ?about {
  VALUES ?property { kgc:memberOf kgc:leaderOf kgc:speaksFor kgc:partOfGroup }
  ?member ?property ?about
} ORDER BY ?property ?member"""
_BELONGS = """SELECT ?party ?group {
  VALUES ?property { kgc:memberOf kgc:leaderOf kgc:speaksFor kgc:partOfGroup }
  ?party ?property ?group
}"""
_TOLD = """SELECT ?event ?begin ?end ?about {
  ?mention nif:referenceContext ?about ; kgc:denotes ?event ; nif:beginIndex ?begin ; nif:endIndex ?end .
}"""
_INVERSE = {"memberOf": "member", "leaderOf": "leader", "speaksFor": "spokesperson", "partOfGroup": "part"}


class Profiles:
    """Looks up what a graph says of parties in passing."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.index = Index(store)

    def aliases(self, thing: Thing) -> list[str]:
        """Other names of it."""
        return [alias for alias, *_ in rows(self.store, _ALIASES, about=thing.id) if alias != thing.label]

    def elsewhere(self, thing: Thing) -> list[str]:
        """IRIs of the same thing in other collections."""
        return [other for other, *_ in rows(self.store, _SAME, about=thing.id)]

    def traits(self, thing: Thing) -> list[Trait]:
        """What is known of a party apart from events."""
        found: list[Trait] = []
        for name, value, *_ in rows(self.store, _TRAITS, about=thing.id):
            shown = self.index.value(value)
            role = name.rpartition("#")[2].rpartition("/")[2]
            text = shown.label if isinstance(shown, Thing) and shown.kind == "Weapon" else shown
            if isinstance(text, Thing | str):
                found.append(Trait(role, self.index.terms.get(role, role), text))
        return found

    def belonging(self, thing: Thing) -> list[Trait]:
        """Members, leaders, spokespeople and parts of a group."""
        found = rows(self.store, _MEMBERS, about=thing.id)
        known = self.index.things
        named = ((name.rpartition("#")[2], member) for name, member, *_ in found)
        traits = [Trait(role, _INVERSE[role], known[member]) for role, member in named if member in known]
        # Those with a name first: of "two fighters of X" each report has some.
        return sorted(traits, key=lambda trait: isinstance(trait.value, Thing) and trait.value.unnamed)

    def told(self, report: Report) -> dict[tuple[int, int], Event]:
        """The words of a document that tell of events, by where they begin and end, each with its event."""
        found = rows(self.store, _TOLD, about=report.id)
        events = self.index.events
        return {(int(begin), int(end)): events[e] for e, begin, end, *_ in sorted(found) if e in events}

    @cached_property
    def above(self) -> dict[str, frozenset[str]]:
        """What each party belongs to, leads or speaks for, directly or through others."""
        direct: dict[str, list[str]] = defaultdict(list)
        for party, group in rows(self.store, _BELONGS):
            direct[party].append(group)
        found: dict[str, frozenset[str]] = {}
        for party in direct:
            reached = list(dict.fromkeys(direct[party]))
            for group in reached:
                reached += [above for above in direct.get(group, ()) if above not in reached]
            found[party] = frozenset(reached)
        return found
