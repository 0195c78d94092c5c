"""``kg build --work`` and ``kg remove``: what was read once is not read again, and nothing else differs."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.archive import WorkDirectory
from kg.model import Attestation, Document, Entity, EntityKind, Predicate, Reading, Ref, Span, Statement
from tests.archive.fake import NAMES, report
from tests.cli.conftest import FakeReader, Run

pytestmark = pytest.mark.usefixtures("counted")

Read = list[str]
FRONTS = ("Karmali", "Tolvan", "Bestur", "Ondeni")


_ROLE = re.compile(r"(?P<name>[A-Z]\w+ [A-Z]\w+) was of the (?P<group>\w+ Front)")


def with_roles(reading: Reading) -> Reading:
    """The reading with what its document says in passing: ``X Y was of the Z Front``."""
    entities, attested = list(reading.entities), []
    persons = {entity.name: entity.key for entity in entities}
    for number, match in enumerate(_ROLE.finditer(reading.document.text)):
        group, words = f"g{number}", Span(*match.span())
        entities.append(Entity(group, EntityKind.GROUP, name=match["group"], mentions=(Span(*match.span("group")),)))
        if match["name"] in persons:
            role = Statement(persons[match["name"]], Predicate.MEMBER_OF, Ref(group))
            attested.append(Attestation(f"a{number}", (role,), reading.document.id, words))
    roles = tuple(one.statements[0] for one in attested)
    return replace(reading, entities=tuple(entities), attributes=roles, attestations=tuple(attested))


def told(number: int) -> str:
    """A report that says in passing of whom he was one."""
    return f"{report(number)} {NAMES[number % len(NAMES)]} was of the {FRONTS[number % len(FRONTS)]} Front.\n"


class CountedReader(FakeReader):
    """Remembers what it has read."""

    def __init__(self, seen: Read) -> None:
        self._seen = seen

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            self._seen.append(document.id)
            yield with_roles(self.read(document))


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Read:
    seen: Read = []
    monkeypatch.setattr("kg.build.reader", lambda model=None, threads=1: CountedReader(seen))
    return seen


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(5):
        (folder / f"r{number}.txt").write_text(report(number))
    return folder


def test_only_what_is_new_or_changed_is_read(run: Run, reports: Path, tmp_path: Path, counted: Read) -> None:
    arguments = ("build", reports, "--work", tmp_path / "work", "-o", tmp_path / "g.ttl")
    assert run(*arguments).code == 0
    assert sorted(counted) == ["r0", "r1", "r2", "r3", "r4"]
    counted.clear()
    (reports / "r1.txt").write_text(report(21))
    (reports / "r2.txt").unlink()
    (reports / "r5.txt").write_text(report(5))
    ran = run(*arguments)
    assert sorted(counted) == ["r1", "r5"]
    assert "5 documents read, 3 of them in an earlier build" in ran.err
    assert (tmp_path / "g.ttl").read_text() == run("build", reports, "-o", "-").out


def test_when_nothing_has_changed_nothing_is_done(run: Run, reports: Path, tmp_path: Path, counted: Read) -> None:
    target = tmp_path / "g.ttl"
    arguments = ("build", reports, "--work", tmp_path / "work", "-o", target, "--summary", tmp_path / "s.json")
    run(*arguments)
    before = (target.read_bytes(), target.stat().st_mtime_ns)
    first = json.loads((tmp_path / "s.json").read_text())
    counted.clear()
    ran = run(*arguments)
    assert "nothing has changed" in ran.err
    assert (target.read_bytes(), target.stat().st_mtime_ns) == before
    second = json.loads((tmp_path / "s.json").read_text())
    assert (first["unchanged"], second["unchanged"], counted) == (False, True, [])
    assert (first["read anew"], second["read anew"], second["events"]) == (5, 0, 5)
    target.write_text("somebody else's")
    assert "nothing has changed" not in run(*arguments).err
    assert target.read_bytes() == before[0]
    other = run("build", reports, "--work", tmp_path / "work", "-o", tmp_path / "g.nq")
    assert (other.code, counted) == (0, [])
    assert "5 events" in other.err


def test_an_unreadable_file_is_told_of_each_time(run: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "bad.txt").write_bytes(b"caf\xe9")
    (reports / "bad.jsonl").write_text('{"text": ""}\n')
    (reports / "stone.txt").write_text("A stumbling block.")
    for _ in range(2):
        ran = run("build", reports, "--work", tmp_path / "work", "-o", tmp_path / "g.ttl")
        assert ran.code == 1
        assert "bad.txt: not UTF-8" in ran.err
        assert "bad.jsonl: line 1: no text" in ran.err
        assert "stone: internal fault: ValueError: stumbled" in ran.err


def test_other_settings_other_documents(run: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "undated.txt").write_text("Omar Haddan was killed in the town.")
    for day in ("2020-02-03", "2020-02-04"):
        arguments = ("build", reports, "--date", day)
        run(*arguments, "--work", tmp_path / "work", "-o", tmp_path / "g.ttl")
        assert (tmp_path / "g.ttl").read_text() == run(*arguments, "-o", "-").out


def test_added_documents_join_the_earlier_ones(run: Run, reports: Path, tmp_path: Path, counted: Read) -> None:
    today = tmp_path / "today"
    today.mkdir()
    (today / "t.txt").write_text(report(9))
    run("build", reports, "--work", tmp_path / "work", "-o", tmp_path / "g.ttl")
    counted.clear()
    run("build", today, "--add", "--work", tmp_path / "work", "-o", tmp_path / "g.ttl")
    assert counted == ["t"]
    assert (tmp_path / "g.ttl").read_text() == run("build", reports, today, "-o", "-").out
    (today / "t.txt").write_text(report(10))
    run("build", today, "--add", "--work", tmp_path / "work", "-o", tmp_path / "g.ttl")
    assert (tmp_path / "g.ttl").read_text() == run("build", reports, today, "-o", "-").out
    run("build", today, "--work", tmp_path / "work", "-o", tmp_path / "g.ttl")
    assert (tmp_path / "g.ttl").read_text() == run("build", today, "-o", "-").out


def test_a_withdrawn_document_is_gone(run: Run, reports: Path, tmp_path: Path, counted: Read) -> None:
    work, graph = tmp_path / "work", tmp_path / "g.ttl"
    build = ("build", reports, "--work", work, "-o", graph)
    run(*build)
    with_it = graph.read_text()
    counted.clear()
    ran = run("remove", "r3", "--work", work)
    assert (ran.code, counted) == (0, [])
    without = run("build", *(reports / f"r{n}.txt" for n in (0, 1, 2, 4)), "-o", "-").out
    assert graph.read_text() == without
    counted.clear()
    assert "nothing has changed" in run(*build).err
    assert (graph.read_text(), counted) == (without, [])
    assert b"town 3" not in (work / "readings.sqlite").read_bytes()
    assert run("remove", "r3", "--work", work, "--undo").code == 0
    run(*build)
    assert (graph.read_text(), counted) == (with_it, ["r3"])


def test_a_role_goes_with_the_only_document_that_told_it(run: Run, tmp_path: Path, counted: Read) -> None:
    reports, work, target = tmp_path / "reports", tmp_path / "work", tmp_path / "g.ttl"
    reports.mkdir()
    (reports / "a.txt").write_text(told(0))
    (reports / "b.txt").write_text(report(6))  # of the same man
    run("build", reports, "--work", work, "-o", target)
    assert "kgc:memberOf" in target.read_text()
    assert run("remove", "a", "--work", work).code == 0
    assert "kgc:memberOf" not in target.read_text()
    assert NAMES[0] in target.read_text()


def test_what_cannot_be_withdrawn(run: Run, reports: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    assert "no such working directory" in run("remove", "a", "--work", work).err
    run("build", reports / "r0.txt", "--work", work, "-o", tmp_path / "g.ttl")
    for arguments, reason in (
        (("r9",), "no such document in the last build: r9"),
        (("r0",), "that would leave no document"),
        (("r0", "--undo"), "not withdrawn: r0"),
    ):
        ran = run("remove", *arguments, "--work", work)
        assert (ran.code, reason in ran.err) == (2, True), ran.err


def test_a_second_run_at_the_same_time_says_so_and_stops(run: Run, reports: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    with WorkDirectory.opened(work):
        ran = run("build", reports, "--work", work, "-o", tmp_path / "g.ttl")
    assert ran.code == 2
    assert "another run is at work there (process " in ran.err
    assert not (tmp_path / "g.ttl").exists()
    assert run("build", reports, "--work", work, "-o", tmp_path / "g.ttl").code == 0


def test_a_damaged_or_foreign_directory_is_told_of(run: Run, reports: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "readings.sqlite").write_bytes(b"no database at all" * 1000)
    ran = run("build", reports, "--work", work, "-o", tmp_path / "g.ttl")
    assert (ran.code, "damaged" in ran.err) == (2, True), ran.err
    shutil.rmtree(work)
    work.write_text("a file")
    ran = run("build", reports, "--work", work, "-o", tmp_path / "g.ttl")
    assert (ran.code, "cannot be written" in ran.err) == (2, True), ran.err


def test_the_working_directory_is_no_input(run: Run, reports: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert run("build", reports, "--work", reports / "work", "-o", reports / "g.ttl").code == 0


def test_kept_texts_are_what_offsets_refer_to_and_can_be_read_again(run: Run, reports: Path, tmp_path: Path) -> None:
    kept = tmp_path / "texts.jsonl"
    graph = run("build", reports, "-o", "-", "--keep-text", kept).out
    documents = [json.loads(line) for line in kept.read_text().splitlines()]
    assert [document["id"] for document in documents] == ["r0", "r1", "r2", "r3", "r4"]
    assert all(document["sha256"] in graph for document in documents)
    alone = kept.read_bytes()
    run("build", reports, "-o", tmp_path / "g.ttl", "--keep-text", kept, "--work", tmp_path / "work")
    assert kept.read_bytes() == alone
    again = tmp_path / "again.jsonl"
    run("build", kept, "-o", tmp_path / "h.ttl", "--keep-text", again)
    read = [json.loads(line) for line in again.read_text().splitlines()]
    assert [d["text"] for d in read] == [d["text"] for d in documents]


def test_the_formats_of_graphs(run: Run, reports: Path, tmp_path: Path) -> None:
    for name in ("g.ttl", "g.nq", "g.trig"):
        assert run("build", reports, "-o", tmp_path / name).code == 0
    assert run("build", reports, "-o", tmp_path / "g.txt", "--format", "nquads").code == 0
    assert (tmp_path / "g.txt").read_bytes() == (tmp_path / "g.nq").read_bytes()
    assert run("build", reports, "-o", "-", "--format", "rdfa").code == 2
    for name in ("g.nq", "g.trig"):
        asked = run("query", "who-was-killed", "--graph", tmp_path / name, "--format", "csv")
        assert asked.out == run("query", "who-was-killed", "--graph", tmp_path / "g.ttl", "--format", "csv").out


Edit = tuple[str, int, int]
edits = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "delete", "table", "remove", "undo"]), st.integers(0, 4), st.integers(0, 8)
    ),
    max_size=5,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(edits, min_size=1, max_size=4))
def test_however_a_folder_changes_the_graph_is_that_of_a_build_from_nothing(run: Run, rounds: list[list[Edit]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        _replay(run, Path(name), rounds)


def _replay(run: Run, place: Path, rounds: list[list[Edit]]) -> None:
    reports, graph = place / "reports", place / "g.nq"
    reports.mkdir()
    (reports / "always.txt").write_text(told(50))
    withdrawn: set[str] = set()
    for changes in rounds:
        for what, where, number in changes:
            path = reports / f"r{where}.txt"
            if what == "write":
                path.write_text(told(number))
            elif what == "delete":
                path.unlink(missing_ok=True)
            elif what == "table":
                lines = (json.dumps({"text": told(n), "id": n}) + "\n" for n in range(number))
                (reports / f"t{where}.jsonl").write_text("".join(lines))
            elif run("remove", path.stem, "--work", place / "work", *(["--undo"] if what == "undo" else [])).code == 0:
                (withdrawn.discard if what == "undo" else withdrawn.add)(path.stem)
        run("build", reports, "--work", place / "work", "-o", graph)
        wanted = [path for path in sorted(reports.iterdir()) if path.stem not in withdrawn]
        assert graph.read_text() == run("build", *wanted, "-o", "-", "--format", "nquads").out
