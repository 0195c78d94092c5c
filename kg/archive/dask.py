"""A Dask cluster as an executor.

Not ``Client.get_executor()``: its futures wait for ever where a result is lost with its worker while it is fetched.
Here whoever asks for a result fetches it, and the scheduler has it made again until it comes.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, ParamSpec, TypeVar

from kg.errors import UsageError

P = ParamSpec("P")
T = TypeVar("T")

_PATIENCE = 60.0
_DESERTED = 10


def connect(address: str, timeout: str = "15s") -> Any:
    """A client of the scheduler at an address.

    Raises:
        UsageError: Dask is not installed, or there is no scheduler.
    """
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("--engine: Dask is not installed: pip install 'kg[dask]'") from None
    try:
        return Client(address, timeout=timeout, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UsageError(f"--engine: no Dask scheduler at {address}: {error}") from None


class Cluster(Executor):
    """Hands work to the workers of a scheduler; a task whose worker dies goes to another one, ``tries`` times."""

    def __init__(self, address: str, tries: int) -> None:
        self._client = connect(address)
        self._tries = tries

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """What will be the result."""
        return _Fetched(self._client, self._client.submit(fn, *args, pure=False, retries=self._tries, **kwargs))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster; it forgets what nobody asks for any more."""
        self._client.close()


class _Fetched(Future[T]):
    """A result that is fetched when it is asked for."""

    def __init__(self, client: Any, remote: Any) -> None:
        super().__init__()
        self._client = client
        self._remote = remote

    def result(self, timeout: float | None = None) -> T:
        """The result, however long it takes, as long as there are workers.

        Raises:
            UsageError: the cluster has had no workers for minutes.
        """
        deserted = 0
        while True:
            try:
                found: T = self._remote.result(timeout=timeout or _PATIENCE)
                return found
            except TimeoutError:
                if timeout is not None:
                    raise
                deserted = 0 if self._client.scheduler_info()["workers"] else deserted + 1
                if deserted >= _DESERTED:
                    raise UsageError("--engine: the cluster has no workers") from None
