# mypy: ignore-errors
"""A checkpoint becomes the ONNX int8 model that kg ships.

python -m training.export --checkpoint work/stage1/average.pt --corpora ../shared/corpora --out
kg/language/model
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import torch

from training.exported import INPUTS, OUTPUTS, Exported
from training.factors import Factors, factored
from training.network import Network, Shape

VERSION = 3


def load_checkpoint(path: Path) -> tuple[Network, dict[str, Any]]:
    """The network of a checkpoint, in evaluation mode, and the whole checkpoint."""
    state = torch.load(path, weights_only=False, map_location="cpu")
    net = Network(Shape(**{k: v for k, v in state["shape"].items() if k in Shape.__dataclass_fields__}))
    net.load_state_dict(state["net"])
    return net.eval(), state


def to_onnx(net: Network, path: Path, factors: Factors, names_of: int = 0) -> None:
    """Write the network as ONNX in fp32, with free numbers of pieces and words."""
    pieces, words = 12, 7
    example = (
        torch.arange(pieces),
        torch.arange(words),
        torch.arange(words),
        torch.zeros(words, dtype=torch.long),
        torch.zeros(words),
    )
    axes = {name: {0: "words"} for name in (*INPUTS, *OUTPUTS)} | {"ids": {0: "pieces"}}
    axes["arcs"] = {0: "words", 1: "words_"}
    with torch.no_grad():
        torch.onnx.export(
            Exported(net, names_of, factors).eval(),
            example,
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def quantise(source: Path, target: Path, reduce_range: bool, keep: tuple[str, ...] = ()) -> None:
    """Weights to int8, one scale for each output; activations are rounded while running.

    `reduce_range` keeps weights to seven bits: on processors without VNNI eight-bit products saturate, and
    the results would depend on the machine.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(target),
            per_channel=True,
            reduce_range=reduce_range,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=[n for n in _nodes(ready) if any(part in n for part in keep)] if keep else [],
            extra_options={"MatMulConstBOnly": True},
        )


def take_norms_apart(path: Path) -> None:
    """Write layer norms as instance norms, one instance a piece, and a scale: onnxruntime's operator for layer norms is
    several times slower on a CPU."""
    import numpy as np
    import onnx
    from onnx import helper, numpy_helper

    model = onnx.load(str(path))
    graph = model.graph
    nodes = [helper.make_node("Shape", ["ids"], ["norm_pieces"])]
    for name, number in (("norm_ones", 1), ("norm_zeros", 0)):
        value = numpy_helper.from_array(np.array([number], dtype=np.float32))
        nodes.append(helper.make_node("ConstantOfShape", ["norm_pieces"], [name], value=value))
    for number, node in enumerate(graph.node):
        if node.op_type != "LayerNormalization":
            nodes.append(node)
            continue
        at = f"norm{number}_"
        x, weight, bias = node.input
        epsilon = next(a.f for a in node.attribute if a.name == "epsilon")
        nodes.append(
            helper.make_node("InstanceNormalization", [x, "norm_ones", "norm_zeros"], [at + "normal"], epsilon=epsilon)
        )
        nodes.append(helper.make_node("Mul", [at + "normal", weight], [at + "scaled"]))
        nodes.append(helper.make_node("Add", [at + "scaled", bias], [node.output[0]]))
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, str(path))


