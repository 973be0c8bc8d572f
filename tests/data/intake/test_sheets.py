"""The right sheet among others, several sheets of one shape as one table, and the sheet that a person names."""

import io

import openpyxl

from data.intake import take_in
from data.intake.report import report

HEADINGS = ["Date", "Place", "Killed", "Injured"]
FIRST = [["2021-01-02", "A", 1, 2], ["2021-01-05", "B", 0, 3]]
SECOND = [["2022-01-02", "A", 2, 0], ["2022-03-05", "C", 1, 1], ["2022-03-09", "D", 0, 1]]
NOTES = [["Notes"], ["Compiled from reports of the ministry and of the press, and checked by two people."]]


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_the_sheet_with_the_records_is_found_among_notes() -> None:
    intake = take_in(
        workbook(About=NOTES, Data=[HEADINGS, *FIRST], Terms=[["Term", "Meaning"], ["UXO", "x"]]), "a.xlsx"
    )
    assert (intake.sheets, report(intake)["killed"]) == (["Data"], 1)


def test_sheets_of_one_shape_are_one_table_and_each_record_knows_its_sheet() -> None:
    intake = take_in(workbook(Y2021=[HEADINGS, *FIRST], Y2022=[HEADINGS, *SECOND], About=NOTES), "a.xlsx")
    assert sorted(intake.sheets) == ["Y2021", "Y2022"]
    assert (report(intake)["killed"], report(intake)["injured"]) == (4, 7)
    where = set(zip(intake.records["sheet"], intake.records["row"], strict=True))
    assert where == {("Y2021", 2), ("Y2021", 3), ("Y2022", 2), ("Y2022", 3), ("Y2022", 4)}


def test_a_sheet_that_repeats_another_is_not_counted_again() -> None:
    intake = take_in(workbook(All=[HEADINGS, *FIRST, *SECOND], Y2022=[HEADINGS, *SECOND]), "a.xlsx")
    assert (intake.sheets, len(intake.records), report(intake)["killed"]) == (["All"], 5, 4)


def test_the_sheet_that_is_named_is_read_alone() -> None:
    content = workbook(Y2021=[HEADINGS, *FIRST], Y2022=[HEADINGS, *SECOND])
    intake = take_in(content, "a.xlsx", sheet="Y2022")
    assert (intake.sheets, report(intake)["killed"]) == (["Y2022"], 3)
    assert take_in(content, "a.xlsx", sheet="Y1999").refused == "refused.no_such_sheet"


def test_a_question_about_dates_does_not_make_another_sheet_the_better_one() -> None:
    asks = [HEADINGS, *[[f"0{n}/0{n + 1}/2021", "A", n % 3, 1] for n in range(1, 9)]]
    intake = take_in(workbook(Data=asks, Summary=[["Year", "Killed"], ["2021", 8], ["2022", 3]]), "a.xlsx")
    assert (intake.sheets, [question.kind for question in intake.questions]) == (["Data"], ["date_order"])
