"""The guards: no percentage on a small base, and rates where periods are not equally long."""

import pytest

from data.statistics.low_count import change, may_have_percent


def test_a_change_in_percent() -> None:
    assert change(20, 25).percent == pytest.approx(25)
    assert change(58, 41).percent == pytest.approx(-29.31, abs=0.005)
    assert change(10, 0).percent == -100


def test_no_percentage_on_a_base_under_ten() -> None:
    assert change(9, 90).percent is None
    assert change(0, 3).percent is None
    assert (change(2, 4).earlier, change(2, 4).later) == (2, 4)
    assert not may_have_percent(9.5)
    assert may_have_percent(10)


def test_unequal_periods_are_compared_by_their_rates() -> None:
    assert change(20, 10, (365, 182.5)).percent == pytest.approx(0)
