"""The running text of a piece of HTML as feeds, mails and tables hold it, with no page around it."""

from __future__ import annotations

import re

_BLOCK_NAMES = (
    "address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr"
    " li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "title"})
_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,20}(?:\s[^<>]{0,2000})?/?>")


def looks_like_html(text: str) -> bool:
    """Whether a text is a piece of HTML: it has tags in it."""
    return bool(_MARKUP.search(text[:20_000]))


def plain(html: str) -> str:
    """The words, a paragraph a line; scripts, styles and frames are left out."""
    from lxml import etree

    if not html.strip():
        return ""
    words = _Words()
    parser = etree.HTMLParser(target=words, no_network=True, huge_tree=False, encoding="utf-8")
    try:
        parser.feed(html.encode("utf-8", "replace"))
        parser.close()
    except etree.ParseError:
        # What libxml2 gives up at (elements hundreds deep in each other, say) ends the text there.
        pass
    lines = (" ".join(line.split()) for line in "".join(words.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def extractor() -> str:
    """What read the text, with its version."""
    from lxml import etree

    return f"lxml {'.'.join(map(str, etree.LXML_VERSION[:3]))}"


class _Words:
    """Takes the parser's events and keeps the words."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._silent = 0

    def start(self, tag: str, attributes: object) -> None:
        """An element begins."""
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _SILENT:
            self._silent -= 1
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def data(self, data: str) -> None:
        """Characters between tags."""
        if not self._silent:
            self.pieces.append(data.replace("\n", " "))

    def close(self) -> None:
        """Nothing is left to be done."""
