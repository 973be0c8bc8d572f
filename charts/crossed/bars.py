"""A cross tabulation as bars: one panel for each column, all on one scale, so that every bar starts from zero."""

from typing import Any

from charts.bars import COLOURS as OUTCOME_COLOURS
from charts.canvas import CHARACTER, NARROW, WIDE, axis, key_line, layout, note_at, shortened, wrapped
from charts.crossed.crossing import Crossing, Place
from charts.measures import COLOURS, measured
from charts.palette import BASELINE, CARD, DIM, GREY, TEXT
from charts.sentences import number
from data.summaries.amounts import Amount

ROW, HEAD, GAP = 24, 26, 12
MOST_ROWS = 12
MOST_COLUMNS = {False: 12, True: 6}
_ACROSS = {False: 6, True: 2}


def bars(table: Crossing, layout_name: str, words: Any, narrow: bool) -> dict[str, Any]:
    """A figure of the rows of `table`, already folded, with a panel per column. `layout_name` is the dataset's."""
    names = [shortened(row.name, 110 if narrow else 170) for row in table.rows]
    left = int(max(len(name) for name in names) * CHARACTER) + 10
    across = min(_ACROSS[narrow], len(table.columns))
    lines = -(-len(table.columns) // across)
    panel = ((NARROW if narrow else WIDE) - left - 8) / across
    heads = [_head(column, table, panel) for column in table.columns]
    head = HEAD + 15 * any("<br>" in text for text in heads)
    line = head + len(names) * ROW + GAP
    texts = [[number(cell, words) if cell.n is not None else "?" for cell in row] for row in table.cells]
    room = max(len(text) for row in texts for text in row) * CHARACTER + 10
    span = (table.highest or 1) / max(0.3, 1 - room / (panel * 0.94))
    unfinished = any(place.unfinished for place in table.columns)
    top = 24 if unfinished else 2
    figure: dict[str, Any] = {"data": [], "layout": {}}
    axes: dict[str, Any] = {}
    annotations = [key_line([("▨", GREY, words.say("charts.key.unfinished"))])] if unfinished else []
    for c, column in enumerate(table.columns):
        at, down = c % across, c // across
        ends = [1 - (down * line + edge) / (lines * line) for edge in (head + len(names) * ROW, head)]
        x, y = "x" + (str(c + 1) if c else ""), "y" + (str(down + 1) if down else "")
        start = at / across
        axes["xaxis" + x[1:]] = axis(domain=[start, start + 0.94 / across], range=[0, span], anchor=y,
                                     showticklabels=False, zeroline=True, zerolinecolor=BASELINE)  # fmt: skip
        if at == 0:
            axes["yaxis" + y[1:]] = axis(
                domain=ends, range=[len(names) - 0.5, -0.5], anchor=x, tickvals=list(range(len(names))),
                ticktext=[_marked(name, row) for name, row in zip(names, table.rows, strict=True)],
                tickfont={"size": 12, "color": TEXT},
            )  # fmt: skip
        over = note_at(start, ends[1], heads[c], DIM if column.grey else TEXT, xref="paper",
                       yref="paper", xanchor="left", yanchor="bottom", align="left")  # fmt: skip
        annotations.append(over)
        figure["data"] += _panel(table, c, [row[c] for row in texts], (x, y), layout_name, words)
    figure["layout"] = layout(
        words, lines * line + top, (top, 4, 0, left), annotations=annotations, barmode="overlay", **axes
    )
    return figure


def _marked(name: str, row: Place) -> str:
    return f'<span style="color:{DIM}">{name}</span> ' if row.grey else f"{name} "


def _head(column: Place, table: Crossing, panel: float) -> str:
    text = wrapped(column.name, panel - 12)
    if column.key in OUTCOME_COLOURS and table.column_field == "outcome":
        return f'<span style="color:{OUTCOME_COLOURS[column.key]}">■</span> {text}'
    return text


def _panel(
    table: Crossing, c: int, texts: list[str], axes: tuple[str, str], layout_name: str, words: Any
) -> list[dict[str, Any]]:  # fmt: skip
    """The bars of one column: the rows in its colour, then the grey ones."""
    column = table.columns[c]
    groups = [[r for r, row in enumerate(table.rows) if (row.grey or column.grey) == grey] for grey in (False, True)]
    return [
        _trace(table, own, c, texts, axes, (layout_name, words))
        for own in groups
        if own
    ]  # fmt: skip


def _trace(
    table: Crossing, own: list[int], c: int, texts: list[str], axes: tuple[str, str], told: tuple[str, Any]
) -> dict[str, Any]:  # fmt: skip
    column = table.columns[c]
    grey = table.rows[own[0]].grey or column.grey
    by_outcome = OUTCOME_COLOURS.get(column.key if table.column_field == "outcome" else "", COLOURS[table.what])
    colour = GREY if grey else by_outcome
    cells = [table.cells[r][c] for r in own]
    pattern = "/" if column.unfinished else "." if grey else ""
    return {
        "type": "bar",
        "orientation": "h",
        "name": column.name,
        "meta": {"role": table.what},
        "x": [cell.known for cell in cells],
        "y": own,
        "xaxis": axes[0],
        "yaxis": axes[1],
        "width": 0.6,
        "marker": {"color": colour, "line": {"color": colour, "width": [1 if cell.known else 0 for cell in cells]},
                   "pattern": {"shape": pattern, "fgcolor": colour, "bgcolor": CARD, "size": 5, "solidity": 0.4}},
        "text": [texts[r] for r in own],
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "textfont": {"size": 12, "color": [TEXT if cell.known and not grey else DIM for cell in cells]},
        "customdata": [table.pick(table.rows[r], column) for r in own],
        "hovertext": [hover(table, r, c, *told) for r in own],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def hover(table: Crossing, r: int, c: int, layout_name: str, words: Any) -> str:
    """The cell in words."""
    cell, row, column = table.cells[r][c], table.rows[r], table.columns[c]
    return f"<b>{row.name}</b><br>{column.name}: {told(cell, table, column, layout_name, words)}"


def told(cell: Amount, table: Crossing, column: Place, layout_name: str, words: Any) -> str:
    """The number of a cell with what it counts; under an outcome the number alone."""
    if table.column_field == "outcome" or table.row_field == "outcome":
        return number(cell, words)
    return measured(cell, table.what, layout_name, words)
