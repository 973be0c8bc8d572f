"""The hashtag row, well formed or not."""

import pytest

from data.intake.report import report
from data.intake.table.hashtags import tags_of
from tests.data.intake.tables import taken


@pytest.mark.parametrize(
    ("row", "tags"),
    [
        (["#date", None, "#affected + killed"], ["#date", "", "#affected+killed"]),
        (["#date", "#country", "#geo+lat", "#affected aidworker +killed"],
         ["#date", "#country", "#geo+lat", "#affected+aidworker+killed"]),
        (["#date", "#country", "#geo+lat", "# 1"], ["#date", "#country", "#geo+lat", ""]),
        (["#date", "#affected killed"], None),
        (["# killed", "# injured"], None),
        (["#date", "#adm1", "#country", "2021", "Alpha", 3], None),
    ],
)  # fmt: skip
def test_tags(row: list[str | int | None], tags: list[str] | None) -> None:
    assert tags_of(row) == tags


def test_a_row_of_malformed_tags_is_no_record() -> None:
    text = "When | Where | Land | Dead\n#date | #loc | #country | #affected aidworker +killed\n2021-01-02 | A | X | 2"
    found = report(taken(text))
    assert (found["records"], found["killed"], found["undated"]) == (1, 2, 0)
