"""Closed lists of what is told apart by identity."""

from __future__ import annotations

from typing import ClassVar

import pytest

from kg.extract.syntax.constants import Constant
from kg.extract.syntax.relations import RELATIONS, Dep


class Side(Constant):
    """A list of two."""

    LEFT: ClassVar[Side]
    RIGHT: ClassVar[Side]


def test_each_member_is_itself_and_no_other() -> None:
    assert isinstance(Side.LEFT, Side)
    assert Side.LEFT is Side.LEFT
    assert Side.LEFT != Side.RIGHT
    assert len({Side.LEFT, Side.RIGHT, Side.LEFT}) == 2
    assert repr(Side.RIGHT) == "Side.RIGHT"


def test_what_is_not_listed_is_no_member() -> None:
    with pytest.raises(AttributeError):
        Side.MIDDLE  # type: ignore[attr-defined]  # noqa: B018


def test_lists_share_no_members() -> None:
    class Other(Constant):
        """Another list with a member of the same name."""

        LEFT: ClassVar[Other]

    members: set[Constant] = {Other.LEFT, Side.LEFT}
    assert len(members) == 2


def test_every_label_leads_to_a_listed_relation() -> None:
    assert {getattr(Dep, relation.name) for relation in RELATIONS.values()} == set(RELATIONS.values())
