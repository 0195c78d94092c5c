"""Writes what a graph tells for people: a dossier in the terminal, a report in one file.

``dossier.of(view, thing)`` gives the lines of a dossier.
"""
