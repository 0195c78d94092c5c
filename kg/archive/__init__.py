"""From a folder to an archive: builds that go on where the last one stopped, over many processes and machines."""

from __future__ import annotations

from kg.archive.engines import Engine, engine
from kg.archive.partitions import Recipe, prepare
from kg.archive.reading import Watch, collect, stream
from kg.archive.workdir import WorkDirectory

__all__ = ["Engine", "Recipe", "Watch", "WorkDirectory", "collect", "engine", "prepare", "stream"]
