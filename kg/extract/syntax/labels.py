"""Dependents of a word by their relation to it."""

from __future__ import annotations

from kg.extract.syntax.relations import Dep
from kg.extract.syntax.tokens import Token

__all__ = ["Dep", "children", "dep", "related"]


def dep(token: Token) -> Dep:
    """The relation of a token to its head."""
    return token.relation


def children(token: Token, *relations: Dep) -> list[Token]:
    """Dependents of a token in these relations, in text order."""
    found = []
    for child in token.children:  # a comprehension is a call of its own, asked six times a word
        if child.relation in relations:
            found.append(child)
    return found


def related(token: Token) -> list[tuple[Dep, Token]]:
    """All dependents of a token with their relations, in text order."""
    return [(child.relation, child) for child in token.children]
