"""Event frames: the bundled file holds together, a user's file adds to it, bad files are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDFS, Graph

from kg.errors import KnowledgeError
from kg.extract.syntax.tokens import Doc
from kg.extract.triggers import find
from kg.knowledge import frames
from kg.knowledge.frames import Frame, Frames
from kg.model import Predicate
from kg.vocab import KGC
from tests.extract.docs import doc

_ROLES = {
    "",
    "perpetrator",
    "victim",
    "target",
    "loss",
    "weapon",
    "participant",
    "side",
    "weapon-or-perpetrator",
    "object-or-perpetrator",
}


def _all() -> list[Frame]:
    known = frames.default()
    found = {
        pattern.frame.name: pattern.frame
        for index in (known.verbs, known.nouns, known.adjectives)
        for patterns in index.values()
        for pattern in patterns
    }
    return [found[name] for name in sorted(found)]


def test_every_class_of_the_bundled_frames_is_in_the_ontology() -> None:
    known = frames.default()
    used = {f.event_class for f in _all()} | set(known.refinements.values()) | set(known.wider)
    used |= set(known.wider.values()) | {c for classes in known.also.values() for c in classes}
    terms = {str(term).rpartition("#")[2] for term in dir(KGC)}
    assert used - terms == set()


@pytest.mark.parametrize("frame", _all(), ids=lambda f: f.name)
def test_bundled_roles_are_known(frame: Frame) -> None:
    roles = {frame.subject, frame.object, frame.possessor, frame.compound, *(role for _, role in frame.prepositions)}
    assert roles <= _ROLES | {p.value for p in Predicate}
    assert all(" " not in prep for prep, _ in frame.prepositions), "prepositions of several words are joined by -"


def test_wider_classes_are_those_of_the_ontology() -> None:
    ontology = Graph().parse(Path(__file__).resolve().parents[2] / "ontology" / "ontology.ttl")
    for narrow, wide in frames.default().wider.items():
        assert KGC[wide] in ontology.transitive_objects(KGC[narrow], RDFS.subClassOf), f"{narrow} is no {wide}"


def test_wider_classes_end_somewhere() -> None:
    known = frames.default()
    assert known.ancestors("DroneStrike") == ("DroneStrike", "AirStrike", "RemoteAttack", "Attack")
    assert known.ancestors("Beheading") == ("Beheading", "Execution", "Killing")
    assert known.ancestors("Attack") == ("Attack",)
    assert all(len(set(chain)) == len(chain) for chain in map(known.ancestors, known.wider))


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        (["Attack", "DroneStrike"], ("DroneStrike",)),
        (["DroneStrike", "Killing"], ("DroneStrike", "Killing")),
        (["Killing", "Killing"], ("Killing",)),
        ([], ()),
    ],
)
def test_what_a_narrower_class_implies_is_not_said_again(classes: list[str], expected: tuple[str, ...]) -> None:
    assert frames.default().narrowest(classes) == expected


def test_a_chain_in_a_circle_ends() -> None:
    assert Frames(wider={"A": "B", "B": "A"}).ancestors("A") == ("A", "B")


def test_the_longest_phrase_comes_first() -> None:
    for index in (frames.default().verbs, frames.default().nouns):
        for patterns in index.values():
            lengths = [len(p.extra) for p in patterns]
            assert lengths == sorted(lengths, reverse=True)


def test_three_words_of_disasters_make_a_report_of_a_disaster() -> None:
    known = frames.default()
    assert known.of_a_disaster(["hurricane", "shoot", "hurricane", "flood"])
    assert not known.of_a_disaster(["hurricane", "shoot", "flood"])


def test_four_words_of_games_make_a_report_of_a_game() -> None:
    known = frames.default()
    assert known.of_a_game({"striker", "goal", "match", "coach", "shoot"})
    assert not known.of_a_game({"goal", "match", "coach", "shoot"})


DEFACING = """
[frame.deface]
class = "Destruction"
effect = "lost"
verbs = ["deface", "paint over"]
nouns = ["defacement"]
subject = "perpetrator"
object = "loss"
"on-behalf-of" = "perpetrator"
not_with = ["coin"]

[refine]
ArsonAttack = ["torch"]

[wider]
Looting = "Destruction"

[also]
attack = ["Destruction"]

[light]
do = ["pull off"]

[game]
words = ["zorbing"]
"""
_SENTENCE = """
Vandals NNS NOUN nsubj 2 vandal
defaced VBD VERB ROOT 2 deface
{0}s NNS NOUN obj 2 {0}
"""


@pytest.fixture
def extended(tmp_path: Path) -> Frames:
    path = tmp_path / "frames.toml"
    path.write_text(DEFACING, encoding="utf-8")
    known = Frames()
    known.add(frames.FILE)
    known.add(path)
    return known


def _told(parsed: Doc, known: Frames) -> list[str]:
    return [t.frame.event_class for s in parsed.sents for t in find(s, known)]


def test_a_file_adds_a_kind_of_event(extended: Frames) -> None:
    shrines, coins = doc(_SENTENCE.format("shrine")), doc(_SENTENCE.format("coin"))
    assert _told(shrines, extended) == ["Destruction"]
    assert _told(coins, extended) == []
    assert _told(shrines, frames.default()) == [], "the bundled frames stay as they were"


def test_a_file_adds_to_every_table_and_takes_nothing_away(extended: Frames) -> None:
    bundled = frames.default()
    assert extended.refinements["torch"] == "ArsonAttack"
    assert extended.ancestors("Looting") == ("Looting", "Destruction")
    assert extended.also["attack"] == bundled.also["attack"] | {"Destruction"}
    assert extended.light["do"] == bundled.light["do"] | {"pull": frozenset({("off",)})}
    assert extended.games == bundled.games | {"zorbing"}
    assert set(bundled.verbs) < set(extended.verbs)
    (defacing,) = extended.verbs["deface"]
    assert defacing.frame.role("on behalf of") == "perpetrator"
    assert defacing.frame.role("under") == ""


BAD = [
    ("no class", '[frame.x]\neffect = "none"\n', "frame x needs a class"),
    ("no effect", '[frame.x]\nclass = "Attack"\n', "an effect out of"),
    ("an unknown effect", '[frame.x]\nclass = "Attack"\neffect = "tickled"\n', "an effect out of captured"),
    ("not TOML", "[frame.x\n", "frames.toml: "),
]


@pytest.mark.parametrize(("text", "message"), [c[1:] for c in BAD], ids=[c[0] for c in BAD])
def test_a_bad_file_is_named(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "frames.toml"
    path.write_text(text)
    with pytest.raises(KnowledgeError, match=message) as told:
        Frames().add(path)
    assert str(path) in str(told.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b'[frame.x]\nclass = "\xe9"\n')
    for path in (tmp_path / "none.toml", tmp_path / "latin.toml"):
        with pytest.raises(KnowledgeError, match=path.name):
            Frames().add(path)
