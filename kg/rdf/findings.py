"""What speaks against a graph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One promise that a graph breaks: at which node, how badly, and in words."""

    severity: str
    node: str
    message: str
    value: str = ""

    @property
    def breaks(self) -> bool:
        """Whether it is a violation and not merely a warning."""
        return self.severity == "Violation"
