"""What the speaker of a chart's slide gets: the finding, the numbers, what is missing, and where all of it is from."""

from typing import Any

from charts.view import View
from exports.cells import cells
from exports.handed import Handed
from exports.picture import source_line
from exports.slides.native import Native

# Rows of numbers in the notes; the rest is one click away, and said to be.
MOST_ROWS = 80


def notes_of(handed: Handed, native: Native | None) -> list[str]:
    """One text for each line."""
    view, words = handed.view, handed.words
    told = [view.headline or view.alt, *view.findings]
    if view.headline and view.alt and view.alt != view.headline:
        told.insert(1, view.alt)
    if native is not None:
        told += ["", words.say("slides.notes.numbers"), *_table(view, words)]
    if view.notes:
        told += ["", *view.notes]
    told.append("")
    told += [_source(source, words) for source in view.sources]
    if view.sources:
        told.append(source_line(view, words))
    return [*told, handed.address]


def _table(view: View, words: Any) -> list[str]:
    rows = cells(view, words)
    lines = [" | ".join(column.label for column in view.table.columns if column.kind != "link")]
    shown = [i for i, column in enumerate(view.table.columns) if column.kind != "link"]
    lines += [" | ".join(row[i].text for i in shown) for row in rows[:MOST_ROWS]]
    if (rest := len(rows) - MOST_ROWS) > 0:
        lines.append(words.say("slides.notes.more", count=rest))
    return lines


def _source(source: Any, words: Any) -> str:
    parts = [source.title, source.counted_by, words.say("slides.notes.version", version=str(source.version))]
    parts += [part for part in (source.licence, source.url) if part]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
