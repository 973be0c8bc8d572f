"""The sheet of instructions: the rules of the table, then what each column means; it is marked as no data."""

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from data.template import styles
from data.template.columns import COLUMNS

# In the order in which they stand. "row" is said for each kind in its own words.
RULES = ("row", "example", "unknown", "zero", "range", "date", "personal", "totals")
WIDTHS = {"A": 24, "B": 100}
LETTERS, LINE = 105, 15  # of text in a line of column B; points of its height


def fill_instructions(sheet: Worksheet, kind: str, words: Any) -> None:
    sheet["A1"], sheet["A1"].font = words.say("template.no_data"), styles.QUIET
    sheet["A2"], sheet["A2"].font = words.say(f"template.title.{kind}"), styles.TITLE
    sheet.row_dimensions[2].height = 24
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    row = 4
    for key in RULES:
        _line(sheet, row, words.say(f"template.rule.{key}.name"), words.say(_rule(key, kind)))
        row += 1
    row += 1
    for number, key in enumerate(("column", "meaning"), start=1):
        cell = sheet.cell(row, number, words.say(f"template.instructions.{key}"))
        cell.font, cell.fill = styles.HEADING, styles.HEADING_FILL
    for column in COLUMNS[kind]:
        row += 1
        _line(sheet, row, words.say(f"template.heading.{column.key}"), words.say(f"template.about.{column.key}"))
    styles.for_paper(sheet)


def _rule(key: str, kind: str) -> str:
    return f"template.rule.row.{kind}" if key == "row" else f"template.rule.{key}"


def _line(sheet: Worksheet, row: int, name: str, text: str) -> None:
    for number, said in enumerate((name, text), start=1):
        sheet.cell(row, number, said).alignment = styles.WRAPPED
    sheet.cell(row, 1).font = styles.BOLD
    sheet.row_dimensions[row].height = LINE * -(-len(text) // LETTERS) + 4
