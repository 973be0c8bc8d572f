"""Drafts as pages get them, made for tests."""

from datetime import UTC, datetime
from typing import Any

from accounts import Account
from components.staff_shell import Asked
from data.drafts import Draft
from data.frame import Dataset
from data.intake import Intake
from data.intake.report import report
from settings import Settings
from texts.words import Words

NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
LAYOUTS = ("line_list", "incident_list", "period_totals", "running_totals")
DATASETS = {
    layout: Dataset(layout, layout, {"nb": f"Tall {layout}", "en": f"Figures {layout}"}, {}, {}, {})
    for layout in LAYOUTS
}


def draft(intake: Intake | None = None, **changes: Any) -> Draft:
    """Read once, unless something else is said."""
    values: dict[str, Any] = {
        "id": "d" * 32, "who": "editor-1", "at": NOW, "file_name": "june.xlsx", "size": 12_345, "sha256": "0" * 64,
        "state": "read", "revision": 1, "read_revision": 1, "dataset": None, "mode": "replace", "base_version": None,
        "sheet": None, "expires": NOW.replace(day=27), "result": report(intake) if intake else None,
    }  # fmt: skip
    return Draft(**values | changes)


def asked(language: str = "en") -> Asked:
    person = Account("editor-1", "editor", "mark-1")
    return Asked(Words(language), Settings(), person, f"/staff/drafts/{'d' * 32}", "token-1")
