"""What changed between two editions: figures, marks, tables and sentences against editions written by hand."""

from datetime import date
from typing import Any

import pytest

from charts import draw
from charts.view import View
from data.frame import Edition
from data.selection import Selection
from tests.data.comparison.test_editions import AFTER, BEFORE, frame
from tests.data.factory import make_dataset, make_edition, make_frame
from texts.words import Words

TODAY = date(2026, 3, 20)
DAILY: dict[str, Any] = {"counted_by": "Office", "reported_in": "Daily"}
STATEMENTS: list[dict[str, Any]] = [
    {"record_id": "a", "date": "2023-03-14", "killed": 55, "injured": 241, **DAILY},
    {"record_id": "b", "date": "2024-11-11", "killed": 70, "injured": 312, **DAILY},
    {"record_id": "c", "date": None, "killed": 71, "injured": 312, "counted_by": "Ministry"},
]
REVISED: list[dict[str, Any]] = [
    STATEMENTS[0],
    {**STATEMENTS[1], "killed": 69},
    {"record_id": "d", "date": "2025-01-01", "killed": 72, "injured": 320, **DAILY},
]


def edition(number: int, rows: Any, statements: Any = STATEMENTS, **more: Any) -> Edition:
    frames = {"reported_accidents": frame(rows, number), **more}
    frames["published_totals"] = make_frame("published_totals", statements, version=number)
    return make_edition(frames, number=number)


OLD, NEW = edition(4, BEFORE), edition(5, AFTER, REVISED)


def drawn(rows: str = "year", query: str = "", language: str = "en", **more: Any) -> View:
    asked = Selection.from_query([tuple(part.split("=")) for part in query.split("&") if part])
    shown, more = more.pop("shown", NEW), {"against": OLD, **more}
    return draw("editions_compared", shown, asked, Words(language), today=TODAY, options={"rows": rows}, **more)


def lines(view: View, *keys: str) -> list[tuple[Any, ...]]:
    places = [[column.key for column in view.table.columns].index(key) for key in keys]
    return [tuple(row[place] for place in places) for row in view.table.rows]


def marks(view: View, role: str) -> list[tuple[float, float]]:
    """(row, number) of every mark of a role."""
    return [pair for one in view.figure["data"] if one["meta"]["role"] == role for pair in zip(one["y"], one["x"],
            strict=True)]  # fmt: skip


def test_years_before_and_after() -> None:
    view = drawn()
    assert lines(view, "group", "state", "records_before", "records_after", "killed_before", "killed_after",
                 "killed_difference", "injured_difference", "added", "gone", "changed") == [
        ("2021", "revised", 2, 2, 3, 4, 1, 0, 0, 0, 1),
        ("2022", "revised", 2, 1, 1, 0, -1, -4, 0, 1, 0),
        ("2023", "only in this edition", 0, 1, "", 0, "", "", 1, 0, 0),
        ("Without a date", "", 1, 1, None, None, "", 0, 0, 0, 0),
        ("All of the selection", "revised", 5, 5, 4, 4, 0, -2, 1, 1, 1),
    ]  # fmt: skip
    assert "1 is new, 1 was taken away and 1 was changed. Unchanged: 3 reported accidents." in view.notes[0]
    assert view.alt.startswith(
        "Edition 5 has at least 4 killed and 3 injured; edition 4 had at least 4 killed and 5 injured, according to "
    )
    assert "this was changed, with the number of records: killed (1)" in " ".join(view.notes)
    assert "edition 5, published" in view.subtitle


def test_only_what_is_known_otherwise_now_is_marked_as_revised() -> None:
    view = drawn()
    # Killed in 2021 and 2022, injured in 2022; 2023 had nobody before.
    assert sorted(marks(view, "revised")) == [(0, 4), (1, 0), (1, 0)]
    assert (2, 2) in marks(view, "after")
    assert not [mark for mark in marks(view, "before") if mark[0] == 2]
    texts = [note["text"] for note in view.figure["layout"]["annotations"]]
    assert "3 → 4" in texts
    assert "4 → 0" in texts


def test_picks_are_of_the_edition_that_is_shown() -> None:
    view = drawn(query="from=2021-03-15")
    keys = [column.key for column in view.table.columns]
    picks = [dict(zip(keys, row, strict=True)) for row in view.table.picks]
    assert [one["killed_after"] for one in picks] == ["from=2021-03-15&to=2021-12-31", "from=2022&to=2022",
                                                      "from=2023&to=2023", ""]  # fmt: skip
    assert {one["killed_before"] for one in picks} == {""}
    assert drawn("district").table.picks[0][keys.index("records_after")] == "district=AZ-AGM"
    assert all("customdata" not in one for one in view.figure["data"] if one["meta"]["role"] == "before")


