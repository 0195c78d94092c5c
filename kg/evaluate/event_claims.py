"""Who says what, and how surely: stance, claimant and denials, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.evaluate.accounts import REJECTED, Account, Part, Polarity, Saying
from kg.evaluate.days import days, same_days
from kg.evaluate.event_gold import Line, Wanted
from kg.evaluate.event_units import Unit, same_party, shared_words
from kg.evaluate.figures import Share, Table
from kg.evaluate.wording import any_name, compatible, same_place

_NEAR = 0.5
_ENOUGH = 3.0


@dataclass(slots=True)
class Claims:
    """Shares over all required lines of some documents."""

    found: Share = field(default_factory=Share)
    stance: Share = field(default_factory=Share)
    claimant: Share = field(default_factory=Share)
    narrator: Share = field(default_factory=Share)
    denials: Share = field(default_factory=Share)
    harmless: Share = field(default_factory=Share)
    _misses: list[str] = field(default_factory=list)

    def add(
        self,
        lines: list[Line],
        told: list[Account],
        expected: list[Wanted],
        unit_of: Mapping[int, Unit],
        named: set[int],
    ) -> None:
        """Count the lines of one document in."""
        events: dict[str, set[str]] = {}
        for w in expected:
            if id(w) in named:
                events.setdefault(w.event, set()).add(unit_of[id(w)].account.event.key)
        for line in lines:
            if line.optional:
                continue
            mine = [w for w in expected if any(line is other for other in w.lines) and id(w) in named]
            sayings = list(self._sayings(line, told, [unit_of[id(w)] for w in mine], events))
            self._judge(line, sayings)

    def take_misses(self) -> list[str]:
        """What was missed since the last call."""
        misses, self._misses = self._misses, []
        return misses

    def figures(self) -> dict[str, dict[str, float | int | None]]:
        """All shares, for JSON."""
        return {name.partition(":")[0]: share.figures() for name, share in self._rows()}

    def table(self) -> Table:
        """All shares, to look at."""
        rows = tuple(
            (name.partition(":")[2], share.cell(), "" if share.value is None else f"{100 * share.value:.1f}")
            for name, share in self._rows()
        )
        return Table("Who says so, how surely (required lines)", ("", "right", "%"), rows)

    def _rows(self) -> Iterable[tuple[str, Share]]:
        return (
            ("lines:annotated claims found", self.found),
            ("stance:stance right, of those found", self.stance),
            ("claimant:claimant right, of those found that name one", self.claimant),
            ("narrator:the narrator where nobody else is named", self.narrator),
            ("denials:denials and negations found as such", self.denials),
            ("harmless:events without human victims found", self.harmless),
        )

    def _judge(self, line: Line, sayings: list[Saying]) -> None:
        self.found.add(bool(sayings))
        harmless = line.positive and not any(v.effect != "none" for v in line.victims)
        if harmless:
            self.harmless.add(bool(sayings))
        if not line.positive:
            self.denials.add(any(s.polarity in REJECTED for s in sayings))
        if not sayings:
            if harmless or not line.positive:
                self._misses.append(f"{line.id} not found ({line.polarity}): {line.evidence[:80]}")
            return
        near = [s for s in sayings if shared_words(s.quote, line.evidence) >= _NEAR]
        said = [s for s in sayings if line.attribution and self._by(s, line)]
        used = near or said or sayings
        stances = {_stance(s.polarity) for s in used}
        right = bool(stances & line.stances)
        self.stance.add(right)
        if not right:
            self._misses.append(
                f"{line.id} stance {line.polarity}, got {'/'.join(sorted(stances))}: {line.evidence[:80]}"
            )
        side = [s for s in sayings if (s.polarity in REJECTED) != line.positive] or sayings
        if not line.attribution:
            self.narrator.add(any("" in s.speakers for s in side))
            return
        credited = any(self._by(s, line) for s in side)
        self.claimant.add(credited)
        if not credited:
            got = sorted({(s.speakers or ("",))[0] or "narrator" for s in side})
            self._misses.append(f"{line.id} claimant {list(line.attribution)}, got {got}: {line.evidence[:60]}")

    def _by(self, saying: Saying, line: Line) -> bool:
        return same_party(saying.speakers, line.attribution)

    def _sayings(
        self, line: Line, told: list[Account], mine: list[Unit], events: Mapping[str, set[str]]
    ) -> Iterator[Saying]:
        """The claims that render a line."""
        if line.positive and any(v.effect != "none" for v in line.victims):
            for unit in mine:
                yield from unit.harm.sayings
                if line.agents:
                    yield from _accusing(unit.account, line)
            return
        if line.positive:
            ranked = sorted(((_fit(line, account), -n) for n, account in enumerate(told)), reverse=True)
            if ranked and ranked[0][0] >= _ENOUGH:
                account = told[-ranked[0][1]]
                for part in _all_parts(account):
                    yield from (s for s in part.sayings if s.polarity not in REJECTED)
            return
        for account in told:
            known = account.event.key in events.get(line.event, set())
            for part in _about(line, account):
                for saying in part.sayings:
                    near = shared_words(saying.quote, line.evidence) >= _NEAR
                    if near or (saying.polarity in REJECTED and (known or _fit(line, account) >= 2.0)):
                        yield saying


def _stance(polarity: Polarity) -> str:
    if polarity in REJECTED:
        return "rejected"
    return "asserted" if polarity is Polarity.ASSERTED else "alleged"


def _all_parts(account: Account) -> Iterator[Part]:
    yield from account.harms
    yield from account.perpetrators
    if account.occurred is not None:
        yield account.occurred


def _accusing(account: Account, line: Line) -> Iterator[Saying]:
    for part in account.perpetrators:
        if any(same_party(part.party.wordings, agent) for agent in line.agents):
            yield from part.sayings


def _about(line: Line, account: Account) -> Iterator[Part]:
    """What a line that denies something may be rendered by."""
    for harm in account.harms:
        for victim in line.victims:
            named = any_name(victim.names, harm.party.names)
            alike = not victim.names and any(compatible(w, victim.description) for w in harm.party.wordings)
            if named or alike:
                yield harm
                break
    for part in account.perpetrators:
        if any(same_party(part.party.wordings, agent) for agent in line.agents):
            yield part
    if account.occurred is not None:
        yield account.occurred


def _fit(line: Line, account: Account) -> float:
    """How well an event fits a line that no harmed person ties to it."""
    near = max((shared_words(s.quote, line.evidence) for p in _all_parts(account) for s in p.sayings), default=0.0)
    score = 3.0 * near if near >= _NEAR else 0.0
    parties = [harm.party.wordings for harm in account.harms]
    for victim in line.victims:
        if victim.names and any(any_name(victim.names, names) for names in parties):
            score += 2.0
        elif any(compatible(w, victim.description) for names in parties for w in names):
            score += 1.0
    if any(same_party(p.party.wordings, agent) for p in account.perpetrators for agent in line.agents):
        score += 1.5
    gold = [g for text in line.dates if text and (g := days(text))]
    if any(same_days((s.earliest, s.latest), g) for s in account.spans() for g in gold):
        score += 0.75
    if any(same_place(w, place) for p in account.places for w in p.party.wordings for place in line.places):
        score += 0.5
    return score
