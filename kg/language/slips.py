"""Slips of the parser that the treebank's own rules rule out, mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.language.network import Ints

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
