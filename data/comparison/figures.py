"""What a version adds up to: in all, by year and by district; of running totals what the newest statement says."""

from dataclasses import dataclass

import numpy as np

from data.frame import NO_DAY, Frame
from data.selection import Selection
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.columns import columns_of
from data.summaries.selected import select
from data.summaries.statements import Statement, newest_of
from data.summaries.tally import Bucket, tally, whole

MEASURES = ("killed", "injured", "other")
EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Figures:
    """`other`: casualties of whom killed or injured is not known or not said.

    It counts what is stated, so that where nobody is stated so it is 0, and said as "none".
    """

    records: int
    killed: Amount
    injured: Amount
    other: Amount


@dataclass(frozen=True, slots=True)
class Change:
    """One group before and after; None where a version has no record of it. `key`: a year, years, a district, ""."""

    key: str
    before: Figures | None
    after: Figures | None

    def amounts(self, measure: str) -> tuple[Amount, Amount]:
        """Before and after; not recorded where there is no record."""
        left, right = (NOT_RECORDED if side is None else getattr(side, measure) for side in (self.before, self.after))
        return left, right

    def difference(self, measure: str) -> float | None:
        """None where one side records nothing: what is not known has no difference."""
        left, right = self.amounts(measure)
        return None if left.n is None or right.n is None else right.n - left.n

    @property
    def differs(self) -> bool:
        return self.before != self.after


def totals(frame: Frame) -> Figures:
    """Of everything in a version. Running totals are never summed: see `newest_figures`."""
    if frame.dataset.layout == "running_totals":
        return newest_figures(frame, newest_of(frame))
    return figures_of(whole(select(frame, Selection())), len(frame))


def newest_figures(frame: Frame, newest: Statement | None) -> Figures:
    """What the newest whole statement says; not recorded where there is none."""
    if newest is None:
        return Figures(len(frame), NOT_RECORDED, NOT_RECORDED, NOT_RECORDED)
    return Figures(len(frame), newest.killed, newest.injured, NOT_RECORDED)


def by_year(frame: Frame, selection: Selection = EVERYTHING) -> dict[str, Figures]:
    """Year -> figures. A span over several years stands under "2020-2021", what has no date under "": not split."""
    codes, keys = year_codes(frame)
    return _grouped(frame, selection, "comparison:years", codes, keys)


def by_district(frame: Frame, selection: Selection = EVERYTHING) -> dict[str, Figures]:
    """Code of the district -> figures; "" where none is stated."""
    codes, keys = district_codes(frame)
    return _grouped(frame, selection, "comparison:district", codes, keys)


def district_codes(frame: Frame) -> tuple[np.ndarray, list[str]]:
    """(code per record, district of each code)."""
    codes, keys = frame.codes("district")
    return codes.astype(np.intp), list(keys)


def year_codes(frame: Frame) -> tuple[np.ndarray, list[str]]:
    """(code per record, name of each code), worked out once per frame."""
    return columns_of(frame).remember("comparison:year_codes", lambda: _year_codes(frame))


def _year_codes(frame: Frame) -> tuple[np.ndarray, list[str]]:
    start, end = (
        frame.records[key].to_numpy(dtype="datetime64[Y]").astype(np.int64) for key in ("date_from", "date_to")
    )
    dated = (frame.days("date_from") != NO_DAY) & (frame.days("date_to") != NO_DAY)
    pairs = np.where(dated, (start + 1970) * 10_000 + end + 1970, 0)
    found, codes = np.unique(pairs, return_inverse=True)
    return codes.astype(np.intp), [_years(int(pair)) for pair in found]


def _years(pair: int) -> str:
    first, last = divmod(pair, 10_000)
    return "" if not pair else str(first) if first == last else f"{first}-{last}"


def _grouped(
    frame: Frame, selection: Selection, name: str, codes: np.ndarray, keys: list[str]
) -> dict[str, Figures]:  # fmt: skip
    if frame.dataset.layout == "running_totals" or not len(frame):
        return {}
    buckets = tally(select(frame, selection), name, len(keys), codes)
    return {
        key: figures_of(bucket, bucket.records) for key, bucket in zip(keys, buckets, strict=True) if bucket.records
    }


def figures_of(bucket: Bucket, records: int) -> Figures:
    """A Bucket as figures; nothing is recorded where there is no record."""
    if not records:
        return Figures(0, NOT_RECORDED, NOT_RECORDED, NOT_RECORDED)
    other = Amount(bucket.other)
    return Figures(records, bucket.killed, bucket.injured, other)
