"""What the pages share: the view of the graph, the texts of the reports, and data made once for all requests."""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.query import QueryInfo
from kg.query.binding import inline
from kg.query.empty import Reason, reasons
from kg.query.engine import Result, read
from kg.query.parameters import bind
from kg.report.texts import Texts
from kg.serve.app import Asking
from kg.store.answers import Question
from kg.view import Event, View
from kg.web.rereading import Accounting, Rereader

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

    from kg.why import Explanation


_KEPT = 64_000_000
"""Bytes of answers to keep."""


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


class Answered:
    """The answer to a question as it is shown: rows by column, and all of them as data for scripts."""

    def __init__(self, result: Result, view: View) -> None:
        from kg.web.answers import shown

        self.result = result
        self.rows = shown(result, view)

    @cached_property
    def feed(self) -> Feed:
        """All rows, which scripts sort, turn the pages of and draw."""
        return Feed.of({"rows": [asdict(row) for row in self.rows]})


class Site:
    """One graph to show, as it is at one time. Its view is read at the start and must not change meanwhile.

    Questions go to ``asking``, which bounds what they may cost; their answers are kept. ``state`` tells this graph
    from what stood in its place before.
    """

    def __init__(
        self,
        view: View,
        asking: Asking,
        texts: Texts | None = None,
        state: str = "",
        rereader: Accounting | None = None,
    ) -> None:
        self.view = view
        self.texts = texts or Texts()
        self.rereader: Accounting = rereader or Rereader()
        self.state = state[:16]
        self._asking = asking
        self._answers: OrderedDict[str, Answered] = OrderedDict()
        self._keeping = threading.Lock()

    def warm(self) -> Site:
        """Make what every visitor needs before the first one comes, and then, beside that, what other pages need."""
        _ = self.view.stats, self.overview
        threading.Thread(target=self._warm_more, name="kg-warm", daemon=True).start()
        return self

    def _warm_more(self) -> None:
        _ = self.view.conflicts(), self.view.named("-")

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

    def ask(self, info: QueryInfo, given: Mapping[str, str], everything: bool) -> Answered:
        """The answer to a question with parameters, whose SPARQL holds them; asked again, it is there at once.

        Raises:
            QueryError: a parameter does not fit, or it takes more than is allowed.
            StoreError: the store cannot be asked any more.
        """
        return self._asked(info, bind(info, given, everything))

    def why_empty(self, info: QueryInfo, given: Mapping[str, str], everything: bool) -> tuple[Reason, ...]:
        """Why a question has no answer, the most telling reason first.

        Raises:
            QueryError: as for ``ask``.
            StoreError: as for ``ask``.
        """
        terms = bind(info, given, everything)
        return reasons(info, self.view.store, terms, lambda others: list(self._asked(info, others).result.rows()))

    def _asked(self, info: QueryInfo, terms: Mapping[str, NamedNode | Literal]) -> Answered:
        info = replace(info, sparql=inline(info.sparql, terms, info.name))
        with self._keeping:
            if info.sparql in self._answers:
                self._answers.move_to_end(info.sparql)
                return self._answers[info.sparql]
        found = Answered(read(info, self._asking.ask(Question(info.sparql))), self.view)
        with self._keeping:
            self._answers[info.sparql] = found
            while len(self._answers) > 1 and sum(len(a.result.data) for a in self._answers.values()) > _KEPT:
                self._answers.popitem(last=False)
        return found


class Sites:
    """The site of the moment, made anew when the graph has changed, and what visitors should know of it."""

    def __init__(self, make: Callable[[], Site]) -> None:
        self._make = make
        self.now = make()
        self.notice = ""

    def renew(self) -> None:
        """Show what there is now."""
        self.now = self._make()

    def tell(self, notice: str) -> None:
        """Let every page say this; nothing takes it back."""
        self.notice = notice
