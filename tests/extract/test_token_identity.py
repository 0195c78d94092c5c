"""Two looks at one word of a spaCy Doc give two objects: its tokens are equal, not identical.

``token.head is token`` is not true at a root, ``child is word`` never; code that asks so walks on at the
top of a sentence and misses every match. Tokens are compared with ``==`` or by their ``.i``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import kg
from kg.extract.syntax.clauses import embedding
from tests.extract.docs import doc

# What the code calls tokens; names of other things may be compared by identity.
_TOKENS = {"token", "head", "lower", "upper", "word", "verb", "noun", "step", "whole", "top", "root"}


def _name(side: ast.expr) -> str:
    return side.attr if isinstance(side, ast.Attribute) else side.id if isinstance(side, ast.Name) else ""


def _comparisons(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Is | ast.IsNot):
            sides = (node.left, node.comparators[0])
            if all(_name(side) for side in sides) and _TOKENS & {_name(side) for side in sides}:
                yield f"{path.name}:{node.lineno}: {ast.unparse(node)}"


def test_tokens_are_not_compared_by_identity() -> None:
    package = Path(kg.__file__).parent
    paths = sorted((package / "language").rglob("*.py"))
    found = [line for path in paths for line in _comparisons(path)]
    assert not found, "compare tokens with == or by .i:\n" + "\n".join(found)


def test_the_way_up_ends_at_the_top_of_the_sentence() -> None:
    parsed = doc(
        """
        Police NNS NOUN nsubj 2
        said VBD VERB ROOT 2 say
        rebels NNS NOUN nsubj 4
        killed VBD VERB ccomp 2 kill
        him PRP PRON obj 4
        """
    )
    assert [(lower.text, upper.text) for _, lower, upper in embedding(parsed[4])] == [
        ("him", "killed"),
        ("killed", "said"),
    ]
