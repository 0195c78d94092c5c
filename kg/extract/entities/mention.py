"""One place where a text speaks of something, and the chain of places that speak of the same thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kg.model import Count, EntityKind

Form = Literal["name", "nominal", "pronoun"]


@dataclass(slots=True, eq=False)
class Mention:
    """A name, a description or a pronoun: tokens ``begin`` to ``end`` (exclusive) around the word ``head``.

    ``name`` is the proper name without titles and ``parts`` its folded words; ``titles`` is what stood before
    it. ``lemma`` is the head word of a description, lower case. ``gender`` is ``m``, ``f`` or empty;
    ``plural`` is None where the words do not tell. ``actor`` identifies a known actor, ``operator`` the
    actor that members or things are of, ``country`` a country by its code. ``sort`` is the word that says
    what sort of place a name names ("province"). ``sure`` says that more than the sentence speaks for the
    kind of a name. ``lead`` is the first token of the titles, or -1. ``renames`` is the token of whom the
    text gives this as another name, or -1.
    """

    begin: int
    end: int
    head: int
    form: Form
    kind: EntityKind
    name: str = ""
    parts: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    lemma: str = ""
    gender: str = ""
    plural: bool | None = False
    definite: bool = False
    count: Count | None = None
    actor: str = ""
    country: str = ""
    operator: str = ""
    sort: str = ""
    sure: bool = True
    lead: int = -1
    renames: int = -1
    chain: Chain | None = None


@dataclass(slots=True, eq=False)
class Chain:
    """All mentions of one thing, in text order once settled. ``key`` is given when the text has been read.

    ``full`` is the fullest personal name; ``heads`` are the head words of its names and descriptions, by
    which later descriptions are recognised, ``aliases`` names that stand in the text without being
    mentions.
    """

    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)
    full: tuple[str, ...] = ()
    gender: str = ""
    plural: bool | None = None
    actor: str = ""
    country: str = ""
    heads: set[str] = field(default_factory=set)
    aliases: list[str] = field(default_factory=list)
    key: str = ""

    @property
    def named(self) -> bool:
        """Whether the text gives it a proper name."""
        # asked everywhere: a list or a generator would be a call of its own
        for mention in self.mentions:  # noqa: SIM110
            if mention.form == "name":
                return True
        return False
