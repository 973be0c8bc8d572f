"""Counts add up to exactly what their row says: parts, remainders, ranges, and what is not split or not recorded."""

# ruff: noqa: E501 - a table in a test reads best on one line

import pytest

from tests.data.intake.tables import sums, taken

HEADINGS = "Date | Place | Total | Killed | Injured | Civilians killed | Military killed | Civilians injured | Military injured | Victim status"
ORDINARY = "2021-01-02 | A | 3 | 1 | 2 | 1 | 0 | 2 | 0 | civilian"


@pytest.mark.parametrize(
    ("cells", "bases", "expected"),
    [
        # whole and split
        ("8 | 1 | 7 | | 1 | 4 | 3 |", ("stated", "stated"),
         {("killed", "military_security"): 1, ("injured", "civilian"): 4, ("injured", "military_security"): 3}),
        # a split of some: the rest is not stated
        ("9 | 2 | 7 | 1 | | 4 | |", ("stated", "stated"),
         {("killed", "civilian"): 1, ("killed", "not_stated"): 1, ("injured", "civilian"): 4, ("injured", "not_stated"): 3}),
        # the status of the row holds where nothing is split
        ("3 | 1 | 2 | | | | | soldiers", ("stated", "stated"),
         {("killed", "military_security"): 1, ("injured", "military_security"): 2}),
        # ... and not for the rest of a row that is split
        ("3 | 1 | 2 | | | 1 | | civilian", ("stated", "stated"),
         {("killed", "not_stated"): 1, ("injured", "civilian"): 1, ("injured", "not_stated"): 1}),
        # mixed words say nothing of one person
        ("3 | 1 | 2 | | | | | civilian and military", ("stated", "stated"),
         {("killed", "not_stated"): 1, ("injured", "not_stated"): 2}),
        # all parts, no whole
        (" | | | 2 | 1 | 0 | 4 |", ("parts", "parts"),
         {("killed", "civilian"): 2, ("killed", "military_security"): 1, ("injured", "military_security"): 4}),
        # some parts, no whole: a minimum
        (" | | | 2 | | 3 | |", ("partial", "partial"), {("killed", "civilian"): 2, ("injured", "civilian"): 3}),
        # nothing at all
        (" | | | | | | | ", ("not_recorded", "not_recorded"), {}),
        # nobody, said
        ("0 | 0 | 0 | | | | | ", ("stated", "stated"), {}),
        # only a total
        ("5 | | | | | | | ", ("not_recorded", "not_recorded"), {("not_split", "not_stated"): 5}),
        # total and killed
        ("268 | 45 | | 35 | | | | ", ("stated", "not_recorded"),
         {("killed", "civilian"): 35, ("killed", "not_stated"): 10, ("not_split", "not_stated"): 223}),
        # a blank that could be computed is not filled
        ("6 | | 6 | | | | | ", ("not_recorded", "stated"), {("injured", "not_stated"): 6}),
        # a total that contradicts its parts makes no people
        ("365 | 65 | 291 | | | | | ", ("stated", "stated"), {("killed", "not_stated"): 65, ("injured", "not_stated"): 291}),
        # parts above their whole: the whole governs
        ("3 | 1 | 2 | 2 | 1 | | | ", ("stated", "stated"), {("killed", "not_stated"): 1, ("injured", "not_stated"): 2}),
    ],
)  # fmt: skip
def test_a_row_and_its_counts(cells: str, bases: tuple[str, str], expected: dict[tuple[str, str], float]) -> None:
    intake = taken("\n".join([HEADINGS, ORDINARY, f"2021-02-03 | B | {cells}", ORDINARY, ORDINARY]))
    assert tuple(intake.records.loc[1, ["killed_basis", "injured_basis"]]) == bases
    counts = intake.counts[intake.counts["record"] == 1]
    assert {(count.outcome, count.status): count.n for count in counts.itertuples()} == expected


def test_a_range_of_the_whole_is_not_split_among_the_parts() -> None:
    text = "Date | Place | Killed | Civilians killed | Military killed\n2021-01-02 | A | 2-4 | 1 | 1\n2021-01-05 | B | 3 | 1 | 2"
    first = taken(text).counts.query("record == 0")
    assert first[["status", "n", "n_min", "n_max"]].values.tolist() == [["not_stated", 2, 2, 4]]


def test_a_range_that_may_be_nobody_keeps_its_upper_bound() -> None:
    intake = taken("Date | Place | Killed\n2021-01-02 | A | 0-2\n2021-01-05 | B | 3")
    assert intake.counts[["n", "n_min", "n_max"]].iloc[0].tolist() == [0, 0, 2]


@pytest.mark.parametrize(
    ("outcome", "bases", "expected"),
    [
        ("killed", ("stated", "stated"), ["killed"]),
        ("wounded", ("stated", "stated"), ["injured"]),
        ("", ("not_recorded", "not_recorded"), ["unknown"]),
        ("unknown", ("not_recorded", "not_recorded"), ["unknown"]),
    ],
)
def test_a_person_is_one_count(outcome: str, bases: tuple[str, str], expected: list[str]) -> None:
    text = f"Date | Outcome | Sex | Age | Victim status\n2021-01-02 | {outcome} | female | 17 | civilian"
    intake = taken(text + "\n2021-01-03 | killed | male | 30 | soldier\n2021-01-04 | injured | male | -1 | civilian")
    assert tuple(intake.records.loc[0, ["killed_basis", "injured_basis"]]) == bases
    counts = intake.counts[intake.counts["record"] == 0]
    assert counts["outcome"].tolist() == expected
    assert counts[["status", "sex", "age_group"]].iloc[0].tolist() == ["civilian", "female", "child"]
    assert intake.counts["age_group"].iloc[-1] == "not_stated"


def test_people_who_are_no_casualties_are_kept_uncounted_and_said() -> None:
    intake = taken(
        "Fecha | Estado\n02.01.2021 | Muerto\n13.01.2021 | Ileso\n14.01.2021 | Herido\n15.01.2021 | Desaparecido\n"
        "16.01.2021 | Ileso"
    )
    assert sums(intake) == {"killed": 1, "injured": 1}
    assert len(intake.records) == 5
    assert set(intake.records["killed_basis"]) == {"stated"}
    said = [(found.value, found.row, found.params) for found in intake.problems if found.kind == "not_a_casualty"]
    assert said == [("Ileso", 3, {"count": 2}), ("Desaparecido", 5, {"count": 1})]


def test_a_person_may_say_that_a_word_is_no_casualty() -> None:
    text = "Date | Outcome\n02.01.2021 | killed\n13.01.2021 | survived\n14.01.2021 | injured"
    assert sums(taken(text)) == {"killed": 1, "injured": 1, "unknown": 1}
    answered = taken(text, answers={"words:outcome": {"survived": "not_counted"}})
    assert sums(answered) == {"killed": 1, "injured": 1}
    assert [found.kind for found in answered.problems] == ["not_a_casualty"]


def test_fractions_are_kept() -> None:
    intake = taken(
        "Date | Place | Killed\n2021-01-02 | A | 0.5\n2021-01-05 | B | 3\n2021-01-05 | C | 1\n2021-01-05 | D | 1"
    )
    assert intake.counts["n"].tolist() == [0.5, 3, 1, 1]
