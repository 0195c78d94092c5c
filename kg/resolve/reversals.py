"""Who first denied what he later admits: his denial no longer stands against what he says now.

A ministry that denies for three days that it shot an aircraft down and then says that it did leaves nothing in
dispute. The other way round both stand: who takes back what he claimed has said both, and a wrong "killed by" does
harm.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from kg.model import Certainty, Claim, ClaimKind, Predicate, Statement
from kg.resolve.parties import Parties
from kg.resolve.stands import Key, content
from kg.resolve.tellings import PATIENTS

_SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
_SAYING = frozenset({ClaimKind.ASSERTION, ClaimKind.RESPONSIBILITY})
_ADMITTING = re.compile(r"(?:admi|acknowledg|conced|confess|accept|took|taken|tak|assum|apologi)", re.IGNORECASE)
_HIT = PATIENTS | {Predicate.CASUALTIES}


def reversed_denials(
    claims: Iterable[Claim], issued: Mapping[str, date | None], parties: Parties
) -> frozenset[tuple[str, Key]]:
    """The key of each denial with what it denies and the same party does not deny any longer.

    ``issued`` has the date of each document. Who denied something in one voice (the claimant's own, or that of whom he
    speaks for) may say anything else later in it; where the government admits what its police denied, it has to be an
    admission. What is said of another part of the event takes nothing back: a force that denies having killed villagers
    and says that it fought rebels there still denies it.
    """
    claims = list(claims)
    denials = [c for c in claims if c.kind is ClaimKind.DENIAL and c.certainty in _SURE]
    if not denials:
        return frozenset()
    denied = {content(s) for c in denials for s in c.statements}
    said: defaultdict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in _SAYING and claim.certainty in _SURE and not parties.is_narrator(claim):
            for statement in claim.statements:
                if (key := content(statement)) in denied:
                    said[key].append(claim)
    found: set[tuple[str, Key]] = set()
    for denial in denials:
        for statement in denial.statements:
            if any(_takes_back(denial, statement, c, issued, parties) for c in said.get(content(statement), ())):
                found.add((denial.key, content(statement)))
                if statement.predicate is not Predicate.PERPETRATOR:
                    found.update((denial.key, content(s)) for s in _rest(denial, statement))
    return frozenset(found)


def _takes_back(
    denial: Claim, statement: Statement, later: Claim, issued: Mapping[str, date | None], parties: Parties
) -> bool:
    return (
        parties.of(denial) == parties.of(later)
        and (_one_voice(denial, later) or later.kind is ClaimKind.RESPONSIBILITY)
        and _same_part(denial, statement, later)
        and not _after(denial, later, issued)
    )


def _rest(denial: Claim, statement: Statement) -> list[Statement]:
    """What was denied with something that is denied no longer: where it was, with what; not who did it."""
    about = [s for s in denial.statements if s.subject == statement.subject]
    return [s for s in about if s.predicate is not Predicate.PERPETRATOR]


def _one_voice(one: Claim, two: Claim) -> bool:
    return one.claimant == two.claimant or (one.on_behalf_of or one.claimant) == (two.on_behalf_of or two.claimant)


def _same_part(denial: Claim, statement: Statement, later: Claim) -> bool:
    """Whether what is said later is of what was denied, and not of other people in the same event."""
    if statement.predicate in _HIT or _ADMITTING.match(later.cue or ""):
        return True
    before, after = (
        {content(s) for s in claim.statements if s.predicate in _HIT and s.subject == statement.subject}
        for claim in (denial, later)
    )
    return bool(before & after)


def _after(denial: Claim, other: Claim, issued: Mapping[str, date | None]) -> bool:
    """Whether a denial may have come after something else that was said."""
    if denial.said_at is not None and denial.said_at.earliest is None:
        return False  # "had denied": before what else is told
    if denial.document == other.document:
        one, two = (c.said_at.earliest if c.said_at is not None else None for c in (denial, other))
        if one is not None and two is not None and one != two:
            return one > two
        return denial.span > other.span
    one, two = (c.said_at.latest if c.said_at is not None else issued.get(c.document) for c in (denial, other))
    return one is None or two is None or one >= two
