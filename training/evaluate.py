"""Prints the figures of the model card.

python -m training.evaluate --corpora ../shared/corpora
python -m training.evaluate --corpora ../shared/corpora --fp32 work/stage2/average.pt
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from kg.language import load
from kg.language.evaluate import evaluate


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    arguments.add_argument("--model", type=Path, help="a folder with model files; the bundled one by default")
    arguments.add_argument("--fp32", type=Path, metavar="CHECKPOINT", help="a checkpoint, measured without rounding")
    arguments.add_argument("--threads", type=int, default=1)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        model = given.model
        if given.fp32:
            from training.export import export

            model = Path(folder)
            export(given.fp32, given.corpora, model, int8=False)
        for name, value in evaluate(load(model, given.threads), given.corpora).items():
            print(f"{name:42} {value:,.0f}" if name == "words per second" else f"{name:42} {value:.4f}")


if __name__ == "__main__":
    main()
