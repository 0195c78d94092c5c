"""Everything in one command: train, measure, export. Interrupted, it goes on where it was.

    python -m training.run --corpora ../shared/corpora --work work

About two hours on two cores with bfloat16 units; `--quick` is a rehearsal of a few minutes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    arguments.add_argument("--work", type=Path, default=Path("work"), help="checkpoints and logs")
    arguments.add_argument("--out", type=Path, default=Path("kg/language/model"))
    arguments.add_argument("--threads", default="2")
    arguments.add_argument("--quick", action="store_true", help="one short epoch of each stage")
    given = arguments.parse_args()
    common = ["--corpora", str(given.corpora), "--threads", given.threads]
    first, second = given.work / "stage1", given.work / "stage2"
    epochs = ["--epochs", "1"] if given.quick else []
    passes = ["--passes", "1", "--replay", "0.02"] if given.quick else []
    steps: list[tuple[Path | None, list[str]]] = [
        (None, ["training.train", *common, "--out", str(first), *epochs]),
        (
            second / "average.pt",
            [
                "training.domain",
                *common,
                *passes,
                "--start",
                str(first / "average.pt"),
                "--out",
                str(second),
                "--rounded",
            ],
        ),
        (
            None,
            [
                "training.domain",
                *common,
                *passes,
                "--start",
                str(first / "average.pt"),
                "--leave-one-out",
                "--replay",
                "0.03",
            ],
        ),
        (
            None,
            [
                "training.export",
                "--corpora",
                str(given.corpora),
                "--checkpoint",
                str(second / "average.pt"),
                "--out",
                str(given.out),
            ],
        ),
        (None, ["training.evaluate", "--corpora", str(given.corpora)]),
        (None, ["training.evaluate", "--corpora", str(given.corpora), "--fp32", str(second / "average.pt")]),
        (None, ["training.bench", "--corpora", str(given.corpora)]),
    ]
    for result, command in steps:
        if result is not None and result.exists():
            continue
        print("python -m", *command, flush=True)
        subprocess.run([sys.executable, "-m", *command], check=True)


if __name__ == "__main__":
    main()
