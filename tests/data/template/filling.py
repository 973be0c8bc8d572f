"""Templates as somebody fills them in: every value of every drop-down, a range, blanks, a month for a date."""

import io
from datetime import date, datetime, timedelta
from typing import Any

import openpyxl

from data.template.choices import choices
from data.template.columns import COLUMNS
from data.template.workbook import workbook
from texts.words import Words

TODAY = date(2026, 11, 23)
FIRST_DAY = date(2021, 1, 4)
Row = dict[str, Any]
# Counts go up and down, as those of accidents do; of published statements they only grow.
KILLED, INJURED = (1, 0, 2, 0, 1, 3, 0), (0, 2, 1, 4, 0, 1, 2)
RANGE = {"en": "2 to 3", "nb": "2 til 3"}
AT_LEAST = {"en": "at least 5", "nb": "minst 5"}


def rows_for(kind: str, words: Words) -> list[Row]:
    """One row per value of the longest drop-down, keyed by column."""
    offered = {column.key: list(choices(column.key, words).values()) for column in COLUMNS[kind]
               if column.holds == "choice" and column.key != "date_precision"}  # fmt: skip
    most = max(map(len, offered.values()))
    rows = [_row(kind, number) for number in range(max(most, 12))]
    for key, values in offered.items():
        for number, row in enumerate(rows):
            row[key] = values[number % len(values)]
    _uncertain(kind, rows, words)
    return rows


def _row(kind: str, number: int) -> Row:
    day = FIRST_DAY + timedelta(days=7 * number)
    source = {"counted_by": "Counting office", "reported_in": f"Paper of {day.year}",
              "link": f"https://example.org/{number}"}  # fmt: skip
    if kind == "line_list":
        return {"date": day, "incident_number": number // 2 + 1, "place": f"Village {number % 5}", **source}
    killed, injured = KILLED[number % 7], INJURED[number % 7]
    if kind == "incident_list":
        split = {"civilians_killed": killed, "civilians_injured": injured, "military_killed": 0, "military_injured": 0}
        return {"date": day, "place": f"Village {number % 5}", "killed": killed, "injured": injured, **split, **source}
    killed, injured = 10 + 2 * number, 40 + 3 * number
    split = {"civilians_killed": killed - 4, "civilians_injured": injured - 30, "military_killed": 4,
             "military_injured": 30}  # fmt: skip
    return {"as_of": day, "since": date(2020, 11, 10), "killed": killed, "injured": injured,
            "total": killed + injured, **split, **source}  # fmt: skip


def _uncertain(kind: str, rows: list[Row], words: Words) -> None:
    """Row 2 knows the month only, written as text; row 3 by the drop-down; rows 4 to 6 have ranges and blanks."""
    when = COLUMNS[kind][0].key
    rows[1][when] = "2021-02"
    rows[2] |= {when: date(2021, 2, 1), "date_precision": words.say("template.precision.month")}
    rows[3]["date_precision"] = words.say("template.precision.day")
    rows[4]["link"] = None
    if kind == "incident_list":
        only = dict.fromkeys(("civilians_killed", "civilians_injured", "military_killed", "military_injured"))
        rows[4] |= {"killed": None, **only}
        rows[5] |= {"killed": RANGE[words.language], "injured": AT_LEAST[words.language], **only}


def filled(kind: str, words: Words, rows: list[Row]) -> bytes:
    """The template with these rows below its example, as a spreadsheet program saves it."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(kind, words)))
    sheet = book.worksheets[0]
    for line, row in enumerate(rows, start=3):
        for number, column in enumerate(COLUMNS[kind], start=1):
            sheet.cell(line, number, row.get(column.key))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def cells(content: bytes) -> list[list[Any]]:
    """The entry sheet alone, for saving it in another format."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return [[cell.date() if isinstance(cell, datetime) else cell for cell in row]
            for row in sheet.iter_rows(values_only=True)]  # fmt: skip
