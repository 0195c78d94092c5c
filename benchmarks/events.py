"""A graph of many invented events, to see how pages and reports stand it: a number always gives the same graph."""

from __future__ import annotations

import random
from datetime import date, timedelta

from kg.model import (
    Casualties,
    Category,
    Claim,
    ClaimKind,
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
    Statement,
    Status,
    TimePrecision,
    TimeSpan,
)


def many(number: int, seed: int = 1) -> Graph:
    """So many invented killings in 400 places over fifteen years, four to a document."""
    chance = random.Random(seed)
    days = [date(2005, 1, 1) + timedelta(days=chance.randrange(5500)) for _ in range(number)]
    land = Entity(
        "land", EntityKind.PLACE, "Northland", place=PlaceInfo(PlacePrecision.COUNTRY, Coordinates(35.0, 38.5))
    )
    towns = [
        Entity(
            f"town-{n}",
            EntityKind.PLACE,
            f"Town {n}",
            place=PlaceInfo(
                PlacePrecision.EXACT if n % 4 else PlacePrecision.PROVINCE,
                Coordinates(round(chance.uniform(30, 38), 3), round(chance.uniform(36, 48), 3)),
                ("land",),
            ),
        )
        for n in range(400)
    ]
    groups = [Entity(f"group-{n}", EntityKind.GROUP, f"Group {n}") for n in range(120)]
    people = [Entity(f"person-{n}", EntityKind.PERSON, f"Person {n}") for n in range(number)]
    documents, narrators, events, claims = [], [], [], []
    verdicts: dict[Statement, Status] = {}
    quotes: dict[str, str] = {}
    for n in range(number):
        document, key, town = f"report-{n // 4}", f"event-{n}", towns[chance.randrange(400)].key
        if n % 4 == 0:
            documents.append(Document(document, "", format(n, "064x"), days[n]))
            narrators.append(Entity(f"narrator-{document}", EntityKind.NARRATOR, f"the report {document}"))
        kind = chance.choice(("AirStrike", "GunAttack", "Bombing", "Shelling", "Raid"))
        status = chance.choice((Status.SINGLE_SOURCE, Status.SINGLE_SOURCE, Status.CORROBORATED, Status.DISPUTED))
        events.append((Event(key, (kind,), f"Killing of Person {n} by a group in {town}"), status))
        count = chance.randrange(1, 40)
        dead = Casualties(Outcome.KILLED, Category.ALL_PEOPLE, Count(count, count, count))
        statements = (
            Statement(key, Predicate.OCCURRED, True),
            Statement(key, Predicate.FATAL_VICTIM, Ref(f"person-{n}")),
            Statement(key, Predicate.PERPETRATOR, Ref(f"group-{chance.randrange(120)}")),
            Statement(key, Predicate.LOCATION, Ref(town)),
            Statement(key, Predicate.TIME, TimeSpan(days[n], days[n], TimePrecision.DAY)),
            Statement(key, Predicate.CASUALTIES, dead),
        )
        verdicts.update(dict.fromkeys(statements, status))
        quote = f"Person {n} and others were killed in {town} on {days[n]}, it was said there."
        span = Span(n % 4 * 500, n % 4 * 500 + len(quote))
        teller = f"narrator-{document}"
        claims.append(Claim(f"claim-{n}", ClaimKind.ASSERTION, teller, statements, document, span, rule="kill"))
        quotes[f"claim-{n}"] = quote
        if status is Status.DISPUTED:
            denier = f"group-{chance.randrange(120)}"
            claims.append(Claim(f"denial-{n}", ClaimKind.DENIAL, denier, statements[:1], document, span, cue="denied"))
            quotes[f"denial-{n}"] = quote
    return Graph(
        tuple(documents),
        (land, *towns, *groups, *people, *narrators),
        tuple(event for event, _ in events),
        tuple(claims),
        (),
        verdicts,
        {event.key: status for event, status in events},
        quotes,
    )
