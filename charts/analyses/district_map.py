"""district_map: the districts by number, as circles, as shades, or as one small map for each year."""

from typing import Any

from charts.analysis import analysis_view
from charts.asked import Asked
from charts.crossed.crossing import Crossing, Place, crossing
from charts.crossed.said import crossing_said
from charts.dataset import cases_asked
from charts.headlines import told_of
from charts.maps.figures import MOST_MAPS, Panel, Spot, circles, shade_key, shaded, small_maps
from charts.maps.table import map_table
from charts.measures import COLOURS, MEASURES, can_be_asked, measured
from charts.notes import silent
from charts.nothing import nothing_found
from charts.options import Option
from charts.palette import GREY
from charts.sentences import number
from charts.view import Table, View
from data.frame import Edition, Frame
from data.places.outlines import middle, outlines
from data.summaries.amounts import Amount, added
from data.summaries.axes import LAST, UNPLACED
from data.summaries.selected import Selected, select
from data.summaries.tally import whole

KEY = "district_map"
OPTIONS: tuple[Option, ...] = (
    Option("of", MEASURES),
    Option("shape", ("size", "shade", "periods")),
)


def view(edition: Edition, asked: Asked) -> View:
    words, what = asked.words, asked.options["of"]
    frame = cases_asked(KEY, words.say("district_map.title"), edition, asked)
    if isinstance(frame, View):
        return frame
    title = words.say("district_map.heading", what=words.say(f"cross.of.{what}"))
    selected = select(frame, asked.selection)
    if not selected.record_count or not can_be_asked(what, asked.selection):
        notes = tuple(silent(selected, words))
        return nothing_found(KEY, title, edition, frame, asked.selection, words, (), notes)
    table = crossing(selected, "district", "year", asked, whole(selected))
    placed = [row for row in table.rows if middle(row.key)]
    told = map_table(table, asked.options["shape"] == "periods", words)
    if not placed:
        reason = words.say("district_map.nowhere")
        return analysis_view(KEY, title, edition, frame, selected, words, alt=reason, table=Table((), ()), figure={},
                             notes=silent(selected, words), empty_reason=reason)  # fmt: skip
    return analysis_view(
        KEY, title, edition, frame, selected, words, alt=_alt(placed, table, words),
        headline=crossing_said(table, selected, told_of(selected, words, asked.today)), table=told,
        figure=_figure(table, placed, frame, asked), notes=_notes(table, placed, selected, asked),
    )  # fmt: skip


def _figure(table: Crossing, placed: list[Place], frame: Frame, asked: Asked) -> dict[str, Any]:
    words, what, narrow = asked.words, table.what, asked.narrow
    spots = [_spot(row, row.total, table.pick(row, None), frame, what, words) for row in placed]
    beside = _beside(table, words)
    match asked.options["shape"]:
        case "shade":
            return shaded(spots, [*shade_key([one.amount for one in spots], words), *beside], words, narrow)
        case "periods" if any(place.key != UNPLACED for place in table.columns):
            panels, codes = _panels(table, frame, narrow, words), [row.key for row in placed]
            return small_maps(panels, codes, COLOURS[what], beside, words, narrow)
    key = [("●", COLOURS[what], words.say("district_map.key.area")), *beside]
    return circles(spots, COLOURS[what], key, words, narrow)


def _spot(row: Place, amount: Amount, address: str, frame: Frame, what: str, words: Any) -> Spot:
    label = "?" if amount.n is None else number(amount, words)
    told = f"<b>{row.name}</b><br>{measured(amount, what, frame.dataset.layout, words)}"
    return Spot(row.key, row.name, amount, label, told, address)


def _beside(table: Crossing, words: Any) -> list[tuple[str, str, str]]:
    """What is on no map, said on the picture itself."""
    off = [row for row in table.rows if not middle(row.key)]
    if not off:
        return []
    total = number(added([row.total for row in off]), words)
    return [("□", GREY, words.say("district_map.key.off", number=total))]


def _panels(table: Crossing, frame: Frame, narrow: bool, words: Any) -> list[Panel]:
    """The last years that fit, each with what was in each district."""
    years = [c for c, place in enumerate(table.columns) if place.key != UNPLACED][-MOST_MAPS[narrow] :]
    panels = []
    for c in years:
        column = table.columns[c]
        spots = [
            _spot(row, table.cells[r][c], table.pick(row, column), frame, table.what, words)
            for r, row in enumerate(table.rows)
            if middle(row.key) and (table.cells[r][c].known or (table.cells[r][c].n is None and column.searched))
        ]
        total = number(column.total, words)
        head = f"<b>{column.name}</b>  {total}" + (
            f" · {words.say('charts.key.unfinished')}" if column.unfinished else ""
        )
        panels.append(Panel(head, spots, column.unfinished))
    return panels


def _alt(placed: list[Place], table: Crossing, words: Any) -> str:
    most = sorted((row for row in placed if row.total.known), key=lambda row: -row.total.known)[:3]
    if not most:
        return str(words.say("cross.alt_plain", number=number(table.whole, words)))
    listed = words.list([f"{row.name} ({number(row.total, words)})" for row in most])
    return str(words.say("district_map.alt", list=listed, whole=number(table.whole, words)))


def _notes(table: Crossing, placed: list[Place], selected: Selected, asked: Asked) -> list[str]:
    words, notes = asked.words, [asked.words.say("district_map.note_middle")]
    periods = asked.options["shape"] == "periods"
    off = [row for row in table.rows if not middle(row.key)]
    for row in off:
        if row.key in LAST:
            notes.append(words.say("district_map.note_not_stated", number=number(row.total, words)))
    named = [f"{row.name} ({number(row.total, words)})" for row in off if row.key not in LAST]
    if named:
        notes.append(words.say("district_map.note_off", list=words.list(named)))
    points = [row.name for row in placed if row.key not in outlines()]
    if points:
        notes.append(words.say("district_map.note_points", list=words.list(points)))
    years = [place for place in table.columns if place.key != UNPLACED]
    if periods and len(years) > MOST_MAPS[asked.narrow]:
        notes.append(words.say("cross.note_earlier", count=len(years) - MOST_MAPS[asked.narrow]))
    unplaced = next((place for place in table.columns if place.key == UNPLACED), None)
    if periods and unplaced:
        notes.append(words.say("cross.note_unplaced", number=number(unplaced.total, words)))
    notes.append(words.say("district_map.note_source"))
    marked = table.what != "records"
    return [*notes, *silent(selected, words, marked)]
