"""Why nothing was taken from a passage."""

from __future__ import annotations

import hashlib

import pytest
from starlette.testclient import TestClient

from kg.errors import KnowledgeError, QueryTimeoutError
from kg.model import Document
from kg.report.passages import Passage, Piece
from kg.view import Claim
from kg.web.rereading import Rereader, Sentence
from kg.web.silence import silences
from tests.web.test_pages import document, get


def sentence(begin: int, end: int, reason: str | None, *words: tuple[str, str, str | None]) -> Sentence:
    told = [{"text": text, "frame": frame, "reason": why} for text, frame, why in words]
    seen = [{"begin": begin, "end": begin + 2, "label": "Kano", "kind": "place"}]
    return {"begin": begin, "end": end, "seen": seen, "event_words": told, "reason": reason}


def passage(begin: int, text: str, *claims: Claim) -> Passage:
    return Passage(begin, begin + len(text), (Piece(text),), claims)


def test_each_silent_passage_has_the_reasons_of_its_sentences() -> None:
    found = silences(
        [passage(0, "It rained. "), passage(11, "  The strike goes on, and so does the raid.\n"), passage(60, "  \n")],
        [
            sentence(0, 10, "no word of it tells of an event"),
            sentence(13, 32, "“strike”: of work", ("strike", "attack", "of work")),
            sentence(33, 54, "“raid”: twice", ("raid", "raid", "it is part of a name"), ("does", "do", None)),
        ],
    )
    assert [(s.begin, s.text) for s in found] == [(0, "It rained."), (11, "The strike goes on, and so does the raid.")]
    assert found[0].reasons == ("no word of it tells of an event",)
    assert found[0].seen == ("Kano (place)",)
    assert found[1].reasons == ("“strike” (attack): of work", "“raid” (raid): it is part of a name")


def test_the_rest_of_a_sentence_that_gave_something() -> None:
    told, rest = passage(0, "They shot him, ", object.__new__(Claim)), passage(15, "she said.")
    (found,) = silences([told, rest], [sentence(0, 24, None, ("shot", "attack", None))])
    assert found.reasons == ("these words belong to a sentence from whose other words something was read",)
    (other,) = silences([rest], [sentence(15, 24, None, ("shot", "attack", None))])
    assert "built by another version" in other.reasons[0]


def test_words_that_are_no_sentence() -> None:
    (found,) = silences([passage(0, "* * *")], [])
    assert "no sentence" in found.reasons[0]


def test_the_reader_says_why_nothing_was_taken(client: TestClient) -> None:
    address = document(client)
    page = client.get(address).text
    target = address.replace("/document/", "/silence/")
    assert f'<a class="mark" href="{target}#s' in page
    told = get(client, target)
    assert "The market reopened." in told.text
    assert "“<b>market</b>” (attack): it is part of a name" in told.text
    assert "b" not in told.tags
    found = client.get(f"/data{target}").json()
    assert found["problem"] == ""
    assert [p["text"] for p in found["passages"]] == ["The market reopened.", "Nobody was surprised."]
    assert client.get("/silence/strike").status_code == 404


def test_without_the_text_it_says_what_to_do(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.report.texts import Texts

    target = document(client).replace("/document/", "/silence/")
    monkeypatch.setattr(Texts, "document", lambda *_: None)
    assert "--reports" in client.get(target).text
    assert "--reports" in client.get(f"/data{target}").json()["problem"]


def _document(text: str) -> Document:
    return Document("note", text, hashlib.sha256(text.encode()).hexdigest())


@pytest.mark.model
def test_a_report_is_read_again_in_a_process_of_its_own() -> None:
    reader = Rereader(60)
    note = _document("It rained in the hills. Gunmen killed three farmers in Kano on 5 May 2019.")
    rained, shot = reader.account(note)
    assert rained["reason"].startswith("no word of it")
    assert shot["reason"] is None
    assert reader.account(note) is reader.account(note)
    reader.close()
    assert reader.account(note)[0] == rained
    reader.close()


@pytest.mark.model
def test_a_reading_that_takes_too_long_is_ended() -> None:
    reader = Rereader(0.001)
    with pytest.raises(QueryTimeoutError, match="more than"):
        reader.account(_document("Gunmen killed three farmers in Kano on 5 May 2019. " * 40))
    reader.close()


def test_what_the_graph_was_built_with_must_be_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    missing = tmp_path_factory.mktemp("k") / "none"
    reader = Rereader(5, knowledge=missing)
    with pytest.raises(KnowledgeError, match="no such folder"):
        reader.account(_document("Rain."))


def test_hostile_texts_stay_text(hostile: TestClient) -> None:
    page = get(hostile, document(hostile).replace("/document/", "/silence/"))
    assert "img" not in page.tags
    assert page.tags.count("script") == 1
