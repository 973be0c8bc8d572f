"""Answers are remembered for files of the same shape: used when the question comes up again, said, and taken back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.__main__ import main
from data.intake import take_in
from data.store import Store
from tests.data.intake.tables import content, taken

FIRST = "Date | Killed | Injured\n03/04/2024 | 1 | 0\n05/06/2024 | 0 | 2\n07/08/2024 | 0 | 1"
NEXT = "Injured | Date | Killed\n3 | 02/03/2025 | 1\n0 | 04/05/2025 | 2"
ORDER = {"date_order:Date": "mdy"}
Check = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "store.sqlite"
    monkeypatch.setenv("MINETALL_STORE", str(place))
    return place


@pytest.fixture
def check(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """check(text, answers, options): (exit status, the JSON report) of `python -m data check`."""

    def check(text: str, answers: dict[str, Any] | None = None, *options: str) -> tuple[int, dict[str, Any]]:
        file, said = tmp_path / "table.csv", tmp_path / "answers.json"
        file.write_bytes(content(text))
        said.write_text(json.dumps(answers))
        given = ["--answers", str(said)] if answers is not None else []
        status = main(["check", str(file), "--json", "--lang", "en", *given, *options])
        return status, json.loads(capsys.readouterr().out)

    return check


def test_the_next_file_of_the_shape_is_not_asked_about(check: Check) -> None:
    assert check(FIRST)[0] == 1
    status, found = check(FIRST, ORDER)
    assert (status, found["answers"]) == (0, {"date_order:Date": "given"})
    status, found = check(NEXT)
    assert (status, found["answers"], found["first_date"]) == (0, {"date_order:Date": "remembered"}, "2025-02-03")


def test_the_page_says_what_was_remembered(check: Check, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(FIRST, ORDER)
    assert main(["check", str(tmp_path / "table.csv"), "--lang", "en"]) == 0
    assert (
        "1 answer was remembered from an earlier file with the same headings: date_order:Date"
        in capsys.readouterr().out
    )


def test_other_headings_are_another_shape(check: Check) -> None:
    check(FIRST, ORDER)
    assert check(FIRST.replace("Injured", "Wounded"))[0] == 1


def test_what_a_file_says_goes_before_what_is_remembered(check: Check) -> None:
    check(FIRST, ORDER)
    status, found = check(FIRST + "\n23/06/2024 | 1 | 0")
    assert (status, found["answers"], found["first_date"]) == (0, {}, "2024-04-03")


def test_the_year_is_asked_for_each_file(check: Check) -> None:
    text = "Casualties 2019 | | \nMonth | Killed | Injured\nJanuary | 1 | 3\nMarch | 2 | 1"
    assert check(text, {"year": 2019})[0] == 0
    assert check(text)[0] == 1


def test_a_word_that_was_explained_is_remembered(check: Check) -> None:
    text = "Date | Place | Killed | Device\n2021-01-02 | A | 1 | zzgadget\n2021-01-05 | B | 2 | mine"
    assert [each["kind"] for each in check(text)[1]["problems"]] == ["word_not_understood"]
    check(text, {"words:device": {"zzgadget": "improvised"}})
    found = check(text)[1]
    assert (found["problems"], found["answers"]) == ([], {"words:device": "remembered"})


def test_null_takes_back_and_ask_again_looks_nothing_up(check: Check) -> None:
    check(FIRST, ORDER)
    assert check(FIRST, None, "--ask-again")[0] == 1
    assert check(FIRST)[0] == 0
    check(FIRST, {"date_order:Date": None})
    assert check(FIRST)[0] == 1


def test_nonsense_is_neither_used_nor_kept(check: Check, place: Path) -> None:
    answers = {"date_order:Date": "sideways", "no_such_question": 1, "codes:Date": [1], "words:device": "x"}
    status, found = check(FIRST, answers)
    assert (status, found["answers"]) == (1, {})
    assert not place.exists()


def test_nothing_but_answers_is_stored(check: Check, place: Path) -> None:
    check(FIRST)
    assert not place.exists()
    check(FIRST, ORDER)
    store = Store.open(place)
    assert [entry.action for entry in store.log()] == ["answers_remembered"]
    assert store.remembered(taken(FIRST).signature) == ORDER


def test_an_unreadable_store_is_told_and_no_hindrance(
    check: Check, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place.write_bytes(b"no database" * 200)
    (tmp_path / "t.csv").write_bytes(content(FIRST))
    assert main(["check", str(tmp_path / "t.csv"), "--lang", "en"]) == 1
    assert "store.sqlite" in capsys.readouterr().err


def test_an_answer_that_brings_up_a_question_is_followed() -> None:
    text = "Month | Total\nJanuary | 3\nFebruary | 1\nMarch | 2"
    known = {"year": "2020", "measure:Total": "killed"}
    intake = take_in(content(text), "x.csv", remembered=lambda signature: known)
    assert ([question.id for question in intake.questions], intake.answers) == (
        [], {"year": "remembered", "measure:Total": "remembered"})  # fmt: skip
