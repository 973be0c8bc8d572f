"""Abbreviated headings, words run together, words for homicide, and columns about whoever did it."""

import pytest

from data.intake.cells.category_text import read_word
from data.intake.cells.counts import read_counts
from data.intake.mapping.headings import roles
from data.intake.report import report
from tests.data.intake.tables import taken


@pytest.mark.parametrize(
    ("heading", "field", "bound"),
    [
        ("nkill", "killed", None), ("nwound", "injured", None), ("BdBest", "killed", "best"),
        ("BdLow", "killed", "min"), ("bdeadhig", "killed", "max"), ("fatalmin", "killed", "min"),
        ("maxkilled", "killed", "max"), ("Battle-related deaths", "killed", None), ("Homicidios", "killed", None),
        ("Latrocínios", "killed", None), ("Murders", "killed", None), ("Attempted murders", "incidents", None),
        ("Tentativas de homicidio", "incidents", None), ("total_displacement", "displaced", None),
        ("Total_Calls", "objects", None), ("accident_count", "incidents", None), ("Injury extent", "outcome", None),
        ("fall_les", "outcome", None), ("reference_period_end", "date_to", None), ("iday", "day", None),
        ("Date found dead", "date", None), ("adminmax", None, None),
    ],
)  # fmt: skip
def test_headings(heading: str, field: str | None, bound: str | None) -> None:
    first = next(iter(roles(heading)), None)
    assert (first.field if first else None) == field
    assert first is None or first.qualifiers.get("bound") == bound


@pytest.mark.parametrize(
    "heading", ["nkillus", "nwoundte", "age_of_shooter", "Sex of driver", "Gjerningspersonens alder"]
)
def test_headings_that_must_give_nothing(heading: str) -> None:
    assert roles(heading) == []


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("Homicidio doloso", "killed"), ("Feminicídio", "killed"), ("Roubo com resultado morte", "killed"),
        ("Lesão corporal seguida de morte", "killed"), ("Murder", "killed"), ("Found dead", "killed"),
        ("Attempted murder", "unknown"), ("Tentativa de homicídio", "unknown"), ("Treated at hospital", "injured"),
        ("Раненый, находящийся на лечении", "injured"),
    ],
)  # fmt: skip
def test_outcomes(word: str, meaning: str) -> None:
    assert read_word("outcome", word) == meaning


def test_parts_of_a_date_may_be_nought_and_the_groups_within_a_count_are_not_added() -> None:
    found = report(taken(
        "iyear | imonth | iday | nkill | nkillter | nwound\n1999 | 7 | 2 | 3 | 1 | 4\n1999 | 0 | 0 | 2 | 2 | 0\n"
        "1999 | 7 | 0 | 1 | 0 | 5"
    ))  # fmt: skip
    assert (found["killed"], found["injured"], found["questions"]) == (6, 9, [])
    assert (found["first_date"], found["undated"]) == ("1999-01-01", 0)


def test_whether_the_shooter_died_is_no_count_of_the_dead() -> None:
    found = report(
        taken("Date | Injured | shooter_deceased1\n2021-01-02 | 3 | 1\n2021-02-05 | 0 | 0\n2021-02-07 | 4 | 1")
    )
    assert (found["killed"], found["injured"]) == (None, 7)


def test_a_running_total_is_no_rival_of_what_is_new() -> None:
    rows = "2021-01-02 | 3 | 5\n2021-01-03 | 1 | 9\n2021-01-05 | 4 | 12"
    found = report(taken(f"Date | Killed | Killed aid seekers cum.\n{rows}"))
    assert (found["killed"], found["questions"]) == (8, [])


def test_fewer_than_five_in_hebrew_is_a_range() -> None:
    read = read_counts(["קטן מ-5", 7])
    assert (read.n_min[0], read.n_max[0], list(read.problems)) == (0, 4, [])
