"""Which bytes become a text, which text they become, and why others are refused."""

from __future__ import annotations

import codecs
import gzip
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.decoding import decode
from kg.documents.limits import MAX_BYTES, MAX_CHARACTERS
from kg.errors import InputError


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"A convoy was hit.\n", "A convoy was hit.\n"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("one\u2028two\x85three\x0cfour".encode(), "one\ntwo\nthree\nfour"),
        (codecs.BOM_UTF8 + b"With a mark.", "With a mark."),
        (codecs.BOM_UTF16_LE + "Café".encode("utf-16-le"), "Café"),
        (codecs.BOM_UTF16_BE + "Café".encode("utf-16-be"), "Café"),
        ("Cafe\u0301".encode(), "Café"),
        ("al\u200b-Mu\u00adha\u202ejir".encode(), "al-Muhajir"),
        ("A\u00a0convoy — “hit”.".encode(), "A\u00a0convoy — “hit”."),
        (b"A bell\x07 rang in the long text that the rest of this line is.", None),
    ],
)
def test_kept_text(data: bytes, text: str | None) -> None:
    expected = data.decode().replace("\x07", " ") if text is None else text
    assert decode(data, "a") == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        ("\u200b\ufeff".encode(), "empty"),
        (b"caf\xe9 au lait", "not UTF-8 text (byte 0xe9 at position 3)"),
        (b"\xff\xfeA", "begins as UTF-16"),
        (b"abc\x00def", "binary"),
        (b"\x01\x02\x03\x04\x05\x06 text", "binary"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (gzip.compress(b"A convoy was hit."), "a gzip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\n <!DOCTYPE html><html>", "looks like HTML"),
        (b'<?xml version="1.0"?><rss/>', "looks like XML"),
        (b'{"title": "A convoy"}', "looks like JSON"),
        (b"@prefix ex: <http://example.org/> .", "looks like Turtle"),
        (b"a " * (MAX_CHARACTERS // 2 + 1), "too large"),
        (b"a" * (MAX_BYTES + 1), "too large"),
    ],
)
def test_refusals(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "the name")
    assert caught.value.name == "the name"
    assert caught.value.reason.startswith(reason)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    try:
        text = decode(data, "a")
    except InputError:
        return
    assert text.strip()
    assert not any(unicodedata.category(char) == "Cc" and char not in "\n\t" for char in text)
    # Reading the kept text again keeps it, so that its offsets and hash stay what they are.
    assert decode(text.encode(), "a") == text
