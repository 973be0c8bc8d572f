"""A plain number in a column of dates: a year, digits of a date run together, or a spreadsheet's day count."""

from datetime import date, timedelta

from data.intake.cells.date_parts import FIRST_YEAR, LAST_YEAR, from_numbers
from data.intake.cells.date_text import NOT_A_DATE, Reading

# Day counts of 1927-05-18 to 2105-05-05; smaller and larger numbers in a date column are something else.
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 75_000
# Spreadsheets count 1900 as a leap year, so from March 1900 on day 0 is 30 December 1899.
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)


def read_number(number: float, epoch_1904: bool = False) -> Reading:
    """2021 and 2021.0 are a year, 202103 a month, 20210314 a day, 44269 (and 44269.5) the day of that count."""
    if number != number or number < 0:
        return NOT_A_DATE
    whole = int(number)
    if number == whole and (FIRST_YEAR <= whole <= LAST_YEAR or whole > _LAST_SERIAL):
        partial = from_numbers([str(whole)], "dmy")
        if partial is None:
            return NOT_A_DATE
        return Reading(partial.first(), partial.last(), partial.precision)
    if _FIRST_SERIAL <= whole <= _LAST_SERIAL:
        day = (_EPOCH_1904 if epoch_1904 else _EPOCH_1900) + timedelta(days=whole)
        return Reading(day, day, "day")
    return NOT_A_DATE
