"""Standard output that nobody reads, or that is full."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

QUERIES = [sys.executable, "-m", "kg", "queries"]


def test_a_reader_that_has_enough_is_nothing_to_complain_of() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(QUERIES, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_standard_output_is_an_error() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(QUERIES, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr == "kg: standard output: cannot be written: No space left on device\n"
