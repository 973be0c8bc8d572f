"""The different cells of a column, and which of them stands where."""

from datetime import date, datetime

from data.intake.cells.uniques import Cells, different


def test_readers_of_one_column_share_what_was_found() -> None:
    cells = Cells(["a", None, "b", "a"])
    codes, values = different(cells)
    assert (codes.tolist(), values.tolist()) == ([0, -1, 1, 0], ["a", "b"])
    assert different(cells)[0] is codes
    assert (len(cells), cells[2], list(cells)) == (4, "b", ["a", None, "b", "a"])


def test_true_is_not_one_and_a_moment_is_not_its_day() -> None:
    _, values = different(Cells([True, 1, 1.0, date(2021, 1, 1), datetime(2021, 1, 1)]))
    assert values.tolist() == ["TRUE", 1, date(2021, 1, 1), datetime(2021, 1, 1)]
