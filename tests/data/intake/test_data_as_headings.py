"""A row of data is told from a row of headings."""

import pytest

from data.intake.data_as_headings import no_headings


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["North coast", "08/04/2021", "0", "1", "Drowning"], True),
        (["A", "12", "https://example.org"], True),
        (["State", "2006", "2007", "2008"], False),
        (["Place", "1", "Number", "Notes"], False),
        (["Date", "Place", "", ""], False),
    ],
)
def test_no_headings(headings: list[str], expected: bool) -> None:
    assert no_headings(headings) is expected
