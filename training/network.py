# mypy: ignore-errors
"""The network: a small BERT encoder, and on its word vectors the heads of a tagger, a parser and a name
finder.

A root is a word that is its own head, so that one square of scores for each sentence says everything.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

BLOCKED = -1e4


@dataclass(slots=True)
class Shape:
    """Sizes of a network; kept in the checkpoint."""

    xpos: int
    upos: int
    feats: int
    names: int
    corpora: int
    mentions: int
    deps: int
    domain: int = 0
    cases: int = 8
    case_dim: int = 32
    arc: int = 320
    label: int = 128
    hidden: int = 384
    layers: int = 6
    attention: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512


class Linear(nn.Linear):
    """A linear layer that can train under the rounding that its int8 export will have."""

    rounding = False

    def forward(self, x: Tensor) -> Tensor:
        if not Linear.rounding:
            return functional.linear(x, self.weight, self.bias)
        with torch.no_grad():
            scale = self.weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 63.0
            weight = (self.weight / scale).round().clamp(-64, 63) * scale
            low, high = x.amin().float().clamp_max(0), x.amax().float().clamp_min(0)
            step = ((high - low) / 255.0).clamp_min(1e-8)
            zero = (-low / step).round()
            seen = (((x.float() / step + zero).round().clamp(0, 255) - zero) * step).to(x.dtype)
        weight = self.weight + (weight - self.weight).detach()
        return functional.linear(x + (seen - x).detach(), weight, self.bias)


class Dropout(nn.Module):
    """Dropout that draws its masks from a pool: drawing fresh ones took an eighth of the training time."""

    pool: ClassVar[dict[float, Tensor]] = {}
    POOL = 1 << 23

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.p == 0:
            return x
        if self.p not in Dropout.pool:
            Dropout.pool[self.p] = ((torch.rand(Dropout.POOL) >= self.p).float() / (1 - self.p)).to(torch.bfloat16)
        size = x.numel()
        start = int(torch.randint(0, max(1, Dropout.POOL - size), (1,)))
        mask = Dropout.pool[self.p][start : start + size]
        if mask.numel() < size:
            mask = mask.repeat(size // mask.numel() + 1)[:size]
        return x * mask.view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer in BERT's order: attention, norm, feed-forward, norm."""

    def __init__(self, hidden: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = Linear(hidden, 3 * hidden)
        self.out = Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up = Linear(hidden, inner)
        self.down = Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        # Written out: with heads of 32 numbers, torch's fused attention is several times slower on a CPU.
        scores = (q * (h // self.heads) ** -0.5) @ k.transpose(-1, -2) + mask.to(q.dtype)
        mixed = scores.softmax(-1).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, t, h))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT without pooling; the token type is folded into the positions."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(shape.hidden, shape.inner, shape.attention, dropout) for _ in range(shape.layers)
        )
        self.drop = Dropout(dropout)

    def forward(self, pieces: Tensor, mask: Tensor) -> list[Tensor]:
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.drop(self.norm(self.words(pieces) + self.positions(places)))
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return states

    def load_bert(self, path: Path) -> None:
        """Take the weights of a BERT checkpoint (safetensors)."""
        from safetensors.torch import load_file

        given = {k.removeprefix("bert."): v.float() for k, v in load_file(str(path)).items()}
        own: dict[str, Tensor] = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            "positions.weight": given["embeddings.position_embeddings.weight"]
            + given["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
        }
        for i in range(len(self.layers)):
            at = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                own[f"layers.{i}.qkv.{kind}"] = torch.cat(
                    [given[f"{at}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                )
                own[f"layers.{i}.out.{kind}"] = given[f"{at}attention.output.dense.{kind}"]
                own[f"layers.{i}.norm1.{kind}"] = given[f"{at}attention.output.LayerNorm.{kind}"]
                own[f"layers.{i}.up.{kind}"] = given[f"{at}intermediate.dense.{kind}"]
                own[f"layers.{i}.down.{kind}"] = given[f"{at}output.dense.{kind}"]
                own[f"layers.{i}.norm2.{kind}"] = given[f"{at}output.LayerNorm.{kind}"]
        self.load_state_dict(own)


class Network(nn.Module):
    """Encoder and heads. `words` gives the word vectors, the other methods one head each."""

    def __init__(self, shape: Shape, dropout: float = 0.2) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.case = nn.Embedding(shape.cases, shape.case_dim)
        width = 2 * shape.hidden + shape.case_dim
        self.drop = Dropout(dropout)
        self.tags = Linear(width, shape.xpos + shape.upos + shape.feats)
        self.names = Linear(width, shape.names)
        self.names_of = nn.Parameter(torch.zeros(shape.corpora, shape.names, width))
        self.mentions = Linear(width, shape.mentions)
        if shape.domain:
            self.domain = Linear(width, shape.domain)
        self.start = Linear(width, 1)
        # The four projections of the parser in one product: arc dependent, arc head, label dependent, label
        # head.
        self.project = Linear(width, 2 * shape.arc + 2 * shape.label)
        self.drop_project = Dropout(0.3)
        self.arc = nn.Parameter(torch.zeros(shape.arc + 1, shape.arc))
        self.root = Linear(shape.arc, 1)
        self.label = nn.Parameter(torch.zeros(shape.deps, shape.label + 1, shape.label + 1))
        nn.init.orthogonal_(self.arc)
        nn.init.normal_(self.label, std=0.02)
        nn.init.normal_(self.case.weight, std=0.1)

    def config(self) -> dict[str, int]:
        return asdict(self.shape)

    def states(self, pieces: Tensor, length: Tensor) -> list[Tensor]:
        at = torch.arange(pieces.shape[1], device=pieces.device)
        mask = (at[None, :] >= length[:, None])[:, None, None, :] * BLOCKED
        return self.encoder(pieces, mask)

    def words(self, states: list[Tensor], first: Tensor, last: Tensor, case: Tensor) -> Tensor:
        x = states[-1]
        wide = x.shape[-1]
        a = x.gather(1, first[..., None].expand(-1, -1, wide))
        z = x.gather(1, last[..., None].expand(-1, -1, wide))
        return torch.cat([a, z, self.case(case).to(x.dtype)], -1)

    def split_tags(self, scores: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        s = self.shape
        xpos, upos, feats = scores.split([s.xpos, s.upos, s.feats], -1)
        return xpos, upos, feats

    def name_scores(self, x: Tensor, corpus: Tensor) -> Tensor:
        weights = self.names_of[corpus]  # one row of weights for each chunk of the batch
        return self.names(x) + torch.einsum("bwd,bnd->bwn", x, weights.to(x.dtype))

    def parts(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        s = self.shape
        y = self.drop_project(functional.gelu(self.project(x)))
        dep, head, label_dep, label_head = y.split([s.arc, s.arc, s.label, s.label], -1)
        return dep, head, label_dep, label_head

    def arcs(self, dep: Tensor, head: Tensor) -> Tensor:
        """Scores [chunk, dependent, head]; the diagonal is the score of being the root."""
        one = torch.ones_like(dep[..., :1])
        weights = self.arc.to(dep.dtype)
        scores = torch.cat([dep, one], -1) @ weights @ head.transpose(-1, -2)
        scores = scores.float()
        eye = torch.eye(scores.shape[-1], device=scores.device)
        return scores * (1 - eye) + eye * self.root(dep).float()

    def labels(self, dep: Tensor, head: Tensor, heads: Tensor) -> Tensor:
        """Label scores of the given arcs."""
        chosen = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        one = torch.ones_like(dep[..., :1])
        d, h = torch.cat([dep, one], -1), torch.cat([chosen, one], -1)
        wide = self.label.shape[1]
        weights = self.label.to(d.dtype).permute(1, 0, 2).reshape(wide, -1)
        left = (d @ weights).view(*d.shape[:-1], -1, wide)
        return (left @ h[..., None])[..., 0]
