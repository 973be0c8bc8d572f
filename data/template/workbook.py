"""One template as a workbook: the sheet to fill in, the instructions, and the values of the drop-downs."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook

from data.template.choices import choices
from data.template.columns import COLUMNS
from data.template.entry_sheet import fill_entry_sheet
from data.template.instructions import fill_instructions
from data.template.value_sheet import fill_value_sheet


def workbook(kind: str, words: Any) -> bytes:
    """The .xlsx of a kind (one of KINDS) in the language of `words`."""
    columns = COLUMNS[kind]
    offered = {column.key: choices(column.key, words) for column in columns if column.holds == "choice"}
    book = Workbook()
    book.properties.creator = "Minetall"
    book.properties.title = words.say(f"template.title.{kind}")
    entry = book.active
    instructions = book.create_sheet(words.say("template.sheet.instructions"))
    values = book.create_sheet(words.say("template.sheet.values"))
    ranges = fill_value_sheet(values, offered, words)
    fill_entry_sheet(entry, kind, offered, ranges, words)
    fill_instructions(instructions, kind, words)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def file_name(kind: str, words: Any) -> str:
    """mine-casualties-people.xlsx, or in Norwegian mineulykker-personer.xlsx."""
    return words.say(f"template.file.{kind}") + ".xlsx"
