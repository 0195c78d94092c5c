"""How a role is said to be held: "former", "then", "late", "acting", "suspected" before the word for it."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.entities import lexicon
from kg.extract.entities.page import Page
from kg.extract.syntax.memory import memory
from kg.model import Certainty, Standing

_FAR = 8
_HYPHENS = frozenset("-–‐‑")
_OWNERS = frozenset(("'s", "’s", "'", "’", "his", "her", "its", "their", "our", "whose"))
# What stands between such a word and the role: "former Northern army commander"; anything else ends the search.
_BETWEEN = frozenset(("ADJ", "NOUN", "PROPN", "ADV"))
_ARTICLES = frozenset(("the", "a", "an"))


class Stand(NamedTuple):
    """How a role is held, and how sure the words are of it."""

    standing: Standing = Standing.HELD
    certainty: Certainty = Certainty.CERTAIN


PLAIN = Stand()


def stand(page: Page, role: int, of_group: bool = False) -> Stand:
    """How the role named by a token is held; ``of_group`` says that it is a group's ("fighters", "the armed wing")."""
    known = memory(page.doc, "standings")
    found: Stand | None = known.get((role, of_group))
    if found is None:
        found = known[role, of_group] = _read(page, role, of_group)
    return found


def _read(page: Page, role: int, of_group: bool) -> Stand:
    lists = lexicon.standings()
    standing = lists.get(page.lower[role].partition("-")[0]) if "-" in page.lower[role] else None
    standing = standing or _after(page, role)
    certainty = Certainty.CERTAIN
    i, place = role - 1, page.sentence[role]
    while i >= 0 and role - i <= _FAR and page.sentence[i] == place:
        word = page.lower[i]
        if word not in _HYPHENS:
            found = _word(page, i)
            if found is not None and standing is None and _fits(page, i, found, of_group):
                standing = found
            certainty = min(certainty, lexicon.hedged(word), key=_SURENESS.index)
            if found is None and page.pos[i] not in _BETWEEN and lexicon.hedged(word) is Certainty.CERTAIN:
                break
        i -= 1
    return Stand(standing or Standing.HELD, certainty) if standing or certainty is not Certainty.CERTAIN else PLAIN


_SURENESS = (Certainty.UNKNOWN, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)


def before_titles(page: Page, lead: int) -> str:
    """What stands before a title and says how it is held, up to the title: "former " of "former President X", "ex-"."""
    i = lead - 1
    while i >= 0 and page.text[i] in _HYPHENS:
        i -= 1
    if i < 0 or page.sentence[i] != page.sentence[lead]:
        return ""
    found = _word(page, i)
    if found is None or not _fits(page, i, found, False):
        return ""
    words = page.words(i, lead)
    return words if words[-1] in _HYPHENS else words + " "


def _word(page: Page, i: int) -> Standing | None:
    """What a word says of the role behind it; "appointed" says something only after "newly"."""
    lists = lexicon.standings()
    word = page.lower[i]
    if word in lexicon.appointing():
        j = i - 1
        while j >= 0 and page.text[j] in _HYPHENS:
            j -= 1
        return Standing.NEW if j >= 0 and page.lower[j] in lexicon.newly() else None
    return lists.get(word) or lists.get(word.rpartition("-")[2] if word.startswith(("newly-", "recently-")) else "")


def _after(page: Page, role: int) -> Standing | None:
    """ "president-elect", "minister designate"."""
    i = role + 1
    while i < len(page) and page.text[i] in _HYPHENS:
        i += 1
    if i >= len(page) or page.sentence[i] != page.sentence[role]:
        return None
    found = lexicon.standings().get(page.lower[i])
    return found if found is Standing.DESIGNATE else None


def _fits(page: Page, i: int, found: Standing, of_group: bool) -> bool:
    """Whether a word is one for a role: "then gunmen came", "late on Sunday", "New York" have none."""
    if found is Standing.NEW:
        return not (page.upper[i] and page.upper[i + 1])  # "the New York police chief"
    if found is Standing.LATE:
        return not of_group and page.pos[i] in ("ADJ", "PROPN", "NOUN", "ADV", "VERB")
    if found is not Standing.THEN:
        return True
    if i + 1 < len(page) and page.text[i + 1] in _HYPHENS:
        return True
    before = page.lower[i - 1] if i and page.sentence[i - 1] == page.sentence[i] else ""
    if of_group or not before:
        return before in _ARTICLES or before in _OWNERS
    return before in _ARTICLES or before in _OWNERS or page.pos[i - 1] not in ("CCONJ", "SCONJ", "VERB", "AUX")
