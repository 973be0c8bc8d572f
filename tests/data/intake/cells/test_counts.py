"""Numbers of people come out as what the cell states; a doubtful cell is a finding, never silently a number."""

import datetime as dt

import numpy as np
import pytest

from data.intake.cells.counts import read_counts

NAN = float("nan")


def figure(column, row: int = 0) -> tuple[float, float, float]:
    return column.n[row], column.n_min[row], column.n_max[row]


@pytest.mark.parametrize(
    ("cell", "n", "n_min", "n_max"),
    [
        (12, 12, NAN, NAN), (12.0, 12, NAN, NAN), (0, 0, NAN, NAN), (0.25, 0.25, NAN, NAN), ("12", 12, NAN, NAN),
        (" 12 ", 12, NAN, NAN), ("'12", 12, NAN, NAN), ("12.0", 12, NAN, NAN), ("0", 0, NAN, NAN), ("007", 7, NAN, NAN),
        ("1 234", 1234, NAN, NAN), ("1\u00a0234", 1234, NAN, NAN), ("1\u202f234", 1234, NAN, NAN),
        ("1'234", 1234, NAN, NAN),
        ("1,234,567", 1234567, NAN, NAN), ("1.234.567", 1234567, NAN, NAN), ("1,234.5", 1234.5, NAN, NAN),
        ("1.234,5", 1234.5, NAN, NAN), ("0,5", 0.5, NAN, NAN), ("0.5", 0.5, NAN, NAN), ("0.125", 0.125, NAN, NAN),
        ("one", 1, NAN, NAN), ("Twelve", 12, NAN, NAN), ("nil", 0, NAN, NAN), ("tre", 3, NAN, NAN),
        ("Åtte", 8, NAN, NAN),
        ("üç", 3, NAN, NAN), ("İKİ", 2, NAN, NAN), ("on iki", 12, NAN, NAN), ("двое", 2, NAN, NAN),
        ("dos", 2, NAN, NAN),
        ("2-3", 2, 2, 3), ("2–3", 2, 2, 3), ("2 - 3", 2, 2, 3), ("2 to 3", 2, 2, 3), ("2 til 3", 2, 2, 3),
        ("3 or 4", 3, 3, 4), ("between 2 and 3", 2, 2, 3), ("mellom 2 og 3", 2, 2, 3), ("от 2 до 3", 2, 2, 3),
        ("two to three", 2, 2, 3), ("3-3", 3, NAN, NAN),
        ("≥5", 5, 5, NAN), (">=5", 5, 5, NAN), ("5+", 5, 5, NAN), ("5 or more", 5, 5, NAN),
        ("at least five", 5, 5, NAN),
        ("minst 5", 5, 5, NAN), ("5 eller flere", 5, 5, NAN), ("не менее 5", 5, 5, NAN), ("ən azı 5", 5, 5, NAN),
        ("5 və daha çox", 5, 5, NAN), (">5", 6, 6, NAN), ("more than 5", 6, 6, NAN), ("over 200", 201, 201, NAN),
        ("١٢", 12, NAN, NAN), ("۱۲", 12, NAN, NAN), ("١٬٢٣٤٬٥٦٧", 1234567, NAN, NAN), ("٢٫٥", 2.5, NAN, NAN),
        ("٢-٣", 2, 2, 3), ("أكثر من ٥", 6, 6, NAN), ("5 أو أكثر", 5, 5, NAN), ("ثلاثة", 3, NAN, NAN),
        ("לפחות 5", 5, 5, NAN), ("שלושה", 3, NAN, NAN), ("5 ומעלה", 5, 5, NAN), ("pelo menos 5", 5, 5, NAN),
        ("com a mínim 5", 5, 5, NAN), ("понад 5", 6, 6, NAN), ("غير معروف", NAN, NAN, NAN), ("לא ידוע", NAN, NAN, NAN),
        ("less than 5", 0, 0, 4), ("<5", 0, 0, 4), ("færre enn 5", 0, 0, 4), ("up to 300", 0, 0, 300), ("≤3", 0, 0, 3),
    ],
)  # fmt: skip
def test_what_a_cell_states(cell: object, n: float, n_min: float, n_max: float) -> None:
    column = read_counts([cell])
    np.testing.assert_array_equal(figure(column), (n, n_min, n_max))
    assert column.problems == []


