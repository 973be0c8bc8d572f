"""Which columns say when: one date, a span, an as-of date with its start, or year, month and day apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np

from data.intake.cells.dates import DateColumn, Order, dates_from_parts, join_spans, read_dates
from data.intake.mapping.columns import Column
from data.intake.mapping.role import Role
from data.intake.mapping.without_year import with_years, yearless
from data.intake.records.cell_text import cell_text
from data.intake.result import Question

Form = Literal["date", "span", "as_of", "parts", "none"]
_ROLE_ORDER = {"occurred": 0, "as_of": 0, "reported": 2}
_READABLE = 0.5  # of the filled cells of a date column must read as dates
_ALL = 0.95
_SURE = 0.85  # a heading that says date and hardly more
_FEWEST = 3  # rows in which one and the same start is no chance
_PARTS = ("year", "month", "day")
ORDERS: tuple[Order, Order] = ("dmy", "mdy")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, eq=False)
class When:
    """The chosen columns by field, and what was read from them. `since`: the start of running totals."""

    form: Form
    columns: Mapping[str, Column]
    read: DateColumn | None = None
    since: DateColumn | None = None
    questions: tuple[Question, ...] = ()
    each: Mapping[str, DateColumn] = field(default_factory=dict)  # what was read, column by column, for its findings

    @property
    def role(self) -> str:
        """occurred, reported or as_of, as the heading says."""
        first = next(iter(self.columns.values()), None)
        meant = _meaning(first) if first else None
        return meant.qualifiers.get("date_role", "occurred") if meant else "occurred"


def choose(
    columns: Sequence[Column], answers: Mapping[str, Any], said: Sequence[str] = (), sheets: Sequence[str] = ()
) -> When:
    """The columns of the event's date; a date of publication only where nothing better is there.

    `said`: title lines and names, in which a year may stand that no column has.
    """
    found = _columns(columns, answers)
    if found.form == "none" and (unnamed := _unnamed(columns)) is not None:
        found = _single(unnamed, None, None, answers)
    if found.form != "none":
        return found
    months = {field: column for field in ("month", "day") if (column := next(iter(_with(columns, field)), None))}
    short = yearless(columns)
    rows = len(columns[0].cells) if columns else 0
    guesses = sorted({match for line in said for match in _YEAR.findall(line)})
    by_sheet = {sheet: named[-1] for sheet in dict.fromkeys(sheets) if (named := _YEAR.findall(sheet))}
    told = tuple(dict.fromkeys([*(line for line in said if _YEAR.search(line)), *by_sheet]))
    guess = by_sheet if len(by_sheet) > 1 else guesses[-1] if guesses else None
    year = Question("year", "year", "date_from", evidence=told, guess=guess)
    if "year" in answers:
        year = replace(year, settled=True, answer=answers["year"])
    if rows and (years := _years(answers.get("year"), sheets, rows)):
        if short:
            read = with_years(short, years, _order(answers.get(f"date_order:{short.heading}")))
            return When(
                "date", {"date_from": short}, read, None, (year, *_asked(short, read, answers)), {"date_from": read}
            )
        month, day = (months[part].cells if part in months else None for part in ("month", "day"))
        return When("parts", months, dates_from_parts(years, month, day), questions=(year,))
    if not year.settled and not (guesses or months or short):
        return found
    return When("none", {}, questions=(year,))


def _years(answer: Any, sheets: Sequence[str], rows: int) -> list[int | None] | None:
    """The year of every row, where the answer gives one for all or one per sheet; None when it gives none."""
    if not isinstance(answer, Mapping):
        return [int(year)] * rows if _YEAR.fullmatch(year := str(answer or "").strip()) else None
    told = {str(sheet): int(year) for sheet, year in answer.items() if _YEAR.fullmatch(str(year).strip())}
    return [told.get(sheet) for sheet in sheets] if told else None


def _unnamed(columns: Sequence[Column]) -> Column | None:
    """The one column of nothing but different days, where no heading says that it is the date."""
    free = [column for column in columns if not column.roles and len(column.unique) >= _FEWEST and not _numbers(column)]
    dated = [column for column in free if max(_told(column, order, without="year") for order in ORDERS) >= _ALL]
    return dated[0] if len(dated) == 1 else None


def _columns(columns: Sequence[Column], answers: Mapping[str, Any]) -> When:
    starts, ends = _with(columns, "date_from"), _with(columns, "date_to")
    singles = _with(columns, "date")
    words = next(iter(_with(columns, "date_precision")), None)
    since = _with(columns, "since") or [start for start in starts if _one_start(start, [*singles, *ends])]
    starts = [start for start in starts if start not in since]
    parts = _parts(columns) if any(column.chosen for part in _PARTS for column in _with(columns, part)) else None
    if parts is not None and parts.form != "none":
        return parts
    if not starts and any(end.chosen for end in ends):
        starts, singles = singles, []
    if not singles and since and not starts and ends:
        return _single(ends[0], words, since[0], answers)  # "since" and "to": what is stated is as of the end
    spans = [(start, end) for start in starts for end in ends if _readable(start) and _readable(end)]
    if spans:
        return _span(*spans[0], words, answers)
    for column in [*singles, *starts, *ends]:
        if _readable(column):
            return _single(column, words, since[0] if since else None, answers)
    for column in [column for part in ("month", "quarter", "day", "year") for column in _with(columns, part)]:
        if _whole_dates(column):  # "2021-01" under "Month"
            return _single(column, words, since[0] if since else None, answers)
    return _parts(columns)


def _one_start(start: Column, others: Sequence[Column]) -> bool:
    """A start that is the same day in every row, beside dates that are not: that of a running total."""
    return start.filled >= _FEWEST and len(start.unique) == 1 and any(len(other.unique) > 1 for other in others)


def _with(columns: Sequence[Column], wanted: str) -> list[Column]:
    """Columns with this as their likeliest meaning, the event's own date first."""
    fitting = [column for column in columns if column.roles and column.roles[0].field == wanted and column.filled]
    return sorted(fitting, key=lambda column: _rank(column.roles[0]))


