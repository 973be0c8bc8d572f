"""The report: the keys that docs/check_json.md promises, always all of them, as JSON values."""

import json
import re
from pathlib import Path

import pytest

from data.intake.report import KEYS, report, unread
from tests.data.intake.tables import taken
from texts.words import LANGUAGES, Words

DOCUMENT = (Path(__file__).parent.parent.parent.parent / "docs" / "check_json.md").read_text(encoding="utf-8")
TABLES = {
    "figures": "Date | Place | Killed | Injured\n2021-01-02 | A | 1 | 2\n2021-01-05 | B | 0.5 | 3",
    "question": "Date | Killed | Killed | Place\n01/02/2021 | 1 | 2 | A\n03/04/2021 | 0 | 5 | B",
    "running": "As of | Killed | Injured\n2021-01-02 | 1 | 2\n2021-02-05 | 2 | ",
    "refused": "Date | Place\n2021-01-02 | A\n2021-01-05 | B",
    "codes": "Date | Severity\n2021-01-02 | 1\n2021-01-05 | 2\n2021-01-05 | 2",
}


@pytest.mark.parametrize("name", TABLES)
def test_every_report_has_every_key_and_is_json(name: str) -> None:
    found = report(taken(TABLES[name]), Words("en"))
    assert tuple(found) == KEYS
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_a_file_that_cannot_be_read_has_every_key_too() -> None:
    found = unread("a.xlsx", b"", "refused.empty", "The file is empty.")
    assert tuple(found) == KEYS
    assert found["refused"] == {"message": "refused.empty", "sentence": "The file is empty."}


def test_every_key_is_documented() -> None:
    lines = [line.split("|")[1] for line in DOCUMENT.split("## Answers")[0].splitlines() if line.startswith("| `")]
    assert tuple(key for line in lines for key in re.findall(r"`(\w+)`", line)) == KEYS


def test_numbers_are_whole_where_people_are() -> None:
    found = report(taken(TABLES["figures"]))
    assert (found["killed"], found["injured"]) == (1.5, 5)
    assert isinstance(found["injured"], int)


def test_a_figure_that_the_last_statement_does_not_give_is_null() -> None:
    assert report(taken(TABLES["running"]))["latest"] == {
        "as_of": "2021-02-05",
        "killed": 2,
        "injured": None,
        "casualties": None,
    }


def test_spans_over_months_are_in_no_month() -> None:
    text = "Period from | Period to | Killed\n2021-01-01 | 2021-01-31 | 1\n2021-02-01 | 2021-03-15 | 5"
    assert report(taken(text))["by_month"] == {"2021-01": {"killed": 1, "injured": None}}


def test_an_accident_counts_in_the_month_in_which_it_began() -> None:
    days = "2021-01-30 | 2021-02-02 | A | 3\n2021-02-05 | 2021-02-05 | B | 1\n2021-02-06 | 2021-02-06 | C | 1"
    found = report(taken(f"Start date | End date | Place | Killed\n{days}"))
    assert found["by_month"] == {"2021-01": {"killed": 3, "injured": None}, "2021-02": {"killed": 2, "injured": None}}
    year_only = report(taken("Date | Place | Killed\n2021 | A | 3\n2021-02-05 | B | 1"))
    assert year_only["by_month"] == {"2021-02": {"killed": 1, "injured": None}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["question", "codes", "refused"])
def test_questions_and_refusals_are_said_in_the_reader_s_language(language: str, name: str) -> None:
    found = report(taken(TABLES[name]), Words(language))
    sentences = [question["sentence"] for question in found["questions"]] + [(found["refused"] or {}).get("sentence")]
    said = [sentence for sentence in sentences if sentence]
    assert said
    assert all("{" not in sentence for sentence in said)
