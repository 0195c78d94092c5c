"""Pages follow the graph: they show what it holds now, or say that they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from kg.errors import QueryTimeoutError
from kg.query import load
from kg.store.answers import Answer, Question
from kg.web.pages import pages
from kg.web.site import Sites
from tests.web import worlds
from tests.web.conftest import Beside, Open, listening, site_of


class Counting(Beside):
    """Counts what it is asked, or takes too long for everything."""

    late = False
    asked = 0

    def ask(self, question: Question) -> Answer:
        self.asked += 1
        if self.late:
            raise QueryTimeoutError("no answer within 30 seconds; ask for less")
        return super().ask(question)


def test_pages_show_the_graph_of_the_moment(tmp_path: Path) -> None:
    graphs = [worlds.hostile()]
    sites = Sites(lambda: site_of(graphs[-1], tmp_path)[0])
    with TestClient(Starlette(routes=pages(sites)), base_url="http://localhost") as client:
        before = client.get("/data/state.json").json()
        assert before["notice"] == ""
        assert before["state"]
        assert "Ivo Varga" not in client.get("/").text
        graphs.append(worlds.world())
        sites.renew()
        assert "Ivo Varga" in client.get("/").text
        assert client.get("/event/e").status_code == 404
        assert client.get("/data/state.json").json()["state"] != before["state"]
        assert f'data-state="{sites.now.state}"' in client.get("/conflicts").text


def test_pages_say_what_is_amiss(tmp_path: Path) -> None:
    sites = Sites(lambda: site_of(worlds.world(), tmp_path)[0])
    with TestClient(Starlette(routes=pages(sites)), base_url="http://localhost") as client:
        assert 'role="status" hidden' in client.get("/people").text
        sites.tell("cannot be read: <graph.ttl>")
        for path in ("/", "/people", "/ask", "/ask/who-was-killed", "/why/strike"):
            assert "cannot be read: &lt;graph.ttl&gt;</p>" in client.get(path).text
        assert client.get("/data/state.json").json()["notice"] == "cannot be read: <graph.ttl>"


def test_an_open_page_says_that_it_is_out_of_date(watch: Open, tmp_path: Path) -> None:
    graphs = [worlds.hostile()]
    first, _ = site_of(graphs[0], tmp_path)
    sites = Sites(lambda: site_of(graphs[-1], tmp_path)[0])
    with listening(Beside(first.view.store), sites) as address:
        watched = watch(address)
        watched.go("/people")
        page = watched.page
        assert page.locator("#notice").is_hidden()
        graphs.append(worlds.world())
        sites.renew()
        # What a browser tells a page that comes to the front again.
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.get_by_text("The graph has changed").wait_for()
        page.get_by_role("link", name="Show it as it is now").click()
        page.get_by_role("link", name="Ivo Varga").wait_for()
        assert page.locator("#notice").is_hidden()
        watched.page.close()


def test_a_question_asked_again_costs_nothing(tmp_path: Path) -> None:
    plain, _ = site_of(worlds.world(), tmp_path)
    counting = Counting(plain.view.store)
    site, _ = site_of(worlds.world(), tmp_path, counting)
    info = load("killed-in-place-and-period")
    first = site.ask(info, {"place": "oldtown"}, False)
    assert site.ask(info, {"place": "oldtown"}, False) is first
    assert counting.asked == 1
    assert site.ask(info, {"place": "nowhere"}, False).rows == []
    assert counting.asked == 2
    again, _ = site_of(worlds.world(), tmp_path, counting)
    again.ask(info, {"place": "oldtown"}, False)
    assert counting.asked == 3


@pytest.mark.parametrize("path", ["/ask/who-was-killed", "/ask/who-was-killed/download.csv"])
def test_a_question_that_takes_too_long_is_answered_in_words(tmp_path: Path, path: str) -> None:
    plain, _ = site_of(worlds.world(), tmp_path)
    late = Counting(plain.view.store)
    late.late = True
    sites = Sites(lambda: site_of(worlds.world(), tmp_path, late)[0])
    with TestClient(Starlette(routes=pages(sites)), base_url="http://localhost") as client:
        answer = client.get(path)
        assert "no answer within 30 seconds" in answer.text
        assert "SPARQL" in answer.text


def test_a_question_reaches_the_editor_with_its_parameters(tmp_path: Path) -> None:
    sites = Sites(lambda: site_of(worlds.world(), tmp_path)[0])
    with TestClient(Starlette(routes=pages(sites)), base_url="http://localhost") as client:
        page = client.get("/ask/killed-in-place-and-period?ask=1&place=oldtown").text
        assert "%22oldtown%22" in page
