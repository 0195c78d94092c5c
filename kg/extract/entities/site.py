"""What is known of a place of a report while it is looked for on the map."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.entities.locatives import Relation
from kg.extract.entities.mention import Chain
from kg.knowledge.places import GazetteerPlace
from kg.model import PlacePrecision


@dataclass(slots=True)
class Site:
    """What is known of one place: what it is measured from, what the text says it lies in, what the
    gazetteer knows.
    """

    relation: Relation | None = None
    base: Chain | None = None
    containers: list[Chain] = field(default_factory=list)
    firm: list[Chain] = field(default_factory=list)  # containers that a preposition or genitive states
    place: GazetteerPlace | None = None
    precision: PlacePrecision | None = None
    reason: str = ""
