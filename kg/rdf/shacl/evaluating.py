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
    def shown(match: re.Match[str]) -> str:
        term = solution[match[1]] if match[1] in columns else None
        return term.value if isinstance(term, NamedNode | Literal) else "?"

    node = solution["this"]
    value = solution["value"] if "value" in columns else None
    return Finding(
        check.severity,
        getattr(node, "value", str(node)),
        _VARIABLE.sub(shown, check.message),
        "" if value is None else getattr(value, "value", str(value)),
    )
