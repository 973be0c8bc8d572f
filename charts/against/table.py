"""The table of published against recorded: a row per statement, with what lies between it and the one before."""

from datetime import date, timedelta
from typing import Any

from charts.against.conflicts import Revised, conflict_told, numbered
from charts.amount_of import outcome_parts
from charts.picks import pick
from charts.sentences import day_of, recorded, source_text
from charts.view import Column, Table
from data.summaries.against import Held
from data.summaries.amounts import Amount
from data.summaries.statements import Statement

# No share of a smaller number.
LEAST_BASE = 10
_NUMBERS = ("published", "recorded", "perhaps", "gap", "share")
_BETWEEN = ("risen", "recorded_between", "gap_between")


def against_columns(of: str, revised: bool, words: Any) -> tuple[Column, ...]:
    """The columns; `before` only where another edition is compared."""
    columns = [Column("as_of", words.say("charts.column.as_of"), "date"),
               Column("counted_by", words.say("field.counted_by"))]  # fmt: skip
    columns += [Column(name, words.say(f"published_against_recorded.column.{name}"), "number") for name in _NUMBERS]
    if revised:
        columns.append(Column("before", words.say("published_against_recorded.column.before")))
    columns.append(Column("previous", words.say("published_against_recorded.column.previous"), "date"))
    columns += [Column(name, words.say(f"published_against_recorded.column.{name}"), "number") for name in _BETWEEN]
    return (*columns, Column("conflicts", words.say("published_against_recorded.column.conflicts")),
            Column("reported_in", words.say("field.reported_in")),
            Column("source_url", words.say("field.source_url"), "link"))  # fmt: skip


def against_table(
    held: list[Held], since: date | None, of: str, columns: tuple[Column, ...], revised: Revised | None, words: Any
) -> Table:  # fmt: skip
    """Newest last. Picks narrow to the records behind what is recorded up to a statement, or between two."""
    told: dict[str, list[str]] = {}
    for number, conflict in numbered(held):
        told.setdefault(conflict.statement.record_id, []).append(f"{number}: {conflict_told(conflict, words)}")
    rows, picks = [], []
    for one in held:
        cells = _cells(one, words) | {"conflicts": " ".join(told.get(one.statement.record_id, []))}
        if revised is not None:
            cells["before"] = before_told(one.statement, of, revised, words)
        rows.append(tuple(cells[column.key] for column in columns))
        own = {"recorded": cases_pick(since, one.statement.first, of)}
        if one.previous is not None:
            own["recorded_between"] = cases_pick(one.previous.last + timedelta(days=1), one.statement.first, of)
        picks.append(tuple(own.get(column.key, "") for column in columns))
    ids = tuple(one.statement.record_id for one in held)
    return Table.of(columns, rows, row_ids=ids, picks=tuple(picks))


def cases_pick(start: date | None, end: date, of: str) -> str:
    """The parameters of the records that are counted for certain between two days."""
    first = start.isoformat() if start else ""
    return pick(("from", first), ("to", end.isoformat()), ("in_official_scope", "yes"), *outcome_parts(of))


def share_of(one: Held) -> int | None:
    """Per cent of the published number that is recorded; None on a base under 10 and where more is recorded."""
    if one.recorded is None or one.published < LEAST_BASE or one.recorded > one.published:
        return None
    return int(100 * one.recorded / one.published + 0.5)


def before_told(one: Statement, of: str, revised: Revised, words: Any) -> str:
    """What the other edition said of it: nothing, another number, the same number with other details, or the same."""
    if one.record_id in revised.added:
        return str(words.say("published_against_recorded.before.added"))
    if one.record_id not in revised.changed:
        return ""
    was = revised.changed[one.record_id].value(of)
    if was == one.value(of):
        return str(words.say("published_against_recorded.before.details"))
    return str(words.say("published_against_recorded.before.changed", was=recorded(was, words)))


def _cells(one: Held, words: Any) -> dict[str, Any]:
    """A cell that has no meaning in a row is "", which is not the same as None: not recorded."""
    statement, share, previous = one.statement, share_of(one), one.previous
    between = one.recorded_between
    return {
        "as_of": _day(statement, words),
        "counted_by": source_text("counted_by", statement.counted_by, words) or None,
        "published": one.published,
        "recorded": None if one.recorded is None else Amount(one.recorded, one.at_least),
        "perhaps": "" if one.recorded is None else one.perhaps,
        "gap": "" if one.gap is None else one.gap,
        "share": "" if share is None else share,
        "previous": "" if previous is None else _day(previous, words),
        "risen": "" if one.risen is None else one.risen,
        "recorded_between": "" if between is None else Amount(between, one.between_at_least),
        "gap_between": "" if between is None or one.risen is None else one.risen - between,
        "reported_in": statement.outlet or None,
        "source_url": statement.link or None,
    }


def _day(one: Statement, words: Any) -> Any:
    return one.first if one.precision == "day" else day_of(one.first, one.precision, words)
