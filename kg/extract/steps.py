"""Work in steps, so that several documents go through each step together.

Reading one document runs through more code than the processor's caches hold, and the next would find none of it there.
What many of them do one after the other in the same step finds it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from typing import TypeVar

_Done = TypeVar("_Done")

Steps = Generator[None, None, _Done]
"""Work that stops between its steps and hands back at the end what it has made."""


def finished(work: Steps[_Done]) -> _Done:
    """What work comes to, all its steps in one go."""
    return next(together([work]))


def together(works: Iterable[Steps[_Done]]) -> Iterator[_Done]:
    """What each of several works comes to, in their order; no step begins before all have done the one before.

    All must have as many steps. Each is gone from memory once it has ended.
    """
    waiting = deque(works)
    while waiting:
        work = waiting.popleft()
        try:
            next(work)
        except StopIteration as ended:
            del work
            yield ended.value
        else:
            waiting.append(work)
