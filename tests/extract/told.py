"""Claims written as one line each, for tests of what a text says.

A claim is written ``kind by claimant (for group): content``; ``?`` behind the kind marks what is less than certain.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.model import Casualties, Certainty, Claim, Reading, Ref, TimeSpan, Value

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
