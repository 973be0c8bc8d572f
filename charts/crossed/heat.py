"""A cross tabulation as a heat table: a number in every cell, shaded from few to many, with sums at the edges."""

from typing import Any

from charts.canvas import CHARACTER, NARROW, WIDE, axis, key_line, layout, shortened, wrapped
from charts.crossed.bars import hover
from charts.crossed.crossing import Crossing
from charts.measures import measured
from charts.palette import CARD, CLEAR, DIM, GREY, GRID, TEXT
from charts.sentences import number
from charts.shades import shade, shade_limits
from data.summaries.amounts import Amount

ROW = 28
MOST_ROWS = 12
_SLANT = 0.71  # of a head that stands at 45 degrees, as seen from the side
Cell = dict[str, Any]


def most_columns(table: Crossing, narrow: bool) -> int:
    """How many columns fit beside the grey ones and the sum."""
    grey = sum(place.grey for place in table.columns)
    return max(2, (5 if narrow else 14) - grey)


def heat(table: Crossing, layout_name: str, words: Any, narrow: bool) -> dict[str, Any]:
    """A figure of a table that is already folded. `layout_name` is the dataset's."""
    names = [shortened(row.name, 96 if narrow else 180) for row in table.rows]
    total = words.say("cross.total")
    left = int(max(len(name) for name in (*names, total)) * CHARACTER) + 10
    width = ((NARROW if narrow else WIDE) - left - 6) / (len(table.columns) + 1)
    named = [place.name + (" ▨" if place.unfinished else "") for place in table.columns] + [total]
    heads = [wrapped(name, width - 4) for name in named]
    slanted = any("…" in head for head in heads)
    if slanted:
        heads = [shortened(name, 130) for name in named]
    longest = max(len(head) for head in heads) * CHARACTER
    top = int(longest * _SLANT) + 18 if slanted else 42 if any("<br>" in head for head in heads) else 26
    # A slanted head leans over the columns to its right, the last one over the edge.
    right = max(6, int(len(total) * CHARACTER * _SLANT - width / 2) + 8) if slanted else 6
    cells = _cells(table, layout_name, words)
    unfinished = any(place.unfinished for place in table.columns)
    key = [key_line([("▨", GREY, words.say("charts.key.unfinished"))])] if unfinished else []
    for line in key:
        line |= {"y": 0, "yanchor": "top", "yshift": -4}
    bottom, rows = (22 if unfinished else 2), len(names) + 1
    return {
        "data": [_trace(cells)],
        "layout": layout(
            words, top + rows * ROW + bottom, (top, right, bottom, left), barmode="overlay", annotations=key,
            xaxis=axis(range=[-0.5, len(table.columns) + 0.5], side="top", tickvals=list(range(len(heads))),
                       ticktext=heads, tickangle=-45 if slanted else 0, tickfont={"size": 12, "color": TEXT}),
            yaxis=axis(range=[rows - 0.5, -0.5], tickvals=list(range(rows)),
                       ticktext=[*(_faint(name, row.grey) for name, row in zip(names, table.rows, strict=True)),
                                 f"<b>{total}</b> "], tickfont={"size": 12, "color": TEXT}),
        ),
    }  # fmt: skip


def _faint(name: str, grey: bool) -> str:
    return f'<span style="color:{DIM}">{name}</span> ' if grey else f"{name} "


def _cells(table: Crossing, layout_name: str, words: Any) -> list[Cell]:
    """Every cell, then the sums of the rows, of the columns and of all."""
    known = [
        cell.known
        for row, own in zip(table.rows, table.cells, strict=True)
        for column, cell in zip(table.columns, own, strict=True)
        if not row.grey and not column.grey
    ]
    limits = shade_limits(known)
    found = []
    for r, row in enumerate(table.rows):
        for c, column in enumerate(table.columns):
            cell = table.cells[r][c]
            plain = row.grey or column.grey or not cell.known
            ground, ink = (CARD, DIM) if plain else shade(cell.known, limits)
            found.append(_cell(c, r, cell, (ground, ink), table.pick(row, column),
                               hover(table, r, c, layout_name, words), words))  # fmt: skip
    edge, bottom = len(table.columns), len(table.rows)
    sums = [(edge, r, row.total, table.pick(row, None), row.name) for r, row in enumerate(table.rows)]
    sums += [(c, bottom, column.total, table.pick(None, column), column.name) for c, column in enumerate(table.columns)]
    sums.append((edge, bottom, table.whole, "", words.say("cross.total")))
    for x, y, amount, pick, name in sums:
        text = f"<b>{name}</b><br>{measured(amount, table.what, layout_name, words)}"
        found.append(_cell(x, y, amount, (CLEAR, TEXT), pick, text, words))
    return found


def _cell(x: int, y: int, amount: Amount, colours: tuple[str, str], pick: str, text: str, words: Any) -> Cell:
    label = "?" if amount.n is None else number(amount, words)
    return {"x": x, "y": y, "ground": colours[0], "ink": colours[1], "pick": pick, "hover": text,
            "label": label if colours[0] != CLEAR else f"<b>{label}</b>"}  # fmt: skip


def _trace(cells: list[Cell]) -> dict[str, Any]:
    """Bars as cells: each keeps its pick, its words and its colour of the palette, in either scheme."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": "cells",
        "meta": {"role": "cells", "along": ""},
        "base": [cell["x"] - 0.47 for cell in cells],
        "x": [0.94] * len(cells),
        "y": [cell["y"] for cell in cells],
        "width": 0.9,
        "marker": {
            "color": [cell["ground"] for cell in cells],
            "line": {"color": [GRID if cell["ground"] == CARD else CLEAR for cell in cells], "width": 1},
        },
        "text": [cell["label"] for cell in cells],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "constraintext": "none",
        "textangle": 0,
        "insidetextfont": {"size": 12, "color": [cell["ink"] for cell in cells]},
        "customdata": [cell["pick"] for cell in cells],
        "hovertext": [cell["hover"] for cell in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
