"""Signs that set words apart: dashes, quotation marks, what stands between the words told and who tells them."""

from __future__ import annotations

DASHES = frozenset({"-", "–", "—", "--"})
QUOTES = frozenset({'"', "“", "”", "``", "''"})
#: What is done for another deed: "in reprisal for the murder of X".
IN_RETURN = frozenset({"retaliation", "revenge", "reprisal", "response", "vengeance"})
#: "Nine died, police said", "“Nine died” police said": what ends what is told.
AFTER_TOLD = frozenset({",", "”", '"', "''"})
#: What somebody has said or counted: "a figure that the army disputes".
ACCOUNTS = frozenset(
    {
        "account",
        "accusation",
        "allegation",
        "assertion",
        "charge",
        "claim",
        "conclusion",
        "count",
        "estimate",
        "figure",
        "finding",
        "number",
        "report",
        "rumor",
        "rumour",
        "statement",
        "story",
        "suggestion",
        "toll",
        "version",
    }
)
