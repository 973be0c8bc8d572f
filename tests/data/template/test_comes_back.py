"""A template that was filled in comes back through take_in without a question and with everything that was entered."""

from functools import cache
from typing import Any

import pandas as pd
import pytest

from data.commands.check_page import page
from data.fields import BY_KEY
from data.intake import Intake, take_in
from data.intake.report import report
from data.template import KINDS
from data.template.choices import choices
from data.template.columns import COLUMNS
from data.template.workbook import workbook
from tests.data.intake.tables import kinds, sums
from tests.data.intake.variants import FORMATS, reordered
from tests.data.template.filling import TODAY, cells, filled, rows_for
from texts.words import LANGUAGES, Words

EACH = [(kind, language) for kind in KINDS for language in LANGUAGES]
# In these test files nothing but this is found: statements of other scopes stand apart, undivided totals are noted.
# The rows go through all districts, also through one that is younger than the row.
EXPECTED = {"line_list": {"district_not_yet"}, "incident_list": {"district_not_yet"}, "running_totals": set()}


@cache
def back(kind: str, language: str) -> Intake:
    words = Words(language)
    return take_in(filled(kind, words, rows_for(kind, words)), "filled.xlsx", today=TODAY)


@pytest.fixture(scope="module", params=EACH, ids="-".join)
def came(request: pytest.FixtureRequest) -> tuple[str, Words, Intake]:
    kind, language = request.param
    return kind, Words(language), back(kind, language)


def test_it_leaves_no_question_and_is_what_it_was_made_for(came: tuple[str, Words, Intake]) -> None:
    kind, words, intake = came
    assert (intake.refused, intake.questions, intake.dropped_personal) == (None, [], [])
    assert (intake.layout, intake.heading_rows, intake.sheets) == (kind, [1], [words.say(f"template.sheet.{kind}")])
    assert len(intake.records) == len(rows_for(kind, words))
    assert {kind for kind, _ in kinds(intake)} == EXPECTED[kind]


def test_every_column_is_taken_for_what_it_is(came: tuple[str, Words, Intake]) -> None:
    kind, words, intake = came
    wanted = {column.field: words.say(f"template.heading.{column.key}") for column in COLUMNS[kind] if column.field}
    assert {field: mapped.heading for field, mapped in intake.mapping.items()} == wanted
    assert min(mapped.confidence for mapped in intake.mapping.values()) >= 0.9


def test_the_example_is_left_out_and_that_is_said(came: tuple[str, Words, Intake]) -> None:
    _, words, intake = came
    assert [(each.row, each.reason) for each in intake.excluded] == [(2, "example")]
    assert words.say("cli.left_out.example", count=1, rows="2") in page(intake, words)
    assert 2 not in set(intake.records["row"])


def test_every_value_of_every_list_is_understood(came: tuple[str, Words, Intake]) -> None:
    kind, words, intake = came
    assert "word_not_understood" not in {kind for kind, _ in kinds(intake)}
    for column in COLUMNS[kind]:
        if column.holds != "choice" or column.key == "date_precision":
            continue
        offered = choices(column.key, words)
        frame = intake.records if BY_KEY[column.field].table == "records" else intake.counts
        codes = list(offered.values()) if column.key == "scope" else list(offered)
        assert set(frame[column.field].astype(str)) - {"not_stated"} == set(codes), column.key
        entered = [row[column.key] for row in rows_for(kind, words)]
        if column.key in ("district", "device", "activity"):
            read = [offered[code] for code in frame[column.field].astype(str)]
            assert read == entered


