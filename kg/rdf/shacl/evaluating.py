"""Asks the queries of the shapes in an Oxigraph store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store

from kg.rdf.findings import Finding
from kg.rdf.shacl.compiling import Check

_VARIABLE = re.compile(r"\{[?$](\w+)\}")


def broken(checks: Iterable[Check], store: Store) -> Iterator[Finding]:
    """Where the default graph of a store breaks constraints; the same finding may come more than once."""
    for check in checks:
        solutions = store.query(check.query)
        assert isinstance(solutions, QuerySolutions)
        columns = frozenset(variable.value for variable in solutions.variables)
        for solution in solutions:
            yield _finding(check, solution, columns)


def _finding(check: Check, solution: QuerySolution, columns: frozenset[str]) -> Finding:
    def text(name: str, missing: str) -> str:
        term = solution[name] if name in columns else None
        if isinstance(term, NamedNode | Literal):
            return term.value
        # A blank node has no name but the label that the file gives it.
        return missing if term is None else str(term)

    message = _VARIABLE.sub(lambda match: text(match[1], "?"), check.message)
    return Finding(check.severity, text("this", ""), message, text("value", ""))
