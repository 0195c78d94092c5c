"""Lays a case out as one HTML file that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg import __version__
from kg.drawing import draw_map, draw_timeline
from kg.report import wording
from kg.report.case import MOST_TOLD, Case, lines

_TEMPLATES = Path(__file__).with_name("templates")


def html(case: Case) -> str:
    """The report; the same bytes for the same case."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2").render(
        case=case,
        words=wording,
        lines=lines,
        most_told=MOST_TOLD,
        version=__version__,
        style=Markup((_TEMPLATES / "report.css").read_text(encoding="utf-8")),
        map=Markup(draw_map(case.markers, "Where it happened")) if case.markers else None,
        timeline=Markup(draw_timeline(case.bars, "When it happened")) if case.bars else None,
    )
