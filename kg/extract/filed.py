"""Towns that a report is filed from, which the parser takes for people who died, killed or spoke."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.marks import DASHES
from kg.extract.syntax.labels import Dep, children
from kg.extract.syntax.tokens import Span, Token

_DATELINE = 8  # words of "Doha/Moscow (Agency) -"
_IN_DATELINES = frozenset({"/", ",", "(", ")", "[", "]", "."})


def dateline_cut(sentence: Span) -> bool:
    """ "Doha/Moscow - Omar Haddad died", "Kano - Rebels killed ten": the towns that a report is filed from.

    The parser takes them for people who died or killed as well.
    """
    doc, first = sentence.doc, sentence.doc.tokens[sentence.start]
    if first.pos_ != "PROPN" or sentence.end - first.i < _DATELINE:
        return False
    dash = next((t for t in doc[first.i + 1 : first.i + 2 * _DATELINE] if t.text in DASHES), None)
    if dash is None or not dash.nbor(-1).whitespace_ or dash.i + 1 >= sentence.end:
        return False
    if any(t.pos_ not in ("PROPN", "NUM") and t.text not in _IN_DATELINES for t in _outside(doc[first.i : dash.i])):
        return False
    told = next((t for t in children(first, Dep.CONJUNCT) if t.i > dash.i), None)
    if told is not None:
        doc.hang(told, first.head, first.dep_)
        doc.hang(first, told.head, "parataxis")
    elif (
        first.head.i > dash.i
        and first.relation in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT, Dep.OBLIQUE)
        and sentence.text.rstrip().endswith(".")  # "Omar Haddad - killed at last" is a headline
    ):
        for clause in children(first, Dep.PARATAXIS):
            if clause.i > dash.i and clause.pos_ == "VERB":
                doc.hang(clause, first.head, "ccomp")
        doc.hang(first, first.head, "parataxis")
    else:
        return False
    return True


def _outside(words: Span) -> Iterator[Token]:
    """Words that stand in no brackets: who files a report may stand there, behind the town."""
    within = False
    for word in words:
        within = word.text == "(" or (within and word.text != ")")
        if not within and word.text != ")":
            yield word
