"""The cells that findings are about, as they stand in the file: what a mend replaces. None of a personal column."""

from collections.abc import Iterable, Iterator, Sequence

from data.intake.cell_at import CellAt, Cells
from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column
from data.problems import Problem

# A finding about one figure may be mended in any figure of its row; one about a date of parts in any of the parts.
OF_ALL_FIGURES = frozenset(
    ("total_not_parts", "parts_above_total", "parts_above_whole", "parts_below_whole", "percentage_disagrees")
)
PARTS_OF_DATE = ("year", "month", "day")
MEASURES = ("killed", "injured", "stated_total")


def cells_of(
    problems: Iterable[Problem], sheets: Sequence[str], rows: Sequence[int], columns: Sequence[Column], choice: Choice
) -> Cells:
    """The cell of each finding, and for some kinds its neighbours. `columns` may be stored; they are not mended yet."""
    asked: dict[tuple[str, int], list[Problem]] = {}
    for problem in problems:
        if problem.sheet is not None and problem.row is not None and problem.column:
            asked.setdefault((problem.sheet, problem.row), []).append(problem)
    fields, found = _fields(choice), Cells()
    for position, place in enumerate(zip(sheets, rows, strict=True)):
        for problem in asked.get(place, ()):
            for column in columns:
                letter, field = column.letter_at(position), fields.get(column.index, "")
                if letter == problem.column or _related(problem, field):
                    field = problem.field or field if letter == problem.column else field
                    found.setdefault(place, {})[letter] = CellAt(field, str(column.text.iat[position]))
    return found


def _related(problem: Problem, field: str) -> bool:
    if problem.kind in OF_ALL_FIGURES:
        return field.split(".")[0] in MEASURES
    return problem.field == "year" and field in PARTS_OF_DATE


def _fields(choice: Choice) -> dict[int, str]:
    """Index of a column -> its field."""
    return {column.index: field for field, column in _columns(choice)}


def _columns(choice: Choice) -> Iterator[tuple[str, Column]]:
    yield from ((field, column) for field, (column, *_) in choice.fields.items())
    yield from choice.when.columns.items()
    if choice.how_many is not None:
        yield "n", choice.how_many
    for field, each in zip(MEASURES, (choice.killed, choice.injured, choice.total), strict=True):
        yield from ((field, column) for column in (each.low, each.high, each.whole) if column is not None)
        yield from ((".".join([field, *part.attributes.values()]), part.column) for part in each.parts)
