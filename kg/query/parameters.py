"""Turns what the user says into RDF terms.

A parameter reaches its query as a triple beside the data, ``param:this param:NAME VALUE``: it is a term from
the start and never text inside SPARQL, it can be read at any depth of a query, and on a store without such
triples the query answers with its defaults.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.catalogue import ALL, Parameter, QueryInfo

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

NAMESPACE = "https://w3id.org/kg-conflict/param#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def bind(info: QueryInfo, given: Mapping[str, str], everything: bool) -> dict[str, NamedNode | Literal]:
    """The term of every parameter that has a value.

    Raises:
        QueryError: a parameter is unknown, missing or of the wrong kind; says what there is to give.
    """
    known = {parameter.name: parameter for parameter in info.parameters}
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise QueryError(f"{info.name} has no parameter {', '.join(unknown)}; {_choices(info)}")
    values = dict(given)
    if everything and ALL in known:
        values[ALL] = "true"
    terms: dict[str, NamedNode | Literal] = {}
    for name, parameter in known.items():
        value = values.get(name, parameter.default)
        if value is not None:
            terms[name] = term(parameter, value)
        elif parameter.required:
            raise QueryError(f"{info.name} needs --param {name}=…; {_choices(info)}")
    return terms


def _choices(info: QueryInfo) -> str:
    if not info.parameters:
        return "it takes none"
    return "it takes: " + "; ".join(f"{p.signature} ({p.text})" for p in info.parameters)


def term(parameter: Parameter, value: str) -> NamedNode | Literal:
    """The value as the term that the parameter's kind asks for.

    Raises:
        QueryError: the value is of another kind.
    """
    from pyoxigraph import Literal, NamedNode

    def typed(lexical: str, datatype: str) -> Literal:
        return Literal(lexical, datatype=NamedNode(_XSD + datatype))

    text = value.strip()
    match parameter.kind:
        case "text":
            return Literal(value)
        case "boolean" if text.lower() in _TRUTH:
            return typed(str(_TRUTH[text.lower()]).lower(), "boolean")
        case "integer" if re.fullmatch(r"[+-]?\d+", text):
            return typed(str(int(text)), "integer")
        case "iri" if re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+", text):
            return NamedNode(text)
        case "day" | "first-day" | "last-day":
            found = _day(text, parameter.kind)
            if found is not None:
                return typed(found.isoformat(), "date")
    wanted = {"day": "a day like 2018-12-02", "boolean": "true or false", "integer": "a whole number"}
    partial = "a day, month or year like 2018-12-02, 2018-12 or 2018"
    expected = partial if parameter.kind.endswith("-day") else wanted.get(parameter.kind, "an absolute IRI")
    raise QueryError(f"parameter {parameter.name} takes {expected}, not {value!r}")


def _day(text: str, kind: str) -> date | None:
    """The day, or the first or last one of the month or year."""
    match = _DAY.fullmatch(text)
    if match is None or (kind == "day" and match[3] is None):
        return None
    end = kind == "last-day"
    try:
        year = int(match[1])
        month = int(match[2] or (12 if end else 1))
        number = int(match[3] or (calendar.monthrange(year, month)[1] if end else 1))
        return date(year, month, number)
    except ValueError:
        return None
