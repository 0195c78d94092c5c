"""What belongs to an office and is no name: "Secretary of State John X", "the Foreign Secretary", "UN High Commissioner
for Refugees".
"""

from __future__ import annotations

from kg.extract.entities import lexicon
from kg.extract.entities.page import Page
from kg.extract.entities.words import words
from kg.model import EntityKind

# What ministers, secretaries, chiefs and commissioners are in charge of.
_PORTFOLIOS = words(
    "state defence defense war interior justice health education finance energy transport transportation agriculture "
    "commerce treasury information culture labor labour trade oil electricity planning water environment staff "
    "intelligence security cabinet refugees education communications tourism sport sports foreign home internal "
    "external national religious public mines petroleum veterans immigration police operations"
)
_SECOND = words("affairs defence defense security relations health works guidance resources endowments minorities")
_DEGREES = words("deputy assistant acting vice senior special general chief under principal permanent first press lead")
_OFFICE_CLASSES = frozenset({"official", "leader", "security-force", "speaker"})


def portfolio(page: Page, name: list[int]) -> int:
    """How many words at the start of a name say what an office before them is for: one in "State John X" behind
    "Secretary of".
    """
    first = name[0]
    if first < 2 or page.lower[first - 1] not in ("of", "for") or page.lower[first] not in _PORTFOLIOS:
        return 0
    if page.shouted[first] or not page.upper[first - 2] or not is_office(page, first - 2):
        return 0
    return 2 if len(name) > 1 and page.lower[name[1]] in _SECOND else 1


def is_portfolio(page: Page, name: list[int]) -> bool:
    """Whether words are no name but say which office is meant: "Foreign" of "the Foreign Secretary"."""
    return all(page.lower[i] in _PORTFOLIOS or page.lower[i] in _SECOND or page.lower[i] in _DEGREES for i in name)


def is_office(page: Page, i: int) -> bool:
    """Whether a word is for somebody who holds an office ("Secretary", "Commander")."""
    noun = lexicon.noun(page.lower[i])
    return (
        noun is not None
        and noun.kind is EntityKind.PERSON
        and bool(noun.classes & _OFFICE_CLASSES)
        and not lexicon.is_given(page.text[i])
    )
