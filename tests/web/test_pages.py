"""What the pages say, and that texts cannot break out of them."""

from __future__ import annotations

import re
import tomllib
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import kg.web
from benchmarks.events import many
from kg.query import catalogue
from kg.web.pages import pages
from kg.web.site import Sites
from tests.web import worlds
from tests.web.conftest import site_of

STATIC = Path(kg.web.__file__).parent / "static"
VIEWS = [
    "/", "/event/shelling", "/person/varga", "/group/coalition", "/place/town", "/people", "/groups", "/places",
    "/documents", "/conflicts", "/ask", "/ask/who-was-killed", "/ask/sparql", "/search?q=lind", "/why/strike",
]  # fmt: skip


class Parsed(HTMLParser):
    """Elements, attributes and text of a page; fails where tags do not match."""

    VOID = frozenset({"meta", "link", "input", "br", "img"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, *names: str) -> list[str]:
        return [value for name, value in self.attributes if name in names]


def get(client: TestClient, path: str) -> Parsed:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return Parsed(answer.text)


def document(client: TestClient, number: int = 0) -> str:
    found: list[str] = re.findall(r'href="(/document/[^"]+)"', client.get("/documents").text)
    return found[number]


@pytest.mark.parametrize("path", VIEWS)
def test_every_view_is_whole_and_its_links_lead_somewhere(client: TestClient, path: str) -> None:
    page = get(client, path)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    for target in set(page.values("href", "src", "action")):
        if target.startswith("#"):
            assert target[1:] in ids
        elif not target.startswith(("/sparql", "http://www.wikidata.org/")):
            assert client.get(target.partition("#")[0]).status_code == 200, target


@pytest.mark.parametrize("path", VIEWS)
def test_nothing_is_loaded_from_elsewhere_or_runs_in_the_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    page = Parsed(answer.text)
    assert not {name for name, _ in page.attributes if name.startswith("on") or name == "style"}
    assert all(value.startswith("/") for value in page.values("src"))
    assert "style" not in page.tags
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_overview_counts_and_filters(client: TestClient) -> None:
    page = get(client, "/")
    assert "Ivo Varga" in page.text
    assert "several guards" not in page.text
    assert "several guards" in get(client, "/?all=1").text
    assert "Ivo Varga" not in get(client, "/?to=2018").text
    assert "nine mushroom pickers" in get(client, "/?place=oldtown&from=2019").text
    assert get(client, "/?from=nonsense&page=-3&kind=%3Cb%3E").tags


def test_an_event_has_both_sides(client: TestClient) -> None:
    page = client.get("/event/shelling").text
    support, denial = page.partition("In denial or doubt")[::2]
    assert "dozens of guards died there." in support
    assert "denied" in denial
    assert "Col. Eva Berg" in denial


def test_a_person_with_fate_roles_and_words(client: TestClient) -> None:
    text = get(client, "/person/varga").text
    assert "killed 2019-05-05" in text
    assert "regional commander" in text
    assert "As the one harmed (" in text
    assert "As the one who did it, or is said to have (1)" in text
    assert "What Col. Eva Berg says" in get(client, "/person/berg").text


def test_answers_lead_to_whom_they_are_about(client: TestClient) -> None:
    assert 'href="/person/varga"' in client.get("/ask/roles-over-time?ask=1&who=varga").text


def test_roles_over_time_lead_to_their_sentences(client: TestClient) -> None:
    page = client.get("/person/varga").text
    assert "Roles over time (1)" in page
    assert "regional commander" in page
    assert "since 2012" in page
    where = re.search(r'href="(/document/[^"#]+)#c(\d+)"><bdi>daily', page)
    assert where is not None
    assert f'id="c{where[2]}"' in client.get(where[1]).text
    army = get(client, "/group/army").text
    assert "Kim Holt: former spokesman" in " ".join(army.split())
    assert "then" in army


def test_words_that_tell_who_somebody_is_are_no_silence(client: TestClient) -> None:
    for path in re.findall(r'href="(/document/[^"]+)"', client.get("/documents").text):
        page = client.get(path).text
        if "Kim Holt, former" not in page and "Who somebody is" not in page:
            continue
        assert 'class="passage tells"' in page
        return
    raise AssertionError("no document tells who somebody is")


def test_a_document_shows_what_was_read_and_what_was_not(client: TestClient) -> None:
    page = client.get(document(client)).text
    assert 'class="passage supports"' in page
    assert 'class="passage denies"' in page
    silent = re.findall(r'<span class="passage silent" id[^>]*>([^<]+)', page)
    assert [words.strip() for words in silent if words.strip()] == ["The market reopened.", "Nobody was surprised."]
    text = Parsed(page).text
    assert "Ivo Varga was killed in a coalition air strike" in re.sub(r"\s+", " ", text)


def test_a_document_marks_people_and_events(client: TestClient) -> None:
    page = client.get(document(client)).text
    told = '<a class="name event" href="/event/strike" title="tells of: Air strike on Ivo Varga">killed</a>'
    assert told in page
    assert '<a class="name person" href="/person/varga"' in page
    assert told in client.get("/event/strike").text


def test_an_unknown_address_is_a_page(client: TestClient) -> None:
    for path in ("/event/nothing", "/person/strike", "/nowhere", "/ask/nothing", "/data/network/town"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "nothing at this address" in answer.text


def test_questions_with_their_parameters(client: TestClient) -> None:
    for info in catalogue():
        form = get(client, f"/ask/{info.name}")
        assert {p.name for p in info.parameters} <= set(form.values("name"))
    narrowed = get(client, "/ask/killed-in-place-and-period?ask=1&place=oldtown&from=2019&to=2019").text
    assert "nine mushroom pickers" in narrowed
    assert "Ivo Varga" not in narrowed
    assert "Ivo Varga" in get(client, "/ask/who-was-killed").text
    wrong = get(client, "/ask/killed-in-place-and-period?ask=1&place=x&from=yesterday")
    assert "not 'yesterday'" in wrong.text


def test_a_long_answer_comes_in_pages(tmp_path: Path) -> None:
    site, _ = site_of(many(130), tmp_path)
    with TestClient(Starlette(routes=pages(Sites(lambda: site))), base_url="http://localhost") as client:
        found = [client.get(f"/ask/who-was-killed?page={n}").text for n in (1, 2, 3)]
        total = int(re.findall(r"(\d+) rows", found[0])[0])
        names = [re.findall(r'data-label="victim"><a href="/event/[^"]+"><bdi>([^<]+)', page) for page in found]
        assert len(names[0]) == 50
        everybody = client.get("/ask/who-was-killed/rows.json").json()["rows"]
        assert [row["texts"][0] for row in everybody] == [name for page in names for name in page]
        assert len(everybody) == total
        assert 'href="/ask/who-was-killed?page=2"' in found[0]
        assert client.get("/ask/killed-in-place-and-period/rows.json?from=soon").status_code == 400


def test_an_empty_answer_says_so(client: TestClient) -> None:
    page = client.get("/ask/killed-in-place-and-period?ask=1&place=nowhere").text
    assert "nothing in the graph is called “nowhere”" in page


def test_an_empty_answer_says_why_and_offers_what_there_is(client: TestClient) -> None:
    page = client.get("/ask/acts-of-a-group?ask=1&group=Northland+army").text
    assert "nothing that fits is accepted; 1 row is not (1 disputed)" in page
    shown = re.search(r'href="([^"]+)">show them', page)
    assert shown is not None
    assert "1 row." in client.get(unescape(shown[1])).text
    page = client.get("/ask/killed-in-place-and-period?ask=1&place=oldtown&from=2050").text
    assert "is after the last of them" in page
    other = re.search(r'href="([^"]+)">ask so', page)
    assert other is not None
    assert "nine mushroom pickers" in client.get(unescape(other[1])).text
    assert "--param" not in page


def test_answers_as_files(client: TestClient) -> None:
    answer = client.get("/ask/who-was-killed/download.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.text.splitlines()[0].startswith("victim,")
    assert "Ivo Varga" in answer.text
    assert client.get("/ask/who-was-killed/download.exe").status_code == 404


def test_data_for_scripts(client: TestClient) -> None:
    answer = client.get("/data/events.json")
    data = answer.json()
    keys = [event[0] for event in data["events"]]
    assert len(keys) == 11
    deaths = {(keys[d[0]], d[3], d[1]) for d in data["deaths"]}
    assert ("strike", "Ivo Varga", 1) in deaths
    assert ("shelling", "several guards", 0) in deaths
    again = client.get("/data/events.json", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_network_of_ties(client: TestClient) -> None:
    found = client.get("/data/network/varga").json()
    assert {"event": "strike", "party": "varga", "role": "killed", "fact": True, "victim": True} in found["ties"]
    assert {"from": "varga", "to": "front", "role": "member of"} in found["belongs"]
    strike = client.get("/data/network/strike").json()
    assert {node["key"] for node in strike["nodes"]} == {"strike", "varga", "coalition"}


def test_markup_in_texts_is_shown(hostile: TestClient) -> None:
    paths = ["/", "/event/e", "/person/victim", "/place/place", document(hostile), "/people", "/places", "/documents"]
    paths += ["/why/e", "/ask/who-was-killed", f"/search?q={worlds.HOSTILE}", "/ask/evidence?ask=1&about=script"]
    for path in paths:
        page = get(hostile, path)
        assert worlds.HOSTILE in page.text or path.startswith("/ask/evidence"), path
        assert "img" not in page.tags
        assert not [value for value in page.values("href") if value.startswith("javascript")]
        assert not [name for name, _ in page.attributes if name.startswith("on")]


def test_names_of_any_direction_stand_apart(hostile: TestClient) -> None:
    page = hostile.get("/event/e").text
    assert f"<bdi>{worlds.ARABIC}</bdi>" in page
    assert '<h1 dir="auto">' in hostile.get("/person/killer").text


def test_what_others_wrote_is_what_their_packages_hold() -> None:
    listed: set[str] = set()
    vendor = STATIC / "vendor"
    with (vendor / "packages.toml").open("rb") as stream:
        packages = tomllib.load(stream)["package"]
    for package in packages:
        assert (vendor / package["licence-file"]).is_file()
        for name, digest in package["sha256"].items():
            assert sha256((vendor / name).read_bytes()).hexdigest() == digest
            listed.add(name)
    present = {str(p.relative_to(vendor)) for p in vendor.rglob("*") if p.is_file()}
    assert present - listed == {"packages.toml", *(package["licence-file"] for package in packages)}


def test_the_pages_are_lean() -> None:
    assert sum(p.stat().st_size for p in STATIC.rglob("*") if p.is_file()) < 3_000_000
