"""What stands in the slots of a MUC-4 template: the words that answer keys have for people, groups, things and arms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kg.evaluate.accounts import Harm, Part, Party
from kg.evaluate.muc_conventions import body, irregular, noun_phrase
from kg.evaluate.wording import head
from kg.knowledge import nouns, weapons
from kg.model import EntityKind

_COUNT = re.compile(
    r"^(?:(?:at least|more than|about|some|several|many|numerous|various|[0-9]+|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|a dozen|dozens of|an?|the|his|her|its|their|our|other|another|same|these|those|few|"
    r"or|of|over|country's|city's|nation's|near|outside) )+",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"(?:(?:alleged|suspected|presumed|supposed|so-called|notorious|reported) |"
    r"^(?:several|some|many|certain|about|any|these|those|both|various|another|its|his|their) )",
    re.IGNORECASE,
)
_BEHIND = re.compile(r" (?:in|on|at|near|who|riding|wearing|traveling|travelling|dressed) .*$", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"(?:(?:of|all|some|two|three|four|five|those|these|the|at least|about|other|same|\w+ of) )*"
    r"(?:people|persons?|ones?|two|three|four|five|others?|another|members?|groups?|them|everyone|somebody|someone)",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?<=\w) (?:group|grouping|organi[sz]ation|gang)$", re.IGNORECASE)
_FORCES = re.compile(r"(?:armed|air|defense|defence) forces$")
_EDGES = " ()[]\"'"
_OF_GROUP = re.compile(r" (?:of|from) ", re.IGNORECASE)
_SHOTS = re.compile(r"[ -]fire$", re.IGNORECASE)
_EFFECTS = {"killed": "death", "wounded": "injury", "captured": "none", "none": "none"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a message in capitals.

    ``armed`` is the only armed group that it speaks of: whoever it calls just guerrillas are that group's.
    """

    text: str = ""
    armed: str | None = None


def individuals(perpetrators: list[Party], words: Words) -> list[dict[str, Any]]:
    """People that acted, and those of a group that the message calls so ("members of the front")."""
    named = [_without_group(p, _person(p, words)) for p in perpetrators if not _organisation(p) and not _nobody(p)]
    named += [_apart(_plain(p.description)) for p in perpetrators if body(p) and _several_people(p.description)]
    return [{"name": name} for name in dict.fromkeys(named)]


def organisations(perpetrators: list[Party], words: Words) -> list[dict[str, Any]]:
    """Groups that acted, and the groups of those who did."""
    named = [_acting(p.names, words.text) if p.names else _plain(p.label) for p in perpetrators if _organisation(p)]
    if not named and words.armed and any(irregular(p) for p in perpetrators):
        named.append(words.armed)
    named += [_acting(names, words.text) for p in perpetrators for names in p.groups if not p.names]
    return [{"name": name} for name in dict.fromkeys(named)]


def victim(harm: Harm, words: Words) -> dict[str, Any]:
    """Somebody harmed or aimed at, and what befell him."""
    named = bool(harm.party.names)
    effect = _EFFECTS[harm.effect]
    return {"name": _called(harm.party, words), "effect": effect, "kind": "name" if named else "desc"}


def target(thing: Party, words: Words) -> dict[str, Any]:
    """A thing that was hit, without how many there were: keys name the things."""
    name = _in_text(thing, words.text)
    return {"name": _COUNT.sub("", name.split(",")[0]) or name}


def arms(weapons_told: list[Part], words: Words) -> list[dict[str, Any]]:
    """What it was done with; what only carries weapons is none."""
    return [{"name": name} for part in weapons_told if (name := _weapon(part, words.text))]


def _nobody(party: Party) -> bool:
    """Whether it is said of those who acted only that they were some people: keys leave them out."""
    return not party.names and _SOMEBODY.fullmatch(party.description) is not None


def _several_people(description: str) -> bool:
    """Whether words are for several people rather than for a body that they form."""
    noun = nouns.people().find(noun_phrase(description)) if description else None
    return noun is not None and noun.number == "plural" and "group" not in noun.classes


def _plain(text: str) -> str:
    """A description as keys have it: "guerrillas" for "several alleged guerrillas in a car"."""
    return _BEHIND.sub("", _DOUBT.sub("", text)) or text


def _in_text(party: Party, text: str) -> str:
    """The name of a party that the text has, the fullest of them; its label where the text has none."""
    return max((name for name in party.names if name.upper() in text), key=len, default=party.label)


def _acting(names: tuple[str, ...], text: str) -> str:
    """A group's name as keys have it: the text's, its acronym before its full name, without "group" behind it."""
    said = [name for name in names if name.upper() in text]
    short = [name for name in said if " " not in name and name.isupper()]
    return _KIND.sub("", max(short or said, key=len, default=names[0]))


def _organisation(party: Party) -> bool:
    if party.kind is EntityKind.PERSON:
        return False
    if party.names:
        return True
    noun = nouns.people().find(head(party.description))
    if irregular(party):
        return False  # "an armed group", "a guerrilla column": people, until a name says whose
    plural = party.description.lower().endswith("s") and not _FORCES.search(party.description.lower())
    return noun is not None and noun.number == "collective" and not plural


def _person(party: Party, words: Words) -> str:
    """Who acted; the "rebel" of "a rebel attack" stands for the rebels, where the message has them."""
    name = _called(party, words)
    several = f"{name}S" if name.isupper() else f"{name}s"
    alone = " " not in name and irregular(party)
    return several if alone and several.upper() in words.text else name


def _called(party: Party, words: Words) -> str:
    return _in_text(party, words.text) if party.names else _plain(party.label)


def _without_group(party: Party, name: str) -> str:
    """ "FARC guerrillas", "guerrillas of the FARC" without the group, which has a slot of its own."""
    groups = [group.upper() for names in party.groups for group in names] if irregular(party) else []
    ends = [at + len(group) for group in groups if (at := name.upper().rfind(group)) >= 0]
    if not ends:
        return _apart(name)
    return name[max(ends) :].strip(_EDGES) or _OF_GROUP.split(name, maxsplit=1)[0]


def _apart(name: str) -> str:
    """ "Guerrillas of the army of liberation" without the army, "members of the front" whole."""
    noun = nouns.people().find(noun_phrase(name))
    return _OF_GROUP.split(name, maxsplit=1)[0] if noun is not None and noun.is_a("combatant") else name


def _weapon(part: Part, text: str) -> str | None:
    """The text's words for a weapon, else the name of the concept, if the text has it."""
    known = weapons.default().get(part.party.key)
    if known is not None and known.is_platform:
        return None
    for saying in part.sayings:
        said = re.findall(r"[\w'-]+", saying.quote)
        for found in weapons.default().all_in([word.lower() for word in said]):
            if found.item.id == part.party.key:
                return _SHOTS.sub("", " ".join(said[found.begin : found.end]))
    name = part.party.label.replace("-", " ")
    return name if not text or re.search(rf"\b{re.escape(name.upper())}", text) else None
