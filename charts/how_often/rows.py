"""The points of the rates chart: what is counted in each bin, between which limits, and which bins are whole."""

from typing import Any

from charts.amount_of import amount_of, outcome_parts
from charts.how_often.points import Point
from charts.picks import period_parts, pick
from charts.sentences import bin_name
from charts.timeline.series import whole_bins
from data.frame import Frame
from data.statistics.dispersion import clustering
from data.statistics.poisson import poisson_interval
from data.summaries.accidents import accident_sizes, accidents_in
from data.summaries.amounts import Amount
from data.summaries.by_time import ByTime
from data.summaries.selected import Selected


def points_of(
    frame: Frame, selected: Selected, found: ByTime, of: str, clustering: float, words: Any, limits: bool = True
) -> list[Point]:
    """One Point per bin. `of` is accidents, casualties, killed or injured; `clustering` widens its intervals.

    Without `limits` there are none.
    """
    selection = selected.selection
    accidents = accidents_in(frame, selected, found)
    outcome = [] if of == "accidents" else outcome_parts(of)
    points = []
    for bin, number, is_whole in zip(
        found.bins, accidents, whole_bins(found, selection, frame.dataset.covered_from), strict=True
    ):
        amount = Amount(float(number)) if of == "accidents" else amount_of(bin.bucket, of, selection)
        whole = bool(is_whole)
        drawn = limits and whole and amount.n is not None
        low, high = poisson_interval(amount.n or 0, clustering=clustering) if drawn else (None, None)
        points.append(
            Point(
                bin.start, bin.end, bin_name(bin.start, found.interval, words), amount.n, _short(low), _short(high),
                whole, amount.at_least, number, pick(*period_parts(bin.start, bin.end, selection), *outcome),
            )
        )  # fmt: skip
    return points


def clustering_of(frame: Frame, selected: Selected, of: str) -> float:
    """By how much intervals and tests are widened: 1 for accidents; people are not hurt independently of each other."""
    if of == "accidents":
        return 1.0
    return clustering(*accident_sizes(frame, selected, "" if of == "casualties" else of).T)


def _short(limit: float | None) -> float | None:
    return None if limit is None else round(limit, 1)
