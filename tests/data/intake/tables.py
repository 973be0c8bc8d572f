"""Small tables for tests, written as text: columns apart by |, the first line the headings."""

from typing import Any

from data.intake import Intake, take_in


def content(text: str) -> bytes:
    """The table as a csv file in UTF-8."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return "\n".join(";".join(f'"{cell.strip()}"' for cell in line.split("|")) for line in lines).encode()


def taken(text: str, **given: Any) -> Intake:
    """The intake of a table."""
    return take_in(content(text), "table.csv", **given)


def kinds(intake: Intake) -> list[tuple[str, int | None]]:
    """(kind, row) of every finding."""
    return [(problem.kind, problem.row) for problem in intake.problems]


def sums(intake: Intake, *by: str) -> dict[Any, float]:
    """Counts added up by their columns, without those that are nought."""
    added = intake.counts.groupby(list(by) or ["outcome"], observed=True)["n"].sum()
    return {key: float(value) for key, value in added.items() if value}
