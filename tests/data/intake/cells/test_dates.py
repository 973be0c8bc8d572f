"""Dates come out as exact as they were written, in every form and language; nothing is invented."""

import datetime as dt

import numpy as np
import pytest

from data.intake.cells.dates import dates_from_parts, join_spans, read_dates


def days(column, row: int = 0) -> tuple[str, str, str]:
    return str(column.date_from[row])[:10], str(column.date_to[row])[:10], column.precision[row]


DAYS = [
    (dt.date(2021, 5, 14), "2021-05-14"), (dt.datetime(2021, 5, 14, 23, 59), "2021-05-14"),
    ("2021-05-14", "2021-05-14"), ("2021-05-14T14:20:00", "2021-05-14"), ("2021-05-14 14:20", "2021-05-14"),
    ("14.05.2021", "2021-05-14"), ("14.5.21", "2021-05-14"), ("14/05/2021", "2021-05-14"), ("5/14/2021", "2021-05-14"),
    ("2021/05/14", "2021-05-14"), ("20210514", "2021-05-14"), (44330, "2021-05-14"), (44330.75, "2021-05-14"),
    ("44330", "2021-05-14"), ("14 May 2021", "2021-05-14"), ("May 14, 2021", "2021-05-14"),
    ("14-May-21", "2021-05-14"), ("Friday 14th of May 2021", "2021-05-14"), ("14. mai 2021", "2021-05-14"),
    ("14. mai 2021 kl. 14.30", "2021-05-14"), ("14 мая 2021", "2021-05-14"), ("14 мая 2021 г.", "2021-05-14"),
    ("14 may 2021-ci il", "2021-05-14"), ("3 sentyabr 2021-ci il", "2021-09-03"),
    ("3 SENTYABR 2021-CI İL", "2021-09-03"),
    ("30 noyabr 2020-ci il, saat 14:30", "2020-11-30"), ("2 de mayo de 2021", "2021-05-02"),
    ("2 de março de 2021", "2021-03-02"), ("5 juliol 2015", "2015-07-05"), ("14 مايو 2021", "2021-05-14"),
    ("٢٠٢١-٠٥-١٤", "2021-05-14"), ("١٤ مايو ٢٠٢١", "2021-05-14"), ("١٤/٥/٢٠٢١", "2021-05-14"),
    ("١٤‏/٥‏/٢٠٢١م", "2021-05-14"), ("الجمعة 14 أيار 2021", "2021-05-14"), ("۱۴.۰۵.۲۰۲۱", "2021-05-14"),
    ("14 كانون الثاني 2021", "2021-01-14"), ("٣ تشرين الأول ٢٠٢١", "2021-10-03"), ("3 تشرين اول 2021", "2021-10-03"),
    ("14 أيار/مايو 2021", "2021-05-14"), ("14 كانون الثاني (يناير) 2021", "2021-01-14"), ("2 أوت 2021", "2021-08-02"),
    ("5 غشت 2021", "2021-08-05"), ("14 מרץ 2021", "2021-03-14"), ("14 במרץ 2021", "2021-03-14"),
    ("יום שני, 3 במאי 2021", "2021-05-03"), ("14 травня 2021 року", "2021-05-14"), ("2 de març de 2021", "2021-03-02"),
    ("2021-05-14 (report)", "2021-05-14"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "day"), DAYS)
def test_a_day_is_that_day(cell: object, day: str) -> None:
    column = read_dates([cell])
    assert days(column) == (day, day, "day")
    assert column.problems == []
    assert not column.question


