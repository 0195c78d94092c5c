"""Signs and words that several stages look for: dashes, quotation marks, words that stand for what was told."""

from __future__ import annotations

DASHES = frozenset({"-", "–", "—", "--"})
QUOTES = frozenset({'"', "“", "”", "``", "''"})
#: What is done for another deed: "in reprisal for the murder of X".
IN_RETURN = frozenset({"retaliation", "revenge", "reprisal", "response", "vengeance"})
#: "Nine died, police said", "“Nine died” police said": what ends what is told.
AFTER_TOLD = frozenset({",", "”", '"', "''"})
#: Words that stand for what was told before.
THESE = frozenset({"it", "this", "that", "these", "those"})
#: What counts people.
COUNTING = frozenset({"number", "toll", "figure", "count", "total", "tally"})
#: Where the wounded are taken.
HOSPITALS = frozenset({"hospital", "clinic", "infirmary"})
#: What somebody has said or counted: "a figure that the army disputes".
ACCOUNTS = frozenset(
    (
        "account", "accusation", "allegation", "assertion", "charge", "claim", "conclusion", "count",
        "estimate", "figure", "finding", "number", "report", "rumor", "rumour", "statement", "story",
        "suggestion", "toll", "version",
    )
)  # fmt: skip
