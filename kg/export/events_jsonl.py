"""One event a line, as JSON: what is accepted of it, and what every claim says of it.

Roles of the event (``perpetrators``, ``victims`` and so on) list what is accepted; what is alleged, disputed
or denied stands in ``claims`` only. Absent values are null or empty, never invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pyoxigraph import Store

from kg.export.view import DCTERMS, RDF, SKOS, View
from kg.model import Category
from kg.vocab import EVENT_CLASSES, KGC, KGV, NIF

Record = dict[str, Any]

_KINDS = {
    "Accusation": "accusation",
    "ResponsibilityClaim": "responsibility",
    "Denial": "denial",
    "Doubt": "doubt",
}
_EFFECTS = {"fatalVictim": "killed", "injuredVictim": "injured", "captive": "captured", "victim": "none"}
_ACCEPTED = ("admitted", "corroborated", "single-source")
_SURE = ("certain", "probable")


def lines(store: Store) -> Iterator[bytes]:
    """The events of a graph, sorted by IRI."""
    for record in records(store):
        yield json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n"


def records(store: Store) -> Iterator[Record]:
    """The events of a graph as they stand in a line each, sorted by IRI."""
    view = View(store)
    for event in view.events:
        yield _event(view, event)


def _event(view: View, event: str) -> Record:
    accepted: dict[str, list[str]] = {}
    content: dict[str, list[str]] = {}
    for statement in view.statements.get(event, ()):
        claims = view.claims.get(statement, [])
        for claim in claims:
            content.setdefault(claim, []).append(statement)
        predicate = _predicate(view, statement)
        value = view.one(statement, RDF + "object")
        if value is not None and _is_accepted(view, statement, claims):
            accepted.setdefault(predicate, []).append(value)

    claims_found = sorted(
        (_claim(view, claim, statements) for claim, statements in content.items()),
        key=lambda c: (c["document"] or "", c["begin"] or 0, c["id"]),
    )
    types = [name for name in view.classes(event) if name in EVENT_CLASSES]
    return {
        "id": event,
        "types": sorted(types, key=lambda name: (-EVENT_CLASSES[name], name)),
        "label": view.label(event),
        "status": view.concept(event, str(KGC.status), "status-"),
        "date": _date(view, event, accepted.get("time", [])),
        "places": [_place(view, node) for node in _sorted(view, accepted.get("location", []))],
        "perpetrators": [_party(view, node) for node in _sorted(view, accepted.get("perpetrator", []))],
        "victims": [
            _victim(view, node, effect)
            for predicate, effect in _EFFECTS.items()
            for node in _sorted(view, accepted.get(predicate, []))
        ],
        "targets": [_party(view, node) for node in _sorted(view, accepted.get("target", []))],
        "weapons": [_shown(view, node) for node in _sorted(view, accepted.get("weapon", []))],
        "casualties": [_casualties(view, node) for node in sorted(accepted.get("casualties", []))],
        "casualty_parts": [_part(view, node) for node in sorted(accepted.get("casualtyPart", []))],
        "claims": claims_found,
        "documents": sorted({c["document"] for c in claims_found if c["document"]}),
    }


def _predicate(view: View, statement: str) -> str:
    return (view.one(statement, RDF + "predicate") or "").removeprefix(str(KGC._NS))


def _is_accepted(view: View, statement: str, claims: list[str]) -> bool:
    """Whether the verdict accepts it and somebody asserts it as certain or probable, as for plain facts."""
    if view.concept(statement, str(KGC.status), "status-") not in _ACCEPTED:
        return False
    return any(
        _kind(view, claim) not in ("denial", "doubt") and view.concept(claim, str(KGC.certainty)) in _SURE
        for claim in claims
    )


def _sorted(view: View, nodes: list[str]) -> list[str]:
    return sorted(nodes, key=lambda node: (view.label(node) or "", node))


def _date(view: View, event: str, accepted: list[str]) -> Record | None:
    """The event's accepted time; without one, the only time that is accepted of an event that is not."""
    node = view.one(event, str(KGC.time)) or (accepted[0] if len(set(accepted)) == 1 else None)
    if node is None:
        return None
    statements = [
        s
        for s in view.statements.get(event, ())
        if _predicate(view, s) == "time" and view.one(s, RDF + "object") == node
    ]
    words = [expression for s in statements for expression in view.all(s, str(KGC.expression))]
    precision = view.concept(node, str(KGC.precision), "time-")
    return {
        "earliest": view.one(node, str(KGC.earliest)),
        "latest": view.one(node, str(KGC.latest)),
        "precision": "time" if precision == "minute" else precision,
        "text": words[0] if words else view.label(node),
        "inferred": any(view.one(s, str(KGC.inferred)) == "true" for s in statements),
    }


