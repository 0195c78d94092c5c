"""Tells English from other languages by function words and scripts, without a model."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).with_name("function_words.toml")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Long enough to judge, short enough to stay cheap: a report shows its language in its first pages.
_SAMPLE = 20_000
# Running English has 35 to 50 % of its words among the listed ones, headlines and captions at least 10.
_LOWEST_SHARE = 0.10
_ENOUGH_WORDS = 15


def why_not_english(text: str) -> str | None:
    """The reason for taking a text as not English, None where it is English or too short to say.

    A few words without any sign of another language pass: a headline is no ground for refusing a report.
    """
    sample = text[:_SAMPLE]
    letters = {char: count for char, count in Counter(sample).items() if char.isalpha()}
    if not letters:
        return "holds no words"
    scripts: Counter[str] = Counter()
    for char, count in letters.items():
        scripts[_script(char)] += count
    script, most = scripts.most_common(1)[0]
    if script != "LATIN" and most * 2 > scripts.total():
        return f"not English: written in {script.title()} script"
    tokens = _TOKEN.findall(sample.replace("’", "'"))
    lists = _function_words()
    english = sum(token.lower() in lists["English"] for token in tokens)
    # Articles inside names (Los Angeles, El Obeid) are capitalised in English texts and say nothing of the
    # language.
    capitals = sample.upper() == sample
    uncapped = Counter(token.lower() for token in tokens if capitals or token.islower())
    rivals = sorted(
        ((sum(uncapped[word] for word in listed), name) for name, listed in lists.items() if name != "English"),
        reverse=True,
    )
    (hits, rival), (next_hits, _) = rivals[:2]
    if hits > english and (hits >= 3 or (hits == 2 and english == 0)):
        return f"not English: reads like {rival}" if hits >= 1.2 * next_hits else "not English"
    if len(tokens) >= _ENOUGH_WORDS and english < _LOWEST_SHARE * len(tokens):
        return "not English: too few English function words"
    return None


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").split()[0]


@cache
def _function_words() -> dict[str, frozenset[str]]:
    with _WORDS.open("rb") as stream:
        return {name: frozenset(entry["words"].split()) for name, entry in tomllib.load(stream).items()}