def test_what_is_known_of_a_date_stays_as_it_was_entered(came: tuple[str, Words, Intake]) -> None:
    _, _, intake = came
    first = intake.records.iloc[:4]
    assert list(first["date_precision"]) == ["day", "month", "month", "day"]
    for at in (1, 2):
        assert first["date_from"].iat[at] == pd.Timestamp(2021, 2, 1)
        assert first["date_to"].iat[at] == pd.Timestamp(2021, 2, 28)


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_are_counted_by_their_outcome(language: str) -> None:
    words = Words(language)
    said = [row["outcome"] for row in rows_for("line_list", words)]
    wanted = {category: said.count(text) for category, text in choices("outcome", words).items()}
    assert sums(back("line_list", language)) == wanted
    assert sum(wanted.values()) == len(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_of_one_accident_share_its_number(language: str) -> None:
    intake = back("line_list", language)
    assert intake.records["incident_id"].nunique() == -(-len(intake.records) // 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_accidents_are_added_and_a_blank_is_not_nought(language: str) -> None:
    words = Words(language)
    rows = rows_for("incident_list", words)
    killed = sum(row["killed"] for row in rows if isinstance(row["killed"], int))
    injured = sum(row["injured"] for row in rows if isinstance(row["injured"], int))
    found = report(back("incident_list", language))
    assert (found["killed"], found["killed_min"], found["killed_max"]) == (killed + 2, killed + 2, killed + 3)
    assert (found["injured"], found["injured_min"], found["injured_max"]) == (injured + 5, injured + 5, None)
    assert found["not_recorded"] == {"killed": 1, "injured": 0}


@pytest.mark.parametrize("language", LANGUAGES)
def test_civilians_and_soldiers_are_told_apart(language: str) -> None:
    rows = [row for row in rows_for("incident_list", Words(language)) if row["civilians_killed"] is not None]
    by_status = sums(back("incident_list", language), "outcome", "status")
    assert by_status["killed", "civilian"] == sum(row["civilians_killed"] for row in rows)
    assert by_status["injured", "civilian"] == sum(row["civilians_injured"] for row in rows)
    assert ("killed", "military_security") not in by_status


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_are_never_added_up(language: str) -> None:
    words = Words(language)
    intake = back("running_totals", language)
    found = report(intake)
    assert (found["killed"], found["injured"], found["by_month"]) == (None, None, {})
    main = [row for row in rows_for("running_totals", words) if row["scope"] == words.say("value.scope.all_casualties")]
    assert found["latest"] == {
        "as_of": str(main[-1]["as_of"]), "killed": main[-1]["killed"], "injured": main[-1]["injured"],
        "casualties": main[-1]["total"],
    }  # fmt: skip
    assert set(intake.records["since"]) == {pd.Timestamp(2020, 11, 10)}
    assert set(intake.records["date_role"]) == {"as_of"}


def same(intake: Intake) -> dict[str, Any]:
    found = report(intake)
    keys = ("layout", "records", "killed", "injured", "unknown_outcome", "not_split", "killed_max", "injured_min",
            "latest", "not_recorded", "first_date", "last_date", "by_month", "questions")  # fmt: skip
    told = {key: found[key] for key in keys}
    return told | {"fields": set(found["mapping"]), "reasons": [each.reason for each in intake.excluded]}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("kind", "language"), EACH)
def test_the_sheet_alone_in_another_format_says_the_same(kind: str, language: str, name: str) -> None:
    words = Words(language)
    rows = cells(filled(kind, words, rows_for(kind, words)))
    assert same(take_in(FORMATS[name](rows), name, today=TODAY)) == same(back(kind, language))


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_sorting_and_moving_columns_do_not_make_the_example_count(kind: str, language: str) -> None:
    words = Words(language)
    rows = cells(filled(kind, words, rows_for(kind, words)))
    moved = reordered([rows[0], *rows[3:12], rows[1], rows[2], *rows[12:]])
    assert same(take_in(FORMATS["x.csv"](moved), "x.csv", today=TODAY)) == same(back(kind, language))


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_few_rows_are_enough(kind: str, language: str, count: int) -> None:
    words = Words(language)
    intake = take_in(filled(kind, words, rows_for(kind, words)[:count]), "few.xlsx", today=TODAY)
    assert (intake.refused, intake.layout, intake.questions) == (None, kind, [])
    assert len(intake.records) == count
    assert [each.reason for each in intake.excluded] == ["example"]


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_without_its_example_row_it_is_the_same(kind: str, language: str) -> None:
    words = Words(language)
    rows = cells(filled(kind, words, rows_for(kind, words)))
    without = take_in(FORMATS["x.xlsx"]([rows[0], *rows[2:]]), "x.xlsx", today=TODAY)
    assert same(without) == same(back(kind, language)) | {"reasons": []}


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_an_example_row_that_was_written_over_counts(kind: str, language: str) -> None:
    words = Words(language)
    rows = cells(filled(kind, words, rows_for(kind, words)))
    over = take_in(FORMATS["x.xlsx"]([rows[0], *rows[2:], rows[2]]), "x.xlsx", today=TODAY)
    assert (len(over.records), over.excluded) == (len(rows) - 1, [])


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_one_that_nobody_filled_in_is_refused_in_words(kind: str, language: str) -> None:
    words = Words(language)
    intake = take_in(workbook(kind, words), "empty.xlsx")
    assert (intake.refused, len(intake.records)) == ("refused.no_rows", 0)
    assert words.say(f"template.sheet.{kind}") in page(intake, words)


@pytest.mark.parametrize("sheet", ["template.sheet.instructions", "template.sheet.values"])
@pytest.mark.parametrize(("kind", "language"), EACH)
def test_its_other_sheets_are_no_data_even_when_they_are_asked_for(kind: str, language: str, sheet: str) -> None:
    words = Words(language)
    content = filled(kind, words, rows_for(kind, words))
    assert take_in(content, "filled.xlsx", sheet=words.say(sheet)).refused == "refused.no_table"


@pytest.mark.parametrize("count", [4, 9])
@pytest.mark.parametrize("language", LANGUAGES)
def test_accidents_that_happen_to_grow_worse_are_still_accidents(language: str, count: int) -> None:
    words = Words(language)
    rows = rows_for("incident_list", words)[:count]
    rows = [row | {"killed": number, "injured": 2 * number} for number, row in enumerate(rows, start=1)]
    intake = take_in(filled("incident_list", words, rows), "worse.xlsx", today=TODAY)
    assert (intake.layout, intake.questions) == ("incident_list", [])
    assert report(intake)["killed"] == sum(range(1, count + 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_without_any_date_are_not_added_up(language: str) -> None:
    words = Words(language)
    rows = [row | {"as_of": None, "since": None, "date_precision": None} for row in rows_for("running_totals", words)]
    intake = take_in(filled("running_totals", words, rows), "undated.xlsx", today=TODAY)
    assert (intake.layout, intake.questions, report(intake)["killed"]) == ("running_totals", [], None)
