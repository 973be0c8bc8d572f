"""Every kind of finding: its severity and message id; a Problem is a value, never an exception."""

import dataclasses
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

# Characters of a cell that a finding shows: a cell can hold millions.
MOST_SHOWN = 300
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Severity = Literal["error", "warning", "note"]

# kind -> severity. The sentence of a kind is the message `problem.<kind>` in texts/locale/*/problems.po.
KINDS: dict[str, Severity] = {
    # reading the file
    "encoding_guessed": "warning",
    "characters_unreadable": "warning",
    "quote_left_open": "warning",
    # what the workbook holds beside its cells
    "holds_macros": "note",
    "external_links": "note",
    "hidden_sheet": "note",
    "hidden_sheet_read": "note",
    "hidden_columns": "note",
    "hidden_columns_read": "note",
    "far_cell_left_out": "warning",
    "formula_without_value": "error",
    # reading the cells
    "not_a_date": "error",
    "span_backwards": "error",
    "date_without_year": "warning",
    "precision_not_understood": "warning",
    "not_a_count": "error",
    "unknown_code": "note",
    "negative_count": "error",
    "range_backwards": "error",
    "count_with_remark": "note",
    "approximate_count": "note",
    "thousands_or_decimals": "warning",
    "date_in_count": "error",
    "formula_error": "error",
    # what the figures say of each other
    "total_not_parts": "warning",
    "parts_above_total": "warning",
    "parts_above_whole": "warning",
    "parts_below_whole": "note",
    "computable_blank": "note",
    "running_total_falls": "warning",
    "running_total_below_other": "warning",
    "statements_disagree": "warning",
    "counters_disagree": "warning",
    "other_scope": "note",
    "no_usable_figure": "note",
    "outlier": "note",
    "totals_row_agrees": "note",
    "totals_row_disagrees": "warning",
    "percentage_disagrees": "warning",
    "crosstab_total_disagrees": "warning",
    "crosstab_totals_agree": "note",
    # what the rows say of time and of each other
    "period_overlaps": "warning",
    "period_hole": "note",
    "date_in_future": "warning",
    "date_before_scope": "warning",
    "district_not_yet": "note",
    "same_row_twice": "note",
    "rows_repeat_others": "warning",
    "rows_nearly_repeat_others": "warning",
    "rows_may_repeat_others": "warning",
    # what was made of the file
    "word_not_understood": "warning",
    "place_not_understood": "warning",
    "table_not_read": "warning",
    "figure_repeated": "warning",
    "not_a_casualty": "note",
    "corrected": "note",
    "correction_no_longer_fits": "error",
    # what a person said of the file and what cannot be done
    "choice_no_sheet": "error",
    "choice_no_rows": "error",
    "choice_no_column": "error",
    "choice_no_field": "error",
    "choice_no_layout": "error",
    "choice_twice": "error",
    "choice_personal": "error",
    "choice_not_followed": "error",
    "set_aside_no_row": "error",
    "more_of_this_kind": "note",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, at one place of one file. `row` counts from 1 as the spreadsheet shows it; `column` is a letter.

    `params` are the extra values of its sentence, beside file, sheet, row, column, value and suggestion. Of a version
    that is made of several files they also hold the finding's own file: its name (`file`) and its place (`part`).
    """

    kind: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    field: str | None = None
    value: str | None = None
    suggestion: str | None = None
    params: dict[str, Any] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such kind of problem: {self.kind}")
        for name in ("value", "suggestion"):
            text = getattr(self, name)
            if text is not None and len(text) > MOST_SHOWN:
                object.__setattr__(self, name, text[:MOST_SHOWN] + "…")

    @property
    def severity(self) -> Severity:
        return KINDS[self.kind]

    @property
    def message(self) -> str:
        return f"problem.{self.kind}"


def sentence(problem: Problem, words: Any, file: str = "", several: bool = False) -> str:
    """The finding in words. Rows are numbers of a file, not amounts; what a finding does not have is left empty.

    Where a version holds `several` files the one that is meant is named: each has rows of the same numbers.
    Days among the parameters stand in ISO form, as they are stored, and are said in the language's own.
    """
    own = {
        "file": file, "sheet": problem.sheet, "row": problem.row, "column": problem.column,
        "field": field_name(problem.field, words), "value": problem.value, "suggestion": problem.suggestion,
    }  # fmt: skip
    filled = {name: "" if value is None else str(value) for name, value in own.items()}
    params = {name: _day(value) for name, value in problem.params.items() if value is not None}
    said = words.say(problem.message, **filled | params)
    own_file = params.get("file")
    return words.say("history.in_file", file=own_file, finding=said) if several and own_file else said


def _day(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) and _ISO_DAY.fullmatch(value) else value


def field_name(field: str | None, words: Any) -> str:
    """killed reads "Killed", killed.civilian "Killed (civilians)"; a field without a name reads as its key."""
    if not field:
        return ""
    key, *attributes = field.split(".")
    name = words.say(f"field.{key}") if words.has(f"field.{key}") else key
    ids = [f"value.{of}.{value}" for value in attributes for of in ("status", "sex", "age_group")]
    said = [words.say(message) for message in ids if words.has(message)]
    return f"{name} ({', '.join(said)})" if said else name
