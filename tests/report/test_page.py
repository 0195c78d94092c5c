"""The report in one file: what stands in it, that it needs nothing else, and that texts cannot break out."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.model import EntityKind, Predicate, Status
from kg.rdf import serialize_turtle
from kg.report.case import gather
from kg.report.page import html
from kg.view import Selection, View, open_view
from tests.rdf.factory import Story, said


class Page(HTMLParser):
    """Collects the elements, ids, addresses and visible text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.words: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src", "data", "action"):
                self.targets.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def report(view: View, *events: str, **selection: str) -> Page:
    return Page(html(gather(view, Selection(**selection), events)))  # type: ignore[arg-type]


def test_everything_is_in_it(view: View) -> None:
    page = report(view)
    assert set(page.ids) >= {"killed", "map", "timeline", "conflicts", "events", "sources", "method"}
    assert {event.key for event in view.events} <= set(page.ids)
    text = " ".join(page.words)
    assert "“We killed him,” Col. Eva Berg told reporters on Monday." in text
    assert "Said, but not accepted" in text


def test_a_case_tells_who_its_people_are_said_to_be(view: View) -> None:
    page = html(gather(view, Selection(person="Varga")))
    roles = page[page.index('id="roles"') : page.index('id="events"')]
    assert "regional commander" in roles
    assert "2019-05-08" in roles
    assert "Varga, a regional commander of the People&#39;s Front since 2012" in roles
    assert 'href="#roles"' in page


def test_it_needs_nothing_else_and_its_links_lead_somewhere(view: View) -> None:
    page = report(view)
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert len(page.ids) == len(set(page.ids))
    for target in page.targets:
        assert target.startswith("#")
        assert target[1:] in page.ids


def test_facts_and_allegations_stand_apart(view: View) -> None:
    case = gather(view, Selection())
    assert {d.victim.label for d in case.deaths} == {"Ivo Varga", "Ana Lind", "Per Moss", "nine mushroom pickers"}
    assert {d.victim.label for d in case.alleged} == {"several guards", "Tor Dahl"}
    assert not [killer for d in case.deaths for killer in d.killers if not killer.fact]


def test_a_case_holds_only_its_events(view: View) -> None:
    assert {e.key for e in gather(view, Selection(person="Lind")).events} == {"beheading", "capture"}
    assert [e.key for e in gather(view, Selection(), ["strike"]).events] == ["strike"]
    assert 'id="shelling"' not in html(gather(view, Selection(person="Lind")))
    with pytest.raises(UsageError, match="no event fits: person: Nobody"):
        gather(view, Selection(person="Nobody"))


def test_the_same_graph_gives_the_same_bytes(world_file: Path) -> None:
    first, second = (html(gather(open_view([world_file]), Selection())) for _ in range(2))
    assert first == second


def test_html_in_a_text_is_shown_not_run(tmp_path: Path) -> None:
    hostile = '<script>alert(1)</script><img src=x onerror="alert(2)">"\'&'
    story = Story()
    narrator = story.document("doc", "2019-05-05", title=hostile, source=hostile)
    story.entity("victim", EntityKind.PERSON, hostile)
    story.event("e", "Killing", label=hostile, status=Status.SINGLE_SOURCE)
    story.claim("doc", narrator, hostile, (said("e", Predicate.FATAL_VICTIM, "victim"), Status.SINGLE_SOURCE))
    path = tmp_path / "hostile.ttl"
    path.write_bytes(serialize_turtle(story.graph()))
    page = Page(html(gather(open_view([path]), Selection())))
    assert not {"script", "img"} & set(page.tags)
    assert not [name for name in page.attributes if name.startswith("on")]
    assert page.words.count(hostile) >= 4
