"""The query cases of the W3C test suite for the SPARQL 1.1 Protocol, and what a hostile client may try.

After https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/: the same requests on data of our own. The
cases on updates do not apply to an endpoint that is for reading only, except that it must refuse them.
"""

from __future__ import annotations

import json

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results
from starlette.testclient import TestClient

ONE, TWO = "http://x.example/one", "http://x.example/two"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
Fields = tuple[tuple[str, str], ...]
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
COUNT_NAMED = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


def number(client: TestClient, query: str, graphs: list[tuple[str, str]], way: str) -> int:
    fields: Fields = (("query", query), *graphs)
    if way == "get":
        response = client.get("/sparql", params=fields)
    elif way == "form":
        response = client.post("/sparql", data={name: [v for n, v in fields if n == name] for name, _ in fields})
    else:
        response = client.post("/sparql", params=tuple(graphs), content=query, headers=DIRECT)
    assert response.status_code == 200, response.text
    return int(response.json()["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize("way", ["get", "form", "direct"])
@pytest.mark.parametrize(
    ("query", "graphs", "count"),
    [
        (COUNT, [], 6),
        (COUNT_NAMED, [], 6),
        (COUNT, [("default-graph-uri", ONE)], 3),
        (COUNT, [("default-graph-uri", ONE), ("default-graph-uri", TWO)], 6),
        (COUNT, [("default-graph-uri", "http://x.example/none")], 0),
        (COUNT_NAMED, [("named-graph-uri", TWO)], 3),
        (COUNT_NAMED, [("named-graph-uri", ONE), ("named-graph-uri", TWO)], 6),
        (COUNT_NAMED, [("default-graph-uri", ONE), ("named-graph-uri", TWO)], 3),
        (COUNT, [("default-graph-uri", ONE), ("named-graph-uri", TWO)], 3),
        # The dataset of the request counts, not that of the query.
        (f"SELECT (COUNT(*) AS ?n) FROM <{TWO}> FROM <{ONE}> {{ ?s ?p ?o }}", [("default-graph-uri", ONE)], 3),
        (f"SELECT (COUNT(*) AS ?n) FROM <{TWO}> {{ ?s ?p ?o }}", [], 3),
        (f"SELECT (COUNT(*) AS ?n) FROM NAMED <{TWO}> {{ GRAPH ?g {{ ?s ?p ?o }} }}", [], 3),
    ],
)
def test_queries_and_datasets(
    client: TestClient, query: str, graphs: list[tuple[str, str]], count: int, way: str
) -> None:
    assert number(client, query, graphs, way) == count


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        ("SELECT * {}", "", "application/sparql-results+json"),
        ("SELECT * {}", "*/*", "application/sparql-results+json"),
        ("SELECT * {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("SELECT * {}", "text/turtle, text/csv;q=0.5, application/xml;q=0.7", "application/sparql-results+xml"),
        ("SELECT * {}", "application/json", "application/sparql-results+json"),
        ("SELECT * {}", "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("SELECT * {}", "application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("DESCRIBE <http://x.example/one#1>", "text/turtle", "text/turtle; charset=utf-8"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/ld+json;q=0.9, text/*;q=0.1", "application/ld+json"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/html,application/xhtml+xml,*/*;q=0.8", "text/turtle; charset=utf-8"),
    ],
)
def test_content_negotiation(client: TestClient, query: str, accept: str, media_type: str) -> None:
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, media_type)
    assert response.headers["vary"] == "Accept"
    bare = media_type.partition(";")[0]
    rows = QueryResultsFormat.from_media_type(bare)
    if rows is not None and rows != QueryResultsFormat.CSV:
        parse_query_results(response.content, format=rows)
    form = RdfFormat.from_media_type(bare)
    if form is not None and rows is None:
        assert len(list(parse(response.content, form))) in (1, 6)


def test_an_answer_in_utf_8(client: TestClient) -> None:
    rows = client.get("/sparql", params={"query": "SELECT ?o { ?s ?p ?o } ORDER BY ?o"}, headers={"Accept": "text/csv"})
    assert rows.content.decode("utf-8").splitlines()[1] == "né 0"


@pytest.mark.parametrize(
    ("method", "arguments", "status"),
    [
        # bad_query_method, bad_multiple_queries, bad_query_wrong_media_type, bad_query_missing_form_type ...
        ("PUT", {"params": {"query": "ASK {}"}}, 405),
        ("DELETE", {"params": {"query": "ASK {}"}}, 405),
        ("GET", {"params": [("query", "ASK {}"), ("query", "SELECT * {}")]}, 400),
        ("POST", {"content": "query=ASK%20%7B%7D&query=ASK%20%7B%7D", "headers": FORM}, 400),
        ("POST", {"content": "query=ASK%20%7B%7D", "headers": {"Content-Type": "text/plain"}}, 415),
        ("POST", {"content": "query=ASK%20%7B%7D"}, 415),
        ("POST", {"content": "ASK {}"}, 415),
        ("POST", {"content": "", "headers": FORM}, 400),
        ("POST", {"content": "ASK {}".encode("utf-16"), "headers": DIRECT}, 400),
        ("POST", {"content": "query=%FF%FE", "headers": FORM}, 400),
        ("POST", {"content": "ASK {}", "headers": DIRECT, "params": {"query": "ASK {}"}}, 400),
        ("GET", {"params": {"query": "ASK"}}, 400),
        ("GET", {"params": {"query": ""}}, 400),
        ("GET", {"params": {"qurey": "ASK {}"}}, 400),
        ("GET", {"params": {"query": "ASK {}", "default-graph-uri": "no iri"}}, 400),
        ("GET", {"params": {"query": "ASK {}"}, "headers": {"Accept": "image/png"}}, 406),
        ("GET", {"params": {"query": "ASK {}"}, "headers": {"Accept": "text/turtle"}}, 406),
        # updates
        ("GET", {"params": {"update": "CLEAR ALL"}}, 403),
        ("POST", {"content": "update=CLEAR+ALL", "headers": FORM}, 403),
        ("POST", {"content": "CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403),
        ("GET", {"params": {"query": "INSERT DATA { <x:a> <x:b> <x:c> }"}}, 403),
        # calling out, taking too long, taking too much
        ("GET", {"params": {"query": "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}}, 400),
        ("GET", {"params": {"query": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"}}, 500),
        ("GET", {"params": [("query", "ASK {}")] + [("x", "y")] * 300}, 400),
        ("POST", {"content": "#" * 1_100_000, "headers": DIRECT}, 413),
    ],
)
def test_what_is_refused(client: TestClient, method: str, arguments: dict[str, object], status: int) -> None:
    response = client.request(method, "/sparql", **arguments)  # type: ignore[arg-type]
    assert response.status_code == status, response.text
    assert "Traceback" not in response.text
    assert "/tmp" not in response.text
    assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True


def test_a_query_that_takes_too_long(client: TestClient) -> None:
    many = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(12))
    query = f"SELECT (COUNT(*) AS ?n) {{ {many} FILTER(CONCAT(STR(?a0), STR(?a11)) = '') }}"
    response = client.get("/sparql", params={"query": query})
    assert (response.status_code, "within 1 seconds" in response.text) == (503, True)


def test_no_file_is_read(client: TestClient) -> None:
    response = client.get("/sparql", params={"query": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"})
    assert response.json()["results"]["bindings"] == []


def test_the_service_description(client: TestClient) -> None:
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert response.status_code == 200
    text = {(str(t.predicate.value), getattr(t.object, "value", "")) for t in parse(response.content, RdfFormat.TURTLE)}
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert (sd + "endpoint", "http://localhost/sparql") in text
    assert (sd + "supportedLanguage", sd + "SPARQL11Query") in text
    assert (sd + "resultFormat", "http://www.w3.org/ns/formats/SPARQL_Results_JSON") in text


def test_head_is_answered_without_a_body(client: TestClient) -> None:
    response = client.head("/sparql", params={"query": "ASK {}"})
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize("query", ["ASK { ?s ?p '\x00' }", "ASK { ?s ?p '\u202e' }", "SELECT ?\ud7ff {}", "(" * 50_000])
def test_odd_characters_and_depth(client: TestClient, query: str) -> None:
    response = client.post("/sparql", content=query, headers=DIRECT)
    assert response.status_code in (200, 400)
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_deeply_nested_queries_do_not_bring_the_endpoint_down(client: TestClient) -> None:
    for opened, closed in (("{", "}"), ("OPTIONAL {", "}")):
        client.post("/sparql", content=f"ASK {{ {opened * 20_000}{closed * 20_000} }}", headers=DIRECT)
    deep = "(" * 30_000 + "1" + ")" * 30_000
    client.post("/sparql", content=f"ASK {{ FILTER({deep}) }}", headers=DIRECT)
    assert json.loads(client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).content)["boolean"] is True
