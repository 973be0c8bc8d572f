"""Rows whose cells are all the same as those of an earlier row: told, never dropped, for true records can be alike."""

from collections.abc import Iterator

from data.intake.reading import Reading, positions
from data.problems import Problem


def check(reading: Reading) -> Iterator[Problem]:
    """Each later row of the same content names the first."""
    if reading.same_content is None:
        return
    for at in positions(reading.same_content >= 0):
        yield reading.problem("same_row_twice", at, first_row=reading.row(int(reading.same_content[at])))
