"""Chooses the media type of an answer from what the client says that it accepts (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

ROWS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
TRUTH = ROWS[:2]
TRIPLES = (
    "text/turtle",
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
    "application/trig",
    "application/n-quads",
)
_ALIASES = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "text/json": "application/sparql-results+json",
}
_TRIPLE_ALIASES = {
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
    "text/xml": "application/rdf+xml",
    "application/x-turtle": "text/turtle",
    "text/plain": "application/n-triples",
}


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The offered media type that the header likes best, ours in order of preference; None if it likes none."""
    aliases = _TRIPLE_ALIASES if offered is TRIPLES else _ALIASES
    wishes = [(aliases.get(name, name), quality) for name, quality in _wishes(accept)]
    if not wishes:
        return offered[0]
    best, best_quality = None, 0.0
    for name in offered:
        quality = _quality(name, wishes)
        if quality > best_quality:
            best, best_quality = name, quality
    return best


def _wishes(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if not name:
            continue
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = min(1.0, max(0.0, float(parameter[2:])))
                except ValueError:
                    quality = 0.0
        # float() takes "nan", which no comparison would ever find smaller or larger.
        found.append((name, quality if quality == quality else 0.0))
    return found


def _quality(name: str, wishes: list[tuple[str, float]]) -> float:
    """How much a media type is liked: what is said of it outright counts before ``text/*``, that before ``*/*``."""
    for pattern in (name, f"{name.partition('/')[0]}/*", "*/*"):
        qualities = [quality for wish, quality in wishes if wish == pattern]
        if qualities:
            return max(qualities)
    return 0.0
