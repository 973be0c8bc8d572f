"""What stands in a template: words that the importer is sure of, checks while typing, nothing cut off."""

import io
import re

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from data.fields import LAYOUTS
from data.intake.mapping.headings import roles
from data.intake.table.marks import EXAMPLE, NO_DATA
from data.places import PLACES, resolve
from data.template import KINDS
from data.template.choices import choices
from data.template.columns import COLUMNS
from data.template.entry_sheet import LAST_ROW
from data.template.instructions import RULES
from data.template.workbook import file_name, workbook
from texts.words import LANGUAGES, Words

LONGEST_TITLE, LONGEST_PROMPT, LONGEST_ERROR = 32, 255, 225  # characters that Excel shows
Made = tuple[str, Words, Workbook]


@pytest.fixture(scope="module", params=[(kind, language) for kind in KINDS for language in LANGUAGES], ids="-".join)
def made(request: pytest.FixtureRequest) -> Made:
    kind, language = request.param
    words = Words(language)
    return kind, words, openpyxl.load_workbook(io.BytesIO(workbook(kind, words)))


def test_the_kinds_are_layouts() -> None:
    assert set(KINDS) < set(LAYOUTS)


def test_the_sheet_to_fill_in_comes_first(made: Made) -> None:
    kind, words, book = made
    names = [words.say(f"template.sheet.{key}") for key in (kind, "instructions", "values")]
    assert book.sheetnames == names
    assert book.active.title == names[0]
    assert {sheet.sheet_state for sheet in book} == {"visible"}


def test_headings_are_words_of_which_the_importer_is_sure(made: Made) -> None:
    kind, _, book = made
    headings = [cell.value for cell in book.worksheets[0][1]]
    assert len(set(headings)) == len(headings)
    for heading, column in zip(headings, COLUMNS[kind], strict=True):
        likeliest = roles(heading)[0]
        # No list holds "civilians killed": it is put together from the two words.
        assert likeliest.score >= (0.95 if "." in column.field else 1.0), heading
        wanted = {"date_from": "date", "stated_total": "total", "": "note"}.get(column.field, column.field)
        assert ".".join([likeliest.field, *likeliest.qualifiers.values()]).removesuffix(".as_of") == wanted


def test_headings_are_bold_stay_in_sight_and_fit(made: Made) -> None:
    kind, _, book = made
    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "B2"
    for cell, column in zip(sheet[1], COLUMNS[kind], strict=True):
        assert cell.font.bold
        assert cell.alignment.wrap_text
        assert sheet.column_dimensions[cell.column_letter].width == column.width
        assert max(map(len, cell.value.split())) + 3 <= column.width, f"{cell.value} is broken inside a word"


def test_the_example_row_fills_every_column_and_fits(made: Made) -> None:
    kind, words, book = made
    sheet = book.worksheets[0]
    assert sheet["A2"].value == words.say("template.example_mark")
    assert all(cell.value is not None and cell.font.italic for cell in sheet[2])
    assert sheet[2][-1].value == words.say("template.example.note")
    assert all(len(str(cell.value)) <= column.width + 2
               for cell, column in zip(sheet[2], COLUMNS[kind], strict=True) if column.holds != "date")  # fmt: skip


def test_the_importer_knows_the_marks_of_every_language() -> None:
    assert {Words(language).say("template.example_mark") for language in LANGUAGES} == EXAMPLE
    assert {Words(language).say("template.no_data") for language in LANGUAGES} == NO_DATA


def test_side_sheets_are_marked(made: Made) -> None:
    _, _, book = made
    assert [sheet["A1"].value in NO_DATA for sheet in book.worksheets] == [False, True, True]


def test_dates_counts_and_drop_downs_are_checked_while_typing(made: Made) -> None:
    kind, _, book = made
    sheet = book.worksheets[0]
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    for number, column in enumerate(COLUMNS[kind], start=1):
        letter = get_column_letter(number)
        check = checks.pop(f"{letter}2:{letter}{LAST_ROW}", None)
        assert (check is None) == (column.holds == "text"), column.key
        if check is None:
            continue
        assert check.allow_blank
        assert (check.type, check.showErrorMessage, check.showInputMessage) == (
            "list" if column.holds == "choice" else "custom", True, True)  # fmt: skip
        assert check.prompt
        if column.holds != "choice":
            assert f"{letter}2>=" in check.formula1
        if column.holds == "date":
            assert sheet.column_dimensions[letter].number_format == "yyyy-mm-dd"
    assert not checks


def test_a_drop_down_offers_exactly_its_values(made: Made) -> None:
    kind, words, book = made
    values = book[words.say("template.sheet.values")]
    for check in book.worksheets[0].data_validations.dataValidation:
        if check.type != "list":
            continue
        column = COLUMNS[kind][next(iter(check.sqref.ranges)).min_col - 1]
        sheet, cells = check.formula1.split("!")
        assert sheet.strip("'") == values.title
        offered = [cell.value for (cell,) in values[cells.replace("$", "")]]
        assert offered == list(choices(column.key, words).values())
        assert values.cell(2, values[cells.split(":")[0].replace("$", "")].column).value == words.say(
            f"template.heading.{column.key}"
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_districts_is_whole_and_each_name_means_one(language: str) -> None:
    offered = choices("district", Words(language))
    assert len(offered) == len(set(offered.values())) == 79
    assert {code: resolve(text) for code, text in offered.items()} == PLACES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_longer_than_excel_shows(language: str) -> None:
    words = Words(language)
    for what in ("date", "count", "choice", "choice_open"):
        assert len(words.say(f"template.input.{what}.title")) <= LONGEST_TITLE
        assert len(words.say(f"template.input.{what}")) <= LONGEST_PROMPT
        assert len(words.say(f"template.refused.{what}.title")) <= LONGEST_TITLE
        assert len(words.say(f"template.refused.{what}")) <= LONGEST_ERROR


def test_the_instructions_explain_every_rule_and_column(made: Made) -> None:
    kind, words, book = made
    lines = {row[0]: row[1] for row in book[words.say("template.sheet.instructions")].iter_rows(values_only=True)}
    for key in set(RULES) - {"row"}:
        assert lines[words.say(f"template.rule.{key}.name")] == words.say(f"template.rule.{key}")
    assert lines[words.say("template.rule.row.name")] == words.say(f"template.rule.row.{kind}")
    for column in COLUMNS[kind]:
        assert lines[words.say(f"template.heading.{column.key}")] == words.say(f"template.about.{column.key}")


def test_words_of_the_instructions_that_are_named_elsewhere_are_the_same(made: Made) -> None:
    """ "Choose month" and the range in words: what is advised is what the lists and the importer have."""
    _, words, _ = made
    quoted = re.findall("[“«](.*?)[”»]", words.say("template.rule.date") + words.say("template.refused.date"))
    assert set(quoted) <= set(choices("date_precision", words).values())
    assert words.say("template.heading.date_precision") in words.say("template.input.date")
    assert re.findall("[“«](.*?)[”»]", words.say("template.rule.example")) == [words.say("template.example_mark")]


def test_file_names_are_in_the_language_and_differ() -> None:
    names = [file_name(kind, Words(language)) for kind in KINDS for language in LANGUAGES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-zæøå-]+\.xlsx", name) for name in names)
    assert file_name("line_list", Words("en")) == "mine-casualties-people.xlsx"
    assert file_name("line_list", Words("nb")) == "mineulykker-personer.xlsx"
