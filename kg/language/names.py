"""From the network's probabilities to names: `doc.ents`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span, Token

from kg.language.network import Floats
from kg.language.words import (
    COUNTRIES,
    FACILITY_NOUNS,
    TITLES,
    VEHICLE_NOUNS,
    WEAPON_NOUNS,
    is_people,
    thing_of,
)

LABELS = ("PERSON", "ORG", "LOC", "NORP", "WEAPON", "VEHICLE", "FAC", "EVENT")
_FROM_NETWORK = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "EVENT": "EVENT"}
_THINGS = ("WEAPON", "VEHICLE")
_JOINING = {"compound", "flat", "goeswith"}
_NOMINAL = {"NOUN", "PROPN", "ADJ"}
_MARKS = frozenset(["(", ")", "[", "]", ",", "-", "–", "—", "--", ":", ";", "‘", "’"])
#: A word that the tree joins to a name stays out of it if the network is this sure that it is none.
SURE_OUTSIDE = 0.85

Found = tuple[int, int, str]


def spans_of(labels: Sequence[str]) -> list[Found]:
    """Spans (begin, end, type) of BIO labels; an I that continues nothing begins a span."""
    out: list[Found] = []
    begin, kind = 0, ""
    for i, label in enumerate([*labels, "O"]):
        mark, _, named = label.partition("-")
        if kind and (mark != "I" or named != kind):
            out.append((begin, i, kind))
            kind = ""
        if named and not kind:
            begin, kind = i, named
    return out


def names(doc: Doc, places: Sequence[int], scores: Floats, inventory: Sequence[str]) -> list[Span]:
    """Names in text order, none overlapping. `places` are the token indices of the network's words."""
    if not len(places):
        return []
    outside = dict(zip(places, scores[:, inventory.index("O")].tolist(), strict=True))
    found: list[Found] = []
    for begin, end, kind in spans_of([inventory[i] for i in best_labels(scores, inventory)]):
        found.extend((low, high, kind) for low, high in _pieces(doc, places[begin], places[end - 1] + 1))
    found = [
        (low, high, label) for low, high, kind in _joined(doc, found, outside) if (label := _label(doc[low:high], kind))
    ]
    taken = {i for low, high, _ in found for i in range(low, high)}
    for i in places:
        # Only capitals and digits begin a listed name.
        if i not in taken and not (token := doc[i]).is_lower and (label := _listed(token)):
            found.append((i, i + 1, label))
    return [Span(doc, low, high, label=label) for low, high, label in _things(sorted(found))]


def best_labels(scores: Floats, inventory: Sequence[str]) -> list[int]:
    """The likeliest label of each word (indices) among the sequences in which every I continues a name of its type.

    Word by word the likeliest labels mostly are such a sequence already. Where they are not ("B-PER I-ORG"), the
    stretch between the nearest words that are surely outside is decided as a whole (Viterbi).
    """
    labels: list[int] = scores.argmax(-1).tolist()
    follows = _may_follow(tuple(inventory))
    outside = inventory.index("O")
    broken = [i for i, label in enumerate(labels) if not follows[labels[i - 1] if i else outside, label]]
    done = 0
    for i in broken:
        if i < done:
            continue
        low, high = i, i + 1
        while low > 0 and not (labels[low - 1] == outside and scores[low - 1, outside] > SURE_OUTSIDE):
            low -= 1
        while high < len(labels) and labels[high] != outside:
            high += 1
        labels[low:high] = _viterbi(scores[low:high], follows, outside)
        done = high
    return labels


