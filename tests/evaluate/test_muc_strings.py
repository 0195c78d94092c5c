"""When two fillers of MUC-4 are the same."""

from __future__ import annotations

import pytest

from kg.evaluate.muc_strings import same

SAME = [
    ("the six Jesuit priests", "priests", False),
    ("dozens of peasants", "PEASANTS", False),
    ("Colonel Pedro Vidal", "PEDRO VIDAL", True),
    ("VIDAL", "PEDRO VIDAL", True),
    ("Army of the People (EDP)", "EDP", False),
    ("U.S. Embassy", "US EMBASSY", False),
]
DIFFERENT = [
    ("Anglican priests", "Jesuit priests", False),
    ("two soldiers", "six soldiers", False),
    ("members of the army", "members of the front", False),
    ("front guerrillas", "front", False),
    ("PEDRO", "PEDRO VIDAL", True),
    ("Pedro Vidal's driver", "PEDRO VIDAL", True),
    ("", "PEDRO VIDAL", True),
]


@pytest.mark.parametrize(("found", "gold", "named"), SAME)
def test_same(found: str, gold: str, named: bool) -> None:
    assert same(found, gold, named)


@pytest.mark.parametrize(("found", "gold", "named"), DIFFERENT)
def test_different(found: str, gold: str, named: bool) -> None:
    assert not same(found, gold, named)
