"""The web page over a graph: overview, events, parties, documents, disagreements, questions.

::

    with workers([Path("graph.ttl")], 2, Limits(seconds=30)) as asked:
        view, texts = open_view([Path("graph.ttl")]), Texts.of([Path("reports")])
        application(asked, pages=pages(Sites(lambda: Site(view, asked, texts))))

Pages are whole when the server sends them; scripts add the map, the filters and the editor. All that they load
lies in ``static/``; nothing is fetched from elsewhere. Needs the extra ``serve``.
"""
