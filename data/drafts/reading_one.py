"""One draft read: its file, what people said of it, and the kept reading and report that come of it."""

import hashlib
from collections.abc import Callable
from typing import Any

from data.drafts.draft import SET_ASIDE, VALUE, Draft
from data.drafts.folder import Folder
from data.intake import Intake, Limits, take_in
from data.intake.answers import Remembered
from data.intake.corrections import Correction
from data.intake.effect import effect, figures
from data.intake.kept import keep
from data.intake.report import report
from data.intake.set_aside import SetAside


def read_one(
    draft: Draft, folder: Folder, limits: Limits, remembered: Remembered, today: Any,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The report, as JSON values, and which of its sums are minimums ("at_least", as data.intake.effect finds them).

    The intake is kept beside the file. Raises NotASpreadsheet.
    """
    intake = _taken_in(draft, folder, limits, remembered, today, progress)
    keep(intake, folder.kept(draft.id, draft.revision))
    found = report(intake) | {"at_least": figures(effect(intake))["at_least"]}
    if intake.refused is not None:
        found["refused"] |= {"params": intake.refused_params}
    return found


def _taken_in(
    draft: Draft, folder: Folder, limits: Limits, remembered: Remembered, today: Any, progress: Any
) -> Intake:
    content = folder.file(draft.id).read_bytes()
    if hashlib.sha256(content).hexdigest() != draft.sha256:
        raise FileNotFoundError("not the file that was uploaded")
    return take_in(
        content, draft.file_name, sheet=draft.sheet, answers=draft.answers,
        remembered=remembered, corrections=corrections(draft), set_aside=set_aside(draft),
        today=today, progress=progress, limits=limits, all_findings=True,
    )  # fmt: skip


def corrections(draft: Draft) -> list[Correction]:
    """The mends of cells that stand, as the intake takes them."""
    return [
        Correction(mend.column, mend.before, mend.after, what=mend.finding or VALUE, why=mend.why, source=mend.who,
                   sheet=mend.sheet, row=mend.row)
        for mend in draft.mends_in_force if mend.kind != SET_ASIDE
    ]  # fmt: skip


def set_aside(draft: Draft) -> list[SetAside]:
    """The rows that are set aside, as the intake takes them."""
    return [SetAside(mend.sheet, mend.row, mend.why) for mend in draft.mends_in_force if mend.kind == SET_ASIDE]
