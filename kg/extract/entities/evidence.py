"""What is known of a name before it is decided what sort of thing it names."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.entities.page import Page


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a name before its kind is decided. ``label`` is the language model's view."""

    page: Page
    begin: int
    end: int
    head: int
    text: str
    titles: tuple[str, ...]
    label: str

    @property
    def shouted(self) -> bool:
        """Whether the capitals around say nothing."""
        return self.page.shouted[self.head]
