"""One reading of a parsed sentence, whichever dependency scheme the parser speaks.

Everything above this package asks for subjects, objects, obliques, modifiers and clauses; nothing above it names a
dependency label. Universal Dependencies (2.15, with ``obl:agent``, ``nmod:desc``) and spaCy's own CLEAR-style labels
are understood; a Doc may even mix them.
"""

from kg.extract.syntax.arguments import RANKS, Argument, Slot, arguments, disguised, subjects
from kg.extract.syntax.clauses import (
    clause_of,
    elided,
    embedding,
    has_auxiliary,
    is_passive,
    is_question,
    markers,
    negation,
    parts,
    predicate,
    told_before,
)
from kg.extract.syntax.memory import forms_of, heads_of, sentence_of, words_of
from kg.extract.syntax.nouns import (
    DEFINITE,
    appositions,
    base_span,
    complements,
    compounds,
    conjuncts,
    copular_subjects,
    determiner,
    first_conjunct,
    head_of_name,
    is_definite,
    modifiers,
    noun_phrase,
    numerals,
    possessors,
    preposition,
    titles,
)
from kg.extract.syntax.positions import Position, governed_by, governor, has_clause, is_expletive, position

__all__ = [
    "DEFINITE",
    "RANKS",
    "Argument",
    "Position",
    "Slot",
    "appositions",
    "arguments",
    "base_span",
    "clause_of",
    "complements",
    "compounds",
    "conjuncts",
    "copular_subjects",
    "determiner",
    "disguised",
    "elided",
    "embedding",
    "first_conjunct",
    "forms_of",
    "governed_by",
    "governor",
    "has_auxiliary",
    "has_clause",
    "head_of_name",
    "heads_of",
    "is_definite",
    "is_expletive",
    "is_passive",
    "is_question",
    "markers",
    "modifiers",
    "negation",
    "noun_phrase",
    "numerals",
    "parts",
    "position",
    "possessors",
    "predicate",
    "preposition",
    "sentence_of",
    "subjects",
    "titles",
    "told_before",
    "words_of",
]
