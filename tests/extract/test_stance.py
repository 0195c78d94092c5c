"""Who vouches for an event and how surely, read from sentences parsed by hand in both dependency schemes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kg.extract import stance
from kg.extract.triggers import Trigger, find
from kg.knowledge import frames, operators
from kg.model import Certainty, ClaimKind, Stage
from tests.extract.sentences import SCHEMES, parsed


@dataclass(frozen=True)
class Told:
    """What is expected of the stance of one word; by default the narrator says plainly that it happened."""

    sentence: str
    word: str = "killed"
    by: tuple[str, ...] = ()
    kind: ClaimKind = ClaimKind.ASSERTION
    certainty: Certainty = Certainty.CERTAIN
    positive: bool = True
    stage: Stage = Stage.ACCOMPLISHED


def _trigger(sentence: str, word: str, scheme: str) -> Trigger:
    doc = parsed(sentence, scheme)
    found = [t for s in doc.sents for t in find(s, frames.default()) if t.token.text == word]
    assert len(found) == 1, f"{word!r} tells of no event in {sentence!r}"
    return found[0]


def _stance(sentence: str, word: str, scheme: str) -> stance.Stance:
    return stance.of(_trigger(sentence, word, scheme), operators.default())


TOLD = [
    # who says it
    Told("Officials said rebels killed Omar.", by=("Officials",)),
    Told("Omar was killed by rebels, police said.", by=("police",)),
    Told("Omar was killed, police said.", by=("police",)),
    Told("Rebels killed Omar, according to police.", by=("police",)),
    Told("The government announced the death of Omar.", "death", by=("government",)),
    Told("Omar died of his wounds.", "died"),
    Told("Rebels went on to kill Omar.", "kill"),
    # how surely
    Told("Gunmen reportedly killed Omar.", certainty=Certainty.PROBABLE),
    Told("Rebels may have killed Omar.", certainty=Certainty.POSSIBLE),
    Told("The army is believed to have killed Omar.", certainty=Certainty.PROBABLE),
    Told("Police investigated an alleged attack.", "attack", certainty=Certainty.POSSIBLE),
    # rejected
    Told("Rebels did not kill Omar.", "kill", positive=False),
    Told("Nothing indicated that rebels killed Omar.", certainty=Certainty.PROBABLE, positive=False),
    Told("The army denied killing Omar.", "killing", by=("army",), kind=ClaimKind.DENIAL, positive=False),
    # left open
    Told("It is unclear whether rebels killed Omar.", kind=ClaimKind.DOUBT, certainty=Certainty.UNKNOWN),
    Told(
        "The army did not say that rebels killed Omar.", by=("army",), kind=ClaimKind.DOUBT, certainty=Certainty.UNKNOWN
    ),
    Told("There is no evidence that rebels killed Omar.", kind=ClaimKind.DOUBT, certainty=Certainty.UNKNOWN),
    Told(
        "Police did not deny that rebels killed Omar.",
        by=("Police",),
        kind=ClaimKind.DOUBT,
        certainty=Certainty.UNKNOWN,
    ),
    # laid at somebody's door
    Told(
        "Kyiv accused Moscow of shelling homes.",
        "shelling",
        by=("Kyiv",),
        kind=ClaimKind.ACCUSATION,
        certainty=Certainty.POSSIBLE,
    ),
    # not carried out
    Told("Rebels tried to kill Omar.", "kill", stage=Stage.ATTEMPTED),
    Told("Rebels failed to kill Omar.", "kill", stage=Stage.ATTEMPTED),
    Told("Rebels planned to attack Kano.", "attack", stage=Stage.PLANNED),
    Told("Police foiled an attempted attack.", "attack", stage=Stage.ATTEMPTED),
    Told("Rebels threatened to attack Kano.", "attack", stage=Stage.THREATENED),
    Told(
        "The army warned of a possible attack.",
        "attack",
        certainty=Certainty.POSSIBLE,
        stage=Stage.THREATENED,
    ),
    # taken for granted: what stands above no longer reaches it
    Told("Police denied reports about the man who killed Omar."),
    Told("Rebels who attacked Kano were accused of killing Omar.", "attacked"),
    Told(
        "Rebels who attacked Kano were accused of killing Omar.",
        "killing",
        kind=ClaimKind.ACCUSATION,
        certainty=Certainty.POSSIBLE,
    ),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("told", TOLD, ids=lambda t: f"{t.sentence} [{t.word}]")
def test_who_says_it_and_how_surely(told: Told, scheme: str) -> None:
    found = _stance(told.sentence, told.word, scheme)
    claimants = tuple(token.text for token in found.claimants)
    read = Told(told.sentence, told.word, claimants, found.kind, found.certainty, found.positive, found.stage)
    assert read == told
    assert not found.cancelled


NOT_TOLD = [
    ("If rebels attack Kano, troops will leave.", "attack"),
    ("Troops prevented rebels from attacking Kano.", "attacking"),
    ("The minister called for an attack.", "attack"),
    ("Rebels could attack Kano.", "attack"),
    ("Rebels usually attack convoys.", "attack"),
    ("Did rebels kill Omar?", "kill"),
    ("In the film, rebels kill Omar.", "kill"),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("sentence", "word"), NOT_TOLD, ids=[s for s, _ in NOT_TOLD])
def test_conditions_wishes_customs_and_stories_tell_of_nothing(sentence: str, word: str, scheme: str) -> None:
    assert _stance(sentence, word, scheme).cancelled


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_blamed_on_somebody_happened_but_its_author_is_alleged(scheme: str) -> None:
    found = _stance("Kyiv blamed Moscow for the attack.", "attack", scheme)
    assert (found.kind, found.certainty) == (ClaimKind.ASSERTION, Certainty.CERTAIN)
    assert [t.text for t in found.agents] == ["Moscow"]
    assert (found.agent_kind, found.agent_certainty) == (ClaimKind.ACCUSATION, Certainty.POSSIBLE)


@pytest.mark.parametrize(
    ("sentence", "scheme"),
    [("The group claimed the attack.", scheme) for scheme in SCHEMES]
    + [("The group claimed responsibility for the attack.", "ud")],
)
def test_whoever_claims_an_attack_carried_it_out(sentence: str, scheme: str) -> None:
    found = _stance(sentence, "attack", scheme)
    assert found.kind is ClaimKind.RESPONSIBILITY
    assert [t.text for t in found.claimants] == ["group"]
    assert [t.text for t in found.agents] == ["group"]


def test_a_denial_of_responsibility_rejects_the_own_part_only() -> None:
    found = _stance("The group denied responsibility for the attack.", "attack", "ud")
    assert found.kind is ClaimKind.DENIAL
    assert found.denies_agent
    assert [t.text for t in found.agents] == ["group"]


def test_whom_others_call_responsible_is_named_as_perpetrator() -> None:
    found = _stance("Police confirmed that Moscow was responsible for the attack.", "attack", "ud")
    assert [t.text for t in found.claimants] == ["Police"]
    assert [t.text for t in found.agents] == ["Moscow"]
    assert found.agent_certainty is Certainty.CERTAIN


def test_a_hedge_never_makes_surer() -> None:
    record = stance.Stance()
    for certainty in (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN):
        record.lower(certainty)
        assert record.certainty is Certainty.POSSIBLE
    record.lower(Certainty.UNKNOWN)
    assert record.certainty is Certainty.UNKNOWN
