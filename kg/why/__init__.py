"""Why the graph says what it says, and why a report gave nothing: explanations as records.

``Explainer`` and ``explain`` start from a graph: an event, a statement, or somebody who plays a part, down to the words
that claims were read from and the steps up to the verdict.
"""

from kg.why.explaining import Explainer
from kg.why.records import ClaimReason, Explanation, Mark, StatementReason, Words
from kg.why.rendering import as_json, as_text
from kg.why.targets import explain

__all__ = [
    "ClaimReason",
    "Explainer",
    "Explanation",
    "Mark",
    "StatementReason",
    "Words",
    "as_json",
    "as_text",
    "explain",
]
