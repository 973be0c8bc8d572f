"""Who a record is: a hash of what its row says and, among equal rows, which one it is.

Never the row number, because rows move; never the content alone, because true rows can be alike. The hash does not
see the order of the columns or the file format: a mapped column goes in with the name of its field, whatever language
its heading is in, any other with its heading.
"""

import hashlib
from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa

from data.intake.records.cell_text import ColumnText

_DIGITS = 16
_TEXTS_AT_A_TIME = 100_000
_ODD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio: spreads the sums of the hashes


def content_hashes(columns: Mapping[str, ColumnText], field_of: Mapping[str, str], rows: int) -> np.ndarray:
    """One uint64 per row over its cells. `field_of`: heading -> field, for the columns that are mapped."""
    total = np.zeros(rows, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for heading, column in columns.items():
            hashed = _hashes(column.texts, _key(field_of.get(heading, f"#{heading.casefold()}")))
            total += hashed[column.codes]
    return total


def _hashes(texts: pa.LargeStringArray, key: str) -> np.ndarray:
    """One uint64 per text, 0 for a blank one. In parts, since hashing turns every text into a Python object."""
    hashed = np.zeros(len(texts), dtype=np.uint64)
    for start in range(0, len(texts), _TEXTS_AT_A_TIME):
        part = texts[start : start + _TEXTS_AT_A_TIME].to_numpy(zero_copy_only=False)
        values = pd.util.hash_array(part, hash_key=key, categorize=False) * _ODD
        hashed[start : start + len(part)] = np.where(part == "", np.uint64(0), values)
    return hashed


def occurrences(hashes: np.ndarray) -> np.ndarray:
    """0 for the first row of a content, 1 for the second ..."""
    return pd.Series(hashes).groupby(hashes).cumcount().to_numpy()


def first_alike(hashes: np.ndarray) -> np.ndarray:
    """Position of the first row of the same content, -1 for that first row itself."""
    codes, _ = pd.factorize(hashes)
    first = np.full(codes.max(initial=-1) + 1, -1)
    positions = np.arange(len(codes))
    first[codes[::-1]] = positions[::-1]
    return np.where(first[codes] == positions, -1, first[codes])


def ids(hashes: np.ndarray) -> pd.Series:
    """16 hexadecimal digits per row, all different."""
    with np.errstate(over="ignore"):
        mixed = hashes + occurrences(hashes).astype(np.uint64) * np.uint64(0xBF58476D1CE4E5B9)
    digits = _spread(mixed).astype(">u8").tobytes().hex().encode()
    ends = np.arange(len(hashes) + 1, dtype=np.int64) * _DIGITS
    texts = pa.LargeStringArray.from_buffers(len(hashes), pa.py_buffer(ends), pa.py_buffer(digits))
    return pd.Series(pd.array(texts, dtype="str"))


def _spread(values: np.ndarray) -> np.ndarray:
    """The finaliser of splitmix64: neighbours in, strangers out."""
    with np.errstate(over="ignore"):
        values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _key(name: str) -> str:
    """hash_array wants a key of 16 bytes."""
    return hashlib.blake2b(name.encode(), digest_size=8).hexdigest()
