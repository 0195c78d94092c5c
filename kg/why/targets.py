"""What a user means: an IRI, the last part of one, or part of a name."""

from __future__ import annotations

from kg.errors import QueryError
from kg.export.view import RDF
from kg.vocab import KGC
from kg.why.explaining import Explainer
from kg.why.records import Explanation

MOST = 20
"""More matches than this are a name that says too little."""


def explain(explainer: Explainer, asked: str) -> tuple[Explanation, ...]:
    """What the graph says of what is asked for, and why.

    An event is explained whole, a statement or claim alone, anything else by the statements that it plays a part in.

    Raises:
        QueryError: nothing is called so, or too much is; says what to give instead.
    """
    wanted: dict[str, set[str] | None] = {}
    for node in _nodes(explainer, asked):
        for subject, statement in _about(explainer, node):
            narrowed = wanted.setdefault(subject, set())
            if statement is None:
                wanted[subject] = None
            elif narrowed is not None:
                narrowed.add(statement)
    if not wanted:
        raise QueryError(f"{asked!r} is in the graph, but nothing is stated about it")
    return tuple(
        explainer.explain(subject, None if only is None else frozenset(only))
        for subject, only in sorted(wanted.items())
    )


def _about(explainer: Explainer, node: str) -> list[tuple[str, str | None]]:
    """The subjects to explain for a node, each with the one statement that is meant, or None for all."""
    view = explainer.view
    if node in view.statements:
        return [(node, None)]
    subject = view.one(node, RDF + "subject")
    if subject is not None:
        return [(subject, node)]
    content = view.all(node, str(KGC.content)) or explainer.mentioning.get(node, [])
    return [(view.one(statement, RDF + "subject") or "", statement) for statement in content]


def _nodes(explainer: Explainer, asked: str) -> list[str]:
    view = explainer.view
    if view.is_node(asked):
        return [asked]
    ends = [node for node in explainer.known if node.endswith(("/" + asked, "#" + asked))]
    if ends:
        return ends
    words = asked.casefold()
    named = [n for n in explainer.known if any(words in name.casefold() for name in explainer.names(n))]
    events = set(view.events)
    found = [node for node in named if node in events] or named
    if not found:
        raise QueryError(
            f"nothing in the graph is called {asked!r}: give an IRI, or part of a name as kg query shows it"
        )
    if len(found) > MOST:
        raise QueryError(f"{len(found)} things are called {asked!r}: say more of the name, or give an IRI")
    return found
