"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.files import check_writable, replacing


def test_content_appears_at_the_end_and_whole(tmp_path: Path) -> None:
    target = tmp_path / "g.ttl"
    target.write_bytes(b"old")
    with replacing(target) as stream:
        stream.write(b"new " * 100_000)
        stream.flush()
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new " * 100_000
    assert list(tmp_path.iterdir()) == [target]


def _write_half(target: Path, error: BaseException) -> None:
    with replacing(target) as stream:
        stream.write(b"half")
        raise error


@pytest.mark.parametrize("error", [ValueError(), KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_a_failure_leaves_what_was_there(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "g.ttl"
    target.write_bytes(b"old")
    with pytest.raises((type(error), OutputError)):
        _write_half(target, error)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_rights_of_a_replaced_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "g.ttl"
    target.touch()
    target.chmod(0o640)
    with replacing(target) as stream:
        stream.write(b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.ttl").write_bytes(b"old")
    link = tmp_path / "link.ttl"
    link.symlink_to("real.ttl")
    with replacing(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.ttl").read_bytes() == b"new"


def test_devices_and_pipes_are_written_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    check_writable(pipe)
    child = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with replacing(pipe) as stream:
        stream.write(b"data")
    assert os.read(child, 10) == b"data"
    os.close(child)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (".", "is a folder"),
        ("no/g.ttl", "does not exist"),
        ("file/g.ttl", "is not a folder"),
        ("x" * 300, "File name too long"),
    ],
)
def test_places_that_cannot_be_written(tmp_path: Path, place: str, message: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=message):
        check_writable(tmp_path / place)


def test_checking_leaves_nothing(tmp_path: Path) -> None:
    check_writable(tmp_path / "g.ttl")
    assert list(tmp_path.iterdir()) == []
