"""The uploaded file comes back with marks at exactly the cells of its findings, and with every value as it was."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from data.drafts.draft import Mend
from data.intake import Intake, take_in
from data.intake.readers import Limits, NotASpreadsheet
from exports import marked_workbook as marked_workbook_module
from exports.marked_workbook import LIMITS, MOST_CELLS, Marks, file_name, marked_workbook, marks
from exports.marking import COLOURS
from tests.data.intake.gallery import build
from tests.data.intake.gallery.exhibit import Rows, Sheet
from tests.dirty_workbook import DIRT, NAME, SHEET, dirty_csv, dirty_workbook
from texts.words import LANGUAGES, Words

TODAY = date(2026, 3, 20)
MENDS = (
    Mend("value", SHEET, 8, "F", "-3", "3", "a slip", "negative_count"),
    Mend("set_aside", SHEET, 15, why="a double", finding="same_row_twice"),
)


@pytest.fixture(scope="module")
def intake() -> Intake:
    return take_in(dirty_workbook(), NAME, today=TODAY)


def opened(content: bytes, marked: object, limits: Limits = LIMITS) -> Workbook:
    return load_workbook(io.BytesIO(marked_workbook(content, marked, limits)))  # type: ignore[arg-type]


def coloured(sheet: object) -> dict[str, str]:
    """Cell -> name of its colour, of those that are ours."""
    names = {f"00{colour}": name for name, colour in COLOURS.items()}
    cells = (cell for row in sheet for cell in row)  # type: ignore[attr-defined]
    return {cell.coordinate: names[cell.fill.fgColor.rgb] for cell in cells if cell.fill.fgColor.rgb in names}


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_and_colours_stand_at_exactly_the_cells(intake: Intake, language: str) -> None:
    sheet = opened(dirty_workbook(), marks(intake.problems, (), Words(language)))[SHEET]
    expected = {f"{each.column or 'A'}{each.row}" for each in intake.problems if each.sheet and each.row}
    assert coloured(sheet).keys() == expected
    commented = {cell.coordinate for row in sheet for cell in row if cell.comment}
    assert commented == expected | {"H5"}
    assert sheet["H5"].comment.text == "Asked by telephone."
    assert "30.02.2021" in sheet["A6"].comment.text
    assert coloured(sheet)["A6"] == "error"


def test_several_findings_of_a_cell_are_joined_and_the_gravest_colours_it(intake: Intake) -> None:
    sheet = opened(dirty_workbook(), marks(intake.problems, (), Words("en")))[SHEET]
    assert len(sheet["G9"].comment.text.splitlines()) == 2
    assert coloured(sheet)["G9"] == "error"


def test_no_value_is_changed_and_texts_stay_texts(intake: Intake) -> None:
    before = load_workbook(io.BytesIO(dirty_workbook()))
    after = opened(dirty_workbook(), marks(intake.problems, MENDS, Words("nb")))
    for name in before.sheetnames:
        assert [[cell.value for cell in row] for row in after[name]] == [
            [cell.value for cell in row] for row in before[name]
        ]
    assert after[SHEET]["H5"].data_type == "s"
    assert after[SHEET].merged_cells.ranges == before[SHEET].merged_cells.ranges
    assert after.sheetnames == [*before.sheetnames, "Merknader"]


def test_mends_and_rows_set_aside_are_marked(intake: Intake) -> None:
    sheet = opened(dirty_workbook(), marks(intake.problems, MENDS, Words("en")))[SHEET]
    assert coloured(sheet)["F8"] == "mended"
    assert "-3 → 3" in sheet["F8"].comment.text
    assert {coloured(sheet)[f"{letter}15"] for letter in "ABCDEFGH"} == {"aside"}
    assert "a double" in sheet["A15"].comment.text


def test_the_list_leads_to_the_cells(intake: Intake) -> None:
    book = opened(dirty_workbook(), marks(intake.problems, (), Words("en")))
    sheet = book["Remarks"]
    links = {cell.hyperlink.location for row in sheet for cell in row if cell.hyperlink}
    assert links == {f"'{SHEET}'!{each.column or 'A'}{each.row}" for each in intake.problems if each.row}
    said = [cell.value for row in sheet for cell in row if cell.value]
    assert "Killed: it says 99, but the rows add up to 7." in " ".join(map(str, said))
    assert book.active.title == "Remarks"


def test_the_marked_file_uploaded_again_says_the_same(intake: Intake) -> None:
    again = take_in(marked_workbook(dirty_workbook(), marks(intake.problems, MENDS, Words("nb"))), NAME, today=TODAY)
    assert again.sheets == intake.sheets
    assert [(each.kind, each.row, each.value) for each in again.problems] == [
        (each.kind, each.row, each.value) for each in intake.problems
    ]


@pytest.mark.parametrize("ending", ["csv", "xls", "ods"])
def test_other_formats_come_back_as_a_new_workbook_of_their_cells(ending: str) -> None:
    rows: Rows = [
        ["Date", "Killed", "Injured", "Remarks"],
        ["2021-01-02", 1, "5-2", "=HYPERLINK(A1)"],
        ["2021-02-02", 2, 3, "-"],
    ]
    table = Sheet("Deaths", rows)
    content = build.saved([table], ending)
    intake = take_in(content, f"table.{ending}", today=TODAY)
    (problem,) = (each for each in intake.problems if each.kind == "range_backwards")
    book = opened(content, marks(intake.problems, (), Words("en")))
    sheet = book[problem.sheet]
    assert coloured(sheet)["C2"] == "error"
    assert (sheet["D2"].value, sheet["D2"].data_type) == ("=HYPERLINK(A1)", "s")
    assert str(sheet["B2"].value) == "1"
    assert "new workbook" in book["Remarks"]["A2"].value


def test_formulas_in_findings_stay_text() -> None:
    rows = "\n".join(["Date,Killed,Injured", "2021-01-02,1,2", "2021-01-03,1,2", '2021-01-04,"=cmd|x",2'])
    intake = take_in(rows.encode(), "table.csv", today=TODAY)
    book = opened(rows.encode(), marks(intake.problems, (), Words("en")))
    cells = [cell for sheet in book for row in sheet for cell in row if str(cell.value or "").startswith("=")]
    assert len(cells) == 2
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_workbook_that_is_too_large_is_given_back_as_a_list(intake: Intake) -> None:
    book = opened(dirty_workbook(), marks(intake.problems, (), Words("en"), MOST_CELLS + 1))
    assert book.sheetnames == ["Remarks"]
    assert "too large" in book["Remarks"]["A2"].value
    assert not [cell for row in book["Remarks"] for cell in row if cell.hyperlink]


def test_what_runs_into_the_limits_is_given_back_as_a_list(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = marked_workbook_module._drawn

    def out_of_time(content: bytes, format_: str, marked: Marks, limits: Limits) -> bytes:
        if not marked.list_only:
            raise NotASpreadsheet("timeout", most=1)
        return drawn(content, format_, marked, limits)

    monkeypatch.setattr(marked_workbook_module, "_drawn", out_of_time)
    book = opened(dirty_workbook(), marks(intake.problems, (), Words("en")))
    assert book.sheetnames == ["Remarks"]
    assert "too large" in book["Remarks"]["A2"].value


def test_the_child_has_no_more_memory_than_it_is_given(intake: Intake) -> None:
    with pytest.raises(NotASpreadsheet) as refused:
        marked_workbook(dirty_workbook(), marks(intake.problems, (), Words("en")), replace(LIMITS, memory=16 << 20))
    assert refused.value.reason == "out_of_memory"


def test_hostile_files_are_refused_or_listed(intake: Intake) -> None:
    with pytest.raises(NotASpreadsheet):
        marked_workbook(b"%PDF-1.7 not a workbook", marks(intake.problems, (), Words("en")))
    with zipfile.ZipFile(io.BytesIO(dirty_workbook())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:400]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    book = opened(file.getvalue(), marks(intake.problems, (), Words("en")))
    assert "Remarks" in book.sheetnames


def test_a_million_comments_are_not_made() -> None:
    intake = take_in(dirty_csv(200), "long.csv", today=TODAY)
    many = [replace(intake.problems[0], row=row) for row in range(2, 3_100)]
    marked = marks(many, (), Words("en"))
    assert sum(bool(comment) for *_, comment in marked.cells) == 3_000
    assert any("3,000" in remark for remark in marked.texts["remarks"])


def test_the_name_is_in_the_readers_language() -> None:
    assert file_name("accidents 2021.xlsm", Words("nb")) == "accidents 2021 – med merknader.xlsx"
    assert file_name("accidents 2021.csv", Words("en")) == "accidents 2021 – with remarks.xlsx"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(intake: Intake, tmp_path: Path) -> None:
    (tmp_path / "marked.xlsx").write_bytes(
        marked_workbook(dirty_workbook(), marks(intake.problems, MENDS, Words("en")))
    )
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), "marked.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    again = take_in((tmp_path / "marked.ods").read_bytes(), "marked.ods", today=TODAY)
    assert {(each.kind, each.row, each.column) for each in again.problems} >= {
        (kind, *place) for kind, place in DIRT.items() if kind != "date_in_count"
    }
