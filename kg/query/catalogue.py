"""The questions there are to choose from, read from the headers of their files.

A query file is SPARQL that starts with a header of comments::

    # title: Who was killed
    # question: Who was killed, by whom, when, where and with what?
    # note: anything else one should know
    # param place: text, optional: part of the name of a place
    # param group: text, required: part of the name of a group
    # param all: boolean, default false: also what is not accepted
    # column victim: who was killed
    # column quote, below: the words it was read from
    # column event, hidden: IRI of the event

``below`` and ``hidden`` concern the table only: a column under its row, or left out. The query reads a
parameter from the triple ``param:this param:place ?value`` (see ``kg.query.parameters``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.errors import QueryError
from kg.files import is_file
from kg.resources import bundled

SUFFIX = ".rq"
ALL = "all"
"""The parameter that ``--all`` sets."""

_LINE = re.compile(r"#\s*(?P<word>title|question|note|param|column)\b(?P<rest>[^:]*):\s*(?P<text>.*?)\s*")
_PARAMETER = re.compile(
    r"(?P<type>[a-z-]+),\s*(?:(?P<mode>required|optional)|default\s+(?P<default>[^:]+)):\s*(?P<text>.+)"
)

Kind = Literal["text", "boolean", "integer", "iri", "day", "first-day", "last-day"]
KINDS: dict[str, Kind] = {
    "text": "text",
    "boolean": "boolean",
    "integer": "integer",
    "iri": "iri",
    "day": "day",
    "first-day": "first-day",
    "last-day": "last-day",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that the user can, or has to, say to narrow the question."""

    name: str
    kind: Kind
    text: str
    required: bool = False
    default: str | None = None

    @property
    def signature(self) -> str:
        """How to give it: ``group=text``, in brackets if it may be left out."""
        given = f"{self.name}={self.kind}"
        return given if self.required else f"[{given}]"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer and where a table shows it."""

    name: str
    text: str
    place: Literal["row", "below", "hidden"] = "row"


@dataclass(frozen=True, slots=True)
class QueryInfo:
    """A question with all one needs to ask it."""

    name: str
    sparql: str
    title: str = ""
    question: str = ""
    note: str = ""
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()

    def column(self, name: str) -> Column:
        """The description of a column; a plain one if the header says nothing of it."""
        return next((c for c in self.columns if c.name == name), Column(name, ""))


def catalogue() -> list[QueryInfo]:
    """The bundled questions, by name."""
    return [_read(path, path.stem) for path in sorted(bundled("queries").glob(f"*{SUFFIX}"))]


def load(name: str) -> QueryInfo:
    """A bundled question by its name, or a file of the user's by its path.

    Raises:
        QueryError: there is none, or its header cannot be read.
    """
    path = Path(name)
    if path.suffix == SUFFIX or is_file(path):
        if is_file(path):
            return _read(path, name)
        raise QueryError(f"no query file {name}")
    known = {found.stem: found for found in sorted(bundled("queries").glob(f"*{SUFFIX}"))}
    if name not in known:
        raise QueryError(f"no query named {name[:100]!r}; there are: {', '.join(known)}; or give a {SUFFIX} file")
    return _read(known[name], name)


def _read(path: Path, name: str) -> QueryInfo:
    try:
        sparql = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    return parse(sparql, name)


def parse(sparql: str, name: str) -> QueryInfo:
    """A query with what its header says; a query without a header has no parameters.

    Raises:
        QueryError: a line of the header does not follow the format.
    """
    words = {"title": "", "question": "", "note": ""}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for number, line in enumerate(sparql.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            break
        match = _LINE.fullmatch(line.strip())
        if match is None:
            continue
        rest = match["rest"].strip()
        if match["word"] == "param":
            parameters.append(_parameter(rest, match["text"], f"{name}:{number}"))
        elif match["word"] == "column":
            columns.append(_column(rest, match["text"], f"{name}:{number}"))
        elif not rest:
            words[match["word"]] = match["text"]
    return QueryInfo(name, sparql, **words, parameters=tuple(parameters), columns=tuple(columns))


def _parameter(name: str, text: str, where: str) -> Parameter:
    match = _PARAMETER.fullmatch(text)
    if match is None or match["type"] not in KINDS or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise QueryError(
            f"{where}: a parameter is written `# param NAME: TYPE, required|optional|default VALUE: text`, "
            f"with TYPE one of {', '.join(KINDS)}"
        )
    default = match["default"].strip() if match["default"] is not None else None
    return Parameter(name, KINDS[match["type"]], match["text"], match["mode"] == "required", default)


def _column(rest: str, text: str, where: str) -> Column:
    name, _, place = (part.strip() for part in rest.partition(","))
    if place in ("", "row"):
        return Column(name, text)
    if place == "below":
        return Column(name, text, "below")
    if place == "hidden":
        return Column(name, text, "hidden")
    raise QueryError(f"{where}: a column stands in the row, `below` it, or is `hidden`, not {place!r}")
