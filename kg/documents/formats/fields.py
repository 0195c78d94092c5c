"""Which column of a table, which key of a record holds what: as the user says, else by the usual names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("fields.toml")
ROLES = ("text", "date", "title", "source", "author", "url", "id")


def guess(names: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """The field for each role that has one: the one the user named, else the first of the usual names there is."""
    there: dict[str, str] = {}
    for name in names:
        there.setdefault(_key(name), name)
    found = dict(given)
    for role, usual in _usual().items():
        known = next((there[key] for key in usual if key in there), None)
        if role not in found and known is not None:
            found[role] = known
    return found


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    with _FILE.open("rb") as stream:
        return {role: tuple(names.split()) for role, names in tomllib.load(stream)["fields"].items()}
