"""The records that the stages of kg hand to each other. Read this first.

Data flow one way: a ``Document`` is read into a ``Reading`` (entities, events and claims of one
document, with keys that mean something inside it only); readings are resolved into one ``Graph``, whose keys
are the local names of IRIs; the graph is written as RDF.

An **event** says only that some source tells of it. What is known of it stands in **statements** (event, predicate,
object), and who vouches for them in **claims**: one claimant's stance on statements in one document. Nothing is
a fact here until resolution gives its statement an accepted status.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from kg.closed import StrEnum


class _Term(StrEnum):
    """A value of a closed list.

    Hashed as the text that it is: ``Enum`` hashes the name of the member by a function in Python, and records with
    such values are looked up millions of times.
    """

    __hash__ = str.__hash__


class EntityKind(_Term):
    """What sort of thing an entity is; the values are class names of the ontology."""

    PERSON = "Person"
    GROUP = "Group"
    PLACE = "Place"
    MATERIEL = "Materiel"
    NARRATOR = "Narrator"


class TimePrecision(_Term):
    """How finely a time is known (UCDP date_prec); the values are concepts of the precision scheme."""

    MINUTE = "time-minute"
    DAY = "time-day"
    DAYS = "time-days"
    WEEK = "time-week"
    MONTH = "time-month"
    YEAR = "time-year"
    BOUND = "time-bound"


class PlacePrecision(_Term):
    """How finely a place is known (UCDP where_prec); the values are concepts of the precision scheme."""

    EXACT = "place-exact"
    NEAR = "place-near"
    DISTRICT = "place-district"
    PROVINCE = "place-province"
    AREA = "place-area"
    COUNTRY = "place-country"
    SEA_AIR = "place-sea-air"


class ClaimKind(_Term):
    """What the claimant does with the content; the values are class names of the ontology."""

    ASSERTION = "Assertion"
    ACCUSATION = "Accusation"
    RESPONSIBILITY = "ResponsibilityClaim"
    DENIAL = "Denial"
    DOUBT = "Doubt"


class Certainty(_Term):
    """How sure the claimant is: FactBank's CT, PR, PS and U."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Stage(_Term):
    """How far the act went (MUC-4's stage of execution)."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    THREATENED = "threatened"
    PLANNED = "planned"


class Status(_Term):
    """The verdict on a statement or event over all claims seen, by independent claimants (after Airwars)."""

    ADMITTED = "admitted"
    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single-source"
    DISPUTED = "disputed"
    DISCOUNTED = "discounted"
    OPEN = "open"

    @property
    def accepted(self) -> bool:
        """Whether content of this status may stand in the graph as plain fact."""
        return self in _ACCEPTED


_ACCEPTED = frozenset({Status.ADMITTED, Status.CORROBORATED, Status.SINGLE_SOURCE})


class Standing(_Term):
    """How a text says that somebody stands to a role; the values are concepts of the standing scheme.

    ``HELD`` says that the text gives the role without more, ``THEN`` that it was held at the time of what is told.
    """

    HELD = "held"
    NEW = "new"
    ACTING = "acting"
    DESIGNATE = "designate"
    THEN = "then"
    FORMER = "former"
    LATE = "late"

    @property
    def lasts(self) -> bool:
        """Whether the role is somebody's on the day of the words, rather than before, later or until death."""
        return self in (Standing.HELD, Standing.NEW, Standing.ACTING)


class Predicate(_Term):
    """What a statement says of its subject; the values are property names of the ontology."""

    OCCURRED = "occurred"
    PERPETRATOR = "perpetrator"
    FATAL_VICTIM = "fatalVictim"
    INJURED_VICTIM = "injuredVictim"
    CAPTIVE = "captive"
    VICTIM = "victim"
    TARGET = "target"
    MATERIAL_LOSS = "materialLoss"
    WEAPON = "weapon"
    TIME = "time"
    LOCATION = "location"
    CASUALTIES = "casualties"
    CASUALTY_PART = "casualtyPart"
    PARTICIPANT = "participant"
    SUB_EVENT_OF = "subEventOf"
    CAUSED_BY = "causedBy"
    MEMBER_OF = "memberOf"
    LEADER_OF = "leaderOf"
    SPEAKS_FOR = "speaksFor"
    PART_OF_GROUP = "partOfGroup"
    NATIONALITY = "nationality"
    ROLE_TEXT = "roleText"
    WITHIN = "within"


