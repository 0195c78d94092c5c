"""A pipeline of the user's own is taken only if it gives what the extraction reads."""

from pathlib import Path

import pytest
import spacy

from kg.errors import ModelError
from kg.language import load


def test_a_pipeline_without_parser_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "plain")
    with pytest.raises(ModelError, match="gives no dependencies, tags"):
        load(tmp_path / "plain")


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModelError, match="no_such_pipeline"):
        load("no_such_pipeline")
