"""Which columns count people: nobody twice, nobody lost, and a question where the file does not say."""

# ruff: noqa: E501 - a table in a test reads best on one line

from typing import Any

import pytest

from data.intake.report import report
from tests.data.intake.tables import sums, taken


@pytest.mark.parametrize(
    ("expected", "headings", "rows"),
    [
        # a total beside its parts is not added
        ((3, 5, 0), "Killed | Injured | Total", ["1 | 2 | 3", "2 | 3 | 5", "0 | 0 | 0"]),
        # injured by severity are added, victims are their sum
        ((1, 6, 0), "Killed | Seriously injured | Slightly injured | Victims", ["1 | 1 | 2 | 4", "0 | 2 | 1 | 3", "0 | 0 | 0 | 0"]),
        # a whole that covers its severities
        ((1, 6, None), "Killed | Injured | Seriously injured", ["1 | 3 | 2", "0 | 3 | 1"]),
        # killed per group, no whole
        ((8, 3, None), "Civilians killed | Soldiers killed | Police killed | Injured", ["1 | 0 | 1 | 2", "0 | 2 | 0 | 1", "2 | 2 | 0 | 0"]),
        # missing and survivors are no casualties, nor is a total with them in it
        ((3, None, None), "Dead | Missing | Total | Survivors", ["2 | 5 | 7 | 9", "1 | 1 | 2 | 3", "0 | 3 | 3 | 1"]),
        # ratios and populations are no counts
        ((3, 1, None), "Killed | Injured | Killed per 100 000 | Population", ["2 | 1 | 1.7 | 120000", "1 | 0 | 0.8 | 125000"]),
        # one of several killed columns is the sum of the others
        ((6, None, None), "Deaths side a | Deaths side b | Deaths", ["1 | 2 | 3", "1 | 0 | 1", "0 | 2 | 2"]),
        # only a total
        ((None, None, 10), "Casualties", ["3", "5", "2"]),
        # a total and the killed
        ((3, None, 7), "Killed | Casualties", ["1 | 4", "2 | 6", "0 | 0"]),
    ],
)  # fmt: skip
def test_nobody_is_counted_twice(expected: tuple[int | None, ...], headings: str, rows: list[str]) -> None:
    lines = [f"2021-0{number}-0{number} | place {number} | {row}" for number, row in enumerate(rows, start=1)]
    found = report(taken("\n".join([f"Date | Place | {headings}", *lines])))
    assert (found["killed"], found["injured"], found["not_split"]) == expected
    assert found["questions"] == []


def test_low_and_high_are_bounds() -> None:
    text = "Date | Place | Killed (best) | Killed (low) | Killed (high)\n2021-01-02 | A | 2 | 1 | 4\n2021-02-02 | B | 0 | 0 | 3\n2021-02-05 | C | 1 | 1 | 1"
    found = report(taken(text))
    assert [found[key] for key in ("killed", "killed_min", "killed_max")] == [3, 2, 8]


def test_without_a_best_figure_the_lower_bound_counts() -> None:
    text = "Date | Place | Killed (min) | Killed (max)\n2021-01-02 | A | 1 | 3\n2021-02-02 | B | 0 | 0\n2021-02-05 | C | 2 | 2"
    found = report(taken(text))
    assert [found[key] for key in ("killed", "killed_min", "killed_max")] == [3, 3, 5]


def test_an_open_range_has_no_upper_sum() -> None:
    found = report(taken("Date | Place | Killed\n2021-01-02 | A | 5 or more\n2021-02-02 | B | 2-3\n2021-02-05 | C | 1"))
    assert [found[key] for key in ("killed", "killed_min", "killed_max")] == [8, 8, None]


def test_two_columns_of_one_heading_that_disagree_are_asked_about() -> None:
    text = "Date | Place | Killed | Killed\n2021-01-02 | A | 1 | 1\n2021-01-05 | B | 0 | 2\n2021-02-05 | C | 2 | 2"
    (question,) = taken(text).questions
    assert (question.id, question.candidates, question.evidence) == (
        "column:killed", ("Killed (C)", "Killed (D)"), ("Killed (C): 3", "Killed (D): 5"))  # fmt: skip
    answered = taken(text, answers={"column:killed": "Killed (D)"})
    assert (report(answered)["killed"], answered.questions) == (5, [])


def test_two_columns_that_agree_are_one() -> None:
    intake = taken(
        "Date | Place | Killed | Killed\n2021-01-02 | A | 1 | 1\n2021-01-05 | B | 2 | 2\n2021-02-05 | C | 2 | 2"
    )
    assert (report(intake)["killed"], intake.questions) == (5, [])


@pytest.mark.parametrize(("answer", "killed"), [("add_all", 8), ("women_and_men_only", 5)])
def test_children_beside_women_and_men_are_asked_about(answer: str, killed: int) -> None:
    text = "Date | Place | Men killed | Women killed | Children killed\n2021-01-02 | A | 1 | 0 | 1\n2021-01-05 | B | 0 | 2 | 0\n2021-02-05 | C | 2 | 0 | 2"
    assert [question.id for question in taken(text).questions] == ["parts:killed"]
    answered = taken(text, answers={"parts:killed": answer})
    assert (report(answered)["killed"], answered.questions) == (killed, [])


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("casualties", (None, None, 10)), ("killed", (10, None, None)), ("injured", (None, 10, None))],
)
def test_a_total_of_nobody_knows_what_is_asked_about(answer: str, expected: tuple[Any, ...]) -> None:
    text = "Month | Total\n2021-01 | 3\n2021-02 | 5\n2021-03 | 2"
    assert [question.id for question in taken(text).questions] == ["measure:Total"]
    found = report(taken(text, answers={"measure:Total": answer}))
    assert (found["killed"], found["injured"], found["not_split"]) == expected
    assert taken(text, answers={"measure:Total": "no_measure"}).refused == "refused.no_measure"


def test_a_number_beside_an_outcome_is_people_not_a_row() -> None:
    text = "Date | District | Outcome | Number\n2021-01-02 | A | killed | 2\n2021-01-02 | A | injured | 5\n2021-02-03 | B | injured | 1\n2021-02-04 | B | killed | 1"
    assert sums(taken(text)) == {"killed": 3, "injured": 6}


def test_a_running_number_beside_an_outcome_is_no_people() -> None:
    text = "Number | Date | Outcome\n1 | 2021-01-02 | killed\n2 | 2021-01-03 | injured\n3 | 2021-01-04 | injured"
    assert sums(taken(text)) == {"killed": 1, "injured": 2}


def test_a_number_that_may_be_either_is_asked_about() -> None:
    text = "Number | Date | Outcome\n1 | 2021-01-02 | killed\n1 | 2021-01-03 | injured\n2 | 2021-01-04 | injured"
    assert [question.id for question in taken(text).questions] == ["people:Number"]
    assert sums(taken(text, answers={"people:Number": "no_count"})) == {"killed": 1, "injured": 2}


def test_hashtags_decide_over_headings() -> None:
    text = "Date | Place | a | b | c\n#date | #loc | #affected+killed | #affected+injured |\n2021-01-02 | A | 1 | 2 | 9\n2021-01-05 | B | 2 | 0 | 9"
    intake = taken(text)
    assert sums(intake) == {"killed": 3, "injured": 2}
    assert intake.mapping["killed"].heading == "a"
