"""The one row at an end of the table that is the sum of all others, found by arithmetic."""

from itertools import compress, islice

from data.intake.table.adding import counts, describes, figures_of, records_but, same, sum_of
from data.intake.table.body import Body
from data.intake.table.cell_kinds import number_of
from data.intake.table.total_words import total_word

_FEWEST_ADDENDS = 3
_FEWEST_ADDENDS_WITH_A_LABEL = 5
_FEWEST_COUNTS = 2


def sum_of_all_others(body: Body, left_out: dict[int, str]) -> int | None:
    """The last or else the first row, when it is the sum of all others."""
    rest = set(range(len(body))) - left_out.keys()
    ends = (max(rest), min(rest)) if rest else ()
    return next((position for position in ends if _sum_of_all(body, position, left_out)), None)


def _sum_of_all(body: Body, position: int, left_out: dict[int, str]) -> bool:
    """Whether the figures of a row are the sums of all others, and hardly anything else describes it.

    A real record must not be lost to a coincidence: a date makes it one; two columns must agree (one, when nothing
    describes the row), each with two or more figures to add; fewer must disagree than agree. Rates and percentages
    beside two columns of counts that agree disagree with nothing: nobody adds them up.
    """
    records = records_but(body, {*left_out, position})
    if sum(records) < _FEWEST_ADDENDS:
        return False
    row = body.row(position)
    # The word itself may stand anywhere: also behind its figures, and under the dates, where columns were moved.
    described = [column for column, cell in enumerate(row) if describes(body, column, cell) and not total_word(cell)]
    if len(described) > 1 or any(body.usual(column) == "date" for column in described):
        return False
    figures = {column: figure for column, figure in figures_of(body, position).items() if figure}
    equal = [column for column, figure in figures.items() if same(sum_of(body, column, records), figure)]
    agreeing = [column for column in equal if _has_two_addends(body, column, records)]
    against = [column for column in figures if column not in equal]
    if len([column for column in agreeing if counts(body, column)]) >= _FEWEST_COUNTS:
        against = [column for column in against if counts(body, column)]
    if len(agreeing) <= len(against):
        return False
    if described and (len(agreeing) < 2 or sum(records) < _FEWEST_ADDENDS_WITH_A_LABEL):
        return False
    return bool(described) or _usually_described(body)


def _has_two_addends(body: Body, column: int, records: list[bool]) -> bool:
    figures = (number_of(cell) for cell in compress(body.columns[column], records) if cell is not None)
    return len(list(islice(filter(None, figures), 2))) == 2


def _usually_described(body: Body) -> bool:
    """Whether the table has a column of texts or dates at all: without one no row is described, records neither."""
    return any(body.usual(column) in ("text", "date") for column in range(len(body.columns)))
