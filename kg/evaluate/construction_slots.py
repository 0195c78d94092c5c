"""Whether what came out of a sentence is what its annotation expects, slot by slot."""

from __future__ import annotations

from typing import Any

from kg.evaluate.accounts import Account, Harm, Party
from kg.evaluate.days import Days, days, same_days
from kg.evaluate.wording import (
    any_name,
    compatible,
    contains,
    generic,
    head,
    number,
    same_description,
    same_place,
    same_weapon,
    words,
)

SLOTS = ("victim", "stance", "perpetrator", "date", "place", "weapon", "claimant")
COMPARED = ("stance", "perpetrator", "date", "place", "claimant")
_FAMILIES = (
    {"asserted"},
    {"alleged"},
    {"denied", "negated"},
    {"doubted"},
    {"planned", "threatened", "attempted", "failed"},
    {"conditional", "hypothetical", "asked"},
)
_EFFECTS = {"kidnapped": "captured", "injured": "wounded", None: "none"}

Expected = dict[str, Any]


def happened(expected: Expected) -> bool:
    """Whether the event is one that happened or may have."""
    return str(expected["polarity"]) in ("asserted", "alleged")


def bare(account: Account) -> Harm:
    """An event in which nobody is said to be harmed."""
    harm = Harm(Party(""), effect="none", stage=account.event.stage)
    if account.occurred is not None:
        harm.sayings = account.occurred.sayings
    return harm


def _effect(expected: Expected, harm: Harm) -> bool:
    if expected.get("victim") is None and expected.get("count") is None and not harm.party.wordings:
        return True  # an event of which no victims are told
    wanted = {_EFFECTS.get(e, e) for e in [expected.get("effect"), *expected.get("effect_alt", ())]}
    unrealised = not happened(expected) and harm.effect == "none"
    return harm.effect in wanted or unrealised


def _victim(expected: Expected, harm: Harm) -> bool:
    wanted, count = expected.get("victim"), expected.get("count")
    party = harm.party
    if wanted is None:
        return count is None or bool(party.number == count)
    if harm.counted and party.number == 0:
        return str(expected["polarity"]) == "negated"
    same_number = count is not None and count > 1 and party.number == count
    if not harm.counted and is_same(wanted, party) and (same_number or count in (None, 1) or party.number is None):
        return True
    return bool(same_number) and any(compatible(wanted, wording) for wording in party.wordings)


def explains(expected: Expected, harm: Harm) -> bool:
    """Whether a killing is one of those expected, as a party or as a count."""
    if not (happened(expected) and _effect(expected, harm)):
        return False
    return (harm.counted and harm.party.number == expected.get("count")) or _victim(expected, harm)


def is_same(wanted: str, party: Party) -> bool:
    """Whether a string of the annotation stands for a party."""
    if any_name([wanted], party.names):
        return True
    if not party.description:
        return False
    if generic(wanted) or words(wanted)[-1].isdigit() or not head(wanted):
        return (number(wanted) is not None and number(wanted) == party.number) or words(wanted) == words(
            party.description
        )
    return head(wanted) == head(party.description) and same_description(wanted, party.description)


def _polarity(expected: Expected, harm: Harm) -> bool:
    wanted = {expected["polarity"], *expected.get("polarity_alt", ())}
    families = [f for f in _FAMILIES if f & wanted]
    return any(p.value in f for p in harm.polarities for f in families)


def weight(expected: Expected, account: Account, harm: Harm) -> float:
    """How well a fact fits; zero where victim or effect differ."""
    if not (_victim(expected, harm) and _effect(expected, harm)):
        return 0.0
    slots = judge(expected, account, harm)
    return 10 + 3 * (not harm.counted) + 3 * slots["stance"] + sum(slots[slot] for slot in COMPARED)


def judge(expected: Expected, account: Account, harm: Harm) -> dict[str, bool]:
    """Which slots are right."""
    return {
        "victim": True,
        "stance": _polarity(expected, harm),
        "perpetrator": _perpetrator(expected, account),
        "date": _date(expected, account),
        "place": _place(expected, account),
        "weapon": _weapon(expected, account),
        "claimant": _claimant(expected, account, harm),
    }


def _perpetrator(expected: Expected, account: Account) -> bool:
    wanted = expected.get("perpetrator")
    told = [part.party for part in account.perpetrators if part.told or not happened(expected)]
    if wanted is None:
        return not told
    return any(is_same(wanted, p) or any(contains(w, wanted) for w in p.wordings) for p in told)


def _date(expected: Expected, account: Account) -> bool:
    wanted = [expected.get("date"), *expected.get("date_alt", ())]
    spans = account.spans()
    if not spans:
        return None in wanted
    gold: list[Days] = [d for text in wanted if text and (d := days(text))]
    return any(same_days((span.earliest, span.latest), g) for span in spans for g in gold)


def _place(expected: Expected, account: Account) -> bool:
    wanted = expected.get("place")
    told = [part.party for part in account.places if part.told or not happened(expected)]
    if wanted is None:
        return not told
    return any(same_place(wanted, wording) for p in told for wording in p.wordings)


def _weapon(expected: Expected, account: Account) -> bool:
    wanted = expected.get("weapon")
    told = [part.party for part in account.weapons]
    if wanted is None:
        return True
    return any(same_weapon(p.key, wanted) or any(same_description(wanted, w) for w in p.wordings) for p in told)


def _claimant(expected: Expected, account: Account, harm: Harm) -> bool:
    wanted = expected.get("claimant")
    claimants = harm.speakers or (account.occurred.speakers if account.occurred else set())
    if wanted is None:
        return "" in claimants
    return any(name and (same_description(wanted, name) or any_name([wanted], [name])) for name in claimants)
