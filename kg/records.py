"""Readings as bytes and back: compact JSON for what is kept from run to run and sent from process to process.

A record becomes the list of its fields in their order, an enumeration its value, a date ISO 8601. The form follows from
the classes of ``kg.model`` alone; ``SCHEMA`` changes whenever they do, so that old bytes are never read as new records.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

from kg import ids, model
from kg.closed import StrEnum
from kg.model import Document, Reading

_VALUES = (model.Ref, model.TimeSpan, model.Casualties, model.Concept)
"""What the object of a statement can be beside a truth value and a text, told apart by its place in this tuple."""

Decoder = Callable[[Any], Any]
_SHORT = 40


def encode(record: Reading | Document) -> bytes:
    """A record as JSON in ASCII: halves of surrogate pairs survive."""
    return json.dumps(_plain(record), separators=(",", ":")).encode("ascii")


def decode_reading(data: bytes) -> Reading:
    """The reading that ``encode`` was given."""
    found = _decoder(Reading)(json.loads(data))
    assert isinstance(found, Reading)
    return found


def decode_document(data: bytes) -> Document:
    """The document that ``encode`` was given."""
    found = _decoder(Document)(json.loads(data))
    assert isinstance(found, Document)
    return found


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, model.Statement):
        return [value.subject, value.predicate, _plain_object(value.object)]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, name)) for name in _names(type(value))]
    raise TypeError(f"no record of kg: {type(value).__name__}")


def _plain_object(value: model.Value) -> Any:
    if isinstance(value, str | bool):
        return value
    return [_VALUES.index(type(value)), _plain(value)]


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _decoder(kind: Any) -> Decoder:
    """What turns plain data into a value of a type."""
    if kind is str:
        return _shared
    if kind in (bool, int, float):
        return _same
    if kind == model.Value:
        decoders = [_decoder(option) for option in _VALUES]
        return lambda data: decoders[data[0]](data[1]) if isinstance(data, list) else data
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        inner = _decoder(arguments[0])
        return lambda data: tuple(map(inner, data)) if inner is not _same else tuple(data)
    if origin in (typing.Union, types.UnionType):
        (option,) = (argument for argument in arguments if argument is not type(None))
        some = _decoder(option)
        return lambda data: None if data is None else some(data)
    if issubclass(kind, StrEnum):
        members = {member.value: member for member in kind}
        return members.__getitem__
    if kind in (date, datetime):
        parse: Decoder = kind.fromisoformat
        return parse
    fields = [_decoder(_hints(kind)[name]) for name in _names(kind)]
    return lambda data: kind(*[field(part) for field, part in zip(fields, data, strict=True)])


def _same(data: Any) -> Any:
    return data


def _shared(data: Any) -> Any:
    """Keys, kinds and names come again in most readings: one object for all of them."""
    return sys.intern(data) if isinstance(data, str) and len(data) <= _SHORT else data


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _schema() -> str:
    """A digest of all classes that can occur in a record, with the names and types of their fields."""
    seen: dict[str, str] = {}

    def visit(kind: Any) -> None:
        for argument in typing.get_args(kind):
            visit(argument)
        name = getattr(kind, "__name__", "")
        if getattr(kind, "__module__", "") != model.__name__ or name in seen:
            return
        if issubclass(kind, StrEnum):
            seen[name] = " ".join(member.value for member in kind)
            return
        hints = _hints(kind)
        seen[name] = " ".join(f"{field}:{hints[field]}" for field in _names(kind))
        for field in _names(kind):
            visit(hints[field])

    visit(Reading)
    return ids.digest("2", *(f"{name} {seen[name]}" for name in sorted(seen)))


SCHEMA = _schema()
