"""What the pages share: the view of the graph, the texts of the reports, and data made once for all requests."""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.query import QueryInfo
from kg.query.engine import Result, ask
from kg.query.parameters import NAMESPACE, bind
from kg.report.texts import Texts
from kg.view import Event, View

if TYPE_CHECKING:
    from kg.why import Explanation


@dataclass(frozen=True, slots=True)
class Feed:
    """Data for scripts: JSON, compressed once, with a tag by which browsers know it again."""

    plain: bytes
    packed: bytes
    tag: str

    @classmethod
    def of(cls, data: object) -> Feed:
        """The feed of anything that JSON can hold."""
        plain = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        return cls(plain, gzip.compress(plain, 6, mtime=0), f'"{hashlib.sha256(plain).hexdigest()[:20]}"')


class Site:
    """One graph to show. Its store is read at the start and must not change meanwhile."""

    def __init__(self, view: View, texts: Texts | None = None) -> None:
        self.view = view
        self.texts = texts or Texts()
        self._asking = threading.Lock()

    def warm(self) -> Site:
        """Make what every visitor needs before the first one comes."""
        _ = self.view.stats, self.overview
        return self

    @cached_property
    def overview(self) -> Feed:
        """All events and deaths, for the overview."""
        from kg.web.feeds import overview

        return Feed.of(overview(self.view))

    @cached_property
    def terms(self) -> Feed:
        """Prefixes and terms of the ontology, for the editor."""
        from kg.web.feeds import terms

        return Feed.of(terms(self.view.store))

    def explain(self, event: Event) -> Explanation:
        """Why the graph says what it says of an event, down to the words."""
        from kg.web.neighbourhood import around
        from kg.why import Explainer

        return Explainer(around(self.view.store, event.id)).explain(event.id)

    def ask(self, info: QueryInfo, given: Mapping[str, str], everything: bool) -> Result:
        """The answer to a question with parameters.

        Raises:
            QueryError: a parameter does not fit.
        """
        from pyoxigraph import NamedNode, Quad

        terms = bind(info, given, everything)
        quads = [Quad(NamedNode(NAMESPACE + "this"), NamedNode(NAMESPACE + n), t) for n, t in terms.items()]
        # Parameters are triples beside the data, so only one question at a time can have its own there.
        with self._asking:
            self.view.store.extend(quads)
            try:
                return ask(info, self.view.store)
            finally:
                for quad in quads:
                    self.view.store.remove(quad)
