"""What all tests share: the same hypothesis examples everywhere, the given material, the language model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from spacy.language import Language

# No deadline: machines that run tests are busy. The same examples on every run: a failure can be repeated.
settings.register_profile("kg", deadline=None, derandomize=True)
settings.load_profile("kg")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material that lies beside the checkout; tests that need it are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("no folder shared/ beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bundled language model, loaded once. Tests that use it carry the mark ``model``."""
    from kg.language import load

    return load()
