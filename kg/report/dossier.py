"""A dossier for the terminal: all that a graph has on one event, person, group or place."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from kg.report import wording
from kg.view import Claim, Event, Place, Role, Statement, Thing, View
from kg.view.graph import is_victim

KINDS = ("Event", "Person", "Group", "Place")
"""What one can ask a dossier for."""


def of(view: View, thing: Thing, width: int = 100) -> str:
    """The dossier as text, its lines no longer than ``width`` where words allow it."""
    lines = _event(view, thing) if isinstance(thing, Event) else _party(view, thing)
    return "\n".join(folded for line in lines for folded in _fold(line, width)) + "\n"


def _fold(line: str, width: int) -> list[str]:
    text = "".join(c if c.isprintable() else " " for c in line)
    margin = len(text) - len(text.lstrip())
    return textwrap.wrap(
        text, max(width, 40), subsequent_indent=" " * (margin + 2), break_long_words=False, break_on_hyphens=False
    ) or [""]


def _event(view: View, event: Event) -> Iterator[str]:
    yield event.label
    yield "=" * min(len(event.label), 100)
    yield f"{', '.join(event.types)}; {event.verdict}; {event.documents} document{'s' * (event.documents != 1)}"
    yield f"key: {event.key}"
    yield ""
    for role, word in wording.ROLES:
        said = event.said(role)
        if said:
            yield f"{word + ':':<12}{wording.joined(said)}"
    claims = view.claims_of(event)
    for heading, stances in (("Who says so", ("supports",)), ("Who denies or doubts it", ("denies", "doubts"))):
        chosen = [claim for claim in claims if claim.stance in stances]
        if chosen:
            yield from ("", heading, "-" * len(heading))
            for claim in chosen:
                yield from _claim(claim, event)
    for found in view.conflicts([event]):
        yield from ("", "Where sources disagree", "----------------------")
        for point in found.points:
            sides = "; ".join(
                f"{wording.proposition(p.statement)}: {len(p.support)} for, {len(p.denial)} against"
                for p in point.positions
            )
            yield sides
    related = view.related(event)
    if related:
        yield from ("", "Related events", "--------------")
        for other, shared in related:
            yield f"{wording.headline(other)}  (shares {', '.join(map(str, shared))})"
            yield f"    {other.key}"


def _claim(claim: Claim, event: Event) -> Iterator[str]:
    yield f"{wording.attribution(claim)} — {wording.origin(claim.quote.document)}"
    said = [s for s in claim.statements if s.subject == event.id]
    yield f"    {'; '.join(wording.propositions(said))}"
    yield f"    “{' '.join(claim.quote.words.split())}”"


def _party(view: View, thing: Thing) -> Iterator[str]:
    yield thing.label
    yield "=" * min(len(thing.label), 100)
    yield f"{thing.kind.lower()}{', not named by any text' if thing.unnamed else ''}"
    yield f"key: {thing.key}"
    aliases = view.aliases(thing)
    if aliases:
        yield f"also called: {'; '.join(aliases)}"
    roles = view.roles(thing)
    for trait in view.traits(thing):
        if roles and trait.role == "roleText":
            continue  # stands below with its day
        yield f"{trait.label}: {trait.value}"
    if isinstance(thing, Place):
        yield from _place(thing)
    for trait in view.belonging(thing)[:20]:
        yield f"{trait.label}: {trait.value}"
    for other in view.elsewhere(thing):
        yield f"same as: {other}"
    yield from _roles(roles, thing)
    parts = view.involving(thing.id)
    here = [pair for pair in parts if pair[1].role == "location"]
    suffered = [pair for pair in parts if is_victim(pair[1])]
    rest = [pair for pair in parts if pair not in here and pair not in suffered]
    yield from _events("As the one harmed", suffered)
    yield from _events("As actor or otherwise", rest)
    yield from _events("Events here", here)
    said = view.claims.by(thing.id)
    if said:
        yield from ("", f"What {thing.label} says ({len(said)})", "-" * (len(thing.label) + 14))
        for claim in said:
            yield f"{wording.attribution(claim)} — {wording.origin(claim.quote.document)}"
            yield f"    “{' '.join(claim.quote.words.split())}”"


def _roles(found: list[Role], thing: Thing) -> Iterator[str]:
    if found:
        heading = "Roles as reports give them, by day"
        yield from ("", heading, "-" * len(heading))
    for role in found:
        mark = f"  [{role.held}]" if role.held else ""
        who = "" if role.bearer.id == thing.id else f"{role.bearer.label}: "
        yield f"{wording.as_of(role)}  {who}{wording.role(role)}{mark}"
        first = role.attested[0]
        more = f", and {len(role.attested) - 1} more" if len(role.attested) > 1 else ""
        yield f"    {first.who} — {wording.origin(first.quote.document)}{more}"
        yield f"    “{' '.join(first.quote.words.split())}”"


def _place(place: Place) -> Iterator[str]:
    if place.within:
        yield f"within: {', '.join(around.label for around in place.within)}"
    if place.latitude is not None and place.longitude is not None:
        yield f"coordinates: {place.latitude:.4f}, {place.longitude:.4f} ({place.precision})"
    elif place.reason:
        yield f"no coordinates: {place.reason}"


def _events(heading: str, parts: list[tuple[Event, Statement]]) -> Iterator[str]:
    if not parts:
        return
    yield from ("", heading, "-" * len(heading))
    for event, statement in parts:
        mark = wording.verdict(statement)
        role = wording.ROLE_WORDS.get(statement.role, statement.role_label)
        yield f"{wording.headline(event)}  {role}{f' ({mark})' if mark else ''}"
        yield f"    {event.key}"
