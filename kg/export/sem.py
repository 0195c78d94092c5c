"""The Simple Event Model (van Hage et al. 2011) in Turtle: events, actors, places and times in its own terms.

SEM knows no verdicts, so only accepted events and roles are written. Who vouches for an event is its
``sem:accordingTo``; what an actor did in it is a role of ``sem:roleType``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, serialize

from kg.export.events_jsonl import records
from kg.export.view import View
from kg.vocab import KGC, KGV

SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_ACCEPTED = ("admitted", "corroborated", "single-source")
_TYPE = NamedNode(_RDF + "type")
_LABEL = NamedNode(_RDFS + "label")
_PREFIXES = {"sem": SEM, "rdf": _RDF, "rdfs": _RDFS, "xsd": _XSD, "kgc": str(KGC._NS), "kgv": str(KGV._NS)}
_ROLES = {"killed": "fatalVictim", "injured": "injuredVictim", "captured": "captive", "none": "victim"}

Record = dict[str, Any]


def lines(store: Store) -> Iterator[bytes]:
    """The graph in Turtle, sorted."""
    found = sorted(dict.fromkeys(_triples(View(store), store)), key=str)
    target = io.BytesIO()
    serialize(found, target, RdfFormat.TURTLE, prefixes=_PREFIXES)
    yield target.getvalue()


def _sem(name: str) -> NamedNode:
    return NamedNode(SEM + name)


def _triples(view: View, store: Store) -> Iterator[Triple]:
    for event in records(store):
        if event["status"] not in _ACCEPTED:
            continue
        node = NamedNode(event["id"])
        yield Triple(node, _TYPE, _sem("Event"))
        yield Triple(node, _LABEL, Literal(event["label"] or ""))
        for name in event["types"]:
            kind = NamedNode(str(KGC[name]))
            yield Triple(node, _sem("eventType"), kind)
            yield Triple(kind, _TYPE, _sem("EventType"))
        for place in event["places"]:
            yield Triple(node, _sem("hasPlace"), NamedNode(place["id"]))
            yield from _named(place["id"], "Place", place["name"])
        yield from _time(node, event["date"])
        parties = [(party, "perpetrator") for party in event["perpetrators"]]
        parties += [(victim, _ROLES[victim["effect"]]) for victim in event["victims"]]
        for party, role in parties:
            yield from _actor(node, party, role)
        for claim in event["claims"]:
            if claim["kind"] not in ("denial", "doubt"):
                for claimant in view.all(claim["id"], str(KGC.claimant)):
                    yield Triple(node, _sem("accordingTo"), NamedNode(claimant))
                    yield from _named(claimant, "Authority", view.label(claimant))


def _named(iri: str, kind: str, label: str | None) -> Iterator[Triple]:
    yield Triple(NamedNode(iri), _TYPE, _sem(kind))
    if label:
        yield Triple(NamedNode(iri), _LABEL, Literal(label))


def _actor(event: NamedNode, party: Record, role: str) -> Iterator[Triple]:
    actor, kind = NamedNode(party["id"]), NamedNode(str(KGC[role]))
    yield Triple(event, _sem("hasActor"), actor)
    yield from _named(party["id"], "Actor", party["name"] or party.get("description"))
    # A role of its own for this actor in this event, as SEM has it; named, so that there are no blank nodes.
    played = NamedNode(f"{event.value}-{role}-{party['id'].rpartition('/')[2]}")
    yield Triple(event, _sem("hasActor"), played)
    yield Triple(played, _TYPE, _sem("Role"))
    yield Triple(played, NamedNode(_RDF + "value"), actor)
    yield Triple(played, _sem("roleType"), kind)
    yield Triple(kind, _TYPE, _sem("RoleType"))


def _time(event: NamedNode, date: Record | None) -> Iterator[Triple]:
    if date is None:
        return
    first, last = date["earliest"], date["latest"]
    if first is not None and first == last:
        yield Triple(event, _sem("hasTimeStamp"), Literal(first, datatype=NamedNode(_XSD + "date")))
        return
    # The event took place somewhere between the two: bounds, not a beginning and an end.
    if first is not None:
        yield Triple(event, _sem("hasEarliestBeginTimeStamp"), Literal(first, datatype=NamedNode(_XSD + "date")))
    if last is not None:
        yield Triple(event, _sem("hasLatestEndTimeStamp"), Literal(last, datatype=NamedNode(_XSD + "date")))
