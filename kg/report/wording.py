"""How records are put in words, the same in every report and page."""

from __future__ import annotations

from collections.abc import Iterable

from kg.view import Claim, Event, Report, Role, Statement

ROLES = (
    ("perpetrator", "by"),
    ("fatalVictim", "killed"),
    ("injuredVictim", "injured"),
    ("captive", "taken"),
    ("victim", "harmed"),
    ("target", "aimed at"),
    ("materialLoss", "lost or destroyed"),
    ("participant", "took part"),
    ("weapon", "with"),
    ("casualties", "casualties"),
    ("casualtyPart", "among them"),
    ("time", "when"),
    ("location", "where"),
    ("subEventOf", "part of"),
    ("causedBy", "because of"),
)
"""The properties of an event in the order in which to tell them, each with a short word for it."""

ROLE_WORDS = dict(ROLES)


def verdict(statement: Statement) -> str:
    """What to add to a value that is no fact: its verdict, or that it is only alleged; empty for a fact."""
    if statement.fact:
        return ""
    return "alleged" if statement.accepted else statement.status.replace("-", " ")


def value(statement: Statement) -> str:
    """A value with what qualifies it: ``Oldtown (disputed)``."""
    mark = verdict(statement)
    return f"{statement.value} ({mark})" if mark else str(statement.value)


def proposition(statement: Statement) -> str:
    """What is said, in a few words: ``killed: Ivo Varga``."""
    if statement.role == "occurred":
        return "it happened" if str(statement.value) == "true" else "it did not happen"
    return f"{ROLE_WORDS.get(statement.role, statement.role_label)}: {statement.value}"


def propositions(statements: Iterable[Statement]) -> list[str]:
    """What a claim says, in the order in which to tell it; that it happened only where nothing else is said."""
    order = [role for role, _ in ROLES]
    said = sorted(statements, key=lambda s: order.index(s.role) if s.role in order else len(order))
    telling = [s for s in said if s.role != "occurred" or str(s.value) != "true"] or said
    return [proposition(s) for s in telling]


def joined(statements: Iterable[Statement]) -> str:
    """Several values, those that are no facts with their verdict."""
    return "; ".join(value(statement) for statement in statements)


def verb(claim: Claim) -> str:
    """What the claimant does: says, accuses, claims responsibility, denies or leaves open."""
    stances = {"supports": "says", "denies": "denies", "doubts": "leaves open"}
    return {"Accusation": "accuses", "ResponsibilityClaim": "claims responsibility"}.get(
        claim.kind, stances[claim.stance]
    )


def attribution(claim: Claim) -> str:
    """Who says it and how: ``Berg for the coalition says, probable``."""
    sure = "" if claim.certainty in ("certain", "unknown") else f", {claim.certainty}"
    return f"{claim.who} {verb(claim)}{sure}"


def voices(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """Each claimant once for every document, with the document."""
    return list(dict.fromkeys((claim.who, claim.quote.document.label) for claim in claims))


def origin(report: Report) -> str:
    """Where words come from: document, outlet and day as far as they are known."""
    parts = (report.label, report.source, report.issued.isoformat() if report.issued else None)
    return ", ".join(part for part in parts if part)


def role(found: Role) -> str:
    """What somebody is said to be, in a few words: ``former commander of the Front (leader of People's Front)``."""
    named = [other.label for other in found.counterparts]
    plain = found.wording and all(name.lower() in found.wording.lower() for name in named)
    relation = f"{found.relation} {', '.join(named)}" if named and not plain else ""
    said = f"{found.wording} ({relation})" if found.wording and relation else found.wording or relation
    return f"{said}, {found.period}" if found.period else said


def as_of(found: Role) -> str:
    """When a role is attested: a day, first and last day, or that the day is not known."""
    return found.when or ("at the time told of" if found.standing == "then" else "no date")


def headline(event: Event) -> str:
    """When, what, and the verdict on it."""
    return f"{event.when or 'no date'}  {event.label}  [{event.verdict}]"
