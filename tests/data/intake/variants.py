"""The shipped spreadsheets as other people would have saved them: other formats, orders, titles and languages."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd

from tests.data.intake.readers import files

SAMPLES = Path(__file__).parent.parent.parent.parent / "data" / "samples"
Rows = list[list[Any]]

PUBLISHED, PERIODS, ACCIDENTS = "anama_published_totals.xlsx", "anama_period_totals.xlsx", "reported_accidents.xlsx"
HEADING_ROW = {PUBLISHED: 4, PERIODS: 1, ACCIDENTS: 4}

# Headings of the shipped files in the other languages of the importer, in the order nb, az, ru.
TRANSLATED = {
    "As of": ("Per dato", "Tarixə", "По состоянию на"),
    "Since": ("Siden", "Başlanğıc", "С"),
    "Period from": ("Periode fra", "Dövrün başlanğıcı", "Период с"),
    "Period to": ("Periode til", "Dövrün sonu", "Период по"),
    "Date": ("Dato", "Tarix", "Дата"),
    "Date precision": ("Datopresisjon", "Tarixin dəqiqliyi", "Точность даты"),
    "Total": ("Totalt", "Cəmi", "Всего"),
    "Killed": ("Drepte", "Həlak olan", "Погибло"),
    "Injured": ("Skadde", "Xəsarət alan", "Ранено"),
    "Civilians killed": ("Sivile drepte", "Həlak olan mülki şəxs", "Погибло гражданских"),
    "Civilians injured": ("Sivile skadde", "Xəsarət alan mülki şəxs", "Ранено гражданских"),
    "Military killed": ("Militære drepte", "Həlak olan hərbi qulluqçu", "Погибло военнослужащих"),
    "Military injured": ("Militære skadde", "Xəsarət alan hərbi qulluqçu", "Ранено военнослужащих"),
    "Scope": ("Omfang", "Əhatə", "Охват"),
    "Counted by": ("Talt av", "Sayan qurum", "Кем подсчитано"),
    "Reported in": ("Omtalt i", "Xəbər verən", "Источник сообщения"),
    "Source": ("Kilde", "Mənbə", "Источник"),
    "Confidence": ("Sikkerhet", "Etibarlılıq", "Достоверность"),
    "Note": ("Merknad", "Qeyd", "Примечание"),
    "District": ("Distrikt", "Rayon", "Район"),
    "Place": ("Sted", "Kənd", "Село"),
    "Victim status": ("Offerets status", "Qurbanın statusu", "Статус пострадавшего"),
    "Device": ("Eksplosiv", "Partlayıcı qurğu", "Взрывное устройство"),
    "Activity": ("Aktivitet", "Fəaliyyət", "Деятельность"),
    "In scope of the official count": (
        "Innenfor den offisielle tellingen", "Rəsmi sayıma daxildir", "Входит в официальный подсчёт"),
}  # fmt: skip
LANGUAGES = ("nb", "az", "ru")


def rows_of(name: str) -> Rows:
    """The first sheet, as the rows of its cells."""
    sheet = openpyxl.load_workbook(SAMPLES / name).worksheets[0]
    return [[_day(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def _day(cell: Any) -> Any:
    return cell.date() if isinstance(cell, datetime) else cell


def as_is(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def xlsx(rows: Rows) -> bytes:
    return files.xlsx(rows)


def xls(rows: Rows) -> bytes:
    return files.xls(rows, {date: "yyyy-mm-dd"})


def ods(rows: Rows) -> bytes:
    stream = io.BytesIO()
    pd.DataFrame(rows, dtype=object).to_excel(stream, engine="odf", header=False, index=False)
    return stream.getvalue()


def comma(rows: Rows) -> bytes:
    return _text(rows, ",").encode("utf-8-sig")


def semicolon(rows: Rows) -> bytes:
    """As a Norwegian spreadsheet program saves it."""
    return _text(rows, ";").encode("utf-8")


def _text(rows: Rows, delimiter: str) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(["" if cell is None else cell for cell in row] for row in rows)
    return stream.getvalue()


FORMATS: dict[str, Callable[[Rows], bytes]] = {
    "x.xlsx": xlsx,
    "x.xls": xls,
    "x.ods": ods,
    "x.csv": comma,
    "y.csv": semicolon,
}


def reordered(rows: Rows) -> Rows:
    """Columns the other way round; the lines of the title stay at the left."""
    return [_title(row) or row[::-1] for row in rows]


def _title(row: Sequence[Any]) -> list[Any] | None:
    return list(row) if sum(cell is not None for cell in row) <= 1 else None


def with_title_rows(rows: Rows) -> Rows:
    width = len(rows[0])
    line: list[list[Any]] = [
        [text, *[None] * (width - 1)] for text in ("A heading of the office", "Printed for the meeting")
    ]
    return [*line, [None] * width, *rows]


def with_blank_rows(rows: Rows, heading_row: int) -> Rows:
    """A blank row below the headings and after every tenth row."""
    width, spread = len(rows[0]), []
    for number, row in enumerate(rows, start=1):
        spread.append(row)
        if number >= heading_row and (number - heading_row) % 10 == 0:
            spread.append([None] * width)
    return spread


def without_total_word(rows: Rows) -> Rows:
    return [[None if cell == "Total" and row is rows[-1] else cell for cell in row] for row in rows]


def translated(rows: Rows, heading_row: int, language: str) -> Rows:
    at = LANGUAGES.index(language)
    headings = [TRANSLATED[cell][at] for cell in rows[heading_row - 1]]
    return [*rows[: heading_row - 1], headings, *rows[heading_row:]]
