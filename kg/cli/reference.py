"""The reference of all commands in Markdown, made from the commands themselves: ``python -m kg.cli.reference``."""

from __future__ import annotations

from typing import Any

import typer

from kg.cli import application

HEAD = """# Commands

Made from the commands themselves by `python -m kg.cli.reference`; `--help` shows the same.
"""


# Typer brings its own copy of click in some versions and takes the installed one in others, so that commands have no
# class that could be named here.


def markdown() -> str:
    """Every command with its usage, what it does, its arguments and options."""
    return "\n".join([HEAD, *_commands(typer.main.get_command(application()), "kg")])


def _commands(group: Any, name: str) -> list[str]:
    found: list[str] = []
    for word, command in group.commands.items():
        found.append(_command(command, f"{name} {word}"))
        if hasattr(command, "commands"):
            found += _commands(command, f"{name} {word}")
    return found


def _command(command: Any, name: str) -> str:
    context = command.make_context(name, [], resilient_parsing=True)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    lines = [f"## {name}", "", "```text", usage, "```", "", *_paragraphs(command.help or "")]
    rows = [_row(parameter, context) for parameter in command.params]
    lines += ["| argument or option | what it does |", "|---|---|", *rows, ""] if rows else []
    return "\n".join(lines)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) + "\n" for part in text.replace("\b", "").split("\n\n") if part.strip()]


def _row(parameter: Any, context: Any) -> str:
    record = parameter.get_help_record(context) or (parameter.human_readable_name, parameter.help or "")
    written, text = (" ".join(part.replace("|", "\\|").split()) for part in record)
    return f"| `{written}` | {text} |"


if __name__ == "__main__":
    print(markdown(), end="")
