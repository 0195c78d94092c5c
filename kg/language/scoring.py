"""How found mentions are compared with re3d's: the "proper/head" measure.

A prediction is right if it has the type of an accepted mention, lies inside it (give or take two characters)
and covers its head. People, organisations, places and nationalities count where the head is capitalised;
times, weapons and military platforms always. A prediction on a span that the annotators rejected is neither
right nor wrong, and so is one inside a mention that does not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.language.corpora import Report

Mention = tuple[int, int, str]
TYPES = ("Person", "Organisation", "Location", "MilitaryPlatform", "Weapon", "Nationality", "Temporal")
_NAMED = {"Person", "Organisation", "Location", "Nationality"}
_AFTER_HEAD = re.compile(
    r",|\(|\[|\s(?:of|in|from|at|on|who|which|that|for|with|near|to|and|against|between|by|under|where|whose|-{1,2})\s"
)
_WORD = re.compile(r"[^\W_][\w\-\u2019'\.]*")
_DETERMINER = re.compile(r"^(?:the|a|an|this|these|those|their|its|his|her|our|mr|mrs|ms|dr)\.?\s+", re.IGNORECASE)
_TAIL = re.compile(r"(['\u2019]s|[\.\s'\u2019])+$")
_NO_HEAD_TEXT = (
    "he she it they we i you him her them us me his their its our my your himself themselves itself "
    "this these those that who which one some many others another each both all there here the a an "
    "someone anyone everyone "
)
_NO_HEAD = frozenset(_NO_HEAD_TEXT.split())


def head_of(text: str, begin: int, end: int) -> tuple[int, int]:
    """Where the head word of a mention is: the last word before its first comma or preposition."""
    span = text[begin:end]
    after = _AFTER_HEAD.search(span, 1)
    cut = after.start() if after and re.search(r"\w", span[: after.start()]) else len(span)
    words = [m for m in _WORD.finditer(span[:cut]) if m.group().lower() not in ("'s", "\u2019s")]
    if not words:
        return begin, end
    word = re.sub(r"(['\u2019]s|['\u2019]|\.)$", "", words[-1].group())
    at = begin + words[-1].start()
    return at, at + max(1, len(word))


def counts(text: str, mention: Mention) -> bool:
    """Whether finding this mention is asked for."""
    begin, end, kind = mention
    if kind not in _NAMED:
        return True
    low, high = head_of(text, begin, end)
    word = text[low:high]
    return word[:1].isupper() and word.lower() not in _NO_HEAD


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    if (determiner := _DETERMINER.match(text[begin:end])) and determiner.end() < end - begin:
        begin += determiner.end()
    if (tail := _TAIL.search(text[begin:end])) and tail.start() > 0:
        end = begin + tail.start()
    return begin, end


def _matches(text: str, found: Mention, gold: Mention) -> bool:
    low, high = head_of(text, gold[0], gold[1])
    return found[0] >= gold[0] - 2 and found[1] <= gold[1] + 2 and found[0] <= low and found[1] >= high


def tally(report: Report, found: Sequence[Mention]) -> Counter[str]:
    """How many were right, predicted and asked for, in one document; keys such as "Weapon right"."""
    out: Counter[str] = Counter()
    for kind in TYPES:
        gold = [m for m in report.mentions if m[2] == kind]
        mine = sorted({m for m in found if m[2] == kind})
        asked = [counts(report.text, m) for m in gold]
        links = [[k for k, p in enumerate(mine) if _matches(report.text, p, g)] for g in gold]
        partner: dict[int, int] = {}
        # Mentions that count choose first; a later one may move an earlier one, never drop it.
        for i in sorted(range(len(gold)), key=lambda i: not asked[i]):
            _augment(i, links, partner, set())
        right = sum(asked[i] for i in partner.values())
        ignored = sum(not asked[i] for i in partner.values())
        for k, (begin, end, _) in enumerate(mine):
            if k in partner:
                continue
            if {(begin, end), _trimmed(report.text, begin, end)} & report.rejected or any(
                k in links[i] and not asked[i] for i in range(len(gold))
            ):
                ignored += 1
        out[f"{kind} right"] += right
        out[f"{kind} predicted"] += len(mine) - ignored
        out[f"{kind} asked"] += sum(asked)
    return out


def _augment(i: int, links: Sequence[Sequence[int]], partner: dict[int, int], seen: set[int]) -> bool:
    for k in links[i]:
        if k in seen:
            continue
        seen.add(k)
        if k not in partner or _augment(partner[k], links, partner, seen):
            partner[k] = i
            return True
    return False


def f1(tally: Mapping[str, int], kinds: Sequence[str] = TYPES) -> tuple[float, float, float]:
    """Precision, recall and F1 over these types together."""
    right, predicted, asked = (
        sum(tally.get(f"{kind} {key}", 0) for kind in kinds) for key in ("right", "predicted", "asked")
    )
    precision = right / predicted if predicted else 0.0
    recall = right / asked if asked else 0.0
    return precision, recall, 2 * right / (predicted + asked) if predicted + asked else 0.0
