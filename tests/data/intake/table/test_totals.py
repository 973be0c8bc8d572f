"""Sums among the records: kept out when they are sums, and never a record mistaken for one."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.data.intake.table.sheets import HEADINGS, RECORDS, excluded_of, many, records_of, table

SUMS = [4, 8]
WORDS = [
    "Total", "TOTAL:", "Grand total", "Totals", "Total casualties", "Sum", "Totalt", "Sum totalt", "I alt", "Cəmi",
    "Cǝmi", "CƏMİ", "Cemi", "Yekun", "Итого", "ИТОГО:", "Всего", "Всего по стране", "Total general", "Toplam",
    "Insgesamt", "All", "Ümumi cəmi", "Разом", "المجموع", "الإجمالي", "مجموع", "إجمالي عام", 'סה"כ', "סה״כ", "סך הכל",
    "סך הכול:", "Total geral", "Suma total", "Soma", "Totais 2021", "المجموع الكلي", "Всього по області",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("column", [0, 1])
def test_a_totals_row_by_its_word(word: str, column: int) -> None:
    label = [word, None] if column == 0 else [None, word]
    found = table([HEADINGS, *RECORDS, [*label, *SUMS]])
    assert records_of(found) == RECORDS
    assert excluded_of(found) == [(7, "totals_row")]
    assert found.totals == {2: 4, 3: 8}


def test_a_word_is_enough_even_when_the_sum_is_wrong() -> None:
    found = table([HEADINGS, *RECORDS, ["Total", None, 5, 8]])
    assert (excluded_of(found), found.totals) == ([(7, "totals_row")], {2: 5, 3: 8})


def test_a_totals_row_above_the_records_and_after_blank_rows() -> None:
    assert excluded_of(table([HEADINGS, ["Total", None, *SUMS], *RECORDS])) == [(2, "totals_row")]
    assert excluded_of(table([HEADINGS, *RECORDS, [], [], ["Total", None, *SUMS], []])) == [(9, "totals_row")]


def test_totals_as_text() -> None:
    rows = [[str(cell) for cell in row] for row in [*RECORDS, ["", "", *SUMS]]]
    found = table([HEADINGS, *[[cell or None for cell in row] for row in rows]])
    assert (excluded_of(found), found.totals) == ([(7, "totals_row")], {2: 4.0, 3: 8.0})


@pytest.mark.parametrize("label", [[None, None], [None, "Jami"]])
def test_a_totals_row_by_arithmetic(label: list[Any]) -> None:
    found = table([HEADINGS, *RECORDS, [*label, *SUMS]])
    assert (excluded_of(found), found.totals) == ([(7, "totals_row")], {2: 4, 3: 8})


def test_one_agreeing_column_without_any_description() -> None:
    found = table([["Date", "District", "Killed"], *[row[:3] for row in RECORDS], [None, None, 4]])
    assert excluded_of(found) == [(7, "totals_row")]


NO_SUM = {
    "a record with its date": [date(2021, 4, 1), None, *SUMS],
    "a record with date and district": [date(2021, 4, 1), "Agdam", *SUMS],
    "one figure differs": [None, None, 4, 9],
    "zeros": [None, None, 0, 0],
    "a district and one agreeing column": [None, "Agdam", 4, 3],
}


@pytest.mark.parametrize("last", NO_SUM.values(), ids=NO_SUM)
def test_the_last_record_stays(last: list[Any]) -> None:
    found = table([HEADINGS, *RECORDS, last])
    assert records_of(found)[-1] == last
    assert (found.excluded, found.totals) == ([], None)


@pytest.mark.parametrize("count", [1, 2])
def test_too_few_records_for_arithmetic(count: int) -> None:
    records = [[None, "Agdam", 1, 2], [None, "Fuzuli", 3, 1]][:count]
    last = [None, None, *(sum(row[place] for row in records) for place in (2, 3))]
    assert len(table([HEADINGS, *records, last]).rows) == count + 1


def test_a_coincidence_of_small_figures_is_no_sum() -> None:
    rows = [["District", "Killed", "Injured"], ["Agdam", 0, 0], ["Fuzuli", 1, 0], ["Lachin", 0, 2], ["Tartar", 1, 2]]
    assert table(rows).excluded == []


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), min_size=1, max_size=8))
def test_dated_records_are_never_lost(figures: list[tuple[int, int]]) -> None:
    records = [[date(2021, 1, 1) + timedelta(days=n), "Agdam", *pair] for n, pair in enumerate(figures)]
    total = [date(2021, 6, 1), "Agdam", *(sum(column) for column in zip(*figures, strict=True))]
    assert len(table([HEADINGS, *records, total]).rows) == len(records) + 1


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=3, max_size=30))
def test_an_unnamed_sum_is_always_kept_out(figures: list[tuple[int, int]]) -> None:
    records = [[date(2021, 1, 1) + timedelta(days=n), "Agdam", *pair] for n, pair in enumerate(figures)]
    sums = [sum(column) for column in zip(*figures, strict=True)]
    found = table([HEADINGS, *records, [None, None, *sums]])
    assert len(found.rows) == len(records)
    assert found.totals == {2: sums[0], 3: sums[1]}


def test_running_totals_are_records() -> None:
    rows = [[date(2021, month, 1), "Ministry", 10 + month, 50 + 3 * month] for month in range(1, 10)]
    assert table([["As of", "Counted by", "Killed", "Injured"], *rows]).excluded == []


def test_subtotals() -> None:
    rows = [
        HEADINGS,
        *RECORDS[:2],
        ["Subtotal", None, 1, 3],
        *RECORDS[2:],
        ["Subtotal", None, 3, 5],
        ["Total", None, *SUMS],
    ]
    found = table(rows)
    assert excluded_of(found) == [(4, "subtotal"), (8, "subtotal"), (9, "totals_row")]
    assert records_of(found) == RECORDS
    assert found.totals == {2: 4, 3: 8}


def test_several_totals_of_which_one_is_the_whole() -> None:
    rows = [HEADINGS, ["Total", None, *SUMS], *RECORDS[:2], ["Total January", None, 1, 3], *RECORDS[2:],
            ["Total later", None, 3, 5]]  # fmt: skip
    found = table(rows)
    assert excluded_of(found) == [(2, "totals_row"), (5, "subtotal"), (9, "subtotal")]
    assert found.totals == {2: 4, 3: 8}


NO_TOTAL_WORD = {
    "a remark": [date(2021, 4, 1), "Agdam", 1, 1, "total"],
    "a place": [date(2021, 4, 1), "Totalabad", 1, 1, None],
    "a group": [date(2021, 4, 1), "All", 1, 1, "first report"],
}


@pytest.mark.parametrize("record", NO_TOTAL_WORD.values(), ids=NO_TOTAL_WORD)
def test_words_in_a_record(record: list[Any]) -> None:
    found = table([[*HEADINGS, "Note"], *[[*row, "seen"] for row in RECORDS], record, *RECORDS])
    assert record in records_of(found)


def test_a_column_that_says_total_in_every_row() -> None:
    rows = [["Date", "Group", "Killed"], *[[date(2021, 1, n), "Total", n] for n in range(1, 9)]]
    assert len(table(rows).rows) == 8


def test_a_table_of_nothing_but_a_total() -> None:
    assert len(table([["Region", "Killed", "Injured"], ["Total", 40, 125]]).rows) == 1


def test_decimal_sums() -> None:
    records = [[None, f"District {n}", 0.1, 0.7 + n] for n in range(10)]
    found = table([HEADINGS, *records, [None, None, 1.0, 52.0]])
    assert excluded_of(found) == [(12, "totals_row")]


REGIONS = [["A", 3, -3.1, 20, 9.5], ["B", 1, 2.0, 7, 0.5], ["C", 5, 11.5, 30, -4.0], ["D", 2, 0.1, 9, 6.0],
           ["E", 4, -0.5, 3, 1.1]]  # fmt: skip
COUNTRY = ["Country", 15, 4.4, 69, 2.5]
CHANGES = ["Region", "Killed", "Change, %", "Injured", "Change, %"]


def test_changes_and_rates_beside_two_columns_that_add_up_disagree_with_nothing() -> None:
    assert excluded_of(table([CHANGES, COUNTRY, *REGIONS])) == [(2, "totals_row")]
    assert excluded_of(table([CHANGES, *REGIONS, COUNTRY])) == [(7, "totals_row")]


def test_a_count_that_does_not_add_up_beside_rates_still_disagrees() -> None:
    assert table([CHANGES, *REGIONS, ["F", 15, 4.4, 70, 2.5]]).excluded == []
    assert table([CHANGES, *[row[:3] for row in REGIONS], ["F", 15, 4.4]]).excluded == []


def test_the_sum_of_a_long_table() -> None:
    records = many(3000)
    sums = [sum(row[place] for row in records) for place in (2, 3)]
    assert table([HEADINGS, *records, [None, None, *sums]]).totals == {2: sums[0], 3: sums[1]}
