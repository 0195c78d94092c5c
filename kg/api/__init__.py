"""A graph in Python: tables of typed records, drawings, reports; for scripts and notebooks.

::

    import kg

    g = kg.build(["reports/"])          # or kg.read_graph("graph.ttl")
    for death in g.who_was_killed():
        print(death.victim, death.when, death.quote.words)

What it returns are the records of ``kg.view``; every table shows itself in a notebook and becomes a data frame with
``to_pandas()`` where pandas is installed.
"""

from __future__ import annotations

from kg.api.drawings import Drawing
from kg.api.graph import Graph, read_graph
from kg.api.tables import Table

__all__ = ["Drawing", "Graph", "Table", "read_graph"]
