"""Personal data ends in the intake: by heading in every language, by content where a heading says nothing."""

import pytest

from data.intake.report import report
from tests.data.intake.tables import taken

# Letters put together for the test: they name nobody.
NAMES = ["Aaab Bbbc", "Cccd Ddde", "Eeef Fffg", "Gggh Hhhi", "Iiij Jjjk", "Kkkl Lllm"]
PATRONYMICS = [f"Aaab Bbb{letter} Cccd oğlu" for letter in "abcdef"]
PHONES = [f"+47 900 00 0{number}{number}" for number in range(6)]
EMAILS = [f"aaa{number}@example.org" for number in range(6)]
CARDS = [f"AZE0000000{number}" for number in range(6)]


def table(heading: str, values: list[str]) -> str:
    rows = [f"2021-0{n}-02 | {'killed' if n % 2 else 'injured'} | {value}" for n, value in enumerate(values, start=1)]
    return "\n".join([f"Date | Outcome | {heading}", *rows])


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Name of victim", NAMES),
        ("Navn på offeret", NAMES),
        ("Soyadı, adı", NAMES),
        ("ФИО", NAMES),
        ("Nombre de la víctima", NAMES),
        ("Date of birth", ["1990-01-02"] * 6),
        ("Telefon", ["90000000"] * 6),
        ("Hjemmeadresse", ["A 1"] * 6),
        ("National ID", ["0000"] * 6),
        # a heading that says nothing
        ("X1", NAMES),
        ("X1", PATRONYMICS),
        ("X1", PHONES),
        ("X1", EMAILS),
        ("X1", CARDS),
        # a heading that says something else
        ("Remarks", EMAILS),
        ("Place", PHONES),
    ],
)
def test_a_personal_column_is_dropped_and_leaves_nothing(heading: str, values: list[str]) -> None:
    intake = taken(table(heading, values))
    assert [(dropped.heading, dropped.column) for dropped in intake.dropped_personal] == [(heading, "C")]
    everything = (
        intake.records.to_csv() + intake.raw.to_csv() + intake.counts.to_csv() + str(report(intake)["problems"])
    )
    assert not [value for value in values if value in everything and len(value) > 4]
    assert heading not in intake.raw.columns


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        (
            "Place",
            ["Bash Garvand", "Bala Jafarli", "Ashaghi Veysalli", "Gushchu Ayrim", "Teymur Muskanli", "Jojug Marjanli"],
        ),
        ("Reported in", ["Some Paper", "Other Paper", "Third Paper", "Fourth Paper", "Fifth Paper", "Sixth Paper"]),
        ("Note", ["a note", "other note", "third note", "fourth note", "fifth note", "sixth note"]),
        ("Conflict name", ["Side of a - Side of b"] * 6),
        ("Accident number", ["2021S00001", "2021S00002", "2021S00003", "2021S00004", "2021S00005", "2021S00006"]),
        ("Code", ["4585420.58", "4585421.58", "4585422.58", "4585423.58", "4585424.58", "4585425.58"]),
    ],
)
def test_what_is_not_personal_stays(heading: str, values: list[str]) -> None:
    intake = taken(table(heading, values))
    assert intake.dropped_personal == []
    assert intake.raw[heading].tolist() == values


def test_raw_keeps_every_other_cell_with_its_address() -> None:
    intake = taken(
        "A title | | |\nDate | Killed | Note | Name\n02.01.2021 | 1 | told | Aaab Bbbc\n23.01.2021 | 2 | | Cccd Ddde"
    )
    assert intake.raw.to_dict("list") == {
        "sheet": ["csv", "csv"], "row": [3, 4], "Date": ["02.01.2021", "23.01.2021"], "Killed": ["1", "2"],
        "Note": ["told", ""],
    }  # fmt: skip
