"""Operators: words that embed an event and change who vouches for it, how surely and with which polarity.

Kept as data in ``data/operators.toml``, where the format is described.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.knowledge import extension
from kg.model import Certainty, ClaimKind

_FILE = Path(__file__).parent / "data" / "operators.toml"
_KINDS = {
    "assertion": ClaimKind.ASSERTION,
    "accusation": ClaimKind.ACCUSATION,
    "responsibility": ClaimKind.RESPONSIBILITY,
    "denial": ClaimKind.DENIAL,
    "doubt": ClaimKind.DOUBT,
}


class Effect(StrEnum):
    """What an operator does to the event it embeds."""

    PLAIN = "plain"
    DENY = "deny"
    DOUBT = "doubt"
    CANCEL = "cancel"
    PLANNED = "planned"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Operator:
    """One embedding word; ``extra`` are lemmas that must go with it, ``only_with`` words of which one must."""

    word: str
    pos: str
    effect: Effect
    extra: tuple[str, ...] = ()
    claimant: str = ""
    kind: ClaimKind = ClaimKind.ASSERTION
    certainty: Certainty = Certainty.CERTAIN
    agent: str = "subject"
    only_with: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Operators:
    """All operators by (lemma, part of speech), and the single words that hedge."""

    words: dict[tuple[str, str], list[Operator]] = field(default_factory=dict)
    hedges: dict[str, str] = field(default_factory=dict)
    hedge_adjectives: dict[str, str] = field(default_factory=dict)
    modals: dict[str, str] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()
    unreal: frozenset[str] = frozenset()
    doubt: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    lists: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def denying(self) -> frozenset[str]:
        """Lemmas of the words that deny, whatever has to stand with them."""
        return frozenset(lemma for (lemma, _), found in self.words.items() for o in found if o.effect is Effect.DENY)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Lemmas of the verbs whose subject says something, by themselves or with other words."""
        return self._verbs(lambda o: o.claimant == "subject")

    @cached_property
    def reporting(self) -> frozenset[str]:
        """Lemmas of the verbs whose subject says something, by themselves."""
        return self._verbs(lambda o: o.claimant == "subject" and not o.extra)

    @cached_property
    def unaided(self) -> frozenset[str]:
        """Those of them that need no word beside them: one may deliver goods, not only a denial."""
        return self._verbs(lambda o: o.claimant == "subject" and not (o.extra or o.only_with))

    @cached_property
    def papers(self) -> frozenset[str]:
        """Nouns for what something is said in: statements, videos."""
        return self.lists["utterances"] | self.lists["images"]

    @cached_property
    def laying(self) -> frozenset[str]:
        """Lemmas of the verbs that may say whose deed something was that another sentence tells."""
        named = (self.lists.get(name, frozenset()) for name in ("doing", "pointing", "bearing", "distrusting"))
        return frozenset({"sign", "do", "attribute", "ascribe"}).union(*named)

    @cached_property
    def saying(self) -> frozenset[str]:
        """Lemmas of the verbs that say no more than that their subject says something."""
        return self._verbs(
            lambda o: o.claimant == "subject" and o.effect is Effect.PLAIN and not (o.extra or o.only_with or o.agent)
        )

    @cached_property
    def accusing(self) -> frozenset[str]:
        """Lemmas of the verbs whose object is who did it."""
        return self._verbs(lambda o: o.agent == "object")

    def _verbs(self, has: Callable[[Operator], bool]) -> frozenset[str]:
        return frozenset(lemma for (lemma, pos), found in self.words.items() if pos == "VERB" and any(map(has, found)))

    def of(self, lemma: str, pos: str) -> list[Operator]:
        """Operators of a lemma, those that need more words first."""
        return self.words.get((lemma, pos), [])


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path}: {error}") from error


def load(path: Path) -> Operators:
    """The operators of a file.

    Raises:
        KnowledgeError: the file does not follow the format.
    """
    data = _read(path)
    words: dict[tuple[str, str], list[Operator]] = {}
    for entry in data.get("operator", ()):
        try:
            effect, kind = Effect(entry["effect"]), _KINDS[entry.get("kind", "assertion")]
            certainty = Certainty(entry.get("certainty", "certain"))
            for phrase in entry["words"]:
                head, *extra = phrase.split()
                operator = Operator(
                    word=head,
                    pos=entry["pos"],
                    effect=effect,
                    extra=tuple(extra),
                    claimant=entry.get("claimant", ""),
                    kind=kind,
                    certainty=certainty,
                    agent=entry.get("agent", ""),
                    only_with=frozenset(entry.get("only_with", ())),
                )
                words.setdefault((head, entry["pos"]), []).append(operator)
        except (KeyError, ValueError) as error:
            raise KnowledgeError(f"{path}: operator {entry.get('words')}: {error}") from error
    for operators in words.values():
        operators.sort(key=lambda o: (-len(o.extra), not o.only_with))
    return Operators(
        words=words,
        hedges={word: level for level, ws in data.get("hedge", {}).items() for word in ws},
        hedge_adjectives={word: level for level, ws in data.get("hedge_adjective", {}).items() for word in ws},
        modals={word: level for level, ws in data.get("modal", {}).items() for word in ws},
        sources=frozenset(p for ps in data.get("source_phrase", {}).values() for p in ps),
        unreal=frozenset(data.get("unreal", {}).get("markers", ())),
        doubt=frozenset(data.get("unreal", {}).get("doubt", ())),
        settings=frozenset(data.get("unreal", {}).get("settings", ())),
        lists={name: frozenset(words_) for name, words_ in data.get("lists", {}).items()},
        withdrawn=frozenset(data.get("unreal", {}).get("withdrawn", ())),
    )


def merged(first: Operators, second: Operators) -> Operators:
    """Both together; the second wins where they differ."""
    words = {key: list(found) for key, found in first.words.items()}
    for key, found in second.words.items():
        words[key] = sorted([*found, *words.get(key, [])], key=lambda o: (-len(o.extra), not o.only_with))
    names = {**first.lists, **second.lists}
    return Operators(
        words=words,
        hedges={**first.hedges, **second.hedges},
        hedge_adjectives={**first.hedge_adjectives, **second.hedge_adjectives},
        modals={**first.modals, **second.modals},
        sources=first.sources | second.sources,
        unreal=first.unreal | second.unreal,
        doubt=first.doubt | second.doubt,
        settings=first.settings | second.settings,
        withdrawn=first.withdrawn | second.withdrawn,
        lists={name: first.lists.get(name, frozenset()) | second.lists.get(name, frozenset()) for name in names},
    )


@extension.cached
def default() -> Operators:
    """The bundled operators, with the user's on top."""
    bundled = load(_FILE)
    extra = extension.file("operators.toml")
    return bundled if extra is None else merged(bundled, load(extra))
