"""Records of two frames made comparable: whole numbers that are equal exactly where the values are, without hashing."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from data.fields import BY_KEY, OUTCOMES
from data.frame import Frame
from data.places.spelling import fold
from data.summaries.columns import columns_of

# What no reader sees, or what only says where in its file a record stood.
UNSEEN = ("record_id", "incident_id", "sheet", "row")
# The source's own spelling counts only where nothing was made of it: the same list as CSV or workbook is the same.
SPELLINGS = {"date_text": "date_from", "district_text": "district"}
COUNTED = ("outcome", "status", "sex", "age_group", "n", "n_min", "n_max")
PLAIN = tuple(
    key for key, field in BY_KEY.items() if field.table == "records" and key not in (*UNSEEN, *SPELLINGS)
)  # fmt: skip


def folded(parts: Iterable[np.ndarray], size: int) -> np.ndarray:
    """One code per row: equal where all parts are. Parts are whole numbers, -1 and up, each of length `size`."""
    whole = np.zeros(size, dtype=np.int64)
    for part in parts:
        wide = part.astype(np.int64) + 1
        whole = pd.factorize(whole * (int(wide.max(initial=0)) + 1) + wide)[0].astype(np.int64)
    return whole


def field_codes(before: Frame, after: Frame, key: str, *, spelling: bool = False) -> np.ndarray:
    """Codes of a field of the records, those of `before` first. With `spelling` places are compared as `fold` reads."""
    columns = [frame.records[key] for frame in (before, after)]
    match BY_KEY[key].kind:
        case "date":
            return _factorized([column.to_numpy(dtype="datetime64[D]").astype(np.int64) for column in columns])
        case "number":
            return _factorized([column.to_numpy(dtype=np.float64) for column in columns])
        case "id":
            return _factorized([column.to_numpy(dtype=object) for column in columns])
    return _named([frame.codes(key) for frame in (before, after)], spelling)


def spelling_codes(before: Frame, after: Frame, key: str) -> np.ndarray:
    """Codes of the source's spelling, 0 where something was made of it (SPELLINGS)."""
    made = SPELLINGS[key]
    if BY_KEY[made].kind == "date":
        known = [~frame.records[made].isna().to_numpy() for frame in (before, after)]
    else:
        known = [np.array([bool(v) for v in c.values], dtype=bool)[c.codes] if c.values else np.zeros(0, dtype=bool)
                 for c in (before.codes(made), after.codes(made))]  # fmt: skip
    codes = field_codes(before, after, key, spelling=True)
    return np.where(np.concatenate(known), 0, codes + 1)


def count_codes(before: Frame, after: Frame) -> np.ndarray:
    """One code per record: equal where all counts are, in whatever order they stand."""
    size, offset = len(before) + len(after), len(before)
    record = np.concatenate([before.record, after.record + offset])
    one = folded(_count_parts(before, after), len(record))
    order = np.lexsort((one, record))
    record, one = record[order], one[order]
    place = pd.Series(record).groupby(record).cumcount().to_numpy() if len(record) else record
    parts = []
    for turn in range(int(place.max(initial=-1)) + 1):
        part = np.full(size, -1, dtype=np.int64)
        part[record[place == turn]] = one[place == turn]
        parts.append(part)
    return folded(parts, size)


def sum_codes(before: Frame, after: Frame) -> np.ndarray:
    """One code per record: equal where killed, injured, unknown and not split are, however they are broken down."""
    sums = np.concatenate([columns_of(frame).per_record for frame in (before, after)])
    bases = [field_codes(before, after, f"{outcome}_basis") for outcome in ("killed", "injured")]
    return folded([*(_factorized([sums[:, o]]) for o in range(len(OUTCOMES))), *bases], len(sums))


def seen_codes(before: Frame, after: Frame) -> np.ndarray:
    """One code per record: equal where a reader sees the same."""
    parts = [
        *(field_codes(before, after, key) for key in PLAIN),
        *(spelling_codes(before, after, key) for key in SPELLINGS),
        count_codes(before, after),
    ]
    return folded(parts, len(before) + len(after))


def _count_parts(before: Frame, after: Frame) -> Iterable[np.ndarray]:
    for key in COUNTED:
        if BY_KEY[key].kind == "number":
            yield _factorized([frame.counts[key].to_numpy(dtype=np.float64) for frame in (before, after)])
        else:
            yield _named([frame.codes(key) for frame in (before, after)], False)


def _factorized(parts: Sequence[np.ndarray]) -> np.ndarray:
    """-1 for what is missing."""
    return pd.factorize(np.concatenate(parts))[0]


def _named(parts: Sequence[tuple[np.ndarray, tuple[str, ...]]], spelling: bool) -> np.ndarray:
    places: dict[str, int] = {}
    found = []
    for codes, values in parts:
        names = [" ".join(fold(value).split()) if spelling else value for value in values]
        table = np.array([places.setdefault(name, len(places)) for name in names], dtype=np.int64)
        found.append(table[codes] if len(table) else np.zeros(0, dtype=np.int64))
    return np.concatenate(found)
