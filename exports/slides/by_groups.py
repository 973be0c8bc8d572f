"""Charts by district, status, size ...: bars by group as PowerPoint has them, or tables of shaded numbers."""

from typing import Any

from charts.palette import GREY, INK, SHADES, TOGETHER
from charts.sentences import short_span
from charts.view import View
from exports.slides.columns import COLOURS, amount, cells, keys, label, people, shown, told
from exports.slides.native import Bars, Cell, Grid, Mark, Series

# Bars with names of 14 points on a slide 7.5 inches high.
MOST_BARS = 13
MOST_ROWS, MOST_COLUMNS = 9, 15


def breakdown(view: View, words: Any) -> Bars:
    """by_district and the like: the largest groups, then what is not stated; each named with its numbers."""
    grey = {
        place for trace in view.figure["data"] if trace.get("marker", {}).get("color") == GREY for place in trace["y"]
    }
    many = len(view.table.rows)
    last = list(range(many - len(grey), many))
    rows = [*range(min(many - len(last), MOST_BARS - len(last))), *last]
    marks: tuple[Mark, ...] = tuple("not_stated" if row in last else "" for row in rows)
    names = [key for key in keys(view) if key in COLOURS and key in ("killed", "injured")]
    categories = tuple(f"{view.table.rows[row][0]}  {told(view, row, names, words)}" for row in rows)
    return Bars(categories, people(view, rows, marks), left_out=many - len(rows))


def crossed(view: View, words: Any) -> Bars | Grid:
    """cross: bars where the columns are killed and injured, else a table shaded by size."""
    # Columns of years, of statuses ... have a dot in their keys; "killed" after them is their sum.
    if {"killed", "injured"} & set(keys(view)) and not any("." in key for key in keys(view)):
        # The row that is the sum of the others is no group.
        rows = [i for i, row in enumerate(view.table.rows) if row[0] != words.say("cross.total")]
        shown_rows = rows[:MOST_BARS]
        names = [key for key in ("killed", "injured") if key in keys(view)]
        categories = tuple(f"{view.table.rows[row][0]}  {told(view, row, names, words)}" for row in shown_rows)
        return Bars(categories, people(view, shown_rows), left_out=len(rows) - len(shown_rows))
    return shaded(view, words)


def shaded(view: View, words: Any) -> Grid:
    """The table itself, its numbers on a ground that is darker the larger they are; sums have none."""
    # Shares and records stand in the notes: their headings are longer than their columns are wide.
    kept = [i for i, column in enumerate(view.table.columns) if column.key not in ("records", "share")][:MOST_COLUMNS]
    columns = [view.table.columns[i] for i in kept]
    sums = {i for i in kept if view.table.columns[i].key in ("sum", "total") or _ends_row(view, i)}
    numbers = [amount(row[i]) for row in view.table.rows for i in kept if i not in sums and i]
    most = max((number for number in numbers if number), default=0)
    sum_names = (words.say("season.sum"), words.say("cross.total"))
    rows = []
    for i in _shown_rows(view, sum_names):
        row = view.table.rows[i]
        total = str(row[0]) in sum_names
        rows.append(tuple(_cell(view, i, j, row[j], 0 if j in sums or total else most, words) for j in kept))
    headings = tuple(column.label for column in columns)
    return Grid(headings, tuple(rows), len(view.table.rows) - len(rows))


def _ends_row(view: View, place: int) -> bool:
    """Whether a column is the sum of those with a dot in their keys before it."""
    return "." not in keys(view)[place] and any("." in key for key in keys(view)[:place])


def _shown_rows(view: View, sum_names: tuple[str, ...]) -> list[int]:
    """The first rows, and of a longer table its sum as the last: else only the groups left out would say it."""
    every = range(len(view.table.rows))
    if len(every) <= MOST_ROWS or str(view.table.rows[-1][0]) not in sum_names:
        return list(every[:MOST_ROWS])
    return [*every[: MOST_ROWS - 1], every[-1]]


def _cell(view: View, row: int, column: int, value: Any, most: float, words: Any) -> Cell:
    number = amount(value)
    if number is None or not column:
        unsaid = value is None or value == words.say("season.outside")
        return Cell("–" if unsaid else shown(value, words))
    text = words.number(number) + ("+" if (row, column) in view.table.minima else "")
    return Cell(text, shade_of(number, most))


