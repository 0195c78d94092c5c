"""MUC-4: reports of violence in Latin America, 1988 to 1991, against the answer keys of the conference."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.build import Reader
from kg.errors import InputError
from kg.evaluate import muc_keys
from kg.evaluate.accounts import accounts
from kg.evaluate.figures import Report, Table, Tally
from kg.evaluate.muc_conventions import COUNTRIES
from kg.evaluate.muc_fills import Words
from kg.evaluate.muc_predictions import Setting, templates
from kg.evaluate.muc_score import FIGURES, add
from kg.evaluate.muc_texts import Message, messages
from kg.model import Entity, EntityKind, PlacePrecision, Reading
from kg.resolve import resolve

Predictions = dict[str, list[dict[str, Any]]]


def predictions(paths: list[Path], reader: Reader, capitals: bool = False) -> Predictions:
    """The incidents of every message, read on its own.

    Raises:
        InputError: a file cannot be read.
    """
    found = messages(paths, capitals)
    readings = reader.pipe(message.document for message in found)
    return {message.document.id: _incidents(message, reading) for message, reading in zip(found, readings, strict=True)}


def _incidents(message: Message, reading: Reading) -> list[dict[str, Any]]:
    text = message.document.text.upper()
    setting = Setting(message.document.issued, _country(reading), Words(text, _armed(reading, text)))
    return templates(accounts(resolve([reading])), setting)


def _armed(reading: Reading, text: str) -> str | None:
    """The armed group of a message in its own words, if it names one only."""
    groups = [e for e in reading.entities if e.kind is EntityKind.GROUP and e.actor_type == "armed-group" and e.name]
    if len(groups) != 1:
        return None
    said = [name for name in (groups[0].name, *groups[0].aliases) if name and name.upper() in text]
    return max(said, key=len, default=None)


def _country(reading: Reading) -> str | None:
    """The country that a message is about: of those that MUC-4 asks for the one that it speaks of most."""
    known = {entity.key: entity for entity in reading.entities}
    spoken: Counter[str] = Counter()
    for entity in reading.entities:
        if entity.place is None or not entity.mentions:
            continue
        around = [known[key] for key in entity.place.within if key in known]
        country = next((e for e in (entity, *reversed(around)) if _is_country(e)), None)
        if country is not None and country.label in COUNTRIES:
            spoken[country.label] += len(entity.mentions)
    return max(spoken, key=lambda name: spoken[name]) if spoken else None


def _is_country(entity: Entity) -> bool:
    return entity.place is not None and entity.place.precision is PlacePrecision.COUNTRY


def lines(found: Predictions) -> Iterator[bytes]:
    """Predictions as a file that other scorers read, a document a line."""
    for identifier, events in found.items():
        yield json.dumps({"docid": identifier, "events": events}, ensure_ascii=False).encode("utf-8") + b"\n"


def score(keys: list[Path], found: Predictions) -> Report:
    """Who killed whom, when and where, over the messages of the keys.

    Raises:
        InputError: a key cannot be read, or no text belongs to it.
    """
    gold = muc_keys.load(keys)
    if not gold.keys() & found.keys():
        raise InputError(", ".join(map(str, keys)), "no message of the texts is in these keys")
    groups = {
        "all messages": list(gold),
        "messages with a death": [identifier for identifier, dead in gold.items() if dead],
    }
    rows: list[tuple[str, ...]] = []
    figures: dict[str, Any] = {"messages": len(gold)}
    misses: list[str] = []
    for name, chosen in groups.items():
        tallies = {slot: Tally() for slot in FIGURES}
        for identifier in chosen:
            missed = add(gold[identifier], found.get(identifier, []), tallies)
            if name == "all messages":
                misses += [f"{identifier}: {miss}" for miss in missed]
        rows += [(f"{title}, {name}", *tallies[slot].cells()) for slot, title in FIGURES.items()]
        figures[name] = {slot: tally.figures() for slot, tally in tallies.items()}
    columns = ("", "P", "R", "F1", "right/found by kg", "found/in the key")
    return Report("muc4", (Table("Who killed whom", columns, tuple(rows)),), figures, tuple(misses))
