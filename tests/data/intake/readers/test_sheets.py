"""A sheet is kept by its columns and looked at by its rows."""

from data.intake.readers import Sheet, Workbook

SHEET = Sheet("Data", [["a", "b", "c"], [1.0, None, 3.0]], hidden=True)


def test_rows_are_what_a_person_sees() -> None:
    assert len(SHEET.rows) == 3
    assert SHEET.rows[0] == ["a", 1.0]
    assert SHEET.rows[-1] == ["c", 3.0]
    assert SHEET.rows[1:] == [["b", None], ["c", 3.0]]
    assert list(SHEET.rows) == SHEET.rows == [["a", 1.0], ["b", None], ["c", 3.0]]
    assert SHEET.rows != [["a", 1.0]]


def test_a_sheet_without_columns_has_no_rows() -> None:
    assert list(Sheet("Blank", []).rows) == []
    assert len(Sheet("Blank", []).rows) == 0


def test_an_emptied_workbook_keeps_its_facts() -> None:
    emptied = Workbook("xlsx", [SHEET], encoding=None).emptied()
    assert (emptied.sheets[0].name, emptied.sheets[0].hidden, len(emptied.sheets[0].rows)) == ("Data", True, 0)
    assert len(SHEET.rows) == 3
