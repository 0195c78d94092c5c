"""Why a question has no answer: nothing in the graph, nothing accepted, or a parameter that nothing fits."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Mapping
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
_ACCEPTED = ("admitted", "corroborated", "single source")
_ALIKE = 3
_LONGEST = 40  # of a name that is offered instead; labels of events are longer


def reasons(info: QueryInfo, store: Store, terms: Mapping[str, NamedNode | Literal], answer: Answer) -> tuple[str, ...]:
    """Why there are no rows, the most telling reason first; never empty.

    ``terms`` are the parameters as they were asked with, ``answer`` asks the same question with others.
    """
    documents, events = _count(store, _DOCUMENTS), _count(store, _EVENTS)
    if not documents:
        return ("the graph holds no documents",)
    if not events:
        return (f"the graph holds {documents} documents and no events (kg why-not says why a report gave none)",)
    found = _unaccepted(info, terms, answer)
    for parameter in info.parameters:
        term = terms.get(parameter.name)
        if term is None or parameter.name == ALL or parameter.default is not None:
            continue
        if parameter.kind == "text":
            found += _unknown(store, parameter.name, term.value)
        rest = {name: value for name, value in terms.items() if name != parameter.name}
        if not parameter.required and (rows := answer(rest)):
            found.append(f"without --param {parameter.name}={term.value} there would be {_rows(len(rows))}")
    return tuple(found) or (f"none of the {events} events in the graph fits the question",)


def _unaccepted(info: QueryInfo, terms: Mapping[str, NamedNode | Literal], answer: Answer) -> list[str]:
    from pyoxigraph import Literal

    if not any(p.name == ALL for p in info.parameters) or getattr(terms.get(ALL), "value", "") == "true":
        return []
    rows = answer({**terms, ALL: Literal(True)})
    if not rows:
        return []
    kinds = Counter(row["status"] for row in rows if row.get("status", _ACCEPTED[0]) not in _ACCEPTED)
    told = f" ({', '.join(f'{number} {status}' for status, number in sorted(kinds.items()))})" if kinds else ""
    return [f"no rows among accepted facts; --all shows {_rows(len(rows))} that {_are(len(rows))} not accepted{told}"]


def _unknown(store: Store, parameter: str, asked: str) -> list[str]:
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
    return [f"nothing in the graph is called “{asked}” (--param {parameter}){hint}"]


def _solutions(store: Store, sparql: str) -> list[Mapping[str, Literal]]:
    found = store.query(sparql, use_default_graph_as_union=True)
    return list(found)  # type: ignore[arg-type]


def _count(store: Store, sparql: str) -> int:
    return int(_solutions(store, sparql)[0]["n"].value)


def _rows(number: int) -> str:
    return f"{number} row{'' if number == 1 else 's'}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
