"""Quotations: what stands between marks, within and over paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.extract.quotes import Quotation, quotations


def _texts(text: str) -> list[str]:
    return [text[q.begin : q.end] for q in quotations(text)]


CASES = [
    ("curly", "He said “they fired on us all night” and left.", ["they fired on us all night"]),
    ("straight", 'He said "they fired on us all night" and left.', ["they fired on us all night"]),
    ("low and high", "Er sagte „wir waren es nicht“ und ging.", ["wir waren es nicht"]),
    ("guillemets", "Il a dit «ce n'est pas nous» hier.", ["ce n'est pas nous"]),
    ("opened curly, closed straight", 'He said “it was us", she said.', ["it was us"]),
    ("two in a row", '"We came," he said. "We left."', ["We came,", "We left."]),
    ("a single mark inside", "“They said ‘go away’ to us,” he said.", ["They said ‘go away’ to us,"]),
    ("nothing inside", 'He wrote "" and “ ” there.', []),
    ("left open", "He said “it was us", ["it was us"]),
    ("only a closing mark", 'It was us," he said.', []),
    ("inches are no marks", 'A 12" shell fell.', []),
    ("none", "Nobody spoke.", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


def test_a_long_quotation_opens_every_paragraph_anew() -> None:
    text = "“We were there.\n\n“We saw them come.\n\n“Nobody helped us,” he said.\n\n“Not true,” she said."
    assert [(text[q.begin : q.end], q.continued) for q in quotations(text)] == [
        ("We were there.", False),
        ("We saw them come.", True),
        ("Nobody helped us,", True),
        ("Not true,", False),
    ]


def test_an_open_mark_does_not_swallow_the_next_paragraph() -> None:
    assert _texts('He said "we did it.\n\nThe army denied it.') == ["we did it."]


@pytest.mark.parametrize(("words", "long"), [("so-called caliphate", False), ("we did it all ourselves", True)])
def test_a_few_words_name_rather_than_speak(words: str, long: bool) -> None:
    (quotation,) = quotations(f"They call it “{words}” there.")
    assert quotation.long is long


_MARKED = st.text(alphabet=st.sampled_from(list("ab.,!? \n'12\"“”„«»‘’")), max_size=80)


@given(_MARKED | st.text(max_size=40))
@example("““”")
@example("“\n\n“")
@example('"' * 7)
def test_any_text_has_quotations_in_order_inside_it(text: str) -> None:
    found = quotations(text)
    assert all(isinstance(q, Quotation) and 0 <= q.begin < q.end <= len(text) for q in found)
    assert all(text[q.begin : q.end].strip() for q in found)
    assert all(one.end <= two.begin for one, two in pairwise(found))
