"""Published files of other registers, tried where MINETALL_SHARED names their folder: right, asked, or refused.

The expectations stand beside the files (expected.json); none of the files is the project's own.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from data.intake import take_in
from data.intake.report import report

FOLDER = Path(os.environ.get("MINETALL_SHARED", "/nowhere")) / "real_spreadsheets"
pytestmark = pytest.mark.skipif(
    not (FOLDER / "expected.json").is_file(), reason="MINETALL_SHARED names no real spreadsheets"
)
EXPECTED: dict[str, Any] = (
    json.loads((FOLDER / "expected.json").read_text(encoding="utf-8")) if (FOLDER / "expected.json").is_file() else {}
)
UK, OHCHR = "uk_stats19_casualties_2014.csv", "ohchr_ukraine_casualties_daily.csv"
UNAIDED = sorted(name for name, each in EXPECTED.items() if each["verdict"] == "import")


def read(name: str, **given: Any) -> dict[str, Any]:
    return report(take_in((FOLDER / name).read_bytes(), name, **given))


@pytest.mark.parametrize("name", UNAIDED)
def test_imported_unaided(name: str) -> None:
    expected, found = EXPECTED[name]["expected"], read(name)
    killed = expected["killed"]["best"] if isinstance(expected["killed"], dict) else expected["killed"]
    assert (found["records"], found["killed"], found["injured"]) == (expected["records"], killed, expected["injured"])
    assert (found["undated"], found["first_date"]) == (expected["undated_records"], expected["min_date"])
    assert found["last_date"][:7] == expected["max_date"][:7]
    assert (found["questions"], found["refused"]) == ([], None)


@pytest.mark.parametrize("name", UNAIDED)
def test_by_month(name: str) -> None:
    expected, found = EXPECTED[name]["expected"], read(name)["by_month"]
    assert len(found) == expected["months_with_records"]
    for month in (*expected["monthly_head"], *expected["monthly_tail"]):
        for outcome in {"killed", "injured"} & set(month):
            # Where every row of the month leaves it blank the sum of the expectation is 0, ours is missing.
            assert (found[month["period"]][outcome] or 0) == month[outcome], (month["period"], outcome)


def test_bounds_of_a_best_figure() -> None:
    name = "ucdp_ged_bangladesh_hxl.csv"
    found, expected = read(name), EXPECTED[name]["expected"]["killed"]
    assert (found["killed_min"], found["killed_max"]) == (expected["low"], expected["high"])


def test_running_totals_are_not_added_up() -> None:
    found, expected = read(OHCHR), EXPECTED[OHCHR]["expected"]
    assert (found["layout"], found["killed"], found["injured"]) == ("running_totals", None, None)
    latest = {"as_of": expected["max_date"], "killed": expected["killed_at_end"], "injured": expected["injured_at_end"]}
    assert {key: found["latest"][key] for key in latest} == latest


def test_codes_and_the_year_are_asked() -> None:
    unanswered = read(UK)
    assert (unanswered["killed"], unanswered["injured"]) == (None, None)
    assert sorted(question["kind"] for question in unanswered["questions"]) == ["codes", "year"]
    meaning = {"1": "killed", "2": "injured", "3": "injured"}
    found = read(UK, answers={"codes:Casualty_Severity": meaning, "year": "2014"})
    expected = EXPECTED[UK]["expected"]
    assert (found["records"], found["killed"], found["injured"]) == (
        expected["records"], expected["killed"], expected["injured"])  # fmt: skip
    assert (found["by_month"], found["questions"]) == ({}, [])
