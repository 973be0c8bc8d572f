"""The heading rows, wherever and however many they are, and the names that the columns get."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.data.intake.table.sheets import BLANK, HEADINGS, RECORDS, many, records_of, sheet, table, tables

TITLES = st.lists(
    st.sampled_from([BLANK, ["Mine accidents"], ["Compiled in 2024, see the notes."], [None, "Report of 5 March"]]),
    max_size=12,
)


@given(TITLES, st.booleans())
def test_rows_above_change_nothing(above: list[list[Any]], text_only: bool) -> None:
    records = [[str(cell) for cell in row] for row in RECORDS] if text_only else RECORDS
    found = table([*above, HEADINGS, *records])
    assert found.headings == HEADINGS
    assert found.heading_rows == (len(above) + 1,)
    assert records_of(found) == records
    assert found.rows == [len(above) + 2 + place for place in range(len(records))]
    assert found.title == [next(cell for cell in row if cell) for row in above if row]


def test_headings_in_row_50() -> None:
    found = table([["Line of a long preface"]] * 49 + [HEADINGS, *RECORDS])
    assert found.heading_rows == (50,)


def test_columns_keep_their_letters() -> None:
    found = table([[None, None, *row[:2], None, *row[2:]] for row in [HEADINGS, *RECORDS]])
    assert found.headings == HEADINGS
    assert found.letters == ["C", "D", "F", "G"]
    wide = table([["Name", *[None] * 30, "Killed"], *[[f"x{n}", *[None] * 30, n] for n in range(9)]])
    assert wide.letters == ["A", "AF"]


def test_a_column_without_heading_is_kept() -> None:
    found = table([["Date", None, "Killed", "Injured"], *RECORDS])
    assert found.headings == ["Date", "", "Killed", "Injured"]
    assert found.columns[1] == [row[1] for row in RECORDS]


GROUPS = [
    [None, None, "Killed", None, "Injured", None],
    ["Date", "District", "Civilian", "Military", "Civilian", "Military"],
]
SPLIT = [[date(2021, 1, n), "Agdam", n, 0, 1, n % 2] for n in range(1, 7)]
JOINED = ["Date", "District", "Killed - Civilian", "Killed - Military", "Injured - Civilian", "Injured - Military"]


@pytest.mark.parametrize("merged", [((0, 2, 0, 3), (0, 4, 0, 5)), ()])
def test_group_titles_over_the_headings(merged: tuple[tuple[int, int, int, int], ...]) -> None:
    found = table([*GROUPS, *SPLIT], merged=merged)
    assert (found.headings, found.heading_rows) == (JOINED, (1, 2))
    assert records_of(found) == SPLIT


def test_headings_merged_downwards_beside_groups() -> None:
    rows = [["Date", "District", "Killed", None, "Injured", None], [None, None, *GROUPS[1][2:]], *SPLIT]
    merged = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5))
    assert table(rows, merged=merged).headings == JOINED
    assert table(rows).headings == JOINED
    assert table([["Mine accidents in 2021"], BLANK, *rows]).heading_rows == (3, 4)


def test_three_heading_rows() -> None:
    rows = [
        [None, "Casualties", None, None, None],
        ["District", "Killed", None, "Injured", None],
        [None, "Men", "Women", "Men", "Women"],
        *[[place, n, 1, 2, n] for n, place in enumerate(["Agdam", "Fuzuli", "Lachin", "Tartar"])],
    ]
    found = table(rows, merged=((0, 1, 0, 4), (1, 1, 1, 2), (1, 3, 1, 4), (1, 0, 2, 0)))
    assert found.heading_rows == (1, 2, 3)
    assert found.headings == [
        "District", "Casualties - Killed - Men", "Casualties - Killed - Women", "Casualties - Injured - Men",
        "Casualties - Injured - Women",
    ]  # fmt: skip


def test_headings_in_two_languages() -> None:
    found = table([HEADINGS, ["Tarix", "Rayon", "Həlak olan", "Yaralanan"], *RECORDS])
    assert found.headings == ["Date - Tarix", "District - Rayon", "Killed - Həlak olan", "Injured - Yaralanan"]


def test_a_title_merged_over_the_whole_table_is_a_title() -> None:
    found = table([["Mine accidents 2021"], HEADINGS, *RECORDS], merged=((0, 0, 0, 3),))
    assert (found.headings, found.title) == (HEADINGS, ["Mine accidents 2021"])


@pytest.mark.parametrize("stamp", ["5 March 2021", "Updated: yesterday", date(2021, 3, 5)])
def test_a_title_with_a_stamp_beside_it_is_no_group(stamp: Any) -> None:
    found = table([["Mine accidents", None, None, stamp], HEADINGS, *RECORDS])
    assert (found.headings, found.heading_rows) == (HEADINGS, (2,))


def test_years_over_groups() -> None:
    rows = [[None, 2020, None, 2021, None], ["District", "Killed", "Injured", "Killed", "Injured"],
            *[[place, n, 1, 2, n] for n, place in enumerate(["Agdam", "Fuzuli", "Lachin"])]]  # fmt: skip
    assert table(rows).headings == [
        "District", "2020 - Killed", "2020 - Injured", "2021 - Killed", "2021 - Injured",
    ]  # fmt: skip


def test_years_as_headings_of_a_crosstab() -> None:
    rows = [["District", 2019, 2020.0, "2021"], ["Agdam", 3, 4, 1], ["Fuzuli", 0, 1, 2], ["Lachin", 5, 0, 7]]
    found = table(rows)
    assert found.headings == ["District", "2019", "2020", "2021"]
    assert len(found.rows) == 3


@pytest.mark.parametrize("missing", ["-", "n/a", "TK", "unknown", "ukjent", "нет данных"])
def test_a_first_record_without_figures_is_no_heading(missing: str) -> None:
    first = ["n/a", "Agdam", missing, missing]
    found = table([HEADINGS, first, *RECORDS])
    assert (found.heading_rows, records_of(found)[0]) == ((1,), first)


def test_a_first_record_of_words_in_a_table_of_words() -> None:
    rows = [["Outcome", "Status", "Place"], ["killed", "civilian", "Agdam"], ["injured", "police", "Fuzuli"],
            ["killed", "civilian", "Fuzuli"], ["injured", "civilian", "Agdam"]]  # fmt: skip
    found = table(rows)
    assert (found.headings, len(found.rows)) == (rows[0], 4)


def test_only_headings() -> None:
    found = table([["Mine accidents"], HEADINGS])
    assert (found.headings, found.rows, found.columns) == (HEADINGS, [], [[], [], [], []])


NO_TABLE: dict[str, list[list[Any]]] = {
    "nothing": [],
    "blank rows": [[None, None]] * 5,
    "figures without headings": [[1, 2, 3], [4, 5, 6], [7, 8, 9]],
    "prose": [["Scope: everyone who was killed or injured by a mine since 10 November 2020, as published."],
              ["Confidence: high where the figure stands in a document of the authority itself."]],
    "one word": [["Draft"]],
}  # fmt: skip


@pytest.mark.parametrize("rows", NO_TABLE.values(), ids=NO_TABLE)
def test_no_table(rows: list[list[Any]]) -> None:
    assert tables(sheet(rows)) == []


def test_one_column() -> None:
    found = table([["Killed"], [1], [0], [2]])
    assert (found.headings, found.columns) == (["Killed"], [[1, 0, 2]])


TAGS = ["#date+occurred", "#adm2+name", "#affected+killed", "#affected+injured"]


@pytest.mark.parametrize(
    "tags", [TAGS, ["# Date + occurred ", "#adm2 +name", "# affected+killed", "#AFFECTED +injured"]]
)
def test_a_hashtag_row(tags: list[str]) -> None:
    found = table([["Mines"], HEADINGS, tags, *RECORDS])
    assert (found.heading_rows, found.hxl_row, found.tags) == ((2,), 3, TAGS)
    assert records_of(found) == RECORDS


def test_a_hashtag_row_with_gaps_and_one_without_headings() -> None:
    gaps = [None, *TAGS[1:]]
    assert table([HEADINGS, gaps, *RECORDS]).tags == ["", *TAGS[1:]]
    bare = table([TAGS, *RECORDS])
    assert (bare.headings, bare.tags, bare.hxl_row, len(bare.rows)) == (TAGS, TAGS, 1, 5)


@pytest.mark.parametrize(
    "headings", [["#", "District", "# killed", "# injured"], ["# no", "#x", "# killed", "#wounded"]]
)
def test_headings_that_begin_with_the_sign_are_headings(headings: list[str]) -> None:
    found = table([headings, *many(9)])
    assert (found.headings, found.hxl_row, found.tags) == (headings, None, [])
