"""Readers: the corpora become one kind of sentence, with the labels that each corpus has."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.language.corpora import Sentence, read_conllu, read_universal_ner

NAME_TYPES = ("PER", "ORG", "LOC", "EVENT", "MISC")
NAMES = ("O", *(f"{mark}-{kind}" for kind in NAME_TYPES for mark in "BI"))
#: Corpora differ in what they call a name: each has its own small correction to the shared name head.
CORPORA = ("ewt", "gum", "crossner", "wnut17", "btc")
#: EWT's and BTC's annotators had no type for events or products: an O there may hide either.
_HIDDEN = {"ewt": ("EVENT", "MISC"), "btc": ("EVENT", "MISC")}
MENTION_TYPES = (
    "O",
    "person",
    "place",
    "organization",
    "object",
    "event",
    "time",
    "substance",
    "animal",
    "plant",
    "abstract",
)
_TO_NAME = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "person": "PER",
    "politician": "PER",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "corporation": "ORG",
    "group": "ORG",
    "organization": "ORG",
    "location": "LOC",
    "country": "LOC",
    "place": "LOC",
    "election": "EVENT",
    "event": "EVENT",
    "misc": "MISC",
    "product": "MISC",
    "creative-work": "MISC",
}


def hidden_types(corpus: str) -> tuple[str, ...]:
    """Name types which that corpus leaves unmarked, so that its O says nothing about them."""
    return _HIDDEN.get(corpus, ())


def read_gum(path: Path) -> Iterator[Sentence]:
    """GUM with mention heads and with names projected from its nested mentions."""
    misc = _misc_column(path)
    for sentence, column in zip(read_conllu(path, "gum"), misc, strict=True):
        mentions = ["O"] * len(sentence.words)
        for start, end, kind in sorted(_gum_spans(column), key=lambda s: s[0] - s[1]):
            head = _head(sentence, start, end)
            mentions[head] = kind
            sentence.spans.append((start, end, kind))
        sentence.mentions = mentions
        sentence.names = _project(sentence)
        yield sentence


def _misc_column(path: Path) -> Iterator[list[str]]:
    column: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[0].isdigit() and line.split("\t", 1)[0].isdigit():
                column.append(line.rstrip("\n").split("\t")[9])
            elif line == "\n" and column:
                yield column
                column = []
    if column:
        yield column


def _gum_spans(column: list[str]) -> Iterator[tuple[int, int, str]]:
    opened: list[tuple[str, str, int]] = []
    for i, misc in enumerate(column):
        value = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]*\)?|[^()]*\)", value):
            if part.startswith("("):
                fields = part.strip("()").split("-")
                kind = fields[1] if len(fields) > 1 else ""
                if part.endswith(")"):
                    if kind in MENTION_TYPES:
                        yield i, i + 1, kind
                else:
                    opened.append((fields[0], kind, i))
            else:
                key = part[:-1].split("-")[0]
                for k in range(len(opened) - 1, -1, -1):
                    if opened[k][0] == key:
                        _, kind, start = opened.pop(k)
                        if kind in MENTION_TYPES:
                            yield start, i + 1, kind
                        break


def _head(sentence: Sentence, start: int, end: int) -> int:
    assert sentence.heads is not None
    for i in range(start, end):
        head = sentence.heads[i]
        if (head == i or not start <= head < end) and sentence.upos and sentence.upos[i] != "PUNCT":
            return i
    return start


_PROPER = {"NNP", "NNPS"}
_TITLES_TEXT = """
president vice prime minister secretary ambassador general major colonel captain lieutenant sergeant
admiral mr. mr mrs. mrs ms. ms dr. dr sir king queen prince princess senator sen. rep. gov. governor
professor prof. judge justice chancellor mayor chief director pope bishop rev. reverend father sheikh
foreign deputy former lord lady officer representative congressman saint detective inspector sheriff coach
commander chairman ceo us u.s. uk state
"""
TITLES = frozenset(_TITLES_TEXT.split())
_INSIDE = {"of", "the", "for", "and", "&", "-", "de", "al", "bin", "'s", "’s"}


def _project(sentence: Sentence) -> list[str]:
    """Names: the run of proper nouns around the head of a mention ("of the X" goes with bodies and
    places)."""
    assert sentence.xpos is not None
    xpos, words, size = sentence.xpos, sentence.words, len(sentence.words)
    names = ["O"] * size
    for start, end, kind in sentence.spans:  # longest first, so that the inner mention does not cut the outer
        head = _head(sentence, start, end)
        if xpos[head] not in _PROPER or kind == "time":
            continue
        label = _TO_NAME.get(kind, "MISC")
        low = high = head
        while low > start and (
            xpos[low - 1] in _PROPER or (xpos[low - 1] == "HYPH" and low - 2 >= start and xpos[low - 2] in _PROPER)
        ):
            low -= 1
        while high + 1 < end:
            if xpos[high + 1] in _PROPER or (xpos[high + 1] == "CD" and words[high + 1].isdigit() and kind == "event"):
                high += 1
                continue
            # "Department of Defense", "Bank for Reconstruction and Development", "Al - Qaeda"
            step = high + 1
            while step < end and step - high <= 2 and words[step].lower() in _INSIDE:
                step += 1
            joins = words[high + 1] == "-" or label in ("ORG", "EVENT", "LOC")
            if high + 1 < step < end and xpos[step] in _PROPER and joins and words[high + 1] not in ("and", "'s", "’s"):
                high = step
                continue
            break
        if label == "PER":
            while low <= high and words[low].lower() in TITLES:
                low += 1
            if low > high:
                continue
        if any(names[i] != "O" for i in range(low, high + 1)):
            continue
        names[low : high + 1] = [f"B-{label}"] + [f"I-{label}"] * (high - low)
    return names


def read_columns(paths: Iterable[Path], corpus: str, separator: str = "\t") -> Iterator[Sentence]:
    """CoNLL-style two-column files; a blank line ends a sentence."""
    number = 0
    for path in paths:
        words: list[str] = []
        names: list[str] = []
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            cells = line.rstrip().split(separator)
            if len(cells) < 2 or not cells[0].strip():
                if words:
                    number += 1
                    yield Sentence(f"{corpus}-{number}", words, corpus, names=_mapped(names))
                words, names = [], []
                continue
            words.append(cells[0].strip())
            names.append(cells[1].strip().split(",")[0])


def _mapped(labels: list[str]) -> list[str]:
    out = []
    for label in labels:
        mark, _, kind = label.partition("-")
        out.append(f"{mark}-{_TO_NAME[kind]}" if kind in _TO_NAME else "O")
    return out


def load_ewt(root: Path, split: str) -> list[Sentence]:
    """UD English EWT, without names."""
    return list(read_conllu(root / f"ud/en_ewt-ud-{split}.conllu.gz", "ewt"))


def load_gum(root: Path, split: str) -> list[Sentence]:
    """UD English GUM with names and mention heads."""
    return list(read_gum(root / f"ud/en_gum-ud-{split}.conllu.gz"))


def load_names(root: Path) -> dict[str, list[Sentence]]:
    """The corpora that have name labels only. EWT-test is not among them: it is for reports."""
    ner = root / "ner"
    return {
        "ewt": list(read_universal_ner(ner / "en_ewt-ud-dev.ner.iob2")),
        "crossner": list(
            read_columns([ner / f"crossner-politics/{n}.txt" for n in ("train", "dev", "test")], "crossner")
        ),
        "wnut17": list(
            read_columns(
                [ner / f"wnut17/{n}" for n in ("wnut17train.conll", "emerging.dev.conll", "emerging.test.annotated")],
                "wnut17",
            )
        ),
        "btc": list(read_columns(sorted((ner / "btc").glob("*.conll")), "btc")),
    }
