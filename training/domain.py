# mypy: ignore-errors
"""Stage 2: the domain's mentions (re3d), learnt beside all that stage 1 taught.

    python -m training.domain --corpora ../shared/corpora --start work/stage1/average.pt --out work/stage2
    python -m training.domain --corpora ../shared/corpora --start work/stage1/average.pt --leave-one-out

Each pass reads all of re3d, made-up sentences about weapons and platforms, and a sample of stage 1's data, so
that the parser forgets nothing. With `--leave-one-out` one source at a time is held back from training and
found in afterwards.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import tempfile
import time
from collections import Counter
from pathlib import Path

import torch
from torch.nn import functional

from kg.evaluate.re3d import predictions
from kg.language import load
from kg.language.corpora import Report, read_re3d
from kg.language.encoding import Pieces, case_of
from kg.language.evaluate import mentions
from kg.language.names import spans_of
from kg.language.scoring import TYPES, f1, head_of, tally
from kg.language.words import is_people
from training import data, lexicon
from training.chunks import IGNORE, Coded, Coder, Labels, bucket, chunk, collate, disturb
from training.export import export, load_checkpoint
from training.network import BLOCKED, Linear, Network, Shape
from training.train import Average, encoder_files, epoch_chunks, loss_of, measure

KINDS = (
    "Person",
    "Organisation",
    "Location",
    "MilitaryPlatform",
    "Weapon",
    "Vehicle",
    "Nationality",
    "Temporal",
)
DOMAIN = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))
_INDEX = {label: i for i, label in enumerate(DOMAIN)}
_BREAK = re.compile(r"\n+|(?<=[.!?][\"'”’])\s+(?=[A-Z“\"])|(?<=[a-z)0-9”][.!?])\s+(?=[A-Z“\"])")


class Texts:
    """Text with character spans to numbers, by the tokenizer that runs in the pipeline."""

    def __init__(self, pieces: Pieces) -> None:
        import spacy

        self.tokenizer = spacy.blank("en").tokenizer
        self.pieces = pieces

    def parts(self, report: Report) -> list[tuple[Coded, list[tuple[int, int]]]]:
        """The sentences of a report, each with where its words are in the text."""
        out = []
        at = 0
        for mark in [*_BREAK.finditer(report.text), None]:
            end = len(report.text) if mark is None else mark.start()
            inner = any(b < end < e for b, e, _ in report.mentions)
            if not inner:
                if report.text[at:end].strip():
                    out.append(self.coded(report.text[at:end], at, report.id, report.mentions, report.rejected))
                at = end if mark is None else mark.end()
        return out

    def coded(
        self,
        text: str,
        offset: int,
        doc: str,
        mentions: list[tuple[int, int, str]],
        rejected: set[tuple[int, int]],
    ) -> tuple[Coded, list[tuple[int, int]]]:
        tokens = [t for t in self.tokenizer(text) if not t.is_space]
        spans = [(offset + t.idx, offset + t.idx + len(t)) for t in tokens]
        labels = [0] * len(tokens)
        for begin, end in rejected:
            for i, (low, high) in enumerate(spans):
                if low < end and high > begin:
                    labels[i] = IGNORE
        # Where mentions lie in one another the longest is learnt.
        used = [False] * len(tokens)
        for begin, end, kind in sorted(mentions, key=lambda m: m[0] - m[1]):
            inside = [i for i, (low, high) in enumerate(spans) if low < end and high > begin]
            if not inside or any(used[i] for i in inside):
                continue
            for i in inside:
                used[i] = True
                labels[i] = _INDEX.get(f"{'B' if i == inside[0] else 'I'}-{kind}", 0)
        words = [t.text for t in tokens]
        coded = Coded(
            doc,
            0,
            self.pieces.all(words),
            [case_of(w) for w in words],
            words,
            names=self._names(words, spans, labels, mentions, (text, offset)),
            domain=labels,
            sentences=False,
        )
        return coded, spans

    def _names(
        self,
        words: list[str],
        spans: list[tuple[int, int]],
        labels: list[int],
        mentions: list[tuple[int, int, str]],
        within: tuple[str, int],
    ) -> list[int]:
        """Names projected from mentions: the capitalised words around a capitalised head.

        Other capitals in a mention ("U.S." in "U.S. forces") may be names or not, and are not learnt from.
        """
        text, offset = within
        size = len(data.NAMES)
        names = [size if label == 0 else IGNORE for label in labels]  # row `size`: O as EWT's annotators meant it
        for begin, end, kind in mentions:
            label = _NAME_KINDS.get(kind)
            inside = [i for i, (low, high) in enumerate(spans) if low < end and high > begin]
            if not label or not inside or begin < offset or end > offset + len(text):
                continue
            low, _ = head_of(text, begin - offset, end - offset)
            head = next((i for i in inside if spans[i][0] <= low + offset < spans[i][1]), inside[-1])
            for i in inside:
                if names[i] == IGNORE and not words[i][:1].isupper():
                    names[i] = size
            if not _capital(words[head]) or words[head].lower() in _PRONOUNS or is_people(words[head]):
                continue
            first = last = head
            while first > inside[0] and (_capital(words[first - 1]) or words[first - 1] == "-"):
                first -= 1
            while last < inside[-1] and (
                _capital(words[last + 1])
                or words[last + 1] == "-"
                or (
                    label != "PER"
                    and words[last + 1] in ("of", "for")
                    and last + 2 <= inside[-1]
                    and _capital(words[last + 2])
                )
            ):
                last += 1
            if label == "PER":  # "FCO Minister Tobias Ellwood": the name follows the last title
                titles = [i for i in range(first, last + 1) if words[i].lower() in data.TITLES]
                if titles and titles[-1] == last:
                    continue
                first = titles[-1] + 1 if titles else first
            while first < last and words[first] in ("The", "-"):
                first += 1
            if label == "ORG" and " ".join(words[first : last + 1]) in lexicon.places():
                label = "LOC"
            names[first : last + 1] = [
                data.NAMES.index(f"{'B' if i == first else 'I'}-{label}") for i in range(first, last + 1)
            ]
        return names


_NAME_KINDS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}


_PRONOUNS = frozenset(["we", "i", "they", "he", "she", "it", "our", "who"])


def _capital(word: str) -> bool:
    return word[:1].isupper() or (word in ("al", "bin", "el"))


def domain_loss(net: Network, batch, allowed) -> torch.Tensor:
    states = net.states(batch["ids"], batch["length"])
    x = net.drop(net.words(states, batch["first"], batch["last"], batch["case"]))
    keep = batch["domain"] != IGNORE
    loss = functional.cross_entropy(net.domain(x)[keep].float(), batch["domain"][keep], label_smoothing=0.02)
    named = batch["names"] != IGNORE
    scores = net.name_scores(x, batch["corpus"])[named].float().log_softmax(-1)
    possible = allowed[batch["names"][named]]
    return loss - 0.5 * scores.masked_fill(~possible, BLOCKED).logsumexp(-1).mean()


@torch.no_grad()
def find(net: Network, texts: Texts, report: Report) -> list[tuple[int, int, str]]:
    """Mentions in a report as character spans, without a leading article (the measure asks for the head)."""
    net.eval()
    out = []
    parts = texts.parts(report)
    groups = chunk([coded for coded, _ in parts], 160)
    spans = iter(spans for _, spans in parts)
    for group in groups:
        batch = collate([group], texts.pieces)
        with torch.autocast("cpu", torch.bfloat16):
            x = net.words(net.states(batch["ids"], batch["length"]), batch["first"], batch["last"], batch["case"])
            best = net.domain(x)[0].argmax(-1).tolist()
        places = [span for _ in group for span in next(spans)]
        for low, high, kind in spans_of([DOMAIN[i] for i in best]):
            if high - low > 1 and report.text[slice(*places[low])].lower() in ("the", "a", "an"):
                low += 1
            out.append((places[low][0], places[high - 1][1], kind))
    net.train()
    return out


def extended(start: Network, kinds: int) -> Network:
    """A network with a fresh domain head, all else as it was."""
    shape = Shape(**(start.config() | {"domain": kinds}))
    net = Network(shape)
    net.load_state_dict(start.state_dict(), strict=False)
    return net


def fit(
    start: Network,
    reports: list[Report],
    texts: Texts,
    coder: Coder,
    trees: list[Coded],
    names: dict[str, list[Coded]],
    given: argparse.Namespace,
    seed: int,
) -> Network:
    """Train on these reports beside a sample of stage 1's data."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    net = extended(start, len(DOMAIN))
    groups = [
        {"params": [p for n, p in net.named_parameters() if n.startswith("encoder")], "lr": given.rate},
        {"params": [p for n, p in net.named_parameters() if n.startswith("domain")], "lr": 2e-3},
        {
            "params": [p for n, p in net.named_parameters() if not n.startswith(("encoder", "domain"))],
            "lr": 3 * given.rate,
        },
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    average = Average(net, 0.98)
    own = [coded for report in reports for coded, _ in texts.parts(report)]
    mask = texts.pieces.mask
    documents = chunk(trees, 160)
    total = begun = step = 0
    begun = time.time()
    for number in range(given.passes):
        sample = [s for group in rng.sample(documents, int(len(documents) * given.replay)) for s in group]
        kept = {k: rng.sample(v, int(len(v) * min(1.0, 3 * given.replay))) for k, v in names.items()}
        batches = [(False, b) for b in bucket(epoch_chunks(sample, kept, rng, coder), 2048, rng)]
        made = [texts.coded(*_arguments(lexicon.sentence(rng)))[0] for _ in range(given.made_up)]
        pieces = []
        for group in [*chunk(own, rng.choice((96, 128, 160))), *chunk(made, 96)]:
            roll = rng.random()
            style = "upper" if roll < 0.10 else "lower" if roll < 0.13 else ""
            pieces.append([disturb(s, rng, style, mask, 0.05) for s in group])
        batches += [(True, b) for b in bucket(pieces, 1024, rng)]
        rng.shuffle(batches)
        total = total or given.passes * len(batches)
        lost = []
        for domain, group in batches:
            Linear.rounding = given.rounded and step >= total * 0.4
            factor = min(1.0, (step + 1) / 30) * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1.0, step / total))))
            for rate, settings in zip(rates, optimizer.param_groups, strict=True):
                settings["lr"] = rate * factor
            batch = collate(group, texts.pieces)
            with torch.autocast("cpu", torch.bfloat16):
                if domain:
                    loss = domain_loss(net, batch, coder.allowed)
                    lost.append(float(loss.detach()))
                else:
                    loss = torch.stack([v.float() for v in loss_of(net, batch, coder.allowed).values()]).sum()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0, foreach=True)
            optimizer.step()
            average.update(net)
            step += 1
        print(
            f"pass {number + 1} domain loss {sum(lost) / len(lost):.3f} {time.time() - begun:.0f} s",
            flush=True,
        )
    Linear.rounding = False
    # Halfway between the weights before and after, the parser is almost as good as before, and the new head
    # as after.
    before = start.state_dict()
    net.load_state_dict(
        {
            key: torch.lerp(before[key], value, given.mix) if key in before else value
            for key, value in average.weights.items()
        }
    )
    return net


