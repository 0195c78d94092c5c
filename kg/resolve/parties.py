"""Who stands behind a claim, so that nobody is counted twice.

A spokesman and his command are one party, so are a command and the military that it is part of. The
narrators of copies of one report are one, and so is whoever goes unnamed behind words that two reports have
alike. "Officials" beside an official with a name in the same report are he, for all that we know. A narrator adds
nothing to what the same document credits to somebody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from kg.model import Claim, Document, Predicate, Ref, Statement
from kg.resolve.echoes import echoes
from kg.resolve.hierarchy import chain

_VOICE = (Predicate.SPEAKS_FOR, Predicate.LEADER_OF, Predicate.MEMBER_OF)
_STEPS = 8
_OFFICIAL = re.compile(r"\b(?:officials?|authorit(?:y|ies))\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:head|chief|minist(?:er|ry)|governor|mayor|commissioner|commander|general|colonel|secretary|president|"
    r"prosecutor|administrat(?:or|ion)|spokes\w+|director|police|military|army|government|council|office)\b",
    re.IGNORECASE,
)


class Parties:
    """The parties of a graph: what belongs to what, and whose voice a claimant is.

    ``narrators`` maps the key of a document's narrator to the source that it stands for, ``actors`` the key
    of a known actor to its identifier in the actor file.
    """

    def __init__(
        self, attributes: Iterable[Statement], narrators: Mapping[str, str], actors: Mapping[str, str]
    ) -> None:
        self._narrators = narrators
        self._heard: dict[str, str] = {}
        self._above: defaultdict[str, set[str]] = defaultdict(set)
        self._groups: defaultdict[str, dict[Predicate, set[str]]] = defaultdict(lambda: defaultdict(set))
        for statement in attributes:
            if not isinstance(statement.object, Ref):
                continue
            if statement.predicate is Predicate.PART_OF_GROUP:
                self._above[statement.subject].add(statement.object.key)
            elif statement.predicate in _VOICE:
                self._groups[statement.subject][statement.predicate].add(statement.object.key)
        keys = {identifier: key for key, identifier in sorted(actors.items(), reverse=True)}
        for key, identifier in actors.items():
            links = [key, *(keys.get(above, f"actor:{above}") for above in chain(identifier)[1:])]
            for below, above in pairwise(links):
                self._above[below].add(above)

    def whole(self, group: str) -> str:
        """The uppermost group that a group is known to be part of, the first by name if there are several."""
        seen = [group]
        while len(seen) < _STEPS:
            above = sorted(self._above.get(seen[-1], set()) - set(seen))
            if not above:
                break
            seen.append(above[0])
        return seen[-1]

    def hear(self, claims: Sequence[Claim], quotes: Mapping[str, str], unnamed: Mapping[str, str]) -> None:
        """From now on takes words that several reports have alike, of nobody with a name, for one party's.

        ``unnamed`` are the labels of those who have no name by their key.
        """

        def anonymous(claim: Claim) -> bool:
            return claim.claimant in self._narrators or (claim.claimant in unnamed and claim.on_behalf_of is None)

        self._heard = {**self._officials(claims, unnamed), **echoes(claims, quotes, anonymous, self.of)}

    def _officials(self, claims: Sequence[Claim], unnamed: Mapping[str, str]) -> dict[str, str]:
        """For what mere "officials" claim, the party of the first who holds an office and whom the same report has
        speak of the same event, by claim."""
        vague = [c for c in claims if c.on_behalf_of is None and _OFFICIAL.search(unnamed.get(c.claimant, ""))]
        about = {(claim.document, statement.subject) for claim in vague for statement in claim.statements}
        first: dict[tuple[str, str], Claim] = {}
        for claim in claims if about else ():
            if self._in_office(claim, unnamed.get(claim.claimant)):
                for at in ((claim.document, statement.subject) for statement in claim.statements):
                    if at in about:
                        first[at] = min(first.get(at, claim), claim, key=lambda c: (c.span, c.key))
        found: dict[str, str] = {}
        for claim in vague:
            same = [c for s in claim.statements if (c := first.get((claim.document, s.subject))) is not None]
            if same:
                found[claim.key] = self.of(min(same, key=lambda c: (c.span, c.key)))
        return found

    def _in_office(self, claim: Claim, label: str | None) -> bool:
        """Whether a claimant, with this label if he has no name, speaks for somebody or holds an office."""
        if claim.claimant in self._narrators:
            return False
        if claim.on_behalf_of is not None or (label is None and claim.claimant in self._groups):
            return True
        return label is not None and not _OFFICIAL.search(label) and bool(_OFFICE.search(label))

    def of(self, claim: Claim) -> str:
        """The party that makes a claim."""
        if claim.key in self._heard:
            return self._heard[claim.key]
        if claim.claimant in self._narrators:
            return self._narrators[claim.claimant]
        if claim.on_behalf_of is not None:
            return self.whole(claim.on_behalf_of)
        spoken_for = self._groups.get(claim.claimant, {})
        for predicate in _VOICE[:2]:
            if spoken_for.get(predicate):
                return self.whole(min(spoken_for[predicate]))
        return self.whole(claim.claimant)

    def is_narrator(self, claim: Claim) -> bool:
        """Whether nobody but the document itself makes the claim."""
        return claim.claimant in self._narrators

    def circle(self, agent: str) -> set[str]:
        """An agent with all groups that it belongs to or speaks for, and those above them."""
        found = {agent}
        for groups in self._groups.get(agent, {}).values():
            found |= groups
        for _ in range(_STEPS):
            more = {above for group in found for above in self._above.get(group, ())} - found
            if not more:
                break
            found |= more
        return found

    def own_act(self, claim: Claim, agent: str) -> bool:
        """Whether the agent's act is the claimant's own: the same, or one of the two belongs to the other."""
        speakers = self.circle(claim.claimant)
        if claim.on_behalf_of is not None:
            speakers |= self.circle(claim.on_behalf_of)
        return agent in speakers or not speakers.isdisjoint(self.circle(agent))


def narrators(documents: Iterable[tuple[str, Document, str]]) -> dict[str, str]:
    """The source that each narrator stands for: the outlet if known, else the report it is a copy of.

    Takes the key of each narrator with its document and the mark of the first copy of its text.
    """
    outlet_of_copy: dict[str, str] = {}
    found: dict[str, str] = {}
    for key, document, copy in documents:
        outlet = outlet_of_copy.setdefault(copy, document.source.casefold().strip() if document.source else copy)
        found[key] = f"narrator:{outlet}"
    return found
