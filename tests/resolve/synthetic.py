"""Many small made-up reports, and how long resolution takes for them.

Run it from the checkout: ``python -m tests.resolve.synthetic 1000 10000``.
"""

from __future__ import annotations

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


def reports(number: int, seed: int = 7) -> Iterator[Reading]:
    """So many reports, about three of each event; people, groups and towns come back as they do in news."""
    random = Random(seed)
    events = [_event(random, place) for place in range(max(number // 3, 1))]
    for place in range(number):
        yield _report(random, place, events[random.randrange(len(events))])


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


def main() -> None:
    """Prints the processor seconds for each size given."""
    for size in [int(word) for word in sys.argv[1:]] or [1000, 5000]:
        readings = list(reports(size))
        start = time.process_time()
        graph = resolve(readings)
        spent = time.process_time() - start
        print(
            f"{size} reports: {spent:.1f} s, {spent / size * 1000:.2f} ms a report, {len(graph.entities)}"
            f" entities, {len(graph.events)} events, {len(graph.claims)} claims"
        )


if __name__ == "__main__":
    main()
