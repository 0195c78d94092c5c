"""A graph as one object: list, look up, ask, draw, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from kg.api.drawings import Drawing, MarkedText
from kg.api.tables import Columns, Table
from kg.drawing import draw_map, draw_timeline
from kg.errors import GraphError, UsageError
from kg.model import Document
from kg.report import dossier, wording
from kg.report.case import bars, gather, markers
from kg.report.page import html
from kg.report.passages import excerpts, passages
from kg.report.texts import Texts
from kg.view import (
    Claim,
    Conflict,
    Death,
    Event,
    Place,
    Report,
    Role,
    Selection,
    Stats,
    Thing,
    View,
    open_view,
)
from kg.view.selection import bounds

_EVENT: Columns[Event] = (
    ("what", lambda e: e.label),
    ("when", lambda e: e.when),
    ("where", lambda e: "; ".join(place.label for place in e.places)),
    ("by", lambda e: wording.joined(e.best("perpetrator"))),
    ("killed_low", lambda e: e.killed[0]),
    ("killed_high", lambda e: e.killed[1]),
    ("kind", lambda e: e.types[0] if e.types else None),
    ("verdict", lambda e: e.verdict),
    ("key", lambda e: e.key),
)
_DEATH: Columns[Death] = (
    ("who", lambda d: d.victim.label),
    ("by", lambda d: wording.joined(d.killers) or None),
    ("when", lambda d: d.when),
    ("where", lambda d: wording.joined(d.places) or None),
    ("weapon", lambda d: wording.joined(d.weapons) or None),
    ("verdict", lambda d: d.verdict),
    ("certainty", lambda d: d.certainty),
    ("sources", lambda d: "; ".join(d.sources)),
    ("quote", lambda d: d.quote.words if d.quote else None),
    ("event", lambda d: d.event.key),
)
_CLAIM: Columns[Claim] = (
    ("claimant", lambda c: c.who),
    ("stance", lambda c: c.stance),
    ("says", lambda c: "; ".join(wording.proposition(s) for s in c.statements)),
    ("certainty", lambda c: c.certainty),
    ("quote", lambda c: c.quote.words),
    ("document", lambda c: c.quote.document.label),
)
_CONFLICT: Columns[Conflict] = (
    ("event", lambda c: c.event.label),
    ("on", lambda c: "; ".join(point.label for point in c.points)),
    ("weight", lambda c: c.weight),
    ("key", lambda c: c.event.key),
)
_ROLE: Columns[Role] = (
    ("as of", lambda r: r.when),
    ("who", lambda r: r.bearer.label),
    ("role", wording.role),
    ("in", lambda r: ", ".join(other.label for other in r.counterparts)),
    ("standing", lambda r: r.standing),
    ("certainty", lambda r: r.certainty),
    ("since", lambda r: r.since),
    ("until", lambda r: r.until),
    ("sources", lambda r: "; ".join(dict.fromkeys(one.who for one in r.attested))),
    ("words", lambda r: r.attested[0].quote.words),
)
_THING: Columns[Thing] = (("name", lambda t: t.label), ("named", lambda t: not t.unnamed), ("key", lambda t: t.key))
_PLACE: Columns[Place] = (
    ("name", lambda p: p.label),
    ("latitude", lambda p: p.latitude),
    ("longitude", lambda p: p.longitude),
    ("precision", lambda p: p.precision),
    ("within", lambda p: ", ".join(outer.label for outer in p.within)),
    ("key", lambda p: p.key),
)
_REPORT: Columns[Report] = (
    ("document", lambda r: r.label),
    ("source", lambda r: r.source),
    ("issued", lambda r: r.issued),
    ("title", lambda r: r.title),
)


def read_graph(*paths: str | Path, reports: Iterable[str | Path] = ()) -> Graph:
    """The graph in files that ``kg build`` wrote, or in a store folder.

    ``reports`` are the texts it was built from, to show documents whole.

    Raises:
        GraphError: a file is missing or no valid RDF.
    """
    return Graph(open_view([Path(path) for path in paths]), Texts.of([Path(path) for path in reports]))


def of_turtle(data: bytes, documents: Iterable[Document] = (), left_out: Sequence[str] = ()) -> Graph:
    """The graph in Turtle, with the documents that it was built from.

    Raises:
        GraphError: it is no valid Turtle.
    """
    from kg.rdf.reading import open_store

    store = open_store([])
    try:
        store.bulk_load(data, format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise GraphError(f"not readable as Turtle: {error}") from error
    return Graph(View(store), Texts(documents), left_out)


class Graph:
    """What reports say, to be looked at from Python.

    Methods that list events or deaths take the same words to narrow them: ``place``, ``person``, ``group`` (parts of
    names), ``kind`` ("air strike"), ``status`` ("disputed"), ``first`` and ``last`` (a day, month or year as text).
    """

    def __init__(self, view: View, texts: Texts | None = None, left_out: Sequence[str] = ()) -> None:
        self.view = view
        self.left_out = tuple(left_out)
        """Why documents could not be read, one line each."""
        self._texts = texts or Texts()

    @property
    def store(self) -> Store:
        """The Oxigraph store with all triples, for SPARQL and for other libraries."""
        return self.view.store

    @property
    def stats(self) -> Stats:
        """How much the graph holds."""
        return self.view.stats

    def events(self, **narrow: str) -> Table[Event]:
        """The events, the earliest first."""
        return Table(self.view.select(_selection(narrow)), _EVENT)

    def who_was_killed(self, everything: bool = False, **narrow: str) -> Table[Death]:
        """Who was killed, in the order of time; ``everything`` adds what is alleged, disputed, denied or planned."""
        return Table(self.view.deaths(self.view.select(_selection(narrow)), everything), _DEATH)

    def conflicts(self, **narrow: str) -> Table[Conflict]:
        """The events on which sources disagree, the worst first."""
        return Table(self.view.conflicts(self.view.select(_selection(narrow))), _CONFLICT)

    def claims(self, about: str | Thing | None = None) -> Table[Claim]:
        """Who says what: all claims, or those on an event, or that name a person or group or are made by them."""
        if about is None:
            return Table(self.view.all_claims, _CLAIM)
        thing = self.find(about)
        if isinstance(thing, Event):
            return Table(self.view.claims_of(thing), _CLAIM)
        return Table((claim for claim in self.view.all_claims if _concerns(claim, thing)), _CLAIM)

    def roles(self, name: str | Thing) -> Table[Role]:
        """What somebody is said to be over time, or who is said to be what in a group, by day; see ``Role``."""
        return Table(self.view.roles(self.find(name)), _ROLE)

    def people(self) -> Table[Thing]:
        """The people, by name."""
        return Table(self.view.people, _THING)

    def groups(self) -> Table[Thing]:
        """The groups, by name."""
        return Table(self.view.groups, _THING)

    def places(self) -> Table[Place]:
        """The places, by name."""
        return Table(self.view.places, _PLACE)

    def documents(self) -> Table[Report]:
        """The documents, by identifier."""
        return Table(self.view.documents, _REPORT)

    def find(self, name: str | Thing) -> Thing:
        """The person, group, place, event or document of a name or key.

        Raises:
            UsageError: there is none, or several; lists them.
        """
        if isinstance(name, Thing):
            return name
        return self.view.one(name, *dossier.KINDS, "Document")

    def show(self, name: str | Thing) -> str:
        """A dossier on a person, group, place or event, as text."""
        return dossier.of(self.view, self.find(name))

    def document(self, name: str | Thing) -> MarkedText:
        """A document with the words marked from which claims were read; only these if its text is not at hand."""
        report = self.find(name)
        if not isinstance(report, Report):
            raise UsageError(f"{report.label} is no document")
        claims = self.view.claims.within(report.id)
        text = self._texts.get(report)
        roles = self.view.roles(report)
        found = excerpts(self.view, claims, roles) if text is None else passages(self.view, text, claims, roles)
        return MarkedText(report.label, tuple(found))

    def ask(self, question: str, everything: bool = False, **params: str) -> Table[dict[str, str]]:
        """The answer to a bundled question (``kg queries`` lists them) or to a ``.rq`` file, as rows of texts.

        A parameter that Python keeps for itself takes an underscore: ``from_="2015"``.

        Raises:
            QueryError: there is no such question, or a parameter does not fit.
        """
        from kg.query import load
        from kg.query.engine import ask
        from kg.query.parameters import NAMESPACE, bind

        info = load(question)
        beside = Store()
        beside.bulk_extend(self.store)
        for name, term in bind(info, {name.rstrip("_"): text for name, text in params.items()}, everything).items():
            beside.add(Quad(NamedNode(NAMESPACE + "this"), NamedNode(NAMESPACE + name), term))
        result = ask(info, beside)
        return _rows(result.columns, result.rows())

    def sparql(self, query: str) -> Table[dict[str, str]]:
        """The rows of a SELECT query as texts; prefixes of the ontology need not be declared.

        Raises:
            QueryError: it is no SELECT query.
        """
        from kg.query import QueryInfo
        from kg.query.engine import ask
        from kg.view.sparql import PREFIXES

        declared = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in PREFIXES.items() if f"PREFIX {p}:" not in query)
        result = ask(QueryInfo("query", declared + query), self.store)
        return _rows(result.columns, result.rows())

    def map(self, **narrow: str) -> Drawing:
        """Where events happened, as precisely as it is known."""
        return Drawing(draw_map(markers(self.events(**narrow)), "Where it happened"))

    def timeline(self, **narrow: str) -> Drawing:
        """When events happened, as precisely as it is known."""
        return Drawing(draw_timeline(bars(self.events(**narrow)), "When it happened"))

    def report(self, path: str | Path, title: str = "", **narrow: str) -> None:
        """Write one HTML file to hand on, as ``kg report`` does."""
        Path(path).write_text(html(gather(self.view, _selection(narrow), (), title)), encoding="utf-8")

    def __repr__(self) -> str:
        s = self.stats
        return f"<kg graph: {s.documents} documents, {s.events} events, {s.people} people, {s.claims} claims>"

    def _repr_html_(self) -> str:
        return f"<p>{repr(self).strip('<>')}</p>{self.who_was_killed()._repr_html_()}"


def _concerns(claim: Claim, thing: Thing) -> bool:
    return thing in (claim.claimant, claim.on_behalf_of) or any(
        s.subject == thing.id or s.value == thing for s in claim.statements
    )


def _selection(narrow: dict[str, str]) -> Selection:
    """The words that narrow a list as a selection.

    Raises:
        UsageError: one of them is unknown, or no date.
    """
    known = ("place", "person", "group", "kind", "status", "first", "last")
    unknown = sorted(set(narrow) - set(known))
    if unknown:
        raise UsageError(f"nothing is narrowed by {', '.join(unknown)}; there are: {', '.join(known)}")
    try:
        first = bounds(narrow["first"])[0] if "first" in narrow else None
        last = bounds(narrow["last"])[1] if "last" in narrow else None
    except ValueError as error:
        raise UsageError(f"first and last take {error}") from error
    words = [narrow.get(name, "") for name in ("place", "group", "person", "kind", "status")]
    return Selection(first, last, *words)


def _rows(columns: Sequence[str], rows: Iterable[dict[str, str]]) -> Table[dict[str, str]]:
    def column(name: str) -> tuple[str, Callable[[dict[str, str]], object]]:
        return name, lambda row: row.get(name) or None

    return Table(rows, [column(name) for name in columns])
