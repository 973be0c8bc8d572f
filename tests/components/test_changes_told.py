"""How the change from one version to the next is told: none is 0, unknown is not, and a minimum is no exact figure."""

from typing import Any

import pytest

from components import record_told
from components.agreement_told import doubt_sentence
from components.changes_told import Told, changes_told
from data.comparison.changes import changes
from data.comparison.doubts import doubts
from data.comparison.overlaps import DECISIONS, overlaps
from tests.data.factory import STATEMENTS, make_frame, make_intake
from texts.words import Words

WORDS = Words("en")


def told(before: list[dict[str, Any]] | None, after: list[dict[str, Any]], language: str = "en") -> dict[str, Any]:
    frames = [None if rows is None else make_frame(rows=rows) for rows in (before, after)]
    return changes_told(changes(frames[0], frames[1]), Told(record_told, Words(language)))  # type: ignore[arg-type]


def cells(table: dict[str, Any]) -> dict[str, list[str]]:
    """Label -> each cell as it is shown."""
    return {row["label"]: [shown(cell) for cell in row["cells"]] for row in [*table["rows"], *table["same"]]}


def shown(cell: dict[str, Any]) -> str:
    if cell["same"]:
        return str(cell["after"])
    return f"{cell['before']} → {cell['after']}" + (f" ({cell['difference']})" if cell["difference"] else "")


@pytest.mark.parametrize(("language", "gone"), [("en", "no records"), ("nb", "ingen oppføringer")])
def test_a_year_that_goes_has_no_records_and_no_difference_of_people(language: str, gone: str) -> None:
    before = [{"date": "2021-03-04", "killed": 1, "injured": 2}, {"date": "2022-03-04", "killed": 3, "injured": 0}]
    years = told(before, before[:1], language)["years"]
    assert cells(years)["2022"] == ["1 → 0 (−1)", f"3 → {gone}", f"0 → {gone}"]


def test_a_year_that_is_new_had_no_records() -> None:
    after = [{"date": "2021-03-04", "killed": 1, "injured": 2}, {"date": "2022-03-04", "killed": 3, "injured": 0}]
    assert cells(told(after[:1], after)["years"])["2022"] == ["0 → 1 (+1)", "no records → 3", "no records → 0"]


def test_what_nobody_records_is_no_column_and_is_named() -> None:
    table = told([{"date": "2021-03-04", "killed": 1}], [{"date": "2021-03-04", "killed": 2}])["total"]
    assert (table["measures"], table["silent"]) == (["Records", "Killed"], "Injured")


def test_the_difference_of_minima_is_not_said_to_be_exact() -> None:
    before = [{"date": "2021-03-04", "killed": 1, "injured": 2}, {"date": "2021-04-04", "injured": 3}]
    after = [*before, {"date": "2021-05-04", "killed": 2, "injured": 0}]
    assert cells(told(before, after)["total"])["In all"] == [
        "2 → 3 (+1)", "at least 1 → at least 3 (+2 in what is recorded)", "5",
    ]  # fmt: skip
    silent = told(before, [*before, {"date": "2021-05-04", "injured": 0}])["total"]
    assert cells(silent)["In all"][1:] == ["at least 1", "5"], "nothing recorded changes nothing that is recorded"


def test_a_newer_statement_of_one_figure_does_not_become_the_newest_whole_one() -> None:
    before = make_frame("published_totals")
    more = [*STATEMENTS, {"date": "2026-03-19", "killed": 73, "counted_by": "Counting office"}]
    found = changes_told(changes(before, make_frame("published_totals", more)), Told(record_told, WORDS))
    assert "gives both killed and injured, as of 13 March 2026" in found["running"]
    assert cells(found["total"])["In all"] == ["3 → 4 (+1)", "72", "347"]


def test_nobody_without_an_outcome_is_none_and_not_unrecorded() -> None:
    before = [{"date": "2021-03-04", "not_split": 4}, {"date": "2022-03-04", "killed": 1, "injured": 1}]
    years = told(before, [before[0], {"date": "2022-03-04", "killed": 2, "injured": 1}])["years"]
    assert cells(years) == {
        "2021": ["1", "not recorded", "not recorded", "4"],
        "2022": ["1", "1 → 2 (+1)", "1", "none"],
    }


def test_a_first_version_stands_beside_nothing() -> None:
    assert cells(told(None, [{"date": "2021-03-04", "killed": 1, "injured": 2}])["total"]) == {
        "In all": ["1", "1", "2"]
    }


def test_without_any_district_there_is_no_table_of_districts() -> None:
    rows = [{"date": "2021-03-04", "killed": 1, "injured": 2}]
    assert told(rows, rows * 2)["districts"]["rows"] == []


def test_a_minimum_that_falls_is_asked_about_as_a_minimum() -> None:
    before = [{"date": "2021-03-04", "killed": 3, "injured": 2}, {"date": "2021-04-04", "injured": 3}]
    after = [{"date": "2021-03-04", "killed": 1, "injured": 2}, before[1]]
    change = changes(make_frame(rows=before), make_frame(rows=after))
    asked = [doubt_sentence(one.kind, one.params, WORDS) for one in doubts(change, make_intake(after, excluded=[]))]
    assert asked == ["Killed falls from at least 3 to at least 1. Why is that right?"]


def test_a_period_that_is_kept_beside_itself_is_asked_about() -> None:
    rows = [{"date_from": "2020-01-01", "date_to": "2020-12-31", "killed": 1, "injured": 3}]
    before, file = make_frame("period_totals", rows), make_frame("period_totals", [rows[0] | {"injured": 2}])
    pair = overlaps(before, file).pairs[0].id
    intake = make_intake(rows, "period_totals", excluded=[])
    asked = {
        decision: [
            one.kind for one in doubts(changes(before, before), intake, overlaps(before, file, {pair: decision}))
        ]
        for decision in DECISIONS
    }
    assert asked == {"keep_old": [], "take_new": [], "keep_both": ["periods_cross"]}
