"""``kg infer``: what follows from a graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output
from kg.cli.failing import FINDING, say
from kg.cli.wording import counted

if TYPE_CHECKING:
    from kg.infer import Inferred


def infer(
    graphs: Annotated[list[Path], typer.Argument(metavar="GRAPH", help="Graphs that kg built, or a store folder.")],
    to: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write what follows (.trig, .nq, .ttl, …), - for stdout."
        ),
    ],
    reasoner: Annotated[
        str, typer.Option("--reasoner", metavar="NAME", help="owlrl, oxigraph, or auto: by the size of the graph.")
    ] = "auto",
) -> None:
    """Write what follows from a graph by the ontology (OWL 2 RL).

    Only what follows is written, in TriG and N-Quads as a named graph of its own; ask the graph and this file together.
    Nothing follows from what is merely claimed.

    Exit codes: 0 done, 1 the graph contradicts the ontology (what follows is written all the same), 2 unreadable.
    """
    output.check(to)
    if not conclude(*graphs, to=to, reasoner=reasoner):
        raise typer.Exit(FINDING)


def conclude(*graphs: Path, to: str, reasoner: str = "auto") -> bool:
    """Write what follows, and say what cannot be; tells whether the graphs are free of contradictions."""
    from kg.infer import infer as run
    from kg.infer import serialize

    found = run(graphs, reasoner)
    output.write(to, serialize(found, ".ttl" if to == output.STDOUT else Path(to).suffix))
    _tell(found)
    return not found.contradictions and not found.errors


def _tell(found: Inferred) -> None:
    for problem in found.contradictions:
        say(f"kg: contradiction: {problem}")
    for error in found.errors:
        say(f"kg: contradiction: {error}")
    new, stated = counted(len(found.triples), "triple"), counted(found.stated, "triple")
    say(f"kg: {found.reasoner} infers {new} from {stated}")
