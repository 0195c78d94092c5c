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
_ASCII_TOKEN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
_ASCII_LETTERS = re.compile("[A-Za-z]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
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
    scripts = _scripts(sample)
    if not scripts:
        return "holds no words"
    script, most = scripts.most_common(1)[0]
    if script != "LATIN" and most * 2 > scripts.total():
        return f"not English: written in {script.title()} script"
    tokens = (_ASCII_TOKEN if sample.isascii() else _TOKEN).findall(sample.replace("’", "'"))
    # Articles inside names (Los Angeles, El Obeid) are capitalised in English texts and say nothing of the
    # language.
    capitals = sample.upper() == sample
    english = 0
    found = dict.fromkeys(_rivals(), 0)
    listed = _listed()
    for token in tokens:
        word = token.lower()
        for name in listed.get(word, ()):
            if name == "English":
                english += 1
            elif capitals or token == word:
                found[name] += 1
    (hits, rival), (next_hits, _) = sorted(((hits, name) for name, hits in found.items()), reverse=True)[:2]
    if hits > english and (hits >= 3 or (hits == 2 and english == 0)):
        return f"not English: reads like {rival}" if hits >= 1.2 * next_hits else "not English"
    if len(tokens) >= _ENOUGH_WORDS and english < _LOWEST_SHARE * len(tokens):
        return "not English: too few English function words"
    return None


def _scripts(sample: str) -> Counter[str]:
    """How many letters of each script there are, as far as it matters; those of ASCII are not looked at singly."""
    if sample.isascii():
        return Counter({"LATIN": 1} if _ASCII_LETTERS.search(sample) else {})
    others = len(_ASCII_LETTERS.sub("", sample))
    scripts = Counter({"LATIN": len(sample) - others} if others < len(sample) else {})
    for char, count in Counter(_NOT_ASCII.findall(sample)).items():
        if char.isalpha():
            scripts[_script(char)] += count
    return scripts


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").split()[0]


@cache
def _function_words() -> dict[str, frozenset[str]]:
    with _WORDS.open("rb") as stream:
        return {name: frozenset(entry["words"].split()) for name, entry in tomllib.load(stream).items()}


@cache
def _rivals() -> tuple[str, ...]:
    return tuple(name for name in _function_words() if name != "English")


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """The languages of each function word."""
    lists = _function_words()
    words = frozenset().union(*lists.values())
    return {word: tuple(name for name, listed in lists.items() if word in listed) for word in words}
