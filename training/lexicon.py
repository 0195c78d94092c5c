"""Made-up sentences about weapons and military platforms, which the labelled corpora have too few of."""

from __future__ import annotations

import random
import re
import tomllib
from functools import cache
from pathlib import Path


@cache
def _lexicon() -> tuple[list[str], dict[str, list[str]]]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    words = {kind: text.replace("\n", "").split("|") for kind, text in data["words"].items()}
    return data["sentences"]["shapes"], words


def sentence(rng: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
    """A made-up sentence and its mentions as character spans."""
    shapes, words = _lexicon()
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
