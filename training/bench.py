"""Words per second of processor time beside a spaCy pipeline of the usual small shape, on one thread.

    python -m training.bench --corpora ../shared/corpora

The spaCy pipeline (a 96-wide, 4-deep convolutional encoder shared by tagger, parser and entity recogniser) is
initialised with the labels of EWT, not trained: its speed does not depend on what it learnt. With `--train`
it is trained for a few steps, so that its parser makes trees of ordinary shape.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from kg.language import load
from kg.language.corpora import Sentence, read_conllu
from kg.language.evaluate import speed

if TYPE_CHECKING:
    from spacy.language import Language

_TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}


def small_pipeline(sentences: list[Sentence], steps: int) -> Language:
    """tok2vec, tagger, parser and ner in the shape of `en_core_web_sm`, with EWT's labels."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    transitions = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": listener,
    }
    nlp.add_pipe("parser", config={"model": transitions | {"state_type": "parser"}})
    nlp.add_pipe("ner", config={"model": transitions | {"state_type": "ner"}})
    examples: list[Example] = []
    for s in sentences:
        if not (s.heads and s.deps and s.xpos):
            continue
        ents = ["O"] * len(s.words)
        if examples and s.xpos[0] == "NNP":
            ents[0] = ("B-PER", "B-ORG", "B-LOC")[len(examples) % 3]
        gold = Doc(
            nlp.vocab,
            words=s.words,
            heads=s.heads,
            tags=s.xpos,
            ents=ents,
            deps=["ROOT" if d == "root" else d for d in s.deps],
        )
        examples.append(Example(Doc(nlp.vocab, words=s.words), gold))
    optimizer = nlp.initialize(lambda: examples[:2000])
    rng = random.Random(0)
    for _ in range(steps):
        nlp.update(rng.sample(examples, 64), sgd=optimizer, drop=0.1)
    return nlp


def joined(sentences: list[Sentence], least: int) -> list[Sentence]:
    """The same sentences as documents of at least so many words: EWT's are mostly shorter than a news report."""
    out: list[Sentence] = []
    name, words = sentences[0].doc, 0
    for before, sentence in pairwise([sentences[0], *sentences]):
        if sentence.doc != before.doc and words >= least:
            name, words = sentence.doc, 0
        words += len(sentence.words)
        out.append(replace(sentence, doc=name))
    return out


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    arguments.add_argument("--train", type=int, default=60, metavar="STEPS")
    arguments.add_argument("--rounds", type=int, default=9)
    given = arguments.parse_args()
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"  # read when numpy is first imported, which is below
    train = list(read_conllu(given.corpora / "ud/en_ewt-ud-train.conllu.gz", "ewt"))
    dev = list(read_conllu(given.corpora / "ud/en_ewt-ud-dev.conllu.gz", "ewt"))
    ours, theirs = load(), small_pipeline(train[:4000], given.train)
    for texts in (dev, joined(dev, 300)):
        documents = len({s.doc for s in texts})
        words = sum(len(s.words) for s in texts)
        print(f"{documents} documents of {words / documents:.0f} words")
        rates: dict[str, list[float]] = {"kg": [], "spaCy CNN": []}
        for _ in range(given.rounds):
            rates["kg"].append(speed(ours, texts, time.process_time))
            rates["spaCy CNN"].append(speed(theirs, texts, time.process_time))
        for name, values in rates.items():
            print(f"{name}: best {max(values):,.0f}, median {statistics.median(values):,.0f} words/s of {len(values)}")
        best = max(rates["kg"]) / max(rates["spaCy CNN"])
        median = statistics.median(a / b for a, b in zip(rates["kg"], rates["spaCy CNN"], strict=True))
        print(f"ratio of the best {best:.2f}, median of the rounds' ratios {median:.2f}")


if __name__ == "__main__":
    main()
