"""The three shipped spreadsheets come through with what they hold, each contradiction named by its row."""

from datetime import date

import pandas as pd
import pytest

from data.fields import BY_KEY, FIELDS
from data.intake import Intake, take_in
from data.intake.report import report
from tests.data.intake.tables import kinds, sums
from tests.data.intake.variants import ACCIDENTS, PERIODS, PUBLISHED, as_is

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def published() -> Intake:
    return take_in(as_is(PUBLISHED), PUBLISHED, today=TODAY)


@pytest.fixture(scope="module")
def periods() -> Intake:
    return take_in(as_is(PERIODS), PERIODS, today=TODAY)


@pytest.fixture(scope="module")
def accidents() -> Intake:
    return take_in(as_is(ACCIDENTS), ACCIDENTS, today=TODAY)


def rows(intake: Intake, kind: str) -> list[int | None]:
    return [row for found, row in kinds(intake) if found == kind]


def test_published_totals_are_statements_and_never_summed(published: Intake) -> None:
    found = report(published)
    assert (found["layout"], found["records"], found["undated"]) == ("running_totals", 64, 3)
    assert found["latest"] == {"as_of": "2026-03-13", "killed": 72, "injured": 347, "casualties": 419}
    assert [found[key] for key in ("killed", "injured", "not_split", "unknown_outcome")] == [None] * 4
    assert found["questions"] == []
    assert set(published.records["date_role"]) == {"as_of"}
    assert set(published.records["since"]) == {pd.Timestamp("2020-11-10")}


def test_a_total_alone_does_not_vanish(published: Intake) -> None:
    records = published.records
    total, killed, injured = records["stated_total"].notna(), records["killed_basis"], records["injured_basis"]
    alone = total & (killed == "not_recorded") & (injured == "not_recorded")
    with_killed = total & (killed == "stated") & (injured == "not_recorded")
    assert (alone.sum(), with_killed.sum()) == (15, 8)
    split = published.counts[published.counts["outcome"] == "not_split"].set_index("record")["n"]
    assert set(split.index) == set(records.index[alone | with_killed])
    assert split[records.index[records["row"] == 23][0]] == 223  # 268 = 45 killed + 223


def test_contradictions_of_the_published_totals_are_named_with_their_rows(published: Intake) -> None:
    assert rows(published, "total_not_parts") == [45, 50, 52]
    assert rows(published, "no_usable_figure") == [11, 27, 63]
    assert rows(published, "other_scope") == [13, 17, 68]
    assert set(rows(published, "running_total_falls")) == {9, 10}
    assert set(rows(published, "running_total_below_other")) == {6, 7, 31, 53, 57}
    assert set(rows(published, "statements_disagree")) == {36}
    assert set(rows(published, "counters_disagree")) == {35, 51}
    assert set(rows(published, "computable_blank")) == {23, 29, 33, 44, 46, 48, 55, 57}


def test_a_contradiction_says_what_stands_against_what(published: Intake) -> None:
    misprint = next(p for p in published.problems if p.kind == "total_not_parts" and p.row == 52)
    assert (misprint.sheet, misprint.column, misprint.value, misprint.suggestion) == (
        "Published totals",
        "C",
        "365",
        "356",
    )
    fall = next(p for p in published.problems if p.kind == "running_total_below_other" and p.row == 53)
    assert (fall.field, fall.value, fall.params["before"], fall.params["before_row"]) == (
        "stated_total",
        "361",
        365,
        "52",
    )


def test_period_totals(periods: Intake) -> None:
    found = report(periods)
    assert (found["layout"], found["records"]) == ("period_totals", 10)
    assert (found["killed"], found["injured"], found["not_split"]) == (46, 234, 5)
    assert found["not_recorded"] == {"killed": 2, "injured": 1}
    assert (found["first_date"], found["last_date"]) == ("2020-11-10", "2023-03-14")
    assert set(periods.records["date_precision"]) == {"span"}
    assert kinds(periods) == [("computable_blank", 4)]
    assert "misprint" in periods.raw.loc[1, "Note"]


