"""One dataset: its description as a form in both languages, and what publishers may do with it."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from components import draft_target
from components.staff.datasets_page import HOME, state_of
from components.staff_shell import Asked, staff_page
from data.describing import LONGEST, LONGEST_TEXT, MOST_DAYS, OPTIONAL, REQUIRED
from data.fields import LAYOUTS
from data.frame import Dataset
from data.store import DatasetEntry
from texts.words import LANGUAGES

# The form's parts, each with its fields in order.
PARTS = (
    ("what", ("title", "key", "layout")),
    ("counted", ("counted_by", "scope", "definition", "caution")),
    ("source", ("publisher", "licence", "source_url", "contact")),
    ("time", ("covered_from", "covered_to", "reporting_delay_days", "official_scope_of")),
)
KINDS = {
    "source_url": "url", "reporting_delay_days": "number", "covered_from": "date", "covered_to": "date",
    "layout": "select", "official_scope_of": "select", "title": "text", "publisher": "text", "licence": "text",
}  # fmt: skip
HINTED = (
    "key", "layout", "counted_by", "scope", "definition", "caution", "publisher", "contact", "reporting_delay_days",
    "covered_from", "official_scope_of",
)  # fmt: skip
Wrong = Mapping[str, tuple[str, dict[str, Any]]]


def new_page(asked: Asked, typed: Mapping[str, str], wrong: Wrong, others: Mapping[str, Dataset], draft: Any) -> Markup:
    """An empty form, or one that could not be read. `draft`: the upload that the dataset is made for, None for none."""
    words = asked.words
    query = f"?draft={draft.id}" if draft else ""
    return _page(
        asked, words.say("dataset.new"), typed, wrong, others, action=asked.link(f"{HOME}/new{query}"), key=None,
        fixed_layout=False, seen=0, draft=draft.file_name if draft else "",
    )  # fmt: skip


def dataset_page(
    asked: Asked, entry: DatasetEntry, typed: Mapping[str, str], wrong: Wrong, others: Mapping[str, Dataset], *,
    seen: int, meanwhile: bool, notes: tuple[Mapping[str, str], Wrong],
) -> Markup:  # fmt: skip
    """`seen`: the number of the description that was typed over; `meanwhile`: there is a newer one by now.

    `notes`: what was typed of a note on publication, and what is wrong with it.
    """
    dataset, words = entry.dataset, asked.words
    path = f"{HOME}/{dataset.key}"
    again = entry.last_edition is not None and entry.published is None and not entry.archived
    return _page(
        asked, draft_target.title(entry.dataset, words), typed, wrong, others, action=asked.link(path), key=dataset.key,
        fixed_layout=entry.versions > 0, seen=seen, draft="", entry=entry, state=state_of(entry, words),
        meanwhile=meanwhile, path=path, publishing="anew" if entry.told_anew else "again" if again else "",
        notes=note_fields(notes[0], notes[1], words), notes_wrong=bool(notes[1]),
    )  # fmt: skip


def note_fields(typed: Mapping[str, str], wrong: Wrong, words: Any) -> list[dict[str, Any]]:
    """A note for readers, one field for each language; `typed` by language."""
    named = {f"note.{code}": text for code, text in typed.items()}
    return [_field(f"note.{code}", "note", code, named, wrong, words) for code in LANGUAGES]


def _page(
    asked: Asked, title: str, typed: Mapping[str, str], wrong: Wrong, others: Mapping[str, Dataset], *,
    key: str | None, fixed_layout: bool, **values: Any,
) -> Markup:  # fmt: skip
    words = asked.words
    chosen = {
        "layout": [(one, words.say(f"method.layout.{one}")) for one in LAYOUTS],
        "official_scope_of": [(one, draft_target.title(other, words)) for one, other in others.items()],
    }
    parts = []
    for part, names in PARTS:
        rows = [_row(name, typed, wrong, words) for name in names if name != "key" or key is None]
        parts.append((words.say(f"dataset.part.{part}"), rows))
    fields = [one for _, names in parts for row in names for one in row["fields"]]
    errors = [one for one in fields if one["wrong"]]
    return staff_page(
        "staff/dataset.html.j2", asked, title, "datasets", trail=[(words.say("staff.nav.datasets"), HOME)],
        styles=("datasets.css",), parts=parts, errors=errors, choices=chosen, key=key, fixed_layout=fixed_layout,
        **({"entry": None, "state": [], "meanwhile": False, "publishing": "", "notes": [], "notes_wrong": False,
            "path": ""} | values),
    )  # fmt: skip


def _row(name: str, typed: Mapping[str, str], wrong: Wrong, words: Any) -> dict[str, Any]:
    """One field, or its two languages side by side."""
    if name in REQUIRED + OPTIONAL:
        fields = [_field(f"{name}.{code}", name, code, typed, wrong, words) for code in LANGUAGES]
    else:
        fields = [_field(name, name, "", typed, wrong, words)]
    return {"name": name, "fields": fields, "hint": words.say(f"dataset.hint.{name}") if name in HINTED else ""}


def _field(name: str, kind: str, language: str, typed: Mapping[str, str], wrong: Wrong, words: Any) -> dict[str, Any]:
    label = words.say(f"dataset.field.{kind}")
    if language:
        label = words.say("dataset.in_language", field=label, language=words.say(f"dataset.language.{language}"))
    return {
        "name": name,
        "kind": KINDS.get(kind, "text" if not language else "area"),
        "language": language,
        "label": label,
        "value": typed.get(name, ""),
        "required": kind in REQUIRED or kind in ("layout", "note"),
        "most": LONGEST.get(kind, LONGEST_TEXT) if kind != "reporting_delay_days" else MOST_DAYS,
        "wrong": _sentence(wrong[name], words) if name in wrong else "",
    }


def _sentence(said: tuple[str, dict[str, Any]], words: Any) -> str:
    message, params = said
    if "language" in params:
        params = params | {"language": words.say(f"dataset.language.{params['language']}")}
    return str(words.say(message, **params))
