"""What stands at which address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from markupsafe import Markup
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from kg.drawing import draw_map, draw_timeline, draw_tolls, outline
from kg.errors import KgError
from kg.report import passages, wording
from kg.report.case import bars, markers, of_one
from kg.view import Claim, Event, Place, Report, Thing
from kg.view.graph import is_victim
from kg.web import feeds, questions
from kg.web.addresses import number, selection
from kg.web.rendering import HERE, Guarding, Showing, feed, page
from kg.web.silence import Silence, silences
from kg.web.site import Feed, Sites

ROWS = 50
"""Rows of a list on one page."""

_KINDS = {"people": "Person", "groups": "Group", "places": "Place", "documents": "Document"}
_REPORT_STYLE = HERE.parent / "report" / "templates" / "report.css"


def pages(sites: Sites) -> list[BaseRoute]:
    """The routes of the web page, to stand beside the endpoint."""

    def on(answer: Callable[[Pages, Request], Response]) -> Callable[[Request], Response]:
        # One request is answered from one graph, also where it is renewed meanwhile.
        return lambda request: answer(Pages(sites), request)

    routes: list[BaseRoute] = [
        Route("/", on(Pages.overview)),
        Route("/event/{key}", on(Pages.event)),
        *(Route(f"/{kind}/{{key}}", on(Pages.party)) for kind in ("person", "group", "place", "thing", "voice")),
        Route("/document/{key}", on(Pages.document)),
        Route("/silence/{key}", on(Pages.silence)),
        Route("/data/silence/{key}", on(Pages.silence)),
        *(Route(f"/{kind}", on(_listing(kind))) for kind in _KINDS),
        Route("/conflicts", on(Pages.conflicts)),
        Route("/search", on(Pages.search)),
        Route("/why/{key}", on(Pages.why)),
        Route("/data/events.json", on(Pages.events_feed)),
        Route("/data/terms.json", on(Pages.terms_feed)),
        Route("/data/state.json", on(Pages.state)),
        Route("/data/network/{key}", on(Pages.network_feed)),
        *questions.routes(sites),
        Route("/assets/report.css", _file(_REPORT_STYLE)),
        Route("/assets/outline.json", _file(outline.PATH)),
        Mount("/assets", StaticFiles(directory=HERE / "static")),
    ]
    handlers = {404: _missing, 400: _problem}
    return [Mount("/", Starlette(routes=routes, middleware=[Middleware(Guarding)], exception_handlers=handlers))]


def _file(path: Path) -> Callable[[Request], Response]:
    """A file of another package, as a page."""

    def sent(request: Request) -> Response:
        return FileResponse(path)

    return sent


def _missing(request: Request, error: Exception) -> Response:
    return page("problem", 404, title="Not here", text="There is nothing at this address in this graph.")


def _problem(request: Request, error: Exception) -> Response:
    return page("problem", 400, title="That cannot be asked", text=getattr(error, "detail", str(error)))


def _listing(kind: str) -> Callable[[Pages, Request], Response]:
    return lambda shown, request: shown.listing(request, kind)


class Pages(Showing):
    """Answers requests for pages about one site."""

    def overview(self, request: Request) -> Response:
        """Counts, filters, map, timeline and who was killed."""
        chosen = self._view.select(selection(request))
        everything = request.query_params.get("all") == "1"
        deaths = self._view.deaths(chosen, everything)
        at = number(request)
        return self.page(
            "overview",
            request=request,
            stats=self._view.stats,
            events=chosen,
            deaths=deaths[(at - 1) * ROWS : at * ROWS],
            total=len(deaths),
            everything=everything,
            at=at,
            last=max(1, -(-len(deaths) // ROWS)),
            given=request.query_params,
        )

    def event(self, request: Request) -> Response:
        """One event with the claims for and against."""
        event = self._find(request, "Event")
        if not isinstance(event, Event):
            raise HTTPException(404)
        claims = self._view.claims_of(event)
        placed, timed, counted = of_one(event)
        return self.page(
            "event",
            event=event,
            lines=[(word, event.said(role)) for role, word in wording.ROLES if event.said(role)],
            support=[claim for claim in claims if claim.stance == "supports"],
            denial=[claim for claim in claims if claim.stance != "supports"],
            conflicts=self._view.conflicts([event]),
            related=self._view.related(event),
            marked=lambda claim: passages.excerpts(self._view, [claim])[0].pieces,
            map=Markup(draw_map(placed, "Where it happened", 480)) if placed else None,
            timeline=Markup(draw_timeline(timed, "When it happened", 480)) if timed else None,
            tolls=Markup(draw_tolls(counted, "How many people", 480)) if counted else None,
            nowhere=[p for p in event.places if p.latitude is None],
        )

    def party(self, request: Request) -> Response:
        """A person, group, place or thing with what it did, suffered and says."""
        thing = self._find(request, "Person", "Group", "Place", "Materiel", "Weapon", "Narrator")
        parts = self._view.involving(thing.id)
        events = list({event.id: event for event, _ in parts}.values())
        timed = bars(events, link="/event/{key}")
        placed = markers(events, link="/event/{key}")
        if isinstance(thing, Place):
            placed = [m for m in placed if m.latitude == thing.latitude and m.longitude == thing.longitude]
        groups = (
            ("As the one harmed", [p for p in parts if is_victim(p[1])]),
            ("As the one who did it, or is said to have", [p for p in parts if p[1].role == "perpetrator"]),
            ("Events here", [p for p in parts if p[1].role == "location"]),
        )
        known = {id(pair[1]) for _, pairs in groups for pair in pairs}
        roles = self._view.roles(thing) if thing.kind in ("Person", "Group") else []
        # What stands in the table of roles with its day need not stand beside it without one.
        traits = [t for t in self._view.traits(thing) if not (roles and t.role == "roleText")]
        return self.page(
            "party",
            thing=thing,
            place=thing if isinstance(thing, Place) else None,
            aliases=self._view.aliases(thing),
            traits=traits,
            roles=roles,
            belonging=self._view.belonging(thing),
            elsewhere=self._view.elsewhere(thing),
            fate=self._view.fate(thing),
            groups=[*groups, ("Other parts", [p for p in parts if id(p[1]) not in known])],
            says=self._view.claims.by(thing.id),
            voices=self._view.voices,
            map=Markup(draw_map(placed, "Where", 480)) if placed else None,
            timeline=Markup(draw_timeline(timed, "When", 480)) if timed else None,
        )

    def document(self, request: Request) -> Response:
        """The text with what was read from it."""
        report = self._find(request, "Document")
        if not isinstance(report, Report):
            raise HTTPException(404)
        claims, text, found = self._passages(report)
        return self.page(
            "document",
            report=report,
            passages=found,
            whole=text is not None,
            claims=claims,
            events=self._view.index.events,
        )

    def _passages(self, report: Report) -> tuple[list[Claim], str | None, list[passages.Passage]]:
        claims = self._view.claims.within(report.id)
        roles = self._view.roles(report)
        text = self._site.texts.get(report)
        if text is None:
            return claims, None, passages.excerpts(self._view, claims, roles)
        return claims, text, passages.passages(self._view, text, claims, roles)

    def silence(self, request: Request) -> Response:
        """Why nothing was taken from the other sentences of a document; as JSON for the reader's script."""
        report = self._find(request, "Document")
        if not isinstance(report, Report):
            raise HTTPException(404)
        problem, found = "", list[Silence]()
        document = self._site.texts.document(report)
        if document is None:
            problem = "the text is not at hand: start the server with the reports (--reports)"
        else:
            try:
                found = silences(self._passages(report)[2], self._site.rereader.account(document))
            except KgError as error:
                problem = str(error)
        if request.url.path.startswith("/data/"):
            return JSONResponse({"problem": problem, "passages": [asdict(silence) for silence in found]})
        return self.page("silence", report=report, problem=problem, silences=found)

    def listing(self, request: Request, kind: str) -> Response:
        """All people, groups, places or documents."""
        asked = request.query_params.get("q", "").strip()
        things: list[Thing] = list(getattr(self._view, kind))
        if asked:
            things = self._view.named(asked, _KINDS[kind])
        elif kind != "documents":
            things = sorted(things, key=lambda t: (t.unnamed, -len(self._view.involving(t.id))))
        at = number(request)
        return self.page(
            "listing",
            kind=kind,
            things=things[(at - 1) * ROWS : at * ROWS],
            total=len(things),
            at=at,
            last=max(1, -(-len(things) // ROWS)),
            asked=asked,
            count=lambda thing: len({event.id for event, _ in self._view.involving(thing.id)}),
        )

    def conflicts(self, request: Request) -> Response:
        """Events on which sources disagree, the worst first."""
        found = self._view.conflicts(self._view.select(selection(request)))
        at = number(request)
        return self.page(
            "conflicts",
            conflicts=found[(at - 1) * ROWS : at * ROWS],
            total=len(found),
            at=at,
            last=max(1, -(-len(found) // ROWS)),
            given=request.query_params,
        )

    def search(self, request: Request) -> Response:
        """Whatever goes by a name."""
        asked = request.query_params.get("q", "").strip()
        kinds = ("Person", "Group", "Place", "Event", "Document")
        found = {kind: self._view.named(asked, kind)[:ROWS] for kind in kinds}
        return self.page("search", asked=asked, found=found)

    def why(self, request: Request) -> Response:
        """Why the graph says what it says of an event: steps and verdicts, down to the words."""
        event = self._find(request, "Event")
        if not isinstance(event, Event):
            raise HTTPException(404)
        return self.page("why", thing=event, explanation=self._site.explain(event), terms=self._view.index.terms)

    def events_feed(self, request: Request) -> Response:
        """All events and deaths for the overview's script."""
        return feed(request, self._site.overview)

    def terms_feed(self, request: Request) -> Response:
        """The ontology's terms for the editor."""
        return feed(request, self._site.terms)

    def state(self, request: Request) -> Response:
        """Which graph is shown now, for pages that stay open."""
        return JSONResponse({"state": self._site.state, "notice": self._notice}, headers={"Cache-Control": "no-store"})

    def network_feed(self, request: Request) -> Response:
        """A node of the network with what it is tied to."""
        return feed(request, Feed.of(feeds.network(self._view, self._find(request, "Person", "Group", "Event"))))

    def _find(self, request: Request, *kinds: str) -> Thing:
        found = self._view.find(request.path_params["key"])
        if found is None or found.kind not in kinds:
            raise HTTPException(404)
        return found
