# mypy: ignore-errors
"""The network as it is shipped: the same numbers in fewer steps.

Each step costs a pass over all activations, and each product rounds anew what goes into it. So all that is told from
the word vectors comes out of one product, and the relations' squares are factored (`training.factors`).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.factors import Factors
from training.network import Network

INPUTS = ("ids", "first", "last", "case", "start")
OUTPUTS = (
    "xpos",
    "upos",
    "feats",
    "names",
    "mentions",
    "domain",
    "starts",
    "arcs",
    "roots",
    "dependents",
    "governors",
)


class Exported(nn.Module):
    """One window of text without padding, up to the scores of its arcs.

    `start` is added to the sentence-start scores: a large number forces or forbids a start. Heads are chosen
    outside, because only a tree will do; what the chosen arcs are follows from the products of `dependents` and
    `governors`.
    """

    def __init__(self, net: Network, names_of: int, factors: Factors) -> None:
        super().__init__()
        shape = self.shape = net.shape
        self.encoder, self.case = net.encoder, net.case
        with torch.no_grad():
            names = net.names.weight + net.names_of[names_of]
            weights = [net.tags.weight, names, net.mentions.weight, net.start.weight, net.project.weight]
            biases = [net.tags.bias, net.names.bias, net.mentions.bias, net.start.bias, net.project.bias]
            self.sizes = [shape.xpos, shape.upos, shape.feats, shape.names, shape.mentions, 1]
            self.sizes.append(2 * shape.arc + 2 * shape.label)
            if shape.domain:
                weights.append(net.domain.weight)
                biases.append(net.domain.bias)
                self.sizes.append(shape.domain)
            self.heads = _linear(torch.cat(weights), torch.cat(biases))
            arcs = torch.cat([net.arc[:-1], net.root.weight.T], 1)
            self.arcs = _linear(arcs.T, torch.cat([net.arc[-1], net.root.bias]))
            self.dependents = _linear(*factors.dependents)
            self.governors = _linear(*factors.governors)

    def forward(self, ids: Tensor, first: Tensor, last: Tensor, case: Tensor, start: Tensor) -> tuple[Tensor, ...]:
        shape = self.shape
        x = self.encoder(ids[None], torch.zeros(1, dtype=torch.float32))[-1][0]
        words = torch.cat([x[first], x[last], self.case(case)], -1)
        xpos, upos, feats, names, mentions, starts, projected, *domain = self.heads(words).split(self.sizes, -1)
        names = names.softmax(-1)
        parts = functional.gelu(projected).split([shape.arc, shape.arc, shape.label, shape.label], -1)
        dependent, governor, label_dependent, label_governor = parts
        wanted, roots = self.arcs(dependent).split([shape.arc, 1], -1)
        return (
            xpos.argmax(-1),
            upos.argmax(-1),
            feats.argmax(-1),
            names,
            mentions.softmax(-1),
            domain[0].softmax(-1) if domain else names,
            (starts[:, 0] + start) > 0,
            wanted @ governor.T,
            roots[:, 0],
            self.dependents(label_dependent),
            self.governors(label_governor),
        )


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight.copy_(weight)
    layer.bias.copy_(bias)
    return layer
