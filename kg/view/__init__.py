"""Reads a graph for people: events, parties, places, documents, claims and disagreements as records.

::

    view = open_view([Path("graph.ttl")])
    for event in view.events:
        print(event.when, event.label, [part.value.label for part in event.facts("fatalVictim")])

What every page, report, dossier and table shows comes from here, so that they say the same. A **fact** is a
statement that stands in the graph as a plain triple; whatever else is said of an event carries its verdict.
"""

from __future__ import annotations

from kg.view.claims import Claim, Quote
from kg.view.conflicts import Conflict, Point, Position
from kg.view.deaths import Death
from kg.view.graph import View, open_view
from kg.view.records import Event, Place, Report, Statement, Thing, Toll, When
from kg.view.roles import Attested, Role
from kg.view.selection import Selection
from kg.view.stats import Stats

__all__ = [
    "Attested",
    "Claim",
    "Conflict",
    "Death",
    "Event",
    "Place",
    "Point",
    "Position",
    "Quote",
    "Report",
    "Role",
    "Selection",
    "Statement",
    "Stats",
    "Thing",
    "Toll",
    "View",
    "When",
    "open_view",
]
