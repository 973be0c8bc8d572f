"""season: month by year as a table of shaded cells, so that what comes back every year is seen."""

from typing import Any

from charts.amount_of import of_asked, outcome_parts
from charts.analysis import analysis_view
from charts.asked import Asked
from charts.dataset import cases_asked
from charts.headlines import measure_of, peak, told_of, totals_of
from charts.months.month_cells import season_figure
from charts.months.month_grid import MONTHS, Grid, month_grid, month_names, of_note
from charts.nothing import nothing_found
from charts.options import Option
from charts.picks import period_parts, pick
from charts.sentences import amount, bin_name, number
from charts.timeline.notes import calendar_notes
from charts.view import Column, Table, View
from data.frame import Edition
from data.summaries.amounts import Amount
from data.summaries.selected import Selected, select

KEY = "season"
MOST_NAMED = 3
OPTIONS: tuple[Option, ...] = (Option("of", ("casualties", "killed", "injured")),)
# More rows than these are a very long picture; the older years are in the table.
MOST_YEARS = 25


def view(edition: Edition, asked: Asked) -> View:
    words, selection = asked.words, asked.selection
    frame = cases_asked(KEY, words.say("season.title"), edition, asked)
    if isinstance(frame, View):
        return frame
    selected, of = select(frame, selection), of_asked(asked)
    grid = month_grid(selected, of, asked.today)
    title = words.say(f"season.title.{of}")
    notes = tuple(_notes(grid, selected, asked))
    if not selected.record_count or not grid.cells:
        return nothing_found(KEY, title, edition, frame, selection, words, _columns(words), notes)
    years = grid.years[::-1][:MOST_YEARS]
    figure = season_figure(grid, years, selection, words, asked.narrow)
    table = _table(grid, asked)
    return analysis_view(
        KEY, title, edition, frame, selected, words, alt=_alt(grid, words),
        headline=_headline(grid, selected, asked), table=table, figure=figure, notes=notes
    )  # fmt: skip


def _notes(grid: Grid, selected: Selected, asked: Asked) -> list[str]:
    words = asked.words
    notes = [of_note(asked)]
    if (older := len(grid.years) - MOST_YEARS) > 0:
        notes.append(words.say("years_compared.note.older", count=older))
    counts = [sum((year, month) in grid.cells for year in grid.years) for month in MONTHS]
    if grid.cells and min(counts) < max(counts):
        notes.append(words.say("season.note.uneven", fewest=min(counts), most=max(counts)))
    return [note for note in notes + calendar_notes(grid.found, selected, words, "outlined") if note]


def _headline(grid: Grid, selected: Selected, asked: Asked) -> str:
    told = told_of(selected, asked.words, asked.today)
    bins = [(bin_name(cell.bin.start, "month", asked.words), cell.amount) for cell in grid.cells.values()]
    of = grid.of if grid.of != "casualties" else measure_of(asked.selection)
    return peak(told, bins, "month", of) or totals_of(told, selected)


def _alt(grid: Grid, words: Any) -> str:
    """The month with the most, or the few that are equal; where there is none, only the sum."""
    most = max(cell.amount.known for cell in grid.cells.values())
    cells = [cell for _, cell in sorted(grid.cells.items()) if cell.amount.known == most]
    if not most or len(cells) > MOST_NAMED:
        return str(words.say("cross.alt_plain", number=number(grid.total(list(grid.cells)), words)))
    names = words.list([bin_name(cell.bin.start, "month", words) for cell in cells])
    told = Amount(most, all(cell.amount.at_least for cell in cells))
    message = "years_compared.alt" if len(cells) == 1 else "season.alt_equal"
    return str(words.say(message, bin=names, number=amount(told, words)))


def _columns(words: Any) -> tuple[Column, ...]:
    names = zip(MONTHS, month_names(words, False), strict=True)
    return (
        Column("year", words.say("years_compared.column.year")),
        *(Column(f"month_{month}", name, "number") for month, name in names),
        Column("sum", words.say("season.column.sum"), "number"),
    )


def _table(grid: Grid, asked: Asked) -> Table:
    """A row per year, the newest first, then the sums of the months. What lies outside is told in words, never as 0."""
    words, outside = asked.words, asked.words.say("season.outside")
    rows: list[tuple[Any, ...]] = []
    picks: list[tuple[str, ...]] = []
    for year in reversed(grid.years):
        keys = [(year, month) for month in MONTHS]
        cells = [grid.cells[key].amount if key in grid.cells else outside for key in keys]
        rows.append((str(year), *cells, grid.total(keys)))
        picks.append(("", *(_pick(grid, key, asked) for key in keys), ""))
    by_month = [[(year, month) for year in grid.years] for month in MONTHS]
    sums = [grid.total(own) if any(key in grid.cells for key in own) else outside for own in by_month]
    rows.append((words.say("season.sum"), *sums, grid.total(list(grid.cells))))
    picks.append(("",) * len(rows[-1]))
    return Table.of(_columns(words), rows, picks=tuple(picks))


def _pick(grid: Grid, key: tuple[int, int], asked: Asked) -> str:
    if key not in grid.cells:
        return ""
    bin = grid.cells[key].bin
    return pick(*period_parts(bin.start, bin.end, asked.selection), *outcome_parts(grid.of))
