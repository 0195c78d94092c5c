"""Why the graph says what it says, and why a report gave nothing: explanations as records.

``Explainer`` and ``explain`` start from a graph: an event, a statement, or somebody who plays a part, down to the words
that claims were read from and the steps up to the verdict. ``why_not`` starts from a report: what was seen in each
sentence, and why it made no event.
"""

from kg.why.explaining import Explainer
from kg.why.records import ClaimReason, Explanation, Mark, StatementReason, Words
from kg.why.rendering import as_json, as_text
from kg.why.silence import Accounting, ReportAccount, accounting, silence_as_records, silence_as_text, why_not
from kg.why.targets import explain

__all__ = [
    "Accounting",
    "ClaimReason",
    "Explainer",
    "Explanation",
    "Mark",
    "ReportAccount",
    "StatementReason",
    "Words",
    "accounting",
    "as_json",
    "as_text",
    "explain",
    "silence_as_records",
    "silence_as_text",
    "why_not",
]
