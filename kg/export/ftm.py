"""FollowTheMoney entities, one a line: for Aleph, OpenSanctions and the tools around them.

FollowTheMoney has no verdicts: only accepted events and accepted roles are handed over, each event with its verdict in
its notes. An event is an ``Event``; who did or suffered something in it is an ``UnknownLink`` with the role, and
``involved``. Documents are ``Article``, places ``Address``, membership ``Membership`` with the days on which it is
attested and their sentences; former, suspected and future members are not handed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Store

from kg.export.events_jsonl import records
from kg.export.view import DCTERMS, SKOS, View
from kg.ids import digest
from kg.vocab import KGC, NIF

_ACCEPTED = ("admitted", "corroborated", "single-source")
_SCHEMATA = {"Person": "Person", "Group": "Organization", "Place": "Address", "Document": "Article"}
_PUBLIC = ("state-force", "government", "state-agency")
_SAME = "https://schema.org/sameAs"
_LASTING = ("held", "new", "acting")
_MEMBERSHIPS = {"memberOf": "member", "leaderOf": "leader", "speaksFor": "spokesperson"}

Record = dict[str, Any]


def lines(store: Store) -> Iterator[bytes]:
    """The entities, sorted by kind and identifier."""
    view = View(store)
    for entity in (*_things(view), *_events(view, store)):
        yield json.dumps(entity, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n"


def _entity(identifier: str, schema: str, **values: Iterable[str | None]) -> Record:
    properties = {name: list(dict.fromkeys(text for text in texts if text)) for name, texts in sorted(values.items())}
    return {
        "id": identifier,
        "schema": schema,
        "properties": {name: texts for name, texts in properties.items() if texts},
    }


def _key(iri: str) -> str:
    """FollowTheMoney takes no slashes in identifiers: the last part of an IRI with a digest of all of it."""
    return f"kg-{iri.rstrip('/').rpartition('/')[2].rpartition('#')[2]}-{digest(iri, length=8)}"


def _things(view: View) -> Iterator[Record]:
    attested = _attested(view)
    for node in view.nodes:
        classes = view.classes(node)
        schema = next((_SCHEMATA[name] for name in classes if name in _SCHEMATA), None)
        if schema is None:
            continue
        label = view.label(node)
        if schema == "Article":
            yield _entity(
                _key(node),
                schema,
                title=[view.one(node, DCTERMS + "title") or view.one(node, DCTERMS + "identifier")],
                publishedAt=[view.one(node, DCTERMS + "issued")],
                publisher=[view.one(node, DCTERMS + "source")],
                language=["eng"],
            )
            continue
        if schema == "Address":
            yield _entity(
                _key(node),
                schema,
                name=[label],
                full=[label],
                latitude=[view.one(node, str(KGC.latitude))],
                longitude=[view.one(node, str(KGC.longitude))],
                country=[(view.one(node, str(KGC.countryCode)) or "").lower()],
            )
            continue
        kind = view.concept(node, str(KGC.actorType)) or ""
        yield _entity(
            _key(node),
            "PublicBody" if schema == "Organization" and kind in _PUBLIC else schema,
            name=[label],
            alias=[alias for alias in view.all(node, SKOS + "altLabel") if alias != label],
            description=[view.one(node, DCTERMS + "description")],
            position=view.all(node, str(KGC.roleText)) if schema == "Person" else [],
            wikidataId=[iri.rpartition("/")[2] for iri in view.all(node, _SAME) if "wikidata.org/entity/Q" in iri],
        )
        for predicate, role in _MEMBERSHIPS.items():
            for group in view.all(node, str(KGC[predicate])):
                told = attested.get((node, predicate, group), [])
                spans = [view.one(one, str(KGC.evidence)) or "" for one in told]
                yield _entity(
                    _key(f"{node} {predicate} {group}"),
                    "Membership",
                    member=[_key(node)],
                    organization=[_key(group)],
                    role=[role, *(view.one(one, str(KGC.wording)) for one in told)],
                    date=[view.one(one, str(KGC.asOf)) for one in told],
                    startDate=[view.one(one, str(KGC.since)) for one in told],
                    summary=[view.one(span, str(NIF.anchorOf)) for span in spans],
                    proof=[_key(document) for span in spans for document in view.all(span, str(NIF.referenceContext))],
                )


def _attested(view: View) -> dict[tuple[str, str, str], list[str]]:
    """The attestations of memberships that stand as facts: those of a role that lasted when it was told of."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for role, bearer in view.pairs(str(KGC.bearer)):
        predicate = (view.one(role, str(KGC.relation)) or "").rpartition("#")[2]
        lasts = view.concept(role, str(KGC.standing), "standing-") in _LASTING
        if not lasts or view.one(role, str(KGC.until)) or view.one(role, str(KGC.certainty)):
            continue
        for group in view.all(role, str(KGC.counterpart)):
            found.setdefault((bearer, predicate, group), []).append(role)
    return found


def _events(view: View, store: Store) -> Iterator[Record]:
    for event in records(store):
        if event["status"] not in _ACCEPTED:
            continue
        date = event["date"] or {}
        first, last = date.get("earliest"), date.get("latest")
        roles = [(party["id"], "perpetrator") for party in event["perpetrators"]]
        roles += [(victim["id"], _suffered(victim["effect"])) for victim in event["victims"]]
        yield _entity(
            _key(event["id"]),
            "Event",
            name=[event["label"]],
            startDate=[first],
            endDate=[last],
            date=[first if first == last else None],
            location=[place["name"] for place in event["places"]],
            addressEntity=[_key(place["id"]) for place in event["places"]],
            involved=[_key(party) for party, _ in roles],
            keywords=event["types"],
            notes=[f"verdict: {event['status']}"],
            proof=[_key(document) for document in _documents(view, event)],
        )
        for party, role in dict.fromkeys(roles):
            yield _entity(
                _key(f"{event['id']} {role} {party}"),
                "UnknownLink",
                subject=[_key(party)],
                object=[_key(event["id"])],
                role=[role],
                startDate=[first],
                endDate=[last],
            )


def _suffered(effect: str) -> str:
    return "victim" if effect == "none" else effect


def _documents(view: View, event: Record) -> list[str]:
    return sorted({document for claim in event["claims"] for document in view.all(claim["id"], str(KGC.reportedIn))})
