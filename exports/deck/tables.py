"""A chart's numbers as tables that PowerPoint can edit: as many columns and rows as can be read, the rest named."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exports.cells import cells
from exports.deck.fitting import LEADING, WIDER
from exports.deck.layouts import EMU, Area
from exports.deck.writing import write_lines
from exports.handed import Handed
from exports.text_lines import lines, width

# Inside a cell PowerPoint leaves 0.1 inch on both sides, 0.05 above and below.
SIDES, ENDS = 14.4, 7.2
# A column is no wider than this share of the table where others need the room.
WIDEST = 0.4
MOST_SLIDES = 3


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one slide, the heading row first; `widths` and `heights` in points, one per column and per row."""

    rows: list[list[str]]
    widths: list[float]
    heights: list[float]


def table_pages(handed: Handed, area: Area, size: float) -> tuple[list[Page], int, int]:
    """(pages, rows that were left out, columns that were left out). Links have no place on a slide."""
    kept = [j for j, column in enumerate(handed.view.table.columns) if column.kind != "link"]
    found = [[row[j].text for j in kept] for row in cells(handed.view, handed.words)]
    labels = [handed.view.table.columns[j].label for j in kept]
    room = area.width / EMU
    columns = list(zip(labels, *found, strict=True))
    most = len(columns)
    while most > 1 and sum(_narrowest(column, size) for column in columns[:most]) > room:
        most -= 1
    widths = _widths(columns[:most], size, room)
    pages = list(_pages(labels[:most], [row[:most] for row in found], widths, size, area.height / EMU))
    shown = pages[:MOST_SLIDES]
    return shown, len(found) - sum(len(page.rows) - 1 for page in shown), len(labels) - most


def draw_table(slide: Any, page: Page, area: Area, size: float, language: str, alt: str) -> None:
    """As a table with a heading row."""
    frame = slide.shapes.add_table(
        len(page.rows), len(page.widths), area.left, area.top, area.width, round(sum(page.heights) * EMU)
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    for column, wide in zip(frame.table.columns, page.widths, strict=True):
        column.width = round(wide * EMU)
    for row, tall, texts in zip(frame.table.rows, page.heights, page.rows, strict=True):
        row.height = round(tall * EMU)
        for cell, text in zip(row.cells, texts, strict=True):
            write_lines(cell.text_frame, [text], [size], language)


def _pages(
    labels: list[str], rows: list[list[str]], widths: list[float], size: float, most: float
) -> Iterator[Page]:  # fmt: skip
    heading = _height(labels, widths, size)
    held, heights = [labels], [heading]
    for row in rows:
        tall = _height(row, widths, size)
        if len(held) > 1 and sum(heights) + tall > most:
            yield Page(held, widths, heights)
            held, heights = [labels], [heading]
        held.append(row)
        heights.append(tall)
    if len(held) > 1:
        yield Page(held, widths, heights)


def _height(row: list[str], widths: list[float], size: float) -> float:
    most = max(len(lines(text, size * WIDER, wide - SIDES)) for text, wide in zip(row, widths, strict=True))
    return max(most, 1) * size * LEADING + ENDS


def _narrowest(column: tuple[str, ...], size: float) -> float:
    """No word of a column is broken."""
    return max(width(word, size * WIDER) for text in column for word in (text.split() or [""])) + SIDES + 1


def _widths(columns: list[tuple[str, ...]], size: float, room: float) -> list[float]:
    """Each as wide as its longest word, and of what is left so much as its texts want; together as wide as the room."""
    least = [_narrowest(column, size) for column in columns]
    wanted = [min(max(width(text, size * WIDER) for text in column) + SIDES, room * WIDEST) for column in columns]
    more = [max(want - narrow, 0.0) for want, narrow in zip(wanted, least, strict=True)]
    left = max(room - sum(least), 0.0)
    share = min(left / sum(more), 1.0) if sum(more) else 0.0
    found = [narrow + one * share for narrow, one in zip(least, more, strict=True)]
    return [one * room / sum(found) for one in found]
