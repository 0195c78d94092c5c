"""Why a question has no answer: nothing in the graph, nothing accepted, or a parameter that nothing fits."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.query.catalogue import ALL, QueryInfo

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Store

Rows = list[dict[str, str]]
Answer = Callable[[Mapping[str, "NamedNode | Literal"]], Rows]

_PREFIX = (
    "PREFIX kgc: <https://w3id.org/kg-conflict/ont#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
)
_DOCUMENTS = _PREFIX + "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a kgc:Document }"
_EVENTS = _PREFIX + "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?s a kgc:Statement ; rdf:subject ?e . ?e kgc:status ?status }"
_NAMES = _PREFIX + (
    "SELECT DISTINCT ?name { ?n skos:prefLabel|skos:altLabel ?name FILTER NOT EXISTS { ?n skos:inScheme ?list } }"
)
_NODES = _PREFIX + (
    "SELECT ?n ?name { ?n skos:prefLabel|skos:altLabel ?name FILTER NOT EXISTS { ?n skos:inScheme ?list } }"
)
_INVOLVED = _PREFIX + ("SELECT DISTINCT ?n { ?s a kgc:Statement ; rdf:subject|rdf:object ?n . FILTER(ISIRI(?n)) }")
_PLACED = _PREFIX + (
    "SELECT DISTINCT ?n { { SELECT DISTINCT ?p { ?s rdf:predicate kgc:location ; rdf:object ?p } } ?p kgc:within* ?n }"
)
_SPAN = _PREFIX + (
    "SELECT (MIN(COALESCE(?begin, ?end)) AS ?first) (MAX(COALESCE(?end, ?begin)) AS ?last) "
    "{ ?e kgc:time ?t OPTIONAL { ?t kgc:earliest ?begin } OPTIONAL { ?t kgc:latest ?end } }"
)
_ACCEPTED = ("admitted", "corroborated", "single source")
_ALIKE = 3
_LONGEST = 40  # of a name that is offered instead; labels of events are longer


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why there are no rows, in words that hold on a page as on a terminal.

    ``parameter`` is the one that it is about. ``rows`` is how many there would be without that parameter, or, where
    ``everything`` is true, with what is not accepted; zero where no other way of asking is offered.
    """

    said: str
    more: str = ""
    parameter: str = ""
    rows: int = 0
    everything: bool = False

    @property
    def text(self) -> str:
        """The reason in words."""
        return self.said + self.more

    def __str__(self) -> str:
        """The reason as the terminal says it, with the option that would help."""
        if self.everything:
            shown = f"--all shows {_rows(self.rows)} that {_are(self.rows)} not accepted"
            return f"no rows among accepted facts; {shown}{self.more}"
        if self.rows:
            return self.said.replace("without ", "without --param ", 1)
        return f"{self.said} (--param {self.parameter}){self.more}" if self.parameter else self.text


def reasons(
    info: QueryInfo, store: Store, terms: Mapping[str, NamedNode | Literal], answer: Answer
) -> tuple[Reason, ...]:
    """Why there are no rows, the most telling reason first; never empty.

    ``terms`` are the parameters as they were asked with, ``answer`` asks the same question with others.
    """
    documents, events = _count(store, _DOCUMENTS), _count(store, _EVENTS)
    if not documents:
        return (Reason("the graph holds no documents"),)
    if not events:
        said = f"the graph holds {documents} documents and no events (kg why-not says why a report gave none)"
        return (Reason(said),)
    found = _unaccepted(info, terms, answer)
    known = not found
    for parameter in info.parameters:
        term = terms.get(parameter.name)
        if term is None or parameter.name == ALL or parameter.default is not None:
            continue
        if parameter.kind == "text":
            found += _unknown(store, parameter.name, term.value)
            if known:
                found += _without_part(store, parameter.name, term.value)
        elif parameter.kind in ("first-day", "last-day"):
            found += _outside(store, parameter.name, parameter.kind, term.value)
        rest = {name: value for name, value in terms.items() if name != parameter.name}
        if not parameter.required and (rows := answer(rest)):
            said = f"without {parameter.name}={term.value} there would be {_rows(len(rows))}"
            found.append(Reason(said, "", parameter.name, len(rows)))
    return tuple(found) or (Reason(f"none of the {events} events in the graph fits the question"),)


def _unaccepted(info: QueryInfo, terms: Mapping[str, NamedNode | Literal], answer: Answer) -> list[Reason]:
    from pyoxigraph import Literal

    if not any(p.name == ALL for p in info.parameters) or getattr(terms.get(ALL), "value", "") == "true":
        return []
    rows = answer({**terms, ALL: Literal(True)})
    if not rows:
        return []
    kinds = Counter(row["status"] for row in rows if row.get("status", _ACCEPTED[0]) not in _ACCEPTED)
    told = f" ({', '.join(f'{number} {status}' for status, number in sorted(kinds.items()))})" if kinds else ""
    said = f"nothing that fits is accepted; {_rows(len(rows))} {_are(len(rows))} not"
    return [Reason(said, told, ALL, len(rows), everything=True)]


def _unknown(store: Store, parameter: str, asked: str) -> list[Reason]:
    """That nothing is called so, with the names that come near."""
    names = sorted({row["name"].value for row in _solutions(store, _NAMES)})
    folded = asked.casefold()
    if any(folded in name.casefold() for name in names):
        return []
    short = [name for name in names if len(name) <= _LONGEST]
    by_fold = {name.casefold(): name for name in short}
    words = {word: name for name in short for word in name.casefold().split()}
    near = [by_fold[m] for m in difflib.get_close_matches(folded, by_fold, n=_ALIKE)]
    near += [words[m] for m in difflib.get_close_matches(folded, words, n=_ALIKE)]
    hint = f"; near it: {', '.join(dict.fromkeys(near))}" if near else ""
    return [Reason(f"nothing in the graph is called “{asked}”", hint, parameter)]


def _without_part(store: Store, parameter: str, asked: str) -> list[Reason]:
    """That somebody or some place of this name is known, but no event tells of it."""
    folded = asked.casefold()
    named = {row["n"].value for row in _solutions(store, _NODES) if folded in row["name"].value.casefold()}
    if not named:
        return []
    told = {row["n"].value for row in _solutions(store, _PLACED if parameter == "place" else _INVOLVED)}
    if named & told:
        return []
    what = "no event is said to have been there" if parameter == "place" else "it has a part in no event"
    return [Reason(f"“{asked}” is in the graph, but {what}", "", parameter)]


def _outside(store: Store, parameter: str, kind: str, day: str) -> list[Reason]:
    """That a period begins after the last dated event, or ends before the first."""
    (span,) = _solutions(store, _SPAN)
    first, last = (str(getattr(span[name], "value", "")) for name in ("first", "last"))
    if not first or not last or (day <= last if kind == "first-day" else day >= first):
        return []
    side = "after the last" if kind == "first-day" else "before the first"
    return [
        Reason(f"the dated events of the graph lie between {first} and {last}; {day} is {side} of them", "", parameter)
    ]


def _solutions(store: Store, sparql: str) -> list[Mapping[str, Literal]]:
    found = store.query(sparql, use_default_graph_as_union=True)
    return list(found)  # type: ignore[arg-type]


def _count(store: Store, sparql: str) -> int:
    return int(_solutions(store, sparql)[0]["n"].value)


def _rows(number: int) -> str:
    return f"{number} row{'' if number == 1 else 's'}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
