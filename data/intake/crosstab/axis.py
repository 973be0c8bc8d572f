"""Which columns of a table are one measure at many times or places, and which of them are only their totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from data.intake.cells.counts import CountColumn, read_counts
from data.intake.crosstab.periods import Period, covers, period_of
from data.intake.mapping.arithmetic import adds_up_to
from data.intake.mapping.headings import roles
from data.intake.mapping.role import CASUALTIES, NO_PEOPLE, OTHER_PEOPLE, PARTS_OF_DATE
from data.intake.table import Table
from data.intake.title_words import measured_by
from data.places import resolve

FEWEST = {"year": 2, "month_only": 3}
_FEWEST_OTHERS = 3
_NUMERIC = 0.6
_SAMPLE = 400
_SURELY_WORDS = 0.9  # of the sample: then the whole column is of words
_DATE_LIKE = frozenset((*PARTS_OF_DATE, "date", "date_from", "date_to"))


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing that is counted. `columns`: value of the axis -> column; `name`: what the heading says beside it."""

    name: str
    columns: Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Axis:
    """`values` in the order of the sheet; `tag` is the field that they give; `totals` are columns that only add up
    others. `counts`: column -> numbers."""

    tag: str
    values: list[str]
    measures: list[Measured]
    totals: frozenset[int]
    counts: Mapping[int, np.ndarray] = field(default_factory=dict)

    @property
    def columns(self) -> set[int]:
        return {column for measured in self.measures for column in measured.columns.values()}


def axis_of(table: Table) -> Axis | None:
    """The times, else the places, that the columns of figures stand for; None when the table is no crosstab."""
    if not table.rows:
        return None
    counts = {at: numbers for at in range(len(table.columns)) if (numbers := _numbers(table, at)) is not None}
    periods = {at: found for at in counts if (found := period_of(table.headings[at]))}
    return _of_times(table, counts, periods) or _of_places(table, counts, set(periods))


def _numbers(table: Table, at: int) -> np.ndarray | None:
    """The column as numbers of people; None when it mostly holds something else."""
    cells = table.columns[at]
    filled = len(cells) - cells.count(None)
    if not filled:
        return np.full(len(cells), np.nan)
    if not any(isinstance(cell, int | float | str) for cell in cells[:200]):
        return None
    sample = [cell for cell in cells[:: max(1, len(cells) // _SAMPLE)] if cell is not None]
    if len(sample) >= _SAMPLE // 4 and _words(read_counts(sample)) > _SURELY_WORDS * len(sample):
        return None  # a hundred thousand different remarks take fifteen seconds to be read as numbers
    read = read_counts(cells)
    return read.n if _words(read) <= (1 - _NUMERIC) * filled else None


def _words(read: CountColumn) -> int:
    return sum(problem.kind == "not_a_count" for problem in read.problems)


def _of_times(table: Table, counts: Mapping[int, np.ndarray], periods: Mapping[int, Period]) -> Axis | None:
    precision, columns = _finest(periods)
    if len({periods[at].text for at in columns}) < FEWEST.get(precision, _FEWEST_OTHERS):
        return None
    if precision == "year" and any(periods[at].name for at in columns) and _lonely(periods, columns):
        return None
    groups: dict[str, dict[str, int]] = {}
    for at in columns:
        if periods[at].text in groups.setdefault(periods[at].name, {}):
            return None  # the same period twice: these are no times of one measure
        groups[periods[at].name][periods[at].text] = at
    if len(groups) == 1 and not _named(*groups):
        groups = {"": next(iter(groups.values()))}  # "M E S - JAN": the title of all columns says nothing of people
    texts = list(dict.fromkeys(periods[at].text for at in columns))
    short = _months(texts) if precision == "day" else {text: text for text in texts}
    measures = [Measured(name, {short[text]: at for text, at in each.items()}) for name, each in groups.items()]
    totals = _totals(table, counts, measures) | (set(periods) - set(columns))
    if not _only_figures(table, counts, set(columns) | totals):
        return None
    tag = {"month_only": "#date+month", "year": "#date+year"}.get(precision, "#date")
    return Axis(tag, list(short.values()), measures, frozenset(totals), counts)


def _named(name: str) -> bool:
    """Does the name beside a period say what is counted?"""
    return any(role.field in (*CASUALTIES, *OTHER_PEOPLE, *NO_PEOPLE) for role in roles(name))


def _months(texts: Sequence[str]) -> dict[str, str]:
    """January 2021 typed as a date is its first day: where all are first days, months are meant."""
    days = {text: covers(text).first for text in texts}
    firsts = {text: f"{day:%Y-%m}" for text, day in days.items() if day and day.day == 1}
    return firsts if len(firsts) == len(texts) else {text: text for text in texts}


def _finest(periods: Mapping[int, Period]) -> tuple[str, list[int]]:
    """The finest kind of period and its columns: a year beside its months, or a quarter, is their sum."""
    present = {period.precision for period in periods.values()}
    finest = next((each for each in ("day", "month", "month_only", "quarter", "span", "year") if each in present), "")
    return finest, [at for at, period in periods.items() if period.precision == finest]


def _lonely(periods: Mapping[int, Period], columns: Sequence[int]) -> bool:
    """A year beside a name is an axis only where the name has several years."""
    names = [periods[at].name for at in columns]
    return any(names.count(name) < FEWEST["year"] for name in set(names))


def _of_places(table: Table, counts: Mapping[int, np.ndarray], times: set[int]) -> Axis | None:
    """Dates in the rows, and columns of figures that are districts, or places that a title explains."""
    dated = [at for at, heading in enumerate(table.headings) if at not in times and _says(heading, _DATE_LIKE)]
    free = [at for at in counts if at not in dated and table.headings[at].strip() and at not in times]
    if not dated or not free:
        return None
    known = [at for at in free if resolve(table.headings[at])]
    unknown = [at for at in free if not roles(table.headings[at])]
    columns = known if len(known) >= _FEWEST_OTHERS else unknown if measured_by(table.title) else []
    measures = [Measured("", {table.headings[at]: at for at in columns})]
    if len(measures[0].columns) < max(_FEWEST_OTHERS, len(columns)):
        return None
    totals = _totals(table, counts, measures)
    if not _only_figures(table, counts, {*columns, *totals, *dated}):
        return None
    names = [table.headings[at] for at in columns]
    return Axis("#adm2", names, measures, frozenset(totals), counts)


def _says(heading: str, fields: frozenset[str]) -> bool:
    found = roles(heading)
    return bool(found) and found[0].field in fields


def _totals(table: Table, counts: Mapping[int, np.ndarray], measures: Sequence[Measured]) -> set[int]:
    """Columns called a total, or that equal the sum of a measure's columns in nearly all rows."""
    axis = {at for measured in measures for at in measured.columns.values()}
    sums = [[counts[at] for at in measured.columns.values()] for measured in measures]
    found = set()
    for at in counts.keys() - axis:
        named = _says(table.headings[at], frozenset(("total", "rate")))
        if named or any(adds_up_to(parts, counts[at]) for parts in sums):
            found.add(at)
    return found


def _only_figures(table: Table, counts: Mapping[int, np.ndarray], axis: set[int]) -> bool:
    """No other column counts the killed or injured: else the periods are something beside the figures."""
    others = counts.keys() - axis
    return not any(_says(table.headings[at], frozenset(("killed", "injured"))) for at in others)
