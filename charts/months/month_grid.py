"""Month by year: the number of every month that is covered, which may still grow or is only partly included."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from charts.amount_of import amount_of
from charts.asked import Asked
from charts.measures import can_be_asked
from charts.timeline.series import whole_bins
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.by_time import Bin, ByTime, by_time
from data.summaries.selected import Selected
from data.summaries.tally import NOT_COVERED

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Cell:
    """One month. `whole`: finished, and all of it is asked for and covered."""

    bin: Bin
    amount: Amount
    whole: bool


@dataclass(frozen=True, eq=False)
class Grid:
    """`cells` by (year, month); a month that is not there lies outside what is covered or asked for."""

    found: ByTime
    of: str
    cells: dict[tuple[int, int], Cell]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({year for year, _ in self.cells}))

    def total(self, keys: Sequence[tuple[int, int]]) -> Amount:
        """The sum of the months that are there; not recorded where none of them says how many."""
        return added([self.cells[key].amount for key in keys if key in self.cells])

    def same_period(self) -> tuple[int, list[tuple[int, Amount]]]:
        """(last month, [(year, sum)]) of January to that month: the newest year that has finished months from January
        on, and all earlier years of which the same months are whole, newest first. (0, []) where there is none."""
        for year in reversed(self.years):
            months = next((m - 1 for m in MONTHS if not self._whole(year, m)), 12)
            if months:
                alike = [y for y in self.years if y <= year and all(self._whole(y, m) for m in MONTHS[:months])]
                return months, [(y, self.total([(y, m) for m in MONTHS[:months]])) for y in reversed(alike)]
        return 0, []

    def _whole(self, year: int, month: int) -> bool:
        return (year, month) in self.cells and self.cells[year, month].whole


def month_grid(selected: Selected, of: str, today: date) -> Grid:
    """`of` is casualties, killed or injured."""
    found = by_time(selected, "month", today)
    if not found.bins:
        return Grid(found, of, {})
    finished = whole_bins(found, selected.selection, selected.dataset.covered_from)
    cells = {
        (bin.start.year, bin.start.month): Cell(bin, amount_of(bin.bucket, of, selected.selection), bool(done))
        for bin, done in zip(found.bins, finished, strict=True)
        if bin.bucket is not NOT_COVERED
    }
    return Grid(found, of, cells)


def added(amounts: Sequence[Amount]) -> Amount:
    """The sum; at least so many where one of them is a minimum or not recorded."""
    if amounts and all(one.n is None for one in amounts):
        return NOT_RECORDED
    return Amount(sum(one.known for one in amounts), any(one.at_least or one.n is None for one in amounts))


def month_names(words: Any, narrow: bool) -> list[str]:
    """Jan to Dec, or J to D."""
    names = words.locale.months["stand-alone"]["narrow" if narrow else "abbreviated"]
    return [names[month] for month in MONTHS]


def month_span(months: int, words: Any) -> str:
    """January, or January to October: the first `months` of a year."""
    names = words.locale.months["stand-alone"]["wide"]
    return str(names[1] if months == 1 else words.say("charts.span", start=names[1], end=names[months]))


def of_note(asked: Asked) -> str:
    """That the outcome asked for is one that the selection leaves out."""
    of = asked.options["of"]
    if can_be_asked(of, asked.selection):
        return ""
    return str(asked.words.say(f"years_compared.note.left_out.{of}"))
