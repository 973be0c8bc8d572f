"""Spreadsheets for the staff tests: a shipped workbook made dirty as real ones are, and small ones with a question."""

from pathlib import Path

from openpyxl import load_workbook

SHIPPED = Path(__file__).parents[3] / "data" / "samples" / "reported_accidents.xlsx"
SHEET = "Reported accidents"
KEY = "reported_accidents"
# What was done to it: cell -> what it holds now. Row 21 repeats row 20.
DIRT = {"A10": "31.02.2021", "E12": "1*", "F12": -2, "C14": "Agdamm"}
TWICE = (20, 21)


def dirty(folder: Path) -> Path:
    book = load_workbook(SHIPPED)
    sheet = book[SHEET]
    for cell, value in DIRT.items():
        sheet[cell] = value
    for column in range(1, sheet.max_column + 1):
        sheet.cell(TWICE[1], column).value = sheet.cell(TWICE[0], column).value
    file = folder / "accidents 2026.xlsx"
    book.save(file)
    return file


def with_a_question(folder: Path, name: str = "which is the day.csv", killed: int = 1) -> Path:
    """Either figure of these dates can be the day: 3 April or 4 March. The file's name makes the villages its own."""
    file = folder / name
    rows = (f"03/04/2021;Aghdam;{name} A;{killed};0", f"05/06/2021;Fuzuli;{name} B;0;2")
    file.write_text("\n".join(("Date;District;Place;Killed;Injured", *rows, "")))
    return file
