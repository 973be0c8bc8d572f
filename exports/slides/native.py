"""What a slide shows of a View: a chart that PowerPoint can edit, or a table, with the very numbers of the View."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from charts.palette import INK

Mark = Literal["", "may_grow", "not_stated", "other", "part"]


@dataclass(frozen=True, slots=True)
class Series:
    """`values` has one number for each category, None where nothing is recorded. `low` and `high` are interval ends.

    `marks` are the places whose number is unlike the others: may_grow is hatched (a dot is hollow), not_stated grey;
    of statements, other is hollow and part a hollow diamond.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str = INK
    marks: tuple[Mark, ...] = ()
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars from the top, or columns. `left_out`: so many categories stand in the notes only.

    Categories that are days are the first of each month: PowerPoint then has an axis of months.
    """

    categories: tuple[str, ...] | tuple[date, ...]
    series: tuple[Series, ...]
    horizontal: bool = True
    stacked: bool = True
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over categories, which may be months as those of Bars. `dotted`: marks without lines between them."""

    categories: tuple[str, ...] | tuple[date, ...]
    series: tuple[Series, ...]
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Dots:
    """Marks over days that need not be all different; each series has a value for each day or None.

    `joined`: the places of the series that are lines.
    """

    days: tuple[date, ...]
    series: tuple[Series, ...]
    joined: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """`shade` is the colour behind the text, "" for none."""

    text: str
    shade: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: headings, then rows. `left_out` rows stand in the notes only."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """A district on a map: its rings in degrees, the shade of its number, and what is written on it."""

    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    shade: str = ""
    label: str = ""
    middle: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Map:
    regions: tuple[Region, ...]
    beside: Bars


Native = Bars | Lines | Dots | Grid | Map
