"""Same answer, whatever happens to the file: what is said of a spreadsheet does not depend on its form."""

from collections.abc import Callable
from typing import Any

import pytest

from data.intake import take_in
from data.intake.report import report
from tests.data.intake import variants
from tests.data.intake.variants import ACCIDENTS, FORMATS, HEADING_ROW, PERIODS, PUBLISHED, rows_of

FIGURES = (
    "layout", "records", "killed", "injured", "unknown_outcome", "not_split", "latest", "not_recorded", "first_date",
    "last_date", "undated", "by_month", "refused", "questions",
)  # fmt: skip
NAMES = (PUBLISHED, PERIODS, ACCIDENTS)


def said(content: bytes, filename: str) -> dict[str, Any]:
    """The figures of the report, and how many findings there are of each kind that is about the figures."""
    found = report(take_in(content, filename))
    kinds = sorted(problem["kind"] for problem in found["problems"] if not problem["kind"].startswith("totals_row"))
    return {key: found[key] for key in FIGURES} | {"kinds": kinds, "fields": sorted(found["mapping"])}


@pytest.fixture(scope="module")
def expected() -> dict[str, dict[str, Any]]:
    return {name: said(variants.as_is(name), name) for name in NAMES}


@pytest.mark.parametrize("filename", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_saved_in_another_format(name: str, filename: str, expected: dict[str, Any]) -> None:
    assert said(FORMATS[filename](rows_of(name)), filename) == expected[name]


CHANGES: dict[str, Callable[[Any, int], Any]] = {
    "renamed": lambda rows, heading: rows,
    "reordered": lambda rows, heading: variants.reordered(rows),
    "title_rows": lambda rows, heading: variants.with_title_rows(rows),
    "blank_rows": variants.with_blank_rows,
    "no_total_word": lambda rows, heading: variants.without_total_word(rows),
    "no_title": lambda rows, heading: rows[heading - 1 :],
    **{
        language: lambda rows, heading, language=language: variants.translated(rows, heading, language)
        for language in variants.LANGUAGES
    },
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", NAMES)
def test_changed_as_people_change_files(name: str, change: str, expected: dict[str, Any]) -> None:
    rows = CHANGES[change](rows_of(name), HEADING_ROW[name])
    assert said(variants.xlsx(rows), "Book1 (final) new.xlsx") == expected[name]


@pytest.mark.parametrize("name", NAMES)
def test_all_changes_at_once(name: str, expected: dict[str, Any]) -> None:
    heading = HEADING_ROW[name]
    rows = variants.translated(variants.without_total_word(rows_of(name)), heading, "nb")
    rows = variants.with_title_rows(variants.reordered(variants.with_blank_rows(rows, heading)))
    assert said(variants.semicolon(rows), "tall.csv") == expected[name]
