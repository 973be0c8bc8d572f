"""Whatever happens to an exhibit on its way, the same figures or the same questions come out of it.

Every exhibit goes through two combinations, in which each change comes once; formats, encodings and languages take
turns from exhibit to exhibit. A full product would be some thousand files.
"""

import zlib
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.data.intake.gallery import changes
from tests.data.intake.gallery.build import saved
from tests.data.intake.gallery.exhibit import Exhibit, Sheet, exhibits
from tests.data.intake.gallery.expectation import as_shown, said
from tests.data.intake.gallery.headings import LANGUAGES

EXHIBITS = exhibits()
Change = Callable[[Exhibit, Mapping[str, Any]], tuple[bytes, str]]
FORMATS = ("xlsx", "xls", "ods", "csv")
TEXTS = (("utf-8-sig", ","), ("cp1251", ";"), ("utf-16", "\t"), ("cp1252", ";"), ("utf-8", "|"))
FIGURES = (
    "layout", "rows", "records", "killed", "injured", "unknown_outcome", "not_split", "killed_min", "killed_max",
    "injured_min", "injured_max", "latest", "not_recorded", "first_date", "last_date", "undated", "by_month", "refused",
)  # fmt: skip
# What is said of the file and not of its figures: it may come and go with the format, the title and the totals word.
_OF_THE_FILE = ("encoding_guessed", "hidden_", "totals_row", "formula_", "table_not_read")


def told(found: Mapping[str, Any]) -> dict[str, Any]:
    """What must stay as it is, in a form in which headings, rows and columns do not matter."""
    kinds = sorted(each.split()[0] for each in found["findings"] if not each.startswith(_OF_THE_FILE))
    questions = sorted((each["kind"], each["field"], len(each["candidates"])) for each in found["questions_asked"])
    return {key: found[key] for key in FIGURES} | {
        "kinds": kinds, "questions": questions, "dropped": sorted(found["dropped"].values()),
        "fields": sorted(found["columns"]),
    }  # fmt: skip


def moved(exhibit: Exhibit, found: Mapping[str, Any]) -> tuple[bytes, str]:
    """Renamed, its columns shuffled, lines of a title above, in another format."""
    sheets = exhibit.sheets
    if "order" not in exhibit.unchanged:
        sheets = changes.shuffled(sheets, exhibit.key)
    if "title_rows" not in exhibit.unchanged:
        sheets = changes.titled(sheets)
    return _saved(exhibit, sheets, 0), changes.renamed(exhibit.file)


def reworded(exhibit: Exhibit, found: Mapping[str, Any]) -> tuple[bytes, str]:
    """Its headings translated, its totals row without the word, in another format."""
    sheets = exhibit.sheets
    if "totals_word" not in exhibit.unchanged:
        sheets = changes.wordless(sheets, found["excluded_rows"])
    if "translated" not in exhibit.unchanged:
        sheets = changes.translated(sheets, found["heading_rows"], LANGUAGES[_turn(exhibit) % len(LANGUAGES)])
    return _saved(exhibit, sheets, 1), exhibit.file


def _turn(exhibit: Exhibit) -> int:
    """Exhibits take turns in formats, encodings and languages."""
    return zlib.crc32(exhibit.key.encode())


def _saved(exhibit: Exhibit, sheets: tuple[Sheet, ...], step: int) -> bytes:
    """In one of the three other formats. A text file can be one only where one sheet holds everything."""
    if "format" in exhibit.unchanged:
        return saved(sheets, exhibit.format, exhibit.encoding, exhibit.delimiter, exhibit.days_from_1904)
    others = [format_ for format_ in FORMATS if format_ != exhibit.format]
    format_ = others[(_turn(exhibit) + step) % len(others)]
    return _text(exhibit, sheets) if format_ == "csv" else saved(sheets, format_)


def _text(exhibit: Exhibit, sheets: tuple[Sheet, ...]) -> bytes:
    """In one of several encodings, by turns; UTF-8 where the letters are not in its code page."""
    encoding, delimiter = TEXTS[_turn(exhibit) % len(TEXTS)]
    shown = [sheet for sheet in sheets if sheet.name in as_shown(exhibit)["sheets"]] or sheets
    try:
        return saved(shown, "csv", encoding, delimiter)
    except UnicodeEncodeError:
        return saved(shown, "csv", "utf-8", delimiter)


@pytest.mark.parametrize("change", [moved, reworded], ids=["moved", "reworded"])
@pytest.mark.parametrize(
    "exhibit", [each for each in EXHIBITS if each.sheets], ids=lambda each: f"{each.topic}/{each.key}"
)
def test_same_answer(exhibit: Exhibit, change: Change) -> None:
    found = as_shown(exhibit)
    made, filename = change(exhibit, found)
    assert told(said(made, filename)) == told(found)
