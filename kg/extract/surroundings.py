"""What is known of a document's entities beside their names: which places lie in each other, who bears
arms."""

from __future__ import annotations

from collections.abc import Iterable

from kg.knowledge import nouns
from kg.model import Entity

_ARMED = frozenset({"armed-group", "state-force", "external-force", "coalition", "police", "intelligence"})


class Surroundings:
    """Look-ups over the entity records of one document."""

    def __init__(self, records: Iterable[Entity]) -> None:
        self._records = {r.key: r for r in records}
        self._people = nouns.people()

    def containers(self, key: str) -> set[str]:
        """Keys of the places around a place, itself included."""
        found: set[str] = set()
        queue = [key]
        while queue:
            current = queue.pop()
            if current in found:
                continue
            found.add(current)
            record = self._records.get(current)
            if record is not None and record.place is not None:
                queue.extend(record.place.within)
        return found

    def near(self, one: str, two: str) -> bool:
        """Whether two places may be the same spot: equal, or one inside the other."""
        return one in self.containers(two) or two in self.containers(one)

    def armed(self, key: str) -> bool:
        """Whether an actor is known or described as bearing arms."""
        record = self._records.get(key)
        if record is None:
            return False
        if record.actor_type in _ARMED:
            return True
        words = (record.description or record.name or "").split()
        return any(n is not None and (n.is_a("combatant") or n.is_a("security-force")) for n in map(self._people.find, words))
