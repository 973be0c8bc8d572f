"""A value whose rows are the sums of the others is left out; rows of ordinary registers never are."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from data.intake import Intake
from tests.data.intake.tables import taken

KINDS = {"rows_repeat_others", "rows_nearly_repeat_others", "rows_may_repeat_others"}
AREAS = ("Alpha", "Beta", "Gamma", "Delta")


def told(intake: Intake) -> list[tuple[str, str | None, Any]]:
    return [(each.kind, each.value, each.params["count"]) for each in intake.problems if each.kind in KINDS]


def table(years: int, *, wrong: Mapping[int, int] = MappingProxyType({}), alone: int | None = None) -> str:
    """Deaths and injuries by area and year, with rows for all areas; one may be wrong, or stand without areas."""
    rows = ["Year | Area | Killed | Injured"]
    for year in range(2000, 2000 + years):
        figures = [(3 * at + year % 7, 10 * at + year % 11) for at in range(1, 5)]
        if year != alone:
            rows += [f"{year} | {area} | {k} | {i}" for area, (k, i) in zip(AREAS, figures, strict=True)]
        killed, injured = (sum(each[at] for each in figures) for at in (0, 1))
        rows.append(f"{year} | Everywhere | {killed + wrong.get(year, 0)} | {injured}")
    return "\n".join(rows)


def sum_of(intake: Intake, outcome: str) -> float:
    return float(intake.counts.loc[intake.counts["outcome"] == outcome, "n"].sum())


def test_the_rows_for_all_are_left_out() -> None:
    intake = taken(table(12))
    assert told(intake) == [("rows_repeat_others", "Everywhere", 12)]
    assert (len(intake.records), len(intake.excluded)) == (48, 12)
    assert sum_of(intake, "killed") == sum(30 + 4 * (year % 7) for year in range(2000, 2012))


def test_a_year_without_areas_keeps_its_row() -> None:
    intake = taken(table(12, alone=2003))
    assert told(intake) == [("rows_repeat_others", "Everywhere", 11)]
    assert sum_of(intake, "killed") == sum(30 + 4 * (year % 7) for year in range(2000, 2012))


def test_a_year_that_is_off_by_one_is_left_out_and_said() -> None:
    intake = taken(table(12, wrong={2003: 1}))
    assert told(intake) == [("rows_repeat_others", "Everywhere", 12), ("rows_nearly_repeat_others", "Everywhere", 1)]
    assert len(intake.records) == 48


def test_a_year_that_does_not_add_up_is_kept_and_said() -> None:
    intake = taken(table(12, wrong={2003: 30}))
    assert told(intake) == [("rows_repeat_others", "Everywhere", 11), ("rows_may_repeat_others", "Everywhere", 1)]
    assert len(intake.records) == 49


def test_values_for_all_in_two_columns() -> None:
    """Every area and all areas, each by every device and by all devices."""
    rows = ["Year | Area | Device | Killed"]
    for year in range(2000, 2008):
        cube = {(a, d): 5 * a + 2 * d + year % 5 for a in range(3) for d in range(3)}
        for a in (*range(3), None):
            for d in (*range(3), None):
                n = sum(killed for key, killed in cube.items() if a in (key[0], None) and d in (key[1], None))
                area, device = (AREAS[a] if a is not None else "Everywhere"), ("abc"[d] if d is not None else "every")
                rows.append(f"{year} | {area} | {device} | {n}")
    intake = taken("\n".join(rows))
    assert [value for _, value, _ in told(intake)] == ["Everywhere", "every"]
    assert sum_of(intake, "killed") == sum(9 * (year % 5) + 45 + 18 for year in range(2000, 2008))


def test_running_totals_are_never_added_and_keep_every_row() -> None:
    rows = [line.replace("Year", "As of", 1) for line in table(12).splitlines()]
    assert told(taken("\n".join(rows))) == []


accidents = some.lists(
    some.tuples(
        some.integers(1, 6), some.sampled_from(AREAS), some.sampled_from(("x", "y", "z")), some.integers(0, 2),
        some.integers(0, 3),
    ),
    min_size=6,
    max_size=60,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(accidents)
def test_registers_of_accidents_lose_nothing(rows: list[tuple[int, str, str, int, int]]) -> None:
    lines = ["Date | Area | Group | Killed | Injured"]
    lines += [f"2021-{month:02}-03 | {area} | {group} | {k} | {i}" for month, area, group, k, i in rows]
    intake = taken("\n".join(lines))
    assert told(intake) == []
    assert not any(each.reason == "subtotal" for each in intake.excluded) or intake.layout != "incident_list"
