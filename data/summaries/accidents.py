"""How many accidents lie in each bin of a time line, and how many people were hurt in each accident."""

import numpy as np

from data.fields import OUTCOMES
from data.frame import Frame
from data.summaries.by_time import ByTime, Interval, bin_codes, bin_number
from data.summaries.columns import columns_of
from data.summaries.selected import Selected


def accidents_in(frame: Frame, selected: Selected, found: ByTime) -> list[int]:
    """Accidents (not records: in a line list each person is one) in each bin of `found`, the time line of `selected`.

    An accident lies in the bin of one of its records; one that no single bin holds, in none.
    """
    numbers = accident_numbers(frame)
    if numbers is None or not found.bins:
        return [bin.bucket.records for bin in found.bins]
    codes, first, size = _codes_of_accidents(frame, numbers, found.interval)
    if selected.records is not None:
        seen = np.zeros(len(codes), dtype=bool)
        seen[numbers.take(selected.records)] = True
        codes = codes[seen]
    per_code = np.bincount(codes, minlength=size + 1)
    places = [bin_number(bin.start, found.interval) - first + 1 for bin in found.bins]
    return [int(per_code[place]) if 1 <= place <= size else 0 for place in places]


def _codes_of_accidents(frame: Frame, numbers: np.ndarray, interval: Interval) -> tuple[np.ndarray, int, int]:
    """Per accident the code of its bin, 0 for none, and which bin code 1 is; of how many codes."""
    columns = columns_of(frame)
    codes, first, size = bin_codes(columns, interval)

    def make() -> np.ndarray:
        own = np.zeros(int(numbers.max()) + 1, dtype=codes.dtype)
        held = (codes > 0) & (codes <= size)
        own[numbers[held]] = codes[held]
        return own

    return columns.remember(f"accidents:{interval}", make), first, size


def accident_count(frame: Frame, selected: Selected) -> int:
    """How many accidents are selected."""
    numbers = accident_numbers(frame)
    if numbers is None:
        return selected.record_count
    seen = np.zeros(int(numbers.max(initial=-1)) + 1, dtype=bool)
    seen[numbers if selected.records is None else numbers.take(selected.records)] = True
    return int(np.count_nonzero(seen))


def accident_sizes(frame: Frame, selected: Selected, outcome: str = "") -> np.ndarray:
    """How many people were hurt in an accident, and in how many accidents: shape (sizes, 2); a size may stand twice.

    As far as selected; of one outcome, or of all (""). Accidents without anybody are left out.
    """
    numbers, people = accident_numbers(frame), selected.rows[:, : len(OUTCOMES)]
    of_kind = people[:, OUTCOMES.index(outcome)] if outcome else people.sum(axis=1)
    if numbers is None:
        sizes, times = of_kind, selected.kinds_asked
    else:
        codes, records = selected.columns.people.codes, selected.asked_records
        if records is not None:
            codes, numbers = codes.take(records), numbers.take(records)
        sizes = np.bincount(numbers, weights=of_kind.take(codes))
        times = np.ones(len(sizes))
    found = np.stack([sizes, times], axis=1)
    return found[(found > 0).all(axis=1)]


def accident_numbers(frame: Frame) -> np.ndarray | None:
    """The number of each record's accident; None where every record is an accident of its own."""
    return columns_of(frame).incidents
