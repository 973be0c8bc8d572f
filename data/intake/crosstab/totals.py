"""Do the totals of a crosstab, at the end of its rows and below its columns, agree with its cells."""

from collections.abc import Iterator

import numpy as np

from data.intake.crosstab.axis import Axis
from data.intake.reading import shown, whole
from data.intake.table import Table
from data.problems import Problem


def agreement(table: Table, axis: Axis) -> list[Problem]:
    """A warning for each total that disagrees; one note where there are totals and all of them agree."""
    checked = [*_of_rows(table, axis), *_of_columns(table, axis)]
    wrong = [problem for problem in checked if problem is not None]
    if checked and not wrong:
        return [Problem("crosstab_totals_agree", table.sheet, params={"count": len(checked)})]
    return wrong


def _of_rows(table: Table, axis: Axis) -> Iterator[Problem | None]:
    for at in sorted(axis.totals):
        parts = _parts_of(table, axis, at)
        if parts is None:
            continue
        stated, added = axis.counts[at], np.nansum(np.vstack(parts), axis=0)
        for row in np.flatnonzero(~np.isnan(stated) & ~np.isnan(np.vstack(parts)).all(axis=0)):
            yield _compared(table, table.rows[row], at, float(stated[row]), float(added[row]))


def _parts_of(table: Table, axis: Axis, at: int) -> list[np.ndarray] | None:
    """The columns that a total adds up: the measure that fits best, where it fits at least half of the rows."""
    best, most = None, 0.5
    for measured in axis.measures:
        parts = [axis.counts[column] for column in measured.columns.values()]
        stated, added = axis.counts[at], np.nansum(np.vstack(parts), axis=0)
        given = ~np.isnan(stated)
        share = float(np.mean(np.abs(added - stated)[given] < 1e-9)) if given.any() else 0.0
        if share >= most:
            best, most = parts, share
    return best


def _of_columns(table: Table, axis: Axis) -> Iterator[Problem | None]:
    row = next((each.row for each in table.excluded if each.reason == "totals_row"), None)
    if row is None or not table.totals:
        return
    for at in sorted(axis.columns & table.totals.keys()):
        yield _compared(table, row, at, table.totals[at], float(np.nansum(axis.counts[at])))


def _compared(table: Table, row: int, at: int, stated: float, added: float) -> Problem | None:
    if abs(stated - added) < 1e-6:
        return None
    return Problem(
        "crosstab_total_disagrees", table.sheet, row, table.letters[at], value=shown(stated), suggestion=shown(added),
        params={"added": whole(added), "heading": table.headings[at]},
    )  # fmt: skip
