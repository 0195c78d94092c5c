"""Small helpers to write SVG as text, every value escaped."""

from __future__ import annotations

from html import escape


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


def titled(words: str, content: str, href: str | None = None) -> str:
    """A group with a tooltip, which is a link if it leads somewhere."""
    title = element("title", escape(words))
    return element("a", title + content, href=href) if href else element("g", title + content)


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
