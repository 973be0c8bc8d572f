"""Before a dataset is archived: what readers would no longer see, said in words, and the note that tells them."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from charts.sentences import source_text
from components import draft_target
from components.staff.dataset_page import note_fields
from components.staff.datasets_page import HOME
from components.staff_shell import Asked, staff_page
from data.store import DatasetEntry


def dataset_archive_page(
    asked: Asked, entry: DatasetEntry, moved: Sequence[Any], key_numbers: str, notes: Mapping[str, str],
    wrong: Mapping[str, Any],
) -> Markup:  # fmt: skip
    """`moved`: routes.staff.moved_figures.Moved; `key_numbers`: "", changed or gone."""
    words, key = asked.words, entry.dataset.key
    path = f"{HOME}/{key}"
    title = draft_target.title(entry.dataset, words)
    consequences = []
    if entry.published:
        consequences.append(words.say("dataset.archive.records", count=entry.records or 0))
    if key_numbers:
        consequences.append(words.say(f"dataset.archive.key_numbers.{key_numbers}"))
    return staff_page(
        "staff/dataset_archive.html.j2", asked, words.say("dataset.archive.title", dataset=title), "datasets",
        trail=[(words.say("staff.nav.datasets"), HOME), (title, path)], styles=("datasets.css",),
        entry=entry, consequences=consequences, moved=[_figure(one, words) for one in moved], path=path,
        notes=note_fields(notes, wrong, words),
    )  # fmt: skip


def _figure(moved: Any, words: Any) -> str:
    statement = moved.statement
    told = {
        "language": words.say(f"dataset.language.{moved.language}"),
        "figure": words.say(f"method.text.{moved.outcome}", count=moved.value),
        "counted_by": source_text("counted_by", statement.counted_by, words),
        "as_of": words.date(statement.start, statement.precision) if statement.start else statement.date_text,
    }
    if moved.after is None:
        return str(words.say("dataset.archive.figure.gone", **told))
    after = words.say(f"method.text.{moved.outcome}", count=moved.after)
    return str(words.say("dataset.archive.figure.changed", after=after, **told))
