"""Closed lists of texts: ``enum.StrEnum``, or what kg uses of it on Python 3.11, where that is slow.

Before Python 3.12 a member of an Enum is looked up by a function in Python, which takes five times as long as an
attribute of any other class, and a report asks for thousands: a fiftieth of extraction, a tenth of resolution. Type
checkers see the Enum on every version. Drop this module with Python 3.11.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

__all__ = ["StrEnum"]

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from enum import StrEnum
else:

    class _List(type):
        """The class of a list: ``NAME = "text"`` in its body is a member; it is asked for members by their text."""

        def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _List:
            texts = {key: text for key, text in body.items() if isinstance(text, str) and not key.startswith("_")}
            made = super().__new__(mcs, name, bases, {key: body[key] for key in body if key not in texts})
            made._members = {}
            for key, text in texts.items():
                member = made._members[text] = str.__new__(made, text)
                member.name, member.value = key, text
                setattr(made, key, member)
            return made

        def __call__(cls, text: str) -> Any:
            if text in cls._members:
                return cls._members[text]
            raise ValueError(f"{text!r} is not a valid {cls.__qualname__}")

        def __iter__(cls) -> Iterator[Any]:
            return iter(cls._members.values())

        def __len__(cls) -> int:
            return len(cls._members)

    class StrEnum(str, metaclass=_List):
        """A member of a closed list: its text, with the name that it has in the list."""

        __slots__ = ("name", "value")

        def __repr__(self) -> str:
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

        def __reduce__(self) -> tuple[type, tuple[str]]:
            return type(self), (self.value,)
