"""The points of the rates chart: what is counted in each bin, between which limits, and which bins are whole."""

from datetime import date
from typing import Any

from charts.picks import period_parts, pick
from charts.rate_points import Point
from charts.sentences import bin_name, outcomes_shown
from data.frame import Frame
from data.selection import Selection
from data.statistics.poisson import poisson_interval
from data.summaries.accidents import accidents_in
from data.summaries.amounts import Amount
from data.summaries.by_time import Bin, ByTime
from data.summaries.selected import Selected
from data.summaries.tally import Bucket


def points_of(frame: Frame, selected: Selected, found: ByTime, of: str, clustering: float, words: Any) -> list[Point]:
    """One Point per bin. `of` is accidents, casualties, killed or injured; `clustering` widens its intervals."""
    selection = selected.selection
    accidents = accidents_in(frame, selected, [(bin.start, bin.end) for bin in found.bins])
    points = []
    for bin, number in zip(found.bins, accidents, strict=True):
        amount = Amount(float(number)) if of == "accidents" else people_of(bin.bucket, of, selection)
        whole = is_whole(bin, selection, frame.dataset.covered_from)
        drawn = whole and amount.n is not None
        low, high = poisson_interval(amount.n or 0, clustering=clustering) if drawn else (None, None)
        outcome = [("outcome", of)] if of in ("killed", "injured") else []
        points.append(
            Point(
                bin.start, bin.end, bin_name(bin.start, found.interval, words), amount.n, _short(low), _short(high),
                whole, amount.at_least, pick(*period_parts(bin.start, bin.end, selection), *outcome),
            )
        )  # fmt: skip
    return points


def people_of(bucket: Bucket, of: str, selection: Selection) -> Amount:
    """Killed, injured, or all casualties that are asked for: not recorded only where nothing is."""
    if of in ("killed", "injured"):
        one: Amount = getattr(bucket, of)
        return one
    parts = [getattr(bucket, outcome) for outcome in outcomes_shown(selection)]
    if parts and all(part.n is None for part in parts) and not bucket.other:
        return Amount(None)
    known = sum(part.known for part in parts) + bucket.other
    return Amount(known, any(part.n is None or part.at_least for part in parts))


def is_whole(bin: Bin, selection: Selection, covered_from: date | None) -> bool:
    """Over, reports in, searched from its first day on, and wholly within the period asked for."""
    first = max((day for day in (selection.date_from, covered_from) if day), default=bin.start)
    return not bin.unfinished and bin.start >= first and bin.end <= (selection.date_to or bin.end)


def _short(limit: float | None) -> float | None:
    return None if limit is None else round(limit, 1)
