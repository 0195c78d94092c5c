"""Dependency labels of both schemes, folded into one small set.

Sources: universaldependencies.org/u/dep (UD v2) and the CLEAR label set of spaCy's English pipelines.
"""

from __future__ import annotations

from typing import ClassVar

from kg.extract.syntax.constants import Constant


class Dep(Constant):
    """A relation between a word and its head, as far as the extraction tells them apart."""

    ROOT: ClassVar[Dep]
    SUBJECT: ClassVar[Dep]
    PASSIVE_SUBJECT: ClassVar[Dep]
    CLAUSAL_SUBJECT: ClassVar[Dep]
    OBJECT: ClassVar[Dep]
    INDIRECT: ClassVar[Dep]
    AGENT: ClassVar[Dep]
    OBLIQUE: ClassVar[Dep]
    NOMINAL: ClassVar[Dep]  # a noun that modifies a noun, with or without a preposition
    POSSESSOR: ClassVar[Dep]
    APPOSITION: ClassVar[Dep]
    TITLE: ClassVar[Dep]
    NAME: ClassVar[Dep]  # further words of a name
    COMPOUND: ClassVar[Dep]
    PARTICLE: ClassVar[Dep]
    ADJECTIVE: ClassVar[Dep]
    NUMERAL: ClassVar[Dep]
    DETERMINER: ClassVar[Dep]
    ADVERB: ClassVar[Dep]
    NEGATION: ClassVar[Dep]
    CONJUNCT: ClassVar[Dep]
    COORDINATOR: ClassVar[Dep]
    CASE: ClassVar[Dep]
    MARKER: ClassVar[Dep]
    AUXILIARY: ClassVar[Dep]
    PASSIVE_AUXILIARY: ClassVar[Dep]
    COPULA: ClassVar[Dep]
    ATTRIBUTE: ClassVar[Dep]  # CLEAR: what a subject is said to be
    RELATIVE: ClassVar[Dep]
    NOUN_CLAUSE: ClassVar[Dep]  # participle or infinitive that modifies a noun
    ADVERB_CLAUSE: ClassVar[Dep]
    COMPLEMENT_CLAUSE: ClassVar[Dep]
    OPEN_CLAUSE: ClassVar[Dep]  # complement clause whose subject is elsewhere
    PARATAXIS: ClassVar[Dep]
    PREPOSITION: ClassVar[Dep]  # CLEAR: preposition between head and noun
    PREPOSITIONAL_OBJECT: ClassVar[Dep]
    PREPOSITIONAL_CLAUSE: ClassVar[Dep]
    EXPLETIVE: ClassVar[Dep]
    PUNCTUATION: ClassVar[Dep]
    OTHER: ClassVar[Dep]


_LABELS: dict[str, Dep] = {
    "root": Dep.ROOT,
    "nsubj": Dep.SUBJECT,
    "nsubj:outer": Dep.SUBJECT,
    "nsubj:xsubj": Dep.SUBJECT,
    "nsubj:pass": Dep.PASSIVE_SUBJECT,
    "nsubjpass": Dep.PASSIVE_SUBJECT,
    "csubj": Dep.CLAUSAL_SUBJECT,
    "csubj:pass": Dep.CLAUSAL_SUBJECT,
    "csubj:outer": Dep.CLAUSAL_SUBJECT,
    "csubjpass": Dep.CLAUSAL_SUBJECT,
    "obj": Dep.OBJECT,
    "dobj": Dep.OBJECT,
    "iobj": Dep.INDIRECT,
    "dative": Dep.INDIRECT,
    "obl:agent": Dep.AGENT,
    "agent": Dep.AGENT,
    "obl": Dep.OBLIQUE,
    "obl:unmarked": Dep.OBLIQUE,
    "obl:npmod": Dep.OBLIQUE,
    "obl:tmod": Dep.OBLIQUE,
    "npadvmod": Dep.OBLIQUE,
    "nmod": Dep.NOMINAL,
    "nmod:unmarked": Dep.NOMINAL,
    "nmod:npmod": Dep.NOMINAL,
    "nmod:tmod": Dep.NOMINAL,
    "nmod:poss": Dep.POSSESSOR,
    "poss": Dep.POSSESSOR,
    "appos": Dep.APPOSITION,
    "nmod:desc": Dep.TITLE,
    "flat": Dep.NAME,
    "flat:name": Dep.NAME,
    "flat:foreign": Dep.NAME,
    "goeswith": Dep.NAME,
    "fixed": Dep.NAME,
    "compound": Dep.COMPOUND,
    "nn": Dep.COMPOUND,
    "compound:prt": Dep.PARTICLE,
    "prt": Dep.PARTICLE,
    "amod": Dep.ADJECTIVE,
    "nummod": Dep.NUMERAL,
    "det": Dep.DETERMINER,
    "det:predet": Dep.DETERMINER,
    "predet": Dep.DETERMINER,
    "advmod": Dep.ADVERB,
    "quantmod": Dep.ADVERB,
    "neg": Dep.NEGATION,
    "conj": Dep.CONJUNCT,
    "cc": Dep.COORDINATOR,
    "preconj": Dep.COORDINATOR,
    "cc:preconj": Dep.COORDINATOR,
    "case": Dep.CASE,
    "mark": Dep.MARKER,
    "aux": Dep.AUXILIARY,
    "aux:pass": Dep.PASSIVE_AUXILIARY,
    "auxpass": Dep.PASSIVE_AUXILIARY,
    "cop": Dep.COPULA,
    "attr": Dep.ATTRIBUTE,
    "oprd": Dep.ATTRIBUTE,
    "acomp": Dep.ATTRIBUTE,
    "acl:relcl": Dep.RELATIVE,
    "relcl": Dep.RELATIVE,
    "acl": Dep.NOUN_CLAUSE,
    "advcl": Dep.ADVERB_CLAUSE,
    "advcl:relcl": Dep.ADVERB_CLAUSE,
    "ccomp": Dep.COMPLEMENT_CLAUSE,
    "xcomp": Dep.OPEN_CLAUSE,
    "parataxis": Dep.PARATAXIS,
    "list": Dep.PARATAXIS,
    "prep": Dep.PREPOSITION,
    "pobj": Dep.PREPOSITIONAL_OBJECT,
    "pcomp": Dep.PREPOSITIONAL_CLAUSE,
    "expl": Dep.EXPLETIVE,
    "punct": Dep.PUNCTUATION,
}


class _Relations(dict[str, Dep]):
    """Relations by every label that was met."""

    def __missing__(self, label: str) -> Dep:
        found = self[label] = self.get(label.lower(), Dep.OTHER)
        return found


RELATIONS = _Relations(_LABELS)
"""What each label of either scheme says, in capitals or not."""
