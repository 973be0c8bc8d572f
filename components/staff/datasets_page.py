"""/staff/datasets: every dataset with what is published of it, the archived ones apart."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from components.draft_target import title
from components.staff_shell import Asked, staff_page
from data.store import DatasetEntry

HOME = "/staff/datasets"


def datasets_page(asked: Asked, entries: Sequence[DatasetEntry]) -> Markup:
    words = asked.words
    shown = [_shown(asked, entry) for entry in entries]
    return staff_page(
        "staff/datasets.html.j2", asked, words.say("staff.nav.datasets"), "datasets", styles=("datasets.css",),
        current=[one for one in shown if not one["archived"]], archived=[one for one in shown if one["archived"]],
    )  # fmt: skip


def _shown(asked: Asked, entry: DatasetEntry) -> dict[str, Any]:
    dataset, words = entry.dataset, asked.words
    return {
        "key": dataset.key,
        "link": asked.link(f"{HOME}/{dataset.key}"),
        "title": title(dataset, words),
        "layout": words.say(f"method.layout.{dataset.layout}"),
        "facts": state_of(entry, words),
        "told_anew": entry.told_anew and not entry.archived,
        "archived": entry.archived,
    }


def state_of(entry: DatasetEntry, words: Any) -> list[str]:
    """Sentences: how many versions, what readers see of it, how many records that are."""
    if not entry.versions:
        return [words.say("dataset.state.empty")]
    said = [words.say("dataset.state.versions", count=entry.versions)]
    if entry.published:
        said.append(words.say("dataset.state.published", version=str(entry.published[0])))
    elif entry.last_edition:
        edition, version = entry.last_edition
        said.append(words.say("dataset.state.last", version=str(version), edition=str(edition)))
    else:
        said.append(words.say("dataset.state.unpublished"))
    return [*said, words.say("dataset.state.records", count=entry.records or 0)]
