"""On slides of crossings and maps the sums are what they are: drawn where they are meant, and no group among others."""

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from charts.view import View
from exports.slides.kinds import native_of
from exports.slides.native import Bars, Grid, Map
from routes.asked import read
from tests.exports.contract import SETTINGS, TODAY, shelf, words_in


def asked(chart: str, **options: str) -> tuple[View, Any]:
    words = words_in("en")
    view = read(chart, MultiDict(options), words).handed(shelf("normal"), TODAY, SETTINGS).view
    return view, native_of(view, words)


@pytest.mark.parametrize(("of", "sum_of"), [("casualties", "total"), ("killed", "killed")])
def test_a_map_of_periods_shows_the_sum_and_not_the_first_year(of: str, sum_of: str) -> None:
    view, native = asked("district_map", shape="periods", of=of)
    place = [column.key for column in view.table.columns].index(sum_of)
    assert isinstance(native, Map)
    shown = native.beside.series[0].values
    assert shown == tuple(row[place] for row in view.table.rows[: len(shown)])


def test_killed_by_district_and_year_keeps_its_years() -> None:
    view, native = asked("cross", rows="district", columns="year", of="killed", shape="heat")
    assert isinstance(native, Grid)
    assert [column.label for column in view.table.columns if "." in column.key] == list(native.headings[1:-1])
    assert {row[-1].shade for row in native.rows} == {""}


def test_a_long_table_keeps_the_row_of_its_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.slides.by_groups.MOST_ROWS", 2)
    view, native = asked("cross", rows="district", columns="year", shape="heat")
    assert isinstance(native, Grid)
    assert native.rows[-1][0].text == view.table.rows[-1][0]
    assert native.left_out == len(view.table.rows) - 2 > 0


def test_bars_of_a_crossing_have_every_name() -> None:
    _, native = asked("cross", rows="district", columns="outcome", shape="bars")
    assert isinstance(native, Bars)
    assert not any(name.startswith("Total") for name in map(str, native.categories))
