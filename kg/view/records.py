"""What a graph tells of, as records to show. Ids are IRIs; keys are their last part, unique within a graph."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.model import Category

ACCEPTED = ("admitted", "corroborated", "single-source")
"""Verdicts with which a statement may stand as a fact."""

STATUSES = (*ACCEPTED, "disputed", "discounted", "open")
"""All verdicts, the firmest first."""

VICTIM_ROLES = ("fatalVictim", "injuredVictim", "captive", "victim")
"""Who suffered in an event; the rest of an event's people acted, were aimed at or took part."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Anybody or anything with a name: ``kind`` is Person, Group, Place, Materiel, Narrator, Weapon, Document or Event.

    ``unnamed`` is true where no text gives a name: then ``label`` is a description in the words of a text.
    """

    id: str
    key: str
    label: str
    kind: str
    unnamed: bool = False

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class Place(Thing):
    """Where: ``precision`` is exact, near, district, province, area, country or sea-air; degrees are WGS 84.

    ``within`` are the places around it, nearest first. ``reason`` says why there are no coordinates.
    """

    precision: str = ""
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    within: tuple[Place, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A time as precisely as it is known: somewhere between two days, either of which may be unknown.

    ``precision`` is minute, day, days, week, month, year or bound; ``inferred`` marks what no text states.
    """

    id: str
    label: str
    earliest: date | None
    latest: date | None
    precision: str
    inferred: bool = False

    def __str__(self) -> str:
        return self.label

    @property
    def first(self) -> date | None:
        """The day to sort by: the first possible one, else the last."""
        return self.earliest or self.latest

    def overlaps(self, other: When) -> bool:
        """Whether both can be the same time."""
        begins = max(self.earliest or date.min, other.earliest or date.min)
        ends = min(self.latest or date.max, other.latest or date.max)
        return begins <= ends


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people of a ``category`` met an ``outcome``: lowest, stated and highest number."""

    id: str
    label: str
    outcome: str
    category: str
    low: int | None
    best: int | None
    high: int | None

    def __str__(self) -> str:
        return self.label

    @property
    def wider(self) -> str:
        """Its category as one of three: civilians, combatants or people of any kind."""
        return next((c.wider.value for c in Category if c == self.category), self.category)

    @property
    def number(self) -> int | None:
        """The number to compare by: the stated one, else a bound."""
        return next((n for n in (self.best, self.low, self.high) if n is not None), None)


Value = Thing | When | Toll | str


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of an event or party. ``role`` is the property, ``role_label`` its name in the ontology.

    ``fact`` tells whether it stands in the graph as a plain triple; ``status`` is the verdict on it.
    """

    id: str
    subject: str
    role: str
    role_label: str
    value: Value
    status: str
    fact: bool

    @property
    def accepted(self) -> bool:
        """Whether its verdict lets it stand as a fact."""
        return self.status in ACCEPTED


@dataclass(frozen=True, slots=True)
class Event(Thing):
    """Something that a source says happened. ``types`` are its classes in words, the most specific first.

    ``classes`` are the local names of the classes; ``stage`` is accomplished, attempted, threatened or planned.
    ``documents`` counts the reports that tell of it, ``opposed`` the claims that deny or doubt something of it.
    """

    types: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    status: str = "open"
    stage: str = "accomplished"
    statements: tuple[Statement, ...] = ()
    documents: int = 0
    opposed: int = 0

    def facts(self, *roles: str) -> list[Statement]:
        """What is a fact of it in these roles."""
        return [s for s in self.statements if s.fact and s.role in roles]

    def said(self, *roles: str) -> list[Statement]:
        """What anybody says of it in these roles, facts first."""
        return sorted(
            (s for s in self.statements if s.role in roles), key=lambda s: (not s.fact, s.status, str(s.value))
        )

    def best(self, *roles: str) -> list[Statement]:
        """The facts in these roles; without any, what is said, to be shown with its verdict."""
        return self.facts(*roles) or [s for s in self.said(*roles) if s.status != "discounted"]

    @property
    def verdict(self) -> str:
        """Its stage where it was not carried out, else its status, in words."""
        return self.stage if self.stage != "accomplished" else self.status.replace("-", " ")

    @property
    def when(self) -> When | None:
        """Its accepted time; without one, the first of those that are said."""
        return next((s.value for s in self.best("time") if isinstance(s.value, When)), None)

    @property
    def dated(self) -> bool:
        """Whether its time is a fact."""
        return bool(self.facts("time"))

    @property
    def places(self) -> list[Place]:
        """Where it happened: accepted places, else those that are said."""
        return [s.value for s in self.best("location") if isinstance(s.value, Place)]

    @property
    def killed(self) -> tuple[int | None, int | None]:
        """Fewest and most dead by the accepted counts of people, None where nobody counts them."""
        tolls = [s.value for s in self.facts("casualties") if isinstance(s.value, Toll) and s.value.outcome == "killed"]
        lows = [n for t in tolls if (n := t.low if t.low is not None else t.best) is not None]
        highs = [n for t in tolls if (n := t.high if t.high is not None else t.best) is not None]
        return (min(lows) if lows else None, max(highs) if highs else None)


@dataclass(frozen=True, slots=True)
class Report(Thing):
    """A document of the graph: when and by whom it was issued, as far as it says. ``digest`` is SHA-256 of its text."""

    title: str | None = None
    source: str | None = None
    issued: date | None = None
    issued_basis: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Trait:
    """What is known of a party apart from events: member of, leader of, role, nationality and the like.

    ``role`` is the property, ``label`` its name in the ontology.
    """

    role: str
    label: str
    value: Thing | str
