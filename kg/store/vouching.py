"""Which roles the sentences of documents vouch for: a role is a plain fact as long as one of them does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Standing
from kg.vocab import KGC, KGV

_KGC, _KGV = str(KGC._NS), str(KGV._NS)
ATTESTED = frozenset(_KGC + name for name in ("memberOf", "leaderOf", "speaksFor", "nationality", "roleText"))
"""What sentences say in passing of somebody; nothing else vouches for it but claims."""
ROLES = ATTESTED | {_KGC + "partOfGroup"}
"""All that is said of somebody or of a group itself; the list of known actors tells what a group is part of, too."""
Fact = tuple[str, str, str]
"""Subject and predicate by their IRIs, and the object as it is written."""

_LASTING = frozenset(_KGV + "standing-" + standing.value for standing in Standing if standing.lasts)
_SURE = frozenset(_KGV + name for name in ("certain", "probable"))
_WORDING = _KGC + "roleText"
_ISSUED = "http://purl.org/dc/terms/issued"


def fact(triple: Triple) -> Fact:
    """A triple as a fact."""
    subject = triple.subject
    return subject.value if isinstance(subject, NamedNode) else str(subject), triple.predicate.value, str(triple.object)


def attested(document: Iterable[Triple], plainly: bool = True) -> set[Fact]:
    """The roles that the sentences of one document give; ``plainly`` without those that its words give as past, to come
    or suspected only. The words for a role stand in any case.
    """
    of: defaultdict[str, defaultdict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    issued = ""
    for triple in document:
        if triple.predicate.value == _ISSUED:
            issued = str(triple.object)
        elif isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            of[triple.subject.value][triple.predicate.value].append(triple.object)
    found: set[Fact] = set()
    for said in of.values():
        for bearer in said.get(_KGC + "bearer", ()):
            found.update((bearer.value, _WORDING, str(words)) for words in said.get(_KGC + "wording", ()))
            if not plainly or _is_plain(said, issued):
                found.update(
                    (bearer.value, relation.value, str(counterpart))
                    for relation in said.get(_KGC + "relation", ())
                    for counterpart in said.get(_KGC + "counterpart", ())
                )
    return found


def _is_plain(said: defaultdict[str, list[NamedNode | Literal]], issued: str) -> bool:
    """Whether a role is somebody's on the day of the report, and the words do not leave that open."""
    return (
        _KGC + "until" not in said
        and all(str(day) == issued for day in said.get(_KGC + "asOf", ()))
        and all(value.value in _LASTING for value in said.get(_KGC + "standing", ()))
        and all(value.value in _SURE for value in said.get(_KGC + "certainty", ()))
    )