def _names(view: View, node: str) -> Record:
    label = view.label(node)
    aliases = [alias for alias in view.all(node, SKOS + "altLabel") if alias != label]
    return {"id": node, "name": label, "aliases": aliases}


def _place(view: View, node: str) -> Record:
    within: list[str] = []
    around = view.all(node, str(KGC.within))
    seen = {node}
    while around:
        outer = around.pop(0)
        if outer not in seen:
            seen.add(outer)
            within.append(view.label(outer) or outer)
            around += view.all(outer, str(KGC.within))
    return {
        **_names(view, node),
        "precision": view.concept(node, str(KGC.precision), "place-"),
        "lat": view.decimal(node, str(KGC.latitude)),
        "lon": view.decimal(node, str(KGC.longitude)),
        "within": within,
    }


def _party(view: View, node: str) -> Record:
    return {**_names(view, node), "kind": next(iter(view.classes(node)), None)}


def _victim(view: View, node: str, effect: str) -> Record:
    party = _party(view, node)
    unnamed = view.one(node, str(KGC.unnamed)) == "true"
    sizes = (view.number(node, str(term)) for term in (KGC.sizeBest, KGC.sizeLow, KGC.sizeHigh))
    described = view.one(node, DCTERMS + "description") or view.one(node, str(KGC.roleText))
    return {
        **party,
        "name": None if unnamed else party["name"],
        "description": described or (party["name"] if unnamed else None),
        "count": next((n for n in sizes if n is not None), None),
        "effect": effect,
    }


def _casualties(view: View, node: str) -> Record:
    kind = next((c for c in Category if c == view.concept(node, str(KGC.category))), None)
    return {
        "outcome": view.concept(node, str(KGC.outcome)),
        "category": str(kind.wider) if kind else None,
        "low": view.number(node, str(KGC.low)),
        "best": view.number(node, str(KGC.best)),
        "high": view.number(node, str(KGC.high)),
    }


def _part(view: View, node: str) -> Record:
    """Some of those counted, with the narrowest kind of people that is told."""
    return {**_casualties(view, node), "people": view.concept(node, str(KGC.category))}


def _kind(view: View, claim: str) -> str:
    return next((_KINDS[name] for name in view.classes(claim) if name in _KINDS), "assertion")


def _claim(view: View, claim: str, statements: list[str]) -> Record:
    document = view.one(claim, str(KGC.reportedIn)) or ""
    evidence = view.one(claim, str(KGC.evidence)) or ""
    identifier = view.one(document, DCTERMS + "identifier")
    said = [_statement(view, statement) for statement in statements]
    return {
        "id": claim,
        "document": identifier,
        "kind": _kind(view, claim),
        "claimant": _claimant(view, claim, identifier),
        "certainty": view.concept(claim, str(KGC.certainty)),
        "statements": sorted(said, key=lambda s: (s["predicate"], s["object"] or "")),
        "begin": view.number(evidence, str(NIF.beginIndex)),
        "end": view.number(evidence, str(NIF.endIndex)),
        "quote": view.one(evidence, str(NIF.anchorOf)),
    }


def _claimant(view: View, claim: str, document: str | None) -> str | None:
    """Who says it; the document's own voice is ``the article`` in this format, whatever a graph calls it."""
    node = view.one(claim, str(KGC.claimant)) or ""
    return f"the article ({document})" if "Narrator" in view.classes(node) else view.label(node)


def _statement(view: View, statement: str) -> Record:
    value = view.one(statement, RDF + "object")
    return {
        "predicate": _predicate(view, statement),
        "object": value,
        "value": None if value is None else _shown(view, value),
    }


def _shown(view: View, value: str) -> str:
    """A value as one would write it: a label, else the literal itself."""
    return view.label(value) or _count(view, value) or _concept_name(value)


def _concept_name(value: str) -> str:
    """A concept that no list describes by the words of its name; anything else as it is."""
    scheme = str(KGV._NS)
    return value.removeprefix(scheme).replace("-", " ") if value.startswith(scheme) else value


def _count(view: View, node: str) -> str | None:
    """A count of people in words, for graphs whose estimates have no label."""
    estimate = _casualties(view, node)
    number = next((n for n in (estimate["best"], estimate["low"], estimate["high"]) if n is not None), None)
    if number is None or estimate["outcome"] is None:
        return None
    kind = view.concept(node, str(KGC.category))
    people = "people" if kind in (None, "all-people") else kind.replace("-", " ")
    return f"{number} {people} {estimate['outcome']}"
