"""What the documentation site adds to the pages in docs/: the reference of commands, and the list of decisions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from kg.cli.reference import markdown

REFERENCE = "reference/cli.md"


def on_config(config: Any) -> Any:
    """Put all decisions into the navigation, by name."""
    pages = sorted(Path(config["docs_dir"], "decisions").glob("*.md"))
    for section in config["nav"]:
        if "Decisions" in section:
            section["Decisions"] = [{_title(page): f"decisions/{page.name}"} for page in pages]
    return config


def _title(page: Path) -> str:
    return page.stem.replace("-", " ").capitalize()


def on_files(files: Files, config: Any) -> Files:
    """Add the reference, made from the commands themselves."""
    files.append(File.generated(config, REFERENCE, content=markdown()))
    return files
