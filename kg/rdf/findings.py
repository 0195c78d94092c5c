"""What speaks against a graph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One promise that a graph breaks: at which node, how badly, and in words.

    ``label`` is what the node is called, ``documents`` are the identifiers of those that speak of it, where known.
    """

    severity: str
    node: str
    message: str
    value: str = ""
    label: str = ""
    documents: tuple[str, ...] = ()

    @property
    def breaks(self) -> bool:
        """Whether it is a violation and not merely a warning."""
        return self.severity == "Violation"