def fuse_attention(path: Path, heads: int) -> None:
    """Let one operator do a layer's attention: fewer steps, and no square of scores written out and read again."""
    import numpy as np
    import onnx
    from onnx import helper, numpy_helper

    model = onnx.load(str(path))
    graph = model.graph
    names = {node.name for node in graph.node}
    fused, replaced = [], set()
    layer = 0
    while (at := f"/encoder/layers.{layer}") and f"{at}/qkv/Add" in names:
        parts = [f"{at}/{part}" for part in ("query", "key", "value")]
        fused.append(helper.make_node("Split", [f"{at}/qkv/Add_output_0", "attention_parts"], parts, axis=-1))
        fused.append(
            helper.make_node(
                "MultiHeadAttention", parts, [f"{at}/Reshape_1_output_0"], domain="com.microsoft", num_heads=heads
            )
        )
        replaced.add(f"{at}/Reshape_1")
        layer += 1
    if not layer or not replaced <= names:
        raise ValueError(f"{path}: attention does not have the shape that is fused here")
    bias = next(i for i in graph.initializer if i.name.endswith("layers.0.qkv.bias"))
    width = bias.dims[0] // 3
    graph.initializer.append(numpy_helper.from_array(np.full(3, width, dtype=np.int64), "attention_parts"))
    _keep(graph, [node for node in graph.node if node.name not in replaced] + fused)
    onnx.save(model, str(path))


def _keep(graph: Any, nodes: list[Any]) -> None:
    """Leave of these nodes those that an output needs, each behind what it needs, and the weights they use."""
    made_by = {name: node for node in nodes for name in node.output}
    order: list[Any] = []
    placed: set[int] = set()
    open_ones = [(made_by[output.name], False) for output in reversed(graph.output)]
    while open_ones:
        node, ready = open_ones.pop()
        if id(node) in placed:
            continue
        if ready:
            placed.add(id(node))
            order.append(node)
            continue
        open_ones.append((node, True))
        open_ones.extend((made_by[name], False) for name in node.input if name in made_by)
    used = {name for node in order for name in node.input}
    weights = [weight for weight in graph.initializer if weight.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(order)
    graph.initializer.extend(weights)


def _nodes(path: Path) -> list[str]:
    import onnx

    return [node.name for node in onnx.load(str(path)).graph.node]


def install(files: dict[str, Path | str], out: Path) -> None:
    """Put a finished model in place file by file, each by a rename, so that a reader never sees half a
    file."""
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        temporary = out / f".{name}.{os.getpid()}"
        if isinstance(content, Path):
            shutil.copyfile(content, temporary)
        else:
            temporary.write_text(content, encoding="utf-8")
        temporary.replace(out / name)


def export(checkpoint: Path, corpora: Path, out: Path, int8: bool = True, full_range: bool = False) -> None:
    """Write a folder with model files that `kg.language.load` reads."""
    from training.factors import vectors
    from training.lemmas import learn
    from training.train import encoder_files

    net, state = load_checkpoint(checkpoint)
    tokenizer = encoder_files()[1]
    factors = factored(net.label.detach(), *vectors(net, state["labels"], corpora, tokenizer))
    with tempfile.TemporaryDirectory() as folder:
        network = Path(folder) / "network.onnx"
        to_onnx(net, network, factors)
        if int8:
            small = network.with_name("small.onnx")
            quantise(network, small, reduce_range=not full_range)
            network = small
        fuse_attention(network, net.shape.attention)
        take_norms_apart(network)
        digest = hashlib.sha256(network.read_bytes()).hexdigest()
        labels = state["labels"] | {"domain": state.get("domain", [])}
        meta = {"version": VERSION, "sha256": digest, "int8": int8, "labels": labels}
        lemmas = json.dumps(learn(corpora), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        install(
            {
                "network.onnx": network,
                "tokenizer.json": tokenizer,
                "lemmas.json": lemmas + "\n",
                "meta.json": json.dumps(meta, indent=1, sort_keys=True, ensure_ascii=False) + "\n",
            },
            out,
        )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--checkpoint", type=Path, required=True)
    arguments.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    arguments.add_argument("--out", type=Path, default=Path("kg/language/model"))
    arguments.add_argument("--fp32", action="store_true", help="do not quantise")
    arguments.add_argument("--full-range", action="store_true", help="eight-bit weights (saturate without VNNI)")
    given = arguments.parse_args()
    export(given.checkpoint, given.corpora, given.out, not given.fp32, given.full_range)
    print(f"{given.out}: {sum(f.stat().st_size for f in given.out.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
