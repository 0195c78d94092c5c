"""Pictures and marked texts that show themselves in notebooks."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from kg.report import wording
from kg.report.passages import Passage

_STYLE = """<style>.kg-map .sea{fill:#e9f0f4}.kg-map .country{fill:#f8f6f0;stroke:#b9b4a6}.kg-map .area{fill:#ecdcb8}
.country-name,.tick-name,.scale-name{font:11px sans-serif;fill:#5c5f66}
.scale,.axis{fill:none;stroke:#5c5f66}.tick{stroke:#d9dade}
.mark{fill:#b3261e;fill-opacity:.75;stroke:#b3261e}.mark.vague,.mark.reach{fill-opacity:.2}.mark.bar{fill-opacity:.5}
.mark.muted,.mark.open{fill-opacity:.12;stroke-dasharray:3 2}</style>"""

_GROUND = {"supports": "#e6f1ea", "denies": "#fbe3e1", "doubts": "#fdf0d5", "both": "#efe4f3", "tells": "#e7eef8"}
_LINE = {"Person": "#1257c4", "Group": "#7a3d9b", "Place": "#1f6f43"}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map or timeline as SVG."""

    svg: str

    def save(self, path: str | Path) -> None:
        """Write it to a file, with its colours."""
        Path(path).write_text(self.svg.replace("</title>", f"</title>{_STYLE}", 1), encoding="utf-8")

    def _repr_html_(self) -> str:
        return _STYLE + self.svg


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A document with the words from which claims were read, by stance, and the names in it, by kind."""

    label: str
    passages: tuple[Passage, ...]

    @property
    def unread(self) -> list[str]:
        """The sentences from which nothing was taken."""
        found = ("".join(piece.text for piece in p.pieces).strip() for p in self.passages if not p.told)
        return [words for words in found if words]

    def __str__(self) -> str:
        return "".join(piece.text for passage in self.passages for piece in passage.pieces)

    def _repr_html_(self) -> str:
        return f'<div style="line-height:1.8;white-space:pre-wrap">{"".join(map(_passage, self.passages))}</div>'


def _passage(passage: Passage) -> str:
    words = "".join(
        f'<span style="border-bottom:2px solid {_LINE.get(piece.thing.kind, "#5c5f66")}" title="{escape(piece.role)}">'
        f"{escape(piece.text)}</span>"
        if piece.thing
        else escape(piece.text)
        for piece in passage.pieces
    )
    if not passage.told:
        return f'<span style="color:#5c5f66">{words}</span>'
    said = "\n".join(f"{claim.who}: {', '.join(s.role_label for s in claim.statements)}" for claim in passage.claims)
    said = "\n".join((said, *map(wording.role, passage.roles))).strip()
    return f'<span style="background:{_GROUND[passage.stance]}" title="{escape(said)}">{words}</span>'
