"""Opens what is to be served, opens it anew when it has changed, and runs the server until it is told to stop."""

from __future__ import annotations

import contextlib
import shutil
import socket
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from kg.errors import GraphError, StoreError, UsageError
from kg.rdf.reading import check_files, make_store
from kg.serve.app import application
from kg.serve.writing import Writer
from kg.store.answers import Answer, Change, Limits, Question
from kg.store.base import LOADING
from kg.store.embedded import Embedded
from kg.store.pool import Pool

__all__ = ["Workers", "Writer", "application", "run", "workers"]


IN_MEMORY = 60_000_000
"""Bytes of graph files up to which each worker holds them in memory, which takes about ten times as much."""

_LOADING = f"ASK {{ GRAPH <{LOADING}> {{ ?s ?p ?o }} }}"


class Workers:
    """Workers over a store folder, or over graph files as they are now.

    Of files a copy is kept that the workers read into memory; of large ones a store on disk is made for the time being.
    A store that may be changed is one folder, made if it is not there. With ``later`` the workers start beside
    everything else: see ``Pool``.

    Raises:
        GraphError: a file cannot be read.
        StoreError: the folder holds no store.
        UsageError: folders and files are mixed, or there are several folders.
    """

    def __init__(
        self, paths: Sequence[Path], workers: int, limits: Limits, writable: bool = False, later: bool = False
    ) -> None:
        if writable and (len(paths) > 1 or paths[0].is_file()):
            raise UsageError("only a store folder can be changed, not graph files")
        self._paths = paths
        self._number = workers
        self._limits = limits
        self._writable = writable
        if writable:
            # Makes the store, or says why it cannot.
            Embedded(paths[0]).close()
        elif any(path.is_dir() for path in paths) and len(paths) > 1:
            raise UsageError("one store folder, or graph files")
        self._pool, self._made = self._open(later)

    def _open(self, later: bool = False) -> tuple[Pool, tempfile.TemporaryDirectory[str] | None]:
        folder = self._paths[0]
        if self._writable or folder.is_dir():
            return self._start(folder), None
        made = tempfile.TemporaryDirectory(prefix="kg-serve-")
        try:
            check_files(self._paths)
            if sum(path.stat().st_size for path in self._paths) > IN_MEMORY:
                make_store(Path(made.name), self._paths)
                return self._start(Path(made.name)), made
            # A copy: a worker that is replaced later on must read what the others have read.
            copies = [Path(made.name) / f"{n}{path.suffix}" for n, path in enumerate(self._paths)]
            for path, copy in zip(self._paths, copies, strict=True):
                shutil.copyfile(path, copy)
            return self._start(copies, later), made
        except GraphError as error:
            made.cleanup()
            named = str(error)
            for n, path in enumerate(self._paths):
                named = named.replace(str(Path(made.name) / f"{n}{path.suffix}"), str(path))
            raise GraphError(named) from error
        except BaseException:
            made.cleanup()
            raise

    def _start(self, source: Path | Sequence[Path], later: bool = False) -> Pool:
        return Pool(source, self._number, self._limits, self._writable, later)

    def renew(self) -> None:
        """Answer from what the files or the folder hold now; what was asked before is answered first.

        A store that may be changed is changed through the workers themselves, which need no renewal.

        Raises:
            KgError: as at the start; then the workers go on with what they have.
        """
        if self._writable:
            return
        new, made = self._open()
        if b"true" in new.ask(Question(_LOADING)).data:
            new.close()
            raise StoreError("A load into it is under way, or broke off.")
        (self._pool, self._made), (old, unneeded) = (new, made), (self._pool, self._made)
        old.retire()
        if unneeded is not None:
            unneeded.cleanup()

    def ask(self, question: Question) -> Answer:
        """The answer, within the limits: see ``Pool.ask``."""
        while True:
            pool = self._pool
            try:
                return pool.ask(question)
            except StoreError:
                # The pool was renewed while the question waited for it.
                if pool is self._pool:
                    raise

    def change(self, wanted: Change) -> bool:
        """Do something to the store: see ``Pool.change``."""
        return self._pool.change(wanted)

    def close(self) -> None:
        """End all workers."""
        self._pool.close()
        if self._made is not None:
            self._made.cleanup()


def workers(
    paths: Sequence[Path], number: int, limits: Limits, writable: bool = False, later: bool = False
) -> closing[Workers]:
    """Workers for as long as a block lasts: see ``Workers``."""
    return closing(Workers(paths, number, limits, writable, later))


def run(app: ASGIApp, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM; ``ready`` hears the address once there is somebody to answer.

    Raises:
        UsageError: nobody can listen there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise UsageError(f"cannot listen on {host}:{port}: {error.strerror or error}") from error
        listener.listen(128)
        shown = f"[{host}]" if ":" in host else host
        ready(f"http://{shown}:{listener.getsockname()[1]}/")
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])
