"""Made-up sentences about weapons and military platforms, and names to put in the place of names."""

from __future__ import annotations

import random
import re
import tomllib
from functools import cache
from pathlib import Path


@cache
def _lexicon() -> tuple[list[str], dict[str, list[str]], dict[str, list[str]]]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    words, names = (
        {kind: text.replace("\n", "").split("|") for kind, text in data[table].items()} for table in ("words", "names")
    )
    return data["sentences"]["shapes"], words, names


def name(kind: str, rng: random.Random) -> str:
    """Some name of a person (PER), body (ORG) or place (LOC)."""
    names = _lexicon()[2]
    if kind != "PER":
        return rng.choice(names[kind])
    roll = rng.random()
    first, last = rng.choice(names["first"]), rng.choice(names["last"])
    return last if roll < 0.3 else f"{first} {rng.choice(names['first'])} {last}" if roll > 0.85 else f"{first} {last}"


def places() -> frozenset[str]:
    """Names of places, with and without an article."""
    listed = _lexicon()[2]["LOC"]
    return frozenset([*listed, *(f"the {name}" for name in listed)])


def sentence(rng: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
    """A made-up sentence and its mentions as character spans."""
    shapes, words, _ = _lexicon()
    text = ""
    mentions = []
    for part in re.split(r"(\{\w+\})", rng.choice(shapes)):
        if not part.startswith("{"):
            text += part
            continue
        kind = part[1:-1]
        word = rng.choice(words[kind])
        if not text:
            word = word[0].upper() + word[1:]
        if kind != "number":
            mentions.append((len(text), len(text) + len(word), kind))
        text += word
    return text, mentions
