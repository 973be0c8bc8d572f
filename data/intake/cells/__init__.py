"""Cells to values: one file per kind of value (dates, counts, categories), and the findings that cells give rise to."""

from typing import NamedTuple


class CellProblem(NamedTuple):
    """A finding about one cell. `position` counts from 0 in the list that was read; `kind` is one of problems.KINDS."""

    position: int
    kind: str
    value: str
    suggestion: str | None = None
