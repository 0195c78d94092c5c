"""``kg queries``: what can be asked."""

from __future__ import annotations

from kg.cli import output


def queries() -> None:
    """List the bundled questions with their parameters."""
    from kg.query import catalogue

    lines: list[str] = []
    for info in catalogue():
        lines.append(f"{info.name}\n    {info.question}")
        for parameter in info.parameters:
            lines.append(f"    --param {parameter.name}=...  {parameter.description}")
    output.write(output.STDOUT, "\n".join(lines) + "\n")
