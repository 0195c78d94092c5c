"""How what speaks against a graph is told: by ``kg validate`` and by ``kg build --validate``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli import output
from kg.cli.failing import say
from kg.cli.wording import counted

if TYPE_CHECKING:
    from kg.cli.building import Summary, Target
    from kg.rdf import Checked, Finding

_SHOWN = 5
"""Documents named for one finding."""


def line(finding: Finding) -> str:
    """Which node, what is wrong with it, and in which documents to look."""
    name = f" “{finding.label}”" if finding.label else ""
    value = f" ({finding.value})" if finding.value and finding.value != finding.node else ""
    documents = f" [{', '.join(finding.documents[:_SHOWN])}{' …' if len(finding.documents) > _SHOWN else ''}]"
    return f"{finding.severity}: {finding.node}{name}: {finding.message}{value}{documents if finding.documents else ''}"


def verdict(checked: Checked) -> str:
    """Whether the graph conforms, and how many of its documents do not."""
    documents = counted(len(checked.documents), "document")
    if not checked.broken:
        return f"conforms: {documents} checked"
    where = f", in {len(checked.at_fault):,} of {documents}" if checked.documents else ""
    return f"does not conform: {counted(len(checked.broken), 'violation')}{where}"


@contextmanager
def copy_of(target: Target) -> Iterator[Path | None]:
    """A file for a second copy of a graph that goes where it cannot be read again, else None."""
    place = Path(target.to)
    if target.to != output.STDOUT and (place.is_file() or not place.exists()):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="kg-build-") as folder:
        yield Path(folder) / "graph"


def conforms(graph: Path, form: str, summary: Summary) -> bool:
    """Whether a graph that has just been written follows the shapes; tells of each finding and of the verdict."""
    from kg.rdf import check

    checked = check(graph, form)
    summary.lap("checking")
    summary.figures |= {
        "checked": len(checked.documents),
        "violations": len(checked.broken),
        "do not conform": len(checked.at_fault),
    }
    for finding in checked.findings:
        say(f"kg: {line(finding)}")
    say(f"kg: {verdict(checked)}")
    return not checked.broken
