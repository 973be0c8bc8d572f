"""A cross tabulation in words: every row and column by its name, every cell with its number and its pick."""

from dataclasses import dataclass, replace
from typing import Any

from charts.asked import Asked
from charts.measures import measure
from charts.picks import period_parts, pick
from charts.sentences import district_name, outcomes_shown
from data.fields import CASUALTIES, OUTCOMES
from data.selection import Selection, value_name
from data.summaries.amounts import Amount, added
from data.summaries.axes import LAST, OTHERS, TIMES, UNPLACED, Axis, axis_of
from data.summaries.cross import cross
from data.summaries.selected import Selected
from data.summaries.tally import Bucket

NOBODY = Amount(0.0)
# As many values as a table has rows (columns) for; a figure folds them further.
MOST_ROWS, MOST_COLUMNS = 100, 24


@dataclass(frozen=True, slots=True)
class Place:
    """A row or a column. `grey`: unknown, not stated, or in no single year. `parts` are those of its pick, if any;
    `values` of the field stand there; `searched`: as far as the dataset says."""

    key: str
    name: str
    grey: bool = False
    parts: tuple[tuple[str, str], ...] = ()
    unfinished: bool = False
    total: Amount = NOBODY
    values: int = 1
    searched: bool = True


@dataclass(frozen=True, eq=False)
class Crossing:
    """`cells[r][c]` is the number of row r and column c. `whole` is that of everything selected."""

    row_field: str
    column_field: str
    rows: tuple[Place, ...]
    columns: tuple[Place, ...]
    cells: tuple[tuple[Amount, ...], ...]
    records: tuple[int, ...]
    whole: Amount
    what: str

    def pick(self, row: Place | None, column: Place | None) -> str:
        """The address of what is behind a cell, or behind a total where one of both is None."""
        places = [place for place in (row, column) if place is not None]
        if any(not place.parts for place in places):
            return ""
        return pick(*(part for place in places for part in place.parts))

    @property
    def highest(self) -> float:
        return max((cell.known for row in self.cells for cell in row), default=0.0)


def crossing(selected: Selected, rows: str, columns: str, asked: Asked, whole: Bucket) -> Crossing:
    """What is selected by the field `rows` against a field or a time `columns`. `whole` are the sums of everything."""
    what, selection, words = asked.options["of"], selected.selection, asked.words

    def size(bucket: Bucket) -> float:
        return measure(bucket, what, selection).known

    axes = (
        axis_of(selected, rows, asked.today, size, MOST_ROWS),
        axis_of(selected, columns, asked.today, size, MOST_COLUMNS, ordered=True),
    )
    found = cross(selected, *axes).amounts(what, outcomes_shown(selection))
    rows_and_columns = [
        [(i, _place(axis, i, _total(axis, i, what, selection, whole), selection, words)) for i in _kept(axis, what)]
        for axis in axes
    ]
    row_places, column_places = rows_and_columns
    return Crossing(
        rows,
        columns,
        tuple(place for _, place in row_places),
        tuple(place for _, place in column_places),
        tuple(tuple(found[r][c] for c, _ in column_places) for r, _ in row_places),
        tuple(axes[0].buckets[r].records for r, _ in row_places),
        measure(whole, what, selection),
        what,
    )


def folded(table: Crossing, most_rows: int, most_columns: int, words: Any) -> Crossing:
    """The same with fewer rows and columns of their own, the smaller ones as one; of years and months the last ones."""
    rows, columns = _groups(table.rows, most_rows), _groups(table.columns, most_columns)
    if table.column_field in TIMES:
        bins = [[i] for i, place in enumerate(table.columns) if place.key != UNPLACED]
        columns = bins[-most_columns:] + [[i] for i, place in enumerate(table.columns) if place.key == UNPLACED]
    return replace(
        table,
        rows=tuple(_together([table.rows[i] for i in group], words) for group in rows),
        columns=tuple(_together([table.columns[i] for i in group], words) for group in columns),
        cells=tuple(
            tuple(added([table.cells[r][c] for r in own for c in across]) for across in columns) for own in rows
        ),
        records=tuple(sum(table.records[r] for r in own) for own in rows),
    )


def _groups(places: tuple[Place, ...], most: int) -> list[list[int]]:
    """Positions that stand together: the largest `most` by themselves, the rest as one, the grey ones as they are."""
    named = [i for i, place in enumerate(places) if not place.grey and place.key != OTHERS]
    rest = [i for i, place in enumerate(places) if place.key == OTHERS]
    if len(named) + bool(rest) > most + 1 or (rest and len(named) > most):
        largest = set(sorted(named, key=lambda i: -places[i].total.known)[:most])
        rest = [i for i in named if i not in largest] + rest
    own = [[i] for i in named if i not in rest]
    return own + ([rest] if rest else []) + [[i] for i, place in enumerate(places) if place.grey]


def _together(places: list[Place], words: Any) -> Place:
    if len(places) == 1:
        return places[0]
    values = sum(place.values for place in places)
    return Place(OTHERS, words.say("cross.others", count=values), total=added([p.total for p in places]), values=values)


def _kept(axis: Axis, what: str) -> list[int]:
    """Where only the killed are counted, the injured have no row or column."""
    alone = axis.name == "outcome" and what in OUTCOMES
    return [i for i, key in enumerate(axis.keys) if key == what or not alone]


def _total(axis: Axis, i: int, what: str, selection: Selection, whole: Bucket) -> Amount:
    if axis.name != "outcome" or what == "records":
        return measure(axis.buckets[i], what, selection)
    # A record that does not say how many were killed is missing among the killed.
    return getattr(whole, axis.keys[i]) if axis.keys[i] in ("killed", "injured") else Amount(axis.buckets[i].known)


def _place(axis: Axis, i: int, total: Amount, selection: Selection, words: Any) -> Place:
    key, name = axis.keys[i], place_name(axis, i, words)
    if key == OTHERS:
        return Place(key, name, total=total, values=axis.others)
    if key == UNPLACED:
        return Place(key, name, True, total=total)
    if axis.name in TIMES:
        bin = axis.bins[i]
        parts = tuple(period_parts(bin.start, bin.end, selection))
        return Place(key, name, False, parts, bin.unfinished, total, searched=i not in axis.not_searched)
    return Place(key, name, key in LAST or key == "not_split", ((axis.name, key),), total=total)


def place_name(axis: Axis, i: int, words: Any) -> str:
    """What stands at a place of an axis, in words."""
    key = axis.keys[i]
    if key == OTHERS:
        return str(words.say("cross.others", count=axis.others))
    if key == UNPLACED:
        return str(words.say(f"cross.unplaced.{axis.name}"))
    if axis.name in TIMES:
        start = axis.bins[i].start
        return str(words.date(start, "year") if axis.name == "year" else words.short_month(start))
    return value_name(axis.name, key, words, lambda code: district_name(code, words))


def axis_name(name: str, words: Any) -> str:
    """A field, year or month as it is called within a sentence."""
    own = name in TIMES or name == CASUALTIES.key
    return str(words.say(f"cross.by.{name}") if own else words.say(f"field.{name}").lower())
