"""What is said of a file, against what an exhibit expects of it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from data.intake import Intake, NotASpreadsheet, take_in
from data.intake.report import report
from tests.data.intake.gallery.build import content
from tests.data.intake.gallery.exhibit import NOT_RECORDED, Exhibit

TODAY = date(2026, 6, 1)  # the future begins here


def said(content: bytes, filename: str, answers: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The report of a file, with the keys that exhibits use; of a file that cannot be read only `refused`."""
    try:
        intake = take_in(content, filename, answers=answers or {}, today=TODAY)
    except NotASpreadsheet as why:
        return {"refused": why.message}
    found = report(intake)
    return found | {
        "refused": intake.refused,
        "questions_asked": found["questions"],
        "questions": {question["id"]: question["guess"] for question in found["questions"]},
        "excluded_rows": found["excluded"],
        "excluded": [f"{each['row']} {each['reason']}" for each in found["excluded"]],
        "dropped": {each["heading"]: each["reason"] for each in found["dropped_personal"]},
        "findings": [f"{each['kind']} {each['column'] or ''}{each['row'] or ''}".strip() for each in found["problems"]],
        "columns": {field: mapped["column"] for field, mapped in found["mapping"].items()},
        "records_by": _Tally(intake, people=False),
        "people_by": _Tally(intake, people=True),
    }


@cache
def as_shown(exhibit: Exhibit) -> dict[str, Any]:
    """What is said of an exhibit as it is shown, before any question is answered."""
    return said(content(exhibit), exhibit.file)


class _Tally(dict[str, dict[str, float]]):
    """field -> value -> records (or people), worked out when it is asked for."""

    def __init__(self, intake: Intake, people: bool) -> None:
        super().__init__()
        self._intake, self._people = intake, people

    def __missing__(self, field: str) -> dict[str, float]:
        if self._people:
            grouped = self._intake.counts.groupby(field, observed=True)["n"].sum()
        else:
            grouped = self._intake.records[field].astype("str").value_counts()
        return {str(value): float(number) for value, number in grouped.items() if number}


def differences(expect: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """key -> (expected, found) of everything that is not as expected.

    `findings` are all of them, each as a kind alone or a kind and its cells ("total_not_parts E5"). Without the key
    there must be none, nor questions, nor a refusal.
    """
    expect = {"findings": [], "questions": {}, "refused": None} | dict(expect)
    if expect["refused"] and expect["refused"] == found["refused"]:
        return {}
    compared: dict[str, tuple[Any, Any]] = {}
    for key, value in expect.items():
        if key == "findings":
            compared[key] = (sorted(value), _findings(value, found.get(key, [])))
        elif key in ("records_by", "people_by"):
            compared |= {f"{key}.{field}": (tally, found[key][field]) for field, tally in value.items()}
        elif isinstance(value, dict) and key in ("columns", "by_month", "latest"):
            compared |= {f"{key}.{part}": (each, (found.get(key) or {}).get(part)) for part, each in value.items()}
        else:
            compared[key] = (None if value == NOT_RECORDED else value, found.get(key))
    return {key: pair for key, pair in compared.items() if _plain(pair[0]) != _plain(pair[1])}


def _plain(value: Any) -> Any:
    """Months and statements may hold "not recorded", too; a guess that is missing is written as ""."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return None if value in (NOT_RECORDED, "") else value


def _findings(expected: list[str], found: list[str]) -> list[str]:
    """The findings as precisely as they are expected: with their cells where an exhibit names cells of that kind."""
    placed = {each.split()[0] for each in expected if " " in each}
    return sorted({each if each.split()[0] in placed else each.split()[0] for each in found})
