"""The page "What was understood": figures, pictures, menus, questions and target of real intakes, in both languages."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

import data.samples
from components.offer_menus import heading_rows
from components.small_chart import small_chart
from components.staff.understood_page import understood_page
from data.intake import Intake, take_in
from data.intake.course import course
from data.intake.effect import effect, figures
from tests.components.staff.drafts import DATASETS, asked, draft
from tests.data.intake.gallery.build import content
from tests.data.intake.gallery.exhibit import FOLDER, load
from tests.data.intake.tables import taken
from texts.words import LANGUAGES, Words

SAMPLES = Path(data.samples.__file__).parent
LIST = "Date | Place | Killed | Injured\n2021-01-02 | A | 1 | 2\n2021-01-05 | B | 2 | 3"
EXHIBITS = (
    "table/sheet_among_notes", "table/sheets_of_one_shape", "table/hxl_row", "table/subtotals", "dates/day_or_month",
    "personal/by_content", "measure/crosstab_months", "table/headings_far_down",
)  # fmt: skip


def shown(intake: Intake | None, language: str = "en", **changes: Any) -> Markup:
    return understood_page(asked(language), draft(intake, **changes), intake, DATASETS)


def text(page: str) -> str:
    """What is read on the page, without elements."""
    body = re.sub(r"<svg.*?</svg>", "", page[page.index("<main") : page.index("</main>")], flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def sample(name: str) -> Intake:
    return take_in((SAMPLES / name).read_bytes(), name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXHIBITS)
def test_every_file_has_a_page_with_whole_ids(name: str, language: str) -> None:
    exhibit = load(FOLDER / f"{name}.toml")
    page = shown(take_in(content(exhibit), exhibit.file), language)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' (?:for|aria-labelledby|aria-describedby)="([^"]+)"', page)) <= set(ids)
    assert "None" not in text(page)


def test_the_figures_of_a_list() -> None:
    said = text(shown(sample("reported_accidents.xlsx")))
    assert "Records 102 1 row left out" in said
    assert "Killed at least 40 not recorded in 1 row" in said
    assert "First date 14 November 2020 Last date 12 March 2026 Undated 7" in said
    assert "One accident per row" in said


def test_running_totals_show_the_latest_statement_and_are_never_added_up() -> None:
    intake = sample("anama_published_totals.xlsx")
    page = shown(intake)
    assert "newest statement, as of 13 March 2026" in text(page)
    assert "Killed 72 Injured 347 Together 419" in text(page)
    assert page.count('<circle class="killed"') == sum(step.killed is not None for step in effect(intake).course.steps)


def test_what_is_not_recorded_is_never_a_zero() -> None:
    said = text(shown(taken("Date | Place | Killed\n2021-01-02 | A | 1\n2021-01-05 | B | 2")))
    assert "Injured not recorded" in said
    assert "Injured 0" not in said


def test_ranges_say_between_what() -> None:
    said = text(shown(taken("Date | Place | Killed\n2021-01-02 | A | 2-4\n2021-01-05 | B | 2")))
    assert "between 4 and 6" in said


def test_the_chart_has_words_and_a_table_of_its_numbers() -> None:
    page = shown(taken(LIST))
    (label,) = re.findall(r'<svg class="small-chart"[^>]* aria-label="([^"]+)"', page)
    assert label == "Killed and injured by month. Most in January 2021: killed 3, injured 5."
    assert '<th scope="row">January 2021</th><td class="number">3</td><td class="number">5</td>' in page


def test_a_change_is_told_before_and_after() -> None:
    intake = taken(LIST)
    before = {"revision": 1, "figures": figures(effect(intake)) | {"killed": 70, "injured": None}}
    page = shown(intake, revision=2, read_revision=2, choices={"before": before})
    assert "Killed: 70 → 3 Injured: not recorded → 5" in text(page)
    assert 'data-said="Killed: 70 → 3. Injured: not recorded → 5"' in page
    same = {"revision": 1, "figures": figures(effect(intake))}
    assert "no difference" in text(shown(intake, revision=2, read_revision=2, choices={"before": same}))


def test_while_it_is_read_again_the_old_figures_stay_and_say_so() -> None:
    intake = taken(LIST)
    before = {"revision": 1, "figures": figures(effect(intake)) | {"killed": 70}}
    page = shown(intake, state="reading", revision=2, choices={"before": before}, progress=(400, 1000))
    assert "data-poll=" in page
    assert 'class="understood stale"' in page
    assert "Killed 3" in text(page)
    assert "70 →" not in text(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_waits_shows_progress_and_a_way_to_stop(language: str) -> None:
    page = shown(None, language, state="waiting", read_revision=0)
    assert "data-poll=" in page
    assert f'action="/staff/drafts/{"d" * 32}/cancel' in page
    assert 'id="effect"' not in page


def test_a_file_that_cannot_be_read_says_why_and_what_to_do() -> None:
    error = ("refused.empty", {"file": "june.xlsx"})
    page = shown(None, state="failed", read_revision=0, error=error)
    assert "could not be read" in text(page)
    assert "Upload again" in text(page)
    assert f'action="/staff/drafts/{"d" * 32}/discard' in page


def test_a_refused_file_keeps_its_pictures() -> None:
    intake = taken("Date | Place\n2021-01-02 | A\n2021-01-05 | B")
    assert intake.refused
    page = shown(intake)
    assert "read, but not understood" in text(page)
    assert "On to the problems" not in text(page)
    assert "Records" not in text(page)


def test_questions_stand_first_and_nothing_is_chosen_for_anyone() -> None:
    intake = taken("Date | Killed | Killed | Place\n01/02/2021 | 1 | 2 | A\n03/04/2021 | 0 | 5 | B")
    page = shown(intake)
    kinds = {question.kind for question in intake.questions}
    assert kinds == {"date_order", "column"}
    assert page.index('class="panel question"') < page.index('class="pictures"')
    assert "cannot be published until" in text(page)
    questions = page[page.index('class="questions"') : page.index('class="pictures"')]
    assert "checked" not in questions
    assert "day first (31/12/2024)" in text(page)
    assert "2 rows can be read either way" in text(page)
    assert "Killed (B) 1 in all" in text(page)


def test_codes_are_asked_one_by_one() -> None:
    page = shown(taken("Date | Severity\n2021-01-02 | 1\n2021-01-05 | 2\n2021-01-05 | 2"))
    asked_of = re.findall(r'<label for="q[^"]+">([12]) <span class="hint">in ([12]) rows?</span>', page)
    assert asked_of == [("1", "1"), ("2", "2")]
    assert page.count("Choose …</option>") >= 2
    assert "neither killed nor injured: not counted" in text(page)


def test_a_year_is_proposed_and_not_filled_in() -> None:
    exhibit = load(FOLDER / "dates" / "year_in_title.toml")
    intake = take_in(content(exhibit), exhibit.file)
    (year,) = [question for question in intake.questions if question.kind == "year"]
    page = shown(intake)
    field = re.search(r'<input name="value-0"[^>]*inputmode="numeric"[^>]*>', page)
    assert field is not None
    assert " value=" not in field[0]
    assert f"A guess from the file: {year.guess}." in text(page)


def test_no_cell_of_a_personal_column_is_on_the_page() -> None:
    exhibit = load(FOLDER / "personal" / "by_heading.toml")
    intake = take_in(content(exhibit), exhibit.file)
    page = text(shown(intake))
    (sheet,) = exhibit.sheets
    for dropped in intake.dropped_personal:
        at = next(at for at, cell in enumerate(sheet.rows[0]) if cell == dropped.heading)
        assert dropped.heading in page
        cells = {str(row[at]) for row in sheet.rows[1:] if row[at] is not None and len(str(row[at])) > 3}
        assert not [cell for cell in cells if cell in page]


def test_rows_left_out_are_told_with_their_numbers() -> None:
    intake = sample("reported_accidents.xlsx")
    said = text(shown(intake))
    assert f"total 1 {intake.excluded[0].row}" in said


def test_datasets_that_fit_can_be_chosen_and_others_say_why_not() -> None:
    page = shown(taken(LIST), dataset="incident_list", mode="add")
    assert '<option value="incident_list" selected>Figures incident_list</option>' in page
    assert '<option value="line_list">' in page, "a source may go from accidents to people"
    assert '<option value="period_totals">Figures period_totals' not in page
    assert "Figures period_totals: has figures for each period" in text(page)
    assert re.search(r'value="add" id="mode-add" checked', page)
    assert "which has another form" in text(shown(taken(LIST), dataset="period_totals"))


def test_what_a_file_says_is_escaped() -> None:
    page = shown(taken("Date | <b>Place</b> | Killed | Killed\n2021-01-02 | <i>A</i> | 1 | 2\n2021-01-05 | B | 2 | 4"))
    assert "<b>Place" not in page
    assert "<i>A" not in page


def test_every_field_of_a_column_can_be_chosen_in_words() -> None:
    page = shown(taken(LIST))
    menu = re.search(
        r'<select name="value-m\d+" id="menu-(m\d+)">(?:(?!</select>).)*?value="killed" selected', page, re.DOTALL
    )
    assert menu is not None
    said = re.findall(rf'<label class="visually-hidden" for="menu-{menu[1]}">([^<]+)</label>', page)
    assert [unescape(each) for each in said] == ["What “Killed” in column C is"]
    assert "sure (" in text(page)


@pytest.mark.parametrize(("rows", "offered"), [(["1"], ["1"]), (["3", "4", "6"], ["3", "4", "6", "3,4"])])
def test_headings_may_stand_in_rows_below_one_another(rows: list[str], offered: list[str]) -> None:
    assert heading_rows(rows) == offered


@pytest.mark.parametrize(
    ("origin", "said"), [("given", "said by you"), ("remembered", "remembered from an earlier file")]
)
def test_what_a_person_said_can_be_given_back(origin: str, said: str) -> None:
    intake = taken(LIST)
    at = next(at for at, offer in enumerate(intake.offers) if offer.value == "injured")
    intake.offers[at] = replace(intake.offers[at], origin=origin)  # type: ignore[arg-type]
    page = shown(intake)
    assert said in text(page)
    backs = re.findall(r'<button class="plain" name="back" value="([^"]+)"', page)
    assert [json.loads(unescape(back)) for back in backs] == ["column:Injured"]


def test_what_cannot_be_followed_is_said() -> None:
    intake = taken(LIST, answers={"column:Nowhere": "killed"})
    assert [problem.kind for problem in intake.problems] == ["choice_no_column"]
    assert '<p class="notice warn">' in shown(intake)


def test_large_figures_stay_inside_the_chart() -> None:
    found = small_chart(
        course(taken("Date | Place | Killed\n2021-01-02 | A | 9000\n2021-02-05 | B | 12000")), Words("en")
    )
    assert found is not None
    ((left, figure),) = re.findall(r'<text x="(\d+)" y="[\d.]+" text-anchor="end">(20,000)<', found["svg"])
    assert int(left) > 7 * len(figure) - 4
