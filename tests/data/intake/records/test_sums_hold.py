"""Whatever a row says, its counts add up to it: tried on tables drawn at random."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from data.intake.records.counting import CountRows, add_not_split, add_outcome, splits
from data.intake.records.figures import Figures, Numbers, Part, tally

ROWS = 6
figure = st.one_of(st.none(), st.integers(0, 9))
column = st.lists(figure, min_size=ROWS, max_size=ROWS)


def numbers(cells: list[int | None]) -> Numbers:
    n = np.array([np.nan if cell is None else cell for cell in cells], dtype=float)
    return Numbers(n, np.full(ROWS, np.nan), np.full(ROWS, np.nan))


@given(wholes=st.tuples(column, column), parts=st.tuples(column, column, column, column), total=column)
@settings(max_examples=200, deadline=None)
def test_counts_add_up_to_their_row(
    wholes: tuple[list[int | None], ...], parts: tuple[list[int | None], ...], total: list[int | None]
) -> None:
    statuses = ("civilian", "military_security")
    figures = {
        outcome: Figures(
            outcome, numbers(whole), [Part({"status": s}, numbers(p)) for s, p in zip(statuses, own, strict=True)]
        )
        for outcome, whole, own in zip(("killed", "injured"), wholes, (parts[:2], parts[2:]), strict=True)
    }
    tallies = {outcome: tally(each, ROWS) for outcome, each in figures.items()}
    counts = CountRows()
    row_split = splits(list(figures.values()))
    assert row_split is not None
    for outcome, each in figures.items():
        add_outcome(counts, each, tallies[outcome], {}, row_split)
    add_not_split(counts, numbers(total), list(tallies.values()), {})
    frame = counts.frame()
    added = {
        (int(record), str(outcome)): float(n)
        for (record, outcome), n in frame.groupby(["record", "outcome"], observed=True)["n"].sum().items()
    }
    assert (frame["n"] > 0).all()
    for row in range(ROWS):
        known = 0.0
        for outcome in figures:
            value = tallies[outcome].value[row]
            assert added.get((row, outcome), 0.0) == (0.0 if np.isnan(value) else value)
            known += 0.0 if np.isnan(value) else value
        stated, complete = total[row], all(tallies[o].basis[row] in ("stated", "parts") for o in figures)
        rest = 0.0 if stated is None or complete else max(stated - known, 0.0)
        assert added.get((row, "not_split"), 0.0) == rest
