"""Help is there for everything and costs nothing."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from kg import __version__
from tests.cli.conftest import Run

COMMANDS = [
    "build",
    "query",
    "queries",
    "conflicts",
    "why",
    "why-not",
    "resolve",
    "export",
    "validate",
    "infer",
    "load",
    "serve",
    "eval",
    "version",
]
HEAVY = [
    "spacy",
    "rdflib",
    "pyoxigraph",
    "onnxruntime",
    "tokenizers",
    "numpy",
    "pyshacl",
    "owlrl",
    "rich",
    "starlette",
    "uvicorn",
    "requests",
]


def test_help_imports_nothing_heavy_and_is_quick() -> None:
    script = (
        "import sys\n"
        "sys.argv = ['kg', '--help']\n"
        "from kg.cli import main\n"
        "try:\n    main()\n"
        f"finally:\n    print('LOADED', [name for name in {HEAVY} if name in sys.modules])\n"
    )
    times = []
    for _ in range(3):
        started = time.monotonic()
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        times.append(time.monotonic() - started)
        assert "LOADED []" in done.stdout
    assert min(times) < 1


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_is_listed(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"kg {command}" in ran.out or f" {command} " in ran.out
    assert command in run("--help").out


def test_help_tells_the_exit_codes(run: Run) -> None:
    assert "Exit codes: 0 done; 1 a finding" in run("--help").out


@pytest.mark.parametrize("arguments", [["--version"], ["version"]])
def test_version(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (0, f"kg {__version__}\n")


def test_an_unknown_command_is_a_usage_error(run: Run) -> None:
    ran = run("bild")
    assert ran.code == 2
    assert "bild" in ran.err


def test_the_module_runs_too() -> None:
    done = subprocess.run([sys.executable, "-m", "kg", "version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"kg {__version__}\n"
