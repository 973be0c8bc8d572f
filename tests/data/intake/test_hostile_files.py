"""Hostile files on their whole way: read within limits or refused in words; nothing is run, fetched or left behind."""

import os
import sys
import tempfile
import time
from pathlib import Path

import pytest

from data.intake import Intake, Limits, NotASpreadsheet, take_in
from tests.data.intake.readers import files, hostile_files
from tests.data.intake.readers.hostile_files import ROWS
from tests.data.intake.tables import sums

LIMITS = Limits(memory=1 << 30, wall_seconds=60.0, cpu_seconds=60)
XLSX, ODS = files.xlsx(ROWS), files.ods(ROWS)
SHEET = "xl/worksheets/sheet1.xml"
FORMULAS = "Date,Place,Killed\n2021-01-02,=cmd|'/c calc'!A1,1\n2021-01-03,\"@SUM(1,1)\",2\n2021-01-04,+1+1,0\n"
SECRET = "nobody may read this"


def refusal_of(content: bytes, limits: Limits = LIMITS) -> str | None:
    """Why the file is not read, in either way of refusing; None when it is."""
    try:
        return take_in(content, "figures.csv", limits=limits).refused
    except NotASpreadsheet as refusal:
        return refusal.reason


def taken(content: bytes, filename: str = "figures.xlsx") -> Intake:
    return take_in(content, filename, limits=LIMITS)


READ = {
    "a dimension of a whole sheet": hostile_files.with_dimension(b"A1:XFD1048576"),
    "a cell in the last row": hostile_files.with_cell_at(1_048_576, 1),
    "a cell in the last corner": hostile_files.with_cell_at(1_048_576, 16_384),
    "thousands of formatted rows": hostile_files.formatted_rows(30_000),
    "an open document of a whole sheet": hostile_files.ods_of_a_whole_sheet(),
    "five million characters in csv": b"Date,Place,Killed,Injured\n"
    + b"".join(f"{day},{place},{killed},{injured}\n".encode() for day, place, killed, injured in ROWS[1:]).replace(
        b"A", b"a" * 5_000_000
    ),
    "five million characters in xlsx": files.with_sheet_xml(
        XLSX, files.sheet_xml(XLSX).replace(b"<t>A</t>", b"<t>" + b"a" * 5_000_000 + b"</t>")
    ),
    "five million characters in ods": files.rezipped(
        ODS, {"content.xml": hostile_files.part(ODS, "content.xml").replace(b">A<", b">" + b"a" * 5_000_000 + b"<")}
    ),
    "formatted rows as text": b"Date,Place,Killed,Injured\n2021-03-05,A,3,6\n"
    + b",,,\n" * 30_000
    + b"2021-03-06,B,0,0\n",
    "a wrong extension": files.xls(ROWS),
}


@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_large_for_nothing_is_read(content: bytes) -> None:
    intake = taken(content, "figures.csv")
    assert sums(intake) == {"killed": 3, "injured": 6}


LAUGHS = {
    "cells": hostile_files.with_entity(XLSX, SHEET, hostile_files.LAUGHS, b"&z9;"),
    "an open document": hostile_files.with_entity(ODS, "content.xml", hostile_files.LAUGHS, b"&z9;"),
    "sheet names": files.rezipped(
        XLSX,
        {
            "xl/workbook.xml": hostile_files.LAUGHS
            + hostile_files.part(XLSX, "xl/workbook.xml").replace(b'name="Sheet"', b'name="&z9;"')
        },
    ),
}


@pytest.mark.parametrize("content", LAUGHS.values(), ids=LAUGHS)
def test_a_billion_laughs_stay_small(content: bytes) -> None:
    if refusal_of(content) is None:
        cells = taken(content).raw.astype(str).to_numpy().ravel()
        assert max(map(len, cells)) < 1_000
    else:
        assert refusal_of(content) == "damaged"


@pytest.mark.parametrize(("content", "path"), [(XLSX, SHEET), (ODS, "content.xml")], ids=["xlsx", "ods"])
def test_an_external_entity_is_not_fetched(content: bytes, path: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    content = hostile_files.with_entity(content, path, doctype, b"&e;")
    if refusal_of(content) is None:
        assert SECRET not in taken(content).raw.to_csv()
    else:
        assert refusal_of(content) == "damaged"


def test_a_formula_in_a_text_is_a_text() -> None:
    raw = taken(FORMULAS.encode()).raw
    assert raw["Place"].tolist() == ["=cmd|'/c calc'!A1", "@SUM(1,1)", "+1+1"]


def test_a_formula_in_a_text_of_a_workbook_is_a_text() -> None:
    xml = files.sheet_xml(XLSX).replace(b"<t>A</t>", b"<t>=cmd|'/c calc'!A1</t>")
    raw = taken(files.with_sheet_xml(XLSX, xml)).raw
    assert raw["Place"].tolist()[0] == "=cmd|'/c calc'!A1"


def test_a_zip_that_lies_about_its_size_is_no_accident() -> None:
    content = hostile_files.lying_zip()
    assert len(content) < 200_000
    assert refusal_of(content) in (None, "damaged", "out_of_memory")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (files.xlsx([[f"c{n}" for n in range(16_384)], [1] * 16_384]), "too_many_columns"),
        (b",".join([b"c"] * 1_000_000) + b"\n" + b",".join([b"1"] * 1_000_000), "too_many_columns"),
        (b'"' * 1_000_000, "refused.no_table"),
        (b"a" * 5_000_000, "refused.no_table"),
        (b",,,,\n;;;\n\t\t\n", "refused.no_table"),
        (b"\xff\xfe", "empty"),
        (bytes(range(256)) * 99, "binary"),
        (XLSX[:-300], "damaged"),
        (b"PK\x03\x04" + b"\x00" * 500, "damaged"),
    ],
    ids=[
        "16,384 columns",
        "a million columns",
        "quotes",
        "one cell",
        "delimiters",
        "a mark",
        "binary",
        "cut",
        "a stump",
    ],
)
def test_refused_with_its_reason(content: bytes, reason: str) -> None:
    assert refusal_of(content) == reason


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_nothing_is_left_behind() -> None:
    """No temporary file, no child, no open file, whichever way a reading ends."""

    def around() -> tuple[set[str], list[str], int]:
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        readers = [pid for pid in children if "readers" in Path(f"/proc/{pid}/cmdline").read_text()]
        ours = {file.name for file in Path(tempfile.gettempdir()).iterdir() if file.stat().st_mtime > began}
        return ours - before, readers, len(list(Path("/proc/self/fd").iterdir()))

    before = {file.name for file in Path(tempfile.gettempdir()).iterdir()}
    began = time.time()
    take_in(XLSX, "warm.xlsx")
    opened = around()[2]
    for content, limits in (
        (XLSX, LIMITS),
        (XLSX[:-300], LIMITS),
        (hostile_files.with_entity(XLSX, SHEET, hostile_files.LAUGHS, b"&z9;"), LIMITS),
        (files.with_far_cell(padding=9 << 20), Limits(memory=400 << 20)),
        (b"a,b\n" * 2_000_000, Limits(wall_seconds=0.3)),
    ):
        assert refusal_of(content, limits) in (None, "damaged", "out_of_memory", "timeout")
    left, children, still_open = around()
    assert (children, still_open) == ([], opened)
    assert not {name for name in left if not name.startswith(("pytest", "bash", "hsperf"))}