@pytest.mark.parametrize(
    ("cell", "first", "last", "precision"),
    [
        ("2021", "2021-01-01", "2021-12-31", "year"), (2021, "2021-01-01", "2021-12-31", "year"),
        (2021.0, "2021-01-01", "2021-12-31", "year"), ("early 2021", "2021-01-01", "2021-12-31", "year"),
        ("2021-00-00", "2021-01-01", "2021-12-31", "year"), ("2021-01", "2021-01-01", "2021-01-31", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"), ("03/2021", "2021-03-01", "2021-03-31", "month"),
        ("Nov 2020", "2020-11-01", "2020-11-30", "month"), ("ноябрь 2020", "2020-11-01", "2020-11-30", "month"),
        ("Yanvar 2021", "2021-01-01", "2021-01-31", "month"),
        ("2021-ci ilin noyabrı", "2021-11-01", "2021-11-30", "month"),
        ("mid-January 2021", "2021-01-01", "2021-01-31", "month"),
        ("slutten av mai 2021", "2021-05-01", "2021-05-31", "month"),
        ("about 31 March 2021", "2021-03-01", "2021-03-31", "month"),
        ("00.05.2021", "2021-05-01", "2021-05-31", "month"),
        ("2021-05-00", "2021-05-01", "2021-05-31", "month"), ("202103", "2021-03-01", "2021-03-31", "month"),
        ("Q1 2022", "2022-01-01", "2022-03-31", "quarter"), ("2022-Q4", "2022-10-01", "2022-12-31", "quarter"),
        ("1. kvartal 2022", "2022-01-01", "2022-03-31", "quarter"),
        ("II квартал 2022", "2022-04-01", "2022-06-30", "quarter"),
        ("1er trimestre 2022", "2022-01-01", "2022-03-31", "quarter"), ("H1 2022", "2022-01-01", "2022-06-30", "span"),
        ("07.04-18.05.2022", "2022-04-07", "2022-05-18", "span"), ("3-5 May 2021", "2021-05-03", "2021-05-05", "span"),
        ("04.10.2022 - 10.11.2022", "2022-10-04", "2022-11-10", "span"),
        ("29-30 Nov 2020", "2020-11-29", "2020-11-30", "span"),
        ("7 April – 18 May 2022", "2022-04-07", "2022-05-18", "span"),
        ("Jan–Mar 2021", "2021-01-01", "2021-03-31", "span"),
        ("2021-01 - 2021-03", "2021-01-01", "2021-03-31", "span"), ("2020-2021", "2020-01-01", "2021-12-31", "span"),
        ("from 4 October to 10 November 2022", "2022-10-04", "2022-11-10", "span"),
        ("с 1 по 5 мая 2021", "2021-05-01", "2021-05-05", "span"),
        ("fra 1. mars til 5. april 2021", "2021-03-01", "2021-04-05", "span"),
        ("28 December 2021 – 3 January 2022", "2021-12-28", "2022-01-03", "span"),
    ],
)  # fmt: skip
def test_less_than_a_day_stays_less_exact(cell: object, first: str, last: str, precision: str) -> None:
    column = read_dates([cell])
    assert days(column) == (first, last, precision)
    assert column.problems == []


@pytest.mark.parametrize(
    "cell", [None, "", "  ", float("nan"), "not given", "n/a", "-", "?", "ikke oppgitt", "naməlum", "неизвестно",
             "10 February, year not given", "Single day incident", "samme dag"],
)  # fmt: skip
def test_what_is_not_given_is_unknown_and_no_finding(cell: object) -> None:
    column = read_dates([cell])
    assert days(column) == ("NaT", "NaT", "unknown")
    assert column.problems == []


@pytest.mark.parametrize(
    ("cell", "kind", "suggestion"),
    [
        ("31.02.2021", "not_a_date", None), ("2021-02-31", "not_a_date", None), ("13/14/2021", "not_a_date", None),
        ("after 12 May 2022", "not_a_date", None), ("foo", "not_a_date", None), ("12", "not_a_date", None),
        (True, "not_a_date", None), (12, "not_a_date", None), (-5, "not_a_date", None),
        (dt.time(0, 0), "not_a_date", None),
        ("30 February 2021", "not_a_date", None), ("10 February", "date_without_year", None),
        ("Nov 20", "date_without_year", None),
        ("10.11.2022 - 04.10.2022", "span_backwards", "2022-10-04 – 2022-11-10"),
        ("15.12.2022 - 04.02.2022", "span_backwards", "2021-12-15 – 2022-02-04"),
        ("28.12-03.01.2022", "span_backwards", "2021-12-28 – 2022-01-03"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_a_finding_at_its_row_and_never_a_date(
    cell: object, kind: str, suggestion: str | None
) -> None:
    column = read_dates(["2021-05-14", cell, "2021-05-14", cell])
    assert days(column, 1) == ("NaT", "NaT", "unknown")
    assert [(p.position, p.kind, p.suggestion) for p in column.problems] == [
        (1, kind, suggestion),
        (3, kind, suggestion),
    ]


AMBIGUOUS = "03/04/2020"


@pytest.mark.parametrize(
    ("cells", "order", "question", "first"),
    [
        ([AMBIGUOUS, "05/06/2020"], None, True, "NaT"),
        ([AMBIGUOUS, "25/06/2020"], "dmy", False, "2020-04-03"),
        ([AMBIGUOUS, "06/25/2020"], "mdy", False, "2020-03-04"),
        ([AMBIGUOUS, "25/06/2020", "06/25/2020"], None, True, "NaT"),
        ([AMBIGUOUS] + ["25/06/2020"] * 200 + ["06/25/2020"], "dmy", False, "2020-04-03"),
        ([AMBIGUOUS, dt.date(2020, 6, 25)], None, True, "NaT"),
        (["03.04.2020", "05.06.2020"], "dmy", False, "2020-04-03"),
        (["03.04.2020", "06.25.2020"], None, True, "NaT"),
        (["03/03/2020"], None, False, "2020-03-03"),
        (["2020-03-04"], None, False, "2020-03-04"),
    ],
)  # fmt: skip
def test_day_and_month_are_told_apart_by_the_whole_column_or_asked(
    cells: list[object], order: str | None, question: bool, first: str
) -> None:
    column = read_dates(cells)
    assert (column.order, column.question) == (order, question)
    assert str(column.date_from[0])[:10] == first


def test_an_answer_settles_the_order_and_what_does_not_fit_is_said() -> None:
    column = read_dates([AMBIGUOUS, "25/06/2020"], order="mdy")
    assert str(column.date_from[0])[:10] == "2020-03-04"
    assert not column.question
    assert column.problems == [(1, "not_a_date", "25/06/2020", "2020-06-25")]


def test_evidence_counts_rows_and_not_different_values() -> None:
    column = read_dates(["25/06/2020"] * 3 + [AMBIGUOUS] * 2 + ["03.04.2020"])
    assert column.evidence == {"dmy_only": 3, "either": 2, "dotted": 1}


@pytest.mark.parametrize(
    ("cell", "words", "expected"),
    [
        (dt.date(2021, 1, 22), "day", ("2021-01-22", "2021-01-22", "day", "occurred")),
        (dt.date(2021, 1, 22), None, ("2021-01-22", "2021-01-22", "day", "occurred")),
        (dt.date(2021, 1, 22), "month", ("2021-01-01", "2021-01-31", "month", "occurred")),
        (dt.date(2021, 1, 22), "måned", ("2021-01-01", "2021-01-31", "month", "occurred")),
        (dt.date(2021, 1, 22), "quarter", ("2021-01-01", "2021-03-31", "quarter", "occurred")),
        (dt.date(2021, 1, 22), "year", ("2021-01-01", "2021-12-31", "year", "occurred")),
        (dt.date(2021, 1, 22), "il", ("2021-01-01", "2021-12-31", "year", "occurred")),
        (dt.date(2021, 1, 22), "not given", ("NaT", "NaT", "unknown", "occurred")),
        (dt.date(2021, 1, 22), "report date", ("2021-01-22", "2021-01-22", "day", "reported")),
        (dt.date(2021, 11, 29), "report date (29-30 Nov)", ("2021-11-29", "2021-11-29", "day", "reported")),
        (dt.date(2021, 1, 22), "rapportdato", ("2021-01-22", "2021-01-22", "day", "reported")),
        (dt.date(2021, 1, 22), "məlumat tarixi", ("2021-01-22", "2021-01-22", "day", "reported")),
        (dt.date(2021, 1, 22), "дата сообщения", ("2021-01-22", "2021-01-22", "day", "reported")),
        ("2025-09", "month (end of)", ("2025-09-01", "2025-09-30", "month", "occurred")),
        ("2021", "day", ("2021-01-01", "2021-12-31", "year", "occurred")),
        ("2021", "month", ("2021-01-01", "2021-12-31", "year", "occurred")),
        ("", "18 February, year not given (2021 or 2022)", ("NaT", "NaT", "unknown", "occurred")),
        ("3-5 May 2021", "month", ("2021-05-03", "2021-05-05", "span", "occurred")),
    ],
)  # fmt: skip
def test_a_precision_column_makes_dates_coarser_or_changes_their_role_only(
    cell: object, words: str | None, expected: tuple[str, str, str, str]
) -> None:
    column = read_dates([cell], [words])
    assert (*days(column), column.role[0]) == expected
    assert column.problems == []


def test_precision_codes_and_unknown_words_are_found_once_each() -> None:
    column = read_dates(["2021-05-14"] * 4, [1, 1, "blah", "blah"])
    assert [(p.position, p.kind, p.value) for p in column.problems] == [
        (0, "precision_not_understood", "1"), (2, "precision_not_understood", "blah"),
    ]  # fmt: skip
    assert list(column.precision) == ["day"] * 4


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2015, 7, 28, ("2015-07-28", "2015-07-28", "day")),
        ("2015", "Juliol", "28", ("2015-07-28", "2015-07-28", "day")),
        (2015.0, "July", None, ("2015-07-01", "2015-07-31", "month")),
        (2015, "июль", 0, ("2015-07-01", "2015-07-31", "month")),
        (2015, "iyul", "", ("2015-07-01", "2015-07-31", "month")),
        (2015, None, None, ("2015-01-01", "2015-12-31", "year")),
        (2015, "", 4, ("2015-01-01", "2015-12-31", "year")), (2015, 0, 0, ("2015-01-01", "2015-12-31", "year")),
        (None, 3, 4, ("NaT", "NaT", "unknown")), ("unknown", 3, 4, ("NaT", "NaT", "unknown")),
        (2024, 2, 29, ("2024-02-29", "2024-02-29", "day")),
    ],
)  # fmt: skip
def test_parts_of_a_date_are_put_together(
    year: object, month: object, day: object, expected: tuple[str, str, str]
) -> None:
    column = dates_from_parts([year], [month], [day])
    assert days(column) == expected
    assert column.problems == []


@pytest.mark.parametrize(
    "parts", [(2015, 2, 30), (2023, 2, 29), (2015, 13, 1), ("x", 1, 1), (2015, "blah", 1), (2015, 1, 32)]
)
def test_impossible_parts_are_findings(parts: tuple[object, object, object]) -> None:
    column = dates_from_parts(*([part] for part in parts))
    assert days(column) == ("NaT", "NaT", "unknown")
    assert [(p.position, p.kind) for p in column.problems] == [(0, "not_a_date")]


def test_parts_without_month_and_day_columns() -> None:
    assert days(dates_from_parts([2019])) == ("2019-01-01", "2019-12-31", "year")
    assert days(dates_from_parts([2019], ["May"])) == ("2019-05-01", "2019-05-31", "month")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2022-02-05", "2022-04-06", ("2022-02-05", "2022-04-06", "span")),
        ("2022-02-05", "2022-02-05", ("2022-02-05", "2022-02-05", "day")),
        ("2022-01", "2022-01", ("2022-01-01", "2022-01-31", "month")),
        ("2022-01", "2022-03", ("2022-01-01", "2022-03-31", "span")),
        ("2022-02-05", None, ("2022-02-05", "2022-02-05", "day")),
        (None, "2022-02-05", ("2022-02-05", "2022-02-05", "day")),
        (None, None, ("NaT", "NaT", "unknown")),
    ],
)  # fmt: skip
def test_spans_in_two_columns(start: str | None, end: str | None, expected: tuple[str, str, str]) -> None:
    assert days(join_spans(read_dates([start]), read_dates([end]))) == expected


