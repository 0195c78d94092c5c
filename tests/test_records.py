"""Readings as bytes and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import model, records
from kg.closed import StrEnum
from kg.model import Document, Reading
from kg.records import decode_document, decode_reading, encode
from tests.archive.fake import report
from tests.cli.conftest import FakeReader

finite = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(float, finite)
for kind in vars(model).values():
    if isinstance(kind, type) and issubclass(kind, StrEnum) and len(kind):
        st.register_type_strategy(kind, st.sampled_from(list(kind)))
readings = st.from_type(Reading)


@given(readings)
def test_what_is_written_is_read_back(reading: Reading) -> None:
    assert decode_reading(encode(reading)) == reading
    assert decode_document(encode(reading.document)) == reading.document


@given(st.text(st.characters(), max_size=20), st.dates())
def test_any_characters_also_halves_of_pairs(text: str, day: date) -> None:
    document = Document("a\ud800b", text + "\udfff", "", day)
    assert decode_document(encode(document)) == document


def test_a_reading_is_small() -> None:
    reading = FakeReader().read(Document("a", report(1), "0" * 64))
    assert len(encode(reading)) < 1200


def test_the_schema_follows_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    assert records._schema() == records.SCHEMA
    names = records._names
    monkeypatch.setattr(records, "_names", lambda kind: names(kind)[::-1])
    assert records._schema() != records.SCHEMA


def test_other_fields_are_refused() -> None:
    whole = encode(replace(Document("a", "b", "c"), language="en"))
    with pytest.raises(ValueError, match="argument"):
        decode_document(whole.replace(b',"en"', b"", 1))