def leave_one_out(
    net: Network,
    state: dict,
    reports: list[Report],
    texts: Texts,
    coder: Coder,
    trees: list[Coded],
    names: dict[str, list[Coded]],
    given: argparse.Namespace,
) -> None:
    """Print figures on sources that were left out: of the new head, of the pipeline, of `kg eval re3d` with it."""
    head: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for source in given.sources or sorted({r.source for r in reports}):
        held = [r for r in reports if r.source == source]
        rest = [r for r in reports if r.source != source]
        trained = fit(net, rest, texts, coder, trees, names, given, given.seed)
        mine: Counter[str] = Counter()
        for report in held:
            mine += tally(report, find(trained, texts, report))
        with tempfile.TemporaryDirectory() as folder:
            checkpoint = Path(folder) / "checkpoint.pt"
            save(checkpoint, trained, state)
            export(checkpoint, given.corpora, Path(folder) / "model")
            nlp = load(Path(folder) / "model")
            found = mentions(nlp, held)
            predicted = predictions(held, nlp)
        reading = sum((tally(report, predicted[report.id][0]) for report in held), Counter())
        head, whole, read = head + mine, whole + found, read + reading
        figures = f"head {f1(mine)[2]:.3f}, pipeline {f1(found)[2]:.3f}, kg eval re3d {f1(reading)[2]:.3f}"
        print(f"{source}: {figures}", flush=True)
    for name, counted in (("head", head), ("pipeline", whole), ("kg eval re3d", read)):
        for kind in (*TYPES, None):
            figures = ", ".join(f"{v:.3f}" for v in f1(counted, [kind] if kind else TYPES))
            print(f"{name}, {kind or 'all'}: precision, recall, F1 = {figures}", flush=True)


