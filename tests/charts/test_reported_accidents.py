"""Reported accidents over time: hatching on a frozen day, brackets, what is not drawn, and the computed coverage."""

from datetime import date
from typing import Any

from charts import draw
from charts.view import View
from data.selection import Selection
from tests.data.factory import ACCIDENTS, make_dataset, make_edition, make_frame
from texts.words import Words


def drawn(
    language: str = "en", today: date = date(2026, 3, 20), selection: Selection | None = None, **more: Any
) -> View:
    rows = more.pop("rows", ACCIDENTS)
    accidents = make_frame(
        "reported_accidents", rows, **({"dataset": more.pop("dataset")} if "dataset" in more else {})
    )
    edition = make_edition({"published_totals": make_frame("published_totals"), "reported_accidents": accidents})
    return draw("reported_accidents", edition, selection or Selection(), Words(language), today=today, **more)


def traces(view: View, role: str) -> list[dict[str, Any]]:
    return [trace for trace in view.figure["data"] if trace["meta"]["role"] == role]


def hatched(view: View) -> list[str]:
    (killed,) = traces(view, "killed")
    shapes = killed["marker"]["pattern"]["shape"]
    return [start for (start, _), shape in zip(killed["customdata"], shapes, strict=True) if shape == "/"]


def test_months_that_may_still_grow_are_hatched_and_named() -> None:
    # Covered until 13 March 2026, reports come up to 30 days late: final until 11 February.
    view = drawn()
    assert hatched(view) == ["2026-02-01", "2026-03-01"]
    assert any("February 2026" in note and "11 February 2026" in note for note in view.notes)
    (ground,) = traces(view, "unfinished")
    assert (ground["x"][0], ground["x"][-1]) == ("2026-02-01", "2026-04-01")
    states = dict(zip((row[0] for row in view.table.rows), (row[-1] for row in view.table.rows), strict=True))
    assert states["February 2026"] == "may still grow"
    assert states["January 2026"] == ""


def test_hatching_follows_the_calendar_and_the_interval() -> None:
    assert hatched(drawn(today=date(2026, 2, 10))) == ["2026-01-01", "2026-02-01"]
    assert hatched(drawn(options={"by": "quarter"})) == ["2026-01-01"]
    assert hatched(drawn(options={"by": "year"})) == ["2026-01-01"]
    done = make_dataset(reporting_delay_days=0, covered_to=date(2026, 2, 28))
    view = drawn(dataset=done)
    assert hatched(view) == []
    assert not traces(view, "unfinished")


def test_months_after_the_last_one_covered_are_not_drawn() -> None:
    (killed,) = traces(drawn(today=date(2028, 1, 1)), "killed")
    assert killed["customdata"][-1] == ["2026-03-01", "2026-03-31"]


def test_what_is_known_to_the_year_is_a_bracket_of_its_true_width() -> None:
    view = drawn()
    (bracket,) = traces(view, "coarse")
    assert (bracket["x"][0], bracket["x"][-1]) == ("2021-01-01", "2022-01-01")
    assert any("2021: numbers killed and injured not recorded" in note for note in view.notes)
    assert traces(drawn(options={"by": "year"}), "coarse") == []
    texts = [annotation["text"] for annotation in view.figure["layout"]["annotations"]]
    assert "not recorded" in texts


def test_brackets_that_overlap_lie_over_each_other() -> None:
    rows = [
        {"date": "2021", "killed": 1, "injured": 0},
        {"date_from": "2021-03-01", "date_to": "2021-08-31", "injured": 2},
    ]
    first, second = traces(drawn(rows=rows), "coarse")
    assert {int(first["y"][0]), int(second["y"][0])} == {0, 1}


def test_the_undated_are_in_a_note_and_in_the_table_only() -> None:
    view = drawn()
    assert any(
        "Without a date" in note and "1 reported accident (0 killed and 1 injured)" in note for note in view.notes
    )
    assert view.table.rows[-1][:5] == ("without a date", None, None, 0, 1)
    limited = drawn(selection=Selection.from_query([("from", "2020")]))
    assert any(note == "Left out because no date is given: 1 reported accident." for note in limited.notes)


def test_the_coverage_is_computed() -> None:
    rows = [{"date": "2021-01-01", "killed": 3, "injured": 9, "in_official_scope": "yes"},
            {"date": "2021-01-01", "killed": 5, "injured": 5, "in_official_scope": "no"}]  # fmt: skip
    assert drawn(rows=rows).notes[0] == (
        "The reported accidents cover 3 of the 72 killed and 9 of the 347 injured published as of 13 March 2026"
        " (Counting office)."
    )
    norwegian = drawn("nb", rows=rows).notes[0]
    assert norwegian.startswith("De omtalte ulykkene dekker 3 av 72 drepte og 9 av 347 skadde")


def test_singular_and_plural() -> None:
    one = [{"date": "2021-01-01", "killed": 1, "injured": 1}]
    assert " ble 1 person drept og 1 skadet i én omtalt ulykke, ifølge" in drawn("nb", rows=one).headline
    assert " ble minst 5 personer drept og 8 skadet, ifølge" in drawn("nb").headline


def test_casualties_of_unknown_outcome_are_drawn_apart() -> None:
    rows = [{"date": "2021-01-01", "killed": 1, "injured": 1, "unknown": 4}]
    view = drawn(rows=rows)
    (other,) = traces(view, "other")
    assert max(other["y"]) == 4
    assert "of 4 more it is not known whether" in view.headline


def test_a_few_bins_have_few_ticks() -> None:
    view = drawn(selection=Selection.from_query([("from", "2022-06"), ("to", "2022-08")]), language="nb")
    assert view.figure["layout"]["xaxis"]["ticktext"] == ["juni 2022", "juli 2022", "aug. 2022"]
    years = drawn(options={"by": "year"}).figure["layout"]["xaxis"]
    assert years["tickvals"][1].startswith("2021-07-02")
    assert years["ticktext"][1] == "2021"
    assert view.figure["layout"]["separators"] == ",\N{NO-BREAK SPACE}"
