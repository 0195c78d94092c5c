"""The bundled network: word pieces in, tags, trees and name probabilities out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.errors import ModelError
from kg.language.encoding import Pieces, case_of

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

BUNDLED = Path(__file__).parent / "model"
#: The version of the model files that this code reads.
VERSION = 3
#: Added to a sentence-start score, it decides.
SURE = 1e4


@dataclass(frozen=True, slots=True)
class Labels:
    """What the numbers in a reading stand for."""

    xpos: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    domain: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """What the network says of the words of one window; every array has a row for each word.

    `names`, `mentions` and `domain` are probabilities; `arcs[i, j]` scores word j as the head of word i, and
    the diagonal scores the root; only arcs within a sentence mean anything. `dependents` and `governors` hold as
    many numbers for each relation: the score of a relation is the sum of their products.
    """

    xpos: Ints
    upos: Ints
    feats: Ints
    names: Floats
    mentions: Floats
    domain: Floats
    starts: npt.NDArray[np.bool_]
    arcs: Floats
    dependents: Floats
    governors: Floats


class Network:
    """The network in memory, with its word-piece table.

    A window is computed by itself and without padding: activations are rounded by their range in the whole
    input, so in a batch the neighbours of a text would change what is found in it.
    """

    def __init__(self, folder: Path = BUNDLED, threads: int = 1) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        meta = _meta(folder)
        self.labels = Labels(**{key: tuple(meta["labels"][key]) for key in (field.name for field in fields(Labels))})
        self.version = f"{meta['version']}-{meta['sha256'][:12]}"
        self.pieces = Pieces(Tokenizer.from_file(str(folder / "tokenizer.json")))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.log_severity_level = 3
        options.use_deterministic_compute = True
        if threads > 1:
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        content = (folder / "network.onnx").read_bytes()
        if hashlib.sha256(content).hexdigest() != meta["sha256"]:
            raise ModelError(f"the language model in {folder} is damaged: its checksum differs from meta.json")
        self._session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        self._outputs = [*(field.name for field in fields(Reading)), "roots"]

    def read(self, words: Sequence[str], starts: Floats) -> Reading:
        """Read one window; `starts` is added to the sentence-start scores (plus or minus `SURE` decides)."""
        pieces = self.pieces.all(words)
        lengths = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
        last = lengths.cumsum()
        ids = np.empty(int(last[-1]) + 2, dtype=np.int64)
        ids[0], ids[-1] = self.pieces.cls, self.pieces.sep
        ids[1:-1] = [i for word in pieces for i in word]
        given = {
            "ids": ids,
            "first": last - lengths + 1,
            "last": last,
            "case": np.fromiter(map(case_of, words), dtype=np.int64, count=len(words)),
            "start": starts,
        }
        *parts, roots = self._session.run(self._outputs, given)
        reading = Reading(*parts)
        np.fill_diagonal(reading.arcs, roots)
        return reading

    def relations(self, reading: Reading, heads: Ints) -> Ints:
        """What each word is to its head, as indices into the labels `deps`."""
        shape = len(heads), len(self.labels.deps), -1
        dependents, governors = reading.dependents[: len(heads)], reading.governors[heads]
        scores = np.einsum("wrk,wrk->wr", dependents.reshape(shape), governors.reshape(shape))
        found: Ints = scores.argmax(-1)
        return found


def _meta(folder: Path) -> dict[str, Any]:
    try:
        meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no language model in {folder}: {error}") from error
    if meta.get("version") != VERSION:
        raise ModelError(f"the language model in {folder} has version {meta.get('version')}, {VERSION} is needed")
    return meta
