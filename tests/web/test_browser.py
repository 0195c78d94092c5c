"""The pages in a headless Chromium: every view, from a death to its sentence, and nothing that leaves loopback."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.events import many
from tests.web import worlds
from tests.web.conftest import Open, Watched, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, LocatorAssertions

VIEWS = {
    "overview": "/", "overview-all": "/?all=1&tab=events", "event": "/event/shelling", "person": "/person/varga",
    "group": "/group/front", "place": "/place/town", "people": "/people", "documents": "/documents",
    "conflicts": "/conflicts", "ask": "/ask", "question": "/ask/who-was-killed", "sparql": "/ask/sparql",
    "search": "/search?q=lind", "why": "/why/strike", "groups": "/groups", "places": "/places",
    "reader": "/document/document-agency-6dc48cc27b", "silence": "/silence/document-agency-6dc48cc27b",
    "problem": "/event/none", "asked": "/ask/killed-in-place-and-period?ask=1&place=oldtown",
}  # fmt: skip


def expect(locator: Locator) -> LocatorAssertions:
    """Claims about the page that wait until they hold: what follows a click is drawn when the browser comes to it."""
    from playwright import sync_api

    return sync_api.expect(locator)


def rows(watched: Watched) -> Locator:
    """What the table of the overview lists first in each row."""
    return watched.page.locator("#table tbody tr:not(.words) td:first-child")


def ordered(cells: Locator, *, reverse: bool = False) -> None:
    """Claim that the cells come to stand in the order of the alphabet."""
    expect(cells).to_have_text(sorted(cells.all_inner_texts(), key=str.lower, reverse=reverse))


def overview(watch: Open, path: str = "/", **options: Any) -> Watched:
    watched = watch(**options)
    watched.go(path)
    watched.page.wait_for_selector("html[data-ready]")
    return watched


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_is_accessible(watch: Open, name: str, scheme: str) -> None:
    watched = watch(color_scheme=scheme)
    watched.go(VIEWS[name])
    watched.shot(f"{name}-{scheme}")
    assert not violations(watched)
    watched.forgive(404 if name == "problem" else 0)


def violations(watched: Watched) -> list[str]:
    """What axe finds amiss with a page by WCAG 2.2 AA; it is run by the test itself, outside the policy of the page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra 'browser'")
    found = axe.Axe().run(watched.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    return [
        f"{v['id']}: {v['help']}: {[node['html'][:120] for node in v['nodes'][:3]]}"
        for v in found.response["violations"]
    ]


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_fits_a_phone(watch: Open, name: str) -> None:
    watched = watch(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    watched.go(VIEWS[name])
    watched.shot(f"{name}-phone")
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 360
    watched.forgive(404 if name == "problem" else 0)


def test_from_a_death_to_its_sentence(watch: Open) -> None:
    watched = overview(watch)
    page = watched.page
    page.get_by_role("link", name="Ivo Varga").first.click()
    page.wait_for_url("**/event/strike")
    expect(page.get_by_role("heading", name="Air strike on Ivo Varga")).to_be_visible()
    page.locator("#claims ~ .sides a[href^='/document/']").first.click()
    page.wait_for_url(re.compile("/document/.*#c0$"))
    expect(page.locator(".passage.chosen")).to_contain_text(
        "Ivo Varga was killed in a coalition air strike in Red Valley on Sunday."
    )
    reasons = page.locator(".reasons.open")
    expect(reasons).to_contain_text("killed: Ivo Varga")
    watched.shot("reader")
    reasons.get_by_role("link", name="why, step by step").first.click()
    page.wait_for_url("**/why/strike")
    expect(page.locator("mark").first).to_be_visible()


def test_words_that_gave_nothing_say_why(watch: Open) -> None:
    watched = watch(color_scheme="dark")
    watched.go(VIEWS["reader"])
    page = watched.page
    silent = page.locator(".passage.silent", has_text="The market reopened.")
    silent.get_by_role("link", name="Nothing was taken").click()
    reasons = page.locator("#silence")
    reasons.get_by_text("it is part of a name").wait_for()
    expect(reasons).to_contain_text("Nothing was taken from these words.")
    expect(reasons).to_contain_text("seen: The market reopened. (group)")
    expect(silent).to_contain_class("chosen")
    watched.shot("reader-silence-dark")
    assert not violations(watched)
    page.locator(".passage .mark").first.click()
    expect(reasons).to_be_hidden()
    expect(page.locator(".reasons.open")).to_have_count(1)
    assert not violations(watched)
    # By keyboard, and by the address of the words.
    silent.get_by_role("link").focus()
    page.keyboard.press("Enter")
    reasons.get_by_text("it is part of a name").wait_for()
    page.wait_for_url(re.compile(r"#s\d+$"))
    again = watch()
    again.go(page.url.removeprefix(watched.address))
    again.page.locator("#silence").get_by_text("it is part of a name").wait_for()


def test_filters_narrow_and_the_address_says_so(watch: Open) -> None:
    watched = overview(watch)
    page = watched.page
    expect(rows(watched)).to_have_count(4)
    page.get_by_label("Place", exact=True).fill("oldtown")
    expect(rows(watched)).to_have_count(3)
    assert set(rows(watched).all_inner_texts()) == {"Ana Lind", "Per Moss", "nine mushroom pickers"}
    page.get_by_role("textbox", name="From").fill("2019")
    expect(rows(watched)).to_have_count(1)
    page.wait_for_url(re.compile("(?=.*place=oldtown)(?=.*from=2019)"))
    again = overview(watch, page.url.removeprefix(watched.address))
    expect(rows(again)).to_have_text(["nine mushroom pickers"])


def test_lists_are_filters_and_back_undoes_them(watch: Open) -> None:
    watched = overview(watch)
    page = watched.page
    page.locator("#kinds").get_by_role("button", name="beheading").click()
    expect(rows(watched)).to_have_text(["Ana Lind"])
    page.wait_for_url("**/?kind=beheading")
    page.locator("#kinds").get_by_role("button", name="beheading").click()
    expect(rows(watched)).to_have_count(4)
    page.go_back()
    expect(rows(watched)).to_have_text(["Ana Lind"])
    page.go_forward()
    expect(rows(watched)).to_have_count(4)


def test_a_click_on_the_map_and_a_stretch_of_time_narrow(watch: Open) -> None:
    watched = overview(watch)
    page = watched.page
    box = page.locator("#map").bounding_box()
    assert box is not None
    page.locator("#map").click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    page.wait_for_url("**place=Oldtown**")
    page.get_by_role("link", name="Clear").click()
    page.wait_for_selector("html[data-ready]")
    line = page.locator("#timeline")
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.99, box["y"] + 60, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile(r"from=\d{4}-\d\d-\d\d&to="))
    expect(rows(watched).filter(has_text="Ana Lind")).to_have_count(0)
    expect(rows(watched).filter(has_text="Ivo Varga")).to_have_count(1)


def test_columns_sort(watch: Open) -> None:
    watched = overview(watch)
    page = watched.page
    page.get_by_role("button", name="Who", exact=True).click()
    ordered(rows(watched))
    page.get_by_role("button", name="Who ↑").click()
    ordered(rows(watched), reverse=True)
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)


