"""The tables of files that nobody on this project wrote, and of the project's own sources, as worked out by hand."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from data.intake.readers import read
from data.intake.table import Table, find_tables

SHARED = Path(os.environ.get("MINETALL_SHARED", ""))
PUBLISHED = SHARED / "real_spreadsheets"
pytestmark = pytest.mark.skipif(not os.environ.get("MINETALL_SHARED"), reason="MINETALL_SHARED is not set")


def expected() -> dict[str, Any]:
    file = PUBLISHED / "expected.json"
    return json.loads(file.read_text()) if os.environ.get("MINETALL_SHARED") else {}


def best(file: Path) -> Table:
    return find_tables(read(file.read_bytes(), file.name))[0]


@pytest.mark.parametrize("name", expected())
def test_published(name: str) -> None:
    layout = expected()[name]["layout"]
    table = best(PUBLISHED / name)
    assert table.heading_rows[-1] == layout["header_row"]
    assert table.heading_rows[0] == layout.get("group_row", layout["header_row"])
    assert table.hxl_row == layout.get("hxl_row")
    assert len(table.rows) == layout["data_rows"]
    assert len(table.columns) == len(table.headings) == len(table.letters) == layout["columns"]
    assert len(table.excluded) == layout.get("footer_rows", 0)
    assert layout.get("sheet", layout.get("data_sheet", table.sheet)) == table.sheet
    assert all(len(column) == len(table.rows) for column in table.columns)


OURS = {
    "anama_period_totals.xlsx": ("By period", (1,), 10, None),
    "anama_published_totals.xlsx": ("Published totals", (4,), 64, None),
    "reported_accidents.xlsx": ("Reported accidents", (4,), 102, {4: 40.0, 5: 125.0}),
}


@pytest.mark.parametrize(("name", "facts"), OURS.items(), ids=OURS)
def test_our_sources(name: str, facts: tuple[Any, ...]) -> None:
    table = best(SHARED / "data" / name)
    assert (table.sheet, table.heading_rows, len(table.rows), table.totals) == facts
    assert [(one.row, one.reason) for one in table.excluded] == ([(107, "totals_row")] if table.totals else [])
