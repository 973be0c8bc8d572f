"""Statements that another edition gave otherwise, one by one: running totals are never summed."""

from typing import Any

from charts.against.conflicts import Revised
from charts.editions.dumbbells import Dumbbell
from charts.editions.groups import side_columns
from charts.sentences import day_of, outcomes_shown, recorded, short_span, source_text
from charts.view import Column, Table
from data.selection import Selection
from data.summaries.amounts import Amount
from data.summaries.statements import Statement

MOST_ROWS = 24
# (how it was before, how it is now): one of them may be None
Turn = tuple[Statement | None, Statement | None]


def turns(revised: Revised, every: tuple[Statement, ...], selection: Selection) -> list[Turn]:
    """Statements changed, new or gone, of the period and the counters asked for, oldest first, undated last."""
    found: list[Turn] = [(revised.changed[one.record_id], one) for one in every if one.record_id in revised.changed]
    found += [(None, one) for one in every if one.record_id in revised.added]
    found += [(one, None) for one in revised.gone]
    asked = [turn for turn in found if any(one is not None and _asked(one, selection) for one in turn)]
    return sorted(asked, key=lambda turn: (_of(turn).start is None, _of(turn).start, _of(turn).position))


def turn_rows(found: list[Turn], selection: Selection, words: Any) -> list[Dumbbell]:
    """The newest of them that give a number, for the picture."""
    rows = []
    for turn in found:
        values = {one: (_amount(turn[0], one), _amount(turn[1], one)) for one in measures(selection)}
        if any(amount.n is not None for pair in values.values() for amount in pair):
            told = {one: words.say("editions_compared.hover", before=recorded(pair[0].n, words),
                                   after=recorded(pair[1].n, words)) for one, pair in values.items()}  # fmt: skip
            rows.append(Dumbbell(_name(turn, words), values, parts=told))
    return rows[-MOST_ROWS:]


def measures(selection: Selection) -> tuple[str, ...]:
    whole = () if selection.among("outcome") else ("casualties",)
    return (*outcomes_shown(selection), *whole)


def state(turn: Turn) -> str:
    """new, gone, revised (another number), same_sum (the same numbers, other details)."""
    before, after = turn
    if before is None or after is None:
        return "new" if before is None else "gone"
    numbers = [[one.value(of) for of in ("killed", "injured", "casualties")] for one in (before, after)]
    return "revised" if numbers[0] != numbers[1] else "same_sum"


def turn_table(found: list[Turn], selection: Selection, editions: tuple[str, str], words: Any) -> Table:
    columns = [Column("as_of", words.say("charts.column.as_of"), "date"),
               Column("counted_by", words.say("field.counted_by")),
               Column("state", words.say("editions_compared.column.state"))]  # fmt: skip
    for measure in measures(selection):
        columns += side_columns(measure, editions, words)
    columns += [Column("reported_in", words.say("field.reported_in")),
                Column("source_url", words.say("field.source_url"), "link")]  # fmt: skip
    rows = [_cells(turn, selection, words) for turn in found]
    return Table(tuple(columns), tuple(tuple(row[column.key] for column in columns) for row in rows),
                 tuple(_of(turn).record_id for turn in found))  # fmt: skip


def _cells(turn: Turn, selection: Selection, words: Any) -> dict[str, Any]:
    """ "" where there was no such statement; None where it gives no number."""
    one = _of(turn)
    dated = one.start if one.precision == "day" else day_of(one.first, one.precision, words) if one.start else None
    cells: dict[str, Any] = {
        "as_of": dated, "counted_by": source_text("counted_by", one.counted_by, words) or None,
        "state": words.say(f"editions_compared.state.{state(turn)}"), "reported_in": one.outlet or None,
        "source_url": one.link or None,
    }  # fmt: skip
    for measure in measures(selection):
        before, after = ("" if side is None else side.value(measure) for side in turn)
        known = isinstance(before, float | int) and isinstance(after, float | int)
        cells |= {f"{measure}_before": before, f"{measure}_after": after,
                  f"{measure}_difference": after - before if known else ""}  # type: ignore[operator]  # fmt: skip
    return cells


def _of(turn: Turn) -> Statement:
    one = turn[1] or turn[0]
    assert one is not None  # noqa: S101 - a turn has a statement on one side at least
    return one


def _asked(one: Statement, selection: Selection) -> bool:
    if not selection.passes("counted_by", one.counted_by):
        return False
    if not one.start:
        return not selection.limited_in_time
    after = selection.date_from is None or one.first >= selection.date_from
    return after and (selection.date_to is None or one.last <= selection.date_to)


def _amount(one: Statement | None, of: str) -> Amount:
    return Amount(None if one is None else one.value(of))


def _name(turn: Turn, words: Any) -> str:
    one = _of(turn)
    return short_span(one.first, one.first, words) if one.start else str(words.say("editions_compared.undated"))
