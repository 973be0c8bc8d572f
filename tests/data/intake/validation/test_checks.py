"""Each check names what contradicts what, at its row and column, and stays silent on sound tables."""

from datetime import date

import pytest

from tests.data.intake.tables import kinds, taken

TODAY = date(2022, 1, 1)
ACCIDENTS = "Date | Place | Total | Killed | Injured | Civilians killed | Military killed"
SOUND = [
    "2021-01-02 | A | 3 | 1 | 2 | 1 | 0",
    "2021-02-02 | B | 2 | 0 | 2 | 0 | 0",
    "2021-03-02 | C | 1 | 1 | 0 | 0 | 1",
]
STATEMENTS = "As of | Since | Total | Killed | Injured | Scope | Counted by"
TRUE = ["2021-01-02 | 2020-11-10 | 3 | 1 | 2 | all | X", "2021-02-02 | 2020-11-10 | 5 | 2 | 3 | all | X"]
PERIODS = "Period from | Period to | Killed | Injured"


@pytest.mark.parametrize(
    ("kind", "row", "column", "headings", "rows", "odd"),
    [
        ("total_not_parts", 5, "C", ACCIDENTS, SOUND, "2021-04-02 | D | 9 | 1 | 2 | 1 | 0"),
        ("parts_above_total", 5, "C", ACCIDENTS, SOUND, "2021-04-02 | D | 1 | 2 | | 2 | 0"),
        ("parts_above_whole", 5, "D", ACCIDENTS, SOUND, "2021-04-02 | D | 3 | 1 | 2 | 1 | 1"),
        ("parts_below_whole", 5, "D", ACCIDENTS, SOUND, "2021-04-02 | D | 5 | 3 | 2 | 1 | 1"),
        ("computable_blank", 5, "D", ACCIDENTS, SOUND, "2021-04-02 | D | 6 | | 6 | | "),
        ("no_usable_figure", 5, None, ACCIDENTS, SOUND, "2021-04-02 | D | | | | | "),
        ("date_in_future", 5, "A", ACCIDENTS, SOUND, "2022-01-02 | D | 3 | 1 | 2 | 1 | 0"),
        ("same_row_twice", 5, None, ACCIDENTS, SOUND, SOUND[0]),
        ("running_total_falls", 4, "D", STATEMENTS, TRUE, "2021-03-02 | 2020-11-10 | 7 | 1 | 6 | all | X"),
        ("running_total_below_other", 4, "E", STATEMENTS, TRUE, "2021-03-02 | 2020-11-10 | 5 | 3 | 2 | all | Y"),
        ("statements_disagree", 4, "C", STATEMENTS, TRUE, "2021-02-02 | 2020-11-10 | 6 | | | all | X"),
        ("counters_disagree", 4, "C", STATEMENTS, TRUE, "2021-02-02 | 2020-11-10 | 6 | | | all | Y"),
        ("other_scope", 4, "F", STATEMENTS, TRUE, "2021-02-03 | 2020-11-10 | 1 | | | civilians only | X"),
        ("date_before_scope", 4, "A", STATEMENTS, TRUE, "2020-10-02 | 2020-11-10 | 1 | | | all | X"),
        ("period_overlaps", 4, "A", PERIODS, ["2021-01-01 | 2021-01-31 | 1 | 2", "2021-02-01 | 2021-02-28 | 1 | 2"],
         "2021-02-28 | 2021-03-31 | 1 | 2"),
        ("period_hole", 4, "A", PERIODS, ["2021-01-01 | 2021-01-31 | 1 | 2", "2021-02-01 | 2021-02-28 | 1 | 2"],
         "2021-03-03 | 2021-03-31 | 1 | 2"),
        ("word_not_understood", 5, "H", f"{ACCIDENTS} | Device", [f"{row} | mine" for row in SOUND],
         "2021-04-02 | D | 3 | 1 | 2 | 1 | 0 | qwertz"),
    ],
)  # fmt: skip
def test_a_finding_has_its_address(
    kind: str, row: int, column: str | None, headings: str, rows: list[str], odd: str
) -> None:
    assert kinds(taken("\n".join([headings, *rows]), today=TODAY)) == []
    found = [p for p in taken("\n".join([headings, *rows, odd]), today=TODAY).problems if p.kind == kind]
    assert [(problem.row, problem.column) for problem in found] == [(row, column)]


