"""The web page over a graph: overview, events, parties, documents, disagreements, questions.

::

    site = Site(View(open_store([Path("graph.ttl")])), Texts.of([Path("reports")]))
    application(pool, pages=pages(site))

Pages are whole when the server sends them; scripts add the map, the filters and the editor. All that they load
lies in ``static/``; nothing is fetched from elsewhere. Needs the extra ``serve``.
"""
