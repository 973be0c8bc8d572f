"""New statements against the published ones: only those of the same counter, scope and first day contradict them."""

from typing import Any

import pytest

from data.comparison.contradictions import contradictions
from tests.data.factory import make_frame

PUBLISHED = {"date": "2026-03-13", "killed": 72, "injured": 347, "counted_by": "Office", "scope": "all casualties"}
LATER = PUBLISHED | {"date": "2026-06-01", "killed": 74, "injured": None, "not_split": 350, "stated_total": 424}


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ({"date": "2026-03-19", "killed": 73, "injured": 348}, []),
        ({"date": "2026-03-19", "killed": 71, "injured": 348}, [("killed", "earlier")]),
        ({"date": "2026-03-19", "killed": 75, "injured": 350}, [("killed", "later"), ("casualties", "later")]),
        ({"date": "2026-03-13", "killed": 72, "injured": 350}, [("injured", "same_day"), ("casualties", "same_day")]),
        ({"date": "2026-03-19", "killed": None, "injured": None, "not_split": 400, "stated_total": 400},
         [("casualties", "earlier")]),
        ({"date": "2026-03-19", "killed": 1, "injured": 1, "counted_by": "Another"}, []),
        ({"date": "2026-03-19", "killed": 1, "injured": 1, "scope": "civilians only"}, []),
        ({"date": "2026-03-19", "killed": 1, "injured": 1, "since": "2025-01-01"}, []),
        ({"date": "2026-03", "killed": 1, "injured": 1}, []),
    ],
)  # fmt: skip
def test_a_new_statement(new: dict[str, Any], found: list[tuple[str, str]]) -> None:
    frame = make_frame("published_totals", [PUBLISHED, LATER, PUBLISHED | new])
    assert [(one.outcome, one.when) for one in contradictions(frame, [2])] == found
