"""What changes from one version to the next: rows added, gone and changed, and killed and injured by year and district.

Every number can be followed to its rows: groups that have no record on one side have no difference, running totals are
compared statement by statement and never summed, and what spans several years is named, not split.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from data.comparison.differences import Differences
from data.comparison.figures import Change, Figures, by_district, by_year, newest_figures, totals
from data.comparison.incidents import Matched, matched
from data.frame import Frame
from data.summaries.statements import Statement, newest_of


@dataclass(frozen=True, eq=False)
class Changes:
    """`before` None: nothing was published. `added` and `changed_after` are positions in `after`, `gone` in `before`;
    `differences` has the pairs of what changed, in the order of `changed_after`.

    `total` has the key "". Of running totals it is what the newest statements say (`newest`: before, after), and
    by_year and by_district are empty.
    """

    before: Frame | None
    after: Frame
    same: int
    added: np.ndarray
    gone: np.ndarray
    changed_after: np.ndarray
    total: Change
    by_year: tuple[Change, ...] = ()
    by_district: tuple[Change, ...] = ()
    newest: tuple[Statement | None, Statement | None] = (None, None)
    differences: Differences | None = field(default=None)

    @property
    def nothing(self) -> bool:
        """Whether readers would see the very same."""
        return self.before is not None and not (len(self.added) or len(self.gone) or len(self.changed_after))


def changes(before: Frame | None, after: Frame) -> Changes:
    """The whole comparison; about a second for 100 000 records on each side."""
    if before is None:
        return _first(after)
    found = matched(before, after)
    running = "running_totals" in (before.dataset.layout, after.dataset.layout)
    newest = (newest_of(before), newest_of(after)) if running else (None, None)
    return Changes(
        before, after, len(found.same_before), found.added, found.gone, found.alike_after,
        _total(before, after, newest), () if running else _groups(by_year, before, after),
        () if running else _groups(by_district, before, after), newest, _differences(before, after, found),
    )  # fmt: skip


def _first(after: Frame) -> Changes:
    nobody = np.zeros(0, dtype=np.intp)
    running = after.dataset.layout == "running_totals"
    return Changes(
        None, after, 0, np.arange(len(after)), nobody, nobody, Change("", None, totals(after)),
        () if running else _groups(by_year, None, after), () if running else _groups(by_district, None, after),
        (None, newest_of(after)) if running else (None, None),
    )  # fmt: skip


def _differences(before: Frame, after: Frame, found: Matched) -> Differences:
    return Differences(before, after, found.alike_before, found.alike_after)


def _total(before: Frame, after: Frame, newest: tuple[Statement | None, Statement | None]) -> Change:
    if newest == (None, None):
        return Change("", totals(before), totals(after))
    return Change("", newest_figures(before, newest[0]), newest_figures(after, newest[1]))


def _groups(
    of: Callable[[Frame], dict[str, Figures]], before: Frame | None, after: Frame
) -> tuple[Change, ...]:  # fmt: skip
    """Every group that one of the two has; "" (no date, no district) last."""
    left, right = {} if before is None else of(before), of(after)
    keys = sorted({*left, *right}, key=lambda key: (not key, key))
    return tuple(Change(key, left.get(key), right.get(key)) for key in keys)
