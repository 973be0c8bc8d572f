"""A percentage beside the counts, in a column of its own or in brackets behind a number, that disagrees with them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.intake.cells.uniques import as_written, different
from data.intake.mapping.columns import Column
from data.intake.mapping.words import tokens, word_set
from data.intake.reading import Reading, positions, whole
from data.places.spelling import plain_digits
from data.problems import Problem

_IN_BRACKETS = re.compile(r"\d\s*[(\[]([^()\[\]]*)[)\]]")
_NUMBER = re.compile(r"(\d+)(?:[.,](\d+))?")
_FEWEST = 2  # rows that agree, with a percentage that is neither 0 nor 100: those agree by themselves
_MOST = 0.6  # of the rows must agree before one that does not is doubted
_LEAST_DECIMALS = 1  # a fraction such as 0.3333 is compared as 33.3 %


@dataclass(frozen=True, slots=True, eq=False)
class _Stated:
    """Percentages per row, and by how much each may be off, being rounded; NaN where the row states none."""

    percent: np.ndarray
    off: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class _Share:
    """A count, and what it may be a share of: the row's casualties, or all of its own column."""

    n: np.ndarray
    base: np.ndarray

    @property
    def percent(self) -> np.ndarray:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.base > 0, 100 * self.n / self.base, np.nan)


def check(reading: Reading, columns: Sequence[Column]) -> Iterator[Problem]:
    """Every percentage that is none of its count, where most of its column are; `columns` are those of the table."""
    if not reading.tallies and reading.total is None:
        return
    shares = list(_shares(reading))
    for column in columns:
        stated = _stated(column)
        if stated is not None and (share := _meant(stated, shares)) is not None:
            computed = share.percent
            for at in positions(np.abs(stated.percent - computed) > stated.off):
                said, right = (whole(float(f"{percent[at]:.3g}")) for percent in (stated.percent, computed))
                found = reading.problem(
                    "percentage_disagrees", at, None, stated.percent[at], right,
                    stated=said, computed=right, part=whole(share.n[at]), base=whole(share.base[at]),
                )  # fmt: skip
                yield replace(found, column=column.letter_at(at))


def _shares(reading: Reading) -> Iterator[_Share]:
    """Each count as a share of its row and of its column."""
    values = {outcome: tallied.value for outcome, tallied in reading.tallies.items()}
    total = reading.total.n if reading.total is not None else None
    if total is None and {"killed", "injured"} <= values.keys():
        total = values["killed"] + values["injured"]
    for n in values.values():
        if total is not None:
            yield _Share(n, total)
    for n in [*values.values(), *([total] if total is not None else [])]:
        yield _Share(n, np.full(len(n), np.nansum(n)))


def _meant(stated: _Stated, shares: Sequence[_Share]) -> _Share | None:
    """The share that most of the percentages agree with."""
    best, most = None, 0
    for share in shares:
        compared = ~np.isnan(stated.percent) & ~np.isnan(share.percent)
        agrees = compared & (np.abs(stated.percent - share.percent) <= stated.off)
        telling = int((agrees & (share.n > 0) & (share.n < share.base)).sum())
        if telling >= _FEWEST and telling > most and agrees.sum() >= _MOST * compared.sum():
            best, most = share, telling
    return best


def _stated(column: Column) -> _Stated | None:
    """The percentages of a column that is headed so or shows the sign, or those in brackets in its cells."""
    codes, values = different(column.cells)
    texts = [plain_digits(as_written(value)) for value in values]
    headed = any(role.field == "rate" for role in column.roles[:1])
    signed = sum(text.endswith("%") for text in texts)
    if headed or (signed and signed * 2 >= len(texts)):
        read = [_number(text) for text in texts]
        if not signed and all(percent <= 1 for percent, _ in filter(None, read)):
            read = [each and (each[0] * 100, max(each[1] * 100, 0.5 * 10.0**-_LEAST_DECIMALS)) for each in read]
    elif column.roles and any("(" in text or "[" in text for text in texts):
        read = [_bracketed(text) for text in texts]
    else:
        return None
    table = np.array([*(each or (np.nan, np.nan) for each in read), (np.nan, np.nan)])
    return _Stated(table[codes, 0], table[codes, 1] + 1e-9) if any(read) else None


def _bracketed(text: str) -> tuple[float, float] | None:
    """The percentage in "63 (8 percent)" and "63 (8 %)"."""
    found = _IN_BRACKETS.search(text) if len(text) <= 60 else None
    if found is None:
        return None
    words = tokens(_NUMBER.sub(" ", found[1]))
    return _number(found[1]) if words in word_set("sums", "statistic") else None


def _number(text: str) -> tuple[float, float] | None:
    """The percentage, and half of its last digit."""
    found = _NUMBER.findall(text)
    if len(found) != 1 or "-" in text:
        return None
    units, decimals = found[0]
    return float(f"{units}.{decimals or 0}"), 0.5 * 10.0 ** -len(decimals)
