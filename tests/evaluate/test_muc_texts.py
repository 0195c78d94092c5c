"""Messages of the kind that MUC files hold, written for this test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.muc_texts import messages

_FILE = """TST9-MUC4-0001 (SOMEWHERE)

   PUERTO CLARO, 5 JUN 89 (AGENCY) -- [REPORT] [JUAN PEREZ] [TEXT] MEMBERS OF THE PEOPLE'S
FRONT [PF] ATTACKED A MILL.  [WORDS INDISTINCT] NOBODY WAS HURT.

   THE MILL BURNED.


TST9-MUC4-0002

   San Lino (Peru), 12 Dec 1990 -- [Text] Nothing happened.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "messages"
    path.write_text(_FILE, "latin-1")
    return path


def test_messages_with_their_dates(file: Path) -> None:
    first, second = messages([file])
    assert (first.document.id, first.document.issued, first.place) == (
        "TST9-MUC4-0001",
        date(1989, 6, 5),
        "PUERTO CLARO",
    )
    assert second.document.issued == date(1990, 12, 12)


def test_remarks_go_and_acronyms_stay(file: Path) -> None:
    text = messages([file])[0].document.text
    assert "PEOPLE'S FRONT (PF) ATTACKED A MILL. NOBODY WAS HURT." in text
    assert "[" not in text
    assert text.endswith("\n\nTHE MILL BURNED.")


def test_in_capitals_on_request(file: Path) -> None:
    assert "NOTHING HAPPENED." in messages([file], capitals=True)[1].document.text


def test_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        messages([tmp_path / "missing"])
    (tmp_path / "letter").write_text("Dear all")
    with pytest.raises(InputError, match="holds no message"):
        messages([tmp_path / "letter"])
