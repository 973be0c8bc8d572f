"""Picks: the parameters of an address that narrow a page to the records behind one number or one mark."""

from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import urlencode

from data.selection import Selection


# Encoding costs 60 microseconds, and every selection has the same months.
@lru_cache(maxsize=16_384)
def pick(*parts: tuple[str, str]) -> str:
    """ "district=AZ-AGM&outcome=killed" from (name, value)."""
    return urlencode([(name, value) for name, value in parts if value])


def period_parts(start: date, end: date, selection: Selection) -> list[tuple[str, str]]:
    """from and to of a stretch of days, as far as it lies within the selection's own period; as short as is exact."""
    return list(_stretch(max(start, selection.date_from or start), min(end, selection.date_to or end)))


@lru_cache(maxsize=16_384)
def _stretch(start: date, end: date) -> tuple[tuple[str, str], ...]:
    first_of_month, last_of_month = start.day == 1, (end + timedelta(days=1)).day == 1
    if first_of_month and last_of_month and (start.month, end.month) == (1, 12):
        return ("from", str(start.year)), ("to", str(end.year))
    if first_of_month and last_of_month:
        return ("from", f"{start:%Y-%m}"), ("to", f"{end:%Y-%m}")
    return ("from", start.isoformat()), ("to", end.isoformat())
