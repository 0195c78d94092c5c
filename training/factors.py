# mypy: ignore-errors
"""The relation scores in fewer steps: of each relation's square of weights, what matters on real words.

The biaffine score of a relation is a product of both words' vectors and a square of 129 by 129 weights, for each of
some fifty relations. Most of a square never learnt anything. Its best approximation of low rank, with the vectors
weighted as they occur in text, names the same relation for 999 words in 1,000 with a good third of the arithmetic, and
what a word contributes as a dependent or as a governor is computed once, before heads are chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

#: Columns that are kept of each relation's square; `kg.language.network` finds it from the size of the outputs.
RANK = 24
#: Words that the weighting of the vectors is taken from.
SAMPLE = 40_000


@dataclass(frozen=True, slots=True)
class Factors:
    """Two linear maps (weight, bias) from the label vectors of a word to numbers [relation * rank]; the score of a
    relation is the sum of products over its ranks."""

    dependents: tuple[Tensor, Tensor]
    governors: tuple[Tensor, Tensor]


def factored(squares: Tensor, dependents: Tensor, governors: Tensor, rank: int = RANK) -> Factors:
    """The factors of `squares` [relations, wide + 1, wide + 1], given vectors [words, wide] of arcs in text."""
    left, left_back = _weighting(dependents)
    right, right_back = _weighting(governors)
    u, s, v = torch.linalg.svd(left @ squares.double() @ right)
    scale = s[:, :rank].sqrt()
    a = left_back @ u[:, :, :rank] * scale[:, None, :]
    b = right_back @ v[:, :rank].transpose(1, 2) * scale[:, None, :]
    return Factors(_linear(a), _linear(b))


def _weighting(vectors: Tensor) -> tuple[Tensor, Tensor]:
    """The square root of the second moments of vectors with a one behind, and its inverse."""
    x = torch.cat([vectors, torch.ones_like(vectors[:, :1])], 1).double()
    values, axes = torch.linalg.eigh(x.T @ x / len(x))
    roots = values.clamp_min(1e-8).sqrt()
    return axes * roots @ axes.T, axes / roots @ axes.T


def _linear(factors: Tensor) -> tuple[Tensor, Tensor]:
    """Weight [relations * rank, wide] and bias of factors [relations, wide + 1, rank]."""
    flat = factors.permute(0, 2, 1).flatten(0, 1).float()
    return flat[:, :-1].contiguous(), flat[:, -1].contiguous()


@torch.no_grad()
def vectors(net, labels: dict[str, list[str]], corpora: Path, tokenizer: Path) -> tuple[Tensor, Tensor]:
    """The label vectors of dependents and of their governors in the training trees."""
    from tokenizers import Tokenizer

    from kg.language.encoding import Pieces
    from training import data
    from training.chunks import IGNORE, Coder, Labels, chunk, collate

    pieces = Pieces(Tokenizer.from_file(str(tokenizer)))
    coder = Coder(Labels(**{key: tuple(value) for key, value in labels.items()}), pieces)
    groups = chunk([coder(s) for s in data.load_ewt(corpora, "train") + data.load_gum(corpora, "train")], 160)
    step = max(1, len(groups) * 100 // SAMPLE)
    left, right = [], []
    for at in range(0, len(groups), 16 * step):
        b = collate(groups[at : at + 16], pieces)
        x = net.words(net.states(b["ids"], b["length"]), b["first"], b["last"], b["case"])
        _, _, dependents, governors = net.parts(x)
        headed = b["head"] != IGNORE
        chosen = b["head"].clamp_min(0)[..., None].expand_as(governors)
        left.append(dependents[headed])
        right.append(governors.gather(1, chosen)[headed])
    return torch.cat(left), torch.cat(right)
