"""JSON that is one value: a list of articles, an answer of an API that holds one, or one article over many lines.

Each article is cut out by its brackets and parsed by itself: a file of gigabytes takes the memory of its largest
article, and one that is broken does not take the others with it.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from kg.documents.formats import records, rows
from kg.documents.formats.fields import guess
from kg.documents.formats.unicode import as_utf8
from kg.documents.inputs import Raw, Settings
from kg.documents.limits import MAX_BYTES, MAX_NESTING
from kg.errors import InputError
from kg.model import Document

_TOKEN = re.compile(r'["\\{}\[\]]')
_SIGN = re.compile(r'"(?:[^"\\]|\\.)*(?:"(\s*:)?|\Z)|[{}\[\]]', re.DOTALL)
_PIECE = 1 << 16


class JsonValue:
    """What programming interfaces answer and databases export."""

    name = "json"

    def accepts(self, raw: Raw) -> bool:
        """Whether it opens a list of objects, or an object that does not end on its line or that holds such a list."""
        head = as_utf8(raw).head.decode("utf-8-sig", "replace").lstrip()
        if re.match(r"\[\s*\{\s*\"", head):
            return True
        if not re.match(r"\{\s*\"", head):
            return False
        line, more, _ = head.partition("\n")
        return bool((more and not _is_object(line)) or _around(head, {}))

    def read(self, raw: Raw, settings: Settings, inner: Callable[[Raw], object]) -> Iterator[Document | InputError]:
        """A document for each object in the list that holds texts; one for each object where there is no such list."""
        raw = as_utf8(raw)
        around = _around(raw.head.decode("utf-8-sig", "replace"), settings.fields)
        yield from rows.documents(raw.name, _rows(raw, around, settings))


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _around(head: str, given: Mapping[str, str]) -> str:
    """The brackets around the articles, by the beginning of a file: those around the outermost objects with a text.

    ``[`` for a list, ``{[`` for a list under a key, nothing where the file itself is an article.
    """
    stack: list[str] = []
    open_objects: list[list[str]] = []
    keys: dict[str, list[str]] = {}
    for found in _SIGN.finditer(head):
        sign = found[0]
        if sign in "{[":
            if sign == "{":
                open_objects.append(keys.setdefault("".join(stack), []))
            stack.append(sign)
            if len(stack) > MAX_NESTING:
                break
        elif sign in "}]":
            if stack and stack.pop() == "{":
                open_objects.pop()
        elif found[1] and stack and stack[-1] == "{":
            open_objects[-1].append(sign[1 : sign.rindex('"')])
    known = [around for around, names in keys.items() if around[-1:] != "{" and "text" in _roles(names, given)]
    return min(known, key=len, default="[" if head.lstrip().startswith("[") else "")


def _roles(names: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """What the fields are; one that the user names counts only where it is there."""
    there = set(names)
    return {role: name for role, name in guess(there, given).items() if name in there}


def _rows(raw: Raw, around: str, settings: Settings) -> Iterator[Callable[[], Document]]:
    for number, text in enumerate(_objects(raw, around), start=1):
        yield partial(_row, text, number, raw, settings)


def _row(text: str | None, number: int, raw: Raw, settings: Settings) -> Document:
    name = f"{raw.name}: item {number}"
    if text is None:
        raise InputError(name, f"too large: more than {MAX_BYTES:,} characters")
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"not a JSON object: {error}") from error
    return records.read(record, guess(record, settings.fields), str(number), raw.id, name, settings)


def _objects(raw: Raw, around: str) -> Iterator[str | None]:
    """The text of each object that lies in these brackets and no others; None for one beyond the limit.

    Raises:
        InputError: brackets are nested without end, or the file ends before they are closed.
    """
    stack = ""
    within: list[str] | None = None
    size = skip = 0
    quoted = False
    for piece in _pieces(raw):
        start = 0
        for token in _TOKEN.finditer(piece):
            at, sign = token.start(), token[0]
            if at < skip:
                continue
            if quoted:
                quoted = sign != '"'
                if sign == "\\":
                    skip = at + 2
            elif sign == '"':
                quoted = True
            elif sign in "{[":
                if within is None and sign == "{" and stack == around:
                    within, size, start = [], 0, at
                stack += sign
                if len(stack) > MAX_NESTING:
                    raise InputError(raw.name, "too deeply nested")
            elif sign in "}]":
                stack = stack[:-1]
                if within is not None and len(stack) <= len(around):
                    size += at + 1 - start
                    yield "".join((*within, piece[start : at + 1])) if size <= MAX_BYTES else None
                    within = None
        skip = max(skip - len(piece), 0)
        if within is not None:
            size += len(piece) - start
            within = [*within, piece[start:]] if size <= MAX_BYTES else []
    if stack:
        raise InputError(raw.name, "ends in the middle of its JSON")


def _pieces(raw: Raw) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    ended = False
    while not ended:
        data = raw.stream.read(_PIECE)
        ended = not data
        try:
            yield decoder.decode(data, final=ended)
        except UnicodeDecodeError as error:
            raise InputError(raw.name, f"not UTF-8 text (byte 0x{error.object[error.start]:02x})") from error
