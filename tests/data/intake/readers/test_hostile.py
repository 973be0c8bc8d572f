"""Files made to do harm end the child and nothing else."""

import json
import os
import sys
from pathlib import Path

import pytest

from data.intake.readers import Limits, NotASpreadsheet, child_process, read
from data.intake.readers.child_process import ReadingChild
from tests.data.intake.readers import files

MEGABYTE = 1024 * 1024


def reason_of(content: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(NotASpreadsheet) as caught:
        read(content, "figures.xlsx", limits or Limits())
    return caught.value.reason


def test_a_cell_in_the_last_corner_is_left_out_and_named() -> None:
    (sheet,) = read(files.with_far_cell(), "figures.xlsx").sheets
    assert sheet.rows == [["Date", "Killed"], ["2021-01-01", 1.0]]
    assert sheet.far_cells == ((1_048_575, 16_383),)


def test_a_formatted_but_empty_far_cell_is_harmless() -> None:
    workbook = read(files.with_far_cell(filled=False), "figures.xlsx")
    assert [len(row) for row in workbook.sheets[0].rows] == [2, 2]


@pytest.mark.skipif(sys.platform != "linux", reason="the system's own limit on memory")
def test_a_far_cell_that_is_not_searched_for_runs_into_the_memory_limit() -> None:
    assert reason_of(files.with_far_cell(padding=9 * MEGABYTE)) == "out_of_memory"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = files.archive({"xl/workbook.xml": b"<workbook/>", "xl/bomb.xml": b" " * (30 * MEGABYTE)})
    assert len(bomb) < 100_000
    assert reason_of(bomb, Limits(unpacked_bytes=20 * MEGABYTE)) == "too_large_unpacked"


@pytest.mark.skipif(sys.platform != "linux", reason="the system's own limit on memory")
def test_a_bomb_of_texts_runs_into_the_memory_limit() -> None:
    """One long shared text that 60,000 cells point to: each becomes a copy."""
    content = files.xlsx([["x"]])
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(1, 60_001))
    shared = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
    xml = files.sheet_xml(content)
    xml = xml[: xml.index(b"<sheetData>") + 11] + rows + b"</sheetData></worksheet>"
    content = files.rezipped(files.with_sheet_xml(content, xml), {"xl/sharedStrings.xml": shared % (b"k" * 30_000)})
    assert len(content) < MEGABYTE
    assert reason_of(content, Limits(memory=600 * MEGABYTE)) == "out_of_memory"


def test_ten_thousand_sheets() -> None:
    parts = {f"xl/worksheets/sheet{number}.xml": b"<worksheet/>" for number in range(10_000)}
    assert reason_of(files.archive({"xl/workbook.xml": b"<workbook/>", **parts})) == "too_many_parts"


REPEATED = {
    "a column of a million rows": (1_048_576, 1, Limits(rows=1_000_000), {"too_many_rows"}),
    "a row of 16,384 columns": (1, 16_384, Limits(), {"too_many_columns"}),
    "ten million cells": (100_000, 100, Limits(cells=9_999_999), {"too_many_cells"}),
    "ten million cells in little memory": (100_000, 100, Limits(memory=300 * MEGABYTE), {"out_of_memory"}),
    # calamine gives up by itself on this one.
    "a whole sheet": (1_048_576, 16_384, Limits(memory=800 * MEGABYTE), {"damaged", "out_of_memory"}),
}


@pytest.mark.skipif(sys.platform != "linux", reason="the system's own limit on memory")
@pytest.mark.parametrize(("rows", "columns", "limits", "reasons"), REPEATED.values(), ids=REPEATED)
def test_one_cell_repeated_in_an_open_document(rows: int, columns: int, limits: Limits, reasons: set[str]) -> None:
    assert reason_of(files.ods_repeating(rows, columns), limits) in reasons


def playing_child(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Puts a script of ours in the child's place: an overrun child may do anything."""
    script = folder / "child.py"
    script.write_text(
        "import json, os, sys, time\n"
        "def frame(mark, payload):\n"
        "    sys.stdout.buffer.write(mark + len(payload).to_bytes(8, 'little') + payload)\n"
        "    sys.stdout.buffer.flush()\n" + code
    )
    monkeypatch.setattr(child_process, "_SCRIPT", script)


_TOO_LONG = r"sys.stdout.buffer.write(b'R' + b'\xff' * 8); sys.stdout.flush(); time.sleep(60)"
_A_SHEET = """frame(b'S', b'{"name": "x", "rows": 1}')"""
DEATHS = {
    "sleeps": ("time.sleep(60)", "timeout"),
    "fills memory": ("hold = [bytearray(1 << 20) for _ in range(300)]; time.sleep(60)", "out_of_memory"),
    "aborts": ("os.abort()", "out_of_memory"),
    "ends without a word": ("sys.exit(3)", "damaged"),
    "answers with noise": (r"sys.stdout.buffer.write(b'\x80\x04noise' * 9)", "damaged"),
    "announces more than it may send": (_TOO_LONG, "damaged"),
    "sends a pickle for cells": (f"{_A_SHEET}; import pickle; frame(b'R', pickle.dumps(print))", "damaged"),
    "sends rows before a sheet": ("frame(b'R', b''); frame(b'E', b'')", "damaged"),
    "refuses in an unknown shape": ("frame(b'N', b'[]')", "damaged"),
    "refuses for no known reason": ("""frame(b'N', b'{"reason": "x", "params": {}}')""", "damaged"),
}


@pytest.mark.parametrize(("code", "reason"), DEATHS.values(), ids=DEATHS)
def test_however_the_child_ends_the_parent_says_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, reason: str
) -> None:
    playing_child(monkeypatch, tmp_path, code)
    assert reason_of(b"a,b\n1,2\n", Limits(wall_seconds=2, memory=150 * MEGABYTE)) == reason


def test_the_child_gets_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MINETALL_STORE", "postgresql://somebody:secret@somewhere/x")
    playing_child(monkeypatch, tmp_path, "frame(b'S', json.dumps(dict(os.environ)).encode())\nframe(b'E', b'')")
    with ReadingChild(b"a,b", "csv", Limits()) as child:
        ((_, environment),) = child.frames()
    assert "secret" not in environment.decode()
    assert len(json.loads(environment)) <= 5


def test_it_reads_from_any_working_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "csv.py").write_text("raise RuntimeError('not this one')")
    monkeypatch.chdir(tmp_path)
    assert read(b"a,b\n1,2\n", "x.csv").sheets[0].rows == [["a", "b"], ["1", "2"]]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="counts processes in /proc")
def test_no_child_outlives_the_reading() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(b"a,b\n1,2\n", "x.csv", progress=stop)
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    assert not [pid for pid in children if "readers" in Path(f"/proc/{pid}/cmdline").read_text()]
