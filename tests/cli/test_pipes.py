"""Standard output that nobody reads, or that is full."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

KG = [sys.executable, "-m", "kg"]


def test_a_reader_that_has_enough_is_nothing_to_complain_of() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run([*KG, "queries"], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, "")


@pytest.mark.parametrize("command", ["queries", "--help", "--version"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_standard_output_is_an_error(command: str, unbuffered: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*KG, command], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr == "kg: standard output: cannot be written: No space left on device\n"