def test_reported_accidents(accidents: Intake) -> None:
    found = report(accidents)
    assert (found["layout"], found["rows"], found["records"], found["undated"]) == ("incident_list", 102, 102, 7)
    assert (found["killed"], found["injured"]) == (40, 125)
    assert found["not_recorded"] == {"killed": 1, "injured": 3}
    assert found["excluded"] == [{"sheet": "Reported accidents", "row": 107, "reason": "totals_row"}]
    assert rows(accidents, "totals_row_agrees") == [107, 107]
    assert found["by_month"]["2022-12"] == {"killed": 1, "injured": 9}


def test_accidents_inside_the_official_scope(accidents: Intake) -> None:
    records = accidents.records
    covered = (records["date_to"] <= "2026-03-13") | records["date_to"].isna()
    inside = records.index[(records["in_official_scope"] == "yes") & covered]
    counts = accidents.counts[accidents.counts["record"].isin(inside)]
    assert counts.groupby("outcome", observed=True)["n"].sum().to_dict() == {"killed": 39, "injured": 117}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # killed 1 military, injured 7 of them 4 civilians and 3 military
        (52, {("killed", "military_security"): 1, ("injured", "civilian"): 4, ("injured", "military_security"): 3}),
        # the split of the killed governs the row: of the five injured nothing is said
        (8, {("killed", "military_security"): 1, ("injured", "not_stated"): 5}),
        # no split: the status of the row holds for everybody
        (43, {("injured", "mine_action_staff"): 3}),
        (59, {("killed", "military_security"): 4}),
        # three civilians of four, and one border guard
        (78, {("injured", "civilian"): 3, ("injured", "military_security"): 1}),
        (36, {}),
    ],
)
def test_splits_keep_their_remainders(accidents: Intake, row: int, expected: dict[tuple[str, str], float]) -> None:
    record = accidents.records.index[accidents.records["row"] == row][0]
    counts = accidents.counts[accidents.counts["record"] == record]
    assert {(c.outcome, c.status): c.n for c in counts.itertuples()} == expected


def test_dates_are_as_written(accidents: Intake) -> None:
    by_row = accidents.records.set_index("row")
    assert by_row.loc[10, ["date_precision", "date_from", "date_to"]].tolist() == [
        "year", pd.Timestamp("2021-01-01"), pd.Timestamp("2021-12-31")]  # fmt: skip
    assert by_row.loc[11, ["date_precision", "date_from", "date_to"]].tolist() == [
        "month", pd.Timestamp("2021-01-01"), pd.Timestamp("2021-01-31")]  # fmt: skip
    assert by_row.loc[14, "date_role"] == "reported"
    assert pd.isna(by_row.loc[101, "date_from"])
    assert by_row.loc[101, "date_text"] == "18 February, year not given (2021 or 2022)"


@pytest.mark.parametrize("name", [PUBLISHED, PERIODS, ACCIDENTS])
def test_the_frames_have_exactly_the_fields_of_the_vocabulary(name: str) -> None:
    intake = take_in(as_is(name), name, today=TODAY)
    assert list(intake.records.columns) == [field.key for field in FIELDS if field.table == "records"]
    assert list(intake.counts.columns) == ["record", "outcome", "status", "sex", "age_group", "n", "n_min", "n_max"]
    for frame in (intake.records, intake.counts):
        for key in frame.columns.drop("record", errors="ignore"):
            field = BY_KEY[key]
            if field.kind == "category":
                assert tuple(frame[key].cat.categories) == field.categories, key
                assert frame[key].notna().all(), key
            elif field.kind == "date":
                assert frame[key].dtype == "datetime64[s]", key
            elif field.kind == "number":
                assert frame[key].dtype == ("int32" if key == "row" else "float64"), key
            else:
                assert frame[key].dtype == "str", key
    assert intake.records["record_id"].is_unique
    assert (intake.counts["n"] > 0).all()
    assert len(intake.raw) == len(intake.records)


def test_counts_of_all_rows_are_what_the_columns_say(accidents: Intake) -> None:
    assert sums(accidents) == {"killed": 40, "injured": 125}
    raw = (
        pd.to_numeric(accidents.raw["Killed"], errors="coerce").sum(),
        pd.to_numeric(accidents.raw["Injured"], errors="coerce").sum(),
    )
    assert raw == (40, 125)
