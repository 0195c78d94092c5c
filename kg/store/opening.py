"""Opens what the user names: an address on the web, or a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store.base import Store


def is_address(text: str) -> bool:
    """Whether it is an address rather than a path."""
    return "://" in text


def open_place(text: str, graphs: str | None = None, update: str | None = None, read_only: bool = False) -> Store:
    """The store at an address, or in a folder, which is made if it is not there.

    ``graphs`` and ``update`` are a remote store's addresses for named graphs (Graph Store Protocol) and for updates.

    Raises:
        StoreError: there is none, or it is in use.
    """
    if is_address(text):
        from kg.store.http import check_address
        from kg.store.remote import Addresses, Remote

        for address in (graphs, update):
            if address is not None:
                check_address(address)
        return Remote(Addresses(text, graphs, update))
    from kg.store.embedded import Embedded

    return Embedded(Path(text), read_only)
