"""Statements about another group of people than the rest of the table, such as civilians only."""

from collections.abc import Iterator

from data.intake.reading import Reading, positions
from data.problems import Problem


def main_scope(reading: Reading) -> str:
    """The scope that most records have; "" where none has more than half of them, as in series side by side."""
    shares = reading.records["scope"].value_counts(normalize=True)
    return str(shares.index[0]) if len(shares) and shares.iloc[0] > 0.5 else ""


def check(reading: Reading) -> Iterator[Problem]:
    """Every record whose scope is not the one of most records."""
    scope = reading.records["scope"].to_numpy(dtype=object)
    main = main_scope(reading)
    if not main:
        return
    for at in positions((scope != main) & (scope != "")):
        yield reading.problem("other_scope", at, "scope", scope[at], main=main)
