"""Markdown: the words without the marks, and what stands in the head between dashes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from kg.documents.composing import Facts, document
from kg.documents.decoding import decode
from kg.documents.formats import fragments
from kg.documents.formats.days import day_of
from kg.documents.formats.fields import guess
from kg.documents.inputs import Raw, Settings
from kg.documents.limits import MAX_BRACKETS, MAX_BYTES
from kg.errors import InputError
from kg.model import Document

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<lines>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*\r?\n")
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w -]{0,30}):[ \t]+(?P<value>\S.*?)\s*$")
_STARTS = re.compile(rb"(?:\xef\xbb\xbf)?(?:#{1,6} \S|---[ \t]*\r?\n[A-Za-z_][\w -]*:)")


class Markdown:
    """Texts with headings, links and emphasis written as CommonMark has it."""

    name = "markdown"

    def accepts(self, raw: Raw) -> bool:
        """Whether it opens with a heading or a front matter, or is called so."""
        return raw.extension in (".md", ".markdown") or bool(_STARTS.match(raw.head))

    def read(self, raw: Raw, settings: Settings, inner: Callable[[Raw], object]) -> Iterator[Document | InputError]:
        """The file is the document."""
        source = decode(raw.whole(MAX_BYTES), raw.name)
        if source.count("[") > MAX_BRACKETS:
            raise InputError(raw.name, f"more than {MAX_BRACKETS:,} brackets")
        front = _FRONT.match(source)
        said = dict(_fields(front["lines"])) if front else {}
        roles = guess(said, {})

        def value(role: str) -> str | None:
            return said.get(roles.get(role, ""))

        facts = Facts(
            day_of(value("date")), value("source"), value("title"), value("author"), value("url"), _extractor()
        )
        yield document(raw.id, raw.name, plain(source[front.end() if front else 0 :]), settings, facts)


def plain(source: str) -> str:
    """The words of a Markdown text, blocks parted by empty lines; code and pictures are left out."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
    return "\n\n".join(block for block in map(_block, parser.parse(source)) if block)


def _block(token: Token) -> str:
    if token.type == "inline":
        return "".join(_inline(token.children or ())).strip()
    return fragments.plain(token.content) if token.type == "html_block" else ""


def _inline(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"


def _fields(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.split("\n"):
        match = _KEY.match(line)
        if match:
            yield match["key"], match["value"].strip("\"'")


def _extractor() -> str:
    import markdown_it

    return f"markdown-it-py {markdown_it.__version__}"
