"""Cells and headings that a spreadsheet may hold and that are easily misread."""

from datetime import date, datetime, time, timedelta
from typing import Any

NASTY: tuple[Any, ...] = (
    None, "", " ", "\u00a0", "\u200b", "\ufeff", "-", "--", "?", "N/A", "=cmd|'/c calc'!A1", "@SUM(1)", "+1", "-1",
    "-999", "9" * 400, "9" * 5_000, "1e309", "1e-309", "NaN", "nan", "inf", "-inf", "∞", "0x10", "1_000", "²", "½",
    "①", "IV", "٣", "३", "１２", "1,234.5", "1.234,5", "1.2.3", "1,2,3", "2-3", "3-2", "5-", "≥5", "<5", "5+", "12*",
    "12[1]", "one", "0", "00", "-0", "0000-00-00", "31.02.2021", "30/02/2020", "99999-01-01", "2021-13-45",
    "01.01.0001", "2021-01-01/2020-01-01", "07.04-18.05.2022", "1.1-", "Nov 2020", "november", "2021", "21", "0/0/0",
    "2021-W05", "24:61", "12/2021", "١٢/٣/٢٠٢١", "a" * 5_000, "\u202eevil", "\U0001f4a3", "\ud7ff", "İIıi", "ß",
    "a\nb", "a\tb", 'a"b', '"', "'", ";", "|", "%s{0}{x}", "{", "}", "{count}", "<b>x</b>", "#N/A", "#DIV/0!",
    "#affected+killed", "#date", "Total", "Cəmi", "Итого", ">" + "9" * 400, "9" * 400 + "-" + "9" * 401,
    "1." + "0" * 400, 0, 1, -1, 7, 2021, 44_260, 1e15, 1e300, -1e300, 0.1, 1.5, 2**53, True, False, date(1900, 1, 1),
    date(9999, 12, 31), datetime(1999, 12, 31, 23, 59, 59), time(13, 5), timedelta(hours=30),
)  # fmt: skip
HEADINGS = (
    "Date", "Killed", "Injured", "Outcome", "Year", "Month", "Day", "District", "Age", "Sex", "Total", "Device",
    "From", "To", "As of", "Latitude", "Longitude", "Dead", "Wounded", "Men killed", "Women killed", "Children",
    "Best", "Low", "High", "Killed min", "Killed max", "Status", "Severity", "Name", "Date of birth", "Phone",
    "Source", "#date", "#affected+killed", "#affected+injured", "Fecha", "Muertos", "Heridos", "Дата", "Погибло",
    "Ранено", "Tarix", "Dato", "Drepte", "Skadde", "2020", "2021", "January", "", " ", "a" * 300, "1", "Period",
    "Cumulative killed", "Casualties", "Number", "Percent", "Event", "Incident ID", "Activity", "Killed civilians",
    "Injured military", "Since", "Reported",
)  # fmt: skip
# What stands in an attribute or an element of a workbook's XML, and should not.
XML_VALUES = (
    "0", "-1", "1048577", "99999999999", "4294967296", "1e999", "NaN", "", "XFD1048576", "A0", "s", "b", "e", "d",
    "&lt;",
)  # fmt: skip
