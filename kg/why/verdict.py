"""Says in words how the claims on a statement or event lead to its verdict, and whether it stands as a fact.

The verdict itself is resolution's; this only tells which of its rules (see docs/decisions/resolution.md) applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.why.records import ClaimReason

ACCEPTED = ("admitted", "corroborated", "single-source")
SURE = ("certain", "probable")
_REJECTING = ("Denial", "Doubt")


def stances(claims: Sequence[ClaimReason]) -> list[str]:
    """Who says what of it, one line for each stance."""
    groups: dict[str, dict[str, None]] = {}
    for claim in claims:
        groups.setdefault(_stance(claim), {}).setdefault(speaker(claim))
    return [f"{stance} {_listed(groups[stance])}" for stance in sorted(groups, key=_ORDER.index)]


_ORDER = [
    "stated as its own deed by",
    "stated by",
    "stated as probable by",
    "held possible by",
    "laid to the accused by",
    "left open by",
    "denied by",
]


def _stance(claim: ClaimReason) -> str:
    if claim.kind == "Denial":
        return "denied by"
    if claim.kind == "Doubt":
        return "left open by"
    if claim.kind == "Accusation":
        return "laid to the accused by"
    if claim.certainty not in SURE:
        return "held possible by"
    if claim.certainty == "probable":
        return "stated as probable by"
    return "stated as its own deed by" if claim.kind == "ResponsibilityClaim" else "stated by"


def speaker(claim: ClaimReason) -> str:
    """The claimant and the group spoken for; a document's own voice by its document."""
    name = f"the report {claim.words.document}" if claim.narrator else claim.claimant
    return f"{name} (for {claim.on_behalf_of})" if claim.on_behalf_of else name


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def reasons(status: str, claims: Sequence[ClaimReason], stage: str, whole: str | None = None) -> list[str]:
    """Why a statement has this verdict; ``whole`` is the verdict on its event, None for an event itself."""
    denying = dict.fromkeys(speaker(c) for c in claims if c.kind == "Denial")
    saying = dict.fromkeys(speaker(c) for c in claims if c.kind not in _REJECTING)
    named = dict.fromkeys(speaker(c) for c in claims if c.kind not in _REJECTING and not c.narrator)
    match status:
        case "admitted":
            return ["admitted: whoever did it, or somebody who speaks for the same side, says so"]
        case "corroborated":
            return [f"corroborated: independent parties say so ({_listed(named or saying)}), and nobody denies it"]
        case "single-source":
            if len(named) > 1:
                return [f"single source: {_listed(named)} count as one party, and nobody denies it"]
            return ["single source: one party says so, and nobody denies it"]
        case "disputed" if denying and saying:
            return [f"disputed: {_listed(denying)} against {_listed(saying)}"]
        case "disputed" if whole == "disputed":
            return ["disputed: the event as a whole is"]
        case "disputed":
            return ["disputed: other statements of the graph that are vouched for exclude it"]
        case "discounted" if denying:
            return [f"discounted: {_listed(denying)} denies it, and nobody in these reports says so"]
        case "discounted" if whole == "discounted":
            return ["discounted: the event as a whole is"]
        case "discounted":
            return ["discounted: what is better supported excludes it"]
        case _:
            return [_open(claims, stage)]


def _open(claims: Sequence[ClaimReason], stage: str) -> str:
    saying = [c for c in claims if c.kind not in _REJECTING]
    named = [c for c in saying if not c.narrator]
    if not saying:
        return "open: it is doubted, and nobody vouches for it"
    if stage:
        return f"open: the event was only {stage}"
    if named and any(c.narrator and c.certainty in SURE for c in saying):
        return f"open: the report only repeats what it credits to {_listed(dict.fromkeys(map(speaker, named)))}"
    if all(c.kind == "Accusation" for c in saying):
        return "open: it is an accusation, which alone never counts as fact"
    if any(c.certainty == "probable" for c in saying):
        return "open: who did it counts only where somebody says so without a hedge"
    return "open: it is only held possible"


def standing(status: str, claims: Sequence[ClaimReason], fact: bool, stage: str, whole: str) -> str:
    """Whether it is a plain fact of the graph, and if not, what it lacks."""
    if fact:
        return "stands as a plain fact: accepted, and asserted as certain or probable"
    if status not in ACCEPTED:
        return "no plain fact: the verdict does not accept it"
    if not any(c.kind not in _REJECTING and c.certainty in SURE for c in claims):
        return "no plain fact: nobody asserts it as certain or probable"
    if whole and whole not in ACCEPTED:
        return f"no plain fact: the event itself is {whole}"
    if stage:
        return f"no plain fact: the event was only {stage}"
    return "no plain fact: another accepted value says the same more finely, or the accepted ones exclude each other"
