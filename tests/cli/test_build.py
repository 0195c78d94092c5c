"""``kg build`` on every kind of input and output, with a reader that needs no model."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import FakeReader, Run

ONE = " date 2019-06-03 The army said that Omar Haddan was killed in the town on Sunday.\n"
TWO = "The army said that Yusuf Karam was killed in the village on the border.\n"

pytestmark = pytest.mark.usefixtures("fake_reader")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE)
    (folder / "two.txt").write_text(TWO)
    return folder


def test_a_folder_becomes_a_graph(run: Run, reports: Path, tmp_path: Path) -> None:
    ran = run("build", reports, "-o", tmp_path / "g.ttl")
    assert (ran.code, ran.out) == (0, "")
    assert "2 documents read; 2 events" in ran.err
    graph = (tmp_path / "g.ttl").read_text()
    assert "Omar Haddan" in graph
    assert "Yusuf Karam" in graph


def test_the_graph_is_data_on_stdout_and_the_rest_is_not(run: Run, reports: Path, tmp_path: Path) -> None:
    run("build", reports, "-o", tmp_path / "g.ttl")
    ran = run("build", reports, "-o", "-")
    assert ran.out == (tmp_path / "g.ttl").read_text()


def test_order_and_repetition_of_paths_change_nothing(run: Run, reports: Path) -> None:
    folder = run("build", reports, "-o", "-").out
    files = run("build", reports / "two.txt", reports / "one.txt", reports, "-o", "-").out
    assert files == folder


def test_standard_input(run: Run, tmp_path: Path) -> None:
    ran = run("build", "-", "-o", tmp_path / "g.ttl", stdin=ONE)
    assert ran.code == 0
    assert "Omar Haddan" in (tmp_path / "g.ttl").read_text()


def test_date_and_source_of_the_user(run: Run, reports: Path) -> None:
    graph = run("build", reports, "-o", "-", "--date", "2020-02-11", "--source", "The Daily Planet").out
    assert "2020-02-11" in graph
    assert "2019-06-03" in graph
    assert "The Daily Planet" in graph


def test_base(run: Run, reports: Path) -> None:
    graph = run("build", reports, "-o", "-", "--base", "https://example.org/kg/").out
    assert "<https://example.org/kg/>" in graph


def test_bad_files_are_named_and_the_others_built(run: Run, reports: Path, tmp_path: Path) -> None:
    good = run("build", reports, "-o", "-").out
    (reports / "empty.txt").touch()
    (reports / "noise.bin").write_bytes(bytes(range(256)))
    (reports / "latin.txt").write_bytes("Le café".encode("latin-1"))
    (reports / "french.txt").write_text("Une frappe a tué un chef des rebelles dans le nord, selon la police.")
    ran = run("build", reports, "-o", tmp_path / "g.ttl")
    assert ran.code == 1
    assert (tmp_path / "g.ttl").read_text() == good
    assert "2 documents read, 4 left out" in ran.err
    for line in ("empty.txt: empty", "noise.bin: binary", "latin.txt: not UTF-8", "french.txt: not English"):
        assert line in ran.err


def test_a_report_that_kg_stumbles_over_stops_no_other(run: Run, reports: Path, tmp_path: Path) -> None:
    good = run("build", reports, "-o", "-").out
    for name in ("another", "one-more", "yet-another"):
        (reports / f"{name}.txt").write_text(f"This is a stumbling block by the name of {name}.")
    ran = run("build", reports, "-o", tmp_path / "g.ttl")
    assert ran.code == 1
    assert (tmp_path / "g.ttl").read_text() == good
    assert "kg: left out one-more: internal fault: ValueError: stumbled" in ran.err
    assert "2 documents read, 3 left out" in ran.err


def test_nothing_is_written_when_nothing_can_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "g.ttl").write_text("as it was")
    ran = run("build", tmp_path / "empty.txt", "-o", tmp_path / "g.ttl")
    assert ran.code == 2
    assert "empty.txt: empty" in ran.err
    assert "nothing to build from" in ran.err
    assert (tmp_path / "g.ttl").read_text() == "as it was"


def test_a_report_without_events_is_a_graph_of_a_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text("Nothing happened in the town on Sunday, the mayor said.")
    ran = run("build", tmp_path / "quiet.txt", "-o", "-")
    assert ran.code == 0
    assert "quiet" in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{in}/nope.txt", "{in}", "-o", "{tmp}/g.ttl"], "no such file or folder"),
        (["{tmp}/void", "-o", "{tmp}/g.ttl"], "no files to read"),
        (["{in}", "-o", "{tmp}/no/g.ttl"], "does not exist"),
        (["{in}", "-o", "{in}/one.txt/g.ttl"], "is not a folder"),
        (["{in}", "-o", "{tmp}"], "is a folder"),
        (["{in}/one.txt", "-o", "{in}/one.txt"], "input and output at once"),
        (["{in}", "-o", "{tmp}/g.ttl", "--date", "3 June"], "--date"),
        (["{in}", "-o", "{tmp}/g.ttl", "--date", "2019-02-30"], "--date"),
        (["{in}", "-o", "{tmp}/g.ttl", "--source", " "], "--source"),
        (["{in}", "-o", "{tmp}/g.ttl", "--base", "not an iri"], "--base"),
        (["{in}", "-o", "{tmp}/g.ttl", "--threads", "0"], "--threads"),
        (["{in}"], "--output"),
        ([], "PATH"),
    ],
)
def test_what_cannot_be_right_is_said_before_any_work(
    run: Run,
    reports: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    def too_late(model: str | None = None, threads: int = 1) -> FakeReader:
        raise AssertionError("the language model was loaded")

    monkeypatch.setattr("kg.build.reader", too_late)
    (tmp_path / "void").mkdir()
    before = sorted(tmp_path.rglob("*"))
    ran = run(
        "build",
        *(argument.replace("{in}", str(reports)).replace("{tmp}", str(tmp_path)) for argument in arguments),
    )
    assert ran.code == 2
    assert message in ran.err
    assert ran.out == ""
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_closed_folder_is_said_before_any_work(run: Run, reports: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert run("build", reports, "-o", closed / "g.ttl").code == 2


def test_an_earlier_graph_among_the_reports_is_no_report(run: Run, reports: Path) -> None:
    first = run("build", reports, "-o", reports / "g.ttl")
    graph = (reports / "g.ttl").read_bytes()
    second = run("build", reports, "-o", reports / "g.ttl")
    assert (first.code, second.code) == (0, 0)
    assert (reports / "g.ttl").read_bytes() == graph


def test_a_new_graph_gets_the_rights_of_any_new_file(run: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    run("build", reports, "-o", tmp_path / "g.ttl")
    assert stat.S_IMODE((tmp_path / "g.ttl").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


class Failing:
    """A reader in which something goes wrong halfway."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def read(self, document: object) -> object:
        raise self.error

    def pipe(self, documents: Iterable[object]) -> Iterator[object]:
        for document in documents:
            yield self.read(document)


