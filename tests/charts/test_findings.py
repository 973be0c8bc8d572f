"""The sentences that say whether something is real: right numbers, the method named, guarded, nothing causal."""

import re
from datetime import date

import pytest

from charts.findings import Side, finding_break, finding_change, finding_share, finding_trend
from charts.sentences import is_span
from texts.words import LANGUAGES, Words, messages

EN, NB = Words("en"), Words("nb")
YEARS = [date(2015 + year, 1, 1) for year in range(10)]
MONTHS = [date(2020 + month // 12, month % 12 + 1, 1) for month in range(48)]
FALLING = [30, 28, 31, 25, 22, 20, 21, 15, 14, 12]
STEP = [9, 11, 10, 10, 12, 3, 2, 4, 3, 1]


def test_no_clear_change() -> None:
    sides = Side("2023", 58, 365), Side("2024", 41, 366)
    assert finding_change(*sides, "accidents", EN) == (
        "No clear change: 41 accidents in 2024, 58 in 2023; a difference this large arises by chance in about 1 of 9"
        " such pairs (exact Poisson test of two counts)."
    )
    assert finding_change(*sides, "accidents", NB) == (
        "Ingen klar endring: 41 ulykker i 2024, 58 i 2023; en så stor forskjell oppstår tilfeldig i omtrent 1 av 9"
        " slike par (eksakt Poisson-test av to antall)."
    )


def test_a_clear_change_says_how_large_it_may_be() -> None:
    said = finding_change(Side("2023", 98, 365), Side("2024", 41, 366), "killed", EN)
    assert said.startswith("A clear change: 41 killed in 2024, 98 in 2023; ")
    assert "in fewer than 1 of 1,000 such pairs" in said
    # 41/98 = 0.418; Clopper and Pearson for 41 of 139 (0.2208, 0.3782), as odds 0.283 and 0.608.
    assert said.endswith("That is 58% fewer (95% interval: 39% to 72%).")
    assert "That is 139% more" in finding_change(Side("a", 41, 365), Side("b", 98, 365), "killed", EN)


def test_people_are_tested_more_carefully_than_accidents() -> None:
    sides = Side("2023", 60, 365), Side("2024", 38, 365)
    assert finding_change(*sides, "accidents", EN).startswith("A clear change")
    said = finding_change(*sides, "casualties", EN, clustering=2.5)
    assert said.startswith("No clear change: 38 killed and injured in 2024, 60 in 2023")
    assert "widened by a factor of 2.5" in said


def test_no_percentage_on_a_small_base() -> None:
    said = finding_change(Side("2023", 2, 365), Side("2024", 14, 365), "accidents", EN)
    assert said.startswith("A clear change: 14 accidents in 2024, 2 in 2023")
    assert "%" not in said


def test_only_the_name_of_a_month_or_a_year_follows_an_in() -> None:
    spans = [(date(2024, 1, 1), date(2024, 12, 31)), (date(2024, 2, 1), date(2024, 2, 29)),
             (date(2025, 2, 1), date(2026, 1, 31)), (date(2024, 1, 1), date(2024, 10, 31))]  # fmt: skip
    assert [is_span(*span) for span in spans] == [False, False, True, True]
    sides = (Side("January to October 2023", 58, 304, span=True), Side("January to October 2024", 41, 305, span=True))
    assert finding_change(*sides, "accidents", EN).startswith(
        "No clear change: 41 accidents (January to October 2024), 58 (January to October 2023);"
    )


def test_minimums_and_unequal_lengths_are_said() -> None:
    said = finding_change(Side("2023", 98, 365, True), Side("May to June 2024", 4, 61, span=True), "injured", EN)
    assert said.startswith("A clear change: 4 injured (May to June 2024), at least 98 in 2023")
    assert "not equally long (61 and 365 days)" in said
    assert said.endswith("the true difference may be another.")
    assert "% fewer" not in said


@pytest.mark.parametrize(
    ("earlier", "later", "begins"),
    [
        (0, 0, "Nothing to compare: 0 accidents in 2024, 0 in 2023."),
        (2, 1, "Too few to show a change: 1 accident in 2024, 2 in 2023."),
        (5, 0, "Too few to show a change: 0 accidents in 2024, 5 in 2023."),
        (6, 0, "A clear change: 0 accidents in 2024, 6 in 2023;"),
        (9, 9, "No change: 9 accidents in 2024, 9 in 2023 ("),
        (
            10,
            9,
            "No clear change: 9 accidents in 2024, 10 in 2023; a difference this large arises by chance more often",
        ),
    ],
)
def test_few_and_equal_counts(earlier: int, later: int, begins: str) -> None:
    assert finding_change(Side("2023", earlier, 365), Side("2024", later, 365), "accidents", EN).startswith(begins)


def test_a_share() -> None:
    said = finding_share(70, 382, EN, unknown=3)
    # Wilson: (0.1478, 0.2252)
    assert said.startswith("Of 382 with a known outcome, 70 were killed: 18% (95% interval: 15% to 23%, Wilson")
    assert said.endswith("3 with unknown outcome are left out.")
    assert "minimums" in finding_share(70, 382, EN, at_least=True)
    assert finding_share(3, 7, EN) == (
        "3 of 7 with a known outcome were killed: too few for a percentage, which takes at least 10."
    )
    assert finding_share(1, 1, EN).startswith("1 of 1 with a known outcome was killed")
    assert "%" not in finding_share(0, 0, EN)


def test_a_trend() -> None:
    said = finding_trend(FALLING, YEARS, "year", "accidents", EN)
    assert said == (
        "A clear fall in the number of accidents from 2015 to 2024; an order this clear arises by chance in fewer than"
        " 1 of 1,000 such rows (Mann–Kendall test of the order of 10 finished years). Middle estimate: 2 fewer each"
        " year (Sen’s slope)."
    )
    assert finding_trend(FALLING[::-1], YEARS, "year", "killed", EN).startswith(
        "A clear rise in the number of people killed"
    )
    assert "one high year and no more" in finding_trend(FALLING, YEARS, "year", "killed", EN)
    assert finding_trend(FALLING[:5], YEARS[:5], "year", "killed", EN) == (
        "No trend is claimed from 5 finished years: it takes at least 6."
    )
    assert finding_trend([1, *[0] * 9], YEARS, "year", "killed", EN) == (
        "No trend is claimed from 1 accident in finished periods: it takes at least 10."
    )
    assert "same month of other years" in finding_trend([5, 3, 4] * 16, MONTHS, "month", "accidents", EN)


def test_a_break() -> None:
    said = finding_break(STEP, YEARS, "year", "accidents", EN)
    assert said.startswith(
        "A clear break in the number of accidents between 2019 and 2020: on average 10 per year before, 2.6 after; a"
        " step this large arises by chance in about 1 of"
    )
    assert said.endswith("A gradual change can look like a break.")
    assert finding_break(FALLING[:7], YEARS[:7], "year", "killed", EN) == (
        "No break is claimed from 7 finished years: it takes at least 8."
    )
    assert finding_break([4] * 10, YEARS, "year", "killed", EN, accidents=12) == (
        "No break is claimed from 12 accidents in finished periods: it takes at least 20."
    )
    assert finding_break([4] * 10, YEARS, "year", "killed", EN).startswith("No clear break in the number of people")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_says_why_something_happened(language: str) -> None:
    causal = {"en": r"\b(because of|due to|caused?|led to|thanks to|effect)\b",
              "nb": r"\b(på grunn av|skyldes|førte til|takket være|forårsak\w+|effekt\w*)\b"}[language]  # fmt: skip
    told = {key: str(text) for key, text in messages(language).items() if key.startswith(("findings.", "rates."))}
    assert len(told) > 60
    assert not [key for key, text in told.items() if re.search(causal, text, re.IGNORECASE)]
