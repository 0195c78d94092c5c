"""Literals in the one spelling that every RDF library reads back unchanged."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache

from rdflib import XSD, Literal, URIRef

from kg import model

_SHORT = 48  # characters of a text that may well come again: a name, a cue; no sentence
_SURROGATE = re.compile("[\ud800-\udfff]")


def text(value: str) -> Literal:
    """Characters as they are; halves of a broken surrogate pair, which no file can hold, become U+FFFD."""
    return _word(value) if len(value) <= _SHORT else _text(value)


def _text(value: str) -> Literal:
    return Literal(value if value.isascii() else _SURROGATE.sub("\ufffd", value), normalize=False)


_word = lru_cache(maxsize=20_000)(_text)


@lru_cache(maxsize=20_000)
def typed(lexical: str, datatype: URIRef) -> Literal:
    """Literal with exactly this spelling."""
    return Literal(lexical, datatype=datatype, normalize=False)


@lru_cache(maxsize=20_000)
def day(value: date) -> Literal:
    """Calendar day."""
    return typed(value.isoformat(), XSD.date)


def instant(value: datetime) -> Literal:
    """Clock time; in UTC if the text gave a zone."""
    if value.tzinfo is None:
        return typed(value.isoformat(timespec="seconds"), XSD.dateTime)
    return typed(value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), XSD.dateTime)


@lru_cache(maxsize=20_000)
def number(value: int) -> Literal:
    """Count."""
    return typed(str(value), XSD.integer)


def decimal(value: float, digits: int) -> Literal:
    """Decimal number in canonical form: no exponent, no zeros at the end."""
    shown = f"{round(Decimal(value), digits):f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return typed("0" if shown == "-0" else shown, XSD.decimal)


def truth(value: bool) -> Literal:
    """True or false."""
    return _TRUE if value else _FALSE


_TRUE, _FALSE = typed("true", XSD.boolean), typed("false", XSD.boolean)


def calendar_date(span: model.TimeSpan) -> Literal | None:
    """The finest calendar unit that surely holds the span, no finer than its precision; None if none does."""
    first, last = span.earliest, span.latest
    if first is None or last is None or first.year != last.year:
        return None
    if span.precision is model.TimePrecision.YEAR or first.month != last.month:
        return typed(f"{first.year:04}", XSD.gYear)
    if span.precision is model.TimePrecision.MONTH or first != last:
        return typed(f"{first.year:04}-{first.month:02}", XSD.gYearMonth)
    return day(first)
