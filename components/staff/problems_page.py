"""/staff/drafts/<id>/problems: findings by kind with what can be done about them, and the mends that were made."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from components.draft_steps import draft_path, draft_reading, draft_steps
from components.mend_effect import mend_effect
from components.mend_list import mend_list
from components.problem_groups import problem_groups
from components.staff_shell import Asked, staff_page
from data.drafts.draft import Draft
from data.drafts.findings import Findings, Narrowed
from data.problems import field_name

TEMPLATE = "staff/problems.html.j2"
_IN_ADDRESS = {"kind": "kind", "sheet": "sheet", "field": "field", "text": "q"}


def problems_page(
    asked: Asked, draft: Draft, found: Findings, narrowed: Narrowed, page: int = 1, *,
    figures: Mapping[str, Any] | None = None, before: Mapping[str, Any] | None = None,
    wrong: Mapping[str, Any] | None = None,
) -> Markup:  # fmt: skip
    """`figures` are those of the newest reading, `before` those before the last mend (components/mend_effect.py).

    `wrong`: a value that was typed and not taken: place (sheet, row, column, kind), value, at, why, sentence.
    """
    words = asked.words
    effect = mend_effect(before, figures or {}, draft, words)
    groups = problem_groups(found, narrowed, page, draft, words)
    return staff_page(
        TEMPLATE, asked, words.say("mending.title", file=draft.file_name), "drafts",
        trail=[(words.say("staff.nav.drafts"), "/staff"), (draft.file_name, draft_path(draft))],
        styles=("problems.css",),
        steps=draft_steps(asked, draft, "problems"), reading=draft_reading(asked, draft),
        draft=draft, path=draft_path(draft), groups=groups, narrowed=narrowed,
        choices=_choices(found, words), mends=mend_list(draft, found.problems, words),
        effect=effect, wrong=wrong or {}, address=_addresses(draft, narrowed, page),
        count=len(found.doubts), shown=sum(group.count for group in groups),
        refused=_refused(draft, words),
    )  # fmt: skip


def _choices(found: Findings, words: Any) -> dict[str, list[tuple[str, str]]]:
    """What the list can be narrowed to: sheets and fields that have findings."""
    sheets = dict.fromkeys(problem.sheet for problem in found.doubts if problem.sheet)
    fields = dict.fromkeys((problem.field or "").split(".")[0] for problem in found.doubts if problem.field)
    return {"sheets": [(sheet, sheet) for sheet in sheets], "fields": [(key, field_name(key, words)) for key in fields]}


def _addresses(draft: Draft, narrowed: Narrowed, page: int) -> Any:
    """address(step, kind=..., page=...) -> path with what the list is narrowed to; `kind` "" is all kinds."""

    def address(step: str = "problems", **changed: Any) -> str:
        asked = {_IN_ADDRESS[key]: value for key, value in asdict(narrowed).items()} | {"page": page} | changed
        query = {key: value for key, value in asked.items() if value and (key, value) != ("page", 1)}
        return f"{draft_path(draft)}/{step}" + (f"?{urlencode(query)}" if query else "")

    return address


def _refused(draft: Draft, words: Any) -> str:
    """Why nothing could be counted, where the file was read and refused, or could not be read."""
    if draft.state == "failed" and draft.error:
        message, params = draft.error
        return words.say(message, **params)
    refused = (draft.result or {}).get("refused")
    return (refused.get("sentence") or words.say("mending.refused")) if refused else ""
