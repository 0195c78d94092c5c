"""Small helpers to write SVG as text, every value escaped, and what marks of all drawings have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

WIDTH = 800
"""Pixels of a drawing for which nothing else is asked."""

_LETTER = 6.4
"""Pixels that a letter of a name in a drawing takes, about."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something drawn: ``label`` is its tooltip, ``href`` where it leads, ``muted`` marks what is no fact."""

    label: str
    href: str | None = field(default=None, kw_only=True)
    muted: bool = field(default=False, kw_only=True)

    @property
    def kind(self) -> str:
        """Its classes."""
        return "mark muted" if self.muted else "mark"

    def drawn(self, shapes: str) -> str:
        """Its shapes with the tooltip, as a link if it leads somewhere."""
        title = element("title", escape(self.label))
        return element("a", title + shapes, href=self.href) if self.href else element("g", title + shapes)


def room(name: str) -> float:
    """How wide a name is, in pixels."""
    return _LETTER * len(name)


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def element(name: str, content: str = "", **attributes: object) -> str:
    """An element: ``content`` is SVG already, attributes are escaped; ``stroke_width`` is written ``stroke-width``."""
    parts = [
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(v) if isinstance(v, float) else str(v))}"'
        for key, v in attributes.items()
        if v is not None
    ]
    return f"<{name}{''.join(parts)}>{content}</{name}>" if content else f"<{name}{''.join(parts)}/>"


def text(words: str, **attributes: object) -> str:
    """A text element with escaped words."""
    return element("text", escape(words), **attributes)


def picture(width: int, height: int, title: str, content: str, kind: str) -> str:
    """The whole picture, scaled to the width that there is, named for screen readers; its links can be reached."""
    return element(
        "svg",
        element("title", escape(title)) + content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        role="group" if "<a " in content else "img",
        class_=f"kg-{kind}",
        aria_label=title,
    )
