"""Who stands where on one statement."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import TypeVar

from kg.model import Statement, TimeSpan

Key = Statement | tuple[object, ...]


def content(statement: Statement) -> Key:
    """What a statement says, whatever words a document has for its time."""
    value = statement.object
    if isinstance(value, TimeSpan):
        return (
            statement.subject,
            statement.predicate,
            (value.earliest, value.latest, value.precision, value.instant),
        )
    return statement


_NOBODY: frozenset[str] = frozenset()
_FEW = 8
T = TypeVar("T")


def added(found: Set[T], one: T) -> Set[T]:
    """The same with one more; a large set, which nobody else holds, grows where it is."""
    if isinstance(found, set):
        found.add(one)
        return found
    more = {*found, one}
    return more if len(more) > _FEW else frozenset(more)


@dataclass(slots=True)
class Stand:
    """Who stands where on one statement; narrators apart until it is known whom they repeat.

    ``told`` holds a narrator's party with the document that it tells it in, ``credited`` the documents that credit
    somebody else with it. A large archive has millions of stands, nearly all of one party: what is empty or one alone
    is one object for all of them (``Verdicts``).
    """

    sure: Set[str] = _NOBODY
    unsure: Set[str] = _NOBODY
    accusing: Set[str] = _NOBODY
    denying: Set[str] = _NOBODY
    doubting: Set[str] = _NOBODY
    admitting: Set[str] = _NOBODY
    told: Set[tuple[str, str]] = frozenset()
    credited: Set[str] = _NOBODY

    @property
    def asserting(self) -> Set[str]:
        """Independent parties that state it; narrators only where their document credits nobody with it."""
        if not self.told:
            return self.sure
        return self.sure | {party for party, document in self.told if document not in self.credited}

    @property
    def alleging(self) -> Set[str]:
        """Everybody who states it, accuses of it or holds it possible."""
        return self.asserting | self.unsure | self.accusing | {party for party, _ in self.told}

    def tellers(self) -> frozenset[str]:
        """The documents whose narrators tell it."""
        return frozenset(document for _, document in self.told)
