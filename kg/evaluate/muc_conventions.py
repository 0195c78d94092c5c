"""What MUC-4 asks for: which incidents have a template at all, and how their days and places are written.

The rules are those of the conference's task, not of kg's graph, which keeps whatever a report tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from kg.evaluate.accounts import Account, Harm, Party
from kg.evaluate.wording import generic, head, number, singular
from kg.knowledge import nouns
from kg.model import EntityKind, Stage, TimeSpan

# MUC-4 asks for acts in these countries, and for none elsewhere.
COUNTRIES = frozenset(
    {"Argentina", "Bolivia", "Chile", "Colombia", "Ecuador", "El Salvador", "Guatemala", "Honduras", "Peru"}
)
PEOPLE = frozenset({EntityKind.PERSON, EntityKind.GROUP})
_VAGUE = re.compile(r"(?:many|numerous|several|some|thousands|hundreds|dozens|over [0-9]|more than)\b")
_LONG_AGO = timedelta(days=60)
_OF = re.compile(r" (?:of|in|from|at|near|on|with|who) ")
_WAR = re.compile(
    r"\b(?:military|army|navy|air force|naval|combat|enemy|troops?|rebel|guerrilla|infantry|regiment|battalion|brigade|"
    r"patrol|positions?|garrison|gunship|trench(?:es)?|barracks|armou?red)\b",
    re.IGNORECASE,
)
_HOMES = re.compile(r"\b(?:house|home|residence|school|hospital|club|office)s?\b", re.IGNORECASE)
_TRIFLES = frozenset(
    {"window", "wall", "door", "furniture", "document", "equipment", "money", "population", "community", "government"}
    | {"authority", "people", "public", "society", "another", "other"}
)
_AGES = timedelta(days=120)
_OUTLAWS = ("combatant", "criminal", "perpetrator")
_MANY = 30  # dead without a day are the toll of a year or a war
_WIDE = timedelta(days=7)
_MILITARY = frozenset({"state-force", "external-force", "coalition", "armed-group"})
_STATES = frozenset({"state-force", "external-force", "coalition", "government"})
_STREETS = frozenset(("street", "avenue", "road", "highway", "path", "square", "university", "airport", "station"))
# "near X", "downtown X", "south of X", "the road to X": MUC-4 writes X
_ABOUT = re.compile(
    r"(?:(?:just |some )?"
    r"(?:near|outside|around|off|beside|downtown|central|greater|metropolitan|uptown|"
    r"(?:the )?(?:road|highway|route) to|"
    r"(?:the )?(?:outskirts|area|vicinity|region|suburbs?|center|centre|north|south|east|west|north-?east|north-?west|"
    r"south-?east|south-?west)(?:ern)? of|(?:north|south|east|west)(?:ern)?|(?:north|south)-?(?:east|west)(?:ern)?) )+",
    re.IGNORECASE,
)


def old(account: Account, issued: date | None) -> bool:
    """Whether all that is told of an incident lies more than two months back, and the message is not about it."""
    if _dwelt_upon(account):
        return False
    ends = [span.latest for span in account.spans() if span.latest is not None]
    starts = [span.earliest for span in account.spans() if span.earliest is not None]
    if issued is not None and starts and max(starts) < issued - _AGES and not any(map(dated_finely, account.spans())):
        return True  # "since 1980", "in the last ten years"
    return issued is not None and bool(ends) and max(ends) < issued - _LONG_AGO


def _dwelt_upon(account: Account) -> bool:
    """Whether a message tells more of an incident than that it once was: somebody by name, and the day, or twice."""
    named = [h for h in account.harms if h.party.names and h.told and h.effect != "none"]
    return bool(named) and (any(map(dated_finely, account.spans())) or any(len(h.sayings) > 1 for h in named))


def asked_about(place: Party) -> bool:
    """Whether a place may lie in a country that MUC-4 asks for."""
    return place.country is None or place.country in COUNTRIES


def between_fighters(account: Account) -> bool:
    """Whether all who are harmed fight, as soldiers or against them."""
    harmed = [h.party for h in account.harms if not h.counted and h.party.kind in PEOPLE]
    things = [h for h in account.harms if h.party.kind not in PEOPLE]
    return bool(harmed) and not things and all(fights(p) for p in harmed)


def unwanted(harm: Harm, dated: bool) -> bool:
    """Whether the keys pass over the dead: fighters, criminals, people in vague numbers, undated totals."""
    party = harm.party
    if party.names:
        return False
    if harm.effect != "killed":
        aimed = harm.effect == "none" and harm.stage is not Stage.THREATENED
        return not head(party.description) or (not dated and aimed and in_general(party))
    noun = _noun(party)
    count = number(party.description) or party.number
    if not dated and count is not None and count >= _MANY:
        return True
    uncounted = generic(party.description) and number(party.description) is None
    outlaw = noun is not None and any(map(noun.is_a, _OUTLAWS))
    return uncounted or bool(_VAGUE.match(party.description.lower())) or outlaw


def noun_phrase(description: str) -> str:
    """A description without what follows its noun: "members" for "members of the front"."""
    return _OF.split(description.lower(), maxsplit=1)[0]


def _noun(party: Party) -> nouns.PersonNoun | None:
    """What people are called, with the words before it: an "urban commando" is no soldier."""
    return nouns.people().find(noun_phrase(party.description)) or nouns.people().find(head(party.description))


def in_general(party: Party) -> bool:
    """Whether people are spoken of without a number: "opposition politicians", "U.S. citizens"."""
    phrase = noun_phrase(party.description).split()
    return bool(phrase) and phrase[-1].lower() != singular(phrase[-1].lower()) and number(party.description) is None


def fights(party: Party) -> bool:
    """Whether a party is known or described as bearing arms."""
    if party.names:
        return party.actor_type in _MILITARY
    noun = _noun(party)
    return noun is not None and (noun.is_a("combatant") or noun.is_a("security-force"))


def asked_for(kind: str, people: list[Harm], things: list[Party], perpetrators: list[Party]) -> bool:
    """Whether an incident is one that MUC-4 wants: terror against civilians and their property, not war.

    Acts of states and their soldiers count only where they kill or abduct; an attack needs somebody whom it hurt or,
    if it only was aimed at people or hit things, somebody who did it. Who is merely aimed at must not be a fighter or
    people in general.
    """
    hurt = [h for h in people if h.effect != "none"]
    aimed = [h for h in people if not fights(h.party) and (h.party.names or not generic(h.party.description))]
    if perpetrators and all(map(of_state, perpetrators)) and not hurt:
        return False
    if kind == "attack":
        return bool(hurt or (perpetrators and (aimed or things)))
    return bool(people or things or perpetrators)


def of_state(party: Party) -> bool:
    """Whether somebody acts for a state or bears its arms."""
    noun = _noun(party) if not party.names else None
    return party.actor_type in _STATES or (noun is not None and noun.is_a("security-force"))


def dated_finely(span: TimeSpan) -> bool:
    """Whether a time is told to the week at least."""
    return span.earliest is not None and span.latest is not None and span.latest - span.earliest <= _WIDE


def of_war(thing: Party) -> bool:
    """Whether a thing is an army's, a position of those who fight or theirs: to hit it is war, not terror."""
    return bool(_WAR.search(thing.label)) and not _HOMES.search(thing.label)


