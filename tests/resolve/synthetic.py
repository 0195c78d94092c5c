"""Many small made-up reports, and how much time and memory resolution takes for them.

Run it from the checkout: ``python -m tests.resolve.synthetic 1000 10000 100000`` for so many mentions of people,
groups, places and events. One report in ten tells of one of three events that everybody writes about.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from kg.model import Predicate, Reading
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Story, by, hit, killed, toll, when, where

_GIVEN = (
    "Karim",
    "Samir",
    "Pavel",
    "Dmitri",
    "Yusuf",
    "Hasan",
    "Musa",
    "Carlos",
    "Luis",
    "Omar",
    "Tariq",
    "Ivan",
)
_BEGIN = (
    "Bar",
    "Kor",
    "Tal",
    "Mar",
    "Zan",
    "Vel",
    "Dor",
    "Ras",
    "Hak",
    "Lor",
    "Sev",
    "Nam",
    "Pir",
    "Gul",
    "Tem",
)
_END = ("badi", "evich", "mani", "roza", "zada", "enko", "illo", "ani", "ovic", "aye", "ugar", "asli")
_KINDS = ("AirStrike", "DroneStrike", "Bombing", "GunAttack", "Shelling", "ArmedClash")


_FAMOUS = 3


def reports(number: int, seed: int = 7, famous: float = 0.0) -> Iterator[Reading]:
    """So many reports, about three of each event; people, groups and towns come back as they do in news.

    ``famous`` is the share of reports that tell of one of a few events that everybody writes about.
    """
    random = Random(seed)
    events = [_event(random, place) for place in range(max(number // 3, 1))]
    for place in range(number):
        among = _FAMOUS if famous and random.random() < famous else len(events)
        yield _report(random, place, events[random.randrange(min(among, len(events)))])


def _event(random: Random, place: int) -> dict[str, str | int]:
    town = random.choice(_BEGIN) + random.choice(_END) + str(random.randrange(40))
    return {
        "kind": random.choice(_KINDS),
        "day": str(date(2015, 1, 1) + timedelta(days=random.randrange(2000))),
        "town": town,
        "country": f"c{len(town) % 7}",
        "group": f"group-{random.randrange(60)}",
        "target": random.choice(_GIVEN) + " " + random.choice(_BEGIN) + random.choice(_END) + random.choice(_END),
        "dead": random.randrange(1, 60),
        "place": place,
    }


def _report(random: Random, place: int, told: dict[str, str | int]) -> Reading:
    issued = date.fromisoformat(str(told["day"])) + timedelta(days=random.randrange(4))
    words = " ".join(random.choice(_BEGIN) + random.choice(_END) for _ in range(120))
    story = Story(f"report-{place}", str(issued), text=words)
    group = story.group(str(told["group"]), actor=str(told["group"]))
    town = story.place(str(told["town"]), country=str(told["country"]))
    spokesman = story.person(f"{random.choice(_GIVEN)} {random.choice(_BEGIN)}{random.choice(_END)}")
    story.is_(spokesman, Predicate.SPEAKS_FOR, group)
    event = story.event(str(told["kind"]))
    roles = [OCCURRED, by(group), when(str(told["day"])), where(town)]
    if int(told["dead"]) % 3:
        roles += [
            killed(story.people(f"{told['dead']} shoppers", int(told["dead"]))),
            toll(int(told["dead"])),
        ]
    else:
        roles.append(killed(story.person(str(told["target"]))))
    story.says(event, *roles)
    story.says(event, OCCURRED, by(group), by=spokesman)
    other = story.event("ArmedClash")
    story.says(other, OCCURRED, hit(story.people("soldiers at a checkpoint")), where(town))
    return story.reading()


def measure(mentions: int) -> str:
    """What it takes to resolve reports with so many mentions."""
    readings: list[Reading] = []
    told = 0
    for reading in reports(mentions // 8, famous=0.1):
        readings.append(reading)
        told += len(reading.entities) + len(reading.events)
    before = _megabytes()
    start = time.process_time()
    graph = resolve(readings)
    spent = time.process_time() - start
    return (
        f"{told:>7} mentions in {len(readings):>6} reports: {spent:6.1f} s, {spent / told * 1e6:5.0f} µs a mention;"
        f" {_megabytes() - before:5.0f} MB on top of {before:.0f} MB for the readings;"
        f" {len(graph.entities)} entities, {len(graph.events)} events, {len(graph.claims)} claims"
    )


def _megabytes() -> float:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    """Prints a line for each size given, each measured in a process of its own."""
    for size in [int(word) for word in sys.argv[1:]] or [1_000, 10_000]:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            print(pool.apply(measure, (size,)), flush=True)


if __name__ == "__main__":
    main()
