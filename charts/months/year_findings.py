"""Whether the same months of this year and of the last differ by more than chance."""

from calendar import monthrange
from datetime import date
from typing import Any

from charts.findings import Side, finding_change
from charts.how_often.rows import clustering_of
from charts.months.month_grid import Grid
from charts.sentences import is_span, period_name
from data.frame import Frame
from data.summaries.amounts import Amount
from data.summaries.selected import Selected


def same_months_findings(frame: Frame, selected: Selected, grid: Grid, words: Any) -> list[str]:
    """The newest finished months of a year against the same months of the year before."""
    months, sums = grid.same_period()
    if len(sums) < 2 or sums[0][0] - sums[1][0] != 1 or sums[0][1].n is None or sums[1][1].n is None:
        return []
    later, earlier = (_side(year, months, total, words) for year, total in sums[:2])
    factor = clustering_of(frame, selected, grid.of)
    return [finding_change(earlier, later, grid.of, words, clustering=factor)]


def _side(year: int, months: int, total: Amount, words: Any) -> Side:
    start, end = date(year, 1, 1), date(year, months, monthrange(year, months)[1])
    name, span = period_name(start, end, words), is_span(start, end)
    return Side(name, total.known, (end - start).days + 1, total.at_least, span)