def shade_of(number: float, most: float) -> str:
    """Of equal ratios, as the chart's own shades; none for nobody."""
    if not most or not number:
        return ""
    place = round((len(SHADES) - 1) * (number / most) ** 0.5)
    return SHADES[place]


def shares(view: View, words: Any) -> Bars | Grid:
    """killed_share: a bar in per cent for each group that has one, with the ends of its interval.

    Where every group has too few people for a share, the table says so of each.
    """
    drawn = [row for row, base in enumerate(cells(view, "base")) if amount(base)]
    rows, values, lows, highs = [], [], [], []
    for trace in view.figure["data"]:
        if trace.get("meta", {}).get("role") == "share":
            ends = trace["error_x"]
            for i, (value, place) in enumerate(zip(trace["x"], trace["y"], strict=True)):
                rows.append(drawn[place])
                values.append(value)
                lows.append(value - ends["arrayminus"][i])
                highs.append(value + ends["array"][i])
    if not rows:
        return as_it_is(view, words)
    many = len(rows[:MOST_BARS])
    categories = tuple(_share_told(view, row) for row in rows[:many])
    own = (tuple(column[:many]) for column in (values, lows, highs))
    numbers, low, high = own
    series = Series(words.say("slides.per_cent"), numbers, SHADES[2], (), low, high)
    return Bars(categories, (series,), stacked=False, left_out=len(view.table.rows) - many)


def _share_told(view: View, row: int) -> str:
    """Aghdam  13% (5–28%)"""
    share, interval = cells(view, "share")[row], cells(view, "interval")[row]
    return f"{view.table.rows[row][0]}  {share} ({interval})"


def sizes(view: View, words: Any) -> Bars:
    """incident_size: how many accidents had one, two, three ... casualties."""
    part = words.say("incident_size.part.size")
    rows = [row for row, name in enumerate(cells(view, "part")) if name == part]
    values = tuple(amount(cells(view, "accidents")[row]) for row in rows)
    traces = [trace for trace in view.figure["data"] if trace.get("marker", {}).get("color") == GREY]
    grey = {place for trace in traces for place in trace["x"]}
    marks: tuple[Mark, ...] = tuple("not_stated" if place in grey else "" for place in range(len(rows)))
    series = Series(label(view, "accidents"), values, TOGETHER, marks)
    return Bars(tuple(str(cells(view, "size")[row]) for row in rows), (series,), horizontal=False)


def spans(view: View, words: Any) -> Bars:
    """by_period: the periods by their days; how long each is stands in the notes and is no width here."""
    many = len(view.table.rows)
    rows = list(range(max(many - MOST_BARS, 0), many))
    names = [key for key in ("killed", "injured", "not_split") if key in keys(view)]
    own = [[key for key in names if key != "not_split" or amount(cells(view, key)[row])] for row in rows]
    own = [["not_split"] if "not_split" in some else some for some in own]
    starts, ends = cells(view, "from"), cells(view, "to")
    categories = tuple(
        f"{short_span(starts[row], ends[row], words)}  {told(view, row, some, words)}"
        for row, some in zip(rows, own, strict=True)
    )
    return Bars(categories, people(view, rows), left_out=many - len(rows))


def two_periods(view: View, words: Any) -> Bars:
    """periods_compared: the later period beside the earlier."""
    categories = tuple(map(str, cells(view, "what")))
    series = tuple(
        Series(label(view, key), tuple(amount(value) for value in cells(view, key)), colour)
        for key, colour in (("later", INK), ("earlier", GREY))
    )
    return Bars(categories, series, stacked=False)


def as_it_is(view: View, words: Any) -> Grid:
    """The table itself, where no chart of PowerPoint says the same."""
    columns = view.table.columns[:7]
    rows = tuple(
        tuple(_cell(view, i, j, value, 0, words) for j, value in enumerate(row[: len(columns)]))
        for i, row in enumerate(view.table.rows[:MOST_ROWS])
    )
    return Grid(tuple(column.label for column in columns), rows, len(view.table.rows) - len(rows))
