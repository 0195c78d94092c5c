"""The same text gives the same bytes in every process: nothing may hang on hash seeds or object addresses.

A spaCy token hashes by the address of its Doc and a string by the process's seed, so the order of a set of them
changes from run to run. Sets are for asking what is in them; whoever walks over one sorts it first.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

_PACKAGE = Path(kg.__file__).parent
_SEEDS = Path(__file__).parents[2] / "seeds"


def _walked(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension):
            yield node.iter


def _is_set(expression: ast.expr) -> bool:
    if isinstance(expression, ast.BinOp) and isinstance(expression.op, ast.BitOr | ast.BitAnd | ast.Sub):
        return _is_set(expression.left) or _is_set(expression.right)
    if isinstance(expression, ast.Call) and isinstance(expression.func, ast.Name):
        return expression.func.id in ("set", "frozenset")
    return isinstance(expression, ast.Set | ast.SetComp)


def _sets_walked_for_order(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unordered = {
        id(generator.iter)
        for node in ast.walk(tree)
        if isinstance(node, ast.SetComp | ast.DictComp)
        for generator in node.generators
    }
    for expression in _walked(tree):
        if _is_set(expression) and id(expression) not in unordered:
            yield f"{path.relative_to(_PACKAGE)}:{expression.lineno}: for … in {ast.unparse(expression)}"


def test_no_loop_walks_over_a_set() -> None:
    found = [line for path in sorted(_PACKAGE.rglob("*.py")) for line in _sets_walked_for_order(path)]
    assert not found, "the order of a set differs from run to run; sort it first:\n" + "\n".join(found)


@pytest.mark.model
def test_processes_with_other_hashes_and_addresses_write_the_same_bytes() -> None:
    program = (
        "import random, sys\n"
        "from kg.cli import main\n"
        "moved = [bytearray(random.randrange(64, 4096)) for _ in range(random.randrange(20_000))]\n"
        "sys.argv = ['kg', 'build', sys.argv[1], '-o', '-']\n"
        "main()\n"
    )
    written = set()
    for seed in ("0", "1", "77", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", program, str(_SEEDS / "13-westgate-wire.txt")],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        written.add(run.stdout)
    assert len(written) == 1
