"""A row that is set aside stands in no sum and stays told; corrections reach any cell of any sheet."""

import pytest

from data.intake import SetAside, take_in
from data.intake.corrections import Correction
from data.intake.readers import NotASpreadsheet
from data.intake.report import report
from tests.data.intake.gallery.build import content, saved
from tests.data.intake.gallery.exhibit import Exhibit, Sheet, exhibits
from tests.data.intake.tables import taken

TABLE = "Date | Place | Killed\n2021-01-02 | A | 10\n2021-01-05 | B | 2\n2021-02-05 | C | 4\nTotal | | 16"
CROSSTAB = "Killed by mines | | | \nYear | Jan | Feb | Mar\n2019 | 1 | 2 | 3\n2020 | 4 | 5 | 6"


def mend(column: str, row: int, expect: str, new: str, sheet: str = "csv") -> Correction:
    return Correction(column, expect, new, "what", "why", "source", sheet=sheet, row=row)


def test_a_row_set_aside() -> None:
    intake = taken(TABLE, set_aside=[SetAside("csv", 3, "twice")])
    assert report(intake)["killed"] == 14
    assert ("csv", 3, "set_aside") in [(each.sheet, each.row, each.reason) for each in intake.excluded]
    assert intake.raw["row"].tolist() == [2, 4]
    assert "totals_row_disagrees" in [each.kind for each in intake.problems]


def test_a_totals_row_set_aside_checks_nothing_and_a_row_that_is_none_is_told() -> None:
    intake = taken(TABLE, set_aside=[SetAside("csv", 5, "wrong"), SetAside("csv", 50, "gone")])
    assert (report(intake)["killed"], [each.kind for each in intake.problems]) == (16, ["set_aside_no_row"])


def test_a_row_of_a_crosstab_set_aside() -> None:
    assert report(taken(CROSSTAB, set_aside=[SetAside("", 3, "twice")]))["killed"] == 15


def test_a_cell_of_a_crosstab_is_mended_before_it_is_read_and_stays_in_raw() -> None:
    intake = taken(CROSSTAB, corrections=[mend("C", 3, "2", "7")])
    assert report(intake)["killed"] == 26
    assert (intake.corrected[0].field, intake.cells["csv", 3, "C"]) == ("Feb", "7")
    assert intake.raw.iloc[:, -1].tolist() == ["1", "2", "3", "4", "5", "6"]
    assert intake.records["record_id"].tolist() == taken(CROSSTAB).records["record_id"].tolist()


def test_cells_of_every_joined_sheet_and_of_headings() -> None:
    rows = [["Date", "Killed", "Injured"], ["2021-01-02", 1, 2], ["2021-01-03", 3, 4], ["2021-02-03", 3, 4]]
    more = [["Date", "Injured", "Dxxd"], ["2022-01-02", 1, 2], ["2022-01-03", 3, 4], ["2022-02-03", 3, 4]]
    book = saved([Sheet("2021", rows), Sheet("2022", more)], "xlsx")
    said = [mend("C", 1, "Dxxd", "Killed", "2022"), mend("C", 3, "4", "40", "2022"), mend("B", 3, "3", "30", "2021")]
    intake = take_in(book, "b.xlsx", corrections=said)
    assert (intake.sheets, report(intake)["killed"]) == (["2021", "2022"], 1 + 30 + 3 + 2 + 40 + 4)
    assert intake.raw.loc[intake.raw["sheet"] == "2022", "Killed"].tolist() == ["2", "4", "4"]


@pytest.mark.parametrize(
    "wrong", [mend("C", 3, "9", "7"), mend("Z", 3, "2", "7"), mend("C", 99, "2", "7"), mend("C", 3, "2", "7", "x")]
)
def test_what_no_longer_fits_is_told_and_nothing_is_changed(wrong: Correction) -> None:
    intake = taken(CROSSTAB, corrections=[wrong])
    assert (report(intake)["killed"], intake.corrected) == (21, [])
    assert "correction_no_longer_fits" in [each.kind for each in intake.problems]


def test_two_corrections_of_one_cell_follow_each_other() -> None:
    intake = taken(TABLE, corrections=[mend("C", 2, "10", "1"), mend("C", 2, "1", "3")])
    assert (report(intake)["killed"], intake.raw["Killed"].tolist()) == (9, ["10", "2", "4"])


def test_nothing_of_a_personal_column_is_told_by_a_correction() -> None:
    table = (
        "Date | Victim name | Killed\n2021-01-02 | Secret-1 | 1\n2021-01-03 | Secret-2 | 2\n2021-01-04 | Secret-3 | 3"
    )
    intake = taken(table, corrections=[mend("B", 2, "Secret-1", "Secret-9"), mend("B", 3, "Secret-1", "x")])
    assert "Secret" not in str(intake.problems) + str(intake.corrected) + str(intake.cells) + str(intake.pictures)


@pytest.mark.parametrize("exhibit", exhibits(), ids=lambda each: f"{each.topic}-{each.key}")
def test_every_finding_with_a_place_can_be_mended_there(exhibit: Exhibit) -> None:
    file = content(exhibit)
    try:
        intake = take_in(file, exhibit.file)
    except NotASpreadsheet:
        return
    places = {
        (each.sheet, each.row, each.column) for each in intake.problems if each.sheet and each.row and each.column
    }
    # Beside them the figures that a finding weighs against each other, any of which may be the wrong one.
    assert places <= set(intake.cells)
    if not places:
        return
    same = [mend(letter, row, text, text, sheet) for (sheet, row, letter), text in intake.cells.items()]
    again = take_in(file, exhibit.file, corrections=same)
    assert len(again.corrected) == len(same)
    assert again.records.equals(intake.records)


def test_all_findings_where_they_are_asked_for() -> None:
    days = ["2021-01-02", "2021-01-02", "2021-13-45"]
    table = "Date | Killed\n" + "\n".join(f"{days[i % 3]} | {i % 4}" for i in range(3300))
    short, long = taken(table), taken(table, all_findings=True)
    assert [each.kind for each in short.problems].count("more_of_this_kind") == 2
    assert len(long.problems) >= 1100
    assert "more_of_this_kind" not in [each.kind for each in long.problems]
