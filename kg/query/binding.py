"""Binds parameters in the query itself, for stores to which no triple can be added.

The pattern ``param:this param:place ?place`` becomes ``VALUES ?place { "Homs" }``: what a parameter's triple would have
matched. The term is written by the RDF library, as data of a VALUES block; nothing of it is ever read as SPARQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.parameters import NAMESPACE
from kg.store.sparql import Token, tokens

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

_NEVER = "FILTER(false)"
_ALWAYS = "FILTER(true)"


def inline(sparql: str, terms: Mapping[str, NamedNode | Literal], name: str = "the query") -> str:
    """The query with its parameters in it; one that has no value matches nothing, as on a store without it.

    Raises:
        QueryError: a parameter is used otherwise than in a triple of its own.
    """
    found = list(tokens(sparql))
    prefixes = set(_prefixes(found))
    pieces: list[str] = []
    done = 0
    at = 0
    while at < len(found):
        token = found[at]
        if not _is(token, "this", prefixes) or (at and found[at - 1].is_word("PREFIX")):
            at += 1
            continue
        names, end = _path(found, at + 1, prefixes)
        if not names or end >= len(found) or found[end].kind == "sign":
            raise QueryError(f"{name}: a parameter is read in a triple of its own: param:this param:NAME ?value")
        after = found[end + 1].text if end + 1 < len(found) else ""
        if after in (";", ","):
            raise QueryError(f"{name}: every parameter needs a triple of its own, without “{after}”")
        pieces += [sparql[done : token.begin], _pattern(found[end], [terms[n] for n in names if n in terms], name)]
        done = found[end].end
        at = end + 1
    return "".join([*pieces, sparql[done:]])


def _prefixes(found: list[Token]) -> Iterator[str]:
    """The prefixes that stand for the namespace of parameters."""
    for before, label, iri in zip(found, found[1:], found[2:], strict=False):
        if before.is_word("PREFIX") and iri.text == f"<{NAMESPACE}>":
            yield label.text


def _local(token: Token, prefixes: set[str]) -> str | None:
    if token.kind == "iri" and token.text.startswith(f"<{NAMESPACE}"):
        return token.text[len(NAMESPACE) + 1 : -1]
    prefix, colon, local = token.text.partition(":")
    return local if token.kind == "name" and prefix + colon in prefixes else None


def _is(token: Token, local: str, prefixes: set[str]) -> bool:
    return _local(token, prefixes) == local


def _path(found: list[Token], at: int, prefixes: set[str]) -> tuple[list[str], int]:
    """The parameters that a pattern reads, alternatives of a path, and where its object stands."""
    names: list[str] = []
    while at < len(found):
        local = _local(found[at], prefixes)
        if local is None:
            return [], at
        names.append(local)
        at += 1
        if at >= len(found) or found[at].text != "|":
            return names, at
        at += 1
    return [], at


def _pattern(value: Token, terms: list[NamedNode | Literal], name: str) -> str:
    if value.kind == "variable":
        return f"VALUES {value.text} {{ {' '.join(map(str, terms))} }}"
    return _ALWAYS if _constant(value, name) in terms else _NEVER


def _constant(value: Token, name: str) -> NamedNode | Literal:
    from pyoxigraph import Literal, QuerySolutions, Store
    from pyoxigraph import NamedNode as Iri

    if value.kind == "iri":
        return Iri(value.text[1:-1])
    if value.kind in ("string", "number") or value.text in ("true", "false"):
        found = Store().query(f"SELECT ({value.text} AS ?x) {{}}")
        assert isinstance(found, QuerySolutions)
        term = next(found)["x"]
        assert isinstance(term, Literal)
        return term
    raise QueryError(f"{name}: a parameter is compared with a variable, a literal or an IRI, not with {value.text}")
