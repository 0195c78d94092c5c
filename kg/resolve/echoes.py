"""Finds words that one report has from another though the whole is no copy: then there is one source behind both.

Only narrators and claimants without a name are looked at: whoever has a name is one party anyway.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from kg.model import Claim

_WORD = re.compile(r"\w+")
_RUN = 4
_SHORTEST = 8
_SHARED = 0.6
_CROWD = 200


def echoes(
    claims: Iterable[Claim],
    quotes: Mapping[str, str],
    anonymous: Callable[[Claim], bool],
    party: Callable[[Claim], str],
) -> dict[str, str]:
    """For claims on one event whose words are the same in several reports the one party behind them, by claim."""
    by_event: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if anonymous(claim):
            for subject in dict.fromkeys(statement.subject for statement in claim.statements):
                by_event[subject].append(claim)
    heard: dict[str, str] = {}
    for event in sorted(by_event):
        told = sorted(by_event[event], key=lambda claim: (claim.document, claim.span, claim.key))[:_CROWD]
        if len({claim.document for claim in told}) > 1:
            _listen([(claim, _runs(quotes[claim.key])) for claim in told], heard, party)
    return heard


def _listen(told: list[tuple[Claim, frozenset[str]]], heard: dict[str, str], party: Callable[[Claim], str]) -> None:
    for place, (claim, runs) in enumerate(told):
        for earlier, others in told[:place]:
            if claim.document != earlier.document and runs and others and _resemble(runs, others):
                heard[claim.key] = heard.setdefault(earlier.key, party(earlier))
                break


def _runs(words: str) -> frozenset[str]:
    found = [word.lower() for word in _WORD.findall(words)]
    if len(found) < _SHORTEST:
        return frozenset()
    return frozenset(" ".join(found[start : start + _RUN]) for start in range(len(found) - _RUN + 1))


def _resemble(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SHARED * len(one | other)
