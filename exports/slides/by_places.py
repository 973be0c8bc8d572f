"""The map as shapes that PowerPoint can edit, and beside it the same numbers as bars."""

from typing import Any

from charts.palette import TOGETHER
from charts.sentences import district_name
from charts.view import View
from data.places.outlines import middle, outlines
from exports.slides.by_groups import MOST_BARS, shade_of
from exports.slides.columns import amount, keys
from exports.slides.native import Bars, Map, Region, Series


def district_map(view: View, words: Any) -> Map:
    """Every district with an outline; those with a number are shaded by it, the largest bars stand beside."""
    column = _number(keys(view))
    rows = [row for row in view.table.rows if row[0] != words.say("cross.total")]
    numbers = {str(row[0]): amount(row[column]) for row in rows}
    most = max((number for number in numbers.values() if number), default=0)
    regions = []
    for code, rings in outlines().items():
        name = district_name(code, words)
        number = numbers.get(name)
        shade = shade_of(number, most) if number else ""
        regions.append(Region(name, rings, shade, "", middle(code)))
    shown = rows[:MOST_BARS]
    series = Series(view.table.columns[column].label, tuple(amount(row[column]) for row in shown), TOGETHER)
    categories = tuple(f"{row[0]}  {_told(view, row, column, words)}" for row in shown)
    return Map(tuple(regions), Bars(categories, (series,), left_out=len(rows) - len(shown)))


def _number(found: list[str]) -> int:
    """The place of the column that is drawn: of several periods their sum, which is what the headline speaks of."""
    return next(i for i, key in enumerate(found) if i and "." not in key and key != "share")


def _told(view: View, row: tuple[Any, ...], column: int, words: Any) -> str:
    number = amount(row[column])
    if number is None:
        return str(words.say("charts.not_recorded"))
    return words.number(number) + ("+" if (view.table.rows.index(row), column) in view.table.minima else "")
