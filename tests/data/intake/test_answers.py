"""What a file does not say is asked with its evidence, and an answer settles it."""

import pytest

from data.intake.report import report
from tests.data.intake.tables import taken

AMBIGUOUS = "Date | Place | Killed\n01/02/2021 | A | 1\n03/04/2021 | B | 2\n05/06/2021 | C | 0"
CODES = "Date | Casualty severity | Sex\n2021-01-02 | 1 | 1\n2021-01-03 | 2 | 1\n2021-01-04 | 3 | 2\n2021-01-05 | 3 | 1"


def test_the_order_of_day_and_month() -> None:
    (question,) = taken(AMBIGUOUS).questions
    assert (question.id, question.candidates, question.column) == ("date_order:Date", ("dmy", "mdy"), "A")
    unanswered = report(taken(AMBIGUOUS))
    assert (unanswered["undated"], unanswered["by_month"], unanswered["killed"]) == (3, {}, 3)


@pytest.mark.parametrize(("answer", "first"), [("dmy", "2021-02-01"), ("mdy", "2021-01-02")])
def test_the_order_answered(answer: str, first: str) -> None:
    found = report(taken(AMBIGUOUS, answers={"date_order:Date": answer}))
    assert (found["first_date"], found["undated"], found["questions"]) == (first, 0, [])


def test_an_order_that_one_value_shows_is_not_asked() -> None:
    found = report(taken(AMBIGUOUS + "\n23/06/2021 | D | 1"))
    assert (found["first_date"], found["questions"]) == ("2021-02-01", [])


def test_codes_are_never_taken_for_counts() -> None:
    unanswered = taken(CODES)
    (question,) = unanswered.questions
    assert (question.id, question.values, question.evidence) == (
        "codes:Casualty severity", ("1", "2", "3"), ("1: 1", "2: 1", "3: 2"))  # fmt: skip
    found = report(unanswered)
    assert (found["killed"], found["injured"], found["unknown_outcome"]) == (None, None, 4)


def test_codes_answered() -> None:
    answers = {"codes:Casualty severity": {"1": "killed", "2": "injured", "3": "injured"}}
    found = report(taken(CODES, answers=answers))
    assert (found["killed"], found["injured"], found["unknown_outcome"], found["questions"]) == (1, 3, 0, [])


def test_codes_answered_in_part_are_still_asked() -> None:
    assert len(taken(CODES, answers={"codes:Casualty severity": {"1": "killed"}}).questions) == 1


def test_a_code_for_people_who_are_no_casualties() -> None:
    answers = {"codes:Casualty severity": {"1": "killed", "2": "injured", "3": "not_counted"}}
    found = report(taken(CODES, answers=answers))
    assert (found["killed"], found["injured"], found["records"]) == (1, 1, 4)


def test_a_year_that_stands_only_in_the_title() -> None:
    text = "Mine casualties 2019 | |\nMonth | Killed | Injured\nJanuary | 1 | 3\nFebruary | 0 | 5\nMarch | 2 | 1"
    (question,) = taken(text).questions
    assert (question.id, question.guess) == ("year", "2019")
    found = report(taken(text, answers={"year": 2019}))
    assert (found["first_date"], found["last_date"], found["questions"]) == ("2019-01-01", "2019-03-31", [])
    assert found["by_month"]["2019-02"] == {"killed": 0, "injured": 5}


def test_no_date_at_all_is_accepted_as_undated() -> None:
    found = report(taken("Place | Killed | Injured\nA | 1 | 3\nB | 0 | 5"))
    assert (found["killed"], found["undated"], found["first_date"], found["by_month"], found["questions"]) == (
        1,
        2,
        None,
        {},
        [],
    )


def test_a_word_explained() -> None:
    text = "Date | Place | Killed | Device\n2021-01-02 | A | 1 | zzgadget\n2021-01-05 | B | 2 | mine"
    assert taken(text).records["device"].tolist() == ["unknown", "mine_unspecified"]
    answered = taken(text, answers={"words:device": {"zzgadget": "improvised"}})
    assert answered.records["device"].tolist() == ["improvised", "mine_unspecified"]
    assert answered.problems == []


def test_answers_that_mean_nothing_change_nothing() -> None:
    found = report(taken(CODES, answers={"codes:Casualty severity": {"1": "eaten"}, "layout": 7, "nonsense": []}))
    assert found["killed"] is None
    assert len(found["questions"]) == 1
