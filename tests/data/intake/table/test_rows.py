"""Which rows are records: gaps, footers, notes, headings printed again, merged cells, tables below tables."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.data.intake.table.sheets import BLANK, HEADINGS, RECORDS, excluded_of, many, records_of, sheet, table, tables


@given(st.lists(st.integers(0, 5), max_size=4), st.integers(0, 30))
def test_blank_rows_are_skipped(places: list[int], trailing: int) -> None:
    rows: list[list[Any]] = [HEADINGS, *RECORDS]
    for place in sorted(places, reverse=True):
        rows.insert(place + 1, BLANK)
    found = table([*rows, *[BLANK] * trailing])
    assert records_of(found) == RECORDS
    assert [rows[number - 1] for number in found.rows] == RECORDS
    assert found.excluded == []


def test_thousands_of_blank_rows_at_the_end() -> None:
    found = table([HEADINGS, *RECORDS, *[BLANK] * 50_000])
    assert (len(found.rows), found.excluded) == (5, [])


FOOTERS = {
    "source": (["Source: the ministry"], "note"),
    "kilde": (["Kilde: departementet"], "note"),
    "примечание": (["Примечание: данные предварительные"], "note"),
    "qeyd": (["Qeyd: ilkin məlumat"], "note"),
    "star": (["* provisional"], "note"),
    "sentence": (["Figures may change when reports arrive late."], "note"),
    "remark elsewhere": ([None, "checked by the office in Baku"], "note"),
    "fuente": (["Fuente: el ministerio"], "note"),
    "font": (["Font: el departament"], "note"),
    "المصدر": (["المصدر: الوزارة"], "note"),
    "מקור": (["מקור: המשרד"], "note"),
    "примітка": (["Примітка: дані попередні"], "note"),
    "page": (["Page 1 of 3"], "note"),
}


@pytest.mark.parametrize(("footer", "reason"), FOOTERS.values(), ids=FOOTERS)
def test_footers(footer: list[Any], reason: str) -> None:
    for gap in ([], [BLANK]):
        found = table([HEADINGS, *RECORDS, *gap, footer])
        assert records_of(found) == RECORDS
        assert excluded_of(found) == [(7 + len(gap), reason)]


def test_a_line_of_print_date_and_page_number() -> None:
    headings = ["No", "District", "Place", "Killed", "Injured", "Cause", "Part of day", "Road", "Weather"]
    rows = [[f"S{n}", "Agdam", f"Village {n}", 1, n, "mine", "morning", "main", "rain"] for n in range(1, 20)]
    found = table([headings, *rows, ["10/02/2016", None, 1, None, None, None, "13:25:52"]])
    assert excluded_of(found) == [(21, "footer")]
    typed = table([headings, *rows, [date(2016, 2, 10), None, 1, None, None, None, time(13, 25)]])
    assert excluded_of(typed) == [(21, "footer")]


def test_notes_below_the_totals_row() -> None:
    found = table([HEADINGS, *RECORDS, ["Total", None, 4, 8], BLANK, ["Source: the ministry"], ["* provisional"]])
    assert excluded_of(found) == [(7, "totals_row"), (9, "note"), (10, "note")]


SPARSE = {
    "date and figure": [date(2021, 5, 1), None, 2, None],
    "figure only": [None, None, 2, None],
    "date only": [date(2021, 5, 1), None, None, None],
    "a district known from above": [None, "Agdam", None, None],
}


@pytest.mark.parametrize("record", SPARSE.values(), ids=SPARSE)
def test_a_last_record_with_gaps_stays(record: list[Any]) -> None:
    found = table([HEADINGS, *RECORDS, record])
    assert records_of(found)[-1] == record


def test_lines_between_the_records() -> None:
    found = table([HEADINGS, ["January"], *RECORDS[:2], ["February and later"], *RECORDS[2:]])
    assert records_of(found) == RECORDS
    assert excluded_of(found) == [(2, "note"), (5, "note")]


def test_headings_printed_again() -> None:
    found = table([HEADINGS, *RECORDS[:3], HEADINGS, *RECORDS[3:], BLANK, HEADINGS, *many(4)])
    assert records_of(found) == [*RECORDS, *many(4)]
    assert excluded_of(found) == [(5, "headings"), (9, "headings")]


def test_texts_merged_over_several_records_stand_in_each_but_figures_only_once() -> None:
    rows = [HEADINGS, [date(2021, 1, 5), "Agdam", 1, 2], [None, None, None, 1], [None, "Fuzuli", None, 3]]
    found = table(rows, merged=((1, 0, 3, 0), (1, 1, 2, 1), (1, 2, 3, 2)))
    assert records_of(found) == [
        [date(2021, 1, 5), "Agdam", 1, 2], [date(2021, 1, 5), "Agdam", None, 1], [date(2021, 1, 5), "Fuzuli", None, 3],
    ]  # fmt: skip


def test_a_second_table_below() -> None:
    second = [["Month", "Clearance teams", "Hectares"], ["Jan", 4, 12.5], ["Feb", 5, 11], ["Mar", 5, 14]]
    found = tables(sheet([["Accidents"], HEADINGS, *RECORDS, BLANK, BLANK, ["Clearance"], *second]))
    assert [(one.headings, len(one.rows), one.title) for one in found] == [
        (HEADINGS, 5, ["Accidents"]), (second[0], 3, ["Clearance"]),
    ]  # fmt: skip


def test_sheets_of_one_shape_come_together_in_their_order() -> None:
    notes = sheet([["Term", "Meaning"], ["ERW", "explosive remnants"], ["AP", "a mine"]], "Notes")
    found = tables(notes, sheet([HEADINGS, *many(5)], "2019"), sheet([HEADINGS, *many(50)], "2020"))
    assert [one.sheet for one in found] == ["2019", "2020", "Notes"]


BESIDE = {
    "long notes": sheet([["Term", "Meaning"], *[[f"Term {n}", f"Meaning {n}"] for n in range(200)]], "Notes"),
    "a summary": sheet(
        [["District", "Killed", "Injured"], ["Agdam", 3, 2], ["Fuzuli", 0, 1], ["Lachin", 0, 4]], "Summary"
    ),
    "a list of codes": sheet([["Code", "Name"], *[[n, f"Village {n}"] for n in range(500)]], "Codes"),
    "a hidden copy": sheet([HEADINGS[:3], *[row[:3] for row in many(30)]], "Old", hidden=True),
    "prose": sheet([["This workbook holds what was reported, and nothing else that anybody may think of."]], "Read me"),
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_the_sheet_of_records_comes_first(beside: Any) -> None:
    assert tables(beside, sheet([HEADINGS, *many(40)], "Sheet1"))[0].sheet == "Sheet1"


def test_one_sheet_is_asked_for() -> None:
    from data.intake.table import find_tables
    from tests.data.intake.table.sheets import workbook

    book = workbook(sheet([HEADINGS, *many(9)], "A"), sheet([HEADINGS, *many(5)], "B"))
    assert [one.sheet for one in find_tables(book, "B")] == ["B"]
    assert find_tables(book, "C") == []


def test_the_workbook_is_not_changed() -> None:
    import copy

    given_sheet = sheet([HEADINGS, *RECORDS, ["Total", None, 4, 8]], merged=((1, 0, 2, 0),))
    before = copy.deepcopy(given_sheet)
    tables(given_sheet)
    assert given_sheet == before
