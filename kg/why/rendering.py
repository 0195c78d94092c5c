"""Explanations for people to read and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from kg.why.records import ClaimReason, Explanation, Words


def as_json(explanations: Iterable[Explanation]) -> str:
    """The records as they are, as a JSON array."""
    return json.dumps([asdict(e) for e in explanations], ensure_ascii=False, indent=1) + "\n"


def as_text(explanations: Iterable[Explanation]) -> str:
    """One paragraph for each event or thing: its verdict, its statements, and the claims they rest on, by number."""
    return "\n".join("".join(f"{line}\n" for line in _lines(e)) for e in explanations)


def _lines(explanation: Explanation) -> list[str]:
    claims = {claim.iri: claim for statement in explanation.statements for claim in statement.claims}
    numbers = {iri: number for number, iri in enumerate(claims, start=1)}
    about = [explanation.label, ", ".join(explanation.types), explanation.stage]
    lines = [" · ".join(part for part in about if part), explanation.iri]
    lines += [f"  {step}" for step in explanation.steps]
    for statement in explanation.statements:
        cited = " ".join(f"[{numbers[claim.iri]}]" for claim in statement.claims)
        lines += [
            "",
            f"  {statement.relation}: {_one_line(statement.value)}  {cited}",
            *(f"      {step}" for step in statement.steps),
        ]
    lines.append("")
    for iri, claim in claims.items():
        lines += [f"  [{numbers[iri]}] {_claim(claim)}", f"      {claim.words.document}: {_quote(claim.words)}"]
    return lines


def _claim(claim: ClaimReason) -> str:
    parts = [_KINDS.get(claim.kind, "says so"), claim.certainty]
    who = "the report itself" if claim.narrator else claim.claimant
    parts.insert(0, f"{who} for {claim.on_behalf_of}" if claim.on_behalf_of else who)
    if claim.said_at:
        parts.append(f"said {claim.said_at}")
    if claim.rule:
        parts.append(f"read by {claim.rule.replace('+', ', ')}")
    if claim.confidence is not None:
        parts.append(f"confidence {claim.confidence:g}")
    parts.append(f"characters {claim.words.begin} to {claim.words.end}")
    return "; ".join(parts)


_KINDS = {
    "Denial": "denies it",
    "Doubt": "leaves it open",
    "ResponsibilityClaim": "says so of its own deed",
    "Accusation": "accuses",
}


def _quote(words: Words) -> str:
    """The quote with its marked words in brackets, each with what it was read as."""
    text, at = "", 0
    for mark in words.marks:
        text += f"{words.quote[at : mark.begin]}[{words.quote[mark.begin : mark.end]} = {mark.role}]"
        at = mark.end
    return f"“{_one_line(text + words.quote[at:])}”"


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
