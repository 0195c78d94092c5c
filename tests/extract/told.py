"""Claims written as one line each, for tests of what a text says.

A claim is written ``kind by claimant (for group): content``; ``?`` behind the kind marks what is less than certain.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kg.extract.reader import Reader
from kg.model import Casualties, Certainty, Claim, ClaimKind, Document, Predicate, Reading, Ref, TimeSpan, Value

#: The claims that are read from a text.
Say = Callable[[str], set[str]]


def claim_text(reading: Reading, claim: Claim) -> str:
    labels = {e.key: "report" if e.key == "narrator" else e.label for e in reading.entities}
    sure = "" if claim.certainty is Certainty.CERTAIN else "?"
    behalf = f" (for {labels[claim.on_behalf_of]})" if claim.on_behalf_of else ""
    said = sorted({f"{s.predicate.value} {_value(labels, s.object)}" for s in claim.statements})
    return f"{claim.kind.value}{sure} by {labels[claim.claimant]}{behalf}: {', '.join(said)}"


def _value(labels: dict[str, str], value: Value) -> str:
    if isinstance(value, Ref):
        return labels[value.key]
    if isinstance(value, TimeSpan):
        return value.label
    if isinstance(value, Casualties):
        numbers = "/".join("-" if n is None else str(n) for n in (value.count.low, value.count.best, value.count.high))
        return f"{numbers} {value.category.value} {value.outcome.value}"
    return value if isinstance(value, str) else str(getattr(value, "name", value)).lower()


def parts_told(reading: Reading, *, denials: bool = True, hedges: bool = False) -> list[dict[str, set[str]]]:
    """What is told of each event: the labels of things and times by the name of the predicate.

    Counts of all stand under ``#`` ("30 killed"). With ``hedges``, what is only alleged stands under its predicate with
    ``?`` behind; without ``denials``, what is denied is left out.
    """
    labels = {entity.key: entity.label for entity in reading.entities}
    told: dict[str, dict[str, set[str]]] = {event.key: {} for event in reading.events}
    for claim in reading.claims:
        if claim.kind is ClaimKind.DENIAL and not denials:
            continue
        alleged = hedges and (claim.kind is ClaimKind.ACCUSATION or claim.certainty is Certainty.POSSIBLE)
        for statement in claim.statements:
            parts, value = told.get(statement.subject, {}), statement.object
            name = statement.predicate.name + ("?" if alleged else "")
            if isinstance(value, Ref):
                parts.setdefault(name, set()).add(labels.get(value.key, value.key))
            elif isinstance(value, TimeSpan):
                parts.setdefault(name, set()).add(value.label)
            elif isinstance(value, Casualties) and statement.predicate is Predicate.CASUALTIES:
                parts.setdefault("#", set()).add(f"{value.count.best or value.count.low} {value.outcome.value}")
    return list(told.values())


def listed(parts: dict[str, set[str]], *names: Predicate | str) -> list[str]:
    """What stands under each of these names, sorted and joined by commas."""
    found = (parts.get(name.name if isinstance(name, Predicate) else name, ()) for name in names)
    return [", ".join(sorted(labels)) for labels in found]


def harm_told(reader: Reader, text: str) -> list[str]:
    """Who was harmed in the events of a text: ``killed + wounded cap captured < perpetrators``, each part sorted.

    Parts that nothing is told of are left out, and so are events of which nothing of the kind is told, and denials.
    """
    told = parts_told(reader.read(Document("text", text, "0")), denials=False)
    return [shown for parts in told if (shown := _harm_shown(parts))]


def _harm_shown(parts: dict[str, set[str]]) -> str:
    killed, wounded, taken, by = listed(
        parts, Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE, Predicate.PERPETRATOR
    )
    shown = killed + (f" + {wounded}" if wounded else "") + (f" cap {taken}" if taken else "")
    return shown + (f" < {by}" if by else "")


def events_told(reader: Reader, text: str, issued: date | None = None) -> list[str]:
    """Who was harmed where in each event of a text: ``killed + wounded < perpetrators @ places``; denials left out."""
    told = parts_told(reader.read(Document("text", text, "0", issued=issued)), denials=False)
    return [_event_shown(parts) for parts in told]


def _event_shown(parts: dict[str, set[str]]) -> str:
    killed, wounded, by, where = listed(
        parts, Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.PERPETRATOR, Predicate.LOCATION
    )
    return killed + (f" + {wounded}" if wounded else "") + (f" < {by}" if by else "") + (f" @ {where}" if where else "")
