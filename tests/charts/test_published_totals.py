"""Published totals: who said it, how sure, of whom, and that nothing is drawn between statements."""

from datetime import date
from typing import Any

from charts import draw
from charts.view import View
from data.problems import Problem
from data.selection import Selection
from tests.data.factory import make_edition, make_frame
from texts.words import Words

ALL = {"scope": "all casualties", "counted_by": "ANAMA", "confidence": "high"}
ROWS: list[dict[str, Any]] = [
    {"date": "2021-12-14", "stated_total": 197, "source_url": "https://example.org/a", "reported_in": "Daily",
     "counts": [{"outcome": "killed", "n": 29, "status": "civilian"},
                {"outcome": "killed", "n": 7, "status": "military_security"},
                {"outcome": "injured", "n": 161}], **ALL},
    {"date": "2022-08-01", "killed": 32, "injured": 70, **ALL, "scope": "civilians only"},
    {"date": "2023-01-31", "stated_total": 282, "not_split": 282, **ALL},
    {"date": "2024-03", "killed": 65, "injured": 281, **ALL, "counted_by": "not named"},
    {"date": "2024-04-24", "stated_total": 365, "killed": 65, "injured": 291, **ALL},
    {"date": None, "stated_total": 345, "killed": 65, "injured": 280, **ALL},
    {"date": "2025-11-21", **ALL},
    {"date": "2026-03-13", "stated_total": 419, "killed": 72, "injured": 347, **ALL,
     "counted_by": "Ministry of Foreign Affairs of Azerbaijan"},
]  # fmt: skip


def drawn(
    language: str = "en", query: list[tuple[str, str]] | None = None, found: tuple[Problem, ...] = (), **more
) -> View:
    frame = make_frame("published_totals", ROWS, problems=found)
    selection = Selection.from_query(query or [])
    edition = make_edition({"published_totals": frame})
    return draw("published_totals", edition, selection, Words(language), today=date(2026, 4, 1), **more)


def points(view: View, **meta: str) -> list[tuple[str, float]]:
    """(day, number) of the traces with this meta."""
    return sorted(
        (x[:10], y)
        for trace in view.figure["data"]
        if all(trace["meta"].get(key) == value for key, value in meta.items())
        for x, y in zip(trace["x"], trace["y"], strict=True)
    )


def test_a_point_per_statement_and_number() -> None:
    view = drawn()
    assert points(view, outcome="killed", kind="official") == [
        ("2021-12-14", 36),
        ("2024-04-24", 65),
        ("2026-03-13", 72),
    ]
    assert points(view, outcome="killed", kind="other") == [("2024-03-16", 65)]
    assert points(view, outcome="killed", kind="part") == [("2022-08-01", 32)]
    assert ("2023-01-31", 282) in points(view, outcome="casualties")
    # 365 as stated, though 65 and 291 make 356.
    assert ("2024-04-24", 365) in points(view, outcome="casualties")


def test_nothing_is_drawn_between_statements() -> None:
    for trace in drawn().figure["data"]:
        assert trace["mode"] == "markers" or trace["meta"]["role"] == "ring"


def test_a_month_is_a_stretch_and_not_a_day() -> None:
    (trace,) = [
        trace for trace in drawn().figure["data"] if trace["meta"].get("kind") == "other" and "killed" in trace["name"]
    ]
    assert trace["error_x"]["array"] == [31 * 24 * 3600 * 1000 / 2]


def test_what_is_not_drawn_is_in_the_table_and_said() -> None:
    view = drawn()
    assert len(view.table.rows) == len(ROWS) == len(view.table.row_ids)
    assert "1 statement without a date is in the table only." in view.notes
    assert "1 statement without a usable figure is in the table only." in view.notes
    keys = [column.key for column in view.table.columns]
    undated = view.table.rows[5]
    assert (undated[keys.index("as_of")], undated[keys.index("killed")]) == (None, 65)
    assert view.table.rows[3][keys.index("as_of")] == "March 2024"
    assert view.table.rows[0][keys.index("source_url")] == "https://example.org/a"


def test_marks_know_their_statement() -> None:
    view = drawn()
    for trace in view.figure["data"]:
        for record_id, _ in trace.get("customdata", ()):
            assert record_id in view.table.row_ids


def test_an_empty_ring_waits_for_the_page() -> None:
    (ring,) = [trace for trace in drawn().figure["data"] if trace["meta"]["role"] == "ring"]
    assert ring["x"] == ring["y"] == []


def test_the_newest_numbers_stand_at_their_points() -> None:
    for narrow in (False, True):
        texts = {annotation["text"] for annotation in drawn("nb", narrow=narrow).figure["layout"]["annotations"]}
        assert texts == {"<b>72 drepte</b>", "<b>347 skadde</b>", "<b>419 til sammen</b>"}


def test_the_filled_counters_are_named_in_the_readers_language() -> None:
    assert "Filled: ANAMA and Ministry of Foreign Affairs of Azerbaijan." in drawn().subtitle
    assert "Fylt: ANAMA og Aserbajdsjans utenriksdepartement." in drawn("nb").subtitle
    assert drawn().as_of == date(2026, 3, 13)


def test_a_status_shows_the_statements_that_name_it() -> None:
    view = drawn(query=[("status", "civilian")])
    assert points(view, outcome="killed") == [("2021-12-14", 29)]
    assert points(view, outcome="casualties") == []
    assert "6 statements give no figure for the selection and are in the table only." in view.notes


def test_a_period_bounds_the_axis_and_the_points() -> None:
    view = drawn(query=[("from", "2024"), ("to", "2024")])
    assert [day for day, _ in points(view, outcome="killed")] == ["2024-03-16", "2024-04-24"]
    assert view.figure["layout"]["xaxis"]["range"][0] > "2023-11"


def test_a_contradiction_is_marked_and_explained() -> None:
    params = {"killed": 65, "injured": 291, "parts": 356}
    finding = Problem("total_not_parts", row=6, field="stated_total", value="365", suggestion="356", params=params)
    view = drawn(found=(finding,))
    assert points(view, role="contradicted") == [("2024-04-24", 365)]
    assert any(note.startswith("Cross: 1 statement") for note in view.notes)
    keys = [column.key for column in view.table.columns]
    assert "356" in view.table.rows[4][keys.index("remarks")]
    hovers = [text for trace in view.figure["data"] for text in trace.get("hovertext", ()) if "24 April 2024" in text]
    assert hovers
    assert all("Contradicted" in text for text in hovers)


def test_a_note_is_no_contradiction() -> None:
    finding = Problem("no_usable_figure", row=8)
    view = drawn(found=(finding,))
    assert points(view, role="contradicted") == []
    assert view.table.columns[-1].key == "remarks"


def test_hover_says_what_when_who_and_where() -> None:
    (text,) = {
        t for trace in drawn("nb").figure["data"] for t in trace.get("hovertext", ()) if "14. desember 2021" in t
    }
    assert text == "<b>14. desember 2021</b><br>36 drepte, 161 skadde og 197 til sammen<br>ANAMA<br>Daily"
