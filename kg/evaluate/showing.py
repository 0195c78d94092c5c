"""Shows in one line what came out for an event, for lists of misses."""

from __future__ import annotations

from collections.abc import Iterator

from kg.evaluate.accounts import Account, Party
from kg.model import Stage


def labelled(party: Party) -> str:
    """A party with its number."""
    return party.label + (f" [{party.number}]" if party.number is not None else "")


def shown(account: Account) -> str:
    """An event as one document tells it."""
    return " ".join(" ".join(_parts(account)).split())


def _parts(account: Account) -> Iterator[str]:
    stage = "" if account.event.stage is Stage.ACCOMPLISHED else account.event.stage.value
    yield f"{'/'.join(account.event.types)} {stage} {account.status.value}:"
    for harm in account.harms:
        stance = "+".join(sorted(polarity.value for polarity in harm.polarities))
        who = ", ".join(sorted(name or "narrator" for name in harm.speakers))
        yield f"{harm.effect} {labelled(harm.party)}{' (count)' if harm.counted else ''} {stance} by {who};"
    roles = (
        ("perpetrator", account.perpetrators),
        ("place", account.places),
        ("weapon", account.weapons),
    )
    for role, parts in roles:
        for part in parts:
            yield f"{role} {labelled(part.party)} {'' if part.told else 'untold'};"
    for span in account.spans():
        yield f"time {span.label};"
