"""The numbers of a time line, outcome by outcome: as recorded, spread over days, averaged, added up as time goes on."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from charts.amount_of import amount_of
from data.selection import Selection
from data.summaries.amounts import Amount
from data.summaries.by_time import Bin, ByTime, Extent

# Extents times edges of bins that are worked on at once: 8 million numbers of 8 bytes.
MOST_AT_ONCE = 8_000_000


@dataclass(frozen=True, slots=True)
class Series:
    """One outcome, a number per bin (NaN = not recorded). `spread` is the share of what is known only to longer
    stretches, `drawn` both together, `average` and `running` are of `drawn`; NaN where there is none. `minima` says of
    which bins a number of each of these is only a lower bound."""

    role: str
    recorded: np.ndarray
    spread: np.ndarray
    drawn: np.ndarray
    average: np.ndarray
    running: np.ndarray
    minima: dict[str, np.ndarray]


def series(found: ByTime, role: str, selection: Selection, whole: np.ndarray, spread: bool, over: int) -> Series:
    """`whole` says which bins are finished and not cut off; `over` is how many bins an average spans, 0 for none."""
    amounts = [amount_of(bin.bucket, role, selection) for bin in found.bins]
    recorded = np.array([np.nan if one.n is None else one.n for one in amounts])
    wide = [amount_of(extent.bucket, role, selection) for extent in found.coarse]
    known = [one.known for one in wide]
    shares = _spread(found.bins, found.coarse, known) if spread else np.zeros(len(recorded))
    drawn = np.where(shares > 0, np.nan_to_num(recorded) + shares, recorded)
    steps = np.nan_to_num(drawn) if spread else np.nan_to_num(recorded) + _at_their_end(found, known)
    average = _average(drawn, whole, over)
    minima = _minima(found, amounts, wide, spread, over)
    return Series(role, recorded, shares, drawn, average, np.cumsum(steps), minima)


def _minima(
    found: ByTime, amounts: list[Amount], wide: list[Amount], spread: bool, over: int
) -> dict[str, np.ndarray]:  # fmt: skip
    own = np.array([one.at_least or one.n is None for one in amounts], dtype=bool)
    unsure = [float(one.at_least or one.n is None) for one in wide]
    shares = _spread(found.bins, found.coarse, unsure) > 0 if spread else np.zeros(len(own), dtype=bool)
    ended = shares if spread else _at_their_end(found, unsure) > 0
    drawn = own | shares
    average = np.convolve(drawn, np.ones(max(over, 1)))[: len(drawn)] > 0
    return {"spread": shares, "drawn": drawn, "average": average, "running": np.cumsum(own | ended) > 0}


def whole_bins(found: ByTime, selection: Selection, covered_from: date | None) -> np.ndarray:
    """Which bins are finished and lie wholly in the period asked for and in what the dataset covers."""
    cut = {bin.start for bin in cut_bins(found, selection, covered_from)}
    low = covered_from or date.min
    return np.array([not bin.unfinished and bin.end >= low and bin.start not in cut for bin in found.bins], dtype=bool)


def cut_bins(found: ByTime, selection: Selection, covered_from: date | None) -> list[Bin]:
    """The bins of which only a part is asked for or covered; of what may still grow nothing is said here."""
    low = max((day for day in (selection.date_from, covered_from) if day), default=date.min)
    high = selection.date_to or date.max
    return [bin for bin in found.bins if bin.start < low <= bin.end or bin.start <= high < bin.end]


def _spread(bins: tuple[Bin, ...], extents: tuple[Extent, ...], known: list[float]) -> np.ndarray:
    """Each extent's people in equal parts on all its days, summed per bin. What lies outside the bins is not shown."""
    edges = np.array([bin.start.toordinal() for bin in bins] + [bins[-1].end.toordinal() + 1], dtype=np.float64)
    below = np.zeros(len(edges))
    size = max(1, MOST_AT_ONCE // len(edges))
    for first in range(0, len(extents), size):
        some = extents[first : first + size]
        starts = np.array([extent.start.toordinal() for extent in some], dtype=np.float64)
        days = np.array([extent.end.toordinal() + 1 for extent in some]) - starts
        passed = np.clip((edges[:, None] - starts) / days, 0, 1)
        below += passed @ np.array(known[first : first + size])
    return np.diff(below)


def _at_their_end(found: ByTime, known: list[float]) -> np.ndarray:
    """What is known only to a longer stretch has certainly happened once that stretch is over."""
    ends = np.array([bin.end.toordinal() for bin in found.bins])
    places = np.searchsorted(ends, [extent.end.toordinal() for extent in found.coarse])
    inside = places < len(ends)
    return np.bincount(places[inside], weights=np.array(known)[inside], minlength=len(ends)).astype(np.float64)


def _average(values: np.ndarray, whole: np.ndarray, over: int) -> np.ndarray:
    """The mean of each bin and those before it, `over` together; none where one of them is not whole or not known."""
    if not over or len(values) < over:
        return np.full(len(values), np.nan)
    usable = np.where(whole, values, np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(usable, over).mean(axis=1)
    return np.concatenate([np.full(over - 1, np.nan), windows])
