"""Trees that are mended before anything is read from them, built by hand."""

from __future__ import annotations

from kg.extract.mending import mended
from kg.knowledge import frames, operators
from tests.extract.docs import doc, word

SHOT_DEAD = """
Gunmen    NNS NOUN  nsubj 7 gunman
with      IN  ADP   case  3
pistols   NNS NOUN  nmod  1 pistol
shot      VBN VERB  acl   3 shoot
dead      JJ  ADJ   xcomp 4
Sergeant  NNP PROPN compound 7
Kane      NNP PROPN ROOT  7
.         .   PUNCT punct 7
"""


def test_who_is_shot_dead_is_not_the_top_of_the_sentence() -> None:
    parsed = mended(doc(SHOT_DEAD), frames.default(), operators.default())
    shot, kane, gunmen = word(parsed, "shot"), word(parsed, "Kane"), word(parsed, "Gunmen")
    assert (shot.head, shot.dep_) == (shot, "ROOT")
    assert (kane.head, kane.dep_) == (shot, "obj")
    assert (gunmen.head, gunmen.dep_) == (shot, "nsubj")
