"""What people have decided about things in the graph, read from a file that they keep under version control.

The file is TOML, a list of corrections that are applied from top to bottom::

    [[correction]]
    do = "merge"                                    # these are one thing
    things = ["person-a-0123456789", "person-b-0123456789"]
    why = "court record"                            # why, by and on may be left out

    [[correction]]
    do = "apart"                                    # these are two things, whatever speaks for one
    things = ["event-…", "event-…"]

    [[correction]]
    do = "split"                                    # what these documents tell of is another thing
    thing = "event-…"
    documents = ["03-morning-paper"]

    [[correction]]
    do = "split"                                    # what is said in these claims, or in these words, is of another
    thing = "person-…"                              # thing, which one report takes for it
    claims = ["claim-…"]                            # or mentions = ["document-…_120_215"]

    [[correction]]
    do = "rename"
    thing = "person-…"
    name = "…"

    [[correction]]
    do = "retype"                                   # classes of events, or Person, Group, Place, Materiel
    thing = "event-…"
    types = ["DroneStrike"]

    [[correction]]
    do = "delete"                                   # with everything that is said of it
    thing = "group-…"

    [[correction]]
    do = "not-event"                                # what was read as an event is none
    thing = "event-…"

Things are named by their IRIs in the graph or the last part of them.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import unquote

from kg.errors import KnowledgeError
from kg.model import EntityKind
from kg.resolve.kinds import PARENT


class Action(StrEnum):
    """What a correction does."""

    MERGE = "merge"
    APART = "apart"
    SPLIT = "split"
    RENAME = "rename"
    RETYPE = "retype"
    DELETE = "delete"
    NOT_EVENT = "not-event"


_NOTES = frozenset({"do", "why", "by", "on"})
_NEEDS = {
    Action.MERGE: frozenset({"things"}),
    Action.APART: frozenset({"things"}),
    Action.SPLIT: frozenset({"thing"}),
    Action.RENAME: frozenset({"thing", "name"}),
    Action.RETYPE: frozenset({"thing", "types"}),
    Action.DELETE: frozenset({"thing"}),
    Action.NOT_EVENT: frozenset({"thing"}),
}
_PARTS = ("documents", "claims", "mentions")
"""What a split can go by, one of them at a time."""
_KINDS = frozenset(kind.value for kind in EntityKind if kind is not EntityKind.NARRATOR)
_EVENTS = frozenset({"Event", *PARENT})


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision; ``things`` are keys of the graph, what else is filled depends on the action.

    A split goes by ``documents``, or by ``claims`` or ``mentions`` (the last parts of their IRIs).
    """

    action: Action
    things: tuple[str, ...]
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    name: str = ""
    types: tuple[str, ...] = ()
    why: str = ""
    by: str = ""
    on: date | None = None

    @property
    def reason(self) -> str:
        """Who decided it and why, in words."""
        return ": ".join(part for part in (f"by hand ({self.by})" if self.by else "by hand", self.why) if part)

    def __str__(self) -> str:
        return f"{self.action} {' '.join(self.things)}"


def thing(reference: str) -> str:
    """The key that an IRI, a prefixed name or a key stands for."""
    bare = reference.strip().strip("<>")
    if "/" in bare or "#" in bare:
        bare = unquote(bare.replace("#", "/").rstrip("/").rsplit("/", 1)[-1])
    return bare.rsplit(":", 1)[-1]


