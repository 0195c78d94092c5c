"""Puts events into the templates of MUC-4: what kind of incident, who did it, to whom, where, when.

MUC-4 wanted terrorist acts only. What soldiers and guerrillas do to each other, what is vague and what lies
long back has no template; the rules for that are here, kg's graph keeps it all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kg.evaluate import muc_fills
from kg.evaluate.accounts import Account, Harm, Part, Polarity
from kg.evaluate.muc_conventions import (
    PEOPLE,
    asked_about,
    asked_for,
    between_fighters,
    body,
    dated_finely,
    day,
    institution,
    landmark,
    of_state,
    of_war,
    old,
    place,
    trifle,
    unwanted,
)
from kg.evaluate.muc_fills import Words
from kg.evaluate.wording import head, number
from kg.knowledge import weapons
from kg.vocab import EVENT_CLASSES

_BOMBINGS = frozenset({"Bombing", "SuicideBombing"})
_VIOLENT = (
    frozenset(EVENT_CLASSES)
    - _BOMBINGS
    - {
        "Abduction",
        "Arrest",
        "ArsonAttack",
        "Captivity",
        "Crash",
        "Event",
        "Founding",
        "Harassment",
        "Publication",
        "Release",
        "TerritorialChange",
    }
)
_ACCIDENT = frozenset({"Crash", "Killing", "Injuring"})  # that people died in it makes no incident of an accident
_UNDONE = frozenset({Polarity.ATTEMPTED, Polarity.THREATENED})  # who tried or threatened has a template
_ROLES = ("perp_individual", "perp_org", "victim", "target", "weapon")


@dataclass(frozen=True, slots=True)
class Setting:
    """What MUC-4 takes for granted in a message: its day, the country it is about, its words."""

    issued: date | None = None
    country: str | None = None
    words: Words = field(default_factory=Words)


def templates(told: Iterable[Account], setting: Setting) -> list[dict[str, Any]]:
    """The incidents of one document, in the prediction format of the scorer."""
    found: list[dict[str, Any]] = []
    for account in told:
        own_day = any(not span.inferred for span in account.spans())
        for template in _templates(account, setting):
            twin = next((o for o in found if _one_incident(o, template, setting.country, own_day)), None)
            if twin is None:
                found.append(template)
            else:
                _unite(twin, template, setting.country)
    for template in found:
        template["victim"] = _distinct(template["victim"])
    return found


def _distinct(victims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Victims without those that only say less exactly who somebody among them is ("priests" beside "six priests")."""
    kept: list[dict[str, Any]] = []
    for victim in sorted(victims, key=lambda v: number(v["name"]) is None):
        same = [
            other
            for other in kept
            if victim["kind"] == other["kind"] == "desc" and head(victim["name"]) == head(other["name"])
        ]
        count = number(victim["name"])
        twin = next((other for other in same if count is None or number(other["name"]) == count), None)
        if twin is None:
            kept.append(victim)
        elif victim["effect"] == "death":
            twin["effect"] = "death"
    return kept


def _one_incident(left: dict[str, Any], right: dict[str, Any], country: str | None, own_day: bool) -> bool:
    """Whether a reader of MUC-4 would fill one template: the same kind, no other day, no other place."""
    days, places = (left["date"], right["date"]), (left["place"], right["place"])
    timeless = days[0] == days[1] or any(day is None or day.startswith("..") for day in days)
    placeless = places[0] == places[1] or any(place in ([country], []) for place in places)
    return bool(left["type"] == right["type"] and timeless and placeless and not _another(left, right, own_day))


def _another(known: dict[str, Any], told: dict[str, Any], own_day: bool) -> bool:
    """Whether an incident hit other things with a bomb, or others by name, with a day or a perpetrator of its own."""
    if known["type"] == "bombing":
        return _disjoint({f["name"] for f in known["target"]}, {f["name"] for f in told["target"]})
    day = own_day and not (told["date"] or "..").startswith("..")
    own = day or bool(told["perp_individual"] or told["perp_org"])
    return known["type"] == "attack" and own and _disjoint(_named(known), _named(told))


def _disjoint(left: set[str], right: set[str]) -> bool:
    return bool(left) and bool(right) and not left & right


def _named(template: dict[str, Any]) -> set[str]:
    return {victim["name"] for victim in template["victim"] if victim["kind"] == "name"}


