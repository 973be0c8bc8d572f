"""Frames of any number of records made by numpy alone, a list of incidents or of persons; nobody and nothing real.

What is rare in real lists is rare here too: most casualties are men and grown up, most fields are skewed. Drawn from a
seeded generator, so two runs measure the same.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pyarrow as pa

from benchmarks.generate import DAYS, FIRST_DAY
from data.fields import BY_KEY
from data.frame import Dataset, Frame
from data.typed import COUNT_FIELDS, RECORD_FIELDS

DISTRICTS = tuple(f"AZ-{first}{second}{third}" for first in "KLM" for second in "AEIO" for third in "NRSTV")
# Weights of a field's categories, in the vocabulary's order.
WEIGHTS = {
    "device": (30, 12, 14, 8, 4, 20, 6, 6), "activity": (25, 12, 16, 8, 4, 6, 5, 1, 6, 5, 7, 5),
    "verification": (60, 32, 2, 6), "confidence": (50, 30, 15, 5), "in_official_scope": (80, 4, 6, 10),
    "status": (70, 4, 15, 3, 3, 5), "sex": (14, 72, 6, 8), "age_group": (18, 65, 9, 8), "outcome": (27, 68, 5, 0),
    "date_precision": (94, 5, 0, 1, 0, 0), "date_role": (90, 10, 0),
}  # fmt: skip
FIRST = (FIRST_DAY - date(1970, 1, 1)).days


def frame(count: int, layout: str = "incident_list", seed: int = 1) -> Frame:
    """`count` records in order of date, over 26 years, 60 districts, 4,000 places and 200 outlets."""
    draw = np.random.default_rng(seed)
    records = _records(draw, count, layout)
    counts = _people(draw, count) if layout == "line_list" else _casualties(draw, count, records)
    words = {"en": "Generated", "nb": "Laget"}
    dataset = Dataset("reported_accidents", layout, words, words, words, words, reporting_delay_days=30)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return Frame(
        dataset, 1, "generated", "0" * 64, "", moment, "benchmark",
        records=pd.DataFrame({key: records[key] for key in RECORD_FIELDS}),
        counts=pd.DataFrame({key: counts[key] for key in COUNT_FIELDS}),
    )  # fmt: skip


def _records(draw: np.random.Generator, count: int, layout: str) -> dict[str, object]:
    first = np.sort(draw.integers(FIRST, FIRST + DAYS, count)).astype("datetime64[D]")
    precision = _drawn(draw, "date_precision", count)
    month, year = precision.codes == 1, precision.codes == 3
    last = first.copy()
    first[month] = first[month].astype("datetime64[M]")
    last[month] = (first[month].astype("datetime64[M]") + 1).astype("datetime64[D]") - 1
    first[year] = first[year].astype("datetime64[Y]")
    last[year] = (first[year].astype("datetime64[Y]") + 1).astype("datetime64[D]") - 1
    undated = draw.random(count) < 0.01
    first[undated] = last[undated] = np.datetime64("NaT")
    own = _ids(draw, count)
    incidents = own.take(np.maximum.accumulate(np.where(draw.random(count) < 0.6, np.arange(count), 0))).reset_index(
        drop=True
    )
    basis = _category(draw.choice(4, count, p=(0.93, 0.04, 0.01, 0.02)), BY_KEY["killed_basis"].categories)
    nothing, empty = np.broadcast_to(np.nan, count), _category(np.zeros(count, dtype=np.int8), ("",))
    columns: dict[str, object] = dict.fromkeys(("latitude", "longitude", "stated_total"), nothing)
    columns |= dict.fromkeys(
        ("scope", "date_text", "district_text", "device_text", "activity_text", "counted_by"), empty
    )
    columns |= {key: _drawn(draw, key, count) for key in
                ("date_role", "device", "activity", "verification", "confidence", "in_official_scope")}  # fmt: skip
    return columns | {
        "record_id": own,
        "incident_id": incidents if layout == "line_list" else own,
        "date_from": first.astype("datetime64[s]"), "date_to": last.astype("datetime64[s]"),
        "date_precision": precision,
        "since": np.broadcast_to(np.datetime64("NaT", "s"), count),
        "reported_in": _category(_skewed(draw, 200, count), [f"Outlet {number:03}" for number in range(200)]),
        "source_url": _category(_skewed(draw, 50_000, count), [f"https://example.org/{n:06}" for n in range(50_000)]),
        "district": _category(_skewed(draw, len(DISTRICTS), count), DISTRICTS),
        "place": _category(_skewed(draw, 4_000, count), [f"Place {number:04}" for number in range(4_000)]),
        "killed_basis": basis, "injured_basis": basis, "sheet": _category(np.zeros(count, dtype=np.int8), ("Sheet1",)),
        "row": np.arange(2, count + 2, dtype=np.int32),
    }  # fmt: skip


def _people(draw: np.random.Generator, count: int) -> dict[str, object]:
    """One person for each record."""
    parts = {key: _drawn(draw, key, count) for key in ("outcome", "status", "sex", "age_group")}
    return parts | _numbers(np.arange(count, dtype=np.int32), np.ones(count))


def _casualties(draw: np.random.Generator, count: int, records: dict[str, object]) -> dict[str, object]:
    """Killed and injured of each record, of one status; some split by sex as well."""
    silent = records["killed_basis"].codes == 3  # type: ignore[attr-defined]
    numbers = draw.poisson((0.4, 1.2), (count, 2)) * ~silent[:, None]
    record, outcome = np.nonzero(numbers)
    n = numbers[record, outcome]
    # A fifth of the numbers above one are two counts: women apart from men.
    split = np.flatnonzero((n > 1) & (draw.random(len(n)) < 0.2))
    n[split] -= 1
    place = np.sort(np.concatenate([np.arange(len(n)), split]), kind="stable")
    second = np.concatenate([[False], place[1:] == place[:-1]])
    status = _drawn(draw, "status", count)
    parts = {"status": _category(status.codes.take(record.take(place)), status.categories)}
    told = {"outcome": outcome.take(place), "sex": np.where(second, 0, np.where(np.isin(place, split), 1, 3)),
            "age_group": np.full(len(place), 3)}  # fmt: skip
    parts |= {key: _category(codes, BY_KEY[key].categories) for key, codes in told.items()}
    return parts | _numbers(record.take(place).astype(np.int32), np.where(second, 1, n.take(place)).astype(np.float64))


def _numbers(record: np.ndarray, n: np.ndarray) -> dict[str, object]:
    nothing = np.broadcast_to(np.nan, len(n))
    return {"record": record, "n": n, "n_min": nothing, "n_max": nothing}


def _drawn(draw: np.random.Generator, key: str, count: int) -> pd.Categorical:
    weights = np.cumsum(WEIGHTS[key]) / sum(WEIGHTS[key])
    return _category(np.searchsorted(weights, draw.random(count)), BY_KEY[key].categories)


def _skewed(draw: np.random.Generator, size: int, count: int) -> np.ndarray:
    """Codes below `size`, the first ones most often."""
    return (draw.random(count) ** 2 * size).astype(np.int32)


def _category(codes: np.ndarray, names: Iterable[str]) -> pd.Categorical:
    return pd.Categorical.from_codes(codes, pd.Index(list(names), dtype="str"))  # type: ignore[call-overload]


def _ids(draw: np.random.Generator, count: int) -> pd.Series:
    """Sixteen hexadecimal digits each, as the intake gives them."""
    ends = pa.py_buffer(np.arange(count + 1, dtype=np.int64) * 16)
    return pa.LargeStringArray.from_buffers(count, ends, pa.py_buffer(draw.bytes(8 * count).hex().encode())).to_pandas()
