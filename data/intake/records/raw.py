"""The file's own cells as text, personal columns left out: kept beside the records so that nothing else is lost."""

from collections.abc import Sequence

import pandas as pd

from data.intake.mapping.columns import Column

PLACE = ("sheet", "row")  # our own two columns


def raw_frame(
    columns: Sequence[Column], sheets: Sequence[str], rows: Sequence[int]
) -> tuple[pd.DataFrame, dict[int, str]]:
    """sheet, row, then a column per heading of the file; and column index -> its name in the frame."""
    names = _names(columns)
    frame: dict[str, object] = {"sheet": pd.Series(sheets, dtype="str"), "row": pd.Series(rows, dtype="int32")}
    for column in columns:
        frame[names[column.index]] = column.text
    return pd.DataFrame(frame), names


def _names(columns: Sequence[Column]) -> dict[int, str]:
    """Headings, with their letter where one is blank, stands twice or is called like one of our own."""
    headings = [" ".join(column.heading.split()) for column in columns]
    plain = {heading for heading in headings if headings.count(heading) == 1 and heading and heading not in PLACE}
    return {
        column.index: heading if heading in plain else f"{heading} ({column.letter})".strip()
        for column, heading in zip(columns, headings, strict=True)
    }
