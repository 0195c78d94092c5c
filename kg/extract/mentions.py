"""Event mentions: what one incident says of its participants, place and means, as entities rather than words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.incidents import Incident, Telling
from kg.extract.syntax.tokens import Token
from kg.model import Casualties, Certainty, ClaimKind, Outcome, Predicate, TimeSpan

# By a frame's effect: the role of those who suffer it, and what a count of them says.
HARMED = {
    "killed": Predicate.FATAL_VICTIM,
    "injured": Predicate.INJURED_VICTIM,
    "captured": Predicate.CAPTIVE,
    "released": Predicate.PARTICIPANT,
    "lost": Predicate.MATERIAL_LOSS,
}
OUTCOMES = {
    "killed": Outcome.KILLED,
    "injured": Outcome.INJURED,
    "captured": Outcome.CAPTURED,
    "missing": Outcome.MISSING,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One role of an event mention: predicate, key of the entity (or concept name of a weapon) and the word
    it was read from."""

    predicate: Predicate
    key: str
    token: Token
    certainty: Certainty = Certainty.CERTAIN


@dataclass(slots=True, eq=False)
class Draft:
    """One telling with its parts; ``casualties`` are counts, ``shares`` counts of some of those counted there,
    ``times`` and ``places`` are added by circumstances."""

    telling: Telling
    event_class: str
    parts: list[Part] = field(default_factory=list)
    casualties: list[Casualties] = field(default_factory=list)
    shares: list[Casualties] = field(default_factory=list)
    times: list[TimeSpan] = field(default_factory=list)
    zero: bool = False
    contradicts: bool = False  # by another fact: only its parts are denied
    of_own: bool = False  # of what the speaker's own people are said to have done, or to have harmed nobody
    mutual: bool = False  # those who speak accuse each other of it
    listed: int = -1  # where a list of the victims' names begins

    def keys(self, *predicates: Predicate) -> list[str]:
        """Keys of its parts with these predicates."""
        return [p.key for p in self.parts if p.predicate in predicates]


@dataclass(slots=True, eq=False)
class EventMention:
    """An incident with its drafts; the unit that is resolved to an event of the document."""

    incident: Incident
    drafts: list[Draft]
    begin: int
    sentence: int
    definite: bool = False
    weak: bool = False
    introduced: bool = False
    heading: bool = False
    title: bool = False
    plural: bool = False
    time_words: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)  # days of a year that are told, whatever the year: "--06-15"
    speakers: tuple[str, ...] = ()
    apart: set[int] = field(default_factory=set)  # words of events that lie days from it
    ways: frozenset[str] = frozenset()  # classes of attacks that its weapons make
    setting: frozenset[str] = frozenset()  # lemmas of the words for where it was and what it hit
    rumoured: TimeSpan | None = None  # when it was reported, where it only passes on an old report of a killing
    about: EventMention | None = None  # what it is known to speak of: what a rebuttal is against, whose dead it names
    _settled: dict[tuple[Predicate, ...], tuple[str, ...]] | None = None
    _parts: tuple[tuple[Predicate, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Only points back ("these killings") and says nothing of the event."""
        said = any(d.parts or d.casualties or d.shares or d.times or d.zero or d.mutual for d in self.drafts)
        return self.definite and not said and not self.pointing

    @property
    def listing(self) -> bool:
        """Whether it lists by name who was harmed in an event told before."""
        return any(d.telling.roll is not None for d in self.drafts)

    @property
    def pointing(self) -> bool:
        """Whether a speaker takes a stand on an event told before: denies, doubts or claims it."""
        stances = [d.telling.stance for d in self.drafts]
        return any(s.kind is not ClaimKind.ASSERTION or s.denies_agent or not s.positive for s in stances)

    def rename(self, aliases: dict[str, str]) -> None:
        """Put the named person for an unnamed one found to be the same."""
        for draft in self.drafts:
            draft.parts = [replace(p, key=aliases[p.key]) if p.key in aliases else p for p in draft.parts]

    @property
    def kinds(self) -> list[ClaimKind]:
        """What the speakers do with its tellings."""
        return [d.telling.stance.kind for d in self.drafts]

    def settle(self) -> None:
        """Says that its parts are complete: it is asked for their keys a hundred times while it is weighed against
        other mentions. Whoever changes its parts afterwards settles it anew.
        """
        self._settled = {}
        self._parts = tuple((p.predicate, p.key) for d in self.drafts for p in d.parts)

    def keys(self, *predicates: Predicate) -> tuple[str, ...]:
        """Keys of the parts of all drafts with these predicates."""
        known = self._settled
        if known is None:
            return tuple(dict.fromkeys([p.key for d in self.drafts for p in d.parts if p.predicate in predicates]))
        found = known.get(predicates)
        if found is None:
            found = known[predicates] = tuple(dict.fromkeys([k for p, k in self._parts if p in predicates]))
        return found

    @property
    def times(self) -> list[TimeSpan]:
        """All resolved times."""
        if len(self.drafts) == 1:  # as most are, and asked of every pair of mentions
            return [*self.drafts[0].times]
        return [t for d in self.drafts for t in d.times]

    @property
    def classes(self) -> list[str]:
        """Classes of its event words, in text order."""
        return list(dict.fromkeys(d.event_class for d in self.drafts))
