"""What ``kg build`` and ``kg remove`` share: from readings to the files that are asked for, and what is told of it."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cli import output
from kg.cli.failing import say
from kg.cli.settled import Settled
from kg.cli.texts import Texts
from kg.cli.wording import counted
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.archive import Engine, Recipe
    from kg.cli.progress import Progress
    from kg.documents import Found, Settings
    from kg.model import Reading
    from kg.rdf import Provenance


@dataclass(frozen=True, slots=True)
class Target:
    """Where a build goes and what it takes into account beside the documents."""

    to: str
    form: str
    base: str | None = None
    texts: str | None = None
    corrections: str | None = None
    judgements: str | None = None
    knowledge: str | None = None
    model: str | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """What is written, but for standard output."""
        named = (self.to, self.texts, self.judgements)
        return tuple(name for name in named if name not in (None, output.STDOUT) and name is not None)

    def absolute(self) -> Target:
        """The same files, whatever folder one is in."""

        def place(name: str | None) -> str | None:
            return name if name in (None, output.STDOUT) or name is None else str(Path(name).resolve())

        return replace(
            self,
            to=place(self.to) or self.to,
            texts=place(self.texts),
            corrections=place(self.corrections),
            judgements=place(self.judgements),
            knowledge=place(self.knowledge),
        )

    def description(self, keys: Iterable[str]) -> str:
        """Names what a build is made from: the same only where it would give the same files again."""
        from kg.archive import fingerprint

        rules = fingerprint.building(_path(self.knowledge))
        hasher = hashlib.sha256(json.dumps([asdict(self.absolute()), rules]).encode())
        for key in keys:
            hasher.update(key.encode() + b"\n")
        hasher.update(_digest(self.corrections).encode())
        return hasher.hexdigest()


@dataclass(slots=True)
class Summary:
    """What came of a build; ``seconds`` by stage."""

    figures: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    unchanged: bool = False
    started: float = field(default_factory=time.monotonic)

    def lap(self, stage: str) -> None:
        """The stage has ended."""
        self.seconds[stage] = time.monotonic() - self.started - sum(self.seconds.values())

    def timed(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """The same readings; the time that they take counts as reading."""
        source = iter(readings)
        while True:
            started = time.monotonic()
            try:
                reading = next(source)
            except StopIteration:
                return
            finally:
                spent = time.monotonic() - started
                self.seconds["reading"] = self.seconds.get("reading", 0.0) + spent
            yield reading

    def as_json(self, to: str) -> str:
        """For other programs."""
        seconds = {stage: round(spent, 3) for stage, spent in self.seconds.items()}
        whole = round(time.monotonic() - self.started, 3)
        found = {**self.figures, "unchanged": self.unchanged, "seconds": {**seconds, "all": whole}, "graph": to}
        return json.dumps(found, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Task:
    """One build: what is read, how, and where it goes. ``copy`` is a file for what goes to standard output, too."""

    found: list[Found]
    settings: Settings
    engine: Engine
    recipe: Recipe
    target: Target
    add: bool = False
    copy: Path | None = None

    def alone(self, progress: Progress, summary: Summary) -> None:
        """Reads everything and remembers nothing."""
        from kg.archive import fingerprint, prepare, stream

        recipe = self.recipe
        if self.engine.here:
            prepare(recipe)
        else:
            # So that a worker which would read otherwise refuses.
            recipe = replace(recipe, fingerprint=fingerprint.reading(recipe.model, recipe.knowledge))
        readings = stream(self.found, self.settings, self.engine, recipe, progress)
        finish(readings, self.target, summary, progress.summary, self.copy)
        summary.figures |= {"left out": progress.left_out}

    def into(self, work: Path, progress: Progress, summary: Summary) -> None:
        """Reads what is new and remembers it; writes nothing if nothing has changed since the last build."""
        from kg.archive import WorkDirectory, collect, fingerprint

        recipe = replace(self.recipe, fingerprint=fingerprint.reading(self.recipe.model, self.recipe.knowledge))
        with WorkDirectory.opened(work) as directory:
            collected = collect(self.found, self.settings, self.engine, recipe, directory, progress)
            if self.add:
                collected.built = directory.built() | collected.built
            summary.lap("reading")
            keys = collected.keys()
            summary.figures |= {
                "documents": len(keys),
                "read anew": collected.anew,
                "left out": progress.left_out,
                "withdrawn": collected.withdrawn,
            }
            state = directory.state()
            description = self.target.description(keys)
            if unchanged(state, description, self.target):
                summary.unchanged = True
                summary.figures = {**state["figures"], **summary.figures}
                return
            finish(directory.readings(keys), self.target, summary, progress.summary, self.copy)
            inputs = None if self.add else collected.inputs
            directory.complete(collected.built, inputs, state_of(description, self.target, summary))


def finish(
    readings: Iterable[Reading],
    target: Target,
    summary: Summary,
    told: Callable[[], str],
    copy: Path | None = None,
) -> None:
    """Resolve, write; ``copy`` gets the bytes of the graph, too.

    Raises:
        UsageError: there is nothing to write, or a file of decisions cannot be used.
        OutputError: a file cannot be written.
    """
    import kg.build as stages
    from kg.resolve import resolution

    settled = Settled(_path(target.corrections), _path(target.judgements))
    texts = Texts() if target.texts is not None else None
    timed = summary.timed(readings)
    result = resolution(
        texts.watch(timed) if texts else timed,
        settled.corrections,
        settled.memory,
        explained=target.judgements is not None,
    )
    summary.lap("resolving")
    graph = result.graph
    if not graph.documents:
        raise UsageError(f"nothing to build from: {told()}")
    pieces = stages.serialized(graph, target.form, target.base, _made(target))
    output.write_pieces(target.to, pieces if copy is None else _copied(pieces, copy))
    if texts is not None and target.texts is not None:
        output.write_pieces(target.texts, texts.lines())
    settled.keep(result)
    summary.lap("writing")
    summary.figures |= {
        "documents": len(graph.documents),
        "events": len(graph.events),
        "entities": len(graph.entities),
        "claims": len(graph.claims),
    }


def unchanged(state: dict[str, Any], description: str, target: Target) -> bool:
    """Whether the last build was made from the same and its files are still as it left them."""
    if target.to == output.STDOUT or state.get("description") != description:
        return False
    return state.get("files") == {name: _digest(name) for name in target.absolute().files}


def state_of(description: str, target: Target, summary: Summary) -> dict[str, Any]:
    """What describes a build that has just ended."""
    place = target.absolute()
    return {
        "description": description,
        "files": {name: _digest(name) for name in place.files},
        "target": asdict(place),
        "figures": summary.figures,
    }


def tell(summary: Summary, read: str, to: str) -> None:
    """The summary in a line."""
    where = "graph on stdout" if to == output.STDOUT else to
    figures = summary.figures
    what = ", ".join(
        counted(figures[plural], noun)
        for plural, noun in (("events", "event"), ("entities", "entity"), ("claims", "claim"))
        if plural in figures
    )
    how = "nothing has changed" if summary.unchanged else what
    say(f"kg: {read}; {how}; {time.monotonic() - summary.started:.1f} s; {where}")


def _copied(pieces: Iterable[bytes], to: Path) -> Iterator[bytes]:
    with to.open("wb") as stream:
        for piece in pieces:
            stream.write(piece)
            yield piece


def _digest(name: str | None) -> str:
    if name is None or not Path(name).is_file():
        return ""
    with Path(name).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _made(target: Target) -> Provenance:
    import kg.build as stages

    return stages.provenance(target.model, _path(target.knowledge))


def _path(name: str | None) -> Path | None:
    return Path(name) if name is not None else None
