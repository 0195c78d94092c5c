"""What the site adds to the pages in docs/: references of commands and ontology, the list of decisions."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from kg.cli.reference import markdown
from kg.resources import bundled

REFERENCE = "reference/cli.md"
ONTOLOGY = "reference/ontology.html"


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
    """Add the references, made from the commands and from the ontology themselves."""
    files.append(File.generated(config, REFERENCE, content=markdown()))
    files.append(File.generated(config, ONTOLOGY, content=ontology()))
    return files


def ontology() -> str:
    """The reference of the ontology in HTML, as pyLODE makes it; it needs nothing from elsewhere."""
    # pyLODE makes every library of the process tell all that it does.
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    logging.disable(logging.INFO)
    try:
        from pylode import OntPub

        page: str = OntPub(bundled("ontology") / "ontology.ttl", sort_subjects=True).make_html()
        return page
    finally:
        logging.disable(logging.NOTSET)
        root.setLevel(level)
        root.handlers[:] = handlers
