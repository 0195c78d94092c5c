"""An event cut out of its graph is explained as in the whole graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Graph
from kg.view import View
from kg.web.neighbourhood import around
from kg.why import Explainer
from tests.web import worlds
from tests.web.conftest import site_of


@pytest.mark.parametrize("graph", [worlds.world(), worlds.hostile()], ids=["world", "hostile"])
def test_the_piece_explains_as_the_whole_does(graph: Graph, tmp_path: Path) -> None:
    site, _ = site_of(graph, tmp_path)
    view: View = site.view
    whole = Explainer(view.store)
    for event in view.events:
        piece = around(view.store, event.id)
        assert len(piece) < len(view.store)
        assert Explainer(piece).explain(event.id) == whole.explain(event.id)
        assert site.explain(event).statements
