"""Slips of the parser that the treebank's own rules rule out, mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.language.network import Ints

#: Relations within a noun phrase.
_INSIDE = ("compound", "nmod", "nmod:poss", "nmod:desc", "amod", "flat")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


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
