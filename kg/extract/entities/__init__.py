"""Who and what a document speaks of: mentions, joined into entities, with what the text says of them in
passing.
"""

from kg.extract.entities.entities import Entities

__all__ = ["Entities"]
