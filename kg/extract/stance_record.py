"""Stance: who vouches for an event mention, how surely and with which polarity; the record."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.syntax.tokens import Token
from kg.model import Certainty, ClaimKind, Stage

_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Echo:
    """A claim that another one only speaks of: by whom, and how surely."""

    claimants: tuple[Token, ...]
    certainty: Certainty


@dataclass(slots=True)
class Stance:
    """Who says it, how surely; a draft that is filled on the way up.

    ``cancelled`` says why the mention tells of nothing that happened; ``agents`` are tokens of those that an
    accusation or a verb of taking part names as perpetrators, ``targets`` of those that an attempt was aimed at or
    who survived it; ``denies_agent`` marks a denial of one's own part only, ``denies_agents`` one of the part of
    ``agents``. ``echo`` is what somebody else said of it, where this stance rejects that ("denied rebel claims that
    ..."). ``withdrawn`` marks an earlier account that is only mentioned to be taken back, ``styled`` a word
    that somebody calls what was told by ("described it as murder").
    """

    kind: ClaimKind = ClaimKind.ASSERTION
    certainty: Certainty = Certainty.CERTAIN
    positive: bool = True
    stage: Stage = Stage.ACCOMPLISHED
    claimants: list[Token] = field(default_factory=list)
    cue: Token | None = None
    reporting: Token | None = None
    cancelled: str = ""
    agents: list[Token] = field(default_factory=list)
    targets: list[Token] = field(default_factory=list)
    agent_certainty: Certainty = Certainty.CERTAIN
    agent_kind: ClaimKind | None = None
    denies_agent: bool = False
    denies_agents: bool = False
    path: list[int] = field(default_factory=list)
    echo: Echo | None = None
    withdrawn: bool = False
    styled: bool = False

    def lower(self, certainty: Certainty) -> None:
        """Make it no surer than this."""
        self.certainty = max(self.certainty, certainty, key=_ORDER.index)
