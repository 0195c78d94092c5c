"""Notices that what is served has changed on disk, and has it read anew."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable

from kg.errors import KgError

READING = "The graph has changed on disk and is being read; these pages show it as it was before."

UNREADABLE = "The graph has changed on disk and cannot be read; these pages show it as it was before."


class Follower:
    """Looks at the state of files every now and then; one that has changed and come to rest is read anew.

    ``state`` tells one state from the next (``kg.files.state_of``), ``read`` is the one that was read at the start.
    ``renew`` reads what is there now, and ``tell`` hears what visitors should know: that it is being read, why it
    cannot be, or nothing any more.
    """

    def __init__(
        self, state: Callable[[], str], read: str, renew: Callable[[], None], tell: Callable[[str], None]
    ) -> None:
        self._state = state
        self._renew = renew
        self._tell = tell
        self._read = self._seen = read
        self._over = threading.Event()

    def look(self) -> None:
        """Look once. What changes between two looks is still being written, and waits."""
        now = self._state()
        rests, self._seen = now == self._seen, now
        if now == self._read or not rests:
            return
        self._read = now
        self._tell(READING)
        try:
            self._renew()
        except Exception as error:
            self._tell(
                f"The graph has changed on disk and cannot be read; these pages show it as it was before. {error}"
            )
            if not isinstance(error, KgError):
                # Whoever runs the server can report it; the server goes on with what it has.
                traceback.print_exc()
        else:
            self._tell("")

    def start(self, seconds: float = 1.0) -> None:
        """Look so often from now on, beside everything else."""

        def watch() -> None:
            while not self._over.wait(seconds):
                self.look()

        threading.Thread(target=watch, name="kg-follower", daemon=True).start()

    def close(self) -> None:
        """Look no more."""
        self._over.set()
