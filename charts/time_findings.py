"""Whether what is seen over time is real: the trend of finished bins, and the same months of this year and the last."""

from calendar import monthrange
from datetime import date
from typing import Any

import numpy as np

from charts.findings import Side, finding_change, finding_trend
from charts.findings.trend import SEASONS
from charts.month_grid import Grid
from charts.sentences import period_name
from charts.time_series import whole_bins
from data.frame import Frame
from data.statistics.dispersion import clustering
from data.summaries.accidents import accident_sizes, accidents_in
from data.summaries.amounts import Amount
from data.summaries.by_time import Bin, ByTime
from data.summaries.selected import Selected


def trend_findings(frame: Frame, selected: Selected, found: ByTime, words: Any) -> list[str]:
    """The trend of accidents over the last whole bins without a gap; days and weeks are too small for one."""
    if found.interval not in SEASONS:
        return []
    row = _last_whole(found, whole_bins(found, selected.selection, frame.dataset.covered_from))
    if not row:
        return []
    counts = [float(n) for n in accidents_in(frame, selected, [(bin.start, bin.end) for bin in row])]
    return [finding_trend(counts, [bin.start for bin in row], found.interval, "accidents", words)]


def _last_whole(found: ByTime, whole: np.ndarray) -> list[Bin]:
    """The finished bins before the first that may still grow, back to the first that is cut off."""
    row: list[Bin] = []
    for bin, done in zip(found.bins, whole, strict=True):
        row = [*row, bin] if done else row if bin.unfinished else []
    return row


def same_months_findings(frame: Frame, selected: Selected, grid: Grid, words: Any) -> list[str]:
    """The newest finished months of a year against the same months of the year before."""
    months, sums = grid.same_period()
    if len(sums) < 2 or sums[0][0] - sums[1][0] != 1 or sums[0][1].n is None or sums[1][1].n is None:
        return []
    later, earlier = (_side(year, months, total, words) for year, total in sums[:2])
    factor = clustering(accident_sizes(frame, selected, "" if grid.of == "casualties" else grid.of))
    return [finding_change(earlier, later, grid.of, words, clustering=factor)]


def _side(year: int, months: int, total: Amount, words: Any) -> Side:
    start, end = date(year, 1, 1), date(year, months, monthrange(year, months)[1])
    return Side(period_name(start, end, words), total.known, (end - start).days + 1, total.at_least)
