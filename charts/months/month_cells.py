"""The figure of season: a cell per month and year, shaded in steps, its number in it; sums beside, never shaded."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from charts.canvas import axis, layout, note_at
from charts.months.month_grid import MONTHS, Cell, Grid, month_names
from charts.palette import CARD, CLEAR, DIM, GRID, INK, SHADES, TEXT
from charts.picks import period_parts, pick
from charts.sentences import amount, bin_name, number
from charts.timeline.chart import KEY_ROW, key_rows
from data.fields import NOT_STATED
from data.selection import Selection
from data.summaries.amounts import Amount

ROW, TOP, BOTTOM, LEFT = 30, 62, 8, 42
# How much of its place a cell fills.
FILLED = 0.94
# Words on these shades are INK, on the two darkest CARD (charts.palette).
LIGHT = 3
NOBODY, OUTSIDE = "nobody", "outside"
SUMS = 13.2
# Signs that have room in a narrow column.
MOST_SIGNS = 3


def season_figure(
    grid: Grid, years: Sequence[int], selection: Selection, words: Any, narrow: bool
) -> dict[str, Any]:  # fmt: skip
    """A figure of `years`, the first on top."""
    steps = steps_of(grid)
    rows = {year: place for place, year in enumerate(years)}
    kinds: dict[str | int, list[tuple[int, int]]] = defaultdict(list)
    for year in years:
        for month in MONTHS:
            kinds[_kind(grid.cells.get((year, month)), steps)].append((year, month))
    traces = [_cells(kind, kinds[kind], rows, grid, selection, words) for kind in sorted(kinds, key=str)]
    if growing := [key for year in years for key in _of(year) if key in grid.cells and grid.cells[key].bin.unfinished]:
        traces.append(_outlines(growing, rows, grid, selection, words))
    traces += [_numbers(kind, kinds[kind], rows, grid, words) for kind in sorted(kinds, key=str) if kind != OUTSIDE]
    key = key_rows(_key(steps, kinds, bool(growing), words), narrow)
    top = TOP + (len(key) - 1) * KEY_ROW
    key = [{**line, "x": -LEFT, "xref": "paper", "xanchor": "left", "yshift": line["yshift"] + 22} for line in key]
    height = top + BOTTOM + (len(years) + 1) * ROW
    months = month_names(words, narrow)
    return {
        "data": traces,
        "layout": layout(
            words, height, (top, 4, BOTTOM, LEFT), barmode="overlay",
            annotations=[*({**line, "x": 0} for line in key), *_sums(grid, years, words, narrow)],
            xaxis=axis(range=[0.5, 14], tickvals=[*MONTHS, SUMS], ticktext=[*months, words.say("season.sum")],
                       side="top", showticklabels=True),
            yaxis=axis(range=[len(years) + 0.5, -0.5], tickvals=[*rows.values(), len(years)],
                       ticktext=[*(str(year) for year in years), words.say("season.sum")]),
        ),
    }  # fmt: skip


def steps_of(grid: Grid) -> list[int]:
    """The highest number of each shade: equal steps of whole people, at most as many as there are shades."""
    highest = max((cell.amount.known for cell in grid.cells.values()), default=0)
    step = max(1, -int(-highest // len(SHADES)))
    return [step * (i + 1) for i in range(max(1, -int(-highest // step)))]


def _kind(cell: Cell | None, steps: list[int]) -> str | int:
    """Which shade a cell has; or nobody, not recorded, or outside of what is covered."""
    if cell is None:
        return OUTSIDE
    if cell.amount.n is None:
        return NOT_STATED
    n = cell.amount.n
    return next((i for i, most in enumerate(steps) if n <= most), len(steps) - 1) if n else NOBODY


def _of(year: int) -> list[tuple[int, int]]:
    return [(year, month) for month in MONTHS]


def _bar(
    role: str, keys: list[tuple[int, int]], rows: dict[int, int], hover: list[str], picks: list[str]
) -> dict[str, Any]:  # fmt: skip
    return {
        "type": "bar",
        "name": role,
        # Its height is that of a row and no number; the number stands in the cell.
        "meta": {"role": role, "along": ""},
        "x": [month for _, month in keys],
        "base": [rows[year] - FILLED / 2 for year, _ in keys],
        "y": [FILLED] * len(keys),
        "width": FILLED,
        "customdata": picks,
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _told(keys: list[tuple[int, int]], grid: Grid, selection: Selection, words: Any) -> tuple[list[str], list[str]]:
    """(hover texts, picks) of months that are covered."""
    cells = [grid.cells[key] for key in keys]
    hover = [f"<b>{bin_name(cell.bin.start, 'month', words)}</b><br>{amount(cell.amount, words)}" for cell in cells]
    return hover, [pick(*period_parts(cell.bin.start, cell.bin.end, selection)) for cell in cells]


def _cells(
    kind: str | int, keys: list[tuple[int, int]], rows: dict[int, int], grid: Grid, selection: Selection, words: Any
) -> dict[str, Any]:  # fmt: skip
    if kind == OUTSIDE:
        trace = _bar(OUTSIDE, keys, rows, [words.say("season.outside")] * len(keys), [])
        return trace | {"marker": {"color": GRID, "line": {"color": GRID, "width": 0}}}
    trace = _bar(str(kind), keys, rows, *_told(keys, grid, selection, words))
    colour = SHADES[kind] if isinstance(kind, int) else CARD
    return trace | {"marker": {"color": colour, "line": {"color": GRID, "width": 0 if isinstance(kind, int) else 1}}}


def _outlines(
    keys: list[tuple[int, int]], rows: dict[int, int], grid: Grid, selection: Selection, words: Any
) -> dict[str, Any]:  # fmt: skip
    """Months that may still grow: hatched and outlined, whatever their shade."""
    trace = _bar("unfinished", keys, rows, *_told(keys, grid, selection, words))
    return trace | {"marker": {"color": CLEAR, "line": {"color": DIM, "width": 1.5}}}


def _numbers(
    kind: str | int, keys: list[tuple[int, int]], rows: dict[int, int], grid: Grid, words: Any
) -> dict[str, Any]:  # fmt: skip
    colour = DIM if isinstance(kind, str) else INK if kind < LIGHT else CARD
    texts = ["?" if grid.cells[key].amount.n is None else number(grid.cells[key].amount, words) for key in keys]
    return {
        "type": "scatter",
        "mode": "text",
        "name": f"numbers {kind}",
        "meta": {"role": "numbers"},
        "x": [month for _, month in keys],
        "y": [rows[year] for year, _ in keys],
        "text": texts,
        "textfont": {"size": 12, "color": colour},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _sums(grid: Grid, years: Sequence[int], words: Any, narrow: bool) -> list[dict[str, Any]]:
    """The sum of each year right of it and of each month below it; all of what is drawn in the corner."""
    drawn = [key for year in years for key in _of(year) if key in grid.cells]
    by_month = {month: [key for key in drawn if key[1] == month] for month in MONTHS}
    below = [_sum(month, len(years), grid.total(own), words) for month, own in by_month.items() if own]
    if narrow and max(len(label["text"]) for label in below) > MOST_SIGNS:
        # Every other one a line lower, where they would run into each other.
        below = [{**label, "yshift": 7 if label["x"] % 2 else -7} for label in below]
    beside = [_sum(SUMS, place, grid.total(_of(year)), words) for place, year in enumerate(years)]
    return [*below, *beside, _sum(SUMS, len(years), grid.total(drawn), words, "<b>{}</b>")]


def _sum(x: float, y: float, total: Amount, words: Any, form: str = "{}") -> dict[str, Any]:
    text = "?" if total.n is None else number(total, words)
    return note_at(x, y, form.format(text), TEXT, xanchor="center", yanchor="middle")


def _key(
    steps: list[int], kinds: dict[str | int, list[tuple[int, int]]], growing: bool, words: Any
) -> list[tuple[str, str, str]]:  # fmt: skip
    lows = [1, *(most + 1 for most in steps[:-1])]
    key = [
        ("■", SHADES[i], words.number(high) if low == high else f"{words.number(low)}–{words.number(high)}")
        for i, (low, high) in enumerate(zip(lows, steps, strict=True))
    ]
    if OUTSIDE in kinds:
        key.append(("■", GRID, words.say("season.outside")))
    if NOT_STATED in kinds:
        key.append(("?", DIM, words.say("charts.not_recorded")))
    return [*key, ("□", DIM, words.say("charts.key.unfinished"))] if growing else key
