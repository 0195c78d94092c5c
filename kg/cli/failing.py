"""Turns every way to fail into a message on stderr and an exit code; bad input never shows a traceback."""

from __future__ import annotations

import functools
import os
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn, ParamSpec

import typer

from kg.cli import output
from kg.errors import KgError

FINDING = 1
USAGE = 2
INTERNAL = 3
INTERRUPTED = 130
BROKEN_PIPE = 141

DEBUG_HINT = " (--debug shows where)"

P = ParamSpec("P")


def debug_mode(on: bool) -> None:
    """Ask for tracebacks of faults of kg itself, for this process and those it starts."""
    if on:
        os.environ["KG_DEBUG"] = "1"


def say(message: str) -> None:
    """One line to the user, beside the data."""
    typer.echo(message, err=True)


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """The same command, leaving with an exit code whatever happens in it."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            output.flush()
        except KgError as error:
            _leave(f"kg: {error}", USAGE)
        except BrokenPipeError:
            # Whoever read our output has enough.
            output.abandon()
            raise typer.Exit(BROKEN_PIPE) from None
        except KeyboardInterrupt:
            _leave("kg: interrupted, nothing was written", INTERRUPTED)
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except Exception as error:
            if os.environ.get("KG_DEBUG"):
                traceback.print_exc()
            _leave(f"kg: {internal_fault(error)}", INTERNAL)

    return run


def leave_unwritten(error: OSError) -> NoReturn:
    """Leave the process: what was printed found no room."""
    output.abandon()
    say(f"kg: {output.UNWRITABLE}: {error.strerror}")
    sys.exit(USAGE)


def internal_fault(error: Exception) -> str:
    """A fault of kg itself in one line."""
    where = "" if os.environ.get("KG_DEBUG") else DEBUG_HINT
    return f"internal fault: {type(error).__name__}: {' '.join(str(error).split())[:300]}{where}"


def _leave(message: str, code: int) -> NoReturn:
    say(message)
    raise typer.Exit(code) from None
