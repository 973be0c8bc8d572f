"""Which of several tables holds the data: many rows, dates and figures, on a sheet that is not called notes."""

import math

from data.intake.mapping.words import phrases, tokens
from data.intake.table.body import Body
from data.intake.table.model import Table

_LESS = 0.3


def rank(table: Table, body: Body, hidden: bool) -> float:
    """Higher is better."""
    kinds = [body.usual(column) for column in range(len(body.columns))]
    figures = min(sum(kind == "number" for kind in kinds), 4) / 4
    dated = 1.5 if "date" in kinds else 0.75 if "year" in kinds else 0.0
    score = math.log10(1 + len(table.rows)) * (1 + figures + dated)
    if side_sheet(table.sheet):
        score *= _LESS
    return score * _LESS if hidden else score


def side_sheet(name: str) -> bool:
    """ "Notes", "Codes", "Lists", but not "Victim list"."""
    words = tokens(name)
    known = phrases("sheets")
    return bool(known.exact(words) or known.find(words))
