"""What columns of numbers say of each other: equal, parts of a whole, within it, cumulative."""

from collections.abc import Sequence

import numpy as np

MOST = 0.98  # of the rows that can be compared: real files hold a slip or two


def _share(holds: np.ndarray, comparable: np.ndarray) -> float | None:
    return float(np.mean(holds[comparable])) if comparable.any() else None


def are_equal(one: np.ndarray, other: np.ndarray) -> bool:
    """Two columns that say the same in every row, blanks included."""
    return bool(np.array_equal(one, other, equal_nan=True))


def adds_up_to(parts: Sequence[np.ndarray], whole: np.ndarray, most: float = MOST) -> bool:
    """Is `whole` the sum of the parts in nearly all rows? Rows of nothing but zeros say nothing."""
    added = np.nansum(np.vstack(parts), axis=0)
    given = ~np.isnan(whole) & ~np.all(np.isnan(np.vstack(parts)), axis=0) & ((whole != 0) | (added != 0))
    if np.count_nonzero(given & (whole != 0)) < 3:
        return False
    share = _share(np.abs(added - whole) < 1e-9, given)
    return share is not None and share >= most


def within(parts: Sequence[np.ndarray], whole: np.ndarray, most: float = MOST) -> bool:
    """Are the parts together at most the whole, in this share of the rows that have any of them (true also when no
    row can be compared)?"""
    added = np.nansum(np.vstack(parts), axis=0)
    given = ~np.isnan(whole) & (added > 0)
    share = _share(added <= whole + 1e-9, given)
    return share is None or share >= most


def covers(whole: np.ndarray, part: np.ndarray) -> bool:
    """Is everybody in the part among the whole? Not where the whole is blank and the part is not."""
    return within([part], np.nan_to_num(whole))


def is_below(lower: np.ndarray, upper: np.ndarray) -> bool:
    """Does `lower` stay at or below `upper` in nearly all rows, with rows enough to tell?"""
    given = ~np.isnan(lower) & ~np.isnan(upper)
    share = _share(lower <= upper, given)
    return share is not None and share >= MOST
