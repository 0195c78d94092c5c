"""The same deep arguments from Universal Dependencies and from spaCy's own labels."""

import pytest

from kg.extract.syntax import Slot, arguments, complements, subjects
from tests.extract.docs import doc, word

PASSIVE_UD = """
Rebels NNS NOUN nsubj:pass 3 rebel
were VBD AUX aux:pass 3 be
killed VBN VERB ROOT 3 kill
by IN ADP case 6
a DT DET det 6
drone NN NOUN obl:agent 3
in IN ADP case 8
Mali NNP PROPN obl 3
"""
PASSIVE_CLEAR = """
Rebels NNS NOUN nsubjpass 3 rebel
were VBD AUX auxpass 3 be
killed VBN VERB ROOT 3 kill
by IN ADP agent 3
a DT DET det 6
drone NN NOUN pobj 4
in IN ADP prep 3
Mali NNP PROPN pobj 7
"""
RELATIVE_UD = """
gunmen NNS NOUN ROOT 1 gunman
who WP PRON nsubj 3
shot VBD VERB acl:relcl 1 shoot
priests NNS NOUN obj 3 priest
"""
RELATIVE_CLEAR = """
gunmen NNS NOUN ROOT 1 gunman
who WP PRON nsubj 3
shot VBD VERB relcl 1 shoot
priests NNS NOUN dobj 3 priest
"""
REDUCED_UD = """
hostages NNS NOUN ROOT 1 hostage
the DT DET det 3
group NN NOUN nsubj 4
executed VBD VERB acl:relcl 1 execute
"""
REDUCED_CLEAR = """
hostages NNS NOUN ROOT 1 hostage
the DT DET det 3
group NN NOUN nsubj 4
executed VBD VERB relcl 1 execute
"""
PARTICIPLE_UD = """
men NNS NOUN nsubj 5 man
abducted VBN VERB acl 1 abduct
by IN ADP case 4
militants NNS NOUN obl:agent 2 militant
escaped VBD VERB ROOT 5 escape
"""
PARTICIPLE_CLEAR = """
men NNS NOUN nsubj 5 man
abducted VBN VERB acl 1 abduct
by IN ADP agent 2
militants NNS NOUN pobj 3 militant
escaped VBD VERB ROOT 5 escape
"""
COORDINATION_UD = """
Police NNS NOUN nsubj 2 police
attacked VBD VERB ROOT 2 attack
and CC CCONJ cc 4
killed VBD VERB conj 2 kill
two CD NUM nummod 6
men NNS NOUN obj 4 man
"""
COORDINATION_CLEAR = """
Police NNS NOUN nsubj 2 police
attacked VBD VERB ROOT 2 attack
and CC CCONJ cc 2
killed VBD VERB conj 2 kill
two CD NUM nummod 6
men NNS NOUN dobj 4 man
"""
ACCUSED_UD = """
Kyiv NNP PROPN nsubj 2
accused VBD VERB ROOT 2 accuse
Moscow NNP PROPN obj 2
of IN SCONJ mark 5
shelling VBG VERB advcl 2 shell
homes NNS NOUN obj 5 home
"""
ACCUSED_UD_ON_THE_NOUN = ACCUSED_UD.replace("advcl 2", "acl 3")
ACCUSED_CLEAR = """
Kyiv NNP PROPN nsubj 2
accused VBD VERB ROOT 2 accuse
Moscow NNP PROPN dobj 2
of IN ADP prep 2
shelling VBG VERB pcomp 4 shell
homes NNS NOUN dobj 5 home
"""
ACCUSED_PASSIVE_UD = """
Moscow NNP PROPN nsubj:pass 3
was VBD AUX aux:pass 3 be
accused VBN VERB ROOT 3 accuse
of IN SCONJ mark 5
shelling VBG VERB advcl 3 shell
homes NNS NOUN obj 5 home
"""
ACCUSED_PASSIVE_CLEAR = """
Moscow NNP PROPN nsubjpass 3
was VBD AUX auxpass 3 be
accused VBN VERB ROOT 3 accuse
of IN ADP prep 3
shelling VBG VERB pcomp 4 shell
homes NNS NOUN dobj 5 home
"""
GERUND_UD = """
Jets NNS NOUN nsubj 2 jet
hit VBD VERB ROOT 2 hit
Idlib NNP PROPN obj 2
, , PUNCT punct 5
killing VBG VERB advcl 2 kill
nine CD NUM obj 5
"""
GERUND_CLEAR = GERUND_UD.replace(" obj ", " dobj ")
BY_RAIDING_UD = """
He PRP PRON nsubj:pass 3
was VBD AUX aux:pass 3 be
killed VBN VERB ROOT 3 kill
by IN SCONJ mark 5
raiding VBG VERB advcl 3 raid
Raqqa NNP PROPN obj 5
"""

