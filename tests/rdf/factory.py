"""Hand-made records for the tests of the RDF side: one small world with every kind of claim in it.

The story is invented. A coalition admits an air strike that killed a commander; a beheading has rival dates;
an alleged shelling is denied; one death is only reported; one killer only suspected; one clash killed nobody.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeVar

from kg.model import (
    Attestation,
    Casualties,
    Category,
    Certainty,
    Claim,
    ClaimKind,
    Concept,
    Coordinates,
    Count,
    Document,
    Entity,
    EntityKind,
    Event,
    Graph,
    Outcome,
    PlaceInfo,
    PlacePrecision,
    Predicate,
    Ref,
    Span,
    Stage,
    Standing,
    Statement,
    Status,
    TimePrecision,
    TimeSpan,
    Value,
)

P = Predicate
T = TypeVar("T")


def day(text: str, words: str = "", inferred: str = "") -> TimeSpan:
    """A known day; ``inferred`` says how it was derived."""
    value = date.fromisoformat(text)
    return TimeSpan(value, value, TimePrecision.DAY, words, bool(inferred), inferred)


def month(year: int, number: int, last: int, words: str = "") -> TimeSpan:
    """A known month."""
    return TimeSpan(date(year, number, 1), date(year, number, last), TimePrecision.MONTH, words)


def year(number: int, words: str = "") -> TimeSpan:
    """A known year."""
    return TimeSpan(date(number, 1, 1), date(number, 12, 31), TimePrecision.YEAR, words)


def said(subject: str, predicate: Predicate, value: Value | str) -> Statement:
    """A statement; a string names an entity unless the predicate takes words."""
    if isinstance(value, str) and predicate is not P.ROLE_TEXT:
        value = Ref(value)
    return Statement(subject, predicate, value)


class Story:
    """Builds a graph document by document; quotes become the documents' text, so that offsets are true."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.entities: list[Entity] = []
        self.events: list[Event] = []
        self.claims: list[Claim] = []
        self.attributes: list[Statement] = []
        self.attestations: list[Attestation] = []
        self.verdicts: dict[Statement, Status] = {}
        self.event_status: dict[str, Status] = {}
        self._texts: dict[str, str] = {}

    def document(self, identifier: str, issued: str | None = None, basis: str = "", **more: str) -> str:
        """A document whose narrator is ``narrator-<identifier>``."""
        when = date.fromisoformat(issued) if issued else None
        digest = format(len(self.documents) + 1, "064x")
        self.documents.append(Document(identifier, "", digest, when, basis, **more))
        self._texts[identifier] = ""
        narrator = f"narrator-{identifier}"
        self.entities.append(Entity(narrator, EntityKind.NARRATOR, f"the report {identifier}"))
        return narrator

    def entity(self, key: str, kind: EntityKind, name: str | None = None, **more: object) -> str:
        """Anybody or anything."""
        self.entities.append(replace(Entity(key, kind, name), **more))  # type: ignore[arg-type]
        return key

    def event(self, key: str, *types: str, label: str, status: Status, stage: Stage = Stage.ACCOMPLISHED) -> str:
        """An event with its verdict."""
        self.events.append(Event(key, types, label, stage))
        self.event_status[key] = status
        return key

    def claim(
        self,
        document: str,
        claimant: str,
        quote: str,
        *statements: tuple[Statement, Status],
        kind: ClaimKind = ClaimKind.ASSERTION,
        certainty: Certainty = Certainty.CERTAIN,
        **more: object,
    ) -> str:
        """A claim whose words are appended to its document."""
        text = self._texts[document]
        begin = len(text)
        self._texts[document] = text + quote + "\n"
        key = f"claim-{len(self.claims) + 1:02}"
        claim = Claim(
            key,
            kind,
            claimant,
            tuple(statement for statement, _ in statements),
            document,
            Span(begin, begin + len(quote)),
            certainty,
        )
        self.claims.append(replace(claim, **more))  # type: ignore[arg-type]
        self.verdicts.update(dict(statements))
        return key

    def attest(self, document: str, quote: str, *statements: Statement, **more: object) -> str:
        """Says in passing who somebody is, in words that are appended to the document."""
        text = self._texts[document]
        self._texts[document] = text + quote + "\n"
        span = Span(len(text), len(text) + len(quote))
        key = f"attestation-{len(self.attestations) + 1:02}"
        self.attestations.append(replace(Attestation(key, statements, document, span), **more))  # type: ignore[arg-type]
        self.attributes += [statement for statement in statements if statement not in self.attributes]
        return key

    def graph(self, with_text: bool = True) -> Graph:
        """The finished graph; without text it carries quotes instead."""
        texts = self._texts if with_text else {}
        return Graph(
            tuple(replace(d, text=texts.get(d.id, "")) for d in self.documents),
            tuple(self.entities),
            tuple(self.events),
            tuple(self.claims),
            tuple(self.attributes),
            dict(self.verdicts),
            dict(self.event_status),
            {c.key: c.span.of(self._texts[c.document]) for c in self.claims}
            | {a.key: a.span.of(self._texts[a.document]) for a in self.attestations},
            attestations=tuple(self.attestations),
        )