def test_what_is_no_fact_comes_only_when_asked_for(watch: Open) -> None:
    watched = overview(watch)
    assert "several guards" not in rows(watched).all_inner_texts()
    watched.page.get_by_label("also what is no fact").check()
    expect(watched.page.locator("#table")).to_contain_text("several guards")
    expect(watched.page.locator("#table")).to_contain_text("disputed")


def test_the_network_grows_by_keyboard(watch: Open) -> None:
    watched = watch()
    watched.go("/person/varga")
    page = watched.page
    nodes = page.locator(".network .node")
    before = nodes.count()
    assert before >= 4
    page.locator(".network .node[data-key=beheading]").focus()
    page.keyboard.press("Enter")
    page.locator(".network .node[data-key=lind]").wait_for()
    assert nodes.count() > before
    page.keyboard.press("Shift+Enter")
    page.wait_for_url("**/event/beheading")


def test_a_question_as_table_chart_and_timeline(watch: Open) -> None:
    watched = watch()
    watched.go("/ask/who-was-killed")
    page = watched.page
    page.get_by_role("button", name="Chart").click()
    page.get_by_label("Rows by").select_option("status")
    expect(page.locator(".chart")).to_contain_text("single source")
    page.wait_for_url("**/ask/who-was-killed#chart")
    page.go_back()
    page.locator("table").wait_for()
    page.go_forward()
    page.locator(".chart").wait_for()
    sent = watch()
    sent.go("/ask/who-was-killed#chart")
    sent.page.locator(".chart").wait_for()
    page.get_by_role("button", name="Timeline").click()
    expect(page.locator("canvas")).to_be_visible()
    page.get_by_role("button", name="Map").click()
    page.locator(".map .leaflet-interactive, .map canvas").first.wait_for()
    watched.shot("question-map")
    page.get_by_role("button", name="Table").click()
    page.get_by_role("button", name="victim").click()
    ordered(page.locator("tbody tr.has-words td:first-child"))


