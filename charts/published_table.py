"""The table of published statements: all of them, those without a date and without a figure as well."""

from typing import Any

from charts.sentences import OUTCOMES, day_of, outcomes_shown, source_text
from charts.view import Column, Table
from data.problems import sentence
from data.selection import Selection
from data.summaries.statements import Statement


def statement_columns(told: list[Statement], selection: Selection, words: Any) -> tuple[Column, ...]:
    """The columns; the stated total only where everybody is asked for."""
    columns = [Column("as_of", words.say("charts.column.as_of"), "date")]
    columns += [Column(outcome, words.say(f"field.{outcome}"), "number") for outcome in outcomes_shown(selection)]
    if not selection.among("status") and not selection.among("outcome"):
        columns.append(Column("total", words.say("field.stated_total"), "number"))
    columns += [Column(key, words.say(f"field.{key}")) for key in ("counted_by", "scope", "reported_in")]
    columns += [Column("source_url", words.say("field.source_url"), "link"),
                Column("confidence", words.say("field.confidence"))]  # fmt: skip
    if any(_remarks(one, words) for one in told):
        columns.append(Column("remarks", words.say("charts.column.remarks")))
    return tuple(columns)


def statement_table(told: list[Statement], columns: tuple[Column, ...], words: Any) -> Table:
    """One row per statement, in the order of the file; a date known to the month stands as words."""
    rows = [tuple(_cell(one, column.key, words) for column in columns) for one in told]
    return Table(columns, tuple(rows), tuple(one.record_id for one in told))


def _cell(one: Statement, key: str, words: Any) -> Any:
    match key:
        case "as_of":
            return (
                one.start if one.precision == "day" else day_of(one.start, one.precision, words) if one.start else None
            )
        case "killed" | "injured":
            return getattr(one, key).n
        case "counted_by" | "scope":
            return source_text(key, getattr(one, key), words) or None
        case "confidence":
            return words.say(f"value.confidence.{one.confidence}")
        case "remarks":
            return _remarks(one, words)
        case "total":
            return one.total
    return {"reported_in": one.outlet, "source_url": one.link}[key] or None


def _remarks(one: Statement, words: Any) -> str:
    """Numbers that are only a minimum, and everything found against the statement; of what is for staff the kind."""
    remarks = []
    if any(getattr(one, outcome).at_least for outcome in OUTCOMES):
        remarks.append(words.say("charts.published_totals.minimum"))
    remarks += [
        sentence(problem, words) if one.told(problem) else words.say("charts.published_totals.found", kind=kind)
        for problem in one.findings
        if (kind := words.say(f"mending.kind.{problem.kind}"))
    ]
    return " ".join(remarks)
