"""periods_compared: which two periods, what is cut off them, and how a difference is said."""

from datetime import date
from typing import Any

from charts import draw
from charts.spans.findings import change_text, signed
from charts.view import View
from data.selection import Selection
from data.summaries.amounts import Amount
from tests.data.factory import make_dataset, make_edition, make_frame
from texts.words import Words

# Final up to 15 May 2025.
DATASET = make_dataset(reporting_delay_days=30, covered_from=date(2022, 1, 1), covered_to=date(2025, 6, 14))
ROWS: list[dict[str, Any]] = [
    *({"date": "2023-06-01", "killed": 1, "injured": 2} for _ in range(10)),
    *({"date": "2024-06-01", "killed": 1, "injured": 1} for _ in range(8)),
    {"date": "2024-12", "killed": 0, "injured": 4},
    {"date": "2025-05-20", "killed": 7, "injured": 0},
    {"date": None, "killed": 1, "injured": 0},
]


def drawn(query: Any = (), language: str = "en", rows: Any = ROWS, **options: str) -> View:
    edition = make_edition({"reported_accidents": make_frame("reported_accidents", rows, dataset=DATASET)})
    selection = Selection.from_query(list(query))
    return draw("periods_compared", edition, selection, Words(language), today=date(2025, 7, 1), options=options)


def rows(view: View) -> dict[str, tuple[Any, ...]]:
    return {row[0]: row[1:] for row in view.table.rows}


def test_without_a_period_the_last_twelve_final_months_against_those_before() -> None:
    view = drawn()
    # 15 May 2025 is final: May is not over.
    assert view.subtitle.startswith("May 2024 to April 2025 against May 2023 to April 2024.")
    assert rows(view) == {
        "Killed and injured in all": (20, 30, -10, "−10 (−33%)"),
        "Killed": (8, 10, -2, "−2 (−20%)"),
        "Injured": (12, 20, -8, "−8 (−40%)"),
        "Reported accidents": (9, 10, -1, "−1 (−10%)"),
    }
    assert any(note.startswith("The last twelve months with final figures are compared") for note in view.notes)
    assert any("no date is given: 1 reported accident" in note for note in view.notes)


def test_a_mark_and_a_number_lead_to_their_own_period() -> None:
    view = drawn()
    assert view.table.picks[1] == (
        "", "from=2024-05&to=2025-04&outcome=killed", "from=2023-05&to=2024-04&outcome=killed", "", "",
    )  # fmt: skip
    bars = {trace["name"]: (trace["x"], trace["customdata"]) for trace in view.figure["data"]}
    assert bars["casualties earlier"] == ([30], ["from=2023-05&to=2024-04"])
    assert bars["records later"] == ([9], ["from=2024-05&to=2025-04"])


def test_a_period_is_held_against_the_same_time_of_the_year_before() -> None:
    view = drawn([("from", "2024-06"), ("to", "2024-08")])
    assert view.subtitle.startswith("June to August 2024 against June to August 2023.")
    assert rows(view)["Killed"][:2] == (8, 10)
    two_years = drawn([("from", "2024"), ("to", "2025-03")])
    # One year back would overlap: two.
    assert two_years.subtitle.startswith("2024 to March 2025 against 2022 to March 2023.")


def test_another_period_may_be_named_and_unequal_lengths_are_said() -> None:
    view = drawn([("from", "2024-06"), ("to", "2024-08")], than="2023..2023")
    assert view.subtitle.startswith("June to August 2024 against 2023.")
    assert any("92 days against 365 days" in note for note in view.notes)
    assert rows(view)["Killed"] == (8, 10, "", "from 10 to 8")
    assert any("takes that into account" in finding for finding in view.findings)
    assert any("cannot be read" in note for note in drawn(than="2023-13..2024").notes)


def test_what_is_not_final_is_left_out_of_both() -> None:
    view = drawn([("from", "2025"), ("to", "2025")])
    assert view.subtitle.startswith("January to April 2025 against January to April 2024.")
    assert any("Of 2025 only January to April 2025 is included" in note for note in view.notes)
    # A record of May fits the selection, but is not final.
    assert rows(view)["Killed and injured in all"] == (0, 0, 0, "unchanged")


def test_a_period_that_is_not_covered_is_never_zero() -> None:
    nothing = drawn([("from", "2022"), ("to", "2022-06")])
    assert nothing.empty
    rows_then = [*ROWS, {"date": "2022-02-02", "killed": 1, "injured": 0}]
    not_covered = drawn([("from", "2022"), ("to", "2022-06")], rows=rows_then)
    assert "does not cover that time" in not_covered.empty_reason
    part = drawn([("from", "2023"), ("to", "2024")])
    assert any("Of 2021 to 2022 only 2022 is covered." in note for note in part.notes)
    assert part.findings == ()


def test_the_difference_is_tested_for_people_and_for_accidents() -> None:
    people, accidents = drawn().findings
    assert "20 killed and injured" in people
    assert "9 accidents" in accidents
    assert all("exact Poisson test" in finding for finding in (people, accidents))
    assert drawn([("from", "2024"), ("to", "2024")], than="2023-06..2024-06").findings == ()


def test_how_a_difference_is_said() -> None:
    english, norwegian = Words("en"), Words("nb")
    assert change_text(Amount(10), Amount(14), True, english) == "+4 (+40%)"
    assert change_text(Amount(10), Amount(14), True, norwegian) == "+4 (+40\N{NO-BREAK SPACE}%)"
    assert change_text(Amount(2), Amount(4), True, english) == "from 2 to 4"
    assert change_text(Amount(12, True), Amount(4), True, english) == "from at least 12 to 4"
    assert change_text(Amount(3), Amount(3), True, english) == "unchanged"
    assert change_text(Amount(None), Amount(3), True, english) == ""
    assert [signed(n, english) for n in (-1200, 0, 3)] == ["−1,200", "0", "+3"]
