"""The language model's own figures on treebanks and corpora of names."""

from __future__ import annotations

from pathlib import Path

from kg.errors import InputError
from kg.evaluate.figures import Report, Table, percent, rounded
from kg.language import load
from kg.language.evaluate import evaluate as measure


def evaluate(corpora: Path, model: str | None = None) -> Report:
    """Trees, tags, lemmas, names and mentions of the pipeline.

    Raises:
        InputError: no corpus is in the folder.
        ModelError: there is no such pipeline.
    """
    found = measure(load(model), corpora) if corpora.is_dir() else {}
    if not found:
        reason = "holds no corpus (ud/*.conllu.gz from universaldependencies.org, ner/, re3d/)"
        raise InputError(str(corpora), reason)
    rows = tuple((name, f"{value:,.0f}" if value > 1 else percent(value)) for name, value in found.items())
    figures = {name: rounded(value) for name, value in found.items()}
    return Report("language", (Table("Language model", ("", "figure"), rows),), figures)
