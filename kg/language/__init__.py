"""Reading English: `load()` gives a spaCy pipeline with tags, trees, lemmas, names and mentions.

>>> nlp = load()
>>> [token.dep_ for token in nlp("Rebels fled.")]
['nsubj', 'ROOT', 'punct']
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load"]


#: "PUSAN, Sept. 5.--Forty-one soldiers": the day and the first word are two.
_DASH_OF_A_DATELINE = r"(?<=[0-9]\.)(?:--?|–|—)(?=[A-Z\"“])"


def load(model: str | Path | None = None, threads: int = 1) -> Language:
    """The language pipeline: kg's own by default, else an installed spaCy pipeline or a folder.

    A folder with kg's model files (`network.onnx`) is read as kg's own; any other name or folder goes to
    `spacy.load`, and then `doc.spans["mentions"]` is not set.

    Raises:
        ModelError: the model is missing, damaged, or not one that this version reads.
    """
    import spacy
    from spacy.util import compile_infix_regex

    if model is not None and not (Path(model) / "network.onnx").is_file():
        try:
            foreign = spacy.load(model)
        except (OSError, ValueError, ImportError) as error:
            raise ModelError(f"no spaCy pipeline {str(model)!r} is installed: {error}") from error
        _check(foreign, str(model))
        return foreign
    from kg.language.component import FACTORY

    nlp = spacy.blank("en")
    # The tokenizer has no limit of its own; spaCy's protects models that need memory for the whole text at
    # once.
    nlp.max_length = 10**9
    splits = compile_infix_regex([*(nlp.Defaults.infixes or ()), _DASH_OF_A_DATELINE])
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = splits.finditer
    nlp.add_pipe(FACTORY, name=FACTORY, config={"model": None if model is None else str(model), "threads": threads})
    return nlp


def _check(nlp: Language, name: str) -> None:
    """Refuse a pipeline that does not give what the extraction reads."""
    doc = nlp("Rebels fled.")
    needed = {"DEP": "dependencies", "TAG": "tags", "POS": "parts of speech", "LEMMA": "lemmas"}
    missing = [what for annotation, what in needed.items() if not doc.has_annotation(annotation)]
    if missing:
        raise ModelError(
            f"the spaCy pipeline {name!r} gives no {', '.join(missing)}; "
            "kg needs one with a tagger, a lemmatizer and a dependency parser"
        )
