"""Articles in one JSON value, as APIs and exports hand them out, and tables as Excel saves them for Unicode."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents import Settings
from kg.documents.inputs import opened
from kg.documents.readers import read_input
from kg.errors import InputError
from kg.model import Document

FIRST = "Shells fell on the market of Orvane on Friday and killed two traders, a doctor said."
SECOND = "Gunmen killed a police captain in an ambush on the road to Sella, the ministry said."
ARTICLES = [
    {"id": "a1", "title": "Shells fall", "body": FIRST, "publishedAt": "2021-03-05", "source": {"name": "Wire"}},
    {"id": "a2", "title": "Ambush", "body": SECOND, "publishedAt": "2021-03-06", "source": {"name": "Wire"}},
]


def given_bytes(data: bytes, extension: str = ".json", **settings: object) -> list[Document | InputError]:
    raw = opened("export", f"export{extension}", extension, io.BytesIO(data))
    return list(read_input(raw, Settings(**settings)))  # type: ignore[arg-type]


def documents(data: bytes, extension: str = ".json", **settings: object) -> list[Document]:
    found = given_bytes(data, extension, **settings)
    assert not [str(item) for item in found if isinstance(item, InputError)]
    return [item for item in found if isinstance(item, Document)]


VALUES = {
    "a list": ARTICLES,
    "under a key": {"articles": ARTICLES},
    "the answer of an API": {"status": "ok", "totalResults": 2, "articles": ARTICLES},
    "two keys deep": {"response": {"numFound": 2, "docs": ARTICLES}},
}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("shape", VALUES)
def test_articles_in_one_json_value(shape: str, encoding: str, indent: int | None) -> None:
    data = json.dumps(VALUES[shape], indent=indent, ensure_ascii=False).encode(encoding)
    first, second = documents(data)
    assert (first.id, first.text, str(first.issued), first.source) == ("export/a1", FIRST, "2021-03-05", "Wire")
    assert (second.id, second.text, second.title) == ("export/a2", SECOND, "Ambush")


def test_objects_of_another_list_are_named_and_left_out() -> None:
    data = json.dumps({"authors": [{"name": "A. Writer"}], "results": ARTICLES}).encode()
    refused, *found = given_bytes(data)
    assert "no field for the text" in str(refused)
    assert [item.text for item in found if isinstance(item, Document)] == [FIRST, SECOND]


def test_an_article_spread_over_lines_is_one() -> None:
    (found,) = documents(json.dumps(ARTICLES[0], indent=4).encode())
    assert found.text == FIRST


def test_an_article_a_line_is_still_read_line_by_line() -> None:
    lines = "\n".join(json.dumps({"authors": [{"name": "A. Writer"}], **article}) for article in ARTICLES)
    first, second = documents(lines.encode(), ".jsonl")
    assert (first.text, second.text) == (FIRST, SECOND)
    (only,) = documents(json.dumps({"authors": [{"name": "A. Writer"}], **ARTICLES[0]}).encode())
    assert only.text == FIRST


def test_one_bad_article_stops_no_other() -> None:
    text = json.dumps([ARTICLES[0], {"title": "no text"}, ARTICLES[1]])
    first, refused, second = given_bytes(text.replace('"no text"', "bare word").encode())
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(refused, InputError)
    assert refused.name == "export.json: item 2"
    first, refused, second = given_bytes(text.encode())
    assert "no field for the text" in str(refused)


def test_what_is_cut_off_gives_what_is_whole() -> None:
    data = json.dumps(ARTICLES).encode()
    first, cut = given_bytes(data[:-40])
    assert isinstance(first, Document)
    assert "ends in the middle" in str(cut)


def test_a_field_that_the_user_names() -> None:
    data = json.dumps({"news": [{"inhalt": FIRST}]}).encode()
    (found,) = documents(data, input_format="json", fields={"text": "inhalt"})
    assert found.text == FIRST


def test_depth_without_end_and_an_article_without_end_are_refused_in_bounded_memory() -> None:
    (deep,) = given_bytes(b"[" * 1_000_000, input_format="json")
    assert "deeply nested" in str(deep)
    (_, large, last) = given_bytes(
        json.dumps([ARTICLES[0], {"body": "x " * 2_500_000}, ARTICLES[1]]).encode(), input_format="json"
    )
    assert "too large" in str(large)
    assert isinstance(last, Document)


@given(st.binary(max_size=60) | st.text('[]{}",:\\ a1\n', max_size=60).map(str.encode))
def test_nothing_that_looks_like_json_breaks_the_reader(data: bytes) -> None:
    assert given_bytes(data, input_format="json")


@settings(max_examples=30)
@given(st.lists(st.dictionaries(st.text(max_size=9), st.lists(st.text(max_size=9))), min_size=1, max_size=3))
def test_brackets_and_quotes_in_texts_part_nothing(records: list[dict[str, object]]) -> None:
    articles = [{**record, "text": f"{json.dumps(record)} {SECOND}", "id": str(n)} for n, record in enumerate(records)]
    found = given_bytes(json.dumps(articles).encode(), input_format="json", fields={"text": "text", "id": "id"})
    assert len(found) == len(articles)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
@pytest.mark.parametrize(("delimiter", "extension"), [("\t", ".txt"), (",", ".csv"), (";", ".csv")])
def test_a_table_that_excel_saved_as_unicode_text(delimiter: str, extension: str, encoding: str) -> None:
    text = f'id{delimiter}date{delimiter}text\r\nа1{delimiter}2021-03-05{delimiter}"{FIRST}"\r\n'
    mark = "" if encoding == "utf-16" else "\ufeff"
    (found,) = documents((mark + text).encode(encoding), extension)
    assert (found.id, found.text, str(found.issued)) == ("export/а1", FIRST, "2021-03-05")


def test_json_lines_in_utf_16() -> None:
    data = "\n".join(map(json.dumps, ARTICLES)).encode("utf-16")
    assert [found.text for found in documents(data, ".jsonl")] == [FIRST, SECOND]


def test_what_begins_as_utf_16_and_is_not_is_refused() -> None:
    data = "id,text\n1,".encode("utf-16") + b"\x00\xd8" * 3
    refused = given_bytes(data, ".csv")[-1]
    assert "begins as UTF-16 text but is not" in str(refused)
