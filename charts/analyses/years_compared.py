"""years_compared: the months of each year on one calendar, one by one or added up, and the same months compared."""

from calendar import monthrange
from datetime import date
from typing import Any

from charts.amount_of import of_asked, outcome_parts
from charts.analysis import analysis_view
from charts.asked import Asked
from charts.dataset import cases_asked
from charts.headlines import change, measure_of, peak, told_of, totals_of
from charts.months.month_grid import Grid, month_grid, month_span, of_note
from charts.months.year_findings import same_months_findings
from charts.months.year_lines import points_of, year_lines
from charts.nothing import nothing_found
from charts.options import Option
from charts.picks import period_parts, pick
from charts.sentences import amount, bin_name, period_name
from charts.timeline.notes import calendar_notes
from charts.view import Column, Table, View
from data.frame import Edition
from data.summaries.selected import Selected, select

KEY = "years_compared"
OPTIONS: tuple[Option, ...] = (Option("of", ("casualties", "killed", "injured")), Option("shape", ("lines", "running")))
# More lines than these are no longer told apart; the older years are in the table.
MOST_YEARS = 8
# Years whose same months are said one by one.
MOST_NAMED = 5


def view(edition: Edition, asked: Asked) -> View:
    words, selection, shape = asked.words, asked.selection, asked.options["shape"]
    frame = cases_asked(KEY, words.say("years_compared.title"), edition, asked)
    if isinstance(frame, View):
        return frame
    selected, of = select(frame, selection), of_asked(asked)
    grid = month_grid(selected, of, asked.today)
    title = words.say(f"years_compared.title.{of}.{shape}")
    columns = _columns(of, shape, words)
    notes = tuple(_notes(grid, selected, asked))
    if not selected.record_count or not grid.cells:
        return nothing_found(KEY, title, edition, frame, selection, words, columns, notes)
    figure = year_lines(grid, grid.years[-MOST_YEARS:], shape, selection, words, asked.narrow)
    table = _table(grid, columns, shape, asked)
    return analysis_view(
        KEY, title, edition, frame, selected, words,
        headline=_headline(grid, selected, asked), table=table, figure=figure, notes=notes,
        findings=same_months_findings(frame, selected, grid, words),
    )  # fmt: skip


def same_months(grid: Grid, words: Any) -> str:
    """January to October: 12 in 2025, 15 in 2024. "" where no year has a finished January."""
    months, sums = grid.same_period()
    if not months:
        return ""
    parts = [
        words.say("years_compared.in_year", number=amount(total, words), year=str(year))
        for year, total in sums[:MOST_NAMED]
    ]
    what = words.say(f"over_time.what.{grid.of}")
    return str(
        words.say("years_compared.same_months", what=what, months=month_span(months, words), list=words.list(parts))
    )


def _notes(grid: Grid, selected: Selected, asked: Asked) -> list[str]:
    words = asked.words
    notes = [of_note(asked)]
    if len(grid.same_period()[1]) > 1:
        notes.append(same_months(grid, words))
    if (older := len(grid.years) - MOST_YEARS) > 0:
        notes.append(words.say("years_compared.note.older", count=older))
    if asked.options["shape"] == "running":
        notes.append(words.say("over_time.note.running"))
    return [note for note in notes + calendar_notes(grid.found, selected, words, "dashed") if note]


def _headline(grid: Grid, selected: Selected, asked: Asked) -> str:
    """The same months of the two newest years; where there are not two, everything.

    Nobody in either is no finding: then the month with most.
    """
    told, (months, sums) = told_of(selected, asked.words, asked.today), grid.same_period()
    if len(sums) < 2:
        return totals_of(told, selected)
    sides = [(period_name(date(year, 1, 1), _end(year, months), asked.words), total) for year, total in sums[:2]]
    of = grid.of if grid.of != "casualties" else measure_of(asked.selection)
    if not any(total.known for _, total in sums[:2]):
        bins = [(bin_name(cell.bin.start, "month", asked.words), cell.amount) for cell in grid.cells.values()]
        if most := peak(told, bins, "month", of):
            return most
    return change(told, sides[0], sides[1], asked.words.say(f"headlines.what.{of}"))


def _end(year: int, months: int) -> date:
    return date(year, months, monthrange(year, months)[1])


def _columns(of: str, shape: str, words: Any) -> tuple[Column, ...]:
    what = words.say(f"over_time.what.{of}")
    return (
        Column("year", words.say("years_compared.column.year")),
        Column("period", words.say("charts.column.period")),
        Column(of, what, "number"),
        *((Column("running", words.say("years_compared.column.running"), "number"),) if shape == "running" else ()),
        Column("records", words.say("charts.column.records"), "number"),
        Column("state", words.say("charts.column.state")),
    )


def _table(grid: Grid, columns: tuple[Column, ...], shape: str, asked: Asked) -> Table:
    """A row per month, the newest year first; months outside what is covered have none."""
    words, rows, picks = asked.words, [], []
    for year in reversed(grid.years):
        for point in points_of(grid, year, shape):
            bin = point.cell.bin
            state = "charts.reported_accidents.unfinished" if bin.unfinished else "over_time.state.cut"
            cells = {
                "year": str(year), "period": bin_name(bin.start, "month", words), grid.of: point.cell.amount,
                "running": point.value, "records": bin.bucket.records,
                "state": "" if point.cell.whole else words.say(state),
            }  # fmt: skip
            period = period_parts(bin.start, bin.end, asked.selection)
            plain = pick(*period)
            own = {"year": "", "running": "", "state": "", grid.of: pick(*period, *outcome_parts(grid.of))}
            rows.append(tuple(cells[column.key] for column in columns))
            picks.append(tuple(own.get(column.key, plain) for column in columns))
    return Table.of(columns, rows, picks=tuple(picks))
