"""A column of cells to dates, each with the precision and the role that was written: nothing is made more exact."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from data.fields import DATE_ROLES, PRECISIONS
from data.intake.cells import CellProblem
from data.intake.cells.date_column_parts import dates_of_parts
from data.intake.cells.date_number import read_number
from data.intake.cells.date_order import Order, both_ways, decide, sign_of, signs, turned_round
from data.intake.cells.date_precision import coarsen, read_precision
from data.intake.cells.date_text import NOT_A_DATE, UNKNOWN, Reading, likely_span
from data.intake.cells.uniques import as_written, different, rows_with

__all__ = ["DateColumn", "Order", "dates_from_parts", "join_spans", "read_dates"]

_SPAN, _UNKNOWN = PRECISIONS.index("span"), PRECISIONS.index("unknown")
_DAY_COUNT = re.compile(r"\d{5}(?:[.,]\d+)?")  # 44269 as text: a spreadsheet's day count that went through a csv


@dataclass(frozen=True, eq=False)
class DateColumn:
    """Dates of a column, all arrays of one length.

    date_from, date_to: datetime64[s], first and last day that the text covers, NaT when unknown.
    precision, role: Categoricals with exactly the categories of fields.py (PRECISIONS, DATE_ROLES).
    text: object array of str, the cells as written ("" for a blank).
    order: the day-month order that was used, None when no value needed one or the column cannot tell.
    evidence: rows (not different values) by what they say: dmy_only, mdy_only, either, dotted.
    question: True when some value needs the order and the column does not tell it: those dates are unknown until then.
    A span that runs backwards has unknown dates (one of its ends is a misprint); the finding says what was likely
    meant.
    """

    date_from: np.ndarray
    date_to: np.ndarray
    precision: "pd.Categorical[str]"
    role: "pd.Categorical[str]"
    text: np.ndarray
    problems: list[CellProblem]
    order: Order | None
    evidence: dict[str, int]
    question: bool


def read_dates(
    cells: Sequence[Any],
    precision_words: Sequence[Any] | None = None,
    order: Order | None = None,
    role: str = "occurred",
    epoch_1904: bool = False,
) -> DateColumn:
    """Read a column. `precision_words`: a column that says how exact each date is, or that it is the day of the report;
    it may make a date coarser and change its role, never make it more exact. `order`: a person's answer (or the
    heading's) for numbers like 03/04/2021. `role`: of every date unless the precision words say otherwise.
    `epoch_1904`: plain numbers are days since 1904 (old Macintosh workbooks).
    """
    # The time of day is of no use here, and without it a million moments are a few thousand different days.
    codes, moments = different(cells)
    to_day, values = different([value.date() if type(value) is datetime else value for value in moments])
    codes = np.append(to_day, np.int32(-1))[codes]
    readings, texts, decided, evidence, question = _read_values(values, codes, order, epoch_1904)
    column = _column(codes, readings, texts, role)
    column = replace(
        column, order=decided, evidence=evidence, question=question, problems=_problems(codes, readings, texts)
    )
    return column if precision_words is None else _with_precision(column, precision_words)


def _read_values(
    values: np.ndarray, codes: np.ndarray, order: Order | None, epoch_1904: bool
) -> tuple[list[Reading], list[str], Order | None, dict[str, int], bool]:
    texts = [as_written(value) for value in values]
    written = [isinstance(value, str) and not _DAY_COUNT.fullmatch(value.strip()) for value in values]
    by_order = both_ways(text for text, is_text in zip(texts, written, strict=True) if is_text)
    counts = np.bincount(codes[codes >= 0], minlength=len(values))
    rows: dict[str, int] = {}
    for number, text in enumerate(texts):
        rows[text] = rows.get(text, 0) + int(counts[number])
    evidence = signs(by_order, rows)
    decided, question = (order, False) if order else decide(evidence)
    round_ = turned_round(evidence, [value for value in values if isinstance(value, date)])
    if round_:
        evidence |= {"dates": sum(int(n) for n, value in zip(counts, values, strict=True) if isinstance(value, date))}
        decided, question = order, order is None
    readings = [
        _of_text(text, by_order[text], decided or round_) if is_text
        else _turned(value, order == round_) if round_ and isinstance(value, date)
        else _of_value(value, epoch_1904)
        for text, value, is_text in zip(texts, values, written, strict=True)
    ]  # fmt: skip
    return readings, texts, (decided if evidence else None), evidence, question


def _of_text(text: str, by_order: dict[str, Reading], order: Order | None) -> Reading:
    """The reading in the column's order; without one, only what fits a single order is known."""
    sign = sign_of(text, by_order)
    if sign is None:
        return by_order["dmy"]
    if order is None:
        return {"dmy_only": by_order["dmy"], "mdy_only": by_order["mdy"]}.get(sign, UNKNOWN)
    reading, other = by_order[order], by_order["mdy" if order == "dmy" else "dmy"]
    if reading.kind == "not_a_date" and other.first:
        return reading._replace(suggestion=other.first.isoformat())
    return reading


