"""``kg queries``: what can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.cli import output

if TYPE_CHECKING:
    from kg.query import QueryInfo


def queries() -> None:
    """List the bundled questions with their parameters."""
    from kg.query import catalogue

    output.write(output.STDOUT, "\n".join(map(_entry, catalogue())))


def _entry(info: QueryInfo) -> str:
    from kg.query.catalogue import ALL

    lines = [info.name, f"    {info.question}"]
    for parameter in info.parameters:
        needed = "required" if parameter.required else ""
        if parameter.default is not None:
            needed = f"default {parameter.default}"
        note = f" ({needed})" if needed else ""
        option = "--all" if parameter.name == ALL else f"--param {parameter.name}=…"
        lines.append(f"    {option}  {parameter.text}{'' if parameter.name == ALL else note}")
    return "".join(f"{line}\n" for line in lines)
