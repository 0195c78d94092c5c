"""Sentences parsed by hand, in both dependency schemes.

``sentences.txt`` holds them in Universal Dependencies in the format of ``docs.doc``, each under its own text;
spaCy's CLEAR labels are derived from these by the rules in which the two schemes differ.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.extract.syntax.tokens import Doc
from tests.extract.docs import doc

SCHEMES = ("ud", "clear")
_FILE = Path(__file__).with_name("sentences.txt")
_RENAMED = {
    "nsubj:pass": "nsubjpass",
    "aux:pass": "auxpass",
    "obj": "dobj",
    "iobj": "dative",
    "nmod:poss": "poss",
    "acl:relcl": "relcl",
    "compound:prt": "prt",
    "obl:unmarked": "npadvmod",
    "csubj": "ccomp",
}
_TEXT, _TAG, _POS, _DEP, _HEAD, _LEMMA = range(6)
_CLAUSE_PREPOSITIONS = frozenset({"of", "from", "for", "with", "by", "after", "before", "in"})


def parsed(text: str, scheme: str = "ud") -> Doc:
    """The hand-made parse of one of the sentences of the file."""
    rows = _tables()[text]
    return doc(rows if scheme == "ud" else clear(rows))


@cache
def _tables() -> dict[str, str]:
    blocks = _FILE.read_text(encoding="utf-8").split("# ")[1:]
    return {text: rows for text, _, rows in (block.strip().partition("\n") for block in blocks)}


def clear(rows: str) -> str:
    """The same sentence with CLEAR labels.

    Prepositions stand between a noun (or gerund) and its head, the copula above what it predicates, a reporting clause
    set behind its content above it; the rest are other names.
    """
    words = [line.split() for line in rows.strip().splitlines()]
    for word in words:
        if word[_DEP] == "cop":
            _raise_copula(words, word)
    for word in words:
        if word[_DEP] == "parataxis" and word[_LEMMA] == "say":
            _raise_speaker(words, word)
    for number, word in enumerate(words, 1):
        head = words[int(word[_HEAD]) - 1]
        if word[_DEP] == "case":
            _raise_preposition(words, word, head, number)
        elif word[_DEP] == "mark" and head[_TAG] == "VBG" and word[_LEMMA] in _CLAUSE_PREPOSITIONS:
            word[_DEP], word[_HEAD] = "prep", head[_HEAD]
            head[_DEP], head[_HEAD] = "pcomp", str(number)
        elif word[_DEP] == "mark" and word[_TAG] == "TO":
            word[_DEP] = "aux"
        elif word[_DEP] == "advmod" and word[_LEMMA] == "not":
            word[_DEP] = "neg"
        word[_DEP] = _RENAMED.get(word[_DEP], word[_DEP])
    return "\n".join(" ".join(word) for word in words)


def _raise_preposition(words: list[list[str]], word: list[str], noun: list[str], number: int) -> None:
    by = noun[_DEP] == "obl:agent"
    word[_DEP], word[_HEAD] = "agent" if by else "prep", noun[_HEAD]
    last = number
    for further in words[number:]:
        if further[_DEP] == "fixed" and further[_HEAD] == str(number):  # "according to": one hangs on the other
            last += 1
            further[_DEP] = "prep"
    noun[_DEP], noun[_HEAD] = "pobj", str(last)


def _raise_copula(words: list[list[str]], copula: list[str]) -> None:
    below, at = copula[_HEAD], str(words.index(copula) + 1)
    predicate = words[int(below) - 1]
    for other in words:
        if other[_HEAD] == below and other[_DEP] in ("nsubj", "expl", "mark", "aux", "punct", "csubj", "advcl"):
            other[_HEAD] = at
    copula[_DEP] = predicate[_DEP]
    copula[_HEAD] = at if predicate[_DEP] == "ROOT" else predicate[_HEAD]
    predicate[_DEP], predicate[_HEAD] = "acomp", at


def _raise_speaker(words: list[list[str]], verb: list[str]) -> None:
    at = str(words.index(verb) + 1)
    content = words[int(verb[_HEAD]) - 1]
    content[_DEP], content[_HEAD] = "ccomp", at
    verb[_DEP], verb[_HEAD] = "ROOT", at
