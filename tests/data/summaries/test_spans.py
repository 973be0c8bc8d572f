"""Spans of days to compare: what is final of them, the last year, and the same days of earlier years."""

from datetime import date

import pytest

from data.selection import BadSelection
from data.summaries.spans import Span, finished, last_year, same_span_before, span_of, years_before


def test_a_period_as_one_writes_it() -> None:
    assert span_of("2023..2024-02") == Span(date(2023, 1, 1), date(2024, 2, 29))
    assert span_of("") is None
    with pytest.raises(BadSelection):
        span_of("2024..2023")


@pytest.mark.parametrize(
    ("end", "final", "last"),
    [
        (date(2024, 12, 31), date(2025, 2, 1), date(2024, 12, 31)),
        # to the end of the last month that is final
        (date(2024, 12, 31), date(2024, 11, 15), date(2024, 10, 31)),
        (date(2024, 12, 31), date(2024, 11, 30), date(2024, 11, 30)),
        # not even a month is final
        (date(2024, 12, 31), date(2024, 1, 20), date(2024, 1, 20)),
    ],
)
def test_as_much_as_is_final(end: date, final: date, last: date) -> None:
    assert finished(date(2024, 1, 1), end, final) == Span(date(2024, 1, 1), last)
    assert finished(date(2024, 1, 1), end, date(2023, 12, 31)) is None


def test_the_last_twelve_months() -> None:
    assert last_year(date(2026, 2, 11)) == Span(date(2025, 2, 1), date(2026, 1, 31))
    assert last_year(date(2024, 2, 29)) == Span(date(2023, 3, 1), date(2024, 2, 29))


def test_the_same_days_of_an_earlier_year() -> None:
    assert same_span_before(Span(date(2025, 1, 1), date(2025, 2, 28))) == Span(date(2024, 1, 1), date(2024, 2, 29))
    assert same_span_before(Span(date(2023, 1, 1), date(2024, 12, 31))) == Span(date(2021, 1, 1), date(2022, 12, 31))
    assert same_span_before(Span(date(2023, 3, 1), date(2024, 3, 1))).start == date(2021, 3, 1)
    assert years_before(date(2024, 2, 29), 1) == date(2023, 2, 28)
    assert Span(date(2024, 2, 1), date(2024, 2, 29)).days == 29
