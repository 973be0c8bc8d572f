"""A record keeps its id when its row moves, when columns are reordered and when the file is saved in another format."""

from data.intake import take_in
from tests.data.intake import variants
from tests.data.intake.tables import taken
from tests.data.intake.variants import ACCIDENTS, rows_of

ROWS = ["2021-01-02 | A | 1 | 0 | first", "2021-01-05 | B | 0 | 2 | second", "2021-01-05 | C | 0 | 2 | third"]
HEADINGS = "Date | Place | Killed | Injured | Note"


def ids(text: str) -> list[str]:
    return taken(text).records["record_id"].tolist()


def test_an_id_follows_its_row() -> None:
    there, back = ids("\n".join([HEADINGS, *ROWS])), ids("\n".join([HEADINGS, *ROWS[::-1]]))
    assert there == back[::-1]
    assert all(len(each) == 16 and int(each, 16) >= 0 for each in there)


def test_ids_stay_what_they_are_from_release_to_release() -> None:
    assert ids("\n".join([HEADINGS, *ROWS])) == ["a2739982d518987e", "821b2f3205787ef2", "de8a0178e9425ad8"]


def test_equal_rows_are_told_apart_by_their_number() -> None:
    twice = taken("\n".join([HEADINGS, ROWS[0], ROWS[1], ROWS[0], ROWS[0]]))
    assert twice.records["record_id"].is_unique
    assert ids("\n".join([HEADINGS, *ROWS]))[0] == twice.records["record_id"].iloc[0]
    assert [(p.row, p.params["first_row"]) for p in twice.problems if p.kind == "same_row_twice"] == [
        (4, "2"),
        (5, "2"),
    ]


def test_swapped_cells_are_another_row() -> None:
    text = f"{HEADINGS} | One | Two\n{ROWS[0]} | 1 | 2\n{ROWS[0]} | 2 | 1"
    assert not [p for p in taken(text).problems if p.kind == "same_row_twice"]


def test_ids_do_not_see_format_or_order_of_columns() -> None:
    rows = rows_of(ACCIDENTS)
    expected = set(take_in(variants.as_is(ACCIDENTS), ACCIDENTS).records["record_id"])
    for content, name in [
        (variants.comma(rows), "a.csv"), (variants.ods(rows), "a.ods"),
        (variants.xlsx(variants.reordered(rows)), "a.xlsx")
    ]:  # fmt: skip
        assert set(take_in(content, name).records["record_id"]) == expected, name


def test_the_file_s_own_incident_id_groups_its_rows() -> None:
    text = "Incident ID | Date | Outcome\nX1 | 2021-01-02 | killed\nX1 | 2021-01-02 | injured\n | 2021-02-03 | injured"
    records = taken(text).records
    assert records["incident_id"].tolist() == ["X1", "X1", records["record_id"].iloc[2]]
