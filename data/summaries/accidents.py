"""How many accidents lie in each bin of a time line, and how many people were hurt in each accident."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from data.fields import OUTCOMES
from data.frame import Frame
from data.summaries.columns import EPOCH, columns_of
from data.summaries.selected import Selected


def accidents_in(frame: Frame, selected: Selected, bins: Sequence[tuple[date, date]]) -> list[int]:
    """Accidents (not records: in a line list each person is one) per bin; `bins` (first, last day) leave no gap.

    An accident whose records lie in several bins counts in one of them; one that no single bin holds, in none.
    """
    if not bins:
        return []
    places = _places(frame, bins)
    numbers = accident_numbers(frame)
    chosen = slice(None) if selected.records is None else selected.records
    places = places[chosen]
    if numbers is not None:
        found = np.full(int(numbers.max(initial=-1)) + 1, -1, dtype=np.int32)
        inside = places >= 0
        found[numbers[chosen][inside]] = places[inside]
        places = found
    return [int(n) for n in np.bincount(places[places >= 0], minlength=len(bins))]


def accident_sizes(frame: Frame, selected: Selected, outcome: str = "") -> np.ndarray:
    """People hurt per accident that has any, as far as selected; of one outcome, or of all ("")."""
    numbers, counts = accident_numbers(frame), selected.counts
    record, n = (frame.record, frame.n) if counts is None else (frame.record.take(counts), frame.n.take(counts))
    if outcome:
        codes = frame.codes("outcome").codes
        own = (codes if counts is None else codes.take(counts)) == OUTCOMES.index(outcome)
        record, n = record[own], n[own]
    sizes = np.bincount(record if numbers is None else numbers.take(record), weights=n)
    return sizes[sizes > 0]


def _places(frame: Frame, bins: Sequence[tuple[date, date]]) -> np.ndarray:
    """The bin of every record, -1 where no single one holds it: looked up by day, which is quicker than searching."""
    first, last = (bins[0][0] - EPOCH).days, (bins[-1][1] - EPOCH).days
    lengths = [(end - start).days + 1 for start, end in bins]
    # The last place stands for every day outside.
    table = np.append(np.repeat(np.arange(len(bins), dtype=np.int32), lengths), np.int32(-1))
    start, end = frame.days("date_from"), frame.days("date_to")
    inside = (start >= first) & (end <= last) & (end >= first) & (start <= last)
    outside = len(table) - 1
    begins = table[np.where(inside, start - first, outside)]
    return np.where(begins == table[np.where(inside, end - first, outside)], begins, -1)


def accident_numbers(frame: Frame) -> np.ndarray | None:
    """The number of each record's accident; None where every record is an accident of its own."""

    def make() -> np.ndarray:
        codes, names = frame.records["incident_id"].factorize()
        return np.empty(0, dtype=np.int32) if len(names) == len(frame) else codes.astype(np.int32)

    numbers: np.ndarray = columns_of(frame).remember("accidents", make)
    return numbers if len(numbers) else None
