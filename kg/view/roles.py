"""Who somebody is said to be and when: the roles that documents give in passing, each with its day and sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyoxigraph import Store

from kg.view.claims import Quote
from kg.view.index import Index
from kg.view.records import Report, Thing
from kg.view.sparql import Row, rows
from kg.vocab import KGC, KGV

_KGC, _KGV = str(KGC._NS), str(KGV._NS)
# Two queries: over a union of both patterns, every attestation of the graph would be looked at.
_OF_PARTY = ("?role kgc:bearer ?about .", "?role kgc:counterpart ?about .")
_OF_DOCUMENT = ("?span nif:referenceContext ?about . ?role kgc:evidence ?span .",)
_ROLES = """SELECT DISTINCT ?role ?bearer ?standing ?document ?begin ?end ?words
  ?wording ?relation ?counterpart ?certainty ?as_of ?since ?until ?claimant ?about {{
  {where}
  ?role a kgc:Attestation ; kgc:bearer ?bearer ; kgc:standing ?standing ; kgc:evidence ?span .
  ?span nif:referenceContext ?document ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?words .
  OPTIONAL {{ ?role kgc:wording ?wording }}
  OPTIONAL {{ ?role kgc:relation ?relation ; kgc:counterpart ?counterpart }}
  OPTIONAL {{ ?role kgc:certainty ?certainty }}
  OPTIONAL {{ ?role kgc:asOf ?as_of }}
  OPTIONAL {{ ?role kgc:since ?since }}
  OPTIONAL {{ ?role kgc:until ?until }}
  OPTIONAL {{ ?role kgc:claimant ?claimant }}
}}"""

_LASTING = ("held", "new", "acting")
_UNKNOWN = "9999"


@dataclass(frozen=True, slots=True)
class Attested:
    """One sentence that gives a role: as of which day (empty where it is not known), and who is credited with it."""

    as_of: str
    quote: Quote
    claimant: Thing | None = None

    @property
    def who(self) -> str:
        """Who says so: the claimant, or else the document."""
        return self.claimant.label if self.claimant is not None else f"the report {self.quote.document.label}"


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is said to be, in equal words by one or more documents, the earliest first.

    ``wording`` is the role in the words of the text, empty where they only name a group or country; ``relation``
    ("leader of") with ``counterparts`` what it makes the bearer to groups or a country. ``standing`` says how it is
    held, ``certainty`` how sure the words are, ``since`` and ``until`` the times that they give.
    """

    bearer: Thing
    wording: str
    relation: str
    counterparts: tuple[Thing, ...]
    standing: str
    certainty: str
    since: str
    until: str
    attested: tuple[Attested, ...] = ()

    @property
    def lasts(self) -> bool:
        """Whether it was the bearer's on the days on which it is attested, as far as the words go."""
        return self.standing in _LASTING and not self.until and self.certainty in ("certain", "probable")

    @property
    def when(self) -> str:
        """The days on which it is attested: the only one, or first and last; empty where none is known."""
        days = sorted(one.as_of for one in self.attested if one.as_of)
        return "" if not days else days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"

    @property
    def period(self) -> str:
        """What the words themselves give of begin and end: ``since 2012``, ``2002 to 2006``, ``until 2009``."""
        if self.since and self.until:
            return f"{self.since} to {self.until}"
        return f"since {self.since}" if self.since else f"until {self.until}" if self.until else ""

    @property
    def held(self) -> str:
        """How it is held, where that is more than that it is: "former", "acting", "possibly"."""
        hedge = {"possible": "possibly", "probable": "probably", "unknown": "not sure"}.get(self.certainty, "")
        return ", ".join(part for part in ("" if self.standing == "held" else self.standing, hedge) if part)

    @property
    def documents(self) -> int:
        """How many documents give it."""
        return len({one.quote.document.id for one in self.attested})


def roles(store: Store, index: Index, thing: Thing) -> list[Role]:
    """What a party is said to be, and who is said to be what in a group; of a document, all it says of anybody.

    The earliest first; in a document in the order of its text. Of those in a group only who has a name.
    """
    found: dict[Role, list[tuple[str, Attested]]] = defaultdict(list)
    for role, day, attested in _single(store, index, thing):
        found[role].append((day, attested))
    made = []
    for role, told in found.items():
        told.sort(key=lambda pair: (pair[0], pair[1].quote.document.label, pair[1].quote.begin))
        made.append((told[0][0], replace(role, attested=tuple(one for _, one in told))))
    made.sort(key=lambda pair: _order(pair[0], pair[1], isinstance(thing, Report)))
    return [role for _, role in made]


def _order(day: str, role: Role, by_place: bool) -> tuple[object, ...]:
    place = role.attested[0].quote.begin if by_place else 0
    return (
        place,
        "" if by_place else day,
        role.bearer.label,
        role.wording,
        role.relation,
        role.standing,
        role.since,
        role.until,
    )


def _single(store: Store, index: Index, thing: Thing) -> Iterator[tuple[Role, str, Attested]]:
    """Each attestation: the role, the day to sort it by, and where it is given."""
    by_role: dict[str, Row] = {}
    counterparts: dict[str, set[str]] = defaultdict(set)
    for where in _OF_DOCUMENT if isinstance(thing, Report) else _OF_PARTY:
        for iri, *cells in rows(store, _ROLES.format(where=where), about=thing.id):
            by_role[iri] = tuple(cells)
            if cells[8]:
                counterparts[iri].add(cells[8])
    for iri, row in sorted(by_role.items()):
        bearer, standing, document, begin, end, words, wording, relation, *more = row
        _, certainty, as_of, since, until, by, *_ = more
        report, holder = index.things.get(document), index.things.get(bearer)
        if not isinstance(report, Report) or holder is None:
            continue
        if holder.unnamed and holder.id != thing.id and not isinstance(thing, Report):
            continue  # "fighters of X" tells nothing of X
        name = relation.removeprefix(_KGC)
        role = Role(
            bearer=holder,
            wording=_begun_small(wording),
            relation=index.terms.get(name, name),
            counterparts=tuple(index.things[other] for other in sorted(counterparts[iri]) if other in index.things),
            standing=standing.removeprefix(_KGV + "standing-"),
            certainty=certainty.removeprefix(_KGV) or "certain",
            since=since,
            until=until,
        )
        quote = Quote(report, int(begin), int(end), words)
        day = as_of or (report.issued.isoformat() if report.issued else _UNKNOWN)
        yield role, day, Attested(as_of, quote, index.things.get(by) if by else None)


def _begun_small(wording: str) -> str:
    """A role that opens a sentence as it is written elsewhere: "Former minister", but "Lieutenant General"."""
    first, _, rest = wording.partition(" ")
    return f"{first.lower()} {rest}" if first.istitle() and rest[:1].islower() else wording
