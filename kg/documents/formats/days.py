"""Publication days as machines write them: ISO 8601, the dates of e-mails and feeds, and the written forms."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from kg.documents.dates import date_at

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=$|[T\s])")


def day_of(value: object) -> date | None:
    """The day that a field gives; None where it gives none or one that reads two ways (``04/05/2019``).

    A moment counts on the day that it has where it was written; numbers are seconds or milliseconds since 1970 (UTC).
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _since_1970(value)
    text = str(value).strip()[:100]
    iso = _ISO.match(text)
    if iso:
        try:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            return None
    written = date_at(text, 0)
    if written:
        return written.day
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _since_1970(value: float) -> date | None:
    seconds = value / 1000 if abs(value) > 1e11 else value
    if not 1e8 < seconds < 1e10:
        return None
    return datetime.fromtimestamp(seconds, UTC).date()
