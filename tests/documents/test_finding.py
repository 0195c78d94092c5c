"""Which files a path means and what the documents are called."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from kg.documents.finding import find, stem
from kg.errors import UsageError


def _tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def _ids(*paths: Path | str) -> list[str]:
    return [item.id for item in find([str(path) for path in paths])]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("report.txt", "report"),
        ("report", "report"),
        ("report.v2.txt", "report.v2"),
        ("U.S. strike", "U.S. strike"),
        ("2015.03.01-report", "2015.03.01-report"),
        ("2015.03.01", "2015.03.01"),
        (".txt", ".txt"),
        ("noise.mp3", "noise"),
    ],
)
def test_stem(name: str, expected: str) -> None:
    assert stem(name) == expected


def test_folders_are_searched_to_the_bottom_without_hidden_files_and_notes(tmp_path: Path) -> None:
    _tree(
        tmp_path,
        "b.txt",
        "a/c.txt",
        "a/d/e",
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "a/SOURCES.md",
        "readme.txt",
    )
    assert _ids(tmp_path) == ["b", "c", "e", "readme"]


def test_notes_and_hidden_files_are_read_when_named(tmp_path: Path) -> None:
    _tree(tmp_path, "README.md", ".hidden.txt")
    assert _ids(tmp_path / "README.md", tmp_path / ".hidden.txt") == [".hidden", "README"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    _tree(tmp_path, "x/a/report.txt", "x/b/report.txt", "y/b/report.txt", "x/other.txt")
    assert _ids(tmp_path) == ["a/report", "other", "x/b/report", "y/b/report"]


def test_files_of_one_name_in_one_folder_are_told_apart_by_their_extensions(tmp_path: Path) -> None:
    _tree(tmp_path, "report.txt", "report.text", "report.txt.txt")
    assert len(set(_ids(tmp_path))) == 3
    assert "report.text" in _ids(tmp_path)


def test_the_order_and_the_way_of_naming_do_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _tree(tmp_path, "a/one.txt", "b/one.txt", "b/two.txt")
    paths = [tmp_path / "a", tmp_path / "b", tmp_path / "b/two.txt"]
    assert {tuple(_ids(*order)) for order in itertools.permutations(paths)} == {("a/one", "b/one", "two")}
    monkeypatch.chdir(tmp_path)
    assert _ids("a/one.txt", "./b", "b/../b/one.txt") == ["a/one", "b/one", "two"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    _tree(tmp_path, "a/one.txt")
    (tmp_path / "a/link.txt").symlink_to(tmp_path / "a/one.txt")
    assert len(_ids(tmp_path, tmp_path / "a", tmp_path / "a/one.txt")) == 1


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    _tree(tmp_path, "a/one.txt")
    (tmp_path / "a/up").symlink_to(tmp_path)
    assert _ids(tmp_path) == ["one"]


def test_standard_input(tmp_path: Path) -> None:
    _tree(tmp_path, "stdin.txt")
    assert [(item.id, item.path is None) for item in find(["-", str(tmp_path), "-"])] == [
        ("stdin", False),
        ("stdin-", True),
    ]


def test_missing_paths_are_all_named(tmp_path: Path) -> None:
    _tree(tmp_path, "one.txt")
    with pytest.raises(UsageError, match="no such file or folder: nope, nowhere"):
        find([str(tmp_path), "nowhere", "nope"])


def test_a_folder_without_files_is_an_error(tmp_path: Path) -> None:
    _tree(tmp_path, "README.md")
    with pytest.raises(UsageError, match="no files to read"):
        find([str(tmp_path)])
