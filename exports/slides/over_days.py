"""Charts over time as PowerPoint has them: columns or lines for each month or year, marks over days."""

from datetime import date
from typing import Any

from charts.palette import ACCENT, GREY, INJURED, INK, KILLED, SHADES, TOGETHER
from charts.view import View
from exports.slides.columns import amount, cells, keys, label, people
from exports.slides.native import Bars, Dots, Lines, Mark, Series

# So many months have room for their names.
FEW = 12
COLOURS = {"killed": KILLED, "injured": INJURED, "casualties": GREY}


def columns_of_time(view: View, words: Any) -> Bars | Lines:
    """reported_accidents and over_time: a column for each month (year ...), or lines where the chart has such."""
    rows = _bins(view, words)
    names: tuple[str, ...] | tuple[date, ...] = _months(view, rows) or tuple(
        str(cells(view, "period")[row]) for row in rows
    )
    may_grow = words.say("charts.reported_accidents.unfinished")
    marks: tuple[Mark, ...] = tuple(
        "may_grow" if may_grow in str(cells(view, "state")[row]) else "" for row in rows
    )  # fmt: skip
    running = [key for key in keys(view) if key.startswith("running_")]
    if running:
        colours = {"running_killed": KILLED, "running_injured": INJURED}
        lines = [
            Series(label(view, key), tuple(amount(cells(view, key)[row]) for row in rows), colours.get(key, TOGETHER))
            for key in running
        ]
        return Lines(names, tuple(lines))
    return Bars(names, people(view, rows, marks), horizontal=False)


def _bins(view: View, words: Any) -> list[int]:
    """The rows that are months (years ...); longer stretches and what has no date stand in the notes."""
    coarse = words.say("charts.reported_accidents.coarse_state")
    starts, states = cells(view, "from"), cells(view, "state")
    return [row for row, start in enumerate(starts) if start is not None and coarse not in str(states[row])]


def _months(view: View, rows: list[int]) -> tuple[date, ...]:
    """The first days of the months that the rows are; () where they are no months or too few to need an axis."""
    starts = [cells(view, "from")[row].replace(day=1) for row in rows]
    numbers = [start.year * 12 + start.month for start in starts]
    return tuple(starts) if len(rows) > FEW and numbers == [*range(numbers[0], numbers[0] + len(rows))] else ()


def rates(view: View, words: Any) -> Lines:
    of = next(key for key in keys(view) if key in ("accidents", "casualties", "killed", "injured"))
    values, lows, highs = ([amount(value) for value in cells(view, key)] for key in (of, "low", "high"))
    part = words.say("rates.state.not_whole")
    marks: tuple[Mark, ...] = tuple("may_grow" if part in str(state) else "" for state in cells(view, "state"))
    series = Series(label(view, of), tuple(values), ACCENT, marks, tuple(lows), tuple(highs))
    return Lines(tuple(map(str, cells(view, "period"))), (series,), dotted=True)


def years(view: View, words: Any) -> Lines:
    """A line for each year over the months; months that may still grow are hollow."""
    months = [words.locale.months["stand-alone"]["abbreviated"][month].rstrip(".") for month in range(1, 13)]
    found: dict[int, dict[int, tuple[float | None, Mark]]] = {}
    for trace in _traces(view, "year"):
        dashed = trace.get("line", {}).get("dash", "solid") != "solid"
        own = found.setdefault(trace["meta"]["year"], {})
        for month, value in zip(trace["x"], trace["y"], strict=True):
            own.setdefault(int(month), (amount(value), "may_grow" if dashed else ""))
    every = sorted(found)
    series = []
    for place, year in enumerate(every):
        cells = [found[year].get(month, (None, "")) for month in range(1, 13)]
        marks: tuple[Mark, ...] = tuple(mark for _, mark in cells)  # type: ignore[misc]
        series.append(Series(str(year), tuple(value for value, _ in cells), _of_year(place, len(every)), marks))
    return Lines(tuple(months), tuple(series))


def _of_year(place: int, many: int) -> str:
    """The newest year in ink, the ones before it paler the older they are."""
    ramp = (INK, ACCENT, *reversed(SHADES[1:4]))
    return ramp[min(many - 1 - place, len(ramp) - 1)]


def statements(view: View, words: Any) -> Dots:
    """published_totals: each statement a mark on its day, no line between them."""
    names = {"killed": words.say("field.killed"), "injured": words.say("field.injured"),
             "casualties": words.say("field.stated_total")}  # fmt: skip
    kinds: dict[str, Mark] = {"official": "", "other": "other", "part": "part"}
    days: dict[str, date] = {}
    found: dict[str, dict[str, tuple[float, Mark]]] = {}
    for outcome in names:
        for trace in _traces(view, outcome):
            for (statement, *_), day, value in zip(trace["customdata"], trace["x"], trace["y"], strict=True):
                days[statement] = as_day(day)
                found.setdefault(outcome, {})[statement] = float(value), kinds[trace["meta"]["kind"]]
    order = sorted(days, key=lambda statement: (days[statement], statement))
    series = []
    for outcome, own in found.items():
        cells = [own.get(statement, (None, "")) for statement in order]
        marks: tuple[Mark, ...] = tuple(mark for _, mark in cells)  # type: ignore[misc]
        series.append(Series(names[outcome], tuple(value for value, _ in cells), COLOURS[outcome], marks))
    return Dots(tuple(days[statement] for statement in order), tuple(series))


def against(view: View, words: Any) -> Dots:
    """published_against_recorded: what was published as marks, and joined what is recorded up to each of these days."""
    days = [as_day(day) for trace in _traces(view, "published") for day in trace["x"]]
    columns = [tuple(amount(value) for value in cells(view, key)) for key in ("published", "recorded")]
    series = tuple(
        Series(label(view, key), values, colour)
        for key, values, colour in zip(("published", "recorded"), columns, (TOGETHER, KILLED), strict=True)
    )
    return Dots(tuple(days), series, joined=(1,))


def _traces(view: View, role: str) -> list[dict[str, Any]]:
    return [trace for trace in view.figure["data"] if trace.get("meta", {}).get("role") == role and len(trace["x"])]


def as_day(text: str) -> date:
    """The day of an ISO day or time of a figure."""
    return date.fromisoformat(str(text).partition("T")[0])
