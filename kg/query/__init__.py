"""Questions to a graph: the bundled ones and the user's own.

::

    info = load("who-was-killed")
    result = run(info, [Path("graph.ttl")], {}, everything=False)
    print(render(result, "table"))

Importing this package loads no RDF library; running a query does.
"""

from __future__ import annotations

from kg.query.catalogue import Column, Parameter, QueryInfo, catalogue, load
from kg.query.engine import Result, run
from kg.query.render import FORMATS, render

__all__ = [
    "FORMATS",
    "Column",
    "Parameter",
    "QueryInfo",
    "Result",
    "catalogue",
    "load",
    "render",
    "run",
]
