"""Sets two things side by side for the eye."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap

from kg.resolve.ledger import Pair
from kg.resolve.witness import Side

_NARROWEST = 20
_RULE = " │ "


def side_by_side(pair: Pair, width: int) -> str:
    """A pair in two columns, with the score and the reasons below."""
    column = max((width - len(_RULE)) // 2, _NARROWEST)
    rows = zip_longest(_lines(pair.left, column), _lines(pair.right, column), fillvalue="")
    body = [f"{left:<{column}}{_RULE}{right}".rstrip() for left, right in rows]
    reasons = f"{pair.verdict} {pair.score}: {'; '.join(pair.reasons)}"
    return "\n".join([*body, *wrap(reasons, width), "─" * width])


def _lines(side: Side, width: int) -> list[str]:
    told = f"in {side.document}" + (f", {side.issued}" if side.issued else "")
    paragraphs = [side.label, side.thing, told, *side.facts, *(f"“{words}”" for words in side.words)]
    return [line for paragraph in paragraphs for line in wrap(paragraph, width) or [""]]
