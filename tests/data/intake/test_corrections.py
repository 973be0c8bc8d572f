"""Known errors are mended by a file beside the source, with a reason and an expectation that must still hold."""

from pathlib import Path

import pytest

from data.intake import corrections
from data.intake.corrections import BadCorrections
from data.intake.report import report
from tests.data.intake.tables import taken

TABLE = "Date | Place | Killed | Injured\n2021-01-02 | A | 10 | 2\n2021-01-05 | B | 2 | 0\n2021-02-05 | C | 4 | 1"
ENTRY = """
[[correction]]
{where}
column = "Killed"
expect = "{expect}"
new = "1"
what = "ten killed at A"
why = "a slip: the report says one."
source = "https://example.org/report"
"""


def read(tmp_path: Path, text: str, name: str = "table.corrections.toml") -> list[corrections.Correction]:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return corrections.read(file)


@pytest.mark.parametrize("where", ["row = 2", 'key = { Place = "A" }', 'key = { Date = "2021-01-02", Place = "A" }'])
def test_a_correction_is_applied_and_told_and_the_original_stays(tmp_path: Path, where: str) -> None:
    intake = taken(TABLE, corrections=read(tmp_path, ENTRY.format(where=where, expect="10")))
    assert report(intake)["killed"] == 7
    (done,) = intake.corrected
    assert (done.row, done.column, done.before, done.after, done.why) == (
        2,
        "C",
        "10",
        "1",
        "a slip: the report says one.",
    )
    assert [(p.kind, p.severity) for p in intake.problems] == [("corrected", "note")]
    assert intake.raw["Killed"].tolist() == ["10", "2", "4"]
    assert intake.records["record_id"].tolist() == taken(TABLE).records["record_id"].tolist()


@pytest.mark.parametrize("where", ["row = 2", "row = 90", 'key = { Place = "Q" }', 'key = { Nowhere = "A" }'])
def test_an_expectation_that_no_longer_holds_is_an_error(tmp_path: Path, where: str) -> None:
    intake = taken(TABLE, corrections=read(tmp_path, ENTRY.format(where=where, expect="11")))
    assert report(intake)["killed"] == 16
    assert intake.corrected == []
    (problem,) = intake.problems
    assert (problem.kind, problem.severity, problem.params["what"]) == (
        "correction_no_longer_fits",
        "error",
        "ten killed at A",
    )


def test_a_csv_file_does_as_well(tmp_path: Path) -> None:
    text = "row,column,expect,new,what,why,source\n2,Killed,10,1,ten killed,a slip,https://example.org\n"
    assert report(taken(TABLE, corrections=read(tmp_path, text, "table.corrections.csv")))["killed"] == 7


@pytest.mark.parametrize(
    "text",
    [
        "[[correction]]\nrow = 2\ncolumn = 'Killed'\n",
        ENTRY.format(where="", expect="10"),
        "[[correction]",
        "[[correction]]\nrow = 'x'",
    ],
)
def test_a_file_that_says_too_little_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadCorrections):
        read(tmp_path, text)


def test_the_file_is_found_beside_its_spreadsheet(tmp_path: Path) -> None:
    assert corrections.beside(tmp_path / "table.xlsx") is None
    (tmp_path / "table.corrections.toml").touch()
    assert corrections.beside(tmp_path / "table.xlsx") == tmp_path / "table.corrections.toml"
