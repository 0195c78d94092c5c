"""Starts a Virtuoso of its own on loopback, where Debian's package is installed, and stops it."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

PROGRAM = "virtuoso-t"

_SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
MaxClientConnections = 10
DirsAllowed = {folder}
CheckpointInterval = 0
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
MaxClientConnections = 10
ServerThreads = 10
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 10000
"""


def is_installed() -> bool:
    """Whether there is a Virtuoso to start."""
    return shutil.which(PROGRAM) is not None


@contextlib.contextmanager
def running(folder: Path) -> Iterator[str]:
    """Address of the server's endpoint for queries, for as long as the block lasts. Name and password are ``dba``."""
    sql, http = _free_port(), _free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(_SETTINGS.format(folder=folder, sql=sql, http=http))
    command = [PROGRAM, "+foreground", "+configfile", str(settings)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            address = f"http://127.0.0.1:{http}/sparql"
            _wait(process, address)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise RuntimeError(f"{PROGRAM} ended with {process.returncode}")
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}?query=ASK%7B%7D", timeout=5):
            return
        time.sleep(0.1)
    raise RuntimeError(f"{PROGRAM} does not answer")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
