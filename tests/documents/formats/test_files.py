"""Files made by the tools that people make them with: what is read of each, and that nothing else is."""

from __future__ import annotations

import socket
from datetime import date
from pathlib import Path

import pytest

from kg.documents import Settings, find, read
from kg.errors import InputError
from kg.model import Document

FILES = Path(__file__).parent / "files"
STRIKE = "killed four guards and a driver on Monday night"


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader tried to reach the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def read_file(name: str, **settings: object) -> tuple[dict[str, Document], list[InputError]]:
    items = list(read(find([str(FILES / name)]), Settings(**settings)))  # type: ignore[arg-type]
    documents = {item.id: item for item in items if isinstance(item, Document)}
    return documents, [item for item in items if isinstance(item, InputError)]


def test_a_page_saved_by_a_browser() -> None:
    (page,) = read_file("saved-page.html")[0].values()
    assert STRIKE in page.text
    assert "beside the harbour church" in page.text
    for furniture in ("Sign in", "recipes", "dataset", "Copyright"):
        assert furniture not in page.text
    assert (page.issued, page.issued_basis) == (date(2021, 3, 9), "metadata")
    assert (page.title, page.source, page.author) == (
        "Strike on fuel depot kills four",
        "Harbour Gazette",
        "Lena Okoye",
    )
    assert page.url == "https://gazette.example/world/strike-on-fuel-depot"
    assert page.extractor.startswith("trafilatura ")


def test_a_page_printed_to_pdf() -> None:
    (printed,) = read_file("printed.pdf")[0].values()
    assert f"outside the port of Belhara {STRIKE}, the governor’s office said." in printed.text
    assert "which could be seen from the other side of the bay." in printed.text
    # When a file was made is not when its report came out.
    assert printed.issued is None
    assert printed.extractor.startswith("pypdf ")


def test_a_crawl() -> None:
    documents, refused = read_file("crawl.warc.gz")
    assert list(documents) == [
        "crawl.warc/gazette.example/world/strike-on-fuel-depot",
        "crawl.warc/wire.example/2021/03/orvane.txt",
    ]
    page, text = documents.values()
    assert STRIKE in page.text
    assert page.issued == date(2021, 3, 9)
    assert (text.issued, text.text[:6]) == (None, "Shells")
    assert not refused


def test_a_feed() -> None:
    documents, refused = read_file("feed.xml")
    bomb, talks = documents.values()
    assert bomb.text == (
        "A bomb under a car killed a bodyguard of the mayor of Lissa on Saturday, police said.\n"
        "The mayor was not in the car. She accused the Harbour Brigade of the attack."
    )
    assert (bomb.issued, bomb.source, bomb.author) == (date(2021, 3, 13), "Coast Observer", "Ana Prado")
    assert bomb.title == "Bomb kills mayor’s bodyguard"
    assert talks.id == "feed/observer.example/?p=4712"
    assert [error.reason for error in refused] == ["no text in the item"]


def test_an_atom_feed() -> None:
    (entry,) = read_file("atom.xml")[0].values()
    assert entry.text.splitlines() == [
        "Soldiers shot two men at a checkpoint near Dorra on Monday.",
        "The army said that they had not stopped.",
    ]
    assert (entry.title, entry.author, entry.url) == (
        "Two shot at checkpoint",
        "P. Moreau",
        "https://valley.example/1",
    )
    assert entry.issued == date(2021, 3, 15)


def test_a_mail_with_an_attachment() -> None:
    documents, _ = read_file("alert.eml")
    mail, attached = documents.values()
    assert mail.text.startswith("Shells fell on the market of Orvane")
    assert (mail.issued, mail.title, mail.author) == (
        date(2021, 3, 12),
        "Shells hit the market of Orvane",
        "Reuters Alerts",
    )
    assert (attached.id, attached.issued) == ("alert/sella", None)


@pytest.mark.parametrize("name", ["table.csv", "articles.jsonl", "articles.jsonl.gz"])
def test_tables(name: str) -> None:
    documents, refused = read_file(name)
    orvane, sella = documents.values()
    assert (orvane.id.split("/")[-1], sella.id.split("/")[-1]) == ("orvane", "sella")
    assert (orvane.issued, orvane.title, orvane.source) == (date(2021, 3, 12), "Market shelled", "Agence France-Presse")
    assert sella.text.startswith("Gunmen killed a police captain")
    assert not refused


def test_columns_that_the_user_names() -> None:
    documents, _ = read_file("table.csv", fields={"text": "headline", "id": "published_at", "title": "outlet"})
    assert [item.text for item in documents.values()] == ["Market shelled", "Captain killed"]
    assert list(documents) == ["table/2021-03-12", "table/2021-03-13"]


def test_a_column_that_is_not_there() -> None:
    documents, (error,) = read_file("table.csv", fields={"text": "fulltext"})
    assert not documents
    assert "no column 'fulltext' (there are: id, published_at, headline, outlet, body)" in error.reason


def test_markdown() -> None:
    (report,) = read_file("report.md")[0].values()
    assert report.text == (
        "Raid on the river camp\n\nSoldiers arrested three men in a raid on the river camp on Monday, said the camp's "
        "council.\n\nThey took my brother, and nobody tells us where he is, a woman said.\n\nOne of the men was shot "
        "in the leg.\n\nNobody was killed."
    )
    assert (report.issued, report.source, report.author) == (date(2021, 3, 16), "River Monitor", "Ines Falk")


def test_an_archive_of_all_of_them() -> None:
    documents, refused = read_file("bundle.zip")
    alone = {
        item.digest
        for name in ("saved-page.html", "printed.pdf", "alert.eml", "table.csv", "feed.xml")
        for item in read_file(name)[0].values()
    }
    assert {item.digest for item in documents.values()} == alone
    assert all(identifier.startswith("bundle/reports/") for identifier in documents)
    reasons = {error.name.rpartition(": ")[2]: error.reason for error in refused}
    assert reasons == {"item 3": "no text in the item", "reports/noise.bin": "binary, not text"}


def test_another_format_than_it_looks_like() -> None:
    documents, _ = read_file("report.md", input_format="text")
    (report,) = documents.values()
    assert "**arrested three men**" in report.text
