"""A web server over a store: a SPARQL 1.1 Protocol endpoint, and whatever pages stand beside it.

::

    with serving(Path("store"), limits) as pool:
        application(pool, pages=[Route("/", page)])

Needs the extra ``serve``.
"""
