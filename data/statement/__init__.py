"""One published statement as it is typed: its fields, the file of one row that it becomes, what is wrong with it."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.fields import NOT_STATED
from data.frame import Frame
from data.intake import take_in
from data.problems import Problem
from data.summaries.statements import Statement, statements_of
from data.template.columns import COLUMNS

COUNTS = (
    "killed", "injured", "total", "civilians_killed", "civilians_injured", "military_killed", "military_injured",
)  # fmt: skip
TEXTS = ("scope", "counted_by", "reported_in", "link")
DATES = ("as_of", "since")
MOST = 1_000_000
_PARTS = {"civilians": "civilian", "military": "military_security"}


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed that can be read: a count that is not stated is None, never 0. `wrong` names what cannot be."""

    as_of: date | None
    since: date | None
    counts: dict[str, int | None]
    texts: dict[str, str]
    wrong: dict[str, str]

    @property
    def can_be_compared(self) -> bool:
        return not self.wrong and self.as_of is not None and any(n is not None for n in self.counts.values())


def read(typed: Mapping[str, str]) -> Given:
    """`wrong`: field -> missing, no_date, no_number, no_figure (the key "figures"), no_link."""
    wrong: dict[str, str] = {}
    days = {key: _day(typed.get(key, ""), key, wrong) for key in DATES}
    counts = {key: _count(typed.get(key, ""), key, wrong) for key in COUNTS}
    texts = {key: " ".join(typed.get(key, "").split())[:300] for key in TEXTS}
    wrong |= {key: "missing" for key in ("scope", "counted_by") if not texts[key]}
    if days["as_of"] is None:
        wrong.setdefault("as_of", "missing")
    if texts["link"] and not texts["link"].startswith(("https://", "http://")):
        wrong["link"] = "no_link"
    if not any(counts[key] is not None for key in ("killed", "injured", "total")):
        wrong.setdefault("figures", "no_figure")
    return Given(days["as_of"], days["since"], counts, texts, wrong)


def _day(text: str, key: str, wrong: dict[str, str]) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        wrong[key] = "no_date"
        return None


def _count(text: str, key: str, wrong: dict[str, str]) -> int | None:
    plain = "".join(text.split())
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit() and int(plain) <= MOST):
        wrong[key] = "no_number"
        return None
    return int(plain)


def file_of(rows: Iterable[Mapping[str, Any]], words: Any) -> bytes:
    """Rows under the headings of the entry template for statements, as CSV; what a row does not have stays blank."""
    columns = COLUMNS["running_totals"]
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(words.say(f"template.heading.{column.key}") for column in columns)
    for row in rows:
        writer.writerow("" if row.get(column.key) is None else row[column.key] for column in columns)
    return file.getvalue().encode("utf-8-sig")


def answers(rows: Iterable[Mapping[str, Any]], words: Any) -> dict[str, str]:
    """What the importer need not find out, as a person would tell it: the layout, and the field of every filled column.

    Found out, a total that does not add up would be taken for something else, and the fault would not be seen.
    """
    filled = {key for row in rows for key, value in row.items() if value not in (None, "")}
    columns = [one for one in COLUMNS["running_totals"] if one.field and one.key in filled]
    told = {f"column:{words.say(f'template.heading.{one.key}')}": one.field for one in columns}
    return {"layout": "running_totals"} | told


def row_of(given: Given, words: Any) -> dict[str, Any]:
    days = {key: day.isoformat() if day else None for key, day in (("as_of", given.as_of), ("since", given.since))}
    return days | given.counts | given.texts | {"date_precision": words.say("template.precision.day")}


def findings(given: Given, earlier: Iterable[Statement], today: date, words: Any) -> list[tuple[Problem, bool]]:
    """What the importer's own checks say of this statement among the earlier ones: (finding, whether it is about it).

    Where it is not, the finding is about another statement that this one contradicts. Rows count from 2, this is last.
    """
    rows = [*(_row(one, words) for one in earlier), row_of(given, words)]
    intake = take_in(file_of(rows, words), "statement.csv", answers=answers(rows, words), today=today)
    own = len(rows) + 1
    found = [(problem, problem.row == own) for problem in intake.problems if problem.row is not None]
    return [(problem, mine) for problem, mine in found if mine or str(own) in _rows_named(problem)]


def _rows_named(problem: Problem) -> set[str]:
    return {str(problem.params.get(name)) for name in ("before_row", "other_row")}


def _row(one: Statement, words: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "as_of": one.first.isoformat(), "date_precision": words.say("template.precision.day"),
        "since": one.since.isoformat() if one.since else None, "total": one.total, "scope": one.scope,
        "counted_by": one.counted_by, "killed": one.value("killed"), "injured": one.value("injured"),
    }  # fmt: skip
    for (status, outcome), number in one.splits.items():
        for part, named in _PARTS.items():
            if status == named and status != NOT_STATED:
                row[f"{part}_{outcome}"] = number
    return {
        key: int(value) if isinstance(value, float) and value == int(value) else value for key, value in row.items()
    }


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The statements of one scope and counter around a day: the newest before, that day's own, the first after."""

    before: Statement | None
    same_day: tuple[Statement, ...]
    after: Statement | None


def of_series(frame: Frame) -> list[Statement]:
    """The statements whose day is known, oldest first."""
    dated = [one for one in statements_of(frame) if one.start and one.precision == "day"]
    return sorted(dated, key=lambda one: one.first)


def neighbours(given: Given, earlier: Iterable[Statement]) -> Neighbours:
    own = [one for one in earlier if _same(one.scope, given.texts["scope"])]
    own = [one for one in own if _same(one.counted_by, given.texts["counted_by"])]
    day = given.as_of
    if day is None:
        return Neighbours(None, (), None)
    before = [one for one in own if one.first < day]
    after = [one for one in own if one.first > day]
    same = tuple(one for one in own if one.first == day)
    return Neighbours(before[-1] if before else None, same, after[0] if after else None)


def _same(one: str, other: str) -> bool:
    return one.casefold().strip() == other.casefold().strip()