CASES = [
    (
        "passive",
        PASSIVE_UD,
        PASSIVE_CLEAR,
        "killed",
        {(Slot.SUBJECT, "drone"), (Slot.OBJECT, "Rebels"), (Slot.OBLIQUE, "Mali")},
    ),
    ("relative pronoun", RELATIVE_UD, RELATIVE_CLEAR, "shot", {(Slot.SUBJECT, "gunmen"), (Slot.OBJECT, "priests")}),
    (
        "gap of a bare relative",
        REDUCED_UD,
        REDUCED_CLEAR,
        "executed",
        {(Slot.SUBJECT, "group"), (Slot.OBJECT, "hostages")},
    ),
    ("participle", PARTICIPLE_UD, PARTICIPLE_CLEAR, "abducted", {(Slot.SUBJECT, "militants"), (Slot.OBJECT, "men")}),
    ("shared subject", COORDINATION_UD, COORDINATION_CLEAR, "killed", {(Slot.SUBJECT, "Police"), (Slot.OBJECT, "men")}),
    ("object control", ACCUSED_UD, ACCUSED_CLEAR, "shelling", {(Slot.SUBJECT, "Moscow"), (Slot.OBJECT, "homes")}),
    (
        "object control, hung on the noun",
        ACCUSED_UD_ON_THE_NOUN,
        ACCUSED_CLEAR,
        "shelling",
        {(Slot.SUBJECT, "Moscow"), (Slot.OBJECT, "homes")},
    ),
    (
        "control under a passive",
        ACCUSED_PASSIVE_UD,
        ACCUSED_PASSIVE_CLEAR,
        "shelling",
        {(Slot.SUBJECT, "Moscow"), (Slot.OBJECT, "homes")},
    ),
    ("gerund", GERUND_UD, GERUND_CLEAR, "killing", {(Slot.SUBJECT, "Jets"), (Slot.OBJECT, "nine")}),
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["ud", "clear"])
@pytest.mark.parametrize(("ud", "clear", "verb", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_arguments(ud: str, clear: str, verb: str, expected: set[tuple[Slot, str]], scheme: str) -> None:
    parsed = doc(ud if scheme == "ud" else clear)
    assert {(a.slot, a.token.text) for a in arguments(word(parsed, verb))} == expected


def test_means_of_a_passive_do_not_act_on_their_patient() -> None:
    assert subjects(word(doc(BY_RAIDING_UD), "raiding")) == []


@pytest.mark.parametrize(
    "rows",
    [
        """
        death NN NOUN ROOT 1
        of IN ADP case 3
        Ali NNP PROPN nmod 1
        in IN ADP case 5
        Kano NNP PROPN nmod 1
        """,
        """
        death NN NOUN ROOT 1
        of IN ADP prep 1
        Ali NNP PROPN pobj 2
        in IN ADP prep 1
        Kano NNP PROPN pobj 4
        """,
    ],
    ids=["ud", "clear"],
)
def test_complements(rows: str) -> None:
    parsed = doc(rows)
    assert [(prep, t.text) for prep, t in complements(parsed[0])] == [("of", "Ali"), ("in", "Kano")]


@pytest.mark.parametrize(
    "rows",
    [
        """
        flares NNS NOUN ROOT 1 flare
        dropped VBN VERB acl 1 drop
        in IN ADP case 4
        front NN NOUN obl 2
        of IN ADP case 6
        drones NNS NOUN nmod 4 drone
        """,
        """
        flares NNS NOUN ROOT 1 flare
        dropped VBN VERB acl 1 drop
        in IN ADP prep 2
        front NN NOUN pobj 3
        of IN ADP prep 4
        drones NNS NOUN pobj 5 drone
        """,
    ],
    ids=["ud", "clear"],
)
def test_preposition_of_several_words(rows: str) -> None:
    found = {(a.prep, a.token.text) for a in arguments(word(doc(rows), "dropped"))}
    assert ("in front of", "drones") in found