def parse(text: str, name: str) -> tuple[Correction, ...]:
    """The corrections of a file; ``name`` is what the file is called in messages.

    Raises:
        KnowledgeError: the file is no TOML or does not follow the format; says where.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{name}: no TOML: {error}") from error
    entries = table.pop("correction", [])
    if table or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        what = f"{next(iter(table))!r}" if table else "'correction'"
        raise KnowledgeError(f"{name}: {what} is no list of [[correction]] tables")
    return tuple(_correction(entry, f"{name}: correction {place}") for place, entry in enumerate(entries, start=1))


def _correction(entry: Mapping[str, object], where: str) -> Correction:
    try:
        action = Action(str(entry.get("do", "")))
    except ValueError:
        raise KnowledgeError(f"{where}: 'do' must be one of {', '.join(Action)}") from None
    needed = _NEEDS[action]
    if action is Action.SPLIT:
        parts = [part for part in _PARTS if part in entry]
        if len(parts) != 1:
            raise KnowledgeError(f"{where}: split needs one of {', '.join(map(repr, _PARTS))}")
        needed |= set(parts)
    for key in sorted(needed - entry.keys()):
        raise KnowledgeError(f"{where}: {action} needs {key!r}")
    for key in sorted(entry.keys() - needed - _NOTES):
        raise KnowledgeError(f"{where}: {action} has no {key!r}")
    things = _words(entry, "things", where) if "things" in needed else (_word(entry, "thing", where),)
    found = Correction(
        action,
        tuple(dict.fromkeys(thing(reference) for reference in things)),
        documents=_words(entry, "documents", where) if "documents" in needed else (),
        claims=tuple(map(thing, _words(entry, "claims", where))) if "claims" in needed else (),
        mentions=tuple(map(thing, _words(entry, "mentions", where))) if "mentions" in needed else (),
        name=_word(entry, "name", where) if "name" in needed else "",
        types=_words(entry, "types", where) if "types" in needed else (),
        why=_word(entry, "why", where, ""),
        by=_word(entry, "by", where, ""),
        on=_day(entry, where),
    )
    _check(found, where)
    return found


def _check(found: Correction, where: str) -> None:
    if found.action in (Action.MERGE, Action.APART) and len(found.things) < 2:
        raise KnowledgeError(f"{where}: {found.action} needs two different things")
    if found.action is Action.NOT_EVENT and not found.things[0].startswith("event-"):
        raise KnowledgeError(f"{where}: {found.things[0]!r} is no event; use delete")
    kinds = {"event" if key.startswith("event-") else "entity" for key in found.things}
    if len(kinds) > 1:
        raise KnowledgeError(f"{where}: an event and something else are never one")
    if found.action is Action.RETYPE:
        allowed = _EVENTS if kinds == {"event"} else _KINDS
        for kind in found.types:
            if kind not in allowed:
                raise KnowledgeError(f"{where}: no type {kind!r}; there are: {', '.join(sorted(allowed))}")
        if kinds == {"entity"} and len(found.types) > 1:
            raise KnowledgeError(f"{where}: only events have several types")


def _word(entry: Mapping[str, object], key: str, where: str, default: str | None = None) -> str:
    value = entry.get(key, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise KnowledgeError(f"{where}: {key!r} must be a text")
    return value.strip()


def _words(entry: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = entry[key]
    if not isinstance(value, list) or not value or not all(isinstance(word, str) and word.strip() for word in value):
        raise KnowledgeError(f"{where}: {key!r} must be a list of texts")
    return tuple(word.strip() for word in value)


def _day(entry: Mapping[str, object], where: str) -> date | None:
    value = entry.get("on")
    if value is None or type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise KnowledgeError(f"{where}: 'on' must be a day like 2019-06-03") from None


def render(corrections: Iterable[Correction]) -> str:
    """Corrections in the form of the file, to be added at its end."""
    return "".join(_table(correction) for correction in corrections)


def _table(correction: Correction) -> str:
    several = "things" in _NEEDS[correction.action]
    fields: list[tuple[str, str]] = [("do", _text(correction.action.value))]
    fields.append(("things", _list(correction.things)) if several else ("thing", _text(correction.things[0])))
    parts = (correction.documents, correction.claims, correction.mentions)
    fields += [(name, _list(words)) for name, words in zip(_PARTS, parts, strict=True) if words]
    if correction.name:
        fields.append(("name", _text(correction.name)))
    if correction.types:
        fields.append(("types", _list(correction.types)))
    fields += [(key, _text(value)) for key, value in (("why", correction.why), ("by", correction.by)) if value]
    if correction.on is not None:
        fields.append(("on", correction.on.isoformat()))
    return "\n[[correction]]\n" + "".join(f"{key} = {value}\n" for key, value in fields)


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, words))}]"


def _text(word: str) -> str:
    """A TOML string: its escapes are JSON's, and it has one more character that must not stand bare."""
    return json.dumps(word, ensure_ascii=False).replace("\x7f", "\\u007f")
