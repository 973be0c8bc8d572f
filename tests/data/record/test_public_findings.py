"""Which findings everybody may see in words."""

import pytest

from data.problems import Problem
from data.record.public_findings import is_told


@pytest.mark.parametrize(
    "problem",
    [
        Problem("not_a_count", "Sheet1", 2, "D", "killed", "many"),
        Problem("count_with_remark", "Sheet1", 2, "D", "killed", "2 (Person One)", "2"),
        Problem("not_a_date", "Sheet1", 2, "A", "date_from", "Person One"),
        Problem("word_not_understood", "Sheet1", 2, "F", "device", "Person One", params={"count": 1}),
        Problem("word_not_understood", "Sheet1", 2, "F", "age_group", "34", params={"count": 1}),
        Problem("corrected", "Sheet1", 2, "D", value="12", suggestion="1", params={"why": "-", "source": "editor-1"}),
        Problem("choice_personal", "Sheet1", value="Name"),
        Problem(
            "crosstab_total_disagrees", "Sheet1", 2, "D", value="5", params={"added": "4", "heading": "Person One"}
        ),
        Problem("quote_left_open", "csv", 3, value="words of the file"),
        Problem("table_not_read", "Sheet1", 3, "A", value="Person One", params={"count": 2}),
        Problem("outlier", "Sheet1", 3, "B", "latitude", "40.123", params={"next": "40"}),
    ],
    ids=lambda problem: problem.kind,
)
def test_what_may_name_somebody_or_tells_of_staff_is_only_counted(problem: Problem) -> None:
    assert not is_told(problem)


@pytest.mark.parametrize(
    "problem",
    [
        Problem("total_not_parts", "Sheet1", 2, "E", "stated_total", "356", params={"killed": "65", "injured": "291"}),
        Problem("running_total_falls", "Sheet1", 2, "D", "killed", "60",
                params={"before": "64", "before_date": "2024-01-01", "before_counter": "Counting office"}),
        Problem("no_usable_figure", "Sheet1", 2),
        Problem("other_scope", "Sheet1", 2, "C", "scope", "civilians only", params={"main": "all"}),
        Problem("not_a_date", "Sheet1", 2, "A", "date_from", "31.02.2024"),
        Problem("word_not_understood", "Sheet1", 2, "F", "device", "mine of some kind", params={"count": 3}),
        Problem("period_hole", "Sheet1", 4, None, "date_from", "2024-05-01", params={"days": 3, "count": 3}),
    ],
    ids=lambda problem: problem.kind,
)  # fmt: skip
def test_what_is_public_is_told_in_words(problem: Problem) -> None:
    assert is_told(problem)
