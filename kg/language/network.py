"""The bundled network: word pieces in, tags, trees and name probabilities out."""

from __future__ import annotations

import hashlib
import json
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
VERSION = 2
FILES = ("network.onnx", "labels.onnx")
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
    the diagonal scores the root. `dependents` and `governors` are vectors that the relation of an arc is told
    from.
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
        files = [(folder / name).read_bytes() for name in FILES]
        if hashlib.sha256(b"".join(files)).hexdigest() != meta["sha256"]:
            raise ModelError(f"the language model in {folder} is damaged: its checksum differs from meta.json")
        self._session, self._labeller = (
            onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"]) for content in files
        )
        self._outputs = [field.name for field in fields(Reading)]

    def read(self, words: list[str], starts: Floats) -> Reading:
        """Read one window; `starts` is added to the sentence-start scores (plus or minus `SURE` decides)."""
        pieces = self.pieces.all(words)
        lengths = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
        first = 1 + np.concatenate(([0], np.cumsum(lengths)[:-1]))
        ids = np.fromiter((i for word in pieces for i in word), dtype=np.int64, count=int(lengths.sum()))
        given = {
            "ids": np.concatenate(([self.pieces.cls], ids, [self.pieces.sep])).astype(np.int64),
            "first": first.astype(np.int64),
            "last": (first + lengths - 1).astype(np.int64),
            "case": np.fromiter(map(case_of, words), dtype=np.int64, count=len(words)),
            "start": starts.astype(np.float32),
        }
        return Reading(*self._session.run(self._outputs, given))

    def relations(self, reading: Reading, heads: Ints) -> Ints:
        """What each word is to its head, as indices into the labels `deps`."""
        given = {"dependents": reading.dependents[: len(heads)], "governors": reading.governors[heads]}
        found: Ints = self._labeller.run(["deps"], given)[0]
        return found


def _meta(folder: Path) -> dict[str, Any]:
    try:
        meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no language model in {folder}: {error}") from error
    if meta.get("version") != VERSION:
        raise ModelError(f"the language model in {folder} has version {meta.get('version')}, {VERSION} is needed")
    return meta
