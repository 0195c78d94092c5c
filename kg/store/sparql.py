"""Looks at SPARQL as a sequence of tokens: enough to know what a query asks for, and whether it calls out.

No parser of SPARQL comes with the libraries that we use, and a query must be judged before it is evaluated:
``SERVICE`` makes an engine send requests to other machines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]

_PLX = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_TOKEN = re.compile(
    rf"""
      (?P<space>\s+|\#[^\r\n]*)
    | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
    | (?P<string>\"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
               |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z][A-Za-z0-9-]*)
    | (?P<name>(?:_|[^\W\d_](?:[\w.\-]*[\w\-])?)?:
               (?:(?:[\w:]|{_PLX})(?:(?:[\w:.\-]|{_PLX})*(?:[\w:\-]|{_PLX}))?)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<number>\d[\w.]*)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_FORMS: tuple[Form, ...] = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of SPARQL, its kind and where it stands."""

    kind: str
    text: str
    begin: int
    end: int

    def is_word(self, word: str) -> bool:
        """Whether it is this keyword; keywords may be written in small letters."""
        return self.kind == "word" and self.text.upper() == word


def _token(text: str, at: int) -> Token:
    match = _TOKEN.match(text, at)
    assert match is not None
    assert match.lastgroup is not None
    return Token(match.lastgroup, match.group(), at, match.end())


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query without comments and blanks; ``<`` begins an IRI wherever it can."""
    at = 0
    while at < len(text):
        found = _token(text, at)
        at = found.end
        if found.kind != "space":
            yield found


def form(text: str) -> Form | None:
    """What a query asks for; None for an update and for what is no SPARQL at all."""
    for token in tokens(text):
        if token.kind == "word":
            word = token.text.upper()
            if word in _FORMS:
                return word
            if word in _UPDATES:
                return None
    return None


def is_update(text: str) -> bool:
    """Whether it is an update rather than a query: its first word outside the prologue says so."""
    for token in tokens(text):
        if token.kind == "word" and token.text.upper() not in ("PREFIX", "BASE"):
            return token.text.upper() in _UPDATES
    return False


def names_a_dataset(text: str) -> bool:
    """Whether the query says with FROM which graphs it asks."""
    return any(token.is_word("FROM") for token in tokens(text))


def calls_out(text: str) -> bool:
    """Whether the query may make the engine ask other machines: it holds the keyword SERVICE.

    ``<`` is an operator or the beginning of an IRI, depending on the grammar. Every reading is followed, so that
    nobody hides the keyword in what merely looks like an IRI, a string or a comment.
    """
    return _holds_service(text) or ("\\" in text and _holds_service(_ESCAPE.sub(_character, text)))


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else " "


def _holds_service(text: str) -> bool:
    if "service" not in text.lower():
        return False
    waiting = [0]
    seen: set[int] = set()
    while waiting:
        at = waiting.pop()
        if at in seen or at >= len(text):
            continue
        seen.add(at)
        found = _token(text, at)
        if found.is_word("SERVICE"):
            return True
        waiting.append(found.end)
        # An IRI with // cannot be read as "less than": no expression begins so.
        if found.kind == "iri" and "://" not in found.text:
            waiting.append(at + 1)
    return False
