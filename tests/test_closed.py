"""Closed lists of texts are what ``enum.StrEnum`` makes of them, on every version of Python."""

from __future__ import annotations

import copy
import enum
import json
import pickle

import pytest

from kg import closed
from kg.model import EntityKind


class Ours(closed.StrEnum):
    """A list."""

    FIRST = "one"
    SECOND = "two"

    @property
    def last(self) -> bool:
        """Whether nothing comes after it."""
        return self is Ours.SECOND


class Theirs(enum.StrEnum):
    """The same list."""

    FIRST = "one"
    SECOND = "two"


@pytest.mark.parametrize(("ours", "theirs"), [(Ours.FIRST, Theirs.FIRST), (Ours.SECOND, Theirs.SECOND)])
def test_a_member_is_what_an_enum_makes_of_it(ours: Ours, theirs: Theirs) -> None:
    assert (ours.name, ours.value, str(ours), f"{ours}", f"{ours:>5}") == (
        theirs.name,
        theirs.value,
        str(theirs),
        f"{theirs}",
        f"{theirs:>5}",
    )
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours == theirs.value
    assert hash(ours) == hash(theirs.value)
    assert json.dumps([ours, {ours: ours}]) == json.dumps([theirs, {theirs: theirs}])
    assert type(ours) is Ours


def test_a_list_gives_its_members_in_their_order_and_by_their_text() -> None:
    assert list(Ours) == [Ours.FIRST, Ours.SECOND]
    assert len(Ours) == 2
    assert Ours("two") is Ours.SECOND
    assert Ours(Ours.FIRST) is Ours.FIRST
    assert [member.last for member in Ours] == [False, True]


def test_what_is_not_listed_is_refused() -> None:
    with pytest.raises(ValueError, match="'three' is not a valid Ours"):
        Ours("three")
    with pytest.raises(AttributeError):
        Ours.THIRD  # type: ignore[attr-defined]  # noqa: B018


def test_members_stay_themselves_when_they_are_copied_or_sent() -> None:
    for member in EntityKind:
        assert copy.copy(member) is copy.deepcopy(member) is pickle.loads(pickle.dumps(member)) is member