def save(path: Path, net: Network, state: dict) -> None:
    """A checkpoint as stage 1 writes them, with the domain's labels."""
    torch.save(state | {"shape": net.config(), "net": net.state_dict(), "domain": list(DOMAIN)}, path)


def _arguments(made: tuple[str, list[tuple[int, int, str]]]):
    return made[0], 0, "made-up", made[1], set()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    arguments.add_argument("--start", type=Path, required=True)
    arguments.add_argument("--out", type=Path)
    arguments.add_argument("--leave-one-out", action="store_true")
    arguments.add_argument("--sources", nargs="*", help="only these sources in --leave-one-out")
    arguments.add_argument("--passes", type=int, default=6)
    arguments.add_argument("--replay", type=float, default=0.1, help="share of stage 1's data in each pass")
    arguments.add_argument("--made-up", type=int, default=150, help="made-up sentences in each pass")
    arguments.add_argument("--rate", type=float, default=6e-5)
    arguments.add_argument("--mix", type=float, default=0.5, help="how far to go from the old weights to the new")
    arguments.add_argument("--rounded", action="store_true", help="train under int8 rounding")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--seed", type=int, default=11)
    given = arguments.parse_args()
    torch.set_num_threads(given.threads)
    from tokenizers import Tokenizer

    net, state = load_checkpoint(given.start)
    pieces = Pieces(Tokenizer.from_file(str(encoder_files()[1])))
    labels = Labels(**state["labels"])
    coder, texts = Coder(labels, pieces), Texts(pieces)
    trees = [coder(s) for s in data.load_ewt(given.corpora, "train") + data.load_gum(given.corpora, "train")]
    names = {k: [coder(s) for s in v] for k, v in data.load_names(given.corpora).items()}
    reports = list(read_re3d(given.corpora / "re3d"))
    if given.leave_one_out:
        leave_one_out(net, state, reports, texts, coder, trees, names, given)
    if given.out:
        given.out.mkdir(parents=True, exist_ok=True)
        trained = fit(net, reports, texts, coder, trees, names, given, given.seed)
        for name, sentences, corpus in (
            ("ewt", data.load_ewt(given.corpora, "dev"), 0),
            ("gum", data.load_gum(given.corpora, "dev"), 1),
        ):
            print(name, measure(trained, [coder(s) for s in sentences], coder, corpus), flush=True)
        save(given.out / "average.pt", trained, state)


if __name__ == "__main__":
    main()
