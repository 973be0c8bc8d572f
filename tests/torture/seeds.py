"""Small valid files of every format, to be broken: the honest ones that a torture begins with."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from tests.data.intake.readers import files

INCIDENTS: list[list[Any]] = [
    ["Incidents with mines", None, None, None, None],
    [],
    ["Date", "District", "Device", "Killed", "Injured"],
    [date(2021, 3, 5), "Füzuli", "AP mine", 1, 2],
    [date(2021, 4, 17), "Tərtər", "UXO", 0, 3],
    [date(2021, 11, 30), "Ağdam", "AT mine", 2, None],
    [date(2022, 1, 2), "Physical", "?", "2-3", "≥5"],
    ["Total", None, None, 5, 10],
]
PEOPLE: list[list[Any]] = [
    ["Date", "Outcome", "Age", "Sex", "Status", "Activity"],
    ["05.03.2021", "killed", 17, "m", "civilian", "herding"],
    ["17.04.2021", "injured", 34, "f", "military", "farming"],
    ["30.11.2021", "injured", "unknown", "m", "deminer", "demining"],
]
STATEMENTS: list[list[Any]] = [
    ["As of", "Killed", "Injured", "Total"],
    [datetime(2021, 3, 5), 10, 40, 50],
    [datetime(2021, 9, 5), 12, 44, 56],
    [datetime(2022, 3, 5), 15, 48, 63],
    [datetime(2022, 9, 5), 15, 51, 67],
]
PERIODS: list[list[Any]] = [
    ["From", "To", "Drepte", "Skadde"],
    ["2021-01-01", "2021-03-31", 3, 8],
    ["2021-04-01", "2021-06-30", 1, 4],
    ["2021-07-01", "2021-09-30", 0, 2],
]
TABLES = {"incidents": INCIDENTS, "people": PEOPLE, "statements": STATEMENTS, "periods": PERIODS}


def text(rows: Sequence[Sequence[Any]], delimiter: str = ",") -> str:
    return "\n".join(delimiter.join(_text(cell) for cell in row) for row in rows) + "\n"


def _text(cell: Any) -> str:
    if isinstance(cell, datetime | date):
        return cell.strftime("%d.%m.%Y")
    return "" if cell is None else f'"{cell}"' if isinstance(cell, str) and "," in cell else str(cell)


def _merged(workbook: Any) -> None:
    sheet = workbook.active
    sheet.merge_cells("A1:E1")
    sheet.column_dimensions["C"].hidden = True
    workbook.create_sheet("Notes").append(["Sources: the yearly report"])
    workbook.create_sheet("Lists").sheet_state = "hidden"


@cache
def seeds() -> dict[str, bytes]:
    """Name -> bytes. The end of the name is the format."""
    found = {}
    for name, rows in TABLES.items():
        found[f"{name}.xlsx"] = files.xlsx(rows)
        found[f"{name}.ods"] = files.ods(rows)
        found[f"{name}.xls"] = files.xls(rows, {date: "yyyy-mm-dd", datetime: "yyyy-mm-dd"})
        found[f"{name}.csv"] = text(rows).encode()
    found["merged.xlsx"] = files.xlsx(INCIDENTS, change=_merged)
    found["years.xlsx"] = files.xlsx(INCIDENTS[2:7], INCIDENTS[2:6], PEOPLE)
    found["formulas.xlsx"] = files.xlsx([*INCIDENTS[2:6], ["Total", None, None, "=SUM(D2:D4)", "=SUM(E2:E4)"]])
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1254"):
        found[f"{encoding}.csv"] = text(INCIDENTS, ";").encode(encoding, errors="replace")
    found["tabs.csv"] = text(PEOPLE, "\t").encode()
    return found
