"""Everything that a table contradicts, in itself or in its totals row: one file per check, all findings at once."""

from collections import Counter
from collections.abc import Iterable, Sequence

from data.intake import reconciliation
from data.intake.mapping.columns import Column
from data.intake.reading import MOST_OF_A_KIND, Reading
from data.intake.validation import (
    dates,
    districts,
    falls,
    no_figure,
    outliers,
    parts,
    percentages,
    periods,
    same_day,
    same_row,
    scope,
    stated_total,
)
from data.problems import Problem

CHECKS = (
    stated_total,
    parts,
    falls,
    same_day,
    periods,
    dates,
    districts,
    scope,
    no_figure,
    same_row,
    outliers,
    reconciliation,
)


def validate(reading: Reading, columns: Sequence[Column] = ()) -> list[Problem]:
    """The findings of every check, in the order of the checks; `columns` are the table's, without the personal ones."""
    found = [problem for check in CHECKS for problem in check.check(reading)]
    return [*found, *percentages.check(reading, columns)]


def shortened(problems: Iterable[Problem], most: int = MOST_OF_A_KIND) -> list[Problem]:
    """At most so many of each kind, then one that says how many more there are."""
    kept, seen = [], Counter[str]()
    for problem in problems:
        seen[problem.kind] += 1
        if seen[problem.kind] <= most:
            kept.append(problem)
    for kind, count in seen.items():
        if count > most:
            kept.append(Problem("more_of_this_kind", value=kind, params={"count": count - most}))
    return kept
