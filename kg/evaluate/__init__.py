"""Measures kg on annotated texts: whole reports, single sentences, the corpora of others.

Every suite reads texts with the pipeline that builds graphs and lays what comes out beside annotations. None
shares the matching of names and events that resolution uses: it would forgive its mistakes.
"""
