"""Data files: what is read, and how a bad line is named."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.tables import read


def _file(folder: Path, text: str) -> Path:
    path = folder / "some.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_comments_empty_lines_and_short_lines(tmp_path: Path) -> None:
    path = _file(tmp_path, "# comment\n\nid\tname\talias\na\tA\nb\tB\tx | y |\r\n")
    rows = list(read(path, ("id", "name", "alias")))
    assert [row.text("id") for row in rows] == ["a", "b"]
    assert rows[0].several("alias") == ()
    assert rows[1].several("alias") == ("x", "y")
    assert rows[1].line == 5


def test_compressed_files(tmp_path: Path) -> None:
    path = tmp_path / "some.tsv.gz"
    path.write_bytes(gzip.compress("id\nä\n".encode()))
    assert [row.text("id") for row in read(path, ("id",))] == ["ä"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id\tcolour\n", "colour"),
        ("id\tid\n", "twice"),
        ("id\tname\na\tb\tc\n", ":2:"),
    ],
)
def test_bad_files_are_named_with_their_line(tmp_path: Path, text: str, message: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(KnowledgeError, match=message) as caught:
        list(read(path, ("id", "name")))
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"id\nM\xfcller\n"])
def test_files_that_are_not_utf8(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "some.tsv"
    path.write_bytes(data)
    with pytest.raises(KnowledgeError, match="UTF-8"):
        list(read(path, ("id",)))


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        list(read(tmp_path / "none.tsv", ("id",)))


@pytest.mark.parametrize(("value", "fails"), [("12.5", False), ("", False), ("x", True), ("91", True), ("nan", True)])
def test_numbers_have_bounds(tmp_path: Path, value: str, fails: bool) -> None:
    row = next(read(_file(tmp_path, f"id\tlatitude\na\t{value}\n"), ("id", "latitude")))
    if fails:
        with pytest.raises(KnowledgeError, match=r":2: column 'latitude'"):
            row.number("latitude", -90, 90)
    else:
        assert row.number("latitude", -90, 90) == (float(value) if value else None)
