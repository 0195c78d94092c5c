"""The documentation: every command and option is in the reference, links lead somewhere, examples run."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import application
from kg.cli.reference import markdown
from kg.vocab import KGC

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md"))
GENERATED = {"reference/cli.md", "reference/ontology.html"}
_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
_PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def helped(*words: str) -> str:
    shown = CliRunner().invoke(application(), [*words, "--help"])
    assert shown.exit_code == 0, words
    return shown.stdout


def commands(*words: str) -> Iterator[list[str]]:
    """Every command as its words, those of groups included."""
    listed = helped(*words).partition("Commands:")[2].partition("\n\n")[0]
    for name in re.findall(r"^  ([a-z0-9-]+)(?: |$)", listed, re.MULTILINE):
        yield [*words, name]
        yield from commands(*words, name)


def test_the_reference_has_every_command_and_option() -> None:
    sections = dict(re.findall(r"^## (kg [^\n]+)\n(.*?)(?=^## |\Z)", markdown(), re.MULTILINE | re.DOTALL))
    found = [" ".join(["kg", *words]) for words in commands()]
    assert len(found) >= 10
    assert set(found) == set(sections)
    for words in commands():
        listed = helped(*words).partition("Options:")[2]
        for option in re.findall(r"^  (?:-\w, )?(--[a-z-]+)", listed, re.MULTILINE):
            if option != "--help":
                assert option in sections[" ".join(["kg", *words])], option


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    path = DOCS / page
    for target, anchor in _LINK.findall(path.read_text(encoding="utf-8")):
        other = (path.parent / target).resolve() if target else path
        if other.is_relative_to(DOCS) and str(other.relative_to(DOCS)) in GENERATED:
            continue
        assert other.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", other.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", h.lower()).strip().replace(" ", "-") for h in headings}, anchor


def test_every_page_can_be_found() -> None:
    """Every page is linked from another one, or from the navigation of the site."""
    linked = {"index.md"} | set(re.findall(r"[\w/-]+\.md", (ROOT / "site" / "mkdocs.yml").read_text(encoding="utf-8")))
    assert {page for page in PAGES if not page.startswith("decisions/")} <= linked
    assert linked <= set(PAGES) | GENERATED


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the reports of the examples."""
    shutil.copytree(ROOT / "seeds", tmp_path / "reports")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.model
def test_the_examples_in_python_run(workplace: Path) -> None:
    code = (DOCS / "python.md").read_text(encoding="utf-8")
    blocks = _PYTHON.findall(code)
    if any("to_pandas" in block for block in blocks):
        with contextlib.suppress(ModuleNotFoundError):
            import pandas  # noqa: F401
        if "pandas" not in sys.modules:
            blocks = [block for block in blocks if "to_pandas" not in block]
    scope: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/python.md", "exec"), scope)
    assert (workplace / "case.html").is_file()
    assert (workplace / "map.svg").is_file()


@pytest.mark.model
def test_the_tutorial_can_be_followed(workplace: Path) -> None:
    """Every command of the tutorial after the installation, as it stands there."""
    text = (DOCS / "tutorial.md").read_text(encoding="utf-8").partition("## 2.")[2]
    shutil.copytree(workplace / "reports", workplace / "seeds")
    shutil.rmtree(workplace / "reports")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for line in re.findall(r"^\$ (.+)$", text, re.MULTILINE):
        if line.startswith("kg serve"):
            continue
        ran = subprocess.run(line, shell=True, capture_output=True, text=True, env=environment, check=False)
        assert ran.returncode == 0, (line, ran.stderr)
        assert ran.stdout or ran.stderr or "cp " in line or " -o " in line, line


HOW_TO = sorted((DOCS / "how-to").glob("*.md"))
LEFT_OUT = {
    "kg serve": "runs until it is stopped; tests/web has it",
    "en_core_web_trf": "a model that would have to be downloaded",
    "dask": "needs a cluster; tests/test_work.py has one of threads",
    "http://": "needs a store of somebody else's; tests/store has one",
    "export ": "sets the password of such a store",
}
"""Commands of the guides that no test runs, by what stands in them, with the reason."""


@pytest.mark.model
@pytest.mark.parametrize("guide", HOW_TO, ids=lambda guide: str(guide.stem))
def test_the_guides_can_be_followed(workplace: Path, guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    shutil.copytree(workplace / "reports", workplace / "today")
    for query in re.findall(r"^```sparql\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        (workplace / "weapon.rq").write_text(query, encoding="utf-8")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    lines = [
        line for line in re.findall(r"^\$ (.+)$", text, re.MULTILINE) if not any(part in line for part in LEFT_OUT)
    ]
    # Decisions are taken at a terminal; here, none are.
    (workplace / "corrections.tsv").touch()
    # Guides go on from the tutorial, where a graph has been built.
    for line in ["kg build reports/ -o graph.ttl", "mkdir -p knowledge", *lines]:
        ran = subprocess.run(
            line.replace("mkdir knowledge", "mkdir -p knowledge"),
            shell=True, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, (line, ran.stderr)


def test_the_site_is_built(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="needs the extra 'docs'")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(ROOT / "site/mkdocs.yml"), "--site-dir"]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, env=quiet, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "kg report" in (tmp_path / "reference" / "cli.html").read_text(encoding="utf-8")
    ontology = (tmp_path / "reference" / "ontology.html").read_text(encoding="utf-8")
    terms = [name for name in KGC.__annotations__ if not name.startswith("_")]
    assert len(terms) > 100
    assert [name for name in terms if f"<code>{KGC[name]}</code>" not in ontology] == []
    whole = "".join(page.read_text(encoding="utf-8") for page in tmp_path.rglob("*.html"))
    assert not re.findall(r'<(?:script|img|link)[^>]+(?:src|href)="(https?:[^"]+)"', whole)
