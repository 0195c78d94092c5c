"""Marks in quotes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.why.marks import marked
from kg.why.records import Mark

QUOTE = "The army said the army's drones killed Abu Omar al-Sayed and Omar."


def _found(wordings: list[tuple[str, list[str]]], event: list[tuple[int, int]] | None = None) -> dict[str, str]:
    return {m.role: QUOTE[m.begin : m.end] for m in marked(QUOTE, event or [], wordings)}


def test_the_longest_wording_is_marked() -> None:
    assert _found([("fatalVictim", ["Omar", "Abu Omar al-Sayed"])]) == {"fatalVictim": "Abu Omar al-Sayed"}


def test_two_roles_of_one_name_take_its_first_two_places() -> None:
    marks = marked(QUOTE, [], [("perpetrator", ["army"]), ("claimant", ["army"])])
    assert [(m.role, m.begin) for m in marks] == [("perpetrator", 4), ("claimant", 18)]


def test_words_are_not_found_inside_other_words() -> None:
    assert _found([("weapon", ["drone"])]) == {}


def test_wordings_match_over_line_breaks_and_in_any_case() -> None:
    assert marked("OMAR\n SAYED died", [], [("fatalVictim", ["Omar Sayed"])]) == [Mark(0, 11, "fatalVictim")]


def test_event_words_come_first() -> None:
    at = QUOTE.index("killed")
    assert _found([("cue", ["killed"])], [(at, at + 6)]) == {"event": "killed"}


@given(
    st.text(alphabet="ab \n", max_size=30),
    st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32)), max_size=3),
    st.lists(st.tuples(st.sampled_from(["time", "cue"]), st.lists(st.text("ab ", max_size=3), max_size=3)), max_size=4),
)
def test_marks_lie_in_the_quote_in_order_without_overlap(
    quote: str, event: list[tuple[int, int]], wordings: list[tuple[str, list[str]]]
) -> None:
    marks = marked(quote, event, wordings)
    assert all(0 <= m.begin < m.end <= len(quote) for m in marks)
    assert all(one.end <= two.begin for one, two in pairwise(marks))
