"""/staff/drafts/<id>/agreement: does the file agree with itself, with what was published, with the version before."""

from typing import Any

from markupsafe import Markup

from components import record_told
from components.agreement_told import contradictions_told, doubts_told, overlaps_told, statements_told, within_file_told
from components.changes_told import Told, changes_told, difference_told
from components.draft_steps import draft_path, draft_reading, draft_steps
from components.draft_target import title
from components.staff_shell import Asked, staff_page
from data.comparison.changes import Changes
from data.comparison.outcome import Outcome, reasons_of
from data.drafts import Draft

STYLES = ("agreement.css",)


def agreement_page(
    asked: Asked, draft: Draft, found: Outcome | None, since: Changes | None = None, meanwhile: bool = False
) -> Markup:
    """`found` None: not read, not understood or no dataset chosen.

    `meanwhile`: others published since the draft began; `since` is what they changed, where it can be told.
    """
    words = asked.words
    told = Told(record_told, words)
    values: dict[str, Any] = {
        "draft": draft,
        "path": draft_path(draft),
        "steps": draft_steps(asked, draft, "agreement"),
        "reading": draft_reading(asked, draft),
        "chosen": bool(draft.dataset),
        "found": None,
        "meanwhile": meanwhile,
        "since": None if since is None else changes_told(since, told),
    }
    if found is not None:
        values["found"] = _found(draft, found, told)
    trail = [(words.say("staff.nav.drafts"), "/staff"), (draft.file_name, draft_path(draft))]
    return staff_page(
        "staff/agreement.html.j2", asked, words.say("agreement.title"), "drafts", trail=trail, styles=STYLES, **values
    )


def _found(draft: Draft, found: Outcome, told: Told) -> dict[str, Any]:
    words = told.words
    overlaps = found.overlaps
    return {
        "dataset": title(found.dataset, words),
        "changes": changes_told(found.changes, told),
        "doubts": doubts_told(found.doubts, reasons_of(draft.choices), words),
        "open": sum(doubt.id not in reasons_of(draft.choices) for doubt in found.doubts),
        "within": within_file_told(found.within_file, draft.file_name, words),
        "running": found.frame.dataset.layout == "running_totals",
        "contradictions": contradictions_told(found.contradictions, words),
        "statements": statements_told(found.with_statements, words),
        "overlaps": None if overlaps is None else overlaps_told(
            overlaps, record_told.record_told, lambda one: difference_told(one, told), words
        ),
        "adds_to_nothing": draft.mode == "add" and found.before is None,
        "version": "" if found.before is None else str(found.before.version),
    }  # fmt: skip
