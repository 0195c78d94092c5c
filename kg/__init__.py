"""kg: from conflict news to a knowledge graph that can be questioned.

::

    import kg

    g = kg.build(["reports/"])
    g.who_was_killed()

See ``kg.api`` for what a graph can do. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import Graph as Graph
    from kg.api import read_graph as read_graph
    from kg.build import graph_of as build  # the module kg.build itself can be called

__version__ = "0.1.0"

__all__ = ["Graph", "__version__", "build", "read_graph"]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "build":
        return import_module("kg.build")
    if name in ("Graph", "read_graph"):
        return getattr(import_module("kg.api"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
