"""Thereabouts: words beside an event that point back at a place, "there", "in the same village"."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.entities import Entities
from kg.extract.entities.sorts import SETTLEMENTS
from kg.extract.mentions import EventMention
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import forms_of, modifiers, preposition
from kg.extract.syntax.labels import Dep, dep
from kg.extract.syntax.tokens import Span, Token
from kg.model import PlacePrecision

OPENING = 5  # words of "In the same district,"
_PROVINCES = frozenset({PlacePrecision.PROVINCE})
_FAR_BACK = 4  # sentences up to which "the same province" points back
_LEVELS = {
    **dict.fromkeys(("region", "province", "department", "governorate", "state"), _PROVINCES),
    **dict.fromkeys(("district", "municipality", "county"), frozenset({PlacePrecision.DISTRICT})),
    **dict.fromkeys(("township", "commune"), frozenset({PlacePrecision.DISTRICT})),
    "country": frozenset({PlacePrecision.COUNTRY}),
}
_NAMED_FOR_TOWN = frozenset({"municipality", "township", "commune"})


class Thereabouts:
    """What such words of one document mean."""

    def __init__(self, sentences: list[Span], entities: Entities, surroundings: Surroundings) -> None:
        self._sentences = sentences
        self._entities = entities
        self._surroundings = surroundings

    def place(self, mention: EventMention, elsewhere: Callable[[int], bool]) -> tuple[str, int] | None:
        """The last place spoken of before, and the sentence that named it; None where nothing points back.

        ``elsewhere`` tells whether a sentence goes elsewhere to hear somebody.
        """
        back = self.back(mention)
        if back is None:
            return None
        sort = back.lemma_.lower()
        levels = _LEVELS.get(sort)
        reach = _FAR_BACK if levels is not None or sort in SETTLEMENTS else 1
        for at in range(mention.sentence, max(-1, mention.sentence - reach - 1), -1):
            words = [t for t in self._sentences[at] if t.i < back.i]
            if at < mention.sentence and words and elsewhere(at):
                return None
            named = [t for t in words if self._entities.is_place(t) and self._entities.form(t) == "name"]
            phrases = [(t, k) for t in named if (k := self._entities.place_phrase(t)) is not None]
            keys = [k for _, k in phrases]
            if levels is not None:  # "in the same province" is in none of its villages
                of_it = [k for k in keys if self._surroundings.precision(k) in levels or sort in self._sort(k)]
                # a municipality bears the name of its town
                towns = [k for k in keys if self._surroundings.precision(k) is PlacePrecision.EXACT]
                keys = (of_it or (towns if sort in _NAMED_FOR_TOWN else []))[-1:]
            if keys:
                told = [k for t, k in phrases if k in keys and dep(t) in (Dep.SUBJECT, Dep.PASSIVE_SUBJECT)]
                return self._surroundings.innermost(list(dict.fromkeys(keys))) or (told or keys)[-1], at
        return None

    def back(self, mention: EventMention) -> Token | None:
        """The word that points back at a place beside the event or at the beginning of its sentence."""
        told = {i for d in mention.drafts for i in d.telling.trigger.words}
        here = self._sentences[mention.sentence]
        if forms_of(here).isdisjoint(_BACK):
            return None
        return next((t for t in here if _points_back(t) and (_beside(t, told) or t.i - here.start <= OPENING)), None)

    def _sort(self, key: str) -> str:
        return self._entities.label(key).lower().rsplit(" ", 1)[-1]

    def of_region(self, mention: EventMention) -> bool:
        """Whether they speak of a region or district ("in the same province"), whatever it is."""
        back = self.back(mention)
        return back is not None and back.lemma_.lower() in _LEVELS


_BACK = frozenset({"there", "same"})
# What is the same as before and no place: "on the same day", "in the same attack".
_NO_PLACES = frozenset(
    (
        "day", "night", "morning", "afternoon", "evening", "hour", "week", "weekend", "month", "year", "period", "time",
        "attack", "incident", "raid", "ambush", "blast", "explosion", "operation", "battle", "clash", "strike", "case",
        "manner", "way", "statement", "report", "interview", "speech", "occasion", "date", "side", "list", "breath",
    )
)  # fmt: skip


def _beside(word: Token, told: set[int]) -> bool:
    """Whether a word hangs on an event, or with it something that is there ("stabbed in the market there")."""
    return word.head.i in told or (word.head.head.i in told and word.head.pos_ == "NOUN")


def _points_back(word: Token) -> bool:
    """ "there" as an adverb of place, or a noun with "same" behind "in", "at", "near"."""
    if word.lower_ == "there":  # of "a strike on a market there killed nine" parsers make "there were"
        return word.tag_ == "RB" or (word.i > 0 and word.nbor(-1).pos_ == "NOUN" and word.head.lemma_ != "be")
    if preposition(word) not in ("in", "at", "near", "on") or word.lemma_.lower() in _NO_PLACES:
        return False
    return any(m.lower_ == "same" for m in modifiers(word))