def shuffled(graph: Graph, seed: int) -> Graph:
    """The same records in another order."""
    rng = random.Random(seed)

    def mix(items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(rng.sample(items, len(items)))

    claims = tuple(replace(c, statements=mix(c.statements)) for c in mix(graph.claims))
    return Graph(
        mix(graph.documents),
        mix(graph.entities),
        mix(graph.events),
        claims,
        mix(graph.attributes),
        dict(mix(tuple(graph.verdicts.items()))),
        dict(mix(tuple(graph.event_status.items()))),
        dict(mix(tuple(graph.quotes.items()))),
        attestations=tuple(replace(a, statements=mix(a.statements)) for a in mix(graph.attestations)),
    )


def world() -> Story:
    """The story told above."""
    s = Story()
    agency = s.document("agency", "2019-05-07", "leading line", source="Example Wire", title="Commander killed")
    daily = s.document("daily", "2019-05-08", "inferred")
    person, group, place = EntityKind.PERSON, EntityKind.GROUP, EntityKind.PLACE

    s.entity("land", place, "Northland", place=PlaceInfo(PlacePrecision.COUNTRY, Coordinates(40.0, -3.5)))
    s.entity(
        "valley",
        place,
        "Red Valley",
        place=PlaceInfo(PlacePrecision.AREA, None, ("land",), reason="no entry"),
    )
    s.entity(
        "town",
        place,
        "Oldtown",
        aliases=("Old Town",),
        place=PlaceInfo(PlacePrecision.EXACT, Coordinates(41.25, -3.125), ("valley", "land"), "g-1", "NL"),
    )
    s.entity(
        "front",
        group,
        "People's Front",
        aliases=("PF",),
        actor="pf",
        actor_type="armed-group",
        same_as=("http://www.wikidata.org/entity/Q1",),
    )
    s.entity("cell", group, description="a cell of three", count=Count(3, 3, 3))
    s.entity("coalition", group, "Northern Coalition", aliases=("NC", "the coalition"), actor_type="external-force")
    s.entity("army", group, "Northland army", actor_type="state-force")
    s.entity("bureau", group, "State News Bureau", actor_type="news-agency")
    s.entity("watch", group, "Northland Watch", actor_type="monitor")
    s.entity("pickers", group, description="nine mushroom pickers", count=Count(9, 9, 9))
    s.entity("guards", group, description="several guards")
    s.entity("varga", person, "Ivo Varga", aliases=('Ivo "the Bear" Varga',), description="a Front commander")
    s.entity("lind", person, "Ana Lind")
    s.entity("moss", person, "Per Moss")
    s.entity("dahl", person, "Tor Dahl")
    s.entity("berg", person, "Col. Eva Berg")
    s.entity("holt", person, "Kim Holt")
    s.entity("drone", EntityKind.MATERIEL, description="an unarmed drone")
    s.attributes += [
        said("varga", P.MEMBER_OF, "front"),
        said("varga", P.ROLE_TEXT, "regional commander"),
        said("berg", P.SPEAKS_FOR, "coalition"),
        said("lind", P.NATIONALITY, "land"),
        said("cell", P.PART_OF_GROUP, "front"),
    ]

    # Admitted: the strike that killed Varga. The year is inferred.
    s.event("strike", "AirStrike", "TargetedKilling", label="Air strike on Ivo Varga", status=Status.ADMITTED)
    killed = (said("strike", P.FATAL_VICTIM, "varga"), Status.ADMITTED)
    by = (said("strike", P.PERPETRATOR, "coalition"), Status.ADMITTED)
    sunday = day("2019-05-05", "on Sunday", "weekday before the issue date")
    s.claim(
        "agency",
        agency,
        "Ivo Varga was killed in a coalition air strike in Red Valley on Sunday.",
        (said("strike", P.OCCURRED, True), Status.ADMITTED),
        killed,
        by,
        (said("strike", P.TIME, sunday), Status.SINGLE_SOURCE),
        (said("strike", P.LOCATION, "valley"), Status.SINGLE_SOURCE),
        (said("strike", P.TARGET, "varga"), Status.SINGLE_SOURCE),
        (said("strike", P.WEAPON, Concept("drone")), Status.SINGLE_SOURCE),
        rule="frame:kill",
        confidence=0.925,
    )
    s.claim(
        "agency",
        "berg",
        "“We killed him,” Col. Eva Berg told reporters on Monday.",
        killed,
        by,
        kind=ClaimKind.RESPONSIBILITY,
        on_behalf_of="coalition",
        cue="told",
        said_at=day("2019-05-06", "on Monday"),
    )
    # Corroborated, with rival dates: the finer one is discounted.
    s.event("beheading", "Beheading", label="Beheading of Ana Lind", status=Status.CORROBORATED)
    lind = (said("beheading", P.FATAL_VICTIM, "lind"), Status.CORROBORATED)
    s.claim(
        "agency",
        agency,
        "the November 2009 beheading of Ana Lind by the People's Front",
        lind,
        (said("beheading", P.PERPETRATOR, "front"), Status.SINGLE_SOURCE),
        (said("beheading", P.TIME, month(2009, 11, 30, "November 2009")), Status.DISCOUNTED),
    )
    s.claim(
        "daily",
        daily,
        "Lind, who was beheaded two years ago in Oldtown",
        lind,
        (said("beheading", P.TIME, year(2017, "two years ago")), Status.SINGLE_SOURCE),
        (said("beheading", P.LOCATION, "town"), Status.SINGLE_SOURCE),
    )
    s.claim(
        "daily",
        "berg",
        "Berg accused Varga of a part in the beheading of Lind.",
        lind,
        (said("beheading", P.PERPETRATOR, "varga"), Status.OPEN),
        kind=ClaimKind.ACCUSATION,
        certainty=Certainty.POSSIBLE,
        on_behalf_of="coalition",
        cue="accused",
    )
    # Taken and never seen again.
    s.event("abduction", "Abduction", label="Abduction of Kim Holt", status=Status.SINGLE_SOURCE)
    s.claim(
        "daily",
        daily,
        "Kim Holt, abducted before May 2012, whose fate is unknown",
        (said("abduction", P.CAPTIVE, "holt"), Status.SINGLE_SOURCE),
        (
            said("abduction", P.TIME, TimeSpan(None, date(2012, 4, 30), TimePrecision.BOUND, "before May 2012")),
            Status.SINGLE_SOURCE,
        ),
    )
    s.event("capture", "Abduction", label="Abduction of Ana Lind", status=Status.SINGLE_SOURCE)
    s.claim(
        "daily",
        daily,
        "Lind was taken by the Front in 2016.",
        (said("capture", P.CAPTIVE, "lind"), Status.SINGLE_SOURCE),
        (said("capture", P.PERPETRATOR, "front"), Status.SINGLE_SOURCE),
        (said("capture", P.TIME, year(2016, "in 2016")), Status.SINGLE_SOURCE),
    )
    # Disputed: the coalition denies that it shelled the army at all.
    s.event("shelling", "Shelling", label="Shelling of the Northland army", status=Status.DISPUTED)
    shelled = (said("shelling", P.OCCURRED, True), Status.DISPUTED)
    shelled_by = (said("shelling", P.PERPETRATOR, "coalition"), Status.DISPUTED)
    evening = TimeSpan(
        date(2019, 5, 5),
        date(2019, 5, 5),
        TimePrecision.MINUTE,
        "at 6 pm GMT",
        instant=datetime(2019, 5, 5, 18, tzinfo=UTC),
    )
    s.claim(
        "agency",
        "bureau",
        "The State News Bureau accused the coalition of shelling army posts near Oldtown.",
        shelled,
        shelled_by,
        (said("shelling", P.TARGET, "army"), Status.CORROBORATED),
        (said("shelling", P.LOCATION, "town"), Status.SINGLE_SOURCE),
        (said("shelling", P.TIME, evening), Status.SINGLE_SOURCE),
        (said("shelling", P.WEAPON, Concept("artillery")), Status.SINGLE_SOURCE),
        kind=ClaimKind.ACCUSATION,
        cue="accused",
    )
    s.claim(
        "agency",
        "watch",
        "Northland Watch said dozens of guards died there.",
        shelled,
        (said("shelling", P.FATAL_VICTIM, "guards"), Status.DISPUTED),
        (said("shelling", P.TARGET, "army"), Status.CORROBORATED),
        cue="said",
    )
    s.claim(
        "agency",
        "berg",
        "Berg denied any attack on the army.",
        shelled,
        shelled_by,
        kind=ClaimKind.DENIAL,
        on_behalf_of="coalition",
        cue="denied",
    )
    s.claim(
        "daily",
        daily,
        "Whether the shells were the coalition's remains unclear.",
        shelled_by,
        kind=ClaimKind.DOUBT,
        certainty=Certainty.UNKNOWN,
        cue="remains unclear",
    )
    # Reportedly: accepted, and marked. The killer is only suspected.
    s.event("shooting", "GunAttack", "Killing", label="Killing of Per Moss", status=Status.SINGLE_SOURCE)
    s.claim(
        "daily",
        daily,
        "Per Moss was reportedly shot dead in Oldtown in March 2018.",
        (said("shooting", P.FATAL_VICTIM, "moss"), Status.SINGLE_SOURCE),
        (said("shooting", P.LOCATION, "town"), Status.SINGLE_SOURCE),
        (said("shooting", P.TIME, month(2018, 3, 31, "in March 2018")), Status.SINGLE_SOURCE),
        certainty=Certainty.PROBABLE,
        cue="reportedly",
    )
    s.claim(
        "daily",
        daily,
        "Tor Dahl is suspected of the murder.",
        (said("shooting", P.PERPETRATOR, "dahl"), Status.SINGLE_SOURCE),
        certainty=Certainty.POSSIBLE,
        cue="suspected",
    )
    # A raid with a counted group, two perpetrators and two places; and one with nobody dead.
    s.event("raid", "Raid", label="Raid on the mushroom pickers", status=Status.SINGLE_SOURCE)
    s.claim(
        "daily",
        daily,
        "The Front and a cell of three killed nine mushroom pickers in Oldtown in the valley in a few days.",
        (said("raid", P.FATAL_VICTIM, "pickers"), Status.SINGLE_SOURCE),
        (said("raid", P.PERPETRATOR, "front"), Status.SINGLE_SOURCE),
        (said("raid", P.PERPETRATOR, "cell"), Status.SINGLE_SOURCE),
        (said("raid", P.LOCATION, "town"), Status.SINGLE_SOURCE),
        (said("raid", P.LOCATION, "valley"), Status.SINGLE_SOURCE),
        (
            said(
                "raid",
                P.TIME,
                TimeSpan(date(2019, 4, 28), date(2019, 5, 1), TimePrecision.DAYS, "in a few days"),
            ),
            Status.SINGLE_SOURCE,
        ),
        (
            said("raid", P.CASUALTIES, Casualties(Outcome.KILLED, Category.CIVILIANS, Count(9, 9, 9))),
            Status.SINGLE_SOURCE,
        ),
    )
    s.event("clash", "ArmedClash", label="Clash in Oldtown", status=Status.SINGLE_SOURCE)
    s.claim(
        "daily",
        "watch",
        "No civilians were killed in a clash that wounded at least 20, said Northland Watch.",
        (said("clash", P.OCCURRED, True), Status.SINGLE_SOURCE),
        (
            said("clash", P.CASUALTIES, Casualties(Outcome.KILLED, Category.CIVILIANS, Count(0, 0, 0))),
            Status.SINGLE_SOURCE,
        ),
        (
            said("clash", P.CASUALTIES, Casualties(Outcome.INJURED, Category.ALL_PEOPLE, Count(20, 20, None))),
            Status.SINGLE_SOURCE,
        ),
        (said("clash", P.PARTICIPANT, "front"), Status.SINGLE_SOURCE),
        cue="said",
    )
    # Downed, planned, failed.
    s.event("downing", "ShootDown", label="Downing of a drone", status=Status.DISPUTED)
    s.claim(
        "agency",
        "watch",
        "The army harassed and downed an unarmed drone on 2 May, said the Watch.",
        (said("downing", P.MATERIAL_LOSS, "drone"), Status.DISPUTED),
        (said("downing", P.PERPETRATOR, "army"), Status.DISPUTED),
        (said("downing", P.TIME, day("2019-05-02", "on 2 May")), Status.SINGLE_SOURCE),
    )
    s.claim(
        "agency",
        "army",
        "The army denied that it had touched any drone.",
        (said("downing", P.PERPETRATOR, "army"), Status.DISPUTED),
        (said("downing", P.MATERIAL_LOSS, "drone"), Status.DISPUTED),
        kind=ClaimKind.DENIAL,
        cue="denied",
    )
    s.event("plot", "Killing", label="Plot to kill Tor Dahl", status=Status.SINGLE_SOURCE, stage=Stage.PLANNED)
    s.claim(
        "daily",
        daily,
        "The Front plans to kill Tor Dahl.",
        (said("plot", P.FATAL_VICTIM, "dahl"), Status.SINGLE_SOURCE),
        (said("plot", P.PERPETRATOR, "front"), Status.SINGLE_SOURCE),
    )
    s.event("attempt", "Bombing", label="Attempt on Tor Dahl", status=Status.SINGLE_SOURCE, stage=Stage.ATTEMPTED)
    s.claim(
        "daily",
        daily,
        "A bomb meant for Dahl did not go off.",
        (said("attempt", P.TARGET, "dahl"), Status.SINGLE_SOURCE),
        (said("attempt", P.FATAL_VICTIM, "dahl"), Status.SINGLE_SOURCE),
    )
    s.attest(
        "daily",
        "Varga, a regional commander of the People's Front since 2012",
        said("varga", P.ROLE_TEXT, "regional commander"),
        said("varga", P.MEMBER_OF, "front"),
        since=year(2012),
        claimant="coalition",
    )
    s.attest(
        "daily",
        "Kim Holt, former spokesman of the army",
        said("holt", P.ROLE_TEXT, "former spokesman"),
        said("holt", P.SPEAKS_FOR, "army"),
        standing=Standing.FORMER,
    )
    s.attest(
        "daily", "a suspected cell leader, Tor Dahl", said("dahl", P.LEADER_OF, "cell"), certainty=Certainty.POSSIBLE
    )
    s.attest("agency", "the then army officer Tor Dahl", said("dahl", P.MEMBER_OF, "army"), standing=Standing.THEN)
    s.attest(
        "daily",
        "Per Moss, an army officer in May 2017",
        said("moss", P.MEMBER_OF, "army"),
        at=month(2017, 5, 31),
    )
    return s