class Outcome(_Term):
    """What happened to the people counted."""

    KILLED = "killed"
    INJURED = "injured"
    CAPTURED = "captured"
    MISSING = "missing"


class Category(_Term):
    """Which people are counted; the values are concepts of the category scheme."""

    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    AID_WORKERS = "aid-workers"
    MEDICS = "medics"
    JOURNALISTS = "journalists"
    COMBATANTS = "combatants"
    SOLDIERS = "soldiers"
    FIGHTERS = "fighters"
    POLICE = "police-officers"
    ALL_PEOPLE = "all-people"

    @property
    def wider(self) -> Category:
        """The category that this one is a kind of: civilians, combatants or people of any kind; itself if it is one."""
        if self in (Category.CIVILIANS, Category.COMBATANTS, Category.ALL_PEOPLE):
            return self
        fights = self in (Category.SOLDIERS, Category.FIGHTERS, Category.POLICE)
        return Category.COMBATANTS if fights else Category.CIVILIANS


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``begin`` to ``end`` (exclusive, Python offsets) of a document's kept text."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.begin : self.end]


@dataclass(frozen=True, slots=True)
class Count:
    """How many: the lowest, stated and highest number compatible with the words (``at least 27`` → 27, 27, None)."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """When: somewhere between two days, never more precise than the text.

    ``inferred`` marks what rests on more than the words and the document's stated date (a year deduced from a
    weekday, say); ``basis`` says how it was derived. ``instant`` holds a clock time with its zone, if stated.
    """

    earliest: date | None
    latest: date | None
    precision: TimePrecision
    text: str = ""
    inferred: bool = False
    basis: str = ""
    instant: datetime | None = None

    @property
    def label(self) -> str:
        """The span in ISO 8601 at its own precision: ``2015-11``, ``2018-12-02/2018-12-05``, ``before 2012-12-03``."""
        first, last = self.earliest, self.latest
        if first is None and last is None:
            return ""
        if first is None:
            return f"before {last}"
        if last is None:
            return f"after {first}"
        if self.precision is TimePrecision.YEAR and first.year == last.year:
            return f"{first.year:04}"
        if self.precision is TimePrecision.MONTH and (first.year, first.month) == (last.year, last.month):
            return f"{first.year:04}-{first.month:02}"
        return str(first) if first == last else f"{first}/{last}"


@dataclass(frozen=True, slots=True)
class Casualties:
    """A count of people with one outcome; zero where a text says that nobody was harmed.

    As ``Predicate.CASUALTIES`` it stands for itself, as ``Predicate.CASUALTY_PART`` it tells how many of those counted
    there (or left uncounted) were of its category, and is never added to it.
    """

    outcome: Outcome
    category: Category
    count: Count


@dataclass(frozen=True, slots=True)
class Ref:
    """Pointer to an entity or event by its key."""

    key: str

    def __repr__(self) -> str:
        # As a dataclass shows it, at a third of the cost: digests are made of millions of these.
        return f"Ref(key={self.key!r})"


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of one of the ontology's SKOS lists (a weapon, say) by its local name."""

    name: str


