"""The figures of a table from its chosen columns: whole, bounds and parts of killed, injured and the stated total."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from data.intake.mapping.columns import Column
from data.intake.mapping.measures import Measure
from data.intake.records.figures import Figures, Numbers, Part
from data.problems import Problem


def figures_of(chosen: Measure) -> Figures:
    """The numbers behind a measure. Without a best figure the lower bound is counted."""
    whole = None
    if chosen.whole or chosen.low:
        whole = _bounded(chosen.whole or chosen.low, chosen.low, chosen.high)  # type: ignore[arg-type]
    parts = [Part(dict(part.attributes), _numbers(part.column), part.column.letter) for part in chosen.parts]
    letter = chosen.whole.letter if chosen.whole else ""
    return Figures(chosen.outcome, whole, parts, chosen.exhaustive, dict(chosen.fixed), letter)


def _numbers(column: Column) -> Numbers:
    read = column.counts
    return Numbers(read.n, read.n_min, read.n_max)


def _bounded(best: Column, low: Column | None, high: Column | None) -> Numbers:
    """Bounds of their own columns, where given, go before those that the cell itself states."""
    numbers = _numbers(best)
    n_min, n_max = numbers.n_min, numbers.n_max
    if low is not None and low is not best:
        n_min = np.where(np.isnan(low.counts.n), n_min, low.counts.n)
    elif low is best and high is not None:
        n_min = np.where(np.isnan(n_min), numbers.n, n_min)
    if high is not None:
        n_max = np.where(np.isnan(high.counts.n), n_max, high.counts.n)
        n_min = np.where(np.isnan(n_min) & ~np.isnan(n_max), numbers.n, n_min)
        n_min = np.where(np.isnan(n_min) & ~np.isnan(n_max), 0.0, n_min)  # "up to 5" and no more: 0 to 5
    n = np.where(np.isnan(numbers.n), n_min, numbers.n)
    return Numbers(n, n_min, n_max)


def cell_problems(chosen: Measure, field: str, sheets: Sequence[str], rows: Sequence[int]) -> Iterator[Problem]:
    """What the cells of a measure's columns could not be read as."""
    for column in chosen.columns:
        for found in column.counts.problems:
            yield Problem(
                found.kind, sheet=sheets[found.position], row=int(rows[found.position]), field=field,
                column=column.letter_at(found.position), value=found.value, suggestion=found.suggestion,
            )  # fmt: skip


def letters_of(measures: Mapping[str, Measure]) -> dict[str, str]:
    """Field -> column letter, for the wholes and (killed.civilian ...) for their parts."""
    letters = {}
    for field, chosen in measures.items():
        if chosen.whole:
            letters[field] = chosen.whole.letter
        for part in chosen.parts:
            letters[".".join([field, *part.attributes.values()])] = part.column.letter
    return letters
