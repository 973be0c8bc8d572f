"""The sheet to fill in: headings, an example row that is marked as one, checks while typing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.template import styles
from data.template.columns import COLUMNS, Column
from data.template.rules import rule

HEADINGS, EXAMPLE = 1, 2  # rows
LAST_ROW = 5_000  # to which the checks reach
DATE = "yyyy-mm-dd"


def fill_entry_sheet(
    sheet: Worksheet, kind: str, offered: Mapping[str, Mapping[str, str]], ranges: Mapping[str, str], words: Any
) -> None:
    """`offered`: the choices of each drop-down; `ranges`: where they stand in the workbook."""
    sheet.title = words.say(f"template.sheet.{kind}")
    for number, column in enumerate(COLUMNS[kind], start=1):
        letter = get_column_letter(number)
        _heading(sheet, number, column, words)
        example = sheet.cell(EXAMPLE, number, _example(column, number, offered.get(column.key, {}), words))
        example.font, example.fill = styles.EXAMPLE, styles.EXAMPLE_FILL
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].alignment = Alignment(horizontal=styles.beside(column.holds))
        example.alignment = Alignment(horizontal=styles.beside(column.holds))
        if column.holds == "date":
            sheet.column_dimensions[letter].number_format = example.number_format = DATE
        if column.holds != "text":
            made = rule(column, f"{letter}{EXAMPLE}", words, ranges.get(column.key, ""))
            made.add(f"{letter}{EXAMPLE}:{letter}{LAST_ROW}")
            sheet.add_data_validation(made)
    sheet.row_dimensions[HEADINGS].height = 32
    sheet.freeze_panes = sheet.cell(EXAMPLE, 2)
    styles.for_paper(sheet, HEADINGS)


def _heading(sheet: Worksheet, number: int, column: Column, words: Any) -> None:
    cell = sheet.cell(HEADINGS, number, words.say(f"template.heading.{column.key}"))
    cell.font, cell.fill = styles.HEADING, styles.HEADING_FILL
    cell.alignment = Alignment(horizontal=styles.beside(column.holds), vertical="center", wrap_text=True)


def _example(column: Column, number: int, offered: Mapping[str, str], words: Any) -> Any:
    """What the example row holds. Its first cell marks it: whoever writes a date over it makes the row count."""
    if number == 1:
        return words.say("template.example_mark")
    if column.holds == "choice":
        return offered[column.example]
    if column.holds == "date":
        return date.fromisoformat(column.example)
    return column.example if column.example != "" else words.say(f"template.example.{column.key}")
