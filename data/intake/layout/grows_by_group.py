"""Running totals of several groups in one table: a date stands once for each, and within each they only grow."""

from collections.abc import Iterator, Sequence

import numpy as np

from data.intake.cells.uniques import different
from data.intake.layout.only_grows import ENOUGH_ROWS, FEWEST_ROWS, STEPS_UP, evidence, measured, moments, whole_periods
from data.intake.layout.sign import Sign
from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column
from data.intake.table.cell_kinds import number_of

_MOST_GROUPS = 500
_ONCE = 0.95  # of the rows with a date and a group are the only ones with both
_ALONE = 0.7  # so many different dates: one series, which needs no groups
_MOST = 0.9  # of the groups with rows enough
# Of one accident, or of who tells of it: accidents and reports are not told apart into series by these.
_NO_GROUPS = {"incident_id", "counted_by", "reported_in", "source_url", "verification", "confidence"}


def sign(choice: Choice) -> Sign | None:
    """Certain where most of the groups have rows enough; without dates, or with few rows, a person is asked."""
    found = _found(choice)
    if found is None:
        return None
    column, sizes = found
    long = float(np.mean(sizes >= ENOUGH_ROWS)) > 0.5 and int((sizes >= ENOUGH_ROWS).sum()) > 1
    certain = long and choice.when.read is not None
    likely = "period_totals" if not certain and whole_periods(choice) else "running_totals"
    told = (*evidence(measured(choice)), f"{column.heading} ({column.letter})")
    return Sign(likely, "grows_by_group", certain=certain, evidence=told)


def group_of(choice: Choice) -> Column | None:
    """The column that tells the series of running totals apart, if there is one."""
    found = _found(choice)
    return found[0] if found else None


def _found(choice: Choice) -> tuple[Column, np.ndarray] | None:
    """The column, and how many rows each of its groups has that is long enough to be judged."""
    times, measures = moments(choice), measured(choice)
    known = ~np.isnat(times)
    if choice.when.form == "span" or not measures or known.sum() < 2 * FEWEST_ROWS:
        return None
    if choice.when.read is not None and len(np.unique(times[known])) >= _ALONE * known.sum():
        return None
    for column in _candidates(choice, measures):
        codes = different(column.cells)[0]
        if _once_each(times[known], codes[known]):
            verdicts = [verdict for each in measures if (verdict := _grow(each.counts.n, times, codes))[1].size]
            if verdicts and all(grows for grows, _ in verdicts):
                return column, max((sizes for _, sizes in verdicts), key=len)
    return None


def _candidates(choice: Choice, measures: Sequence[Column]) -> Iterator[Column]:
    """Columns of few names: those of districts and places first, then those that mean nothing else to us."""
    fields = {field: column for field, (column, _) in choice.fields.items()}
    taken = [*measures, *choice.when.columns.values(), *(fields[field] for field in fields if field in _NO_GROUPS)]
    ordered = [fields[field] for field in ("district", "place") if field in fields]
    for column in [*ordered, *(column for column in choice.columns if column not in ordered)]:
        if column in taken:
            continue
        values = different(column.cells)[1]
        few = 2 <= len(values) <= min(_MOST_GROUPS, len(column.cells) // FEWEST_ROWS * 2)
        if few and sum(number_of(value) is None for value in values) * 2 > len(values):
            yield column


def _once_each(times: np.ndarray, codes: np.ndarray) -> bool:
    moment = np.unique(times, return_inverse=True)[1].astype(np.int64)
    pairs = moment * (int(codes.max(initial=-1)) + 2) + codes + 1
    return len(np.unique(pairs)) >= _ONCE * len(pairs)


def _grow(counts: np.ndarray, times: np.ndarray, codes: np.ndarray) -> tuple[bool, np.ndarray]:
    """Do at least two groups with rows enough grow, and nearly all of them; and their sizes."""
    given = np.flatnonzero(~np.isnan(counts) & ~np.isnat(times) & (codes >= 0))
    order = given[np.lexsort((given, times[given], codes[given]))]
    group, steps = codes[order], np.diff(counts[order])
    within = group[1:] == group[:-1]
    size = int(codes.max(initial=-1)) + 1
    rows = np.bincount(group, minlength=size)
    up, down = (np.bincount(group[1:][within & moved], minlength=size) for moved in (steps > 0, steps < 0))
    judged = (rows >= FEWEST_ROWS) & (up + down >= FEWEST_ROWS - 1)
    if judged.sum() < 2:
        return False, rows[judged]
    grows = up[judged] >= STEPS_UP * (up + down)[judged]
    return float(grows.mean()) >= _MOST, rows[judged]