@pytest.mark.parametrize(
    "cell", [None, "", " ", "-", "—", "?", "TK", "N/A", "n/k", "NA", "null", "none", "unknown", "#N/A", "ukjent",
    "ikke oppgitt",
             "naməlum", "məlumat yoxdur", "неизвестно", "нет данных", "sin información", float("nan")],
)  # fmt: skip
def test_not_recorded_is_missing_and_never_zero(cell: object) -> None:
    column = read_counts([cell])
    assert np.isnan(figure(column)).all()
    assert column.problems == []


@pytest.mark.parametrize(
    ("cell", "kind", "suggestion"),
    [
        (-1, "unknown_code", None), (-999, "unknown_code", None), ("-99", "unknown_code", None),
        (-3, "negative_count", None), ("-2", "negative_count", None), ("3-2", "range_backwards", "2-3"),
        ("8%", "not_a_count", None), ("8 percent", "not_a_count", None), ("2 of 5", "not_a_count", None),
        ("1+1", "not_a_count", None), ("2 and 3", "not_a_count", None), ("3/2", "not_a_count", None),
        ("½", "not_a_count", None), ("1 2", "not_a_count", None),
        ("1,2,3", "not_a_count", None), ("10 Nov", "not_a_count", None), ("2 days", "not_a_count", None),
        ("1e3", "not_a_count", None), ("yes", "not_a_count", None), ("нет", "not_a_count", None),
        (True, "not_a_count", None),
        (float("inf"), "not_a_count", None), (dt.time(0, 0), "not_a_count", None), ("x" * 500, "not_a_count", None),
        (dt.date(2021, 3, 2), "date_in_count", "2-3"), (dt.datetime(2021, 2, 3), "date_in_count", "2-3"),
        ("#REF!", "formula_error", None), ("#DIV/0!", "formula_error", None),
    ],
)  # fmt: skip
def test_what_is_no_count_is_a_finding_and_no_number(cell: object, kind: str, suggestion: str | None) -> None:
    column = read_counts([1, cell, cell])
    assert np.isnan(figure(column, 1)).all()
    assert [(p.position, p.kind, p.suggestion) for p in column.problems] == [
        (1, kind, suggestion),
        (2, kind, suggestion),
    ]


@pytest.mark.parametrize(
    ("cell", "n", "kind"),
    [
        ("12*", 12, "count_with_remark"), ("12[1]", 12, "count_with_remark"), ("12 [a]", 12, "count_with_remark"),
        ("12¹", 12, "count_with_remark"), ("12²³", 12, "count_with_remark"),
        ("63 (8 percent)", 63, "count_with_remark"),
        ("5?", 5, "count_with_remark"), ("3 killed", 3, "count_with_remark"), ("2 soldiers", 2, "count_with_remark"),
        ("2 nəfər", 2, "count_with_remark"), ("two (children)", 2, "count_with_remark"),
        ("about 30", 30, "approximate_count"), ("ca. 30", 30, "approximate_count"), ("~30", 30, "approximate_count"),
        ("om lag 30", 30, "approximate_count"), ("nearly 300", 300, "approximate_count"),
        ("около 30", 30, "approximate_count"),
    ],
)  # fmt: skip
def test_a_number_with_something_beside_it_stands_and_is_shown(cell: str, n: float, kind: str) -> None:
    column = read_counts([cell])
    assert column.n[0] == n
    assert column.problems == [(0, kind, cell, f"{n:g}")]


@pytest.mark.parametrize(
    ("cells", "first", "kinds"),
    [
        (["1.234"], 1234, ["thousands_or_decimals"]), (["1,234"], 1234, ["thousands_or_decimals"]),
        (["1.234", "1,5"], 1234, []), (["1,234", "1,5"], 1.234, []), (["1,234", "1,234,567"], 1234, []),
        (["1,234", "1,234.5"], 1234, []), (["1.234", "0.5"], 1.234, []),
    ],
)  # fmt: skip
def test_thousands_and_decimals_are_told_apart_by_the_column_or_shown(
    cells: list[str], first: float, kinds: list[str]
) -> None:
    column = read_counts(cells)
    assert column.n[0] == first
    assert [p.kind for p in column.problems] == kinds


def test_true_is_not_one() -> None:
    column = read_counts([1, True, 1.0, "1", False])
    np.testing.assert_array_equal(column.n, [1, NAN, 1, 1, NAN])


def test_shapes() -> None:
    for cells in ([], [None], [1, None, "2-3"]):
        column = read_counts(cells)
        assert column.n.shape == column.n_min.shape == column.n_max.shape == (len(cells),)
        assert column.n.dtype == np.float64
