"""Who was killed: one row for every victim of an event, as the bundled question ``who-was-killed`` answers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.view.claims import Claim, Quote
from kg.view.records import Event, Place, Statement, Thing, When

_SURENESS = ("certain", "probable", "possible", "unknown")


@dataclass(frozen=True, slots=True)
class Death:
    """One victim, or one described group of victims, of one event.

    ``killers``, ``places`` and ``weapons`` are facts, unless the row was asked for with everything: then they may be
    said only. ``certainty`` is that of the surest claim; ``sources`` are those who say so, ``quote`` the words of the
    surest.
    """

    event: Event
    victim: Thing
    statement: Statement
    killers: tuple[Statement, ...]
    places: tuple[Statement, ...]
    weapons: tuple[Statement, ...]
    certainty: str
    sources: tuple[str, ...]
    quote: Quote | None

    @property
    def when(self) -> When | None:
        """When it happened, if that is a fact or the row itself is none."""
        return self.event.when if self.event.dated or not self.fact else None

    @property
    def fact(self) -> bool:
        """Whether the death is a fact."""
        return self.statement.fact

    @property
    def verdict(self) -> str:
        """Verdict on the death, or how far an act went that was not carried out."""
        return self.event.stage if self.event.stage != "accomplished" else self.statement.status.replace("-", " ")

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries in which it happened."""
        found: list[str] = []
        for statement in self.places:
            if isinstance(statement.value, Place):
                chain = (statement.value, *statement.value.within)
                found += [p.label for p in chain if isinstance(p, Place) and p.precision == "country"]
        return tuple(dict.fromkeys(found))


def deaths(event: Event, claims: Sequence[Claim], everything: bool = False) -> Iterable[Death]:
    """The victims of one event; ``everything`` adds those that are only alleged, disputed, denied or planned."""
    pick = event.said if everything else event.facts
    for statement in pick("fatalVictim"):
        if not isinstance(statement.value, Thing):
            continue
        on_it = [claim for claim in claims if statement in claim.statements]
        voices = [claim for claim in on_it if everything or claim.stance == "supports"]
        voices.sort(key=lambda c: (_SURENESS.index(c.certainty), c.quote.begin, c.id))
        yield Death(
            event,
            statement.value,
            statement,
            tuple(pick("perpetrator")),
            tuple(pick("location")),
            tuple(pick("weapon")),
            voices[0].certainty if voices else "unknown",
            tuple(sorted({voice(claim) for claim in voices})),
            voices[0].quote if voices else None,
        )


def voice(claim: Claim) -> str:
    """The claimant, with its stance where it is against."""
    return claim.who + {"supports": "", "denies": " (denies it)", "doubts": " (leaves it open)"}[claim.stance]