Value = Ref | TimeSpan | Casualties | Concept | bool | str


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition, talked about but not thereby asserted. ``subject`` is the key of an event or entity."""

    subject: str
    predicate: Predicate
    object: Value


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Latitude and longitude in WGS 84 degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class PlaceInfo:
    """What the gazetteer or the text adds to a place: where it lies and how precisely that is known.

    ``within`` holds keys of containing places, nearest first. ``reason`` says why coordinates are missing.
    """

    precision: PlacePrecision
    coordinates: Coordinates | None = None
    within: tuple[str, ...] = ()
    gazetteer_id: str | None = None
    country: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group, place or thing that the text speaks of, all its mentions taken together.

    ``name`` is the fullest proper name, None where the text gives none; then ``description`` says it in the
    text's words ("several other Western hostages"). ``actor`` is the identifier of a known actor in the actor file,
    ``actor_type`` a concept of the actor scheme, ``count`` the number of members of a counted group.
    ``same_as`` holds IRIs of the same thing elsewhere (Wikidata, GeoNames).
    """

    key: str
    kind: EntityKind
    name: str | None = None
    aliases: tuple[str, ...] = ()
    description: str | None = None
    mentions: tuple[Span, ...] = ()
    actor: str | None = None
    actor_type: str | None = None
    count: Count | None = None
    place: PlaceInfo | None = None
    same_as: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: its name, else its description."""
        return self.name or self.description or self.key


@dataclass(frozen=True, slots=True)
class Event:
    """Something that at least one source says happened, is happening or will happen.

    ``types`` are class names of the ontology, the most specific first. ``triggers`` are the words that told of it.
    ``days`` are days of a year that nothing tells, as XML Schema writes them (gMonthDay, ``--06-15``): a report of
    unknown date says "on June 15". They are no time, but tell one event from another.
    """

    key: str
    types: tuple[str, ...]
    label: str = ""
    stage: Stage = Stage.ACCOMPLISHED
    triggers: tuple[Span, ...] = ()
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One claimant's stance on statements, as one document reports it.

    ``claimant`` is the key of a person, group or the document's narrator; ``on_behalf_of`` the group that the
    claimant speaks for. ``cue`` is the reporting word; ``span`` the words it was read from, ``triggers`` those among
    them that told of the event. ``rule`` names what read it; ``confidence`` is the share of readings like
    it, in [0, 1], that annotated reports confirm (not the claimant's certainty), None where that was never measured.
    """

    key: str
    kind: ClaimKind
    claimant: str
    statements: tuple[Statement, ...]
    document: str
    span: Span
    certainty: Certainty = Certainty.CERTAIN
    on_behalf_of: str | None = None
    cue: str | None = None
    said_at: TimeSpan | None = None
    rule: str = ""
    confidence: float | None = None
    triggers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Attestation:
    """What one sentence of a document says in passing of who somebody is: a role, a group, a country.

    ``statements`` have one subject: a role in the words of the text, what it makes them to groups, or a country.
    ``certainty`` is below certain where the words hedge ("suspected commander"). ``claimant`` is who is credited with
    the words, None if nobody is but the document. ``since``, ``until`` and ``at`` are times that the text gives the
    role; without ``at`` it is attested on the day of the document.
    """

    key: str
    statements: tuple[Statement, ...]
    document: str
    span: Span
    standing: Standing = Standing.HELD
    certainty: Certainty = Certainty.CERTAIN
    claimant: str | None = None
    since: TimeSpan | None = None
    until: TimeSpan | None = None
    at: TimeSpan | None = None

    @property
    def plain(self) -> bool:
        """Whether what it attests may stand as plain fact: the role lasts, and the words do not leave it open."""
        if self.until is not None or self.at is not None:
            return False
        return self.standing.lasts and self.certainty in (Certainty.CERTAIN, Certainty.PROBABLE)


@dataclass(frozen=True, slots=True)
class Document:
    """A news text as it was read.

    ``id`` is the file name without its extension (or what a table or feed gives); ``digest`` the SHA-256 of ``text`` in
    hexadecimal, to which all offsets refer. ``issued_basis`` says where the date comes from: ``given``,
    ``metadata``, ``leading line``, ``dateline`` or ``inferred``. ``url`` is where it was published, if that is known;
    ``extractor`` names what took the text out of its format and its version, empty where the file is the text.
    """

    id: str
    text: str
    digest: str
    issued: date | None = None
    issued_basis: str = ""
    source: str | None = None
    title: str | None = None
    language: str = "en"
    author: str | None = None
    url: str | None = None
    extractor: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says. Keys of entities and events are unique within the reading only.

    ``entities`` always holds the document's narrator, with the key ``narrator``. ``attributes`` are statements about
    entities (membership, role, nationality, part-of) that the text gives in passing, ``attestations`` the sentences
    that give them.
    """

    document: Document
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    attributes: tuple[Statement, ...] = ()
    attestations: tuple[Attestation, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything known after resolution; keys are local names of IRIs, unique over all documents.

    ``verdicts`` gives each statement of each claim its status, ``event_status`` each event, by key. ``documents`` come
    without their text where memory matters (``text`` is then empty, ``digest`` stays); ``quotes`` holds the words of
    each claim and attestation by its key. ``replaced`` maps keys that things had in earlier graphs to those they have
    now.
    ``copy_of`` maps the identifier of each document that is a copy or an excerpt of an earlier one to that one's.
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    attributes: tuple[Statement, ...]
    verdicts: dict[Statement, Status] = field(default_factory=dict)
    event_status: dict[str, Status] = field(default_factory=dict)
    quotes: dict[str, str] = field(default_factory=dict)
    replaced: dict[str, str] = field(default_factory=dict)
    copy_of: dict[str, str] = field(default_factory=dict)
    attestations: tuple[Attestation, ...] = ()
