"""What layout says about sentences before the network is asked."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.boundaries import BEGINS, GOES_ON, UNKNOWN, starts_of, words_of


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


def beginnings(doc: Doc) -> list[str]:
    places = words_of(doc)
    return [doc[i].text for i, start in zip(places, starts_of(doc, places), strict=True) if start == BEGINS]


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\r\n\r\n", "\n\t\n", "\n\n\n\n", "\u2029"])
def test_a_blank_line_begins_a_sentence(blank: Language, gap: str) -> None:
    assert beginnings(blank(f"Rebels in Damascus{gap}they fled")) == ["Rebels", "they"]


def test_a_word_in_small_letters_behind_a_word_or_comma_goes_on(blank: Language) -> None:
    doc = blank("a convoy in northern Koulema on Friday, the ministry said. it rained\nin Kano")
    starts = dict(zip((doc[i].text for i in words_of(doc)), starts_of(doc, words_of(doc)), strict=True))
    assert {starts[word] for word in ("on", "the", "said", "rained")} == {GOES_ON}
    assert starts["Koulema"] == GOES_ON
    assert starts["it"] == UNKNOWN


def test_no_sentence_ends_with_a_preposition_or_said_on_the_same_line(blank: Language) -> None:
    doc = blank("He said Tiger fighters had fled to\nJaffna by Friday Police agreed")
    starts = dict(zip((doc[i].text for i in words_of(doc)), starts_of(doc, words_of(doc)), strict=True))
    assert starts["Tiger"] == starts["Friday"] == GOES_ON
    assert starts["Jaffna"] == starts["Police"] == UNKNOWN


def test_no_sentence_of_a_text_in_capitals_begins_behind_a_word(blank: Language) -> None:
    doc = blank(
        'TWO MEN STABBED TO DEATH A PRIEST IN KANO ON 7 MAY "WITHOUT A WORD" THEN FLED\nPOLICE SAID. NOBODY SAW IT'
    )
    starts = dict(zip((doc[i].text for i in words_of(doc)), starts_of(doc, words_of(doc)), strict=True))
    assert {starts[word] for word in ("A", "ON", "7", "MAY", '"')} == {GOES_ON}
    assert starts["POLICE"] == starts["NOBODY"] == UNKNOWN
    doc = blank("A BOMB IN KANO Gunmen fled. BOMB KILLS NINE A blast tore through Kano")
    starts = dict(zip((doc[i].text for i in words_of(doc)), starts_of(doc, words_of(doc)), strict=True))
    assert starts["Gunmen"] == starts["A"] == UNKNOWN


@pytest.mark.parametrize("gap", ["\n", " ", "  ", "\t", "\r\n"])
def test_other_white_space_leaves_it_to_the_network(blank: Language, gap: str) -> None:
    assert beginnings(blank(f"Rebels in Damascus{gap}they fled")) == ["Rebels"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KABUL, Afghanistan (AP) -- A bomb exploded.", ["KABUL", "A"]),
        ("BAGHDAD — Gunmen fled.", ["BAGHDAD", "Gunmen"]),
        ("Sanaa (Reuters) - Three men died.", ["Sanaa", "Three"]),
        ("SAN SALVADOR, 3 JAN 90 -- THE ARMY SAID SO.", ["SAN", "THE"]),
        ("He died -- she said -- on Monday.", ["He"]),
        ("The NATO mission -- now over -- ended.", ["The"]),
        ("Attack - What we know", ["Attack"]),
        ("The ETA -- which had left Bilbao -- shot a man.", ["The"]),
        ("MOGADISHU -- al-Shabaab fighters fled.", ["MOGADISHU", "al"]),
        ("SANAA -- al Qaeda fled.", ["SANAA", "al"]),
        ("(Nairobi, March 19, 2014) – Rebels fled.", ["(", "Rebels"]),
        ("(Rio de Janeiro) - Police fled.", ["(", "Police"]),
        ("(He fled) - said police.", ["("]),
        ("Gunmen shot taxi man Liam Bell.", ["Gunmen"]),
    ],
)
def test_a_dateline_is_a_sentence(blank: Language, text: str, expected: list[str]) -> None:
    assert beginnings(blank(text)) == expected


def test_a_dateline_after_a_headline(blank: Language) -> None:
    assert beginnings(blank("Bomb kills three\nKABUL (AP) -- A bomb exploded.")) == ["Bomb", "KABUL", "A"]


def test_a_dateline_in_brackets_after_a_headline(blank: Language) -> None:
    assert beginnings(blank("Investigate Killings\n(Lima, May 3, 2014) – Rebels fled.")) == [
        "Investigate",
        "(",
        "Rebels",
    ]


def test_a_line_that_holds_a_day_alone_is_a_sentence(blank: Language) -> None:
    text = "Rebels kill nine\n15 June 2010\nRebels killed nine soldiers near the town on\n13 June 2010."
    assert beginnings(blank(text)) == ["Rebels", "15", "Rebels"]


def test_a_wrapped_line_in_capitals_is_no_dateline(blank: Language) -> None:
    assert beginnings(blank("THE REBELS OF THE\nFRONT -- A GROUP -- FLED.")) == ["THE"]


@pytest.mark.parametrize("text", ["He met Cpl. Ann Lee.", "He met Lance Cpl. Ann Lee.", "He met Gen. Lee."])
def test_a_name_goes_on_behind_a_title(blank: Language, text: str) -> None:
    doc = blank(text)
    places = words_of(doc)
    found = dict(zip((doc[i].text for i in places), starts_of(doc, places), strict=True))
    assert (found.get("Ann") or found["Lee"]) == GOES_ON


def test_starts_that_were_set_stay(blank: Language) -> None:
    doc = blank("Rebels fled \n\n they said")
    for token in doc:
        token.is_sent_start = token.i in (0, 1)
    places = words_of(doc)
    assert starts_of(doc, places)[1] == BEGINS
    assert starts_of(doc, places)[-1] == GOES_ON


def test_a_start_set_on_white_space_counts_for_the_next_word(blank: Language) -> None:
    doc = Doc(blank.vocab, words=["Rebels", "fled", "\n", "they", "said"])
    for token in doc:
        token.is_sent_start = token.i in (0, 2)
    assert beginnings(doc) == ["Rebels", "they"]


def test_nothing_but_white_space(blank: Language) -> None:
    assert words_of(blank(" \n\n \t")) == []
    assert starts_of(blank(""), []) == []


REPORT = "A bomb exploded in a market in the city of Kano on Saturday and killed nine people, officials said"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what stands over a report ends before the line is full
        (f"Home > World > Africa\n{REPORT}", ["Home", "A"]),
        (f"Blast kills nine in Kano\nVideo\n{REPORT}", ["Blast", "Video", "A"]),
        # captions and bylines, however long
        ("Soldiers stood guard in the market\nBy Sara Bello in Kano", ["Soldiers", "By"]),
        ("Soldiers stood guard in Kano\nPhoto: a street on Friday", ["Soldiers", "Photo"]),
        # wrapped lines go on, as does one that ends with a comma or begins with a small letter
        ("A bomb exploded in a market in the city\nof Kano on Saturday. Nobody knows who\nlaid it", ["A"]),
        ("Rebels near the town of\nKano on Saturday took a school and\nburned it.", ["Rebels"]),
        (f"In Kano,\nRebels fled. {REPORT}", ["In"]),
        (f"Blast in the market\nin Kano. {REPORT}", ["Blast"]),
    ],
)
def test_a_line_that_ends_early_ends_a_sentence(blank: Language, text: str, expected: list[str]) -> None:
    assert beginnings(blank(text)) == expected
