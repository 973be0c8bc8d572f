"""/staff/drafts/<id>/publish: what readers will see, the note for them, and everything that is still in the way."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from charts.sentences import amount
from components import record_told
from components.changes_told import Told, changes_told
from components.draft_steps import draft_path, draft_reading, draft_steps
from components.draft_target import title
from components.staff_shell import Asked, staff_page
from data.comparison.outcome import Blocker, Outcome
from data.drafts import Draft
from data.frame import Edition
from data.notes import note_in
from texts.words import LANGUAGES


def publish_page(
    asked: Asked, draft: Draft, found: Outcome | None, blocked: Sequence[Blocker], publishers: Sequence[str],
    note: Mapping[str, str] | None = None, missing: bool = False,
) -> Markup:  # fmt: skip
    """`note`: what was typed, by language; `missing`: it was sent without one."""
    words, path = asked.words, draft_path(draft)
    values: dict[str, Any] = {
        "draft": draft,
        "path": path,
        "steps": draft_steps(asked, draft, "publish"),
        "reading": draft_reading(asked, draft),
        "found": None if found is None else _found(found, words),
        "blocked": [
            (_blocked(one, words), asked.link(f"{path}/{one.step}" if one.step else path)) for one in blocked
        ],
        "may": asked.person is not None and asked.person.may_publish,
        "publishers": words.list(publishers) if publishers else "",
        "languages_of_note": [
            (code, words.say(f"publishing.note.{code}"), (note or {}).get(code, ""))
            for code in sorted(LANGUAGES, key=lambda code: code != words.language)
        ],
        "missing": missing,
    }  # fmt: skip
    trail = [(words.say("staff.nav.drafts"), "/staff"), (draft.file_name, path)]
    heading = words.say("publishing.title")
    return staff_page(
        "staff/publish.html.j2", asked, heading, "drafts", trail=trail, styles=("agreement.css",), **values
    )


def _found(found: Outcome, words: Any) -> dict[str, Any]:
    changes = changes_told(found.changes, Told(record_told, words))
    return {
        "dataset": title(found.dataset, words),
        "changes": changes,
        "sentence": _sentence(found, words),
        "nothing": found.changes.nothing,
    }


def _sentence(found: Outcome, words: Any) -> str:
    """Dataset, records, killed and injured as readers will see them."""
    total = found.changes.total.after
    assert total is not None, "a version that would be published has figures"  # noqa: S101
    running = found.frame.dataset.layout == "running_totals"
    return str(words.say(
        "publishing.sentence.running" if running else "publishing.sentence",
        count=total.records, dataset=title(found.dataset, words),
        killed=amount(total.killed, words), injured=amount(total.injured, words),
    ))  # fmt: skip


def _blocked(one: Blocker, words: Any) -> str:
    params = dict(one.params)
    for key in ("layout", "expected"):
        if key in params:
            params[key] = words.say(f"changes.layout.{params[key]}")
    kind = "meanwhile_gone" if one.kind == "meanwhile" and not params else one.kind
    return str(words.say(f"publishing.blocked.{kind}", **params))


def published_page(asked: Asked, edition: Edition, before: int | None, newest: bool) -> Markup:
    """`before`: the number of the edition that "take back" publishes anew; None where there is none."""
    words = asked.words
    note, language = note_in(edition.note, words.language)
    values: dict[str, Any] = {
        "edition": str(edition.number),
        "at": edition.published_at,
        "who": edition.published_by,
        "note": note,
        "note_language": language or words.language,
        "datasets": [
            (title(frame.dataset, words), words.say("publishing.holds", count=len(frame), version=str(frame.version)))
            for frame in edition.frames.values()
        ],
        "before": "" if before is None else str(before),
        "newest": newest,
        "may": asked.person is not None and asked.person.may_publish,
    }
    heading = words.say("publishing.done.title", edition=str(edition.number))
    return staff_page("staff/published.html.j2", asked, heading, "history", styles=("agreement.css",), **values)
