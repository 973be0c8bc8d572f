"""Records told apart once by a few fields: what a page asks is then asked of a few thousand kinds, not of a million."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
import pandas as pd

# So many kinds and the classes of casualties beside them still fit into a processor's cache as one table of sums.
MOST = 8192


@dataclass(frozen=True, eq=False)
class Kinds:
    """`codes` (per record) number the kinds; `of` gives for each field its code for every one of the `size` kinds."""

    codes: np.ndarray
    size: int
    of: Mapping[str, np.ndarray]


def told_apart(parts: Mapping[str, tuple[np.ndarray, int]]) -> tuple[Kinds, ...]:
    """The fields (name -> codes per record, number of values) as few Kinds, those of few values together.

    A field with more than MOST values stands alone. Without a record every Kinds has size 0.
    """
    groups: list[list[str]] = []
    for name in sorted(parts, key=lambda name: parts[name][1]):
        if groups and prod(parts[each][1] for each in (*groups[-1], name)) <= MOST:
            groups[-1].append(name)
        else:
            groups.append([name])
    return tuple(_kinds({name: parts[name] for name in names}) for names in groups)


def _kinds(parts: Mapping[str, tuple[np.ndarray, int]]) -> Kinds:
    if len(parts) == 1:
        # The field's own codes serve, without a copy.
        ((name, (codes, size)),) = parts.items()
        return Kinds(codes, size, {name: np.arange(size)})
    key = combined([codes for codes, _ in parts.values()], [size for _, size in parts.values()])
    there = np.flatnonzero(np.bincount(key, minlength=1)) if len(key) else np.empty(0, dtype=np.intp)
    place = np.zeros(int(there.max(initial=0)) + 1, dtype=small(len(there)))
    place[there] = np.arange(len(there))
    of: dict[str, np.ndarray] = {}
    left = there
    for name in reversed(list(parts)):
        left, of[name] = np.divmod(left, parts[name][1])
    return Kinds(place.take(key), len(there), of)


def combined(codes: Sequence[np.ndarray], sizes: Sequence[int]) -> np.ndarray:
    """One whole number per row for the codes of several columns, each below its size; the last one moves fastest."""
    key = codes[0].astype(np.int64)
    for more, size in zip(codes[1:], sizes[1:], strict=True):
        key *= size
        key += more
    return key


def numbered(key: np.ndarray) -> tuple[np.ndarray, int]:
    """Codes 0, 1, ... for the different values of a key, in the order in which they come up, and how many there are."""
    codes, values = pd.factorize(key)
    return codes, len(values)


def rows_alike(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each row of a table the number of its class, and the classes' rows. Class 0 is the row of zeros."""
    codes, count = np.zeros(len(rows) + 1, dtype=np.int64), 1
    whole = np.vstack([np.zeros((1, rows.shape[1])), rows])
    for column in whole.T:
        values, size = numbered(column)
        codes, count = (values, size) if count == 1 else numbered(codes * size + values)
    classes = np.empty((count, rows.shape[1]))
    classes[codes] = whole
    return codes[1:], classes


def small(size: int) -> np.dtype:
    """The smallest type of whole numbers for codes below `size`."""
    return np.min_scalar_type(-max(size, 1))
