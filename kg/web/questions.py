"""The bundled questions as forms, their answers as table, map, timeline, chart or download; and the SPARQL editor."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.errors import QueryError, StoreError
from kg.query import QueryInfo, catalogue, load, render
from kg.query.catalogue import ALL
from kg.query.empty import Reason
from kg.web.addresses import number
from kg.web.rendering import Showing, feed
from kg.web.site import Answered, Sites

_DOWNLOADS = {"csv": "text/csv", "tsv": "text/tab-separated-values", "json": "application/sparql-results+json"}
ROWS = 50
"""Rows of an answer on one page, as scripts turn them, too."""


def routes(sites: Sites) -> list[BaseRoute]:
    """The addresses of questions and of the editor."""

    def on(answer: Callable[[Questions, Request], Response]) -> Callable[[Request], Response]:
        return lambda request: answer(Questions(sites), request)

    return [
        Route("/ask", on(Questions.choose)),
        Route("/ask/sparql", on(Questions.editor)),
        Route("/ask/{name}", on(Questions.ask)),
        Route("/ask/{name}/rows.json", on(Questions.rows)),
        Route("/ask/{name}/download.{form}", on(Questions.download)),
    ]


class Questions(Showing):
    """Answers requests that ask questions of one site."""

    def choose(self, request: Request) -> Response:
        """All bundled questions."""
        return self.page("ask", questions=catalogue())

    def editor(self, request: Request) -> Response:
        """The SPARQL editor; ``query`` in the address is what stands in it."""
        return self.page("sparql", query=request.query_params.get("query", ""))

    def ask(self, request: Request) -> Response:
        """The form of one question, with its answer once all that it needs is there."""
        info = self._info(request)
        given = self._given(request, info)
        answered: Answered | None = None
        problem, why = "", tuple[Reason, ...]()
        if "ask" in request.query_params or not any(p.required for p in info.parameters):
            try:
                answered = self._ask(request, info)
                if not answered.rows:
                    why = self._site.why_empty(info, given, given.get(ALL) == "true")
            except (QueryError, StoreError) as error:
                problem = str(error)
        rows = answered.rows if answered else []
        at = number(request)
        return self.page(
            "question",
            info=info,
            given=given,
            sparql=answered.result.info.sparql if answered else "",
            answered=answered is not None,
            columns=[info.column(name) for name in answered.result.columns] if answered else [],
            rows=rows[(at - 1) * ROWS : at * ROWS],
            total=len(rows),
            at=at,
            last=max(1, -(-len(rows) // ROWS)),
            problem=problem,
            reasons=[(reason, self._otherwise(info, given, reason)) for reason in why],
            downloads=tuple(_DOWNLOADS),
            asked=dict(request.query_params),
        )

    @staticmethod
    def _otherwise(info: QueryInfo, given: dict[str, str], reason: Reason) -> str:
        """The address of the question as it would have an answer, empty if the reason offers none."""
        if not reason.rows:
            return ""
        kept = {name: value for name, value in given.items() if name != reason.parameter}
        if reason.everything:
            kept[ALL] = "true"
        return f"/ask/{info.name}?{urlencode({'ask': '1', **kept})}"

    def rows(self, request: Request) -> Response:
        """All rows of an answer for scripts, which sort them, turn their pages and draw them."""
        try:
            answered = self._ask(request, self._info(request))
        except (QueryError, StoreError) as error:
            raise HTTPException(400, str(error)) from error
        return feed(request, answered.feed)

    def download(self, request: Request) -> Response:
        """The whole answer as a file."""
        info = self._info(request)
        form = request.path_params["form"]
        if form not in _DOWNLOADS:
            raise HTTPException(404)
        try:
            result = self._ask(request, info).result
        except (QueryError, StoreError) as error:
            raise HTTPException(400, str(error)) from error
        name = f'attachment; filename="{info.name}.{form}"'
        return Response(render(result, form), media_type=_DOWNLOADS[form], headers={"Content-Disposition": name})

    def _ask(self, request: Request, info: QueryInfo) -> Answered:
        return self._site.ask(info, self._given(request, info), request.query_params.get(ALL) == "true")

    def _info(self, request: Request) -> QueryInfo:
        name = request.path_params["name"]
        if name not in {info.name for info in catalogue()}:
            raise HTTPException(404)
        return load(name)

    def _given(self, request: Request, info: QueryInfo) -> dict[str, str]:
        known = {parameter.name for parameter in info.parameters}
        return {name: value for name, value in request.query_params.items() if name in known and value.strip()}
