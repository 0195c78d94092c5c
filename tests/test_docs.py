"""What README and the usage page show exists: commands, options, files, bundled questions."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import application
from kg.query import load

ROOT = Path(__file__).resolve().parents[1]
PAGES = ["README.md", "docs/usage.md"]
ALL_PAGES = ["README.md", *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "docs").rglob("*.md"))]
_CODE = re.compile(r"`([^`\n]+)`|^\$ (.+)$", re.MULTILINE)
_COMMAND = re.compile(r"(?:^|\| |\$ )(?:\S*/)?(kg [a-z][^|#;…]*)")
_MAKE = re.compile(r"^make ([a-z]+)$")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def _code(page: str) -> list[str]:
    """What stands in code spans and after prompts."""
    return [a or b for a, b in _CODE.findall((ROOT / page).read_text(encoding="utf-8"))]


def _commands(page: str) -> list[list[str]]:
    return [shlex.split(found) for code in _code(page) for found in _COMMAND.findall(code.replace("\\|", "/"))]


@pytest.mark.parametrize("page", ALL_PAGES)
def test_commands_and_their_options_exist(page: str) -> None:
    commands = _commands(page)
    assert commands or page not in PAGES
    for _, name, *arguments in commands:
        shown = CliRunner().invoke(application(), [name, "--help"])
        assert shown.exit_code == 0, name
        for argument in arguments:
            if re.fullmatch(r"-{1,2}[a-z]+", argument):
                assert argument in shown.stdout, f"kg {name} has no {argument}"


@pytest.mark.parametrize("page", PAGES)
def test_questions_and_their_parameters_exist(page: str) -> None:
    asked = [arguments for _, name, *arguments in _commands(page) if name == "query" and arguments]
    assert asked
    for question, *arguments in asked:
        if not re.fullmatch(r"[a-z-]+", question):
            continue
        known = {parameter.name for parameter in load(question).parameters}
        given = {a.partition("=")[0] for option, a in pairwise(arguments) if option == "--param"}
        assert given <= known, question


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in _LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES)
def test_targets_of_make_exist(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in (match[1] for code in _code(page) if (match := _MAKE.match(code))):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_command_is_on_the_usage_page() -> None:
    shown = CliRunner().invoke(application(), ["--help"]).stdout
    listed = re.findall(r"^  ([a-z]+) ", shown.partition("Commands:")[2].partition("\n\n")[0], re.MULTILINE)
    assert listed
    usage = (ROOT / "docs/usage.md").read_text(encoding="utf-8")
    assert all(f"`kg {command}" in usage for command in listed)
