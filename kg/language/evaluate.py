"""Measures a pipeline on corpora: trees, tags, lemmas, names, mentions, capitals, speed.

The corpora are not part of kg; a figure whose corpus is missing from the folder is left out.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.language.corpora import Report, Sentence, read_conllu, read_re3d, read_universal_ner
from kg.language.scoring import f1, tally

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TREEBANKS = {
    "ewt-dev": "ud/en_ewt-ud-dev.conllu.gz",
    "gum-dev": "ud/en_gum-ud-dev.conllu.gz",
    "ewt-test": "ud/en_ewt-ud-test.conllu.gz",
}
#: The network learnt names from EWT-dev; only the test figure tells how it does on new text.
NAMES = {"ewt-test": "ner/en_ewt-ud-test.ner.iob2"}
_UNIVERSAL = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "LOC": "LOC", "FAC": "LOC", "GPE": "LOC"}
_RE3D = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "LOC": "Location",
    "GPE": "Location",
    "FAC": "Location",
    "NORP": "Nationality",
    "WEAPON": "Weapon",
    "VEHICLE": "MilitaryPlatform",
    "DATE": "Temporal",
}


def evaluate(nlp: Language, corpora: Path) -> dict[str, float]:
    """Figures by name, such as "ewt-dev LAS"; scores lie between 0 and 1, speed is in words per second.

    Trees: gold tokens, the pipeline's own sentences, punctuation not counted. "capitals" is the same text in
    capitals. re3d was trained on, so its figure here only says that the mentions arrive; figures on left-out
    sources come from the training command.
    """
    figures: dict[str, float] = {}
    for name, path in TREEBANKS.items():
        if (corpora / path).is_file():
            gold = list(read_conllu(corpora / path, name))
            figures |= {f"{name} {key}": value for key, value in trees(nlp, gold).items()}
            if name == "ewt-dev":
                shouted = trees(nlp, gold, capitals=True)
                figures[f"{name} LAS in capitals"] = shouted["LAS"]
                figures["words per second"] = speed(nlp, gold)
    for name, path in NAMES.items():
        if (corpora / path).is_file():
            gold = list(read_universal_ner(corpora / path))
            figures |= {f"{name} names {key}": value for key, value in names(nlp, gold).items()}
            figures[f"{name} names F1 in capitals"] = names(nlp, gold, capitals=True)["F1"]
    if (corpora / "re3d").is_dir():
        figures["re3d proper/head F1 (seen in training)"] = f1(mentions(nlp, list(read_re3d(corpora / "re3d"))))[2]
    return figures


def documents(nlp: Language, sentences: list[Sentence], capitals: bool = False) -> Iterator[tuple[Doc, list[Sentence]]]:
    """Unread documents with the tokens of a corpus, each with its sentences."""
    from spacy.tokens import Doc

    for _, group in itertools.groupby(sentences, key=lambda s: s.doc):
        part = list(group)
        words = [word.upper() if capitals else word for s in part for word in s.words]
        spaces = [space for s in part for space in s.space_after]
        yield Doc(nlp.vocab, words=words, spaces=spaces if len(spaces) == len(words) else None), part


def trees(nlp: Language, sentences: list[Sentence], capitals: bool = False) -> dict[str, float]:
    """Attachment (UAS, LAS), tags (XPOS, UPOS), lemmas and sentence boundaries against a treebank."""
    count: Counter[str] = Counter()
    given = list(documents(nlp, sentences, capitals))
    for doc, (_, part) in zip(nlp.pipe(doc for doc, _ in given), given, strict=True):
        offset = 0
        gold_starts, starts = set(), {sent.start for sent in doc.sents}
        for s in part:
            if not (s.heads and s.deps and s.xpos and s.upos and s.lemmas):
                raise ValueError(f"{s.doc}: a sentence without a tree")
            gold_starts.add(offset)
            for i, (head, dep) in enumerate(zip(s.heads, s.deps, strict=True)):
                token = doc[offset + i]
                count["words"] += 1
                count["xpos"] += token.tag_ == s.xpos[i]
                count["upos"] += token.pos_ == s.upos[i]
                count["lemma"] += token.lemma_.lower() == s.lemmas[i].lower()
                if dep == "punct":
                    continue
                right = token.head.i == offset + head
                count["arcs"] += 1
                count["uas"] += right
                count["las"] += right and (token.dep_.lower() if token.dep_ == "ROOT" else token.dep_) == dep
            offset += len(s.words)
        count["starts right"] += len(starts & gold_starts)
        count["starts"] += len(starts) + len(gold_starts)
    return {
        "LAS": count["las"] / count["arcs"],
        "UAS": count["uas"] / count["arcs"],
        "XPOS": count["xpos"] / count["words"],
        "UPOS": count["upos"] / count["words"],
        "lemmas": count["lemma"] / count["words"],
        "sentences F1": 2 * count["starts right"] / count["starts"],
    }


def names(nlp: Language, sentences: list[Sentence], capitals: bool = False) -> dict[str, float]:
    """Precision, recall and F1 of `doc.ents` as PER, ORG and LOC: exact spans."""
    from kg.language.names import spans_of

    right = found = asked = 0
    given = list(documents(nlp, sentences, capitals))
    for doc, (_, part) in zip(nlp.pipe(doc for doc, _ in given), given, strict=True):
        gold = set(spans_of([label for s in part for label in s.names or []]))
        mine = {(e.start, e.end, _UNIVERSAL[e.label_]) for e in doc.ents if e.label_ in _UNIVERSAL}
        right += len(gold & mine)
        found += len(mine)
        asked += len(gold)
    return {
        "precision": right / found if found else 0.0,
        "recall": right / asked if asked else 0.0,
        "F1": 2 * right / (found + asked) if found + asked else 0.0,
    }


def mentions(nlp: Language, reports: list[Report]) -> Counter[str]:
    """Counts for `kg.language.scoring.f1` by the proper/head measure.

    Asked are names, weapons and platforms, and times. Given are therefore `doc.ents`, the weapons and
    vehicles of `doc.spans["mentions"]`, and `doc.spans["times"]`; phrases for people, bodies and places are
    not asked for.
    """
    total: Counter[str] = Counter()
    for report, doc in zip(reports, nlp.pipe(r.text for r in reports), strict=True):
        things = [s for s in doc.spans.get("mentions", ()) if s.label_ in ("WEAPON", "VEHICLE")]
        spans = [*doc.ents, *things, *doc.spans.get("times", ())]
        total += tally(report, [(s.start_char, s.end_char, _RE3D[s.label_]) for s in spans if s.label_ in _RE3D])
    return total


def speed(nlp: Language, sentences: list[Sentence], clock: Callable[[], float] = time.perf_counter) -> float:
    """Words per second through `nlp.pipe`, tokens given, after three documents to warm up."""
    docs = [doc for doc, _ in documents(nlp, sentences)]
    for _ in nlp.pipe(doc for doc, _ in itertools.islice(documents(nlp, sentences), 3)):
        pass
    begun = clock()
    words = sum(len(doc) for doc in nlp.pipe(docs))
    return words / (clock() - begun)