def test_an_interrupt_leaves_no_trace(run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.build.reader", lambda model=None, threads=1: Failing(KeyboardInterrupt()))
    (tmp_path / "g.ttl").write_text("as it was")
    before = sorted(tmp_path.rglob("*"))
    ran = run("build", reports, "-o", tmp_path / "g.ttl")
    assert (ran.code, ran.err) == (130, "kg: interrupted, nothing was written\n")
    assert (tmp_path / "g.ttl").read_text() == "as it was"
    assert sorted(tmp_path.rglob("*")) == before


def test_a_fault_of_kg_leaves_no_trace_and_shows_none(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*arguments: object) -> bytes:
        raise ValueError("a\nfault")

    monkeypatch.setattr("kg.build.serialized", fault)
    ran = run("build", reports, "-o", tmp_path / "g.ttl")
    assert ran.code == 3
    assert ran.err == "kg: internal fault: ValueError: a fault (--debug shows where)\n"
    assert not (tmp_path / "g.ttl").exists()


def test_debug_shows_where_a_fault_is(run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.build.reader", lambda model=None, threads=1: Failing(ValueError("a fault")))
    monkeypatch.setenv("KG_DEBUG", "1")
    ran = run("build", reports, "-o", tmp_path / "g.ttl")
    assert ran.code == 2
    assert "Traceback" in ran.err
    assert "nothing to build from: 0 documents read, 2 left out" in ran.err


def test_an_unknown_model_is_an_input_error(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.errors import ModelError

    def missing(model: str | None = None, threads: int = 1) -> FakeReader:
        raise ModelError(f"no such model: {model}")

    monkeypatch.setattr("kg.build.reader", missing)
    ran = run("build", reports, "-o", tmp_path / "g.ttl", "--model", "en_none")
    assert (ran.code, "no such model: en_none" in ran.err) == (2, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_an_error(run: Run, reports: Path) -> None:
    ran = run("build", reports, "-o", "/dev/full")
    assert ran.code == 2
    assert "No space left" in ran.err


def test_what_is_left_out_is_listed_also_when_the_build_fails(run: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").touch()
    (reports / "lines.jsonl").write_text('{"text": "Omar Haddan was killed in the town."}\n{"text": ""}\n')
    # Among the inputs: an earlier list is not read as a report.
    listed = reports / "quarantine.jsonl"
    for _ in range(2):
        assert run("build", reports, "-o", tmp_path / "g.ttl", "--quarantine", listed).code == 1
        entries = [json.loads(line) for line in listed.read_text().splitlines()]
        assert [(Path(entry["name"]).name, entry["reason"]) for entry in entries] == [
            ("empty.txt", "empty"),
            ("lines.jsonl: line 2", "no text in the field 'text'"),
        ]
    assert run("build", reports / "empty.txt", "-o", tmp_path / "h.ttl", "--quarantine", listed).code == 2
    assert len(listed.read_text().splitlines()) == 1


def test_columns_and_formats_that_the_user_names(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("when|what\n2019-06-03|Omar Haddan was killed in the town.\n")
    ran = run("build", tmp_path, "-o", "-", "--input-format", "csv", "--text-field", "what", "--date-field", "when")
    assert ran.code == 0, ran.err
    assert "2019-06-03" in ran.out
    wrong = run("build", tmp_path, "-o", "-", "--input-format", "word")
    assert wrong.code == 2
    assert "csv, eml, feed, gzip, html" in wrong.err


def test_where_a_text_is_from_is_in_the_graph(run: Run, tmp_path: Path) -> None:
    story = "Omar Haddan was killed in the town on Sunday."
    head = "<head><meta name='author' content='Ana Prado'></head>"
    (tmp_path / "p.html").write_text(f"<html>{head}<body><article><p>{story}</p></article></body></html>")
    graph = run("build", tmp_path, "-o", "-").out
    assert 'kgc:byline "Ana Prado"' in graph
    assert 'kgc:extractor "trafilatura ' in graph
