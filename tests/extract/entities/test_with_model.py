"""Entities of whole reports, read with the bundled language model. The reports are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.entities import Entities
from kg.extract.syntax.tokens import Doc
from kg.model import Document, Entity, EntityKind, Ref

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

REPORT = """NIAMBA, Chad (Reuters) - Gunmen killed a French doctor and his driver in eastern Chad on Monday.

Dr. Etienne Valcourt, a surgeon, had worked there since 2003. His driver, Moussa Abakar, died later.

The Sahel Renewal Front (SRF) said it had carried out the attack. The group is led by Gen. Issa Dorkoula, a former \
army officer. Dorkoula told Radio Tchad that the doctor was a spy.

Paris rejected the claim. France's foreign ministry said he had treated "anyone who came".
"""


def _read(nlp: Language, text: str) -> tuple[Entities, dict[str, Entity]]:
    doc = nlp(text)
    entities = Entities.of(Doc(doc), Document("report", text, "0"))
    return entities, {record.label: record for record in entities.records()}


def _words(record: Entity, text: str) -> set[str]:
    return {mention.of(text) for mention in record.mentions}


def test_people_and_groups_of_a_report(nlp: Language) -> None:
    entities, found = _read(nlp, REPORT)
    front, general = found["Sahel Renewal Front"], found["Issa Dorkoula"]
    assert front.kind is EntityKind.GROUP
    assert "SRF" in front.aliases
    assert {"The group", "it"} <= _words(front, REPORT)
    assert general.kind is EntityKind.PERSON
    assert "Dorkoula" in general.aliases
    assert {"Etienne Valcourt", "Moussa Abakar"} <= set(found)
    said = {(s.subject, s.predicate.value, s.object.key if isinstance(s.object, Ref) else s.object)
            for s in entities.attributes()}  # fmt: skip
    assert (general.key, "roleText", "Gen.") in said
    assert (found["Etienne Valcourt"].key, "roleText", "surgeon") in said


def test_a_capital_that_speaks_is_a_government(nlp: Language) -> None:
    _, found = _read(nlp, REPORT)
    assert found["France"].kind is EntityKind.GROUP
    assert found["France"].actor == "france-government"
    assert found["Chad"].kind is EntityKind.PLACE
    chad = found["Chad"].place
    assert chad is not None
    assert chad.country == "TD"


def test_reading_is_the_same_in_capitals(nlp: Language) -> None:
    text = "COLONEL RAMIRO ESTRADA, COMMANDER OF THE FOURTH BRIGADE, SAID ON TUESDAY THAT HE HAD LOST TWO SOLDIERS."
    _, found = _read(nlp, text)
    assert "Ramiro Estrada" in found
    assert {"RAMIRO ESTRADA", "HE"} <= _words(found["Ramiro Estrada"], text)


def test_two_brothers_stay_two(nlp: Language) -> None:
    text = "Said Benali and Karim Benali were arrested in Oran. Karim Benali was later shot."
    _, found = _read(nlp, text)
    assert {"Said Benali", "Karim Benali"} <= set(found)


def test_a_junta_is_no_government_that_has_a_name_of_its_own(nlp: Language) -> None:
    text = "The parallel National Unity Government said ten people were burnt to death, a charge the junta denied."
    _, found = _read(nlp, text)
    assert "the junta" not in _words(found["National Unity Government"], text)


def test_a_village_is_a_place_whatever_it_sounds_like(nlp: Language) -> None:
    _, found = _read(nlp, "Omar Nasser was killed on Saturday night in the village of Tolstoy-Yurt.")
    assert found["Tolstoy-Yurt"].kind is EntityKind.PLACE
    assert found["Omar Nasser"].kind is EntityKind.PERSON


def test_a_known_group_keeps_its_name_before_a_word_for_groups(nlp: Language) -> None:
    _, found = _read(nlp, "The Islamic State group claimed the attack, which killed 30 people in Kabul.")
    assert "group" not in found
