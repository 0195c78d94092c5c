"""Clusters of event mentions: what one document tells of one event."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.mentions import EventMention
from kg.extract.syntax import modifiers
from kg.model import Predicate, TimeSpan

HARM = (Predicate.FATAL_VICTIM, Predicate.INJURED_VICTIM, Predicate.CAPTIVE)
PATIENTS = (Predicate.TARGET, *HARM, Predicate.MATERIAL_LOSS)
_ALSO = frozenset({"also", "too", "alongside", "likewise", "fate"})


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one event; ``aliases`` maps unnamed participants to the named ones they turned out to
    be, ``summed`` holds counts of people who were all named later."""

    mentions: list[EventMention]
    aliases: dict[str, str] = field(default_factory=dict)
    summed: set[str] = field(default_factory=set)
    _known: dict[tuple[Predicate, ...], tuple[int, tuple[str, ...]]] = field(default_factory=dict)

    def keys(self, *predicates: Predicate) -> tuple[str, ...]:
        """Keys of its parts with these predicates, unnamed ones replaced by the named."""
        told, found = self._known.get(predicates, (0, ()))
        if told != len(self.mentions):
            found = tuple(dict.fromkeys([k for m in self.mentions for k in m.keys(*predicates)]))
            self._known[predicates] = len(self.mentions), found
        if found and self.aliases:
            return tuple(dict.fromkeys([self.aliases.get(k, k) for k in found]))
        return found

    def alias(self, unnamed: str, other: str) -> None:
        """Says that an unnamed participant, and whoever turned out to be it before, is another one."""
        other = self.aliases.get(other, other)
        for key in [k for k, v in self.aliases.items() if v == unnamed]:
            self.aliases[key] = other
        if unnamed != other:
            self.aliases[unnamed] = other

    def settle(self) -> None:
        """Forget what is kept of its participants: those of a mention have changed."""
        self._known.clear()
        for mention in self.mentions:
            mention.settle()

    @property
    def classes(self) -> list[str]:
        """Classes of all its mentions; words that tell no class of their own ("incident") count only if alone."""
        own = [d.event_class for m in self.mentions for d in m.drafts if not d.telling.trigger.frame.weak]
        return list(dict.fromkeys(own or [c for m in self.mentions for c in m.classes]))

    @property
    def setting(self) -> set[str]:
        """Words for where it was and what it hit."""
        return {word for m in self.mentions for word in m.setting}

    @property
    def times(self) -> list[TimeSpan]:
        """All times told of it."""
        return [t for m in self.mentions for t in m.times]


def adds(mention: EventMention) -> bool:
    """ "The strike also killed Y", "So was Y", "Y met the same fate": a further victim of what was told before."""
    triggers = [d.telling.trigger for d in mention.drafts]
    tokens = [t.token for t in triggers] + [t.token.head for t in triggers if t.form == "adjective"]
    beside = [child for token in tokens for child in token.children]
    return any(c.lower_ in _ALSO or (c.lower_ == "so" and c.is_sent_start) for c in beside)


def same(mention: EventMention) -> bool:
    """ "In the same attack": the one told last."""
    nouns = [d.telling.trigger.token for d in mention.drafts if d.telling.trigger.form == "noun"]
    return any(m.lower_ == "same" for noun in nouns for m in modifiers(noun))