def test_districts_by_how_much_they_changed_the_unstated_last() -> None:
    view = drawn("district", narrow=True)
    names = [note["text"] for note in view.figure["layout"]["annotations"]]
    order = [names.index(name) for name in ("Fuzuli", "Sur", "Aghdam", "not stated") if name in names]
    assert order == sorted(order)
    assert [row[0] for row in lines(view, "group")][-2:] == ["not stated", "All of the selection"]


def test_outcomes() -> None:
    view = drawn("outcome")
    assert lines(view, "group", "people_before", "people_after", "people_difference", "added", "gone", "changed") == [
        ("killed", 4, 4, 0, 0, 1, 1), ("injured", 5, 3, -2, 1, 1, 0),
    ]  # fmt: skip
    assert marks(view, "revised") == [(1, 3)]


def test_no_difference_is_said_plainly_and_the_table_is_still_there() -> None:
    view = drawn(query="to=2021-03")
    assert view.empty
    said = "Nothing has changed (showing until March 2021): 1 record is the same in edition 5 and edition 4."
    assert view.empty_reason == said
    assert lines(view, "group", "killed_after")[0] == ("2021", 1)


def test_a_selection_that_finds_nothing_in_either() -> None:
    assert drawn(query="district=AZ-GONE").empty_reason.startswith("No record fits the selection")


def test_what_stands_in_the_way() -> None:
    assert "Choose an edition" in drawn(against=None).empty_reason
    assert "beside itself" in drawn(against=NEW).empty_reason
    nothing = make_edition({}, number=3)
    assert "is not in edition 3, so" in drawn(against=nothing).empty_reason
    assert "only in edition 4" in drawn(shown=nothing).empty_reason
    assert drawn(shown=nothing, against=None).empty
    totals = make_dataset("reported_accidents", layout="period_totals")
    other = make_edition({"reported_accidents": make_frame("reported_accidents", [], dataset=totals)}, number=3)
    assert "built in another way" in drawn(against=other).empty_reason


def test_single_people_can_be_compared_with_accidents() -> None:
    people = make_dataset("reported_accidents", layout="line_list")
    other = make_edition({"reported_accidents": frame(BEFORE, dataset=people)}, number=3)
    assert not drawn(against=other).empty


def test_statements_one_by_one_never_summed() -> None:
    view = drawn(dataset="published_totals")
    assert lines(view, "as_of", "state", "killed_before", "killed_after", "killed_difference", "casualties_after") == [
        (date(2024, 11, 11), "revised", 70, 69, -1, 381),
        (date(2025, 1, 1), "only in this edition", "", 72, "", 392),
        (None, "only in the other edition", 71, "", "", ""),
    ]
    assert "1 statement has other numbers, 1 is new and 1 was taken away" in view.alt
    assert marks(view, "revised") == [(0, 69), (0, 381)]
    assert "never added up" in " ".join(view.notes)
    assert len(view.table.row_ids) == 3


@pytest.mark.parametrize(("query", "count"), [("to=2024", 1), ("from=2025", 1), ("counted_by=Ministry", 1)])
def test_statements_of_a_period_or_a_counter(query: str, count: int) -> None:
    assert len(drawn(query=query, dataset="published_totals").table.rows) == count


def test_a_number_that_no_statement_gives_has_no_column() -> None:
    totals = [{"record_id": "a", "date": "2023-03-14", "stated_total": n, "counted_by": "Office"} for n in (300, 301)]
    view = drawn(shown=edition(5, AFTER, totals[1:]), against=edition(4, AFTER, totals[:1]), dataset="published_totals")
    assert marks(view, "revised") == [(0, 301)]
    assert [one for one in view.figure["layout"] if one.startswith("xaxis")] == ["xaxis"]


def test_statements_that_are_the_same() -> None:
    view = drawn(query="to=2023", dataset="published_totals")
    assert view.empty
    assert "are the same in edition 5 and edition 4" in view.empty_reason


def test_no_record_is_not_nobody() -> None:
    view = drawn(against=edition(4, []))
    assert "edition 4 had no records, according to" in view.headline
    assert lines(view, "records_before", "killed_before", "killed_difference")[0] == (0, "", "")
