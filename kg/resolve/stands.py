"""Who stands where on one statement."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Predicate, Statement, TimeSpan, Value

Key = tuple[str, Predicate, Value | tuple[object, ...]]


def content(statement: Statement) -> Key:
    """What a statement says, whatever words a document has for its time."""
    value = statement.object
    if isinstance(value, TimeSpan):
        return (
            statement.subject,
            statement.predicate,
            (value.earliest, value.latest, value.precision, value.instant),
        )
    return statement.subject, statement.predicate, value


_NOBODY: frozenset[str] = frozenset()


@dataclass(slots=True)
class Stand:
    """Who stands where on one statement; narrators apart until it is known whom they repeat.

    ``told`` holds a narrator's party with the document that it tells it in, ``credited`` the documents that credit
    somebody else with it. A large archive has millions of stands, nearly all of one party: what is empty or one alone
    is one object for all of them (``Verdicts``).
    """

    sure: frozenset[str] = _NOBODY
    unsure: frozenset[str] = _NOBODY
    accusing: frozenset[str] = _NOBODY
    denying: frozenset[str] = _NOBODY
    doubting: frozenset[str] = _NOBODY
    admitting: frozenset[str] = _NOBODY
    told: frozenset[tuple[str, str]] = frozenset()
    credited: frozenset[str] = _NOBODY

    @property
    def asserting(self) -> frozenset[str]:
        """Independent parties that state it; narrators only where their document credits nobody with it."""
        if not self.told:
            return self.sure
        return self.sure | {party for party, document in self.told if document not in self.credited}

    @property
    def alleging(self) -> frozenset[str]:
        """Everybody who states it, accuses of it or holds it possible."""
        return self.asserting | self.unsure | self.accusing | {party for party, _ in self.told}

    def tellers(self) -> frozenset[str]:
        """The documents whose narrators tell it."""
        return frozenset(document for _, document in self.told)
