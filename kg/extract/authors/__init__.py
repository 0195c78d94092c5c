"""Who did it, where that is said apart from the deed: blame, suspicion and arrests, people named by a deed."""

from kg.extract.authors.authors import Authors

__all__ = ["Authors"]
