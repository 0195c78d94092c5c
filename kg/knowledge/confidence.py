"""How often readings of a kind are right, as measured on annotated reports."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import KnowledgeError

_FILE = Path(__file__).parent / "data" / "confidence.toml"
_TOLD = 4  # what can be told of a killing: a speaker, who did it, when, where


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares in [0, 1]: ``killed`` by how much is told of a killing, from nothing to all four; ``harmed`` of others."""

    killed: tuple[float, ...]
    harmed: float


def load(path: Path = _FILE) -> Measured:
    """The measured shares of a file.

    Raises:
        KnowledgeError: the file does not follow the format.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found = Measured(tuple(float(value) for value in data["killed"]), float(data["harmed"]))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"{path}: {error}") from error
    if len(found.killed) != _TOLD + 1 or not all(0 <= value <= 1 for value in (*found.killed, found.harmed)):
        raise KnowledgeError(f"{path}: needs {_TOLD + 1} shares for killings and one for others, each from 0 to 1")
    return found


@cache
def default() -> Measured:
    """The bundled shares."""
    return load()
