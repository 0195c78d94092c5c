"""Sentence boundaries that the layout of a text decides before the network is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

BEGINS, UNKNOWN, GOES_ON = 1, 0, -1

_NEWLINE = r"(?:\r\n|\r(?!\n)|[\n\x0b\x0c\x85\u2028])"
_BLANK_LINE = re.compile(rf"{_NEWLINE}[^\S\n\r\x0b\x0c\x85\u2028]*{_NEWLINE}|\u2029")
_ANY_NEWLINE = re.compile(rf"{_NEWLINE}|\u2029")
#: Words in a dateline at most: "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) --".
_DATELINE = 16
#: Words of a place with its country and perhaps a day: "Juba, South Sudan", "KANDAHAR, Afghanistan, June 9".
_PLACE_AND_COUNTRY = 9
#: Words of a place, comma, month, day and the first one of the report.
_UNMARKED = 7
_SHORTEST = 4  # letters of a place in capitals that no mark ends
_BULLETS = ("*", "•", "·", "-", "–")
_WEEKDAYS_TEXT = "monday tuesday wednesday thursday friday saturday sunday"
_WEEKDAYS = frozenset(_WEEKDAYS_TEXT.split())
_MONTHS_TEXT = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = frozenset(_MONTHS_TEXT.split())
_DASHES = ("--", "---", "—", "–")
_IN_DATELINES = frozenset({",", ".", "/"})
_SMALL_TEXT = "al de del e el la las los of san the y "
_TITLES_TEXT = """
adm brig capt cmdr col cpl dr fr gen gov hon insp lt maj mr mrs ms pfc pres prof pvt rep rev sen sgt spc supt
"""
#: Titles with a full stop, behind which a name goes on.
_TITLES = frozenset(_TITLES_TEXT.split())
_GO_ON_TEXT = """
a about after against an and among at because before between but by during for from had has have his if in into its my
of on or our said says since than that the their to under until was were when where which while who with
"""
#: Words in small letters that no sentence ends with where the next word stands on the same line.
_GO_ON = frozenset(_GO_ON_TEXT.split())
_GO_ON_MARKS = frozenset({"-", "–", "—", "(", "[", "/", "&"})
#: Part of the longest line around it that a wrapped line fills at least.
_EARLY = 0.6
#: Words before a colon at the beginning of a line that is no running text.
_FURNITURE = frozenset(
    {"photo", "picture", "image", "video", "published", "updated", "posted", "related", "source", "caption", "more"}
)
_DAY_WORDS = 3, 7  # of "15 June 2010", "Friday, May 7, 2004"
_YEAR = 4  # figures
_SMALL = frozenset(_SMALL_TEXT.split())


def words_of(doc: Doc) -> list[int]:
    """Indices of the tokens that are more than white space."""
    return [token.i for token in doc if not token.is_space]


def starts_of(doc: Doc, places: Sequence[int]) -> list[int]:
    """For each word: whether it begins a sentence, goes on with one, or is for the network to decide.

    A start that was set before stays. Otherwise a word after a blank line begins a sentence, and a dateline
    is one of its own.
    """
    known = doc.has_annotation("SENT_START")
    out: list[int] = []
    paragraphs: list[tuple[int, bool]] = []
    begun: set[int] = set()  # words whose start was set before
    before = -1
    for row, i in enumerate(places):
        start = UNKNOWN
        if before >= 0 and _after_title(doc, before) and doc[i].text[:1].isupper():
            start = GOES_ON
        if known and doc[i].is_sent_start is not None:
            start = BEGINS if doc[i].is_sent_start else GOES_ON
        gap = "" if i == before + 1 else doc[before + 1 : i].text_with_ws
        if start == UNKNOWN and before >= 0 and not gap and _runs_on(doc, before, i):
            start = GOES_ON
        if gap and known and any(doc[k].is_sent_start for k in range(before + 1, i)):
            start = BEGINS
        if start != UNKNOWN:
            begun.add(row)
        if not out or (gap and _BLANK_LINE.search(gap)):
            start = BEGINS
            paragraphs.append((row, True))
        elif gap and _ANY_NEWLINE.search(gap):
            paragraphs.append((row, False))
        out.append(start)
        before = i
    for row in _short_lines(doc, places, paragraphs):
        if row not in begun:
            out[row] = BEGINS
    for row, surely in paragraphs:
        size = _dateline(doc, places[row : row + _DATELINE], surely)
        if size and not known:
            out[row : row + size] = [BEGINS, *[GOES_ON] * (size - 1)]
            if row + size < len(out):
                out[row + size] = BEGINS
    return out


def _short_lines(doc: Doc, places: Sequence[int], lines: Sequence[tuple[int, bool]]) -> list[int]:
    """The first words of lines before which a line ended early, or which begin as captions and bylines do.

    A wrapped line ends where the next word would not fit. A headline, a line of navigation or a byline ends sooner than
    the longest line around it. Lines up to the next blank one are measured together; ``lines`` are the first words of
    all lines, with whether a blank line stands before them.
    """
    if not lines:
        return []
    ends = [row for row, _ in lines[1:]] + [len(places)]
    widths = [_end(doc[places[end - 1]]) - doc[places[row]].idx for (row, _), end in zip(lines, ends, strict=True)]
    found: list[int] = []
    block: list[int] = []
    for number in range(len(lines) + 1):
        if number == len(lines) or lines[number][1]:
            widest = max((widths[k] for k in block), default=0)
            for k in block[1:]:
                word, last = doc[places[lines[k][0]]], doc[places[lines[k][0] - 1]]
                early = widths[k - 1] + len(word.text) < _EARLY * widest and not word.text[:1].islower()
                goes_on = last.text in _GO_ON or last.text == "," or last.text in _GO_ON_MARKS
                day = _is_day(doc, places[lines[k][0] : ends[k]])
                if ((early or day) and not goes_on) or _caption(doc, places, lines[k][0]):
                    found.append(lines[k][0])
            block = []
        block.append(number)
    return found


def _end(word: Token) -> int:
    return word.idx + len(word.text)


def _is_day(doc: Doc, line: Sequence[int]) -> bool:
    """Whether a line holds a day with its year and nothing else, no full stop either: "15 June 2010"."""
    if not _DAY_WORDS[0] <= len(line) <= _DAY_WORDS[1]:
        return False
    words = [doc[i].text for i in line]
    rest = [w for w in words if w.isalpha() and w[:3].lower() not in _MONTHS and w.lower() not in _WEEKDAYS]
    return not rest and words[-1] != "." and _names_day(words) and any(len(w) == _YEAR and w.isdigit() for w in words)


def _caption(doc: Doc, places: Sequence[int], row: int) -> bool:
    """Whether a line begins as captions, bylines and the furniture of pages do: "Photo:", "By Anna Berg"."""
    first = doc[places[row]].text
    after = doc[places[row + 1]].text if row + 1 < len(places) else ""
    if first in ("By", "BY"):
        return after[:1].isupper()
    return first.lower() in _FURNITURE and after in (":", "|")


def _runs_on(doc: Doc, before: int, at: int) -> bool:
    """Whether a word begins no sentence whatever it looks like: in small letters, on the line of a word or comma, or
    behind a word in small letters with no mark between ("killed taxi man Liam Bell", "They shot dead Omar Sayed"), a
    weekday behind a word ("an attack near Kano Monday, killing nine"), or in a text in capitals behind a word."""
    if doc[at].lower_ in _WEEKDAYS and doc[before].is_alpha:
        return True
    if _in_capitals(doc[before]) and (doc[at].is_quote or _in_capitals(doc[at])):
        after = doc[at + 1 : at + 3].text
        return after.isupper() and any(len(word) > 1 for word in after.split())
    if doc[at].text[:1].islower():
        return doc[before].is_alpha or doc[before].text == ","
    return doc[at].is_alpha and doc[before].is_alpha and doc[before].text.islower()


def _in_capitals(word: Token) -> bool:
    """Whether a word or number is in capitals, if it has letters."""
    return word.text[-1:].isalnum() and word.text.upper() == word.text


def _after_title(doc: Doc, at: int) -> bool:
    """Whether a word is the full stop of a title, or a title with its full stop."""
    stop = doc[at]
    if stop.text == ".":
        return at > 0 and not doc[at - 1].whitespace_ and doc[at - 1].lower_ in _TITLES
    return stop.text.endswith(".") and stop.lower_[:-1] in _TITLES


def _dateline(doc: Doc, places: Sequence[int], paragraph: bool) -> int:
    """Words in the dateline that a line begins with, its dash included; 0 if there is none.

    Within a paragraph, where lines may be wrapped, only one with an agency in brackets or a day is believed.
    """
    if places and doc[places[0]].text in _BULLETS:
        size = _dateline(doc, places[1:], paragraph)
        return size + 1 if size else 0
    words = [doc[i].text for i in places]
    if words and words[0] == "(":
        size = _in_brackets(words)
        return size if paragraph or _names_day(words[:size]) else 0
    dash = next((k for k, word in enumerate(words) if _ends_dateline(doc, places, words, k)), 0)
    if not dash or not words[0][:1].isupper():
        return _dated(words)
    if places[dash + 1 :] and _goes_on(doc[places[dash + 1]]):
        return 0  # "The ETA – which had claimed it – said": no sentence begins there
    before = words[:dash]
    # It names a place in capitals or with its country, or an agency in brackets, and has no word of running text.
    # Where all is in capitals, a date tells.
    capitals = any(word.isupper() and len(word) > 2 for word in before)
    after = [word for word in words[dash + 1 : dash + 4] if word.isalpha()]
    if capitals and after and all(word.isupper() for word in after):
        capitals = any(word.isdigit() for word in before)
    if words[dash] in (":", "):"):
        alone = all(word.isupper() for word in before if word.isalpha())
        behind_agency = words[dash] == "):" or before[-1] == ")"
        return dash + 1 if paragraph and capitals and (alone or behind_agency) else 0
    placed = "," in before and len(before) <= _PLACE_AND_COUNTRY
    dated = words[0].isupper() and len(words[0]) >= _SHORTEST and _names_day(before)
    shouts = "(" in before or dated or (paragraph and (capitals or placed))
    runs = any(word[:1].islower() and word.lower() not in _SMALL for word in before)
    return 0 if runs or not shouts else dash + 1


def _in_brackets(words: Sequence[str]) -> int:
    """Words in a dateline that stands in brackets before a dash: "(Nairobi, March 19, 2014) –", "(Beirut) -"."""
    end = words.index(")") if ")" in words else 0
    named = all(
        word[:1].isupper() or word.isdigit() or word in _IN_DATELINES or word in _SMALL for word in words[1:end]
    )
    return end + 2 if end and named and words[end + 1 : end + 2] and words[end + 1] in (*_DASHES, "-") else 0


def _goes_on(word: Token) -> bool:
    """A word in small letters that is no part of a name ("al-Shabaab", "al Qaeda")."""
    return word.text.islower() and bool(word.whitespace_) and word.text not in ("al", "el")


def _names_day(words: Sequence[str]) -> bool:
    """Whether a month stands among words, right beside the number of a day: "KAMPALA, Jan. 12"."""
    months = [k for k, word in enumerate(words) if word[:3].lower() in _MONTHS and word[:1].isupper()]
    return any(word.isdigit() for k in months for word in words[max(k - 1, 0) : k + 3])


def _ends_dateline(doc: Doc, places: Sequence[int], words: Sequence[str], k: int) -> bool:
    """A dash, a hyphen between spaces or behind an agency in brackets, or a colon behind one or two words."""
    if words[k] in _DASHES:
        return True
    if words[k] == "-":
        spaced = k > 0 and bool(doc[places[k]].whitespace_) and bool(doc[places[k - 1]].whitespace_)
        return ")" in words[:k] or spaced
    return words[k] == "):" or (words[k] == ":" and (1 <= k <= 2 or words[k - 1] == ")"))


def _dated(words: Sequence[str]) -> int:
    """Words in a dateline that ends with its day and no mark: "SANAA, Sept 28 At least 20 people ..."."""
    if len(words) < _UNMARKED or not words[0].isupper() or len(words[0]) < _SHORTEST or "," not in words[1:3]:
        return 0
    month = words.index(",", 1) + 1
    if words[month].lower() in _WEEKDAYS and words[month + 1].istitle():
        return month + 1
    day = month + 2 if words[month + 1] == "." else month + 1
    if words[month][:3].lower() not in _MONTHS or not words[day].isdigit():
        return 0
    return day + 1 if words[day + 1].istitle() and words[day + 1].isalpha() else 0
