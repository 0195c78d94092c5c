"""Places told by a direction or distance: "eastern X", "35 km from Y", "south of Z", "near W"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract import syntax
from kg.extract.entities.lexicon import place_sort
from kg.extract.entities.page import Page
from kg.extract.entities.words import words
from kg.extract.numerals import read_cardinal
from kg.extract.syntax.tokens import Token
from kg.knowledge.geography import BEARINGS, KM_PER_MILE
from kg.model import PlacePrecision

_ENDINGS = re.compile(r"(?:ernmost|ern|erly|wards?)$")
_PARTS = words("central middle upper lower inner outer rural coastal greater downtown mainland interior")
_UNITS = {
    "km": 1.0, "kms": 1.0, "kilometre": 1.0, "kilometres": 1.0, "kilometer": 1.0, "kilometers": 1.0,
    "mile": KM_PER_MILE, "miles": KM_PER_MILE, "mi": KM_PER_MILE, "metres": 0.001, "meters": 0.001,
    "yards": 0.0009,
}  # fmt: skip
_RIM = words("outskirt edge entrance exit approach coast shore border frontier vicinity")
_LEADING = words("road highway route motorway")
_LINES = _LEADING | words("track railway path trail stretch line street expressway")
# What stands between the two ends of a road, by the word that leads to them.
_JOINTS = {
    "between": frozenset({"and"}), "from": frozenset({"to"}), "linking": frozenset({"to", "and", "with"}),
    "connecting": frozenset({"to", "and", "with"}), "joining": frozenset({"to", "and", "with"}),
}  # fmt: skip
_LONGEST_ROAD = 14
_WORDS_OF_DISTANCE = 8
_NEAR = frozenset(
    (
        "near",
        "outside",
        "around",
        "close to",
        "next to",
        "beside",
        "off",
        "far from",
        "adjacent to",
        "by",
        "opposite",
    )
)


@dataclass(frozen=True, slots=True)
class Relation:
    """How a place lies to another, whose head word is ``base``.

    ``inside`` says that it is a part of the other. ``text`` are the words of the whole phrase, tokens
    ``begin`` to ``end``.
    """

    base: Token
    precision: PlacePrecision
    text: str
    begin: int
    end: int
    km: float | None = None
    bearing: float | None = None
    inside: bool = False


@lru_cache(maxsize=1 << 12)
def direction(word: str) -> str:
    """The compass point that a lower-case word names ("north-western" → "northwest"), or an empty string."""
    plain = _ENDINGS.sub("", word.replace("-", ""))
    plain = {"sou": "south", "nor": "north"}.get(plain, plain)
    return plain if plain in BEARINGS else ""


def relation_of(page: Page, token: Token) -> Relation | None:
    """What a locative noun phrase says beyond the name of a place, None if it says just that."""
    return (
        _distance(page, token)
        or _measured(page, token)
        or _between(page, token)
        or _beside(page, token)
        or _part(page, token)
    )


def road_between(token: Token) -> tuple[Token, Token, Token] | None:
    """The road and its two ends, asked of either: "the road between X and Y", "the road linking X to Y"."""
    tokens = token.doc.tokens
    for at in range(token.i - 1, max(0, token.i - _LONGEST_ROAD), -1):
        link = tokens[at].lower_
        if link in _JOINTS and tokens[at - 1].lemma_.lower() in _LINES:
            one = _end_of_road(tokens, at + 1)
            other = _end_of_road(tokens, one.i + 2) if one is not None and one.i + 1 < len(tokens) else None
            if one is None or other is None or tokens[one.i + 1].lower_ not in _JOINTS[link]:
                return None
            return (tokens[at - 1], one, other) if token.i <= other.i else None
        if tokens[at].pos_ not in ("PROPN", "NOUN", "ADP", "DET", "CCONJ", "ADJ", "PUNCT", "PART"):
            return None
    return None


def _end_of_road(tokens: Sequence[Token], begin: int) -> Token | None:
    """The last word of a name behind "the towns of"; "the capital" is as good as one."""
    at = begin
    while at < len(tokens) and (
        tokens[at].pos_ == "DET" or place_sort(_singular(tokens[at])) or tokens[at].lower_ == "of"
    ):
        at += 1
    end = at
    while end < len(tokens) and (tokens[end].pos_ == "PROPN" or tokens[end].text == "-"):
        end += 1
    if end > at:
        return tokens[end - 1]
    return tokens[at - 1] if at > begin and tokens[at - 1].pos_ == "NOUN" else None


def _singular(token: Token) -> str:
    return token.lemma_.lower() if token.pos_ == "NOUN" else ""


def _between(page: Page, token: Token) -> Relation | None:
    """ "The road between X and Y", asked of either."""
    found = road_between(token)
    if found is None:
        return None
    road, one, other = found
    return _made(page, road.i, one, PlacePrecision.NEAR, end=syntax.base_span(other)[1])


def _measured(page: Page, token: Token) -> Relation | None:
    """The distance of which a place is the far end, asked of the place: "X" in "40 km (25 miles) north of X"."""
    at = measured_from(token)
    for i in range(at - 1, max(-1, at - _WORDS_OF_DISTANCE), -1) if at else ():
        if page.lower[i] in _UNITS:
            found = _distance(page, page.tokens[i])
            if found is not None and found.base.i <= token.i < found.end:
                return found
    return None


def measured_from(token: Token) -> int:
    """Where the "from" or "of" stands that counts a distance or direction from a place; 0 if none does."""
    tokens = token.doc.tokens
    at = next((i for i in range(token.i - 1, max(0, token.i - 5), -1) if tokens[i].lower_ in ("from", "of")), 0)
    before = tokens[at - 1].lower_ if at else ""
    return at if before in _UNITS or before == ")" or direction(before) else 0


def _distance(page: Page, token: Token) -> Relation | None:
    """ "35 km (north) of X", "ten miles from X"."""
    unit = _UNITS.get(token.lower_)
    if unit is None:
        return None
    low, km = token.i, None
    for numeral in syntax.numerals(token):
        value = read_cardinal([page.lower[i] for i in range(numeral.i, min(token.i, numeral.i + 6))])
        if value is not None:
            km, low = value[0] * unit, min(low, numeral.i)
    base, bearing = _target(page, token.i + 1, min(len(page), token.i + 8))
    if base is None:
        return None
    end = syntax.base_span(base)[1]
    return Relation(base, PlacePrecision.NEAR, page.words(low, end), low, end, km, bearing)


def _target(page: Page, begin: int, end: int) -> tuple[Token | None, float | None]:
    """The noun after "north of", "from", "off", and the direction named on the way."""
    bearing: float | None = None
    for i in range(begin, end):
        word = page.lower[i]
        compass = direction(word)
        if compass:
            bearing = BEARINGS[compass]
        elif page.pos[i] in ("PROPN", "NOUN") and word not in ("north", "side", "border"):
            token = page.tokens[i]
            return _phrase_head(token, end + 4), bearing
        elif word not in ("from", "of", "to", "the", "off", "away", "outside", "due", "-", "along"):
            return None, bearing
    return None, bearing


def _phrase_head(token: Token, end: int) -> Token:
    """The noun at the right that a noun is a part of: "base" for "the Al-Tanaf base"."""
    above = token
    while token.i < above.head.i < end and above.head.pos_ in ("PROPN", "NOUN"):
        above = above.head
    return above


def _beside(page: Page, token: Token) -> Relation | None:
    """ "south of X" and "near X", asked of X or of the direction word."""
    compass = direction(token.lower_)
    if compass:
        for prep, noun in syntax.complements(token):
            if prep in ("of", "from"):
                inside = syntax.determiner(token) == "the"
                return _made(
                    page,
                    token.i,
                    noun,
                    PlacePrecision.AREA if inside else PlacePrecision.NEAR,
                    compass,
                    inside,
                )
        return None
    prep = syntax.governed_by(token)
    if prep in _NEAR:
        return _made(page, _word_before(page, token, prep), token, PlacePrecision.NEAR)
    head = prep.split(" ")[0] if " of" in prep else ""
    if direction(head):
        return _made(page, _word_before(page, token, prep), token, PlacePrecision.NEAR, direction(head))
    at = measured_from(token) if prep == "of" else 0
    if at and direction(page.lower[at - 1]) and token.head.pos_ in ("NOUN", "PROPN") and token.head.i < at - 1:
        begin = _whole_direction(page, at - 1)  # "a village north-west of X"
        compass = direction("".join(page.lower[begin:at]))
        return _made(page, begin, token, PlacePrecision.NEAR, compass or direction(page.lower[at - 1]))
    above = syntax.governor(token)
    if prep in ("of", "to", "with") and above.lemma_.lower() in _RIM and above.i < token.i:
        return _made(page, above.i, token, PlacePrecision.NEAR)  # "the outskirts of X", "the entrance to X"
    if prep == "to" and above.lemma_.lower() in _LEADING and above.i < token.i:
        return _made(page, above.i, token, PlacePrecision.NEAR)  # "the road to X" is not in X
    if prep == "of" and direction(above.lower_) and above.i < token.i:
        inside = syntax.determiner(above) == "the"
        begin = _whole_direction(page, above.i)
        compass = direction("".join(page.lower[begin : above.i + 1])) or direction(above.lower_)
        precision = PlacePrecision.AREA if inside else PlacePrecision.NEAR
        return _made(page, begin, token, precision, compass, inside)
    return None


def _whole_direction(page: Page, i: int) -> int:
    """Where "north-west" begins, asked of the west."""
    return i - 2 if i > 1 and page.text[i - 1] == "-" and direction(page.lower[i - 2]) else i


def _word_before(page: Page, token: Token, prep: str) -> int:
    first = prep.split(" ")[0]
    for i in range(token.i - 1, max(-1, token.i - 12), -1):
        if page.lower[i] == first:
            return _whole_direction(page, i)
    return token.i


def _made(
    page: Page,
    begin: int,
    base: Token,
    precision: PlacePrecision,
    compass: str = "",
    inside: bool = False,
    end: int = 0,
) -> Relation:
    end = end or max(syntax.base_span(base)[1], begin + 1)
    low = min(begin, syntax.base_span(base)[0])
    bearing = BEARINGS[compass] if compass else None
    return Relation(base, precision, page.words(low, end), low, end, None, bearing, inside)


def _part(page: Page, token: Token) -> Relation | None:
    """ "eastern X", "northwest X", "central X": a part of X; "the eastern city of X" is the whole of it."""
    common = token.tag_ == "NN" or (token.tag_ == "NNP" and token.text.islower())
    if common and place_sort(token.lower_) and any(p == "of" for p, _ in syntax.complements(token)):
        return None
    for word in (*syntax.modifiers(token), *syntax.compounds(token)):
        compass = direction(word.lower_)
        if (compass or word.lower_ in _PARTS) and not _in_name(page, word, token):
            end = max(syntax.base_span(token)[1], token.i + 1)
            text = page.words(word.i, end)
            return Relation(token, PlacePrecision.AREA, text, word.i, end, inside=True)
    return None


def _in_name(page: Page, word: Token, token: Token) -> bool:
    """Whether the direction is a part of a proper name ("South Sudan", "Western Sahara")."""
    return (
        word.text[:1].isupper() and not page.shouted[word.i] and word.ent_iob_ in ("B", "I") and token.ent_iob_ == "I"
    )
