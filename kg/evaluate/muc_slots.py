"""Takes the answer keys of MUC-4 apart: numbered slots with quoted strings, alternatives and colons."""

from __future__ import annotations

import re
from collections.abc import Iterator

Slots = dict[str, list[str]]
_SLOT = re.compile(r"^\s*\d+\.\s+((?:MESSAGE|INCIDENT|PERP|PHYS TGT|HUM TGT): [A-Z ]+?)(?:\s{2,}(.*)|\s*)$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
NOTHING = frozenset({"", "-", "*"})


def templates(text: str) -> Iterator[Slots]:
    """The filled templates of a key."""
    current: Slots = {}
    slot = ""
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith(";"):
            continue
        match = _SLOT.match(line)
        if match:
            slot = match[1].strip()
            if slot == "MESSAGE: ID" and current:
                yield current
                current = {}
            current[slot] = [(match[2] or "").strip()]
        elif slot:
            current[slot].append(line.strip())
    if current:
        yield current


def values(slots: Slots, slot: str) -> Iterator[tuple[bool, list[str], list[str], list[str]]]:
    """Optional or not, the strings before and after the colon, and the choices before it without quotes."""
    for value in slots.get(slot, []):
        text = value.strip()
        if text in NOTHING:
            continue
        optional, text = text.startswith("?"), text.lstrip("? ").strip()
        sides = split(text, ":")
        left, right = strings(sides[0]), strings(sides[1]) if len(sides) > 1 else []
        yield optional, left, right, [part.strip(" ()") for part in sides[0].split("/")]


def strings(text: str) -> list[str]:
    quoted = [re.sub(r"\\(.)", r"\1", part).strip() for part in _QUOTED.findall(text)]
    return [part for part in quoted or [text.strip(' "()')] if part not in NOTHING]


def split(text: str, separator: str) -> list[str]:
    """The parts between separators that stand outside quotes and brackets."""
    parts, depth, quoted, escaped = [""], 0, False, False
    for character in text:
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == '"':
            quoted = not quoted
        elif not quoted:
            depth += (character == "(") - (character == ")")
            if character == separator and depth <= 0:
                parts.append("")
                continue
        parts[-1] += character
    return [part.strip() for part in parts]
