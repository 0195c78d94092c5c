"""From files to documents, with the ones that cannot be read among them."""

from __future__ import annotations

import hashlib
import io
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.documents import Settings, find, read
from kg.errors import InputError
from kg.model import Document

STORY = "A bomb killed 12 people in the town on Monday, police said."


def _read(folder: Path, **options: object) -> dict[str, Document | InputError]:
    stream = read(find([str(folder)]), Settings(**options))  # type: ignore[arg-type]
    return {item.name if isinstance(item, InputError) else item.id: item for item in stream}


def test_a_report_is_read_with_its_date_and_source(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(f" date 2019-06-03 ACCRA (Reuters) - {STORY}\r\n")
    (document,) = _read(tmp_path).values()
    assert isinstance(document, Document)
    text = f"ACCRA (Reuters) - {STORY}\n"
    assert document == Document(
        id="one",
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        issued=date(2019, 6, 3),
        issued_basis="leading line",
        source="Reuters",
    )


def test_the_users_date_and_source_count_where_the_report_has_none(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(STORY)
    (tmp_path / "full.txt").write_text(f"ACCRA, May 5, 2004 (AP) - {STORY}")
    found = _read(tmp_path, issued=date(2019, 6, 3), source="Ghana Daily")
    bare, full = found["bare"], found["full"]
    assert isinstance(bare, Document)
    assert isinstance(full, Document)
    assert (bare.issued, bare.issued_basis, bare.source) == (date(2019, 6, 3), "given", "Ghana Daily")
    assert (full.issued, full.issued_basis, full.source) == (date(2004, 5, 5), "dateline", "Associated Press")


def test_without_any_date_it_stays_open(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(STORY)
    (document,) = _read(tmp_path).values()
    assert isinstance(document, Document)
    assert (document.issued, document.issued_basis, document.source) == (None, "", None)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "date.txt").write_text(" date 2019-06-03 \n")
    (tmp_path / "spanish.txt").write_text("Un ataque con bombas en la capital mata a los jefes de la policía.")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = _read(tmp_path)
    reasons = {Path(name).name: item.reason for name, item in found.items() if isinstance(item, InputError)}
    assert isinstance(found["good"], Document)
    assert reasons == {
        "latin.txt": "not UTF-8 text (byte 0xe9 at position 3); convert it to UTF-8 first",
        "empty.txt": "empty",
        "date.txt": "empty: holds nothing but a date",
        "spanish.txt": "not English: reads like Spanish",
        "gone.txt": "cannot be opened: No such file or directory",
    }


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(STORY.encode())))
    (document,) = read(find(["-"]))
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("stdin", STORY)


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY)
    stream = read(find([str(tmp_path)]))
    next(stream)
    (tmp_path / "b.txt").unlink()
    assert isinstance(next(stream), InputError)


@pytest.mark.parametrize("folder", ["seeds", "development"])
def test_given_reports_are_all_read(folder: str) -> None:
    given = Path(__file__).parents[3] / "shared" / folder
    if not given.is_dir():
        pytest.skip(f"no folder {given.name} beside the checkout")
    found = list(_read(given).values())
    assert found
    assert not [item for item in found if isinstance(item, InputError)]
