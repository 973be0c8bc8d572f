"""Published totals against recorded cases: the numbers, what is said of them, and the shipped sample by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from charts import draw
from charts.view import View
from data.frame import Edition, Frame
from data.intake import take_in
from data.samples import shipped
from data.selection import Selection
from tests.data.factory import make_dataset, make_edition, make_frame
from texts.words import Words

TODAY = date(2026, 3, 20)
STATEMENTS: list[dict[str, Any]] = [
    {"date": "2020-12-15", "killed": 5, "injured": 15, "counted_by": "Office"},
    {"date": "2021-02-15", "killed": 6, "injured": 30, "counted_by": "Office", "reported_in": "Daily",
     "source_url": "https://example.org/2"},
    {"date": "2021-02-15", "killed": 7, "injured": 30, "counted_by": "Ministry", "reported_in": "Weekly"},
    {"date": "2021-08-01", "stated_total": 50, "not_split": 50, "counted_by": "Ministry"},
    {"date": None, "killed": 9, "injured": 30, "counted_by": "Office"},
    {"date": "2021-03-01", "killed": 3, "injured": 3, "counted_by": "Office", "scope": "civilians only"},
]  # fmt: skip
CASES: list[dict[str, Any]] = [
    {"date": "2020-12-01", "killed": 2, "injured": 0, "in_official_scope": "yes", "status": "civilian"},
    {"date": "2021-01-20", "killed": 1, "injured": 3, "in_official_scope": "yes"},
    {"date": "2021-07-01", "killed": 0, "injured": 9, "in_official_scope": "no"},
    {"date": None, "killed": 4, "injured": 0, "in_official_scope": "yes"},
]


def edition(statements: list[dict[str, Any]] = STATEMENTS, number: int = 1, **cases: Any) -> Edition:
    dataset = make_dataset("reported_accidents", **cases)
    frames: dict[str, Any] = {"published_totals": make_frame("published_totals", statements),
              "reported_accidents": make_frame("reported_accidents", CASES, dataset=dataset)}  # fmt: skip
    return make_edition(frames, number=number)


def drawn(of: str = "casualties", query: str = "", language: str = "en", shown: Edition | None = None,
          **more: Any) -> View:  # fmt: skip
    asked = Selection.from_query([tuple(part.split("=")) for part in query.split("&") if part])
    return draw("published_against_recorded", shown or edition(), asked, Words(language), today=TODAY,
                options={"of": of}, **more)  # fmt: skip


def column(view: View, key: str) -> list[Any]:
    return [row[[column.key for column in view.table.columns].index(key)] for row in view.table.rows]


def trace(view: View, name: str) -> dict[str, Any]:
    return next(one for one in view.figure["data"] if one["name"] == name)


def said(view: View) -> str:
    return " ".join(view.notes)


def test_the_numbers_of_each_statement() -> None:
    view = drawn()
    assert column(view, "published") == [20, 36, 37, 50]
    assert column(view, "recorded") == [2, 6, 6, 6]
    assert column(view, "gap") == [18, 30, 31, 44]
    assert column(view, "share") == [10, 17, 16, 12]
    assert column(view, "perhaps") == [4, 4, 4, 4]
    assert column(view, "previous") == ["", date(2020, 12, 15), "", date(2021, 2, 15)]
    assert column(view, "risen") == ["", 16, "", 13]
    assert column(view, "recorded_between") == ["", 4, "", 0]
    assert column(view, "gap_between") == ["", 12, "", 13]
    assert "50 killed and injured" in view.alt
    assert "and 6 recorded one by one by" in view.headline


def test_published_and_recorded_are_two_marks_that_are_never_added() -> None:
    view = drawn()
    assert trace(view, "published")["y"] == [20, 36, 37, 50]
    assert trace(view, "published")["mode"] == "markers"
    line = trace(view, "recorded")
    assert (line["mode"], line["line"]["shape"]) == ("lines", "hv")
    # It begins at 0 and ends level on the last day that was searched.
    assert list(zip(line["x"], line["y"], strict=True)) == [
        ("2020-11-10", 0.0), ("2020-12-01", 2.0), ("2021-01-20", 6.0), ("2026-03-13", 6.0),
    ]  # fmt: skip
    assert [one for one in view.figure["layout"].get("shapes", ()) if one["x0"] == "2021-02-16"]
    assert "never added" in said(view)


def test_a_share_of_fewer_than_ten_is_not_given() -> None:
    view = drawn("killed")
    assert column(view, "published") == [5, 6, 7]
    assert column(view, "recorded") == [2, 3, 3]
    assert column(view, "share") == ["", "", ""]
    assert "per cent" not in view.alt


def test_a_contradiction_is_ringed_numbered_told_and_linked() -> None:
    view = drawn()
    ring = trace(view, "conflict")
    assert (ring["y"], ring["text"]) == ([37], ["1"])
    told = "1: Two numbers as of 15 February 2021: 37 from Ministry (Weekly), 36 from Office (Daily)."
    assert told in view.notes
    assert column(view, "conflicts") == ["", "", told, ""]
    assert column(view, "source_url")[1] == "https://example.org/2"


def test_what_is_not_compared_is_said() -> None:
    text = said(drawn())
    assert "1 statement without a date is left out" in text
    assert "1 statement covers others (civilians only)" in text
    assert "not settled: 1 reported accident" in text
    assert "Without a date, and so not in the line: 1 reported accident (4 killed and injured)" in text
    assert "1 time three months or more passed" in text
    assert "1 statement does not give this number" in said(drawn("injured"))


def test_filters_that_statements_answer_and_those_they_do_not() -> None:
    view = drawn(query="counted_by=Office&district=AZ-AGM&device=improvised")
    assert column(view, "published") == [20, 36]
    assert "district and device" in said(view)
    assert "counted by" not in said(view).lower().replace("not counted", "")
    assert column(drawn(query="counted_by=Nobody"), "published") == [20, 36, 37, 50]
    assert column(drawn("casualties", "outcome=killed"), "published") == [5, 6, 7]
    assert drawn(query="outcome=unknown").empty


def test_the_period_narrows_the_statements_but_not_the_count() -> None:
    view = drawn(query="from=2021-01&to=2021-06")
    assert column(view, "published") == [36, 37]
    assert column(view, "recorded") == [6, 6]
    assert trace(view, "recorded")["y"][0] == 2
    assert "Both count from 10 November 2020" in said(view)


def test_a_status_is_taken_from_statements_that_split_it() -> None:
    split = [{"outcome": "killed", "n": 3, "status": "civilian"}, {"outcome": "killed", "n": 2,
             "status": "military_security"}, {"outcome": "injured", "n": 10, "status": "civilian"}]  # fmt: skip
    rows = [STATEMENTS[0], {"date": "2021-02-15", "counts": split, "counted_by": "Office"}]
    view = drawn("killed", "status=civilian", shown=edition(rows))
    assert (column(view, "published"), column(view, "recorded")) == ([3], [2])
    # One killed inside the scope has no status.
    assert "status unknown or not stated" in said(view)


def test_picks_lead_to_the_records_that_are_counted() -> None:
    view = drawn("killed")
    keys = [one.key for one in view.table.columns]
    picks = [dict(zip(keys, row, strict=True)) for row in view.table.picks]
    assert picks[1]["recorded"] == "from=2020-11-10&to=2021-02-15&in_official_scope=yes&outcome=killed"
    assert picks[1]["recorded_between"] == "from=2020-12-16&to=2021-02-15&in_official_scope=yes&outcome=killed"
    assert trace(view, "published")["customdata"][1] == picks[1]["recorded"]
    assert len(view.table.row_ids) == len(set(view.table.row_ids)) == 3


def test_cases_that_begin_late_or_end_early() -> None:
    shown = edition(covered_from=date(2021, 1, 1), covered_to=date(2021, 3, 1))
    view = drawn(shown=shown)
    assert column(view, "recorded") == [2, 6, 6, None]
    assert "collected only from 1 January 2021" in said(view)
    assert "1 statement is newer than the single cases, which reach to 1 March 2021" in said(view)
    assert "37 killed and injured" in view.alt
    assert trace(view, "recorded")["x"][-1] == "2021-03-01"


def test_another_edition_shows_what_was_revised() -> None:
    before = edition([{**STATEMENTS[0], "killed": 4}, *STATEMENTS[1:3], *STATEMENTS[4:]], number=1)
    after = edition(number=2)
    view = drawn(shown=after, against=before)
    assert column(view, "before") == ["changed; was: 19", "", "", "new"]
    assert trace(view, "revised")["y"] == [20, 50]
    assert "Compared with edition 1: 1 statement was changed and 1 is new." in said(view)
    assert "the same as in edition 1" in said(drawn(shown=after, against=replace(after, number=1)))


@pytest.mark.parametrize("dataset", ["published_totals", "reported_accidents", ""])
def test_either_dataset_leads_to_the_pair(dataset: str) -> None:
    assert column(drawn(dataset=dataset), "published") == [20, 36, 37, 50]


def test_without_a_pair_it_says_so() -> None:
    alone = make_edition({"published_totals": make_frame("published_totals", STATEMENTS)})
    assert "does not hold both" in drawn(shown=alone).empty_reason
    unmarked = edition(official_scope_of=None)
    assert drawn(shown=unmarked).empty
    assert drawn(dataset="period_totals").empty


@pytest.fixture(scope="module")
def samples() -> Edition:
    frames, moment = {}, datetime(2026, 3, 20, tzinfo=UTC)
    for dataset, file, _ in shipped():
        found = take_in(file.read_bytes(), file.name)
        frames[dataset.key] = Frame(
            dataset, 1, file.name, found.sha256, "", moment, "tests", found.records, found.counts, tuple(found.problems)
        )
    return Edition(1, moment, "", frames, {})


def test_the_shipped_samples_as_counted_by_hand(samples: Edition) -> None:
    """Counted in the workbook: "yes", by day up to the date, plus months and years that are over."""
    view = drawn(shown=samples)
    numbers = {(day, published): (recorded, gap) for day, published, recorded, gap in zip(
        column(view, "as_of"), column(view, "published"), column(view, "recorded"), column(view, "gap"), strict=True
    )}  # fmt: skip
    assert numbers[date(2021, 12, 14), 197] == (56, 141)
    assert numbers[date(2024, 11, 11), 382] == (127, 255)
    assert numbers[date(2026, 3, 13), 419] == (148, 271)
    assert column(drawn("killed", shown=samples), "recorded")[-1] == 38
    assert "Without a date, and so not in the line: 7 reported accidents (8 killed and injured)" in said(view)
    # The office gave 314 and 315 for one day, another 308; 361 came after 365, 369 after 377.
    conflicts = [text for text in column(view, "conflicts") if text]
    assert sum(text.count("19 September 2023") > 0 for text in conflicts) == 2
    assert any("361" in text and "365" in text for text in conflicts)
    assert any("369" in text and "377" in text for text in conflicts)


def test_a_total_that_its_own_killed_and_injured_do_not_make_is_a_contradiction() -> None:
    told = [{"date": "2021-02-15", "stated_total": 365, "killed": 65, "injured": 291, "counted_by": "Office"}]
    view = drawn(shown=edition(told))
    assert "Office gave 365 in all as of 15 February 2021" in said(view)
    assert "add up to 356" in column(view, "conflicts")[0]
    assert column(drawn(of="killed", shown=edition(told)), "conflicts") == [""]
