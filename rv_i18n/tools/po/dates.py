"""Reads the dates of headers, as gettext and the platforms of translators write them."""

from __future__ import annotations

import re
from datetime import datetime, timezone

_DATE = re.compile(
    r"(\d{4}-\d\d-\d\d)[ T]+(\d\d:\d\d)(:\d\d)?(?:\.\d+)? *(?:Z|UTC|GMT|([+-]\d\d):?(\d\d))?",
    re.ASCII,
)


def date_of(value: str) -> datetime | None:
    """Return the date of a header field, or ``None`` for what is no date.

    gettext writes ``2027-01-31 23:59+0900``. Crowdin leaves out the zone, which then counts as UTC,
    and Pontoon adds seconds.

    >>> one, other = date_of("2027-01-31 23:59+0900"), date_of("2027-01-31 23:59:01+0900")
    >>> one < other < date_of("2027-01-31 23:59"), date_of("2027-02-31 23:59+0000")
    (True, None)
    """
    match = _DATE.fullmatch(value)
    if not match:
        return None
    day, time, seconds, hours, minutes = match.groups()
    zone = f"{hours}{minutes}" if hours else "+0000"
    try:
        return datetime.strptime(f"{day} {time}{seconds or ':00'}{zone}", "%Y-%m-%d %H:%M:%S%z")
    except ValueError:
        return None


EARLIEST = datetime.min.replace(tzinfo=timezone.utc)
"""Before every date that a header may have."""
