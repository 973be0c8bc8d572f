"""A table on a slide: its numbers on grounds that tell their size, in type that can be read from the back row."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu

from charts.palette import CARD, INK, SHADES, TEXT
from exports.deck.layouts import EMU, Area
from exports.slides.look import Look, no_style
from exports.slides.native import Cell, Grid

# Words on these grounds are light (charts/palette.py).
DEEP = SHADES[3:]


def draw_grid(slide: Any, grid: Grid, area: Area, look: Look) -> Any:
    """As many rows and columns as the grid has; rows share the height up to twice that of their type."""
    rows, columns = len(grid.rows) + 1, len(grid.headings)
    tall = min(area.height // rows, round(look.size * 2.2 * EMU))
    frame = slide.shapes.add_table(rows, columns, Emu(area.left), Emu(area.top), Emu(area.width), Emu(tall * rows))
    table = frame.table
    no_style(table)
    first = area.width * (24 if columns < 8 else 10) // 100
    last = area.width * 12 // 100 if columns > 8 else (area.width - first) // max(columns - 1, 1)
    between = (area.width - first - last) // max(columns - 2, 1)
    for place, column in enumerate(table.columns):
        column.width = Emu(first if place == 0 else last if place == columns - 1 else between)
    for place, heading in enumerate(grid.headings):
        _write(table.cell(0, place), Cell(heading), look, place, bold=True)
    for i, row in enumerate(grid.rows, 1):
        for place, cell in enumerate(row):
            _write(table.cell(i, place), cell, look, place)
    return frame


def _write(cell: Any, own: Cell, look: Look, place: int, bold: bool = False) -> None:
    cell.text = own.text
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Emu(4 * EMU)
    cell.margin_top = cell.margin_bottom = Emu(EMU)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT if place == 0 else PP_ALIGN.CENTER
    look.write(paragraph.font)
    paragraph.font.bold = bold
    light = own.shade in DEEP
    ink = TEXT if not own.shade else CARD if light else INK
    paragraph.font.color.rgb = look.colour(ink)
    look.shade(cell, own.shade)
