"""Finds the entity behind a node, and its document, without another table of all nodes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from kg.model import Entity
from kg.resolve.clusters import Clusters
from kg.resolve.intake import Source
from kg.resolve.judgement import Node


class Census:
    """The entities of all documents by their places in the clusters."""

    def __init__(self, sources: Iterable[Source], clusters: Clusters) -> None:
        self._clusters = clusters
        self._sources = tuple(sources)
        self._entities: list[Entity | None] = [None] * len(clusters)
        self._told_by = array("l", bytes(array("l").itemsize * len(clusters)))
        for number, source in enumerate(self._sources):
            for entity in source.reading.entities:
                place = clusters.place(source.node(entity.key))
                self._entities[place] = entity
                self._told_by[place] = number

    def __contains__(self, node: Node) -> bool:
        return node in self._clusters and self._entities[self._clusters.place(node)] is not None

    def __getitem__(self, node: Node) -> Entity:
        return self.at(self._clusters.place(node))

    def at(self, place: int) -> Entity:
        """The entity whose node stands at this place."""
        entity = self._entities[place]
        if entity is None:
            raise KeyError(place)
        return entity

    def teller(self, place: int) -> Source:
        """The document that tells of the entity at this place."""
        return self._sources[self._told_by[place]]
