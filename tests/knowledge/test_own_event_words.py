"""Event and reporting words of a user's own folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.knowledge import extension, frames, operators
from kg.knowledge.operators import Effect


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "frames.toml").write_text(
        '[frame.deface]\nclass = "Destruction"\neffect = "lost"\nverbs = ["deface"]\n', encoding="utf-8"
    )
    (tmp_path / "operators.toml").write_text(
        '[[operator]]\nwords = ["pooh-pooh"]\npos = "VERB"\nclaimant = "subject"\nkind = "denial"\neffect = "deny"\n'
        '[hedge]\npossible = ["mayhap"]\n',
        encoding="utf-8",
    )
    extension.use(tmp_path)
    yield tmp_path
    extension.use(None)


def test_own_words_stand_beside_the_bundled_ones(folder: Path) -> None:
    assert frames.default().verbs["deface"][0].frame.event_class == "Destruction"
    assert "kill" in frames.default().verbs
    assert operators.default().of("pooh-pooh", "VERB")[0].effect is Effect.DENY
    assert operators.default().of("deny", "VERB")[0].effect is Effect.DENY
    assert operators.default().hedges["mayhap"] == "possible"
    assert operators.default().hedges["allegedly"] == "possible"


def test_without_the_folder_they_are_gone() -> None:
    extension.use(None)
    assert "deface" not in frames.default().verbs
    assert operators.default().of("pooh-pooh", "VERB") == []
