"""Measures kg on annotated texts: whole reports, single sentences, the corpora of others.

Every suite reads texts with the pipeline that builds graphs and compares what comes out with annotations; none
shares the name and event matching of resolution, which would forgive its mistakes.
"""
