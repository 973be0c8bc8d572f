"""Days are read in both orders, and a day that stands with many hours only once."""

import pytest

from data.intake.cells.date_order import both_ways
from data.intake.cells.date_text import read_text


@pytest.mark.parametrize("day", ["2021-03-05", "5/3/2021", "5.3.21", "31-02-2021", "2021/13/45", "0/0/2021"])
@pytest.mark.parametrize("time", [" 9:05", " 14:22:10", "T14:22:10Z", " 25:61"])
def test_a_day_with_a_time_is_read_as_the_whole_text_is(day: str, time: str) -> None:
    text = day + time
    assert both_ways([text])[text] == {order: read_text(text, order) for order in ("dmy", "mdy")}
