"""Prints how well events are told apart on the cases of ``event_pairs.txt``, and the mistakes.

Run it from the checkout: ``python -m tests.resolve.event_pairs``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model import ClaimKind, PlacePrecision, Predicate, Reading, Stage
from kg.resolve import judgements, resolve
from tests.resolve.factory import OCCURRED, Role, Story, by, hit, killed, seized, when, where

CASES = Path(__file__).with_name("event_pairs.txt")
_COUNTRIES = {"Sylvania": "SL"}


@dataclass(frozen=True)
class Case:
    """Two documents and whether their first events are one."""

    same: bool
    title: str
    one: Reading
    other: Reading


def cases() -> Iterator[Case]:
    """The cases of the file."""
    for block in CASES.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if len(lines) == 3:
            verdict, title = lines[0].split(": ", 1)
            yield Case(verdict == "same", title, _reading("one", lines[1]), _reading("other", lines[2]))


def _reading(name: str, line: str) -> Reading:
    story = Story(name, text=f"{name}: {line}")
    for event in line.split(": ", 1)[1].split(" // "):
        _tell(story, event)
    return story.reading()


def _tell(story: Story, line: str) -> None:
    kind, *facts = line.split("; ")
    roles: list[Role] = [OCCURRED]
    stage, denied = Stage.ACCOMPLISHED, False
    disowning: Role | None = None
    days: list[str] = []
    for fact in facts:
        what, _, value = fact.partition(" ")
        if what == "stage":
            stage = Stage(value)
        elif what == "issued":
            story.issued = value
        elif what == "day" and value.startswith("--"):
            days.append(value)
        elif what == "denied":
            denied = True
        elif what == "disowned":
            disowning = _by(story, value)
        else:
            roles.append(_ROLES[what](story, value))
    event = story.event(kind, stage=stage, days=tuple(days))
    story.says(event, *roles)
    if denied:
        deaths = [role for role in roles if role[0] is Predicate.FATAL_VICTIM]
        story.says(event, *deaths, by=story.group("the other side"), kind=ClaimKind.DENIAL)
    if disowning is not None:
        story.says(event, disowning, by=story.group("the other side"), kind=ClaimKind.DENIAL)


def _when(story: Story, value: str) -> Role:
    return when(value.removeprefix("~"), inferred=value.startswith("~"))


def _place(story: Story, value: str) -> str:
    value, _, container = value.partition("+")
    value, _, point = value.partition("#")
    name, _, country = value.partition("@")
    if name in _COUNTRIES:
        return story.country(name, country)
    at = tuple(float(number) for number in point.split(",")) if point else None
    within = (_place(story, container),) if container else ()
    precision = PlacePrecision.EXACT if country else PlacePrecision.SEA_AIR
    return story.place(
        name,
        country=country or None,
        within=within,
        precision=precision,
        at=(at[0], at[1]) if at else None,
    )


def _by(story: Story, value: str) -> Role:
    return by(story.group(value.removeprefix("@"), actor=value.removeprefix("@")))


def _people(predicate: Predicate) -> Callable[[Story, str], Role]:
    def role(story: Story, value: str) -> Role:
        number, _, words = value.partition(" ")
        return predicate, story.people(f"{number} {words}", int(number))

    return role


def _target(story: Story, value: str) -> Role:
    named = value.istitle() and value.count(" ") == 1
    return hit(story.person(value) if named else story.thing(value))


_ROLES: dict[str, Callable[[Story, str], Role]] = {
    "day": _when,
    "at": lambda story, value: where(_place(story, value)),
    "by": _by,
    "dead": lambda story, value: killed(story.person(value)),
    "taken": lambda story, value: seized(story.person(value)),
    "killed": _people(Predicate.FATAL_VICTIM),
    "hurt": _people(Predicate.INJURED_VICTIM),
    "target": _target,
    "lost": lambda story, value: (Predicate.MATERIAL_LOSS, story.thing(value)),
}


def merged(case: Case) -> bool:
    """Whether resolution takes the first events of both documents for one."""
    graph = resolve([case.one, case.other])
    first = {
        reading.document.id: {c.span for c in reading.claims if c.statements[0].subject == "event0"}
        for reading in (case.one, case.other)
    }
    subjects = [
        {claim.statements[0].subject for claim in graph.claims if claim.document == name and claim.span in spans}
        for name, spans in first.items()
    ]
    return bool(subjects[0] & subjects[1])


def main() -> None:
    """Prints the figures and the mistakes."""
    every = list(cases())
    judged = [(case, merged(case)) for case in every]
    wrong = [case for case, same in judged if same != case.same]
    print(f"{len(every)} cases, {len(wrong)} wrong")
    for case in wrong:
        print(f"should be {'same' if case.same else 'different'}: {case.title}")
        for found in judgements([case.one, case.other]):
            if found.left.key.startswith("event"):
                print(f"    {found.verdict} {found.score} {'; '.join(found.reasons)}")


if __name__ == "__main__":
    main()
