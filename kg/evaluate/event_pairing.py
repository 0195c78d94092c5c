"""Pairs who was harmed according to kg with who was harmed according to the annotation, in one document."""

from __future__ import annotations

from kg.evaluate.accounts import Account
from kg.evaluate.assignment import assign
from kg.evaluate.event_gold import Line, Wanted, wanted
from kg.evaluate.event_units import Facts, Unit, likeness, shared_words, units


class Pairing:
    """Units and annotated victims of one document, paired."""

    def __init__(self, lines: list[Line], told: list[Account]) -> None:
        self.lines = lines
        self.told = told
        self.wanted = wanted(lines)
        self.units = [unit for account in told for unit in units(account)]
        self.facts = {id(w): Facts.of(w, lines) for w in self.wanted}
        self.unit_of: dict[int, Unit] = {}
        self.wanted_of: dict[int, Wanted] = {}
        self.sure: set[int] = set()
        """Wanted whose victim itself is found, not only a description of a named one."""
        self.neutral: set[int] = set()
        for effect in ("killed", "wounded", "captured"):
            self._pair(
                [w for w in self.wanted if w.effect == effect],
                [u for u in self.units if u.harm.effect == effect],
            )
        self._alternatives()
        self._sums()

    def _pair(self, expected: list[Wanted], found: list[Unit]) -> None:
        sure = [[likeness(unit, w) for unit in found] for w in expected]
        weights = [
            [self._weight(w, unit, s) for unit, s in zip(found, row, strict=True)]
            for w, row in zip(expected, sure, strict=True)
        ]
        for i, j in assign(weights).items():
            self.unit_of[id(expected[i])] = found[j]
            self.wanted_of[id(found[j])] = expected[i]
            if sure[i][j] >= 0.5:
                self.sure.add(id(expected[i]))

    def _weight(self, expected: Wanted, unit: Unit, sure: float) -> float:
        if not sure:
            return 0.0
        facts, account = self.facts[id(expected)], unit.account
        quotes = {saying.quote for saying in unit.harm.sayings}
        near = max((shared_words(q, line.evidence) for q in quotes for line in expected.lines), default=0.0)
        optional = 0 if expected.required else 50
        right = facts.date(account) + facts.perpetrator(account) + facts.place(account)
        return (1000 if sure >= 0.5 else 600) + 100 * sure + 12 * right + 15 * near - optional

    def _alternatives(self) -> None:
        """A victim whose effect can be read in two ways is met by a unit of the other."""
        for w in self.wanted:
            if id(w) in self.unit_of or len(w.effects) < 2:
                continue
            for unit in self.units:
                free = id(unit) not in self.wanted_of and unit.harm.effect in w.effects
                if free and likeness(unit, w) >= 0.5:
                    self.unit_of[id(w)], self.wanted_of[id(unit)] = unit, w
                    self.sure.add(id(w))
                    break

    def _sums(self) -> None:
        """Totals and parts of totals that are told right are not wrong."""
        for unit in self.units:
            number = unit.harm.party.number
            if id(unit) in self.wanted_of or unit.personal:
                continue
            for line in self.lines:
                victims = [v for v in line.victims if v.effect == unit.harm.effect]
                total = sum(1 if v.names else v.number or 0 for v in victims if not v.part)
                if number and number > 1 and number in (total, sum(bool(v.names) for v in victims)):
                    self.neutral.add(id(unit))