def _unite(known: dict[str, Any], more: dict[str, Any], country: str | None) -> None:
    if known["date"] is None or known["date"].startswith(".."):
        known["date"] = more["date"] or known["date"]
    if known["place"] in ([country], []):
        known["place"] = more["place"]
    for slot in _ROLES:
        for fill in more[slot]:
            twin = next((f for f in known[slot] if f["name"] == fill["name"]), None)
            if twin is None:
                known[slot].append(fill)
            elif fill.get("effect") == "death":
                twin["effect"] = "death"


def _templates(account: Account, setting: Setting) -> Iterator[dict[str, Any]]:
    if not _told(account) or old(account, setting.issued) or between_fighters(account):
        return
    harms = [h for h in account.harms if not h.counted and h.party.number != 0 and (h.told or h.effect == "none")]
    dated = any(dated_finely(span) for span in account.spans())
    people = [h for h in harms if h.party.kind in PEOPLE and not unwanted(h, dated)]
    things = [h.party for h in harms if h.party.kind not in PEOPLE or (h.effect == "none" and institution(h.party))]
    # a party or a movement at which something is aimed is no victim by its name
    people = [h for h in people if h.party not in things and not (h.effect == "none" and body(h.party))]
    sites = [p.party for p in account.places if p.told and landmark(p.party) and not _filed_from(p)]
    sites = [site for site in sites if not of_war(site)]
    things = [thing for thing in things if not of_war(thing) and not trifle(thing)]
    burned = [h.party for h in harms if h.lost and h.party in things]
    kinds = _kinds(account, people)
    for kind in kinds:
        mine, hit = people, things if kind == "kidnapping" or (kind == "attack" and people) else things + sites
        if kind == "kidnapping":
            mine = [h for h in people if h.effect == "captured"] or people
        elif "kidnapping" in kinds:
            mine = [h for h in people if h.effect != "captured"]
        if len(kinds) > 1 and "arson" in kinds:
            # what burned is the arson's, what was aimed at the other's; who was hurt is of the other
            mine, hit = ([], burned or things) if kind == "arson" else (mine, [t for t in things if t not in burned])
            hit = hit if burned or kind == "arson" else []
        perpetrators = [part.party for part in account.perpetrators if part.told or part.polarities & _UNDONE]
        if not asked_for(kind, mine, hit, perpetrators):
            continue
        yield {
            "type": kind,
            "date": day(account.spans(), setting.issued),
            "place": _places(account, setting.country),
            "perp_individual": muc_fills.individuals(perpetrators, setting.words),
            "perp_org": muc_fills.organisations(perpetrators, setting.words),
            "victim": [muc_fills.victim(harm, setting.words) for harm in mine],
            "target": [muc_fills.target(party, setting.words) for party in hit],
            "weapon": muc_fills.arms(account.weapons, setting.words),
        }


def _told(account: Account) -> bool:
    if account.harms or account.perpetrators:
        return any(h.told or not h.polarities <= {"denied", "negated"} for h in account.harms) or (
            not account.harms and any(p.told for p in account.perpetrators)
        )
    return account.occurred is not None and account.occurred.told


def _kinds(account: Account, people: list[Harm]) -> list[str]:
    types = set(account.event.types)
    if "Crash" in types and types <= _ACCIDENT and not account.perpetrators:
        return []
    found = []
    taken = any(h.effect == "captured" for h in people) and not any(of_state(p.party) for p in account.perpetrators)
    if "Abduction" in types or ("Captivity" in types and taken):
        found.append("kidnapping")
    if types & {"ArsonAttack"}:
        found.append("arson")
    if types & _BOMBINGS or (types & _VIOLENT and any(_explodes(part) for part in account.weapons)):
        found.append("bombing")
    elif types & _VIOLENT and (not found or any(h.effect in ("killed", "wounded") for h in people)):
        found.append("attack")
    return found


def _explodes(part: Part) -> bool:
    known = weapons.default()
    weapon = known.get(part.party.key)
    return weapon is not None and any(w.id in ("bomb", "explosive", "mine") for w in (weapon, *known.broader(weapon)))


def _filed_from(part: Part) -> bool:
    """Whether only the dateline speaks for a place: MUC-4 takes the country then."""
    return all(saying.rule == "dateline" for saying in part.sayings)


def _places(account: Account, country: str | None) -> list[str]:
    told = [part for part in account.places if part.told and part.party.names and not _filed_from(part)]
    return place([part.party for part in told if asked_about(part.party)], country)