def _rank(role: Role) -> tuple[int, int, float]:
    of_an_outcome = 1 if "outcome" in role.qualifiers else 0
    return of_an_outcome, _ROLE_ORDER.get(role.qualifiers.get("date_role", "occurred"), 1), -role.score


def _meaning(column: Column) -> Role | None:
    fields = ("date", "date_from", "date_to", "since")
    return next((role for role in column.roles if role.field in fields), None)


def _read(column: Column, words: Column | None, answers: Mapping[str, Any]) -> DateColumn:
    meant = _meaning(column)
    qualifiers = meant.qualifiers if meant else {}
    order = answers.get(f"date_order:{column.heading}") or qualifiers.get("order")
    return read_dates(
        column.cells,
        words.cells if words else None,
        order=_order(order),
        role=qualifiers.get("date_role", "occurred"),
    )


def _order(answer: Any) -> Order | None:
    return "dmy" if answer == "dmy" else "mdy" if answer == "mdy" else None


def _readable(column: Column) -> bool:
    """Do most cells read as dates, whichever order of day and month fits them better?"""
    if column.chosen:
        return True
    if _numbers(column) and (max(role.score for role in column.roles) < _SURE or not _in_years(column)):
        return False
    return max(_told(column, order) for order in ORDERS) >= _READABLE


def _told(column: Column, order: Order, without: str = "") -> float:
    """Share of the different cells that read as dates; `without` those of this precision."""
    read = read_dates(column.unique[:500], order=order)
    return float(np.mean(~np.isnat(read.date_from) & np.asarray(read.precision != without)))


def _numbers(column: Column) -> bool:
    return all(isinstance(cell, int | float) for cell in column.unique)


def _in_years(column: Column) -> bool:
    """Are plain numbers years, dates run together or day counts of a spreadsheet, nearly all of them?"""
    return _told(column, "dmy") >= _ALL


def _whole_dates(column: Column) -> bool:
    """Texts or dates that name a year and more, under a heading for a part of a date."""
    if any(isinstance(cell, int | float) for cell in column.unique):
        return False
    return max(_told(column, order, without="year") for order in ORDERS) >= _READABLE


def _single(column: Column, words: Column | None, since: Column | None, answers: Mapping[str, Any]) -> When:
    read = _read(column, words, answers)
    start = _read(since, None, answers) if since else None
    chosen = {"date_from": column} | ({"date_precision": words} if words else {}) | ({"since": since} if since else {})
    each = {"date_from": read} | ({"since": start} if start else {})
    return When("as_of" if since else "date", chosen, read, start, tuple(_asked(column, read, answers)), each)


def _span(start: Column, end: Column, words: Column | None, answers: Mapping[str, Any]) -> When:
    begins, ends = _read(start, words, answers), _read(end, None, answers)
    questions = [*_asked(start, begins, answers), *_asked(end, ends, answers)]
    columns, each = {"date_from": start, "date_to": end}, {"date_from": begins, "date_to": ends}
    return When("span", columns, join_spans(begins, ends), None, tuple(questions), each)


def _parts(columns: Sequence[Column]) -> When:
    found = {field: _with(columns, field) for field in ("year", "month", "day")}
    chosen = {field: found[field][0] for field in found if found[field]}
    if "day" in chosen and not chosen["day"].chosen and not _days(chosen["day"]):
        del chosen["day"]
    if "year" not in chosen:
        return When("none", {})
    month, day = (chosen[part].cells if part in chosen else None for part in ("month", "day"))
    read = dates_from_parts(chosen["year"].cells, month, day)
    return When("parts", chosen, read, each={"year": read})


def _days(column: Column) -> bool:
    """Numbers of days, mostly: "Mon-Thu" under a heading with the word day is none."""
    texts = [cell_text(cell) for cell in column.unique[:100]]
    return sum(text.isdecimal() and len(text) <= 2 and int(text) <= 31 for text in texts) * 2 >= len(texts)


def _asked(column: Column, read: DateColumn, answers: Mapping[str, Any]) -> list[Question]:
    key = f"date_order:{column.heading}"
    answer = answers.get(key)
    if not read.evidence and not read.question:
        return []
    settled = not read.question or answer in ORDERS
    evidence = tuple(f"{name}: {count}" for name, count in read.evidence.items())
    guess = "mdy" if read.evidence.get("mdy_only", 0) > read.evidence.get("dmy_only", 0) else "dmy"
    return [Question(key, "date_order", "date_from", ORDERS, evidence=evidence, guess=guess,
                     column=column.letter, heading=column.heading, settled=settled,
                     answer=read.order if settled else None)]  # fmt: skip