def landmark(place: Party) -> bool:
    """Whether a place is a building or the like with a name: what is attacked there is it."""
    if place.kind is not EntityKind.PLACE or not place.names:
        return False
    thing = nouns.things().find(place.names[0].lower())
    return thing is not None and thing.kind in ("building", "facility")


def trifle(thing: Party) -> bool:
    """Whether keys pass over what was hit: panes and papers, a population, "another"."""
    return not thing.names and (not head(thing.description) or head(thing.description) in _TRIFLES)


def body(party: Party) -> bool:
    """Whether it is a group with a name."""
    return party.kind is EntityKind.GROUP and bool(party.names)


def institution(party: Party) -> bool:
    """Whether a group is a body with a building ("the bank", "the embassy"), a thing that is hit rather than people."""
    if party.kind is not EntityKind.GROUP or party.actor_type in _MILITARY | _STATES:
        return False
    if party.names:
        return True
    noun = _noun(party)
    return noun is None or (noun.number == "collective" and not noun.is_a("combatant"))


def day(spans: Iterable[TimeSpan], issued: date | None) -> str | None:
    """The day or range; without one MUC-4 takes it to be on or before the day of the report."""
    for span in spans:
        if span.earliest and span.latest:
            if span.earliest == span.latest:
                return str(span.earliest)
            if span.latest - span.earliest == timedelta(days=1):
                return str(span.latest)
            if span.latest - span.earliest <= _WIDE:
                return f"{span.earliest}/{span.latest}"
        elif span.latest:
            return f"../{span.latest}"
    return f"../{issued}" if issued else None


def place(told: list[Party], country: str | None) -> list[str]:
    """The town, else the most specific place that has a name, with what it lies in."""
    outer = {name for party in told for name in party.within}
    innermost = [party for party in told if party.label not in outer] or told
    for party in sorted(innermost, key=lambda p: (_site(p), bool(_ABOUT.match(p.label)))):
        around = party.within or ((country,) if country else ())
        chain = [_ABOUT.sub("", party.label, count=1), *around]
        if len(chain) > 2 and landmark(party):
            del chain[0]  # a hotel, a street: MUC-4 writes the town
        if party.town in chain:
            chain = chain[chain.index(party.town) :]
        elif len(chain) > 2 and _site(party):
            chain = chain[1:]
        return [", ".join(dict.fromkeys(chain))]
    return [country] if country else []


def _site(place: Party) -> bool:
    """Whether a place is a street, a building or the like: the keys have the town then."""
    last = place.label.split()[-1].lower()
    thing = nouns.things().find(last)
    return last in _STREETS or (thing is not None and thing.kind in ("building", "facility", "infrastructure"))


def irregular(party: Party) -> bool:
    """Whether people are only called guerrillas, rebels or terrorists, without a name."""
    if party.names:
        return False
    noun = _noun(party)
    return noun is not None and noun.is_a("combatant") and not noun.is_a("security-force")
