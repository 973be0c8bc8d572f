"""The key numbers: as last published, never mixed; a change only where two statements can be compared."""

from data.summaries.key_numbers import key_numbers as published
from exports.key_numbers import key_numbers
from tests.data.factory import STATEMENTS, make_edition
from texts.words import Words


def shown(rows: list[dict], language: str = "en") -> dict:
    return key_numbers(published(make_edition({"published_totals": rows})), Words(language), str)


def test_killed_injured_and_casualties_with_date_and_counter() -> None:
    keys = shown(STATEMENTS)
    assert [number for _, number, _ in keys["numbers"]] == ["72", "347", "419"]
    assert keys["as_of"] == "As of 13 March 2026. Source: Counting office."
    assert keys["title"] == "Killed and injured by mines and other explosives since 10 November 2020"


def test_both_languages() -> None:
    assert [label for _, _, label in shown(STATEMENTS, "nb")["numbers"]] == ["drepte", "skadde", "til sammen"]


def test_no_change_without_a_statement_a_year_before() -> None:
    assert shown(STATEMENTS)["change"] == ""


def test_a_change_names_both_dates_and_absolute_numbers() -> None:
    before = {"date": "2025-03-01", "killed": 70, "injured": 320, "counted_by": "Counting office"}
    assert shown([*STATEMENTS, before])["change"] == (
        "From 1 March 2025 to 13 March 2026: killed from 70 to 72 and injured from 320 to 347, by the same source."
    )


def test_a_newer_sum_is_named_and_not_mixed_in() -> None:
    newer = {"date": "2026-04-01", "stated_total": 425, "not_split": 425, "counted_by": "Ministry"}
    keys = shown([*STATEMENTS, newer])
    assert [number for _, number, _ in keys["numbers"]] == ["72", "347", "419"]
    assert "425" in keys["newer"]
    assert "1 April 2026" in keys["newer"]


def test_the_split_has_its_own_date() -> None:
    split = {
        "date": "2024-11-11", "counted_by": "Counting office",
        "counts": [
            {"outcome": "killed", "n": 55, "status": "civilian"},
            {"outcome": "killed", "n": 15, "status": "military_security"},
            {"outcome": "injured", "n": 143, "status": "civilian"},
            {"outcome": "injured", "n": 169, "status": "military_security"},
        ],
    }  # fmt: skip
    lines = shown([STATEMENTS[2], split])["split"]
    assert lines[0] == "Of 382 as of 11 November 2024:"
    assert lines[1].startswith("198 ")
    assert "55 killed" in lines[1]
    assert "143 injured" in lines[1]


def test_nothing_published_is_said() -> None:
    keys = shown([{"date": "2024-01-01", "not_split": 5}])
    assert keys["numbers"] == []
    assert keys["as_of"].startswith("No figure")


def test_a_change_of_the_sum_alone_is_told_as_the_sum() -> None:
    before = {"date": "2025-02-21", "stated_total": 383, "not_split": 383, "counted_by": "Counting office"}
    assert shown([*STATEMENTS, before])["change"] == (
        "From 21 February 2025 to 13 March 2026: killed and injured together from 383 to 419, by the same source."
    )
