"""A date as far as it is told (year, quarter, month, day), and the days that it covers."""

import calendar
from dataclasses import dataclass, replace
from datetime import date

FIRST_YEAR, LAST_YEAR = 1900, 2100
# POSIX: two-digit years up to 68 are of this century.
_CENTURY_FROM = 69


@dataclass(frozen=True, slots=True)
class Partial:
    """What a text says of one date; None where it is silent. months: 3 of a quarter, 6 of a half year, else 1."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: int = 1

    @property
    def precision(self) -> str:
        if self.month is None:
            return "year"
        if self.day is not None:
            return "day"
        return {1: "month", 3: "quarter"}.get(self.months, "span")

    def first(self) -> date | None:
        """The first day; None when there is no year, or no such day."""
        try:
            return date(self.year, self.month or 1, self.day or 1) if self.year else None
        except ValueError:
            return None

    def last(self) -> date | None:
        first = self.first()
        if first is None or self.day is not None:
            return first
        end = 12 if self.month is None else self.month + self.months - 1
        return date(first.year, end, calendar.monthrange(first.year, end)[1])

    def coarser(self) -> "Partial":
        """The next unit up: a day becomes its month, a month its year."""
        return replace(self, day=None) if self.day is not None else replace(self, month=None, months=1)

    def filled_from(self, other: "Partial") -> "Partial":
        """This one with the year (and, for a bare day, the month) of the other end of its span."""
        month = self.month if self.month is not None or self.day is None else other.month
        return replace(self, year=self.year or other.year, month=month)


def full_year(digits: str) -> int | None:
    """1900..2100 as it stands; two digits by the POSIX rule; else None."""
    if len(digits) not in (2, 4):
        return None
    number = int(digits)
    if len(digits) == 2:
        return number + (1900 if number >= _CENTURY_FROM else 2000)
    return number if FIRST_YEAR <= number <= LAST_YEAR else None


def from_numbers(digits: list[str], order: str) -> Partial | None:
    """2 or 3 numbers side by side: year first, or year last with day and month in `order` (dmy or mdy)."""
    if len(digits) == 1:
        return _one_number(digits[0])
    year_first, year_last = full_year(digits[0]), full_year(digits[-1])
    if len(digits[0]) == 4 and year_first:
        return _checked(year_first, int(digits[1]), int(digits[2]) if len(digits) == 3 else 0)
    if len(digits) == 2:
        if len(digits[1]) == 4 and year_last:
            return _checked(year_last, int(digits[0]), 0)
        return None
    if max(len(digits[0]), len(digits[1])) > 2 or year_last is None:
        return None
    day, month = (int(digits[0]), int(digits[1])) if order == "dmy" else (int(digits[1]), int(digits[0]))
    return _checked(year_last, month, day)


def _one_number(digits: str) -> Partial | None:
    if len(digits) == 4:
        year = full_year(digits)
        return Partial(year) if year else None
    if len(digits) in (6, 8) and FIRST_YEAR <= int(digits[:4]) <= LAST_YEAR:
        return _checked(int(digits[:4]), int(digits[4:6]), int(digits[6:] or 0))
    return None


def _checked(year: int, month: int, day: int) -> Partial | None:
    """A day 0 or month 0 stands for unknown; any other impossible day gives None."""
    if month == 0:
        return Partial(year) if day == 0 else None
    if not 1 <= month <= 12 or day > calendar.monthrange(year, month)[1]:
        return None
    return Partial(year, month, day or None)


def day_and_month(digits: list[str], order: str) -> Partial | None:
    """ "07.04" without a year, as the first end of a span has it."""
    if len(digits) != 2 or max(map(len, digits)) > 2:
        return None
    day, month = map(int, digits if order == "dmy" else reversed(digits))
    return Partial(None, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
