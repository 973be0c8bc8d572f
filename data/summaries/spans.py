"""Spans of days to compare: the last finished months, the same months some years earlier, a period as one writes it."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from data.selection import Selection


class Span(NamedTuple):
    """A stretch of days, both ends included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def span_of(text: str) -> Span | None:
    """ "2023..2024-06" as Selection reads from and to. None where it is empty; BadSelection for days that are none."""
    if not text:
        return None
    start, _, end = text.partition("..")
    asked = Selection.from_query([("from", start), ("to", end)])
    return Span(asked.date_from, asked.date_to) if asked.date_from and asked.date_to else None


def finished(start: date, end: date, final_until: date) -> Span | None:
    """As much of a stretch as is final, to the end of a month where anything of it is left then."""
    if end <= final_until:
        return Span(start, end)
    month_end = final_until if _is_month_end(final_until) else final_until.replace(day=1) - timedelta(days=1)
    last = month_end if month_end >= start else final_until
    return Span(start, last) if last >= start else None


def last_year(final_until: date) -> Span:
    """The last twelve months that are final."""
    end = final_until if _is_month_end(final_until) else final_until.replace(day=1) - timedelta(days=1)
    return Span(years_before(end + timedelta(days=1), 1), end)


def same_span_before(span: Span) -> Span:
    """The same days of the calendar, as many whole years earlier as it takes that the two do not overlap."""
    years = 1
    while years_before(span.end, years, end=True) >= span.start:
        years += 1
    return Span(years_before(span.start, years), years_before(span.end, years, end=True))


def years_before(day: date, years: int, end: bool = False) -> date:
    """The same day of an earlier year; as the `end` of a span, the last day of a month stays the last."""
    year = day.year - years
    last = monthrange(year, day.month)[1]
    return day.replace(year=year, day=last if end and _is_month_end(day) else min(day.day, last))


def _is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