def _turned(value: date, certain: bool) -> Reading:
    """A date whose day and month a program took for each other: unknown until a person has said so."""
    if not certain:
        return UNKNOWN
    day = date(value.year, value.day, value.month)
    return Reading(day, day, "day")


def _of_value(value: Any, epoch_1904: bool) -> Reading:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Reading(value, value, "day")
    if isinstance(value, int | float | str):
        return read_number(float(str(value).replace(",", ".")), epoch_1904)
    return NOT_A_DATE


def _column(codes: np.ndarray, readings: list[Reading], texts: list[str], role: str) -> DateColumn:
    """Readings of the different values laid out over the rows; blanks (code -1) take the last, unknown entry."""
    first = np.array([*(reading.first for reading in readings), None], dtype="datetime64[s]")
    last = np.array([*(reading.last for reading in readings), None], dtype="datetime64[s]")
    precision = np.array([*(PRECISIONS.index(reading.precision) for reading in readings), _UNKNOWN], dtype=np.int8)
    text = np.array([*texts, ""], dtype=object)
    roles = np.full(len(codes), DATE_ROLES.index(role), dtype=np.int8)
    return DateColumn(
        first[codes], last[codes], _precisions(precision[codes]), _roles(roles), text[codes], [], None, {}, False
    )


def _precisions(codes: np.ndarray) -> "pd.Categorical[str]":
    return pd.Categorical.from_codes(codes, categories=pd.Index(PRECISIONS))


def _roles(codes: np.ndarray) -> "pd.Categorical[str]":
    return pd.Categorical.from_codes(codes, categories=pd.Index(DATE_ROLES))


def _problems(codes: np.ndarray, readings: list[Reading], texts: list[str]) -> list[CellProblem]:
    found = []
    for row in rows_with(codes, (number for number, reading in enumerate(readings) if reading.kind)):
        reading = readings[codes[row]]
        found.append(CellProblem(int(row), reading.kind or "", texts[codes[row]], reading.suggestion))
    return found


def _with_precision(column: DateColumn, words: Sequence[Any]) -> DateColumn:
    told = read_precision(words)
    first, last, precision = coarsen(column.date_from, column.date_to, column.precision.codes, told.precision)
    roles = np.where(told.role >= 0, told.role, column.role.codes).astype(np.int8)
    return replace(
        column, date_from=first, date_to=last, precision=_precisions(precision), role=_roles(roles),
        problems=[*column.problems, *told.problems],
    )  # fmt: skip


def dates_from_parts(
    years: Sequence[Any], months: Sequence[Any] | None = None, days: Sequence[Any] | None = None, role: str = "occurred"
) -> DateColumn:
    """Dates of year, month and day in columns of their own; months may be numbers or names in any language.

    A blank or 0 day gives the month, a blank or 0 month the year; a part that is no year, month or day, and a day
    that its month does not have, are findings, and the date is unknown.
    """
    first, last, precision, text, problems = dates_of_parts(years, months, days)
    roles = np.full(len(first), DATE_ROLES.index(role), dtype=np.int8)
    return DateColumn(first, last, _precisions(precision), _roles(roles), text, problems, None, {}, False)


def join_spans(start: DateColumn, end: DateColumn) -> DateColumn:
    """Spans whose ends stand in two columns. A blank end leaves the date of the start as it is, and the other way.

    Both ends in the same day, month, quarter or year are that; a span that ends before it starts is unknown, with a
    finding at the row. Roles and order are the start's.
    """
    no_start, no_end = np.isnat(start.date_from), np.isnat(end.date_to)
    first = np.where(no_start, end.date_from, start.date_from)
    last = np.where(no_end, start.date_to, end.date_to)
    same = (start.date_from == end.date_from) & (start.date_to == end.date_to)
    precision = np.where(same | no_end, start.precision.codes, np.where(no_start, end.precision.codes, _SPAN))
    text = np.array([" – ".join(filter(None, pair)) for pair in zip(start.text, end.text, strict=True)], dtype=object)
    backwards = ~no_start & ~no_end & (last < first)
    found = [
        CellProblem(
            int(row), "span_backwards", text[row], likely_span(first[row].item().date(), last[row].item().date())
        )
        for row in np.flatnonzero(backwards)
    ]
    nothing = np.datetime64("NaT", "s")
    return DateColumn(
        np.where(backwards, nothing, first),
        np.where(backwards, nothing, last),
        _precisions(np.where(backwards, _UNKNOWN, precision).astype(np.int8)),
        start.role,
        text,
        sorted([*start.problems, *end.problems, *found]),
        start.order or end.order,
        {key: start.evidence.get(key, 0) + end.evidence.get(key, 0) for key in {**start.evidence, **end.evidence}},
        start.question or end.question,
    )
