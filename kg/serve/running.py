"""Opens what is to be served and runs the server until it is told to stop."""

from __future__ import annotations

import contextlib
import socket
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from kg.errors import UsageError
from kg.rdf.reading import make_store
from kg.serve.app import application
from kg.serve.writing import Writer
from kg.store.answers import Limits
from kg.store.embedded import Embedded
from kg.store.pool import Pool

__all__ = ["Writer", "application", "pool", "run"]


@contextlib.contextmanager
def pool(paths: Sequence[Path], workers: int, limits: Limits, writable: bool = False) -> Iterator[Pool]:
    """Workers over a store folder, or over graph files, of which a store is made for the time being.

    A store that may be changed is one folder, made if it is not there.

    Raises:
        GraphError: a file cannot be read.
        StoreError: the folder holds no store.
        UsageError: folders and files are mixed, or there are several folders.
    """
    if writable and (len(paths) > 1 or paths[0].is_file()):
        raise UsageError("only a store folder can be changed, not graph files")
    with contextlib.ExitStack() as stack:
        folder = paths[0]
        if writable:
            # Makes the store, or says why it cannot.
            Embedded(folder).close()
        elif len(paths) > 1 or not folder.is_dir():
            if any(path.is_dir() for path in paths):
                raise UsageError("one store folder, or graph files")
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kg-serve-")))
            make_store(folder, paths)
        found = Pool(folder, workers, limits, writable)
        stack.callback(found.close)
        yield found


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
