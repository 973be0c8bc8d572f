"""A cross tabulation over time as small multiples: one panel for each row, with the years or months along it."""

from typing import Any

from charts.canvas import NARROW, WIDE, axis, count_axis, layout, note_at, shortened
from charts.crossed.bars import hover
from charts.crossed.crossing import Crossing, Place
from charts.measures import COLOURS
from charts.palette import BASELINE, CARD, DIM, GREY, TEXT
from charts.sentences import number
from data.summaries.axes import UNPLACED

PLOT, HEAD, FOOT = 76, 24, 26
MOST_ROWS = {False: 12, True: 8}
MOST_COLUMNS = {False: 72, True: 36}
_ACROSS = {False: 3, True: 2}
_LEFT = 34
_YEAR = 38  # px that the name of a year takes, with room between it and the next


def multiples(table: Crossing, layout_name: str, words: Any, narrow: bool) -> dict[str, Any]:
    """A figure of a table that is already folded, its columns years or months. `layout_name` is the dataset's."""
    columns = [c for c, place in enumerate(table.columns) if place.key != UNPLACED]
    across = min(_ACROSS[narrow], len(table.rows))
    lines = -(-len(table.rows) // across)
    height = lines * (PLOT + HEAD + FOOT)
    panel = ((NARROW if narrow else WIDE) - _LEFT) / across
    highest = max((table.cells[r][c].known for r in range(len(table.rows)) for c in columns), default=1) or 1
    data, axes, annotations = [], {}, []
    for r, row in enumerate(table.rows):
        at, down = r % across, r // across
        edges = [1 - (down * (PLOT + HEAD + FOOT) + edge) / height for edge in (HEAD + PLOT, HEAD)]
        x, y = (f"{sign}{r + 1}" if r else sign for sign in "xy")
        start = at / across
        axes[f"xaxis{x[1:]}"] = _time(table, columns, panel, domain=[start, start + 0.93 / across], anchor=y)
        axes[f"yaxis{y[1:]}"] = count_axis(highest, words, PLOT * 2, domain=edges, anchor=x, showticklabels=at == 0)
        annotations.append(_head(row, words, panel, start, edges[1]))
        data.append(_bars(table, r, columns, (x, y), layout_name, words))
    return {
        "data": data,
        "layout": layout(words, height, (0, 4, 0, _LEFT), annotations=annotations, bargap=0.18, **axes),
    }


def _head(row: Place, words: Any, panel: float, x: float, y: float) -> dict[str, Any]:
    total = number(row.total, words)
    name = shortened(row.name, panel - 24 - 7 * len(total))
    return note_at(x, y, f"<b>{name}</b>  {total}", DIM if row.grey else TEXT, xref="paper", yref="paper",
                   xanchor="left", yanchor="bottom", yshift=2, align="left")  # fmt: skip


def _time(table: Crossing, columns: list[int], panel: float, **parts: Any) -> dict[str, Any]:
    """The years, as many as stand beside each other; of months, at each January."""
    keys = [table.columns[c].key for c in columns]
    years = {i: key[:4] for i, key in enumerate(keys) if len(key) == 4 or key.endswith("-01")} or {0: keys[0]}
    every = -(-len(years) * _YEAR // int(panel))
    ticks = list(years)[::-every][::-1]
    return axis(
        range=[-0.6, len(keys) - 0.4], tickvals=ticks, ticktext=[years[i] for i in ticks], tickangle=0,
        showline=True, linecolor=BASELINE, linewidth=1, **parts,
    )  # fmt: skip


def _bars(
    table: Crossing, r: int, columns: list[int], axes: tuple[str, str], layout_name: str, words: Any
) -> dict[str, Any]:  # fmt: skip
    row, cells = table.rows[r], [table.cells[r][c] for c in columns]
    colour = GREY if row.grey else COLOURS[table.what]
    open_bins = [table.columns[c].unfinished for c in columns]
    outlines = [
        1 if cell.known and (open_bin or row.grey) else 0 for cell, open_bin in zip(cells, open_bins, strict=True)
    ]
    return {
        "type": "bar",
        "name": row.name,
        "meta": {"role": table.what},
        "x": list(range(len(columns))),
        "y": [cell.known for cell in cells],
        "xaxis": axes[0],
        "yaxis": axes[1],
        "marker": {
            "color": colour,
            "line": {"color": colour, "width": outlines},
            "pattern": {"shape": ["/" if open_bin else "." if row.grey else "" for open_bin in open_bins],
                        "fgcolor": colour, "bgcolor": CARD, "size": 5, "solidity": 0.4},
        },
        "text": ["?" if cell.n is None else "" for cell in cells],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"size": 12, "color": DIM},
        "customdata": [table.pick(row, table.columns[c]) for c in columns],
        "hovertext": [hover(table, r, c, layout_name, words) for c in columns],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip
