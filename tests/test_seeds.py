"""The demo's reports are in shape: readable, listed with their sources, and in our own words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
ORIGINALS = ROOT.parent / "shared" / "seeds"
RUN = 9


def word_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def test_there_are_enough_reports_for_a_demo() -> None:
    assert len(SEEDS) >= 14


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_offsets_mean_the_same_everywhere(path: Path) -> None:
    data = path.read_bytes()
    assert b"\r" not in data, "line ends that some checkouts rewrite"
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8").endswith("\n")


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_leading_date_is_a_day(path: Path) -> None:
    leading = re.match(r"\s*date (\S+)", path.read_text(encoding="utf-8"))
    if leading:
        assert 1900 < date.fromisoformat(leading[1]).year < 2100


def test_every_report_has_its_sources_and_no_source_lacks_its_report() -> None:
    listed = re.findall(r"^\| `([^`]+\.txt)`", (ROOT / "seeds/SOURCES.md").read_text(encoding="utf-8"), re.M)
    assert sorted(listed) == [path.name for path in SEEDS]


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the original reports are not here (../shared/seeds)")
@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_no_nine_words_in_a_row_are_an_originals(path: Path) -> None:
    ours = word_runs(path.read_text(encoding="utf-8"))
    for original in sorted(ORIGINALS.glob("*.txt")):
        common = ours & word_runs(original.read_text(encoding="utf-8"))
        assert not common, f"{original.name}: {sorted(common)}"
