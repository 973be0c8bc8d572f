"""/staff/drafts/<id>: what was understood of a file, every choice by menu, the questions, and what it all comes to."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from components.draft_effect import draft_effect
from components.draft_steps import draft_path, draft_reading, draft_steps
from components.draft_target import draft_target
from components.field_names import column_name, subject
from components.file_size import file_size
from components.offer_menus import Namer, offer_menus
from components.open_questions import open_questions
from components.rows_left_out import rows_left_out
from components.sheet_picture import sheet_picture
from components.small_chart import small_chart
from components.staff_shell import Asked, staff_page
from data.drafts import Draft
from data.frame import Dataset
from data.intake import Intake
from data.intake.effect import effect
from data.problems import sentence

TEMPLATE = "staff/understood.html.j2"
STYLES = ("understood.css",)
# More columns than this that are not in use are folded away.
MOST_UNUSED = 6


def understood_page(asked: Asked, draft: Draft, intake: Intake | None, datasets: Mapping[str, Dataset]) -> Markup:
    """`intake` is the newest finished reading, perhaps of an earlier revision; None before the first."""
    words = asked.words
    values: dict[str, Any] = {
        "draft": draft,
        "path": draft_path(draft),
        "file_line": words.say("draft.about", size=file_size(draft.size, words), who=draft.who, at=draft.at),
        "erased": words.say("understood.erased", at=draft.expires),
        "steps": draft_steps(asked, draft, "understood"),
        "reading": draft_reading(asked, draft),
        "stale": intake is not None and draft.busy,
        "failure": _failure(draft, words),
        "refused": "",
        "found": None,
        "said": "",
    }
    if intake is not None:
        values |= _found(asked, draft, intake, datasets)
    trail = [(words.say("staff.nav.drafts"), "/staff")]
    return staff_page(TEMPLATE, asked, draft.file_name, "drafts", trail=trail, styles=STYLES, **values)


def _found(asked: Asked, draft: Draft, intake: Intake, datasets: Mapping[str, Dataset]) -> dict[str, Any]:
    words = asked.words
    open_ids = {question.id for question in intake.questions}
    found = effect(intake)
    shown = draft_effect(found, _before(draft), words)
    namer = Namer(column_name, subject, words)
    menus = offer_menus(intake.offers, open_ids, draft.answers, namer)
    fold = len(menus["unused"]) > MOST_UNUSED
    columns = menus["columns"] + ([] if fold else menus["unused"])
    pictures = sorted(intake.pictures, key=lambda each: not each.read)
    return {
        "found": shown,
        "chart": small_chart(found.course, words),
        "said": _said(shown, draft, words),
        "refused": words.say(intake.refused, **intake.refused_params) if intake.refused else "",
        "questions": open_questions(intake.questions, intake.offers, namer.name, words),
        "pictures": [sheet_picture(each, column_name, subject, words) for each in pictures],
        "menus": menus,
        "fold": fold,
        "columns": sorted(columns, key=lambda each: each["number"]),
        "unfollowed": [sentence(each, words) for each in intake.problems if each.kind.startswith("choice_")],
        "personal": [
            (each.heading, each.column, _why_personal(each.reason, words)) for each in intake.dropped_personal
        ],
        "left_out": rows_left_out(intake.excluded, len(intake.sheets) > 1, words),
        "target": draft_target(intake.layout, draft.dataset, draft.mode, datasets, words),
    }


def _before(draft: Draft) -> Mapping[str, Any] | None:
    """The figures before the last change, once that change has been read."""
    kept = draft.choices.get("before")
    return kept["figures"] if kept and draft.current and draft.revision > kept["revision"] else None


def _said(shown: Mapping[str, Any], draft: Draft, words: Any) -> str:
    """What a screen reader is told when the page has changed."""
    if draft.busy:
        return words.say("understood.reading_again")
    if not shown["changed"]:
        return ""
    return ". ".join(shown["changes"]) or words.say("understood.no_change")


def _failure(draft: Draft, words: Any) -> str:
    if draft.state != "failed" or not draft.error:
        return ""
    message, params = draft.error
    return words.say(message, **params)


def _why_personal(reason: str, words: Any) -> str:
    message = f"understood.personal.{reason}"
    return words.say(message) if words.has(message) else words.say("understood.personal.said")
