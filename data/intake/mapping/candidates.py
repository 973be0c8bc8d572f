"""The columns that may count the people of one outcome, with the meaning that says so."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.intake.mapping.columns import Column
from data.intake.mapping.numbering import is_a_number_of_order
from data.intake.mapping.role import Role
from data.intake.mapping.words import phrases, tokens

ATTRIBUTES = ("status", "sex", "age_group")
_SAYS_SO = 0.4  # a heading that is a sentence scores less, whatever it mentions
_NUMERIC = 0.6  # share of cells that must read as numbers of people
_WHOLE = 0.5  # below this share of whole numbers a column is a ratio, not a count
# "contains_fatality_words", "shooter_deceased": a column of 0 and 1 under such a heading says whether, not how many.
_FLAGS = frozenset(("contains", "contain", "has", "is", "was", "were", "flag", "any", "whether", "involved", "words"))


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A column that may count people of the outcome, with the meaning that says so."""

    column: Column
    role: Role

    @property
    def attributes(self) -> dict[str, str]:
        return {key: self.role.qualifiers[key] for key in ATTRIBUTES if key in self.role.qualifiers}

    @property
    def bound(self) -> str:
        return self.role.qualifiers.get("bound", "best")

    @property
    def severity(self) -> str:
        return self.role.qualifiers.get("severity", "")

    @property
    def plain(self) -> bool:
        return not self.attributes and not self.severity and self.bound == "best"

    @property
    def name(self) -> str:
        """Heading and letter: two columns of one heading must be told apart."""
        return f"{self.column.heading} ({self.column.letter})"

    @property
    def n(self) -> np.ndarray:
        return self.column.counts.n


def counts_people(column: Column) -> bool:
    """Do the cells look like numbers of people? An empty column with a fitting heading may be one, too."""
    if column.filled and (column.numeric < _NUMERIC or column.whole < _WHOLE):
        return False
    words = tokens(column.heading)
    flagged = not _FLAGS.isdisjoint(words) or bool(phrases("qualifiers.perpetrator").find(words))
    return not flagged or not _only_yes_and_no(column)


def _only_yes_and_no(column: Column) -> bool:
    return bool(column.filled) and set(np.unique(column.counts.n[~np.isnan(column.counts.n)])) <= {0.0, 1.0}


def candidates(columns: Sequence[Column], outcome: str) -> list[Candidate]:
    """The columns whose likeliest meaning is this outcome and nothing else beside it; a running total only where no
    column counts what is new."""
    found = []
    for column in columns:
        role = column.roles[0] if column.roles else None
        if role is None or role.field != outcome or role.score < _SAYS_SO or "also" in role.qualifiers:
            continue
        if column.chosen or (counts_people(column) and not is_a_number_of_order(column, columns)):
            found.append(Candidate(column, role))
    new = [each for each in found if each.column.chosen or not _so_far(each, found)]
    return new if any(each.column.filled for each in new) else found


def _so_far(one: Candidate, found: Sequence[Candidate]) -> bool:
    return "cumulative" in one.role.qualifiers or _accumulates(one, found)


def _accumulates(one: Candidate, others: Sequence[Candidate]) -> bool:
    """Is the column the sum so far of another one, in the order of the rows or backwards?"""
    for other in others:
        if other is one or np.nanmax(other.n, initial=0) <= 0:
            continue
        for step in (1, -1):
            so_far, mine = np.cumsum(np.nan_to_num(other.n[::step])), one.n[::step]
            given = ~np.isnan(mine) & (np.arange(len(mine)) > 0)
            if np.count_nonzero(given) >= 8 and np.mean(so_far[given] == mine[given]) >= 0.9:
                return bool(so_far[-1] > np.nanmax(other.n))
    return False
