"""Every error that kg raises on purpose, in one tree.

::

    KgError
    ├── UsageError       the command was called with something that cannot be right
    │   └── QueryError   a question that cannot be asked: bad SPARQL, unknown name, missing parameter
    │       ├── QueryTimeoutError     it takes longer than allowed
    │       └── AnswerTooLargeError   its answer is larger than allowed
    ├── InputError       a document that cannot be read; names the document and the reason
    ├── OutputError      a place that cannot be written
    ├── GraphError       a graph file that is not readable RDF
    ├── StoreError       a store that cannot be opened, reached, read or changed
    ├── ModelError       a language model that is missing or unfit
    └── KnowledgeError   a data file (frames, actors, places, ...) that does not follow its format

Only ``kg.cli`` turns them into exit codes.
"""

from __future__ import annotations


class KgError(Exception):
    """Root of all errors with a message for the user."""


class UsageError(KgError):
    """The command was called with something that cannot be right."""


class QueryError(UsageError):
    """The question cannot be asked: bad SPARQL, an unknown name, a missing parameter."""


class QueryTimeoutError(QueryError):
    """The question takes longer than allowed."""


class AnswerTooLargeError(QueryError):
    """The answer is larger than allowed."""


class InputError(KgError):
    """One document cannot be read; the others are not affected.

    ``name`` is what the user called the document, ``reason`` says why in a few words.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class OutputError(KgError):
    """The output cannot be written."""


class GraphError(KgError):
    """A graph file is not readable RDF."""


class StoreError(KgError):
    """A store cannot be opened, reached, read or changed."""


class ModelError(KgError):
    """The language model is missing or does not give what the extraction needs."""


class KnowledgeError(KgError):
    """A data file (frames, actors, places, ...) does not follow its format."""
