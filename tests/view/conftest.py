"""The hand-made world of the RDF tests, seen through the view."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.rdf import serialize_turtle
from kg.view import View, open_view
from tests.rdf import factory


@pytest.fixture(scope="session")
def world_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The world as a graph file."""
    path = tmp_path_factory.mktemp("world") / "world.ttl"
    path.write_bytes(serialize_turtle(factory.world().graph()))
    return path


@pytest.fixture(scope="session")
def view(world_file: Path) -> View:
    """The view of the world."""
    return open_view([world_file])