def test_a_span_that_ends_before_it_starts_is_unknown_with_the_likely_misprint() -> None:
    joined = join_spans(read_dates(["2022-02-05", "2022-12-15"]), read_dates(["2022-04-06", "2022-02-04"]))
    assert days(joined, 1) == ("NaT", "NaT", "unknown")
    assert joined.text[1] == "2022-12-15 – 2022-02-04"
    assert joined.problems == [(1, "span_backwards", "2022-12-15 – 2022-02-04", "2021-12-15 – 2022-02-04")]


def test_the_text_is_kept_as_it_was_written() -> None:
    column = read_dates(["10 February, year not given", dt.date(2021, 1, 22), 2021.0, None])
    assert list(column.text) == ["10 February, year not given", "2021-01-22", "2021", ""]


def test_shapes_and_types() -> None:
    for column in (read_dates([]), read_dates([None, "2021"]), dates_from_parts([2021], [None])):
        rows = len(column.text)
        assert column.date_from.dtype == column.date_to.dtype == np.dtype("datetime64[s]")
        assert len(column.date_from) == len(column.date_to) == len(column.precision) == len(column.role) == rows


def test_days_of_1904_workbooks() -> None:
    assert days(read_dates([42868], epoch_1904=True)) == ("2021-05-14", "2021-05-14", "day")


@pytest.mark.parametrize("month", ["كانون الثاني", "كانون ثاني", "يناير", "ינואר", "січень", "١", "gener", "janeiro"])
@pytest.mark.parametrize("year", [2021, "٢٠٢١", "۲۰۲۱"])
def test_parts_in_other_digits_and_months_of_two_words(year: object, month: str) -> None:
    assert days(dates_from_parts([year], [month], ["٣"])) == ("2021-01-03", "2021-01-03", "day")
