"""Runs commands in this process, with a reader that needs no language model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import pytest
from typer.testing import CliRunner

from kg.cli import application
from kg.model import (
    Claim,
    ClaimKind,
    Document,
    Entity,
    EntityKind,
    Event,
    Predicate,
    Reading,
    Ref,
    Span,
    Statement,
)

_DEATH = re.compile(r"(?P<name>[A-Z]\w+ [A-Z]\w+) was killed")


class Ran:
    """What a command left: exit code, standard output, standard error."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err


Run = Callable[..., Ran]


class FakeReader:
    """Reads ``X Y was killed`` and nothing else."""

    def read(self, document: Document) -> Reading:
        if "stumbling block" in document.text:
            raise ValueError("stumbled")
        return _reading(document)

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            yield self.read(document)


def _reading(document: Document) -> Reading:
    entities = [Entity("narrator", EntityKind.NARRATOR, name=document.source)]
    events: list[Event] = []
    claims: list[Claim] = []
    for number, match in enumerate(_DEATH.finditer(document.text)):
        victim, event = f"e{number}", f"v{number}"
        span = Span(match.start(), match.end())
        entities.append(Entity(victim, EntityKind.PERSON, name=match["name"], mentions=(Span(*match.span("name")),)))
        events.append(Event(event, ("Killing",), label=match.group(), triggers=(span,)))
        statements = (
            Statement(event, Predicate.OCCURRED, True),
            Statement(event, Predicate.FATAL_VICTIM, Ref(victim)),
        )
        claims.append(Claim(f"c{number}", ClaimKind.ASSERTION, "narrator", statements, document.id, span, rule="fake"))
    return Reading(document, tuple(entities), tuple(events), tuple(claims))


def invoke(*arguments: object, stdin: str | bytes | None = None) -> Ran:
    """Run ``kg`` with arguments; whatever is built is checked against the shapes, too."""
    told = [str(argument) for argument in arguments]
    if told[:1] == ["build"] and not {"--help", "--validate"} & set(told):
        told.append("--validate")
    result = CliRunner().invoke(application(), told, input=stdin)
    return Ran(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def run() -> Run:
    """Runs ``kg`` with arguments and gives what it left."""
    return invoke


@pytest.fixture
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds take the fake reader instead of the language model and the extraction."""
    monkeypatch.setattr("kg.build.reader", lambda model=None, threads=1: FakeReader())
