"""The names of news agencies and broadcasters, by which bylines and datelines show where a report is from."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("agencies.toml")


def agency(name: str) -> str | None:
    """The one name of a known agency for any of its spellings, None for anything else."""
    return _spellings().get(_key(name))


def _key(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" .,*").casefold()


@cache
def _spellings() -> dict[str, str]:
    with _FILE.open("rb") as stream:
        agencies: dict[str, list[str]] = tomllib.load(stream)["agencies"]
    return {_key(spelling): name for name, others in agencies.items() for spelling in (name, *others)}
