"""``kg resolve``: what is one thing and what is two, where kg was not sure."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output
from kg.cli.failing import say
from kg.cli.settled import text
from kg.cli.wording import counted
from kg.errors import KnowledgeError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.resolve.corrections import Correction
    from kg.resolve.ledger import Pair


def resolve(
    judgements: Annotated[str, typer.Argument(metavar="JUDGEMENTS", help="What kg build --judgements wrote.")],
    corrections: Annotated[
        Path, typer.Option("--corrections", "-c", metavar="FILE", help="Your corrections; decisions are added to it.")
    ],
    take: Annotated[
        str | None, typer.Option("--take", metavar="FILE.csv", help="Take the decisions of a table, - for stdin.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="Only list: text, or csv to fill in.")
    ] = None,
    merged: Annotated[
        bool, typer.Option("--merged", help="Pairs that were joined in some doubt instead of those left apart.")
    ] = False,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides; noted with each decision.")] = "",
    to: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to list, - for stdout.")] = "-",
) -> None:
    """Decide what is one person, group, place or event where the reports leave it open.

    On a terminal, shows one pair after the other with what the reports say of both and asks; each answer is
    written at once. Elsewhere, or with --format, lists the pairs; a filled-in csv comes back with --take. The
    next kg build --corrections FILE applies the decisions, and every later one.
    """
    from kg.resolve import corrections as format_of
    from kg.resolve import deciding, ledger

    if form not in (None, "text", "csv"):
        raise UsageError(f"--format: no {form!r}; there are: text, csv")
    output.check(to)
    output.check(str(corrections))
    known = ledger.parse(text(judgements).split("\n"), judgements)
    decided = format_of.parse(text(str(corrections)) if corrections.exists() else "", str(corrections))
    if take is not None:
        found = deciding.new(deciding.answers(text(take), take, by), decided)
        _add(corrections, found)
        say(f"kg: {counted(len(found), 'decision')} added to {corrections}")
        return
    pairs = deciding.undecided(known.pairs, decided, merged)
    if form is not None or to != output.STDOUT or not on_terminal():
        output.write(to, deciding.table(pairs) if form == "csv" else "".join(f"{_shown(pair)}\n" for pair in pairs))
        say(f"kg: {counted(len(pairs), 'pair')} to decide")
        return
    _session(pairs, corrections, by)


def on_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _session(pairs: Sequence[Pair], corrections: Path, by: str) -> None:
    """Asks for each pair and writes each answer at once, so that leaving loses nothing."""
    from kg.resolve import deciding
    from kg.resolve.judgement import Verdict

    if not pairs:
        say("kg: nothing is left to decide")
        return
    letters = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
    added = 0
    for number, pair in enumerate(pairs, start=1):
        typer.echo(f"{number} of {len(pairs)}\n{_shown(pair)}")
        answer = ""
        while answer not in (*letters, "q"):
            if answer:
                typer.echo(f"{answer!r} is no answer; type s, d, u or q")
            answer = typer.prompt("[s]ame, [d]ifferent, [u]nsure, [q]uit", prompt_suffix=": ").strip().lower()[:1]
        if answer == "q":
            break
        why = typer.prompt("why (may be left empty)", default="", show_default=False) if answer != "u" else ""
        try:
            found = deciding.decided(pair, letters[answer], why.strip(), by)
        except KnowledgeError as error:
            say(f"kg: {error}")
            continue
        if found is not None:
            _add(corrections, [found])
            added += 1
    say(f"kg: {counted(added, 'decision')} added to {corrections}")


def _add(target: Path, found: Sequence[Correction]) -> None:
    from kg.resolve import corrections as format_of

    if found:
        before = text(str(target)) if target.exists() else ""
        gap = "" if not before or before.endswith("\n") else "\n"
        output.write(str(target), f"{before}{gap}{format_of.render(found)}".lstrip("\n"))


def _shown(pair: Pair) -> str:
    """Both sides side by side, with why kg was in doubt."""
    from kg.resolve.sides import side_by_side

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 120
    return side_by_side(pair, width)
