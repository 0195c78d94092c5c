"""Invented short reports, as many as wanted, no two alike: a number always gives the same report."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path


def report(number: int) -> str:
    """One report of eight to twelve sentences that opens with its date and tells of three or four events."""
    words = _words()
    chance = random.Random(number)
    month = chance.randrange(12)
    sentences = [f" date {chance.randrange(2005, 2024)}-{month + 1:02}-{chance.randrange(1, 28):02}"]
    told = chance.randrange(3, 5)
    for place in range(chance.randrange(8, 13)):
        group, other = chance.sample(words["groups"], 2)
        sentence = chance.choice(words["events" if place < told else "background"]).format(
            name=f"{chance.choice(words['given'])} {chance.choice(words['family'])}",
            town=chance.choice(words["towns"]),
            group=group,
            other=other,
            weapon=chance.choice(words["weapons"]),
            weekday=chance.choice(words["weekdays"]),
            day=chance.randrange(1, 28),
            month=words["months"][month],
            count=chance.randrange(3, 60),
        )
        sentences.append(sentence[0].upper() + sentence[1:])
    return " ".join(sentences) + "\n"


def write(folder: Path, count: int, joined: int = 1) -> None:
    """So many files in a folder, each of as many reports one after the other as are to be joined."""
    for number in range(count):
        first, *others = (report(number * joined + offset) for offset in range(joined))
        text = "\n".join([first, *(other.split(" ", 3)[3] for other in others)])
        (folder / f"report-{number:06}.txt").write_text(text, encoding="utf-8")


@cache
def _words() -> dict[str, list[str]]:
    with Path(__file__).with_suffix(".toml").open("rb") as stream:
        table = tomllib.load(stream)
    return {key: value.split() if isinstance(value, str) else value for key, value in table.items()}
