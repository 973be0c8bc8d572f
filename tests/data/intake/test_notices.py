"""Findings of the workbook as a whole reach the person: hidden parts, uncomputed formulas, macros, links, far cells."""

from typing import Any

import pytest

from data.intake import Intake, take_in
from data.problems import sentence
from tests.data.intake.readers import files, hostile_files
from tests.data.intake.readers.hostile_files import ROWS
from texts.words import LANGUAGES, Words


def told(intake: Intake, *kinds: str) -> list[tuple[Any, ...]]:
    """(kind, sheet, row, column, value) of the findings of these kinds."""
    return [(p.kind, p.sheet, p.row, p.column, p.value) for p in intake.problems if p.kind in kinds]


def said(intake: Intake) -> None:
    for language in LANGUAGES:
        for problem in intake.problems:
            assert "{" not in sentence(problem, Words(language), intake.file)


@pytest.mark.parametrize(
    "content", [hostile_files.xlsx_hidden(), hostile_files.xls_hidden(), hostile_files.ods_hidden()]
)
def test_hidden_parts_are_told_and_whether_they_were_read(content: bytes) -> None:
    intake = take_in(content, "figures")
    assert len(intake.records) == 3
    kinds = ("hidden_sheet", "hidden_sheet_read", "hidden_columns", "hidden_columns_read")
    assert told(intake, *kinds) == [
        ("hidden_columns_read", "Sheet", None, None, "B"),
        ("hidden_sheet", "Codes", None, None, None),
    ]
    said(intake)


def test_a_hidden_sheet_of_data_is_read_and_said_to_be() -> None:
    def hide(workbook: Any) -> None:
        workbook["Sheet1"].sheet_state = "hidden"
        workbook["Sheet1"].column_dimensions["A"].hidden = True

    intake = take_in(files.xlsx([["See the other sheet"]], ROWS, change=hide), "figures.xlsx")
    assert intake.sheets == ["Sheet1"]
    assert told(intake, "hidden_sheet_read", "hidden_sheet") == [("hidden_sheet_read", "Sheet1", None, None, None)]
    assert told(intake, "hidden_columns_read") == [("hidden_columns_read", "Sheet1", None, None, "A")]
    said(intake)


def test_nothing_hidden_is_not_told() -> None:
    assert take_in(files.xlsx(ROWS), "figures.xlsx").problems == []


@pytest.mark.parametrize(
    "content",
    [files.xlsx([*ROWS, ["2021-06-07", "D", "=1+1", 1]]), hostile_files.of_xlsxwriter("=1+1")],
    ids=["openpyxl", "xlsxwriter"],
)
def test_a_formula_without_a_value_is_an_error_and_no_nought(content: bytes) -> None:
    intake = take_in(content, "figures.xlsx")
    assert told(intake, "formula_without_value") == [("formula_without_value", "Sheet", 5, "C", "1")]
    (problem,) = [problem for problem in intake.problems if problem.kind == "formula_without_value"]
    assert problem.severity == "error"
    assert "row 5, column C" in sentence(problem, Words("en"))
    assert intake.records["killed_basis"].tolist()[3] == "not_recorded"
    counts = intake.counts.groupby("outcome", observed=True)["n"].sum()
    assert (counts["killed"], counts["injured"]) == (3, 7)
    said(intake)


def test_a_column_of_formulas_alone_is_refused_and_the_reason_is_among_the_findings() -> None:
    rows = [ROWS[0], *([f"2021-03-0{day}", "A", "=1+1", "=2+2"] for day in range(1, 9))]
    intake = take_in(files.xlsx(rows), "figures.xlsx")
    assert intake.refused == "refused.no_figures"
    assert [found[3:] for found in told(intake, "formula_without_value")] == [("C", "8"), ("D", "8")]


def test_formulas_of_a_sheet_that_is_not_read_are_no_finding() -> None:
    intake = take_in(files.xlsx(ROWS, [["Sum"], ["=SUM(Sheet!C2:C4)"]]), "figures.xlsx")
    assert told(intake, "formula_without_value") == []


def test_macros_and_links_are_notes() -> None:
    added = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<x/>"}
    intake = take_in(files.rezipped(files.xlsx(ROWS), added), "figures.xlsm")
    assert [(problem.kind, problem.severity, problem.value) for problem in intake.problems] == [
        ("holds_macros", "note", None),
        ("external_links", "note", "1"),
    ]
    said(intake)


@pytest.mark.parametrize(
    ("row", "column", "name"), [(1_048_576, 1, "A"), (1_048_576, 16_384, "XFD"), (1, 16_384, "XFD")]
)
def test_a_cell_far_outside_is_left_out_and_named(row: int, column: int, name: str) -> None:
    intake = take_in(hostile_files.with_cell_at(row, column), "figures.xlsx")
    assert len(intake.records) == 3
    assert told(intake, "far_cell_left_out") == [("far_cell_left_out", "Sheet", row, name, None)]
    said(intake)


def test_a_cell_at_a_little_distance_is_read() -> None:
    intake = take_in(hostile_files.with_cell_at(900, 40), "figures.xlsx")
    assert told(intake, "far_cell_left_out") == []
    assert len(intake.records) == 3
