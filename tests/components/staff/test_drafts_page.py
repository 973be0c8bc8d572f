"""The list of drafts: a sum that lacks something is never shown as if it were whole."""

import re
from datetime import date

import pytest

from components.staff.drafts_page import drafts_page
from data.intake import take_in
from tests.components.staff.drafts import DATASETS, asked, draft

HEADINGS = "Date,District,Killed,Injured"


def figures(rows: str) -> dict[str, str]:
    intake = take_in(f"{HEADINGS}\n{rows}".encode(), "june.csv", today=date(2026, 3, 20))
    page = drafts_page(asked(), [draft(intake)], DATASETS, 1024)
    return dict(re.findall(r"<dt>([^<]+)</dt>\s*<dd>([^<]+)</dd>", page))


@pytest.mark.parametrize(
    ("last", "killed", "injured"),
    [
        ("2024-03-05,Agdam,0,1", "1", "4"),
        ("2024-03-05,Agdam,,1", "at least 1", "4"),
        ("2024-03-05,Agdam,0,", "1", "at least 3"),
        ("2024-03-05,Agdam,at least 2,1", "at least 3", "4"),
    ],
)
def test_a_sum_that_lacks_something_is_a_least(last: str, killed: str, injured: str) -> None:
    found = figures(f"2024-01-05,Agdam,1,2\n2024-02-05,Fuzuli,0,1\n{last}")
    assert (found["Records"], found["Killed"], found["Injured"]) == ("3", killed, injured)
