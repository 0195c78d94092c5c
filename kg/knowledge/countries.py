"""States, territories, former states and peoples: their names, adjectives, inhabitants and capitals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.ids import slug
from kg.knowledge import extension
from kg.knowledge.index import NameIndex
from kg.knowledge.tables import DATA, Row, read

KINDS = ("state", "territory", "former", "entity", "people")
COLUMNS = ("id", "kind", "name", "aliases", "adjectives", "nouns", "capital", "region", "within")

# Short names for identifiers where the common name is not the short one.
_SLUGS = {"US": "us", "GB": "uk", "AE": "uae", "CD": "dr-congo", "CG": "congo-brazzaville", "BA": "bosnia",
          "CF": "central-african-republic"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory (``code`` is ISO 3166's), or a former state, self-declared entity or people.

    The others have codes that begin with ``x-`` or ``p-``; ``within`` then gives the states they belong to. A
    people has no force of its own and is no place. ``nouns`` are pairs of one inhabitant and several.
    """

    code: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[tuple[str, str], ...] = ()
    capitals: tuple[str, ...] = ()
    region: str = ""
    within: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """What its generated actors' identifiers begin with: ``us``, ``south-sudan``."""
        return _SLUGS.get(self.code, slug(self.name))

    @property
    def adjective(self) -> str:
        """The adjective to label its institutions with; ``US`` rather than ``American``."""
        if self.code in ("US", "GB"):
            return "US" if self.code == "US" else "British"
        return self.adjectives[0] if self.adjectives else self.name

    @property
    def is_polity(self) -> bool:
        """Whether it has (or had) a government and forces."""
        return self.kind != "people"

    @property
    def states(self) -> tuple[str, ...]:
        """ISO codes of the states that it is or lies in."""
        return (self.code,) if self.kind in ("state", "territory") else self.within


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word for an origin; ``form`` is ``adjective``, ``singular`` or ``plural``."""

    country: Country
    form: str


class Countries:
    """All countries and peoples that kg knows, by any of their words."""

    def __init__(self, countries: tuple[Country, ...]) -> None:
        self._by_code = {country.code: country for country in countries}
        self._names: NameIndex[Country] = NameIndex(proper=True)
        self._capitals: NameIndex[Country] = NameIndex(proper=True)
        self._demonyms: dict[str, NameIndex[Country]] = {
            form: NameIndex(proper=True) for form in ("adjective", "singular", "plural")
        }
        for country in self:
            if country.is_polity:
                for name in (country.name, *country.aliases):
                    self._names.add(name, country)
            for name in country.capitals:
                self._capitals.add(name, country)
            for name in country.adjectives:
                self._demonyms["adjective"].add(name, country)
            for one, several in country.nouns:
                self._demonyms["singular"].add(one, country)
                self._demonyms["plural"].add(several, country)

    @classmethod
    def load(cls, extra: Path | None = None) -> Countries:
        """The bundled countries; rows of ``extra`` with the same id replace them, others are added.

        Raises:
            KnowledgeError: a file does not follow the format.
        """
        found: dict[str, Country] = {}
        for path in (DATA / "countries.tsv", extra):
            if path is not None:
                for row in read(path, COLUMNS):
                    country = _country(row)
                    found[country.code] = country
        return cls(tuple(found.values()))

    def __iter__(self) -> Iterator[Country]:
        return iter(self._by_code.values())

    def get(self, code: str) -> Country | None:
        """The country with an ISO 3166 code or a code of our own."""
        return self._by_code.get(code)

    def find(self, text: str, all_capitals: bool = False) -> Country | None:
        """The state, territory or former state with this name.

        No demonyms, peoples or capitals, and no parts of states (Chechnya): those are places of their own.
        """
        found = self._names.find(_without_the(text), all_capitals)
        return next((entry.item for entry in found if entry.item.kind != "entity"), None)

    def demonyms(self, text: str, all_capitals: bool = False) -> tuple[Demonym, ...]:
        """What a word says about origin: ``Syrian`` (adjective, singular), ``Kurds`` (plural)."""
        return tuple(
            Demonym(entry.item, form)
            for form, index in self._demonyms.items()
            for entry in index.find(text, all_capitals)
        )

    def of_capital(self, text: str) -> Country | None:
        """The country whose capital bears this name."""
        found = self._capitals.find(text)
        return found[0].item if found else None

    def meant(self, text: str, all_capitals: bool = False) -> tuple[Country, ...]:
        """The countries or peoples that a word stands for, be it a name or a demonym; names first."""
        named = self._names.find(_without_the(text), all_capitals)
        found = [entry.item for entry in named] + [d.country for d in self.demonyms(text, all_capitals)]
        return tuple(dict.fromkeys(found))


def _without_the(text: str) -> str:
    return text[4:] if text[:4].lower() == "the " else text


def _country(row: Row) -> Country:
    adjectives = row.several("adjectives")
    nouns = tuple(_pair(row, text) for text in row.several("nouns"))
    if not nouns:
        nouns = tuple((word, f"{word}s") for word in adjectives if word[-1] in "ian")
    return Country(
        code=row.required("id"),
        kind=row.one_of("kind", KINDS, "state"),
        name=row.required("name"),
        aliases=row.several("aliases"),
        adjectives=adjectives,
        nouns=nouns,
        capitals=row.several("capital"),
        region=row.text("region"),
        within=row.several("within"),
    )


def _pair(row: Row, text: str) -> tuple[str, str]:
    one, slash, several = text.partition("/")
    if not slash:
        raise row.error(f"column 'nouns' needs singular/plural, not {text!r}")
    return one, several


@extension.cached
def default() -> Countries:
    """The bundled countries, with the user's."""
    return Countries.load(extension.file("countries.tsv"))
