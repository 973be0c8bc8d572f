"""Where a record comes from, in words: the row as it was, what was mended in it, what was found there."""

from typing import Any

from data.fields import BY_KEY
from data.problems import field_name, sentence
from data.record.row_source import RowMend, RowSource


def cells(source: RowSource, words: Any, *, staff: bool = False) -> list[dict[str, Any]]:
    """The row as it was: `heading`, `text`, `blank`, and `field`, what the column was read as ("" = as nothing)."""
    shown = [*source.cells.shown, *(source.cells.kept if staff else ())]
    return [
        {
            "heading": one.heading, "text": one.text or words.say("record.blank"), "blank": not one.text,
            "field": _field(one.field, words), "kept": one in source.cells.kept,
        }
        for one in shown
    ]  # fmt: skip


def mends(source: RowSource, words: Any, *, staff: bool = False) -> list[dict[str, str]]:
    """`cell`, `before`, `after`; `why` is a person's own words and told to staff only."""
    return [_mend(one, words, staff) for one in source.mends]


def _mend(one: RowMend, words: Any, staff: bool) -> dict[str, str]:
    told = staff or one.public
    column = {"heading": one.heading, "column": one.column}
    blank, kept = words.say("record.blank"), words.say("record.kept")
    return {
        "cell": words.say("record.cell", **column) if told and one.heading else words.say("record.column", **column),
        "before": (one.before or blank) if told else kept,
        "after": (one.after or blank) if told else kept,
        "why": " ".join(part for part in (one.why, one.source) if part) if staff else "",
    }


def findings(source: RowSource, words: Any, several: bool, *, staff: bool = False) -> list[str]:
    """What was found in the row, in sentences. `several`: the version has more files than one."""
    shown = [*source.findings, *(source.kept_findings if staff else ())]
    return [sentence(problem, words, source.file.file_name, several) for problem in shown]


def _field(field: str, words: Any) -> str:
    return field_name(field, words) if field.split(".")[0] in BY_KEY or words.has(f"field.{field}") else ""
