"""``kg remove``: withdraw documents from what a working directory builds."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.cli.building import Summary, Target, finish, state_of, tell
from kg.cli.failing import say
from kg.cli.wording import counted
from kg.errors import UsageError


def remove(
    work: Annotated[Path, typer.Option("--work", metavar="DIR", help="The working directory of the builds.")],
    identifiers: Annotated[
        list[str], typer.Argument(metavar="DOCUMENT", help="Identifiers, as kg query and the graph show them.")
    ],
    to: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="The graph; else the file of the last build.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Let documents in again, in the next build.")] = False,
) -> None:
    """Withdraw documents: exactly their claims go, verdicts and what was inferred follow.

    The graph of the last build is written anew without them. What was read of them is deleted, and later builds
    leave them out, too, until --undo.
    """
    import kg.build as stages
    from kg.archive import WorkDirectory
    from kg.knowledge import extension

    if not work.is_dir():
        raise UsageError(f"{work}: no such working directory")
    with WorkDirectory.opened(work) as directory:
        if undo:
            _known(identifiers, directory.withdrawn(), "not withdrawn")
            directory.readmit(identifiers)
            say(f"kg: {counted(len(identifiers), 'document')} let in again; the next build that comes by reads them")
            return
        state = directory.state()
        if not state:
            raise UsageError(f"{work}: nothing has been built there yet")
        documents = directory.documents()
        _known(identifiers, documents, "no such document in the last build")
        if not set(documents) - set(identifiers):
            raise UsageError("that would leave no document: delete the graph and the working directory instead")
        target = Target(**state["target"])
        if to is not None:
            target = Target(**{**state["target"], "to": to, "form": stages.form_of(to)})
        if target.knowledge is not None:
            extension.use(Path(target.knowledge))
        output.check(target.to)
        summary = Summary()
        directory.withdraw(identifiers)
        built = directory.built()
        keys = sorted({key for keys in built.values() for key in keys})
        finish(directory.readings(keys), target, summary, lambda: "no documents")
        description = target.description(keys)
        directory.complete(built, None, state_of(description, target, summary))
        tell(summary, f"{counted(len(identifiers), 'document')} withdrawn, {len(keys):,} left", target.to)


def _known(identifiers: list[str], known: Container[str], what: str) -> None:
    missing = [name for name in identifiers if name not in known]
    if missing:
        raise UsageError(f"{what}: {', '.join(missing)}")
