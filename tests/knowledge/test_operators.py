"""Operators: the bundled file holds together, and bad files are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import operators
from kg.knowledge.operators import Effect
from kg.model import Certainty, ClaimKind

_STAGES = {"planned", "threatened", "attempted"}

WORDS = [
    ("say", "VERB", Effect.PLAIN, ClaimKind.ASSERTION, Certainty.CERTAIN),
    ("believe", "VERB", Effect.PLAIN, ClaimKind.ASSERTION, Certainty.PROBABLE),
    ("accuse", "VERB", Effect.PLAIN, ClaimKind.ACCUSATION, Certainty.POSSIBLE),
    ("deny", "VERB", Effect.DENY, ClaimKind.DENIAL, Certainty.CERTAIN),
    ("admit", "VERB", Effect.PLAIN, ClaimKind.RESPONSIBILITY, Certainty.CERTAIN),
    ("unclear", "ADJ", Effect.DOUBT, ClaimKind.DOUBT, Certainty.UNKNOWN),
]


@pytest.mark.parametrize(("lemma", "pos", "effect", "kind", "certainty"), WORDS, ids=[w[0] for w in WORDS])
def test_bundled_words(lemma: str, pos: str, effect: Effect, kind: ClaimKind, certainty: Certainty) -> None:
    found = operators.default().of(lemma, pos)[0]
    assert (found.effect, found.kind, found.certainty) == (effect, kind, certainty)


def test_a_word_may_be_two_operators_by_its_part_of_speech() -> None:
    known = operators.default()
    assert known.of("claim", "NOUN")[0].certainty is Certainty.POSSIBLE
    assert [o.extra for o in known.of("claim", "VERB")] == [("responsibility",), ("credit",), ()]
    assert known.of("claim", "ADJ") == []


def test_words_that_deny_are_known_by_themselves() -> None:
    denying = operators.default().denying
    assert {"deny", "reject"} <= denying
    assert not {"say", "report", "kill"} & denying


def test_operators_that_need_more_words_come_first() -> None:
    for found in operators.default().words.values():
        order = [(-len(o.extra), not o.only_with) for o in found]
        assert order == sorted(order)


def test_levels_of_single_words_are_known() -> None:
    known = operators.default()
    certainties = {c.value for c in Certainty}
    assert set(known.hedges.values()) <= certainties | {"cancel"}
    assert set(known.hedge_adjectives.values()) <= certainties | _STAGES | {"cancel"}
    assert set(known.modals.values()) <= certainties | _STAGES | {"cancel"}


@pytest.mark.parametrize("name", ["agent_nouns", "showing", "proof", "utterances", "going_on", "hearsay", "habitual"])
def test_lists_that_the_code_asks_for_are_there(name: str) -> None:
    assert operators.default().lists[name]


GOOD = """
[[operator]]
words = ["murmur", "let slip"]
pos = "VERB"
claimant = "subject"
certainty = "possible"
effect = "plain"

[hedge]
possible = ["mayhap"]

[modal]
planned = ["gonna"]

[unreal]
markers = ["suppose"]

[source_phrase]
certain = ["in the telling of"]

[lists]
habitual = ["yearly"]
"""


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "operators.toml"
    path.write_text(GOOD)
    known = operators.load(path)
    murmur, slip = known.of("murmur", "VERB"), known.of("let", "VERB")
    assert (murmur[0].claimant, murmur[0].certainty, murmur[0].extra) == ("subject", Certainty.POSSIBLE, ())
    assert slip[0].extra == ("slip",)
    assert known.hedges == {"mayhap": "possible"}
    assert known.modals == {"gonna": "planned"}
    assert known.unreal == {"suppose"}
    assert known.sources == {"in the telling of"}
    assert known.lists == {"habitual": frozenset({"yearly"})}


BAD = [
    ("no words", '[[operator]]\npos = "VERB"\neffect = "plain"\n'),
    ("no part of speech", '[[operator]]\nwords = ["say"]\neffect = "plain"\n'),
    ("no effect", '[[operator]]\nwords = ["say"]\npos = "VERB"\n'),
    ("an unknown effect", '[[operator]]\nwords = ["say"]\npos = "VERB"\neffect = "shout"\n'),
    ("an unknown kind", '[[operator]]\nwords = ["say"]\npos = "VERB"\neffect = "plain"\nkind = "rumour"\n'),
    ("an unknown certainty", '[[operator]]\nwords = ["say"]\npos = "VERB"\neffect = "plain"\ncertainty = "so-so"\n'),
    ("not TOML", "[[operator]\n"),
]


@pytest.mark.parametrize("text", [c[1] for c in BAD], ids=[c[0] for c in BAD])
def test_a_bad_file_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "operators.toml"
    path.write_text(text)
    with pytest.raises(KnowledgeError, match=r"operators\.toml"):
        operators.load(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.toml"):
        operators.load(tmp_path / "none.toml")
