"""The rows that are no records, by reason, with how many and which."""

from collections.abc import Sequence
from typing import Any

from data.intake.table import Excluded

# Row numbers that are listed of one reason and sheet.
LISTED = 24


def rows_left_out(excluded: Sequence[Excluded], several_sheets: bool, words: Any) -> list[dict[str, Any]]:
    """`reason`, `count` and `rows` in words; with the sheet where several were read."""
    groups: dict[tuple[str, str], list[int]] = {}
    for each in excluded:
        groups.setdefault((each.reason, each.sheet), []).append(each.row)
    return [_group(reason, sheet, rows, several_sheets, words) for (reason, sheet), rows in groups.items()]


def _group(reason: str, sheet: str, rows: list[int], several_sheets: bool, words: Any) -> dict[str, Any]:
    message = f"understood.left_out.{reason}"
    listed = ", ".join(_runs(sorted(rows))[:LISTED])
    more = len(_runs(sorted(rows))) - LISTED
    said = words.say("understood.rows_and_more", rows=listed, count=more) if more > 0 else listed
    return {
        "reason": words.say(message) if words.has(message) else reason,
        "count": len(rows),
        "rows": said,
        "sheet": sheet if several_sheets else "",
    }


def _runs(rows: list[int]) -> list[str]:
    """3, 5–9, 12: rows that follow one another are named by the first and the last."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return [str(first) if first == last else f"{first}–{last}" for first, last in runs]
