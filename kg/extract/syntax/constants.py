"""Closed lists of what is told apart by identity: relations, slots, positions."""

from __future__ import annotations


class Constant:
    """One member of a closed list. The list is a subclass that names its members by annotations alone.

    ``NAME: ClassVar[List]`` is all there is of each; it is made with the class. No Enum: before Python 3.12 it takes
    five times as long to look up a member of one as an attribute of another class, and every report asks for thousands.
    """

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __init_subclass__(cls) -> None:
        for name in cls.__annotations__:
            setattr(cls, name, cls(name))

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"
