"""/staff: where spreadsheets are uploaded, and the list of those that are being worked on."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from charts.sentences import amount
from components.draft_steps import LIST_POLL, draft_path, draft_reading
from components.draft_target import title
from components.file_size import file_size
from components.staff_shell import Asked, staff_page
from data.drafts import KEEP_FOR
from data.drafts.draft import MODES
from data.frame import Dataset
from data.intake.readers.limits import MEGABYTE
from data.summaries.amounts import Amount
from data.template import KINDS

_HEAD = "drafts"


def drafts_page(
    asked: Asked, drafts: Sequence[Any], datasets: Mapping[str, Dataset], most: int, archived: Collection[str] = ()
) -> Markup:
    """`drafts` are those that this person may see, newest first; `most` is the size of the largest file, in bytes.

    Nothing is uploaded for the datasets that are `archived`; a draft for one is still told by its name.
    """
    words = asked.words
    busy = any(draft.busy for draft in drafts)
    return staff_page(
        "staff/drafts.html.j2", asked, words.say("draft.title"), _HEAD,
        styles=("upload.css",), scripts=("upload.js",),
        drafts=[_shown(asked, draft, datasets) for draft in drafts],
        datasets=[(key, title(dataset, words)) for key, dataset in datasets.items() if key not in archived],
        modes=[(mode, words.say(f"draft.mode.{mode}")) for mode in MODES],
        templates=[(asked.link(f"/template/{kind}.xlsx"), words.say(f"template.title.{kind}")) for kind in KINDS],
        most=most, most_mb=most / MEGABYTE, days=KEEP_FOR.days, poll=LIST_POLL if busy else None,
    )  # fmt: skip


def gone_page(asked: Asked) -> Markup:
    """There is no such draft, or none that this person may see."""
    title = asked.words.say("draft.gone.title")
    return staff_page("staff/refused.html.j2", asked, title, line=asked.words.say("draft.not_found"))


def _shown(asked: Asked, draft: Any, datasets: Mapping[str, Dataset]) -> dict[str, Any]:
    words = asked.words
    dataset = datasets.get(draft.dataset or "")
    return {
        "id": draft.id,
        "path": asked.link(draft_path(draft)),
        "file": asked.link(f"{draft_path(draft)}/file"),
        "name": draft.file_name,
        "state": draft.state if _usable(draft) else "failed",
        "about": words.say("draft.about", size=file_size(draft.size, words), who=draft.who, at=draft.at),
        "dataset": _dataset(draft, dataset, words),
        "erased": words.say("draft.erased_on", day=draft.expires.date()),
        "reading": draft_reading(asked, draft),
        "error": _error(draft, words),
        "facts": _facts(draft.result, words) if draft.state == "read" and _usable(draft) else [],
    }


def _usable(draft: Any) -> bool:
    return not (draft.state == "read" and draft.result and draft.result["refused"])


def _dataset(draft: Any, dataset: Dataset | None, words: Any) -> str:
    if dataset is None:
        return str(words.say("draft.no_dataset"))
    return str(words.say(f"draft.for.{draft.mode}", dataset=title(dataset, words)))


def _error(draft: Any, words: Any) -> str | None:
    if draft.state == "failed" and draft.error:
        return str(words.say(draft.error[0], **draft.error[1]))
    refused = (draft.result or {}).get("refused")
    return str(words.say(refused["message"], **refused["params"])) if draft.state == "read" and refused else None


def _facts(result: Mapping[str, Any], words: Any) -> list[tuple[str, str]]:
    """(label, value): what was found. Of running totals the newest statement, since they are never added up."""
    latest = result["latest"] or {}
    figures = {key: latest.get(key) if result["layout"] == "running_totals" else result[key] for key in _PEOPLE}
    shown = {"records": result["records"], **figures,
             "questions": len(result["questions"]), "problems": len(result["problems"])}  # fmt: skip
    minimums = result.get("at_least") or ()
    told = {key: amount(Amount(value, key in minimums), words) for key, value in shown.items()}
    facts = [(words.say(f"draft.fact.{key}"), value) for key, value in told.items()]
    if latest.get("as_of"):
        facts.insert(1, (words.say("draft.fact.as_of"), words.date(date.fromisoformat(latest["as_of"]))))
    return facts


_PEOPLE = ("killed", "injured")
