"""Slips of the parser that the treebank's own rules rule out, mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.language.network import Ints

#: Relations within a noun phrase.
_INSIDE = ("compound", "nmod", "nmod:poss", "nmod:desc", "amod", "flat")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")

_STAND_IN = "Salim"
_OPENERS = frozenset({".", "!", "?", ":", '"', "“", "”", "'", "‘", "’", "''", "``", "(", "-", "–", "—", "•", "*"})
_BEHIND_A_NAME = frozenset(
    {"'s", "’s", "'", "’", "was", "had", "is", "has", "said", "told", "died", "denied", "himself"}
)
_NEAR = 12


def spelled_apart(words: Sequence[str]) -> Sequence[str]:
    """The words as the network is to see them: a man called Said has another name, so that he is no verb.

    The verb has a capital only where a sentence opens with it or all words of a headline have one.
    """
    if "Said" not in words:
        return words
    return [_STAND_IN if word == "Said" and _a_name(words, i) else word for i, word in enumerate(words)]


def _a_name(words: Sequence[str], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else ""
    if at == 0 or words[at - 1] in _OPENERS:
        return after in _BEHIND_A_NAME
    near = [word for word in words[max(at - _NEAR, 0) : at + _NEAR] if word.isalpha() and len(word) > 3]
    return sum(word.islower() for word in near) * 3 > len(near)  # not in a headline


def mend_subjects(heads: Ints, deps: Ints, inventory: Sequence[str]) -> None:
    """Give a told clause its subject back, in place.

    In "Nothing indicated that …, the agency said" the verb of saying stands last and can take both subjects. A
    verb has but one: the first is the clause's that stands between the two and has none.
    """
    subject = {i for i, label in enumerate(inventory) if label in _SUBJECTS}
    told = {i for i, label in enumerate(inventory) if label == "ccomp"}
    subjects: defaultdict[int, list[int]] = defaultdict(list)
    for word, (head, dep) in enumerate(zip(heads.tolist(), deps.tolist(), strict=True)):
        if dep in subject:
            subjects[head].append(word)
    for verb, found in list(subjects.items()):
        if len(found) < 2 or found[0] > verb:
            continue
        for clause in range(found[0] + 1, found[1]):
            if heads[clause] == verb and deps[clause] in told and not subjects.get(clause):
                heads[found[0]] = clause
                break


def mend_colons(words: Sequence[str], heads: Ints, deps: Ints, inventory: Sequence[str]) -> None:
    """Take what stands before a colon out of the noun phrase behind it, in place.

    In "UN: Sudan paramilitaries fire on …" the first word says who speaks, and no part of a phrase stands beyond a
    colon. It hangs on the root of its sentence, as what stands beside it.
    """
    if ":" not in words or "parataxis" not in inventory:
        return
    inside = {i for i, label in enumerate(inventory) if label in _INSIDE}
    beside = inventory.index("parataxis")
    for colon in (i for i, word in enumerate(words) if word == ":"):
        for word in range(colon - 1, -1, -1):
            if heads[word] == word or words[word] == ":":
                break
            if heads[word] > colon and deps[word] in inside:
                root = int(heads[word])
                while heads[root] != root:
                    root = int(heads[root])
                heads[word], deps[word] = root, beside