def test_a_long_answer_is_sorted_and_drawn_whole(watch: Open, tmp_path: Path) -> None:
    with serving(many(130), tmp_path) as address:
        watched = watch(address)
        watched.go("/ask/who-was-killed")
        page = watched.page
        page.wait_for_selector("html[data-ready]")
        first = page.locator("tbody tr.has-words td:first-child")
        everybody = page.evaluate("fetch('/ask/who-was-killed/rows.json').then((a) => a.json())")["rows"]
        assert len(everybody) > 50
        page.get_by_role("button", name="victim").click()
        page.get_by_role("button", name="victim").click()
        last = max((row["texts"][0] for row in everybody), key=str.lower)
        expect(first.first).to_have_text(last)
        expect(first).to_have_count(50)
        page.get_by_role("button", name="Next").click()
        expect(page.locator(".pager")).to_contain_text("Page 2 of")
        assert first.first.inner_text() < last
        page.get_by_role("button", name="Chart").click()
        page.get_by_label("Rows by").select_option(label="certainty")
        expect(page.locator(".chart")).to_contain_text(re.compile(rf"certain\s*{len(everybody)}"))
        assert not violations(watched)
        watched.page.close()


def test_the_editor_completes_runs_and_shows(watch: Open) -> None:
    watched = watch()
    watched.go("/ask/sparql")
    page = watched.page
    page.wait_for_selector("html[data-ready]")
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT ?e ?v WHERE { ?e ')")
    page.locator(".CodeMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("kgc:fatalV")
    expect(page.locator(".CodeMirror-hints")).to_contain_text("kgc:fatalVictim")
    page.keyboard.press("Enter")
    page.keyboard.type(" ?v }")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#answer table")
    expect(page.locator("#status")).to_contain_text("4 rows")
    assert "PREFIX kgc:" in page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    page.wait_for_url("**query=**")
    watched.shot("sparql-answer")


def test_a_wrong_query_is_answered_in_words(watch: Open) -> None:
    watched = watch()
    watched.go("/ask/sparql?query=SELECT+%3Fx+WHERE")
    watched.page.locator("#status", has_text="error").wait_for()
    watched.forgive(400)


def test_the_keyboard_reaches_the_content_first(watch: Open) -> None:
    watched = overview(watch)
    page = watched.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.fixture(scope="module")
def hostile_address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(worlds.hostile(), tmp_path_factory.mktemp("hostile")) as address:
        yield address


@pytest.mark.parametrize(
    "path", ["/", "/event/e", "/person/victim", "/documents", "/why/e", "/ask/who-was-killed", "/ask/sparql"]
)
def test_markup_in_texts_never_runs(watch: Open, hostile_address: str, path: str) -> None:
    watched = watch(hostile_address)
    dialogs: list[str] = []

    def heard(dialog: Any) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    watched.page.on("dialog", heard)
    watched.go(path)
    watched.page.wait_for_timeout(300)
    assert watched.page.title() != "run"
    assert not dialogs
    assert watched.page.locator("img").count() == 0


def test_a_document_full_of_markup(watch: Open, hostile_address: str) -> None:
    watched = watch(hostile_address)
    watched.go("/documents")
    watched.page.locator("tbody a").first.click()
    watched.page.wait_for_selector(".passage")
    watched.page.locator(".passage .mark").first.click()
    watched.shot("hostile-reader")
    expect(watched.page.locator(".text")).to_contain_text(worlds.HOSTILE)
    assert watched.page.title() != "run"


def test_the_report_opens_from_disk(watch: Open, tmp_path: Path) -> None:
    from kg.rdf import serialize_turtle
    from kg.report.case import gather
    from kg.report.page import html
    from kg.view import Selection, open_view

    graph = tmp_path / "graph.ttl"
    graph.write_bytes(serialize_turtle(worlds.world()))
    target = tmp_path / "report.html"
    target.write_text(html(gather(open_view([graph]), Selection())), encoding="utf-8")
    watched = watch("file://")
    watched.go(str(target))
    watched.shot("report")
    expect(watched.page.locator(".kg-map circle").first).to_be_attached()
    assert [url for url in watched.requests if not url.startswith("file://")] == []


def test_the_quote_below_a_death_leads_into_its_text(watch: Open) -> None:
    watched = overview(watch)
    watched.page.get_by_role("link", name="Per Moss was reportedly shot dead").click()
    watched.page.wait_for_url("**/document/**")
    expect(watched.page.locator(".passage.chosen")).to_contain_text("Per Moss was reportedly shot dead in Oldtown")


def test_what_is_not_accepted_of_an_event_says_so(watch: Open) -> None:
    watched = overview(watch, "/?tab=events")
    page = watched.page
    expect(page.locator("#killed-heading")).to_have_text("What happened")
    shelling = page.locator("#table tr", has_text="Shelling of the Northland army")
    expect(shelling).to_contain_text("2019-05-05 (not accepted)")
    expect(shelling).to_contain_text("Oldtown (not accepted)")
    expect(page.locator("#table tr", has_text="Raid on the mushroom pickers")).not_to_contain_text("not accepted")
