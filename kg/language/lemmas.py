"""Dictionary forms: a table of what rules get wrong, and rules for the rest.

The table is learnt from treebanks; a rule that has to choose between two possible stems ("raided": raid or
raide?) takes the one that is a known dictionary form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.errors import ModelError

_VOWELS = set("aeiou")
#: Endings of a verb's stem after which English writes a silent e: "raz|ed", "rescu|ed", "seiz|ing".
_WANTS_E = (
    "at",
    "iz",
    "uc",
    "rg",
    "dg",
    "ng",
    "rc",
    "nc",
    "v",
    "u",
    "bl",
    "tl",
    "dl",
    "gl",
    "pl",
    "ckl",
    "ffl",
    "iv",
    "um",
)
#: One vowel and one consonant, which would be doubled ("stunned") if nothing stood behind it: "ston|ed", "knif|ed".
_SILENT = re.compile("[^aeiou]*[aeiou][bcdfgklmnprstvz]")
_VERBAL = {"VERB", "AUX"}


def _stem(base: str) -> Iterator[str]:
    """Possible stems of a verb that lost -ed or -ing, the likeliest first."""
    if _SILENT.fullmatch(base):
        yield base + "e"
    doubled = len(base) > 2 and base[-1] == base[-2] and base[-1] not in "fhlsz" and base[-1] not in _VOWELS
    if doubled:
        yield base[:-1]
    if base.endswith(_WANTS_E) or (len(base) > 2 and base[-1] in "sz" and base[-2] in _VOWELS):
        yield base + "e"
        yield base
    else:
        yield base
        yield base + "e"
    if len(base) > 2 and base[-1] == base[-2]:
        yield base[:-1]


def _candidates(word: str, pos: str, tag: str) -> Iterator[str]:
    if pos in _VERBAL or (pos == "ADJ" and tag in ("VBN", "VBG")):
        if word.endswith("ied") and len(word) > 4:
            yield word[:-3] + "y"
        if word.endswith("eed") and len(word) > 4:
            yield word[:-1]
        if word.endswith("ed") and len(word) > 3:
            yield from _stem(word[:-2])
        if word.endswith("ying") and len(word) == 5:
            yield word[0] + "ie"
        if word.endswith("ing") and len(word) > 4:
            yield from _stem(word[:-3])
    third = pos in _VERBAL and (tag == "VBZ" or not tag)
    if third or (pos in ("NOUN", "PROPN") and tag != "NN"):
        if word.endswith("ies") and len(word) > 4:
            yield word[:-3] + "y"
        if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
            yield word[:-2]
        if word.endswith("men") and pos == "NOUN":
            yield word[:-3] + "man"
        if word.endswith("s") and not word.endswith("ss") and len(word) > 2:
            yield word[:-1]
        if word.endswith("es") and len(word) > 3:
            yield word[:-2]
    if pos in ("ADJ", "ADV") and tag in ("JJR", "RBR", "JJS", "RBS"):
        for ending in ("er", "est"):
            if word.endswith(ending):
                base = word[: -len(ending)]
                if base.endswith("i"):
                    yield base[:-1] + "y"
                yield from _stem(base)


class Lemmas:
    """Dictionary forms by word, part of speech and tag."""

    def __init__(self, table: Mapping[str, Mapping[str, str]], known: Mapping[str, list[str]]) -> None:
        self._table = table
        self._known = {pos: frozenset(words) for pos, words in known.items()}
        self._memory: dict[tuple[str, str, str], str] = {}

    def __call__(self, word: str, pos: str, tag: str) -> str:
        """The dictionary form; a name stays as it is written."""
        key = (word, pos, tag)
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) > 100_000:
                self._memory.clear()
            found = self._memory[key] = self._find(word, pos, tag)
        return found

    def _find(self, word: str, pos: str, tag: str) -> str:
        if pos == "PROPN" and tag == "NNPS" and word[-1:] == "s" and len(word) > 3:
            return word[:-1]
        if pos in ("PROPN", "PUNCT", "SYM", "X", "SPACE"):
            return word
        low = word.lower().replace("’", "'")
        for name in (f"{pos}/{tag}", pos):
            table = self._table.get(name)
            if table and low in table:
                return table[low]
        family = "VERB" if pos == "AUX" else pos
        known = self._known.get(family, frozenset())
        if low in known and tag in ("VB", "VBP", "NN", "JJ", ""):
            return low
        return self.rule(low, pos, tag)

    def rule(self, low: str, pos: str, tag: str) -> str:
        """What the rules alone make of a lower-case word."""
        known = self._known.get("VERB" if pos == "AUX" else pos, frozenset())
        if tag == "VBN" and low.endswith("n"):  # "beaten", "mown": participles that the treebanks may not have
            stem = next((base for base in (low[:-2], low[:-1]) if len(base) > 2 and base in known), None)
            if stem is not None:
                return stem
        options = list(dict.fromkeys(_candidates(low, pos, tag)))
        return next((option for option in options if option in known), options[0] if options else low)


def load_lemmas(folder: Path) -> Lemmas:
    """The lemma table of a model folder.

    Raises:
        ModelError: it is not there or cannot be read.
    """
    try:
        data = json.loads((folder / "lemmas.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no lemma table in {folder}: {error}") from error
    return Lemmas(data["table"], data["known"])
