"""Each kind of finding sentence against what a careful writer would write, in both languages."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from charts.headlines import (
    Part,
    Told,
    against,
    between,
    change,
    counted,
    editions,
    largest,
    nothing,
    peak,
    share,
    sizes,
    statements_changed,
    totals,
)
from charts.headlines.told import in_sentence
from data.selection import Selection
from data.summaries.amounts import NOT_RECORDED, Amount
from texts.words import Words

NB, EN = Words("nb"), Words("en")
FIRST, LAST = date(2020, 11, 10), date(2026, 3, 13)
CHOSEN = Selection.from_query([("from", "2020"), ("status", "civilian"), ("district", "AZ-AGM")])


def told(words: Any, **more: Any) -> Told:
    return Told(words, "ANAMA", **{"start": FIRST, "end": LAST, **more})


def of(killed: float | None, injured: float | None, least: str = "") -> dict[str, Amount]:
    return {"killed": Amount(killed, "k" in least), "injured": Amount(injured, "i" in least)}


TOTALS = [
    (of(70, 312, "ki"), 0,
     "at least 70 people were killed and 312 injured", "minst 70 personer drept og 312 skadet"),
    (of(70, 312), 0, "70 people were killed and 312 injured", "70 personer drept og 312 skadet"),
    (of(1, 1), 0, "1 person was killed and 1 injured", "1 person drept og 1 skadet"),
    (of(1234, 2), 0, "1,234 people were killed and 2 injured", "1\N{NO-BREAK SPACE}234 personer drept og 2 skadet"),
    (of(0, 3), 0, "3 people were injured and no one was killed", "3 personer skadet og ingen drept"),
    (of(0, 0), 0, "no one was killed or injured", "ingen drept eller skadet"),
    (of(70, 312, "k"), 0, "312 people were injured and at least 70 killed", "312 personer skadet og minst 70 drept"),
    (of(70, 312, "i"), 0, "70 people were killed and at least 312 injured", "70 personer drept og minst 312 skadet"),
    ({"casualties": Amount(36.0)}, 0, "36 people were killed or injured", "36 personer drept eller skadet"),
]  # fmt: skip


@pytest.mark.parametrize(("amounts", "other", "english", "norwegian"), TOTALS)
def test_totals(amounts: dict[str, Amount], other: float, english: str, norwegian: str) -> None:
    span = "Between 10 November 2020 and 13 March 2026"
    assert totals(told(EN), amounts, other) == f"{span}, {english}, according to ANAMA."
    span = "Mellom 10. november 2020 og 13. mars 2026"
    assert totals(told(NB), amounts, other) == f"{span} ble {norwegian}, ifølge ANAMA."


def test_what_is_not_recorded_is_not_zero() -> None:
    one = of(3, None)
    assert totals(told(EN), one).endswith(
        "3 people were killed, according to ANAMA; how many were injured is not recorded."
    )
    assert totals(told(NB), one).endswith(
        "ble 3 personer drept, ifølge ANAMA; hvor mange som ble skadet, er ikke oppgitt."
    )
    nobody_known = totals(told(EN), of(0, 2, "k"))
    assert nobody_known.endswith(
        "2 people were injured, according to ANAMA; how many were killed is not fully recorded."
    )
    assert totals(told(EN), of(None, None)) == (
        "Between 10 November 2020 and 13 March 2026, the number of people killed or injured is not recorded, "
        "according to ANAMA."
    )
    assert totals(told(NB), {"killed": NOT_RECORDED}) == (
        "Mellom 10. november 2020 og 13. mars 2026 er antallet drepte ikke oppgitt, ifølge ANAMA."
    )


def test_people_of_unknown_outcome_are_told_and_not_added() -> None:
    assert totals(told(EN), of(2, 1), 1).endswith(
        "2 people were killed and 1 injured, according to ANAMA; of 1 more it is not known whether they were killed "
        "or injured."
    )
    assert totals(told(NB), of(2, 1), 4).endswith("; for 4 til er det ikke kjent om de ble drept eller skadet.")
    assert "4 people were killed or injured" in totals(told(EN), of(None, None), 4)


def test_what_may_still_grow_is_a_minimum() -> None:
    growing = told(EN, growing=True)
    assert "at least 70 people were killed and 312 injured" in totals(growing, of(70, 312))
    assert "no one is recorded as killed or injured" in totals(growing, of(0, 0))
    assert "4 people were killed and no one was injured in one reported accident" in totals(
        growing, of(4, 0), accidents=1
    )
    assert "ble 4 personer drept og ingen skadet i én omtalt ulykke" in totals(
        told(NB, growing=True), of(4, 0), accidents=1
    )


@pytest.mark.parametrize(
    ("start", "end", "precision", "english", "norwegian"),
    [
        (date(2024, 3, 4), date(2024, 3, 4), "day", "On 4 March 2024, ", "Den 4. mars 2024 ble "),
        (date(2024, 1, 1), date(2024, 12, 31), "day", "In 2024, ", "I 2024 ble "),
        (date(2024, 2, 1), date(2024, 2, 29), "day", "In February 2024, ", "I februar 2024 ble "),
        (FIRST, date(2025, 5, 1), "month", "Between 10 November 2020 and May 2025, ",
         "Mellom 10. november 2020 og mai 2025 ble "),
        (None, date(2025, 5, 1), "month", "Up to May 2025, ", "Til og med mai 2025 ble "),
        (FIRST, None, "day", "Since 10 November 2020, ", "Siden 10. november 2020 ble "),
        (None, None, "day", "In all, ", "I alt ble "),
    ],
)  # fmt: skip
def test_the_time_of_which_it_is_told(
    start: date | None, end: date | None, precision: str, english: str, norwegian: str
) -> None:
    of_time = {"start": start, "end": end, "precision": precision}
    assert totals(told(EN, **of_time), of(1, 2)).startswith(english)
    assert totals(told(NB, **of_time), of(1, 2)).startswith(norwegian)


def test_the_selection_stands_in_the_sentence() -> None:
    assert totals(told(EN, selection=CHOSEN), of(1, 2)).endswith("according to ANAMA (selection: civilians; Aghdam).")
    assert totals(told(NB, selection=CHOSEN), of(1, 2)).endswith("ifølge ANAMA (utvalg: sivile; Aghdam).")
    many = Selection.from_query([("district", f"A district with a name of its own {i}") for i in range(5)])
    assert totals(told(EN, selection=many), of(1, 2)).endswith("according to ANAMA (a selection with 5 filters).")


def test_the_largest_part() -> None:
    rows = [Part("Aghdam", Amount(12)), Part("Fuzuli", Amount(6)), Part("not stated", Amount(2), True)]
    said = largest(told(EN), rows, Amount(20, True), "", "casualties")
    assert said == (
        "Between 10 November 2020 and 13 March 2026, most of the people recorded as killed or injured were in Aghdam "
        "(12 of at least 20), according to ANAMA."
    )
    assert largest(told(NB), rows, Amount(20), "", "killed") == (
        "Mellom 10. november 2020 og 13. mars 2026 var de fleste registrerte drepte i Aghdam (12 av 20), ifølge ANAMA."
    )
    less = [Part("civilians", Amount(9)), Part("military", Amount(6)), Part("not stated", Amount(2), True)]
    assert "“civilians” (status) stands for most of the people" in largest(
        told(EN), less, Amount(17), "status", "injured"
    )
    assert "er «civilians» (status) den største gruppen av registrerte skadde (9 av 20)" in largest(
        told(NB), less, Amount(20), "status", "injured"
    )


@pytest.mark.parametrize(
    ("numbers", "whole"),
    [((6, 3), 9), ((5, 5), 10), ((4, 3, 3), 10), ((12,), 12), ((0, 0), 0)],
    ids=["under ten", "a tie", "under five", "one row", "nobody"],
)
def test_no_largest_of_little(numbers: tuple[float, ...], whole: float) -> None:
    rows = [Part(f"row {i}", Amount(n)) for i, n in enumerate(numbers)]
    assert largest(told(EN), rows, Amount(whole), "", "casualties") == ""


def test_no_largest_where_those_not_stated_could_turn_it() -> None:
    rows = [Part("one", Amount(8)), Part("two", Amount(6)), Part("not stated", Amount(3), True)]
    assert largest(told(EN), rows, Amount(17), "", "casualties") == ""


def test_the_peak() -> None:
    months = [("May 2021", Amount(12, True)), ("June 2021", Amount(7))]
    assert peak(told(EN), months, "month", "casualties").endswith(
        ", May 2021 was the month with the most people recorded as killed or injured: at least 12, according to ANAMA."
    )
    assert peak(told(NB), [("2021", Amount(12)), ("2022", Amount(3))], "year", "killed").endswith(
        " var 2021 året med flest registrerte drepte: 12, ifølge ANAMA."
    )
    assert peak(told(EN), [("a", Amount(4)), ("b", Amount(1))], "month", "killed") == ""
    assert peak(told(EN), [("a", Amount(8)), ("b", Amount(8))], "month", "killed") == ""


def test_a_change_is_said_in_absolute_numbers() -> None:
    later, earlier = ("2024", Amount(41)), ("2023", Amount(30))
    assert change(told(EN), later, earlier, "people killed") == (
        "People killed: 41 (2024) against 30 (2023), 11 more, according to ANAMA."
    )
    assert change(told(NB), earlier, later, "drepte") == "Drepte: 30 (2023) mot 41 (2024), 11 færre, ifølge ANAMA."
    assert change(told(NB), later, later, "drepte").endswith("like mange, ifølge ANAMA.")
    least = ("2023", Amount(30, True))
    assert change(told(EN), later, least, "people killed") == (
        "People killed: 41 (2024) against at least 30 (2023), according to ANAMA."
    )
    unknown = ("2023", NOT_RECORDED)
    assert "mot ikke oppgitt (2023), ifølge" in change(told(NB), later, unknown, "drepte")
    assert "more" not in change(told(EN), later, earlier, "people killed", alike=False)


def test_a_share_has_a_percentage_only_on_ten_or_more() -> None:
    assert share(told(EN), 12, 80).endswith(
        ", 12 of the 80 people whose outcome is recorded were killed (15%), according to ANAMA."
    )
    assert "1 of the 12 people whose outcome is recorded was killed (8%)" in share(told(EN), 1, 12)
    assert "ble 12 av de 80 personene med kjent utfall drept (15\N{NO-BREAK SPACE}%), ifølge" in share(told(NB), 12, 80)
    for killed, total in ((0, 9), (3, 9), (9, 9), (1, 1), (0, 1)):
        assert "%" not in share(told(EN), killed, total)
    assert "the only person whose outcome is recorded was injured" in share(told(EN), 0, 1)
    assert "ble ingen av de 9 personene med kjent utfall drept" in share(told(NB), 0, 9)


def test_how_many_accidents() -> None:
    assert counted(told(EN), 1).endswith(": 1 accident, according to ANAMA.")
    assert counted(told(NB, growing=True), 2).endswith(": minst 2 ulykker, ifølge ANAMA.")
    assert counted(told(EN), 3, "line_list").endswith(": 3 people on record, according to ANAMA.")


def test_between_the_fewest_and_the_most() -> None:
    assert between(told(EN), [12, 40, 20], "year", "accidents").endswith(
        ", there were between 12 and 40 recorded accidents per year, according to ANAMA."
    )
    assert "var det mellom 0 og 3 registrerte drepte per måned" in between(told(NB), [0, 3], "month", "killed")
    assert between(told(EN), [2], "year", "accidents") == between(told(EN), [2, 2], "year", "accidents") == ""


def test_sizes_of_accidents() -> None:
    assert sizes(told(EN), 1, None).endswith(
        ", 1 accident was recorded with the number of people killed or injured, according to ANAMA."
    )
    assert sizes(told(NB), 6, Amount(4, True)).endswith(
        "ble 6 ulykker registrert med antallet drepte og skadde, og det høyeste tallet i én ulykke er minst 4, "
        "ifølge ANAMA."
    )


def test_published_against_recorded() -> None:
    assert against(told(EN), "384 killed and injured", "Office", Amount(120, True)) == (
        "Between 10 November 2020 and 13 March 2026: 384 killed and injured published by Office, "
        "and at least 120 recorded one by one by ANAMA."
    )
    assert "do not cover all of that time" in against(told(EN), "384 killed", "Office", NOT_RECORDED)
    assert against(told(NB, selection=CHOSEN), "1 drept", "Office", Amount(1)).endswith(
        ": 1 drept kunngjort av Office og 1 registrert én for én av ANAMA (utvalg: sivile; Aghdam)."
    )


def test_edition_against_edition() -> None:
    assert editions(told(EN), ("4", "5"), "at least 4 killed", "no records") == (
        "Edition 5 has at least 4 killed; edition 4 had no records, according to ANAMA."
    )
    assert editions(told(NB, selection=CHOSEN), ("4", "5"), "4 drepte", "3 drepte").endswith(
        "(utvalg: fra 2020; sivile; Aghdam)."
    )
    assert statements_changed(told(NB), ("4", "5"), "1 er ny") == "Fra utgave 4 til utgave 5: 1 er ny, ifølge ANAMA."


def test_nothing_found_is_not_nobody() -> None:
    assert nothing(replace(told(EN), selection=CHOSEN)) == (
        "No record fits the selection, according to ANAMA (selection: from 2020; civilians; Aghdam)."
    )
    assert nothing(told(NB)) == "Det finnes ingen oppføringer, ifølge ANAMA."


def test_a_counter_stands_in_a_sentence_as_a_name() -> None:
    en = Words("en")
    assert in_sentence("Minetall, from news reports", en) == "Minetall"
    assert in_sentence("Ministry of Health", en) == "the Ministry of Health"
    assert in_sentence("ANAMA, UNMAS and others", en) == "ANAMA, UNMAS and others"
