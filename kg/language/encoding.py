"""How a token is shown to the encoder: normal form, letter case, word pieces.

Training and run time share this module, so that the network never sees text prepared in two ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP, UNK, MASK = "[CLS]", "[SEP]", "[UNK]", "[MASK]"

#: Letter-case classes; they give an uncased encoder back what it lost. The order is part of the model.
CASES = ("digits", "mixed", "none", "lower", "upper", "single", "title", "other")
CASE_ID = {name: index for index, name in enumerate(CASES)}

#: A word such as a long web address keeps its first and last pieces only.
MAX_PIECES = 8
#: Beyond this many characters the middle of a token says nothing about its syntax.
MAX_CHARS = 80

# Typographic marks in news text; the corpora use both forms, the encoder should see one.
_PLAIN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "―": "-",
        "\u00ad": None,
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\ufeff": None,
        "\u00a0": " ",
    }
)
_WHOLE = {"''": '"', "``": '"', "--": "-", "---": "-", "…": "...", "-LRB-": "(", "-RRB-": ")"}


def normal(word: str) -> str:
    """The form of a token that the word-piece table is asked for."""
    plain = word.translate(_PLAIN)
    plain = _WHOLE.get(plain, plain)
    if len(plain) > MAX_CHARS:
        plain = plain[: MAX_CHARS // 2] + plain[-MAX_CHARS // 2 :]
    return plain


@lru_cache(maxsize=1 << 16)
def case_of(word: str) -> int:
    """The letter-case class of a token, as an index into `CASES`."""
    letters = [char for char in word if char.isalpha()]
    if not letters:
        if any(char.isdigit() for char in word):
            return CASE_ID["digits"] if word.isdigit() else CASE_ID["mixed"]
        return CASE_ID["none"]
    upper = sum(char.isupper() for char in letters)
    if upper == 0:
        return CASE_ID["lower"]
    if upper == len(letters):
        return CASE_ID["single"] if len(letters) == 1 else CASE_ID["upper"]
    if upper == 1 and letters[0].isupper():
        return CASE_ID["title"]
    return CASE_ID["other"]


class Pieces:
    """Word-piece ids of single tokens, remembered: news repeats its words."""

    def __init__(self, tokenizer: Tokenizer, remembered: int = 200_000) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._limit = remembered
        self._known: dict[str, tuple[int, ...]] = {}
        ids = [int(tokenizer.token_to_id(name) or 0) for name in (CLS, SEP, UNK, MASK)]
        self.cls, self.sep, self.unk, self.mask = ids

    def __call__(self, word: str) -> tuple[int, ...]:
        """At least one piece for any token, whatever its characters."""
        found = self._known.get(word)
        if found is None:
            ids = self._tokenizer.encode(normal(word), add_special_tokens=False).ids or [self.unk]
            if len(ids) > MAX_PIECES:
                ids = ids[: MAX_PIECES // 2] + ids[-MAX_PIECES // 2 :]
            found = tuple(ids)
            if len(self._known) >= self._limit:
                self._known.clear()
            self._known[word] = found
        return found

    def all(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each of several tokens.

        An uncased encoder takes the name IS for the verb; among words in small letters it is shown a longer
        form of the name instead.
        """
        if "IS" in words and sum(word.islower() for word in words) * 2 > len(words) // 2:
            words = ["ISIS" if word == "IS" else word for word in words]
        return [self(word) for word in words]
