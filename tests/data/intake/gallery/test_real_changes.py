"""The published files of other registers, where MINETALL_SHARED names their folder: the same after every change.

Only their first rows: the whole files are read by test_real_spreadsheets.py.
"""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data.intake.readers import read
from tests.data.intake.gallery import changes
from tests.data.intake.gallery.build import saved
from tests.data.intake.gallery.exhibit import Sheet
from tests.data.intake.gallery.expectation import said
from tests.data.intake.gallery.test_changes import told

FOLDER = Path(os.environ.get("MINETALL_SHARED", "/nowhere")) / "real_spreadsheets"
NAMES = sorted(path.name for path in FOLDER.glob("*.*") if path.suffix in (".csv", ".xlsx", ".xls", ".ods"))
pytestmark = pytest.mark.skipif(not NAMES, reason="MINETALL_SHARED names no real spreadsheets")
MOST_ROWS = 1000
Sheets = tuple[Sheet, ...]


@cache
def beginning(name: str) -> Sheets:
    """The first rows of every sheet, as the reader gives them."""
    workbook = read((FOLDER / name).read_bytes(), name)
    return tuple(
        Sheet(f"{n} {sheet.name}"[:31], [list(row) for row in sheet.rows[:MOST_ROWS]], hidden=sheet.hidden)
        for n, sheet in enumerate(workbook.sheets, start=1)
    )


@cache
def as_it_is(name: str) -> dict[str, Any]:
    return said(saved(beginning(name), "xlsx"), name)


def data_sheet(name: str) -> Sheets:
    """The sheet that was read, alone: for text, which has no others."""
    return tuple(sheet for sheet in beginning(name) if sheet.name in as_it_is(name)["sheets"])


CHANGES: dict[str, Callable[[str], tuple[bytes, str]]] = {
    "renamed": lambda name: (saved(beginning(name), "xlsx"), changes.renamed(name)),
    "shuffled, ods": lambda name: (saved(changes.shuffled(beginning(name), name), "ods"), name),
    "title rows, xls": lambda name: (saved(changes.titled(beginning(name)), "xls"), name),
    "csv": lambda name: (saved(data_sheet(name), "csv", "utf-8-sig", ";"), name),
    "shuffled, titled, utf-16": lambda name: (
        saved(changes.titled(changes.shuffled(data_sheet(name), name)), "csv", "utf-16", "\t"),
        name,
    ),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", NAMES)
def test_same_answer(name: str, change: str) -> None:
    assert told(said(*CHANGES[change](name))) == told(as_it_is(name))
