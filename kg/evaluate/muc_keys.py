"""Reads the answer keys of MUC-4 as far as who killed whom, when and where needs them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.muc_slots import NOTHING, Slots, split, templates, values
from kg.evaluate.muc_strings import tokens
from kg.evaluate.muc_texts import SOURCE

_DATE = re.compile(r"(?P<day>\d{1,2})?\s*(?P<month>[A-Z]{3})[A-Z]*\s*(?P<year>\d{2,4})?")
_MONTHS = {
    m: n
    for n, m in enumerate(["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], start=1)
}


@dataclass(frozen=True, slots=True)
class When:
    """A day, a range of days, or (``first`` is None) any time up to the day of the report."""

    first: date | None
    last: date

    def __str__(self) -> str:
        return str(self.last) if self.first == self.last else f"{self.first or '..'}/{self.last}"


@dataclass(slots=True)
class Fill:
    """One filler of a slot under all its names."""

    names: list[str]
    optional: bool = False


@dataclass(slots=True)
class Dead:
    """A victim that an incident killed, with what the key says of the incident.

    ``places`` are alternatives, each a list of levels from the country inwards, each level a set of names.
    """

    names: list[str]
    descriptions: list[str]
    optional: bool
    perpetrators: list[Fill] = field(default_factory=list)
    dates: list[list[When]] = field(default_factory=list)
    places: list[list[list[frozenset[str]]]] = field(default_factory=list)

    @property
    def aliases(self) -> list[str]:
        """Everything it is called."""
        return self.names + self.descriptions


def is_key(path: Path) -> bool:
    """Whether a file is an answer key, not a file of messages; False for one that cannot be opened."""
    try:
        return any(templates(path.read_text("latin-1")))
    except OSError:
        return False


def load(paths: list[Path]) -> dict[str, list[Dead]]:
    """The dead of each message; messages without any are there, with none.

    Raises:
        InputError: a file cannot be read or is no answer key.
    """
    found: dict[str, list[Dead]] = {}
    for path in paths:
        try:
            text = path.read_text("latin-1")
        except OSError as error:
            reason = f"cannot be opened: {error.strerror or error}; {SOURCE}"
            raise InputError(str(path), reason) from None
        count = 0
        for slots in templates(text):
            count += 1
            identifier = slots["MESSAGE: ID"][0].split("(")[0].strip()
            found.setdefault(identifier, []).extend(_dead(slots))
        if not count:
            raise InputError(str(path), "is no answer key of MUC-4 (numbered slots, MESSAGE: ID first)")
    return found


def _dead(slots: Slots) -> list[Dead]:
    whole_optional = "OPTIONAL" in slots.get("MESSAGE: TEMPLATE", [""])[0]
    victims = _victims(slots)
    deaths = _deaths(slots, victims)
    perpetrators = _fills(slots, "PERP: INDIVIDUAL ID") + _fills(slots, "PERP: ORGANIZATION ID")
    dates = [when for text in split(slots.get("INCIDENT: DATE", ["-"])[0].lstrip("? "), "/") if (when := _when(text))]
    places = _places(" ".join(slots.get("INCIDENT: LOCATION", ["-"])))
    return [
        Dead(
            victim.names,
            victim.descriptions,
            whole_optional or victim.optional or not sure,
            [Fill(list(f.names), f.optional) for f in perpetrators],
            [dates] if dates else [],
            [places] if places else [],
        )
        for victim, sure in deaths
    ]


def _victims(slots: Slots) -> list[Dead]:
    found = [Dead(names, [], optional) for optional, names, _, _ in values(slots, "HUM TGT: NAME") if names]
    for optional, left, right, _ in values(slots, "HUM TGT: DESCRIPTION"):
        owner = next((v for v in found if right and _shared(v.names, right)), None)
        if owner is not None:
            owner.descriptions += left
        elif right:
            found.append(Dead(right, left, optional))
        elif left:
            found.append(Dead([], left, optional))
    return found


def _deaths(slots: Slots, victims: list[Dead]) -> list[tuple[Dead, bool]]:
    """The dead, and whether the key is sure of it; a description may stand for the dead and for the hurt."""
    effects: dict[int, list[str]] = defaultdict(list)
    sure: set[int] = set()
    for optional, _, right, told in values(slots, "HUM TGT: EFFECT OF INCIDENT"):
        if not right:
            continue
        fitting = [v for v in victims if _shared(v.names, right)] or [
            v for v in victims if _shared(v.descriptions, right)
        ]
        fitting.sort(key=lambda v: (v.optional != optional, len(effects[id(v)])))
        for victim in fitting[:1]:
            effects[id(victim)] += told
            if told == ["DEATH"] and not optional:
                sure.add(id(victim))
    return [(v, id(v) in sure) for v in victims if "DEATH" in effects[id(v)]]


def _shared(left: list[str], right: list[str]) -> bool:
    return bool({_plain(x) for x in left} & {_plain(x) for x in right})


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def _fills(slots: Slots, slot: str) -> list[Fill]:
    return [Fill(names, optional) for optional, names, _, _ in values(slots, slot) if names]


def _when(text: str) -> When | None:
    plain = text.strip(" ()?")
    if plain in NOTHING:
        return None
    if plain.startswith("-"):
        span = _span(plain[1:])
        return When(None, span[1]) if span else None
    halves = re.split(r"(?<=\d)\s*-\s*(?=\d)|\s+-\s+", plain, maxsplit=1)
    last = _span(halves[-1])
    if last is None:
        return None
    if len(halves) == 1:
        return When(*last)
    words = halves[1].split()
    filled = (
        halves[0] if _span(halves[0]) else f"{halves[0]} {' '.join(words[-2 if len(halves[0].split()) == 1 else -1 :])}"
    )
    first = _span(filled)
    return When(first[0], last[1]) if first else None


def _span(text: str) -> tuple[date, date] | None:
    """``16 AUG 89`` or ``AUG 89``."""
    match = _DATE.fullmatch(text.strip().upper())
    if match is None or match["month"] not in _MONTHS or not match["year"]:
        return None
    year, month = int(match["year"]), _MONTHS[match["month"]]
    year = year if year > 99 else 1900 + year
    try:
        if match["day"]:
            day = date(year, month, int(match["day"]))
            return day, day
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), date.fromordinal(following.toordinal() - 1)
    except ValueError:
        return None


def _places(text: str) -> list[list[frozenset[str]]]:
    plain = text.strip().lstrip("? ").strip()
    if plain in NOTHING:
        return []
    found = []
    for alternative in split(plain, "/"):
        if alternative.startswith("(") and alternative.endswith(")"):
            alternative = alternative[1:-1].strip()
        levels = [
            frozenset(
                name for part in re.split(r"\s-\s", level) if (name := place_name(re.sub(r"\([^()]*\)", " ", part)))
            )
            for level in split(alternative, ":")
        ]
        found.append([level for level in levels if level])
    return [levels for levels in found if levels]


_PLACE_TYPES = frozenset(
    [
        "department",
        "city",
        "town",
        "village",
        "municipality",
        "neighborhood",
        "district",
        "province",
        "region",
        "area",
        "jurisdiction",
        "canton",
        "county",
        "sector",
        "zone",
        "hamlet",
        "community",
        "rural",
        "urban",
        "port",
        "state",
        "country",
        "capital",
        "the",
        "of",
        "in",
        "near",
        "metropolitan",
        "s",
    ]
)


def place_name(text: str) -> str:
    """A place without words for its kind."""
    found = [word for word in tokens(text) if word != "'s"]
    return " ".join([word for word in found if word not in _PLACE_TYPES] or found)
