"""What can be done about each kind of finding: accept its suggestion, type the right value, set the row aside."""

from dataclasses import dataclass

from data.problems import KINDS


@dataclass(frozen=True, slots=True)
class Ways:
    """`accept`: the suggestion is a value for that very cell. `typed`: the right value may be typed into it.

    `set_aside`: leaving the row out makes sense. `words`: the finding is about a word wherever it stands, and what it
    means is said once for all of them (an answer to the intake, no mend of a cell).
    """

    accept: bool = False
    typed: bool = False
    set_aside: bool = False
    words: bool = False


NOTHING = Ways()
_CELL = Ways(accept=True, typed=True, set_aside=True)
_TYPED = Ways(typed=True, set_aside=True)
_ROW = Ways(set_aside=True)
_WORD = Ways(words=True)

WAYS: dict[str, Ways] = dict.fromkeys(KINDS, NOTHING) | {
    "not_a_date": _CELL,
    "span_backwards": _CELL,
    "date_without_year": _TYPED,
    "not_a_count": _TYPED,
    "unknown_code": _TYPED,
    "negative_count": _TYPED,
    "range_backwards": _CELL,
    "count_with_remark": _CELL,
    "approximate_count": _CELL,
    "thousands_or_decimals": _CELL,
    "date_in_count": _CELL,
    "formula_error": _TYPED,
    "total_not_parts": _TYPED,
    "parts_above_total": _TYPED,
    "parts_above_whole": _TYPED,
    "parts_below_whole": _TYPED,
    "computable_blank": _CELL,
    "running_total_falls": _TYPED,
    "running_total_below_other": _TYPED,
    "statements_disagree": _TYPED,
    "counters_disagree": _TYPED,
    "other_scope": _ROW,
    "no_usable_figure": _ROW,
    "outlier": _TYPED,
    "percentage_disagrees": _TYPED,
    "period_overlaps": _TYPED,
    "date_in_future": _TYPED,
    "date_before_scope": _TYPED,
    "district_not_yet": _TYPED,
    "same_row_twice": _ROW,
    "rows_may_repeat_others": _ROW,
    "word_not_understood": _WORD,
    "place_not_understood": _WORD,
}

# Kinds whose suggestion is no value for the cell, or that no cell can mend: each has the message mending.hint.<kind>.
HINTS = frozenset(
    (
        "encoding_guessed", "characters_unreadable", "far_cell_left_out", "formula_without_value",
        "precision_not_understood", "total_not_parts", "parts_above_whole", "parts_below_whole", "totals_row_disagrees",
        "percentage_disagrees", "crosstab_total_disagrees", "word_not_understood", "place_not_understood",
    )
)  # fmt: skip

# Kinds whose value is how many there are, and no text of a cell.
NUMBERS = frozenset(("formula_without_value", "characters_unreadable", "external_links"))