def test_a_totals_row_is_a_check() -> None:
    rows = "\n".join(
        [
            "Date | Place | Killed | Injured",
            "2021-01-02 | A | 1 | 2",
            "2021-01-05 | B | 2 | 0",
            "2021-02-05 | C | 4 | 1",
        ]
    )
    agreeing = taken(f"{rows}\nTotal | | 7 | 3")
    assert kinds(agreeing) == [("totals_row_agrees", 5)] * 2
    wrong = taken(f"{rows}\nTotal | | 9 | 3")
    assert sorted(kinds(wrong)) == [("totals_row_agrees", 5), ("totals_row_disagrees", 5)]
    told = next(problem for problem in wrong.problems if problem.kind == "totals_row_disagrees")
    assert (told.column, told.value, told.suggestion) == ("C", "9", "7")


def test_a_figure_far_above_all_others_is_told() -> None:
    rows = [f"2021-01-{day:02} | place {day} | {day % 3} | {day % 5}" for day in range(1, 26)]
    intake = taken("\n".join(["Date | Place | Killed | Injured", *rows, "2021-02-03 | B | 220 | 1"]))
    assert [(p.kind, p.row, p.value) for p in intake.problems] == [("outlier", 27, "220")]


def test_other_starts_and_scopes_are_other_series() -> None:
    rows = [
        *TRUE,
        "2021-03-02 | 2021-01-01 | 1 | 1 | 0 | all | X",
        "2021-03-03 | 2020-11-10 | 1 | 1 | 0 | civilians | X",
    ]
    assert {kind for kind, _ in kinds(taken("\n".join([STATEMENTS, *rows])))} == {"other_scope"}


def test_periods_of_countries_are_not_compared() -> None:
    rows = [f"{name} | {year} | {year - 2000} | 3" for name in "ABC" for year in range(2015, 2020)]
    twice = [row for row in rows if row[0] != "C"]
    for some, overlaps in ((rows, False), (twice, True)):
        found = kinds(taken("\n".join(["Country | Year | Killed | Injured", *some]), today=TODAY))
        assert ("period_overlaps" in [kind for kind, _ in found]) is overlaps


def test_an_unfinished_month_is_not_before_its_last_day() -> None:
    rows = [*TRUE, "2021-02 | 2020-11-10 | 4 | 1 | 3 | all | X"]
    assert kinds(taken("\n".join([STATEMENTS, *rows]))) == []


def test_many_findings_of_a_kind_are_cut_short() -> None:
    rows = ["2021-01-02 | A | 1 | 2"] * 1200
    problems = taken("\n".join(["Date | Place | Killed | Injured", *rows])).problems
    assert len(problems) == 1001
    assert (problems[-1].kind, problems[-1].value, problems[-1].params["count"]) == (
        "more_of_this_kind",
        "same_row_twice",
        199,
    )


PERCENT = [
    "2021-01 | 10 | 5 | 5 | {}",
    "2021-02 | 8 | 2 | 6 | {}",
    "2021-03 | 9 | 3 | 6 | {}",
    "2021-04 | 6 | 1 | 5 | {}",
]


@pytest.mark.parametrize("heading", ["% killed", "Killed (%)", "Share of killed", "Percent"])
@pytest.mark.parametrize(
    "said",
    [("50", "25", "33", "71"), ("50%", "25%", "33.3%", "71 %"), ("0.5", "0.25", "0.3333", "0.71"),
     ("50,0", "25,0", "33,3", "71,0"), ("31", "12", "22", "8"), ("45.5", "18.2", "27.3", "19.1")],
)  # fmt: skip
def test_a_percentage_that_is_none(heading: str, said: tuple[str, ...]) -> None:
    """Of the row's casualties, or of all killed: of 11 in the shares that come to 100."""
    rows = "\n".join(row.format(share) for row, share in zip(PERCENT, said, strict=True))
    found = taken(f"Month | Total | Killed | Injured | {heading}\n{rows}").problems
    expected = [] if said[0] == "31" else [("percentage_disagrees", 5, "E")]
    assert [(p.kind, p.row, p.column) for p in found if p.kind == "percentage_disagrees"] == expected


def test_percentages_that_agree_or_are_of_something_else_are_no_findings() -> None:
    for said in (("50", "25", "33", "17"), ("3", "9", "27", "81"), ("", "", "", "90")):
        rows = "\n".join(row.format(share) for row, share in zip(PERCENT, said, strict=True))
        assert kinds(taken(f"Month | Total | Killed | Injured | % killed\n{rows}")) == []
