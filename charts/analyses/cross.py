"""cross: any field against any other field, years or months, as bars, as a heat table or as small multiples."""

from typing import Any

from charts.analysis import analysis_view
from charts.asked import Asked
from charts.crossed.bars import MOST_COLUMNS as BARS_ACROSS
from charts.crossed.bars import MOST_ROWS, bars
from charts.crossed.crossing import Crossing, axis_name, crossing, folded
from charts.crossed.heat import heat, most_columns
from charts.crossed.multiples import MOST_COLUMNS as BINS
from charts.crossed.multiples import MOST_ROWS as PANELS
from charts.crossed.multiples import multiples
from charts.crossed.said import crossing_said
from charts.crossed.table import cross_table, share_base
from charts.dataset import cases_asked
from charts.headlines import told_of
from charts.measures import MEASURES, can_be_asked
from charts.notes import not_recorded, silent
from charts.nothing import nothing_found
from charts.options import Option
from charts.sentences import cases, number, opening
from charts.view import Table, View
from data.frame import Edition, Frame
from data.selection import FIELDS
from data.summaries.axes import OTHERS, TIMES, UNPLACED
from data.summaries.columns import COUNT_FIELDS
from data.summaries.selected import Selected, select
from data.summaries.tally import whole

KEY = "cross"
ROWS = ("district", *(field for field in FIELDS if field != "district"))
COLUMNS = ("outcome", *(field for field in FIELDS if field != "outcome"), *TIMES)
OPTIONS: tuple[Option, ...] = (
    Option("rows", ROWS),
    Option("columns", COLUMNS),
    Option("of", MEASURES),
    Option("shape", ("bars", "heat", "multiples")),
)


def view(edition: Edition, asked: Asked) -> View:
    words, what = asked.words, asked.options["of"]
    frame = cases_asked(KEY, words.say("cross.title"), edition, asked)
    if isinstance(frame, View):
        return frame
    rows, columns, notes = _fields(asked)
    title = words.say("cross.heading", what=words.say(f"cross.of.{what}"), rows=axis_name(rows, words),
                      columns=axis_name(columns, words))  # fmt: skip
    selected = select(frame, asked.selection)
    if not selected.record_count or not can_be_asked(what, asked.selection):
        said = tuple(silent(selected, words))
        return nothing_found(KEY, title, edition, frame, asked.selection, words, (), said)
    table = crossing(selected, rows, columns, asked, whole(selected))
    if not table.rows or not table.columns:
        reason = words.say("cross.nothing_known", rows=axis_name(rows, words), columns=axis_name(columns, words))
        return analysis_view(KEY, title, edition, frame, selected, words, alt=reason, table=Table((), ()), figure={},
                             notes=not_recorded(selected, words), empty_reason=reason)  # fmt: skip
    shown = _shown(table, asked)
    draw = {"bars": bars, "heat": heat, "multiples": multiples}[asked.options["shape"]]
    figure = draw(shown, frame.dataset.layout, words, asked.narrow)
    notes += _notes(table, shown, selected, frame, words)
    return analysis_view(
        KEY, title, edition, frame, selected, words, alt=_alt(shown, words),
        headline=crossing_said(table, selected, told_of(selected, words, asked.today)),
        table=cross_table(table, words), figure=figure, notes=notes,
    )  # fmt: skip


def _fields(asked: Asked) -> tuple[str, str, list[str]]:
    """Rows and columns that go together, and what has been chosen otherwise than asked."""
    rows, columns, words = asked.options["rows"], asked.options["columns"], asked.words
    if asked.options["shape"] == "multiples" and columns not in TIMES:
        return rows, "year", [words.say("cross.note_years")]
    if rows == columns:
        other = "year" if rows == "outcome" else "outcome"
        said = words.say("cross.note_same", field=axis_name(rows, words), columns=axis_name(other, words))
        return rows, other, [said]
    return rows, columns, []


def _shown(table: Crossing, asked: Asked) -> Crossing:
    match asked.options["shape"]:
        case "heat":
            return folded(table, MOST_ROWS, most_columns(table, asked.narrow), asked.words)
        case "multiples":
            return folded(table, PANELS[asked.narrow], BINS[asked.narrow], asked.words)
    return folded(table, MOST_ROWS, BARS_ACROSS[asked.narrow], asked.words)


def _alt(table: Crossing, words: Any) -> str:
    """The largest cell of those that are known."""
    cells = [
        (cell, row, column)
        for row, own in zip(table.rows, table.cells, strict=True)
        for column, cell in zip(table.columns, own, strict=True)
        if not row.grey and not column.grey and OTHERS not in (row.key, column.key)
    ]
    whole = number(table.whole, words)
    most = max(cells, key=lambda item: item[0].known, default=None)
    if most is None or not most[0].known:
        return str(words.say("cross.alt_plain", number=whole))
    cell, row, column = most
    return str(
        words.say("cross.alt", number=number(cell, words), row=opening(row.name), column=column.name, whole=whole)
    )


def _notes(table: Crossing, shown: Crossing, selected: Selected, frame: Frame, words: Any) -> list[str]:
    notes, layout = [], frame.dataset.layout
    for side, all_places, places in (("rows", table.rows, shown.rows), ("columns", table.columns, shown.columns)):
        rest = next((place for place in places if place.key == OTHERS), None)
        if rest:
            message = f"cross.note_other_{side}"
            notes.append(words.say(message, count=rest.values, number=number(rest.total, words)))
        elif len(all_places) > len(places):
            notes.append(words.say("cross.note_earlier", count=len(all_places) - len(places)))
    if any(place.key == OTHERS for place in (*table.rows, *table.columns)):
        notes.append(words.say("cross.note_table"))
    unplaced = next((place for place in table.columns if place.key == UNPLACED), None)
    if unplaced:
        notes.append(words.say("cross.note_unplaced", number=number(unplaced.total, words)))
    if any(cell.n is None for row in shown.cells for cell in row):
        notes.append(words.say("cross.note_unknown"))
    if table.what == "records" and {table.row_field, table.column_field} & set(COUNT_FIELDS):
        notes.append(words.say("cross.note_records", cases=cases(layout, selected.record_count, words)))
    base, unknown = share_base(table), sum(row.total.known for row in table.rows if row.grey)
    if base and unknown:
        notes.append(words.say("cross.note_shares", base=base, unknown=unknown))
    marked = table.what != "records"
    return [*notes, *silent(selected, words, marked)]
