"""How tokens are shown to the network."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from kg.language.encoding import CASES, MAX_PIECES, Pieces, case_of, normal
from kg.language.network import BUNDLED


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(Tokenizer.from_file(str(BUNDLED / "tokenizer.json")))


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("killed", "lower"),
        ("Baghdad", "title"),
        ("FMLN", "upper"),
        ("A", "single"),
        ("iPhone", "other"),
        ("al-Harzi", "other"),
        ("2015", "digits"),
        ("12,000", "mixed"),
        ("--", "none"),
        ("بغداد", "lower"),
        ("", "none"),
    ],
)
def test_case(word: str, case: str) -> None:
    assert CASES[case_of(word)] == case


@pytest.mark.parametrize(
    ("typographic", "plain"),
    [("’s", "'s"), ("“", '"'), ("''", '"'), ("—", "-"), ("-LRB-", "("), ("…", "...")],
)
def test_typographic_marks_become_plain(typographic: str, plain: str) -> None:
    assert normal(typographic) == plain


@given(st.text(max_size=300))
def test_every_token_has_a_few_pieces(pieces: Pieces, word: str) -> None:
    assert 1 <= len(pieces(word)) <= MAX_PIECES


def test_unknown_and_invisible_characters_become_the_unknown_piece(pieces: Pieces) -> None:
    assert pieces("\u200b") == (pieces.unk,)
    assert pieces("𓀀") == (pieces.unk,)
    assert pieces("bomb") != (pieces.unk,)


def test_memory_of_pieces_is_limited() -> None:
    small = Pieces(Tokenizer.from_file(str(BUNDLED / "tokenizer.json")), remembered=3)
    words = ["one", "two", "three", "four", "one"]
    assert small.all(words)[0] == small.all(words)[4]
    assert len(small._known) <= 3