@lru_cache(maxsize=8)
def _may_follow(inventory: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    """Which label may stand behind which: an I only behind the B or I of its type."""
    allowed = np.ones((len(inventory), len(inventory)), dtype=np.bool_)
    for second, label in enumerate(inventory):
        if label.startswith("I-"):
            allowed[:, second] = [first in (label, f"B-{label[2:]}") for first in inventory]
    return allowed


def _viterbi(scores: Floats, follows: npt.NDArray[np.bool_], outside: int) -> list[int]:
    steps = np.where(follows, 0.0, -np.inf)
    logs = np.log(scores.astype(np.float64) + 1e-9)
    best = logs[0] + steps[outside]
    back = []
    for row in logs[1:]:
        ways = best[:, None] + steps
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def _pieces(doc: Doc, low: int, high: int) -> list[tuple[int, int]]:
    """The parts of a span between sentence boundaries, without marks and possessives at their ends."""
    cuts = [low, *(i for i in range(low + 1, high) if doc[i].is_sent_start), high]
    out = []
    for begin, end in pairwise(cuts):
        while begin < end and _edge(doc[begin]):
            begin += 1
        while begin < end and (_edge(doc[end - 1]) or doc[end - 1].tag_ == "POS"):
            end -= 1
        if begin < end:
            out.append((begin, end))
    return out


def _edge(token: Token) -> bool:
    small = token.pos_ in ("ADP", "DET", "CCONJ") and token.text.islower()
    return small or token.is_space or token.is_quote or token.text in _MARKS


def _joined(doc: Doc, found: list[Found], outside: dict[int, float]) -> list[Found]:
    """Names with what the tree joins to them: "Black" and "Sea", "Jihadi" and "John"."""
    taken = np.full(len(doc), -1, dtype=np.int64)
    for number, (low, high, _) in enumerate(found):
        taken[low:high] = number
    out: list[Found] = []
    for number, (low, high, kind) in enumerate(found):
        if kind in ("PER", "ORG", "LOC"):
            while low > 0 and taken[low - 1] < 0 and _joins(doc, low - 1, low, high, outside):
                low -= 1
            while high < len(doc) and taken[high] < 0 and _joins(doc, high, low, high, outside):
                high += 1
            if out and out[-1][2] == kind and _linked(doc, out[-1], low, high):
                low = out.pop()[0]
            elif out and _hyphenated(doc, out[-1][1], low):
                kind = "PER" if "PER" in (kind, out[-1][2]) else kind
                low = out.pop()[0]
        taken[low:high] = number
        out.append((low, high, kind))
    return out


def _joins(doc: Doc, i: int, low: int, high: int, outside: dict[int, float]) -> bool:
    token = doc[i]
    if token.pos_ not in _NOMINAL or outside.get(i, 1.0) >= SURE_OUTSIDE or not token.text[:1].isupper():
        return False
    down = token.dep_ in _JOINING and low <= token.head.i < high
    up = any(doc[k].dep_ in (*_JOINING, "amod") and doc[k].head.i == i for k in range(low, high))
    return down or up


def _linked(doc: Doc, before: Found, low: int, high: int) -> bool:
    """Whether the tree makes one name of two with nothing but quotation marks between them."""
    if not all(token.is_quote for token in doc[before[1] : low]):
        return False
    first, second = doc[before[0] : before[1]].root, doc[low:high].root
    return (first.dep_ in _JOINING and first.head == second) or (second.dep_ in _JOINING and second.head == first)


def _hyphenated(doc: Doc, end: int, low: int) -> bool:
    """Whether nothing but a hyphen, without spaces, lies between two names: "al" and "Jabouri"."""
    return low == end + 1 and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_


def _label(span: Span, kind: str) -> str | None:
    if all(is_people(token.text) for token in span):
        return "NORP"
    if not any(token.pos_ == "PROPN" or not token.text.islower() for token in span):
        return None  # "the tribe", "a defence ministry"
    whole = span.text.lower().removesuffix(".")
    if whole in TITLES:
        return None
    if whole in COUNTRIES and (kind == "ORG" or (kind == "PER" and span[0].dep_ not in _JOINING)):
        return "LOC"
    last = span[-1].text
    if kind in ("MISC", "ORG") and (thing := thing_of(last) or thing_of(span[0].text)):
        return thing
    if kind == "MISC":
        noun = last.lower().removesuffix("s")
        return "WEAPON" if noun in WEAPON_NOUNS else "VEHICLE" if noun in VEHICLE_NOUNS else None
    if kind == "LOC" and len(span) > 1 and last.lower() in FACILITY_NOUNS:
        return "FAC"
    return _FROM_NETWORK.get(kind)


def _listed(token: Token) -> str | None:
    """Weapons, vehicles and peoples that the network does not call names."""
    if thing := thing_of(token.text):
        return thing
    people = token.pos_ in _NOMINAL and token.text[:1].isupper() and is_people(token.text)
    return "NORP" if people else None


def _things(found: list[Found]) -> list[Found]:
    """Side by side, two names of a thing are one: "MQ-9" and "Reaper"."""
    out: list[Found] = []
    for low, high, label in found:
        if out and label in _THINGS and out[-1][1:] == (low, label):
            low = out.pop()[0]
        out.append((low, high, label))
    return out
