"""The marks of entry templates: a sheet that says that it is no data, an example row, and nothing else."""

import pytest

from data.intake.table.marks import EXAMPLE, NO_DATA
from tests.data.intake.table.sheets import HEADINGS, RECORDS, excluded_of, records_of, sheet, table, tables


@pytest.mark.parametrize("mark", sorted(EXAMPLE))
@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize("place", [0, 3, len(RECORDS)])
def test_an_example_row_is_no_record_wherever_it_stands(mark: str, column: int, place: int) -> None:
    example = ["", "Agdam", 9, 9]
    example[column] = mark
    found = table([HEADINGS, *RECORDS[:place], example, *RECORDS[place:]])
    assert records_of(found) == RECORDS
    assert excluded_of(found) == [(place + 2, "example")]


def test_a_cell_that_only_speaks_of_an_example_is_data() -> None:
    rows = [[*record, note] for record, note in zip(RECORDS, ["Example: a tractor", "Example", *"abc"], strict=True)]
    found = table([[*HEADINGS, "Note"], *rows])
    assert (records_of(found), excluded_of(found)) == (rows, [])


@pytest.mark.parametrize("mark", sorted(NO_DATA))
def test_a_sheet_that_says_so_is_not_read(mark: str) -> None:
    marked = sheet([[mark], HEADINGS, *RECORDS, *RECORDS], name="Values")
    assert [found.sheet for found in tables(marked, sheet([HEADINGS, *RECORDS]))] == ["Data"]
    assert tables(marked) == []
