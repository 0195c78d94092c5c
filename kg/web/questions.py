"""The bundled questions as forms, their answers as table, map, timeline, chart or download; and the SPARQL editor."""

from __future__ import annotations

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.errors import QueryError, StoreError
from kg.query import QueryInfo, Result, catalogue, load, render
from kg.query.catalogue import ALL
from kg.web.rendering import Showing, address
from kg.web.site import Sites

_DOWNLOADS = {"csv": "text/csv", "tsv": "text/tab-separated-values", "json": "application/sparql-results+json"}
_MOST_ROWS = 1000
"""Rows of an answer that a page shows; a download has all."""


def routes(sites: Sites) -> list[BaseRoute]:
    """The addresses of questions and of the editor."""

    def on(answer: Callable[[Questions, Request], Response]) -> Callable[[Request], Response]:
        return lambda request: answer(Questions(sites), request)

    return [
        Route("/ask", on(Questions.choose)),
        Route("/ask/sparql", on(Questions.editor)),
        Route("/ask/{name}", on(Questions.ask)),
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
        result: Result | None = None
        problem = ""
        if "ask" in request.query_params or not any(p.required for p in info.parameters):
            try:
                result = self._site.ask(info, given, request.query_params.get(ALL) == "true")
            except (QueryError, StoreError) as error:
                problem = str(error)
        found = list(result.rows()) if result is not None else []
        return self.page(
            "question",
            info=info,
            given=given,
            result=result,
            columns=[info.column(name) for name in result.columns] if result else [],
            rows=found[:_MOST_ROWS],
            total=len(found),
            problem=problem,
            request=request,
            downloads=tuple(_DOWNLOADS),
            link=self._link,
            find=self._view.find,
        )

    def download(self, request: Request) -> Response:
        """The whole answer as a file."""
        info = self._info(request)
        form = request.path_params["form"]
        if form not in _DOWNLOADS:
            raise HTTPException(404)
        try:
            result = self._site.ask(info, self._given(request, info), request.query_params.get(ALL) == "true")
        except (QueryError, StoreError) as error:
            raise HTTPException(400, str(error)) from error
        name = f'attachment; filename="{info.name}.{form}"'
        return Response(render(result, form), media_type=_DOWNLOADS[form], headers={"Content-Disposition": name})

    def _info(self, request: Request) -> QueryInfo:
        name = request.path_params["name"]
        if name not in {info.name for info in catalogue()}:
            raise HTTPException(404)
        return load(name)

    def _given(self, request: Request, info: QueryInfo) -> dict[str, str]:
        known = {parameter.name for parameter in info.parameters}
        return {name: value for name, value in request.query_params.items() if name in known and value.strip()}

    def _link(self, value: str) -> str | None:
        """Where a value of an answer leads, if it names something here."""
        thing = self._view.find(value) if value.startswith("http") else None
        return address(thing) if thing is not None else None
