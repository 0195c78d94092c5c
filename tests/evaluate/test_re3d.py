"""re3d: what is handed over, and figures like those of the independent scorer."""

from __future__ import annotations

import importlib
import json
import random
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import re3d
from kg.evaluate.re3d_predictions import relations
from kg.model import Document, Entity, EntityKind, Predicate, Reading, Ref, Span, Statement

_TEXT = "Lina Haddad, commander of the Jabal Front (JF), met the Jabal Front envoy."


def _reading(*attributes: Statement) -> Reading:
    front = _TEXT.index("Jabal Front")
    acronym = _TEXT.index("JF")
    return Reading(
        Document("x", _TEXT, "d"),
        (
            Entity("narrator", EntityKind.NARRATOR),
            Entity("e1", EntityKind.PERSON, "Lina Haddad", mentions=(Span(0, 11), Span(13, 22))),
            Entity(
                "e2",
                EntityKind.GROUP,
                "Jabal Front",
                aliases=("JF",),
                mentions=(Span(front, front + 11), Span(acronym, acronym + 2)),
            ),
        ),
        (),
        (),
        attributes,
    )


def test_names_side_by_side_are_synonyms() -> None:
    ((left, right, kind),) = relations(_reading())
    assert (left.of(_TEXT), right.of(_TEXT), kind) == ("Jabal Front", "JF", "IsSynonymOf")


def test_relations_hold_between_names() -> None:
    found = relations(_reading(Statement("e1", Predicate.LEADER_OF, Ref("e2"))))
    assert ("Lina Haddad", "Jabal Front", "InChargeOf") in [(a.of(_TEXT), b.of(_TEXT), k) for a, b, k in found]


def test_a_folder_without_re3d(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="dstl/re3d"):
        re3d.load(tmp_path)


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the scorer leaves its files to be closed
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_figures_of_the_independent_scorer(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Predictions made of the gold by leaving out and shifting must get the same figures from both."""
    root = shared / "corpora" / "re3d"
    if not root.is_dir() or not (shared / "score" / "re3d.py").is_file():
        pytest.skip("no re3d or no scorer beside the checkout")
    monkeypatch.syspath_prepend(str(shared / "score"))
    scorer = importlib.import_module("re3d")
    chance = random.Random(3)
    gold = scorer.load(str(root))
    found: re3d.Found = {}
    for identifier, row in gold.items():
        kept = [(b, e, t) for b, e, t in row["ents"] if chance.random() < 0.7]
        shifted = [(b - 4 * (chance.random() < 0.1), e, t) for b, e, t in kept if b > 4]
        related = [(Span(*a), Span(*b), t) for a, b, t in row["rels"] if chance.random() < 0.7]
        found[identifier] = (shifted, [r for r in related if r[2] in re3d.RELATIONS])
    path = tmp_path / "predictions.jsonl"
    path.write_bytes(b"".join(re3d.lines(found)))
    theirs = scorer.score(gold, scorer.load_pred(str(path)))
    ours = re3d.score(root, re3d.load(root), found).figures
    names = {"micro": "all"}
    for mode, part in (("entities_proper_head", "entities"), ("relations_names", "relations")):
        for kind, row in theirs[mode].items():
            mine = ours[part][names.get(kind, kind)]
            assert (mine["right"], mine["predicted"], mine["expected"]) == (
                row["tp"],
                row["pred"],
                row["gold"],
            ), kind
    assert json.loads(path.read_text().splitlines()[0])["docid"] in found
