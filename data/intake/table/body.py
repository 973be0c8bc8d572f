"""The rows below the headings, column by column, with what is usual in each column."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from statistics import median_low

from data.intake.readers import Cell
from data.intake.table.cell_kinds import Kind, kind_of

_SAMPLE = 400
_KINDS: tuple[Kind, ...] = ("text", "date", "number", "year")
# A kind of cell that is rarer than this in its column does not belong there.
_STRANGE_SHARE = 0.02


@dataclass(slots=True)
class Body:
    """`indexes` are the rows' places in the sheet (from 0), `fills` their numbers of filled cells."""

    indexes: list[int]
    fills: list[int]
    columns: list[list[Cell]]
    kinds: list[Counter[str]]
    usual_fill: int

    @classmethod
    def of(cls, columns: Sequence[list[Cell]], fills: Sequence[int], indexes: list[int]) -> "Body":
        """The rows at `indexes` of a sheet's columns, in lists of its own; none at all has no columns either."""
        own_fills = [fills[index] for index in indexes]
        columns = [_picked(column, indexes) for column in columns] if indexes else []
        step = max(1, len(indexes) // _SAMPLE)
        kinds = [Counter[str](map(kind_of, column[::step])) for column in columns]
        for counts in kinds:
            del counts["blank"]
        return cls(indexes, own_fills, columns, kinds, median_low(own_fills[::step]) if own_fills else 0)

    def __len__(self) -> int:
        return len(self.indexes)

    def row(self, position: int) -> list[Cell]:
        return [column[position] for column in self.columns]

    def usual(self, column: int) -> Kind:
        """The usual kind of a column. One that holds years and other numbers is one of numbers."""
        kinds = self.kinds[column]
        if not kinds:
            return "blank"
        numbers = kinds["number"] + kinds["year"]
        if numbers * 2 > kinds.total():
            return "year" if kinds["year"] == numbers else "number"
        return max(_KINDS, key=lambda kind: kinds[kind])

    def holds_figures(self, column: int) -> bool:
        return self.usual(column) in ("number", "year")

    def is_strange(self, column: int, cell: Cell) -> bool:
        """Whether a filled cell is of a kind that its column hardly ever holds."""
        kinds, kind = self.kinds[column], kind_of(cell)
        like = kinds["number"] + kinds["year"] if kind in ("number", "year") else kinds[kind]
        # The cell itself may be in the sample.
        return like <= max(1.0, kinds.total() * _STRANGE_SHARE)

    def without(self, positions: set[int]) -> None:
        """Takes rows out, in place."""
        if not positions:
            return
        if len(positions) <= 50:
            for position in sorted(positions, reverse=True):
                for column in (self.indexes, self.fills, *self.columns):
                    del column[position]  # type: ignore[attr-defined]
            return
        keep = [position not in positions for position in range(len(self))]
        self.indexes, self.fills = list(compress(self.indexes, keep)), list(compress(self.fills, keep))
        self.columns = [list(compress(column, keep)) for column in self.columns]


def _picked(column: list[Cell], indexes: list[int]) -> list[Cell]:
    """A new list of the cells at `indexes`, which nearly always follow each other."""
    if indexes[-1] - indexes[0] + 1 == len(indexes):
        return column[indexes[0] : indexes[-1] + 1]
    return [column[index] for index in indexes]
